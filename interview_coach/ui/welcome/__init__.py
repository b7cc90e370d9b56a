"""The very first page: begin, or look around."""
