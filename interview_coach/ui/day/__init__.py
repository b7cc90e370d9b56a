"""The day itself: when, where, with whom, what to say, and a line to jot."""
