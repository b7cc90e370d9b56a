"""The preview of a table that comes in: what its columns and states mean, and what would become of it."""
