"""The wiring: starts and stops everything. Nobody imports it."""
