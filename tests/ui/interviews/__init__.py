"""Tests of the interviews page, the opportunity page and their dialogs."""
