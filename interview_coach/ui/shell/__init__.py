"""The window around the pages: sidebar, menus, find-anything, notes at the bottom."""
