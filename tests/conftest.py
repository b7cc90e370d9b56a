"""The strict set-up that every test runs in.

Owns three promises. Nothing is shown: Qt runs off-screen, chosen here before anyone imports it. Nothing of the
person's is touched: home, settings, data and caches lie in the test's own folder. Nothing goes wrong unheard:
an unexpected log record fails the test (warnings and Qt's messages do so by pyproject.toml).
"""

import gc
import json
import logging
import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parent.parent

# Before Qt is imported by anyone, pytest-qt included.
for _name in [name for name in os.environ if name.startswith(("QT_", "INTERVIEW_COACH_", "XDG_"))]:
    del os.environ[_name]
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LANGUAGE"):
    os.environ.pop(_name, None)
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
# A zone with summer time, and not UTC: code that mixes the two up must not pass by luck.
os.environ["TZ"] = "Europe/Berlin"
if hasattr(time, "tzset"):
    time.tzset()

# The same examples on every machine, and no clock: a slow machine is not a fault. More and other ones with
# --hypothesis-profile=search.
hypothesis.settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2000, print_blob=True)
hypothesis.settings.load_profile("ci")

_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/data",
    "XDG_RUNTIME_DIR": "home/run",
    "XDG_STATE_HOME": "home/state",
    "INTERVIEW_COACH_DATA_DIR": "home/store",
}


def _strange_home(base: Path, setenv: Callable[[str, str], None]) -> None:
    for variable, folder in _FOLDERS.items():
        path = base / folder
        # Qt warns about a run-time folder that others can read. The store's folder is made by the program.
        if variable != "INTERVIEW_COACH_DATA_DIR":
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        setenv(variable, str(path))


# What runs before the first test, or outside any, is a stranger here too.
# A short name, as the path of a socket has little room.
_session = tempfile.TemporaryDirectory(prefix="ic-tests-", ignore_cleanup_errors=True)
if "PYTEST_XDIST_WORKER" not in os.environ:
    # What tests, and programs that they start or kill, leave in the system's folder goes with the session.
    # Pytest keeps its own where it always does, with what a failed test left there.
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", tempfile.gettempdir())
    os.environ["TMPDIR"] = tempfile.tempdir = _session.name
# Tests that give up root's powers go through it to what was made for them.
Path(_session.name).chmod(0o711)
_strange_home(Path(_session.name), os.environ.__setitem__)


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to test another copy of the program than the one beside these tests."""
    import interview_coach

    found = Path(interview_coach.__file__).resolve().parent.parent
    if found != ROOT:
        raise pytest.UsageError(
            f"interview_coach comes from {found}, not from {ROOT}: run make setup"
        )


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let home, settings, data and caches lie in the test's folder; the home."""
    _strange_home(tmp_path, monkeypatch.setenv)
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:  # QSettings reads the environment only once
        for kind in (core.QSettings.Format.NativeFormat, core.QSettings.Format.IniFormat):
            for scope in (core.QSettings.Scope.UserScope, core.QSettings.Scope.SystemScope):
                core.QSettings.setPath(kind, scope, str(tmp_path / "home" / "config"))
    return tmp_path / "home"


class ExpectedLog:
    """Remembers which log records a test provokes on purpose."""

    def __init__(self) -> None:
        self._patterns: list[re.Pattern[str]] = []

    def __call__(self, pattern: str) -> None:
        """Expect records whose message this regular expression finds."""
        self._patterns.append(re.compile(pattern))

    def covers(self, record: logging.LogRecord) -> bool:
        """Say whether a record was expected."""
        return any(pattern.search(record.getMessage()) for pattern in self._patterns)

    def unseen(self, records: list[logging.LogRecord]) -> list[str]:
        """Return the patterns that no record matched."""
        messages = [record.getMessage() for record in records]
        return [p.pattern for p in self._patterns if not any(map(p.search, messages))]


@pytest.fixture(autouse=True)
def expect_log(caplog: pytest.LogCaptureFixture) -> Iterator[ExpectedLog]:
    """Fail on a log record from WARNING up, unless the test said `expect_log("its message")`."""
    expected = ExpectedLog()
    yield expected
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [record for record in records if record.levelno >= logging.WARNING]
    surprises = [
        f"{r.levelname} {r.name}: {r.getMessage()}" for r in loud if not expected.covers(r)
    ]
    assert not surprises, f"unexpected log records: {surprises}"
    assert not expected.unseen(records), (
        f"expected in the log, not seen: {expected.unseen(records)}"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what came of the faults (tests/faults), from whichever worker they were tried in."""
    reports = [
        report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)
    ]
    said = [
        value for report in reports for name, value in report.user_properties if name == "faults"
    ]
    if said:
        from tests.faults.tally import Tally, table

        tallies = [Tally(**values) for one in said for values in json.loads(str(one))]
        terminalreporter.section("faults")
        terminalreporter.write_line(table(tallies))


# Garbage is collected between tests, on the main thread, as the program collects it between events
# (app/collecting.py): on a thread that works aside, a widget would be freed where Qt does not allow it.
gc.disable()
_COLLECT_ALL_AFTER = 25


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Collect what the test left: what is young after each, all of it now and then."""
    done = item.config.stash.get(_DONE, 0) + 1
    item.config.stash[_DONE] = done
    gc.collect(2 if done % _COLLECT_ALL_AFTER == 0 else 1)


_DONE = pytest.StashKey[int]()
