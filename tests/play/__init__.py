"""Plays a person at random: deeds, undo, redo and reopening, and looks whether anything was lost."""
