"""Stores of released schemas, kept as text, and the proof that today's program opens each of them.

At a release that changes the schema: `python -m tests.upgrades.saving` writes the new one.
"""
