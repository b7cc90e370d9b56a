"""Tests of the borders."""
