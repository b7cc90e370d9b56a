"""Starts the program as a person does, and quits when it is ready: run with the data folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from interview_coach.app.main import Program
from interview_coach.app.trace import BEGAN, Trace

if TYPE_CHECKING:
    # Imported here it would bring Qt up before the program itself does.
    from interview_coach.app.session import Session

AFTER_MS = 300


class Measured(Program):
    """The program; it reports its stages when it is ready, and ends at once."""

    def open(self, folder: Path, *, sample: bool = False, anew: bool = False) -> Session:
        """Open, and wait for the end of the start."""
        from PySide6.QtCore import QTimer

        session = super().open(folder, sample=sample, anew=anew)
        session.ready.connect(lambda: QTimer.singleShot(AFTER_MS, self.report))
        return session

    def _print_trace(self) -> None:
        """Said in `report`, after the frames that follow."""

    def report(self) -> None:
        """Say when each stage was reached, the longest frame, and how large the process is."""
        from tests.benchmarks.ground import report
        from tests.benchmarks.resident import resident_mb

        stages = {name: BEGAN + at / 1000 for name, at in self.trace.stages}
        resident = resident_mb()
        report(
            painted=stages["first paint"],
            ready=stages["ready"],
            frame=self._frames.longest_ms(),
            resident=resident,
            stages=self.trace.stages,
        )
        # What is not measured is not waited for.
        os._exit(0)


sys.exit(Measured(Trace(), traced=True).run(Path(sys.argv[1])))
