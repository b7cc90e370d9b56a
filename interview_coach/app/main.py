"""The program's start: reads the command line, opens the store, shows the window."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from interview_coach import __version__
from interview_coach.app.commands.table import add_commands, run_command
from interview_coach.app.places import data_folder, is_gone, remember
from interview_coach.app.trace import Trace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from interview_coach.app.session import Session
    from interview_coach.domain.trouble import Trouble
    from interview_coach.ui.theme import Theme


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(
        prog="interview-coach",
        description="Prepare for interviews, and review them afterwards.",
    )
    made.add_argument("--data-dir", metavar="DIR", help="the folder that holds your data")
    made.add_argument("--version", action="version", version=f"Interview Coach {__version__}")
    made.add_argument(
        "--self-test", action="store_true", help="try the program on a temporary store"
    )
    made.add_argument("--tour", metavar="DIR", help="save pictures of every page to DIR")
    made.add_argument("--trace-start", action="store_true", help="print the stages of the start")
    made.add_argument(
        "--look-around", action="store_true", help="open sample data, thrown away after"
    )
    add_commands(made)
    return made


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; the exit status."""
    options = parser().parse_args(argv)
    trace = Trace()
    os.umask(0o077)
    if options.command:
        return run_command(options.command, options)
    if options.tour:
        from interview_coach.app.tour import run_tour

        return run_tour(Path(options.tour))
    if options.self_test:
        from interview_coach.app.selftest import run_self_test

        return run_self_test()
    return Program(trace, traced=options.trace_start).run(
        data_folder(options.data_dir), look_around=options.look_around
    )


def make_application() -> tuple[QApplication, Theme]:
    """The application in its look."""
    from interview_coach.app.binding import bring_up

    bring_up()
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QApplication

    from interview_coach.ui.text import tr
    from interview_coach.ui.theme import Theme

    # Qt waits five milliseconds with every frame in case more comes: a third of a frame at each key.
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")
    QGuiApplication.setDesktopFileName("io.github.interview_coach.InterviewCoach")
    app = QApplication(sys.argv[:1])
    app.setApplicationName("interview-coach")
    app.setApplicationDisplayName(tr("Interview Coach"))
    app.setApplicationVersion(__version__)
    theme = Theme(app)
    theme.apply(app)
    return app, theme


