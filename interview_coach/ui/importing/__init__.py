"""The preview of an exported document: what would come in, where it differs, and taking it over."""
