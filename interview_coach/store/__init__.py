"""The memory of Interview Coach: one SQLite file, read by questions and written by deeds."""
