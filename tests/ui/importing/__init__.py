"""Tests of the preview of an import."""
