"""The start's stages in milliseconds, for `--trace-start` and the benchmarks."""

from __future__ import annotations

import sys
from time import perf_counter, process_time

BEGAN = perf_counter()


class Trace:
    """Notes when each stage of the start was reached, since this module was imported."""

    def __init__(self) -> None:
        self.stages: list[tuple[str, float]] = []
        # The interpreter's own start is over by now; its share shows in the time of the process.
        self.before_ms = process_time() * 1000

    def reached(self, name: str) -> None:
        """Note that a stage is done."""
        self.stages.append((name, (perf_counter() - BEGAN) * 1000))

    def write(self) -> None:
        """Print the stages."""
        sys.stdout.write(f"{'interpreter (cpu)':<22}{self.before_ms:9.1f}\n")
        for name, at in self.stages:
            sys.stdout.write(f"{name:<22}{at:9.1f}\n")
        sys.stdout.flush()
