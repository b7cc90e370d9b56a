"""Tests of Insights."""
