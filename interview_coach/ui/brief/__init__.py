"""The brief: one page to print, to save or to take along."""
