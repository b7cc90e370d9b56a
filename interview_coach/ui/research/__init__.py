"""Notes about them: found out or believed, how sure, and what proved wrong."""
