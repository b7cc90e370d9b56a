"""Owns the timeline: everything that happened, newest first, searched as one types."""
