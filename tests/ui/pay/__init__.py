"""Tests of what was said about pay."""
