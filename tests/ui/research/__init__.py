"""Tests of the notes about them."""
