"""Tests of the preview of tables."""
