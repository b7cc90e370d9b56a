"""Tests of the Review step."""
