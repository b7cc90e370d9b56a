"""Starts the program and a window manager, goes the journey, prints the table; run.sh starts it.

It runs in the system's Python, which has pyatspi's libraries; the program runs in its own.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import traceback

from tests.accessible.journey import Journey
from tests.accessible.look_around import LookAround
from tests.accessible.look_further import LookFurther
from tests.accessible.looking import Looker
from tests.accessible.screen import Screen


def main() -> int:
    """Go the journey; 0 when nothing was found."""
    parser = argparse.ArgumentParser(prog="tests/accessible/run.sh")
    parser.add_argument("--python", required=True)
    parser.add_argument("--data", required=True)
    parser.add_argument("--tree", action="store_true", help="print every control of every page")
    parser.add_argument("--sample", action="store_true", help="look at the sample only")
    options = parser.parse_args()
    desktop = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    screen: Screen | None = None
    looker: Looker | None = None
    broken = ""
    try:
        screen = Screen([options.python, "-m", "interview_coach", "--data-dir", options.data])
        looker = Looker(screen, tree=options.tree)
        if not options.sample:
            Journey(screen, looker).go()
        screen.stop()
        screen = looker.screen = Screen(
            [options.python, "-m", "interview_coach", "--data-dir", options.data, "--look-around"]
        )
        LookAround(screen, looker).go()
        LookFurther(screen, looker).go()
    except Exception:  # noqa: BLE001  the table comes first, then what went wrong
        broken = traceback.format_exc()
    finally:
        if screen is not None:
            screen.stop()
        desktop.terminate()
        desktop.wait(5)
    return _tell(looker, broken)


def _tell(looker: Looker | None, broken: str) -> int:
    sights = looker.sights if looker is not None else []
    for sight in sights:
        for fault in sight.faults:
            sys.stdout.write(f"{sight.page}: {fault}\n")
    if looker is not None and sights:
        sys.stdout.write(f"\n{looker.table()}\n")
    if broken:
        sys.stdout.write(f"\nThe journey broke off:\n{broken}")
        return 1
    return 1 if any(sight.faults for sight in sights) else 0


if __name__ == "__main__":
    sys.exit(main())
