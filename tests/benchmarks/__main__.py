"""Runs the benchmarks and prints their table."""

from __future__ import annotations

import argparse
import compileall
import importlib
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.figures import Figure, table
from tests.benchmarks.ground import EMPTY, OFFSCREEN, ROOT, Ground, Screen, say, x_screen
from tests.large import DESIGN, HUGE, Size

ALL = ("start", "search", "scroll", "opening", "commit", "backup", "insights")
TINY = Size(40)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    made.add_argument("only", nargs="*", metavar="NAME", help=f"some of: {', '.join(ALL)}")
    made.add_argument("--quick", action="store_true", help="fewer times, and not the largest store")
    made.add_argument("--tiny", action="store_true", help="only to see that everything runs")
    made.add_argument(
        "--stores", metavar="DIR", help="keep the large stores here, and use those that are there"
    )
    return made


def ground_of(options: argparse.Namespace, folder: Path, screens: list[Screen]) -> Ground:
    """How much is measured."""
    if options.tiny:
        return Ground(folder, screens[:1], [EMPTY, TINY], starts=1, times=3, tiny=True)
    if options.quick:
        return Ground(folder, screens[-1:], [EMPTY, DESIGN], starts=5, times=60)
    return Ground(folder, screens, [EMPTY, DESIGN, HUGE])


def main(argv: Sequence[str] | None = None) -> int:
    """Measure; the exit status."""
    options = parser().parse_args(argv)
    unknown = set(options.only) - set(ALL)
    if unknown:
        parser().error(f"no such benchmark: {', '.join(sorted(unknown))}")
    compileall.compile_dir(ROOT / "interview_coach", quiet=1)
    with (
        tempfile.TemporaryDirectory(prefix="interview-coach-bench-") as temporary,
        x_screen() as screen,
    ):
        screens = [OFFSCREEN, screen] if screen is not None else [OFFSCREEN]
        ground = ground_of(options, Path(options.stores or temporary), screens)
        figures: list[Figure] = []
        for name in options.only or ALL:
            say(f"measuring: {name}")
            figures += importlib.import_module(f"tests.benchmarks.{name}").run(ground)
    sys.stdout.write(table(figures) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
