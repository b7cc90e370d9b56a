"""Tests of reminders in the window."""
