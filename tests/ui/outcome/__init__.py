"""Tests of the Outcome step."""
