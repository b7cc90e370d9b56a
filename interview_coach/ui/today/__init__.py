"""Owns Today: what is next, what is waiting, what to carry in. It is painted before the store is loaded."""
