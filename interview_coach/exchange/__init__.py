"""The borders: files in and out. It knows domain and the libraries of the formats."""
