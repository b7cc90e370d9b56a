"""The first journey driven through the accessibility tree of the real window: `make accessible`."""
