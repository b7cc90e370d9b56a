"""The Library page: everything reusable, where it was used and how it did."""
