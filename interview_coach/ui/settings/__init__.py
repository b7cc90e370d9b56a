"""The Settings page: appearance, where the data is, backups, the exported document, the trash, about."""
