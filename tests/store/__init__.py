"""Tests of the store: what deeds do, what opening refuses, what survives."""
