"""Tests of what the program does without its window."""
