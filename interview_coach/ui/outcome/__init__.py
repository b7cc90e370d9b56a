"""The Outcome step: one click records the answer, and what can explain it can wait."""
