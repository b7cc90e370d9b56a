"""The floor of a start: an empty window, painted once; with `--dressed` in the program's look."""

import sys
from time import perf_counter

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.benchmarks.resident import resident_mb


class Empty(QMainWindow):
    """Tells when it has been painted for the first time."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing; tell."""
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        """Say when, and how large the process is."""
        at = perf_counter()
        sys.stdout.write(f'{{"painted": {at}, "resident": {resident_mb()}}}\n')
        QTimer.singleShot(0, QApplication.quit)


app = QApplication(sys.argv[:1])
if "--dressed" in sys.argv:
    from interview_coach.ui.theme import Theme

    Theme().apply(app)
window = Empty()
window.resize(1280, 860)
window.show()
sys.exit(app.exec())
