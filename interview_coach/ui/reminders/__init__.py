"""Reminders while the program runs: a calm bar in the window, and the desktop's notifications."""
