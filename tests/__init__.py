"""The tests: the source's tree again, and beside it law, journeys, play, upgrades, pictures, benchmarks."""
