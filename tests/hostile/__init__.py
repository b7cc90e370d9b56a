"""Tests with what nobody means well: texts and files."""
