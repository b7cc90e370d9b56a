"""The ledger: all reasons over all outcomes, one list for each side."""