class Program:
    """The running program: its sessions, and the ways it ends."""

    def __init__(self, trace: Trace, *, traced: bool = False) -> None:
        self.trace = trace
        self.traced = traced
        self.sessions: list[Session] = []
        self._status = 0
        self._frames = Frames()

    def run(self, folder: Path, *, look_around: bool = False) -> int:
        """Open the folder's window, or raise the one that has it open; the exit status."""
        # Nothing that comes up now is ever given back; the collector is on again when all is loaded.
        gc.disable()
        app, self.theme = make_application()
        self.trace.reached("application")
        from interview_coach.app.faults import watch
        from interview_coach.domain.trouble import Trouble
        from interview_coach.ui import say, words

        watch(self.keep)
        app.commitDataRequest.connect(lambda _manager: self.keep())
        try:
            session = self.look_around() if look_around else self._opened(folder)
        except Trouble as error:
            _write_trouble(error)
            say.warn(None, words.trouble(error))
            return 1
        if session is None:
            return self._status
        if self.traced:
            # From the first paint on: until then there is nothing that could stand still.
            session.window.painted.connect(self._frames.start)
            session.ready.connect(self._print_trace)
        with Signals(app, self.stop):
            return app.exec()

    def open(self, folder: Path, *, sample: bool = False, anew: bool = False) -> Session:
        """Open a folder in a window of its own. Raises `Trouble`."""
        from interview_coach.app.session import Session
        from interview_coach.domain.trouble import Trouble

        if not anew and is_gone(folder):
            raise Trouble("gone", path=str(folder))

        session = Session(folder, self.theme, self.trace, sample=sample, anew=anew)
        self.sessions.append(session)
        session.ended.connect(lambda: self.sessions.remove(session))
        session.look_around_wanted.connect(self.look_around)
        session.restore_wanted.connect(lambda source: self.restore(session, source))
        session.trouble_wanted.connect(lambda error: self.mend(session, error))
        session.failed.connect(_fail)
        session.show()
        if not sample:
            # As soon as the window can be raised, and not before it has been painted.
            session.settled.connect(lambda: _listen(session))
            session.ready.connect(lambda: remember(folder))
        return session

    def _opened(self, folder: Path, *, anew: bool = False) -> Session | None:
        """Open a folder, asking what to do about trouble until it opens or the person leaves."""
        from interview_coach.domain.trouble import Trouble

        self._status = 0
        while True:
            try:
                return self.open(folder, anew=anew)
            except Trouble as error:
                if error.code == "in_use" and _raised(folder):
                    sys.stderr.write(
                        "Interview Coach is open already; its window has been raised.\n"
                    )
                    return None
                if error.code == "in_use":
                    # No window answers: a command has it, or one that hangs.
                    error = Trouble("held", folder=str(folder))
                _write_trouble(error)
                choice = self._ask_about(error, folder)
            if choice is None:
                self._status = 1
                return None
            folder, anew = choice

    def _ask_about(self, error: Trouble, folder: Path) -> tuple[Path, bool] | None:
        """Ask what to do about trouble and do it; which folder to open then, and whether anew."""
        from interview_coach.app.trouble import Step, TroubleDialog, rescued
        from interview_coach.app.working import restored
        from interview_coach.domain.trouble import Trouble
        from interview_coach.store.stamps import utc_now
        from interview_coach.ui import say, words

        dialog = TroubleDialog(error, folder, utc_now)
        dialog.exec()
        choice = dialog.choice
        dialog.deleteLater()
        if choice.step is Step.QUIT:
            return None
        try:
            if choice.step is Step.RESTORE and choice.path is not None:
                restored(folder, choice.path, utc_now)
            elif choice.step is Step.RESCUE:
                rescued(folder, utc_now)
        except Trouble as again:
            say.warn(None, words.trouble(again))
        other = choice.step in {Step.OTHER, Step.FOLLOW}
        return (choice.path if other and choice.path else folder), choice.step is Step.ANEW

    def restore(self, session: Session, source: Path) -> None:
        """Close a window, let a backup be its data, and open it again; on trouble, as it was."""
        from interview_coach.app.working import restored
        from interview_coach.domain.trouble import Trouble
        from interview_coach.ui import say, words
        from interview_coach.ui.text import tr

        app = _application()
        app.setQuitOnLastWindowClosed(False)
        try:
            session.close_for_restore()
            if session in self.sessions:
                return  # What is being typed could not be kept, and the person stays.
            said = ""
            try:
                if restored(session.folder, source, session.clock) is not None:
                    said = tr("Restored. What was there before is in the list of backups.")
            except Trouble as error:
                say.warn(None, words.trouble(error))
            fresh = self._opened(session.folder)
            if fresh is None:
                app.quit()
            elif said:
                fresh.window.toast.show_message(said)
        finally:
            app.setQuitOnLastWindowClosed(True)

    def mend(self, session: Session, error: Trouble) -> None:
        """Close a window whose store turned out to be damaged, and ask what to do about it."""
        app = _application()
        app.setQuitOnLastWindowClosed(False)
        try:
            session.close_for_restore()
            if session in self.sessions:
                return
            choice = self._ask_about(error, session.folder)
            fresh = self._opened(choice[0], anew=choice[1]) if choice else None
            if fresh is None:
                app.quit()
        finally:
            app.setQuitOnLastWindowClosed(True)

    def look_around(self) -> Session:
        """Open the sample data in a throwaway folder."""
        import tempfile

        return self.open(Path(tempfile.mkdtemp(prefix="interview-coach-look-")), sample=True)

    def keep(self) -> None:
        """Keep whatever is being typed, in every window."""
        for session in self.sessions:
            if session.desk is not None:
                session.desk.scribble_all()

    def stop(self) -> None:
        """Close every window: the system asks us to end."""
        for session in list(self.sessions):
            session.window.close()

    def _print_trace(self) -> None:
        from PySide6.QtCore import QTimer

        def done() -> None:
            self.trace.write()
            sys.stdout.write(f"{'longest frame':<22}{self._frames.longest_ms():9.1f}\n")
            sys.stdout.flush()
            self.traced = False

        # Two more turns, so that the frame in which the store was attached counts too.
        QTimer.singleShot(50, done)


class Frames:
    """Measures the longest time between two turns of the event loop."""

    def __init__(self) -> None:
        self._gaps: list[float] = []

    def start(self) -> None:
        """Begin to beat."""
        from time import perf_counter

        from PySide6.QtCore import Qt, QTimer

        last = perf_counter()

        def beat() -> None:
            nonlocal last
            now = perf_counter()
            self._gaps.append((now - last) * 1000)
            last = now

        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(beat)
        self._timer.start()

    def longest_ms(self) -> float:
        """The longest gap so far."""
        return max(self._gaps, default=0.0)


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance()
    assert isinstance(app, QApplication)  # noqa: S101  there is one while a session runs
    return app


def _write_trouble(error: Trouble) -> None:
    from interview_coach.ui import words

    sentence = words.trouble(error)
    sys.stderr.write(f"{sentence.title}. {sentence.text}\n")
    sys.stderr.flush()


def _raised(folder: Path) -> bool:
    from interview_coach.app.single import raise_other

    return raise_other(folder)


def _listen(session: Session) -> None:
    from interview_coach.app.single import Doorbell

    bell = Doorbell(session.folder, session)
    bell.rung.connect(session.window.raise_up)
    session.ended.connect(bell.close)


def _fail(error: BaseException) -> None:
    raise error


class Signals:
    """Turns SIGTERM, SIGINT and SIGHUP into a proper end, inside Qt's event loop."""

    def __init__(self, app: QApplication, stop: Callable[[], None]) -> None:
        self._app, self._stop = app, stop

    def __enter__(self) -> None:
        if os.name != "posix":
            return
        from PySide6.QtCore import QSocketNotifier

        self._read, self._write = os.pipe()
        os.set_blocking(self._write, False)
        self._before = signal.set_wakeup_fd(self._write)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda _number, _frame: None)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        number = os.read(self._read, 1)
        if number and number[0] in {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}:
            self._stop()

    def __exit__(self, *_error: object) -> None:
        if os.name == "posix":
            self._notifier.setEnabled(False)
            signal.set_wakeup_fd(self._before)
            os.close(self._read)
            os.close(self._write)
