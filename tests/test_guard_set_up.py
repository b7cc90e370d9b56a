"""Guards the guards of conftest.py: a promise that nobody checks is soon broken."""

import logging
import os
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, QSettings, QStandardPaths

from tests.conftest import ROOT, ExpectedLog


def test_home_settings_and_data_lie_in_the_tests_folder(tmp_path: Path) -> None:
    locations = QStandardPaths.StandardLocation
    folders = [
        Path.home(),
        Path(QDir.homePath()),
        Path(os.environ["INTERVIEW_COACH_DATA_DIR"]),
        *(
            Path(QStandardPaths.writableLocation(location))
            for location in (
                locations.AppDataLocation,
                locations.AppConfigLocation,
                locations.CacheLocation,
                locations.RuntimeLocation,
            )
        ),
        Path(QSettings("Interview Coach", "Interview Coach").fileName()),
        Path(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "a", "b").fileName()),
    ]
    assert all(folder.is_relative_to(tmp_path) for folder in folders), folders


def test_a_warning_is_an_error() -> None:
    with pytest.raises(UserWarning, match="said aloud"):
        warnings.warn("said aloud", stacklevel=1)


def test_an_expected_log_record_passes(expect_log: ExpectedLog) -> None:
    expect_log("the disk .* full")
    logging.getLogger("interview_coach").warning("the disk is %s", "full")


@pytest.mark.parametrize(
    ("body", "outcome", "said"),
    [
        ("logging.getLogger('x').warning('surprise')", {"passed": 1, "errors": 1}, "surprise"),
        ("expect_log('never said')", {"passed": 1, "errors": 1}, "never said"),
        ("qWarning('from Qt')", {"failed": 1}, "from Qt"),
        ("warnings.warn('old')", {"failed": 1}, "old"),
    ],
    ids=["log", "expected but silent", "Qt", "warning"],
)
def test_what_goes_wrong_quietly_fails_the_test(
    pytester: pytest.Pytester, body: str, outcome: dict[str, int], said: str
) -> None:
    pytester.makepyfile(
        "import logging, warnings\n"
        "from PySide6.QtCore import qWarning\n"
        "from tests.conftest import expect_log, own_home\n"
        f"def test_it(expect_log):\n    {body}\n"
    )
    result = pytester.runpytest_subprocess(
        "-c", str(ROOT / "pyproject.toml"), "-o", "cache_dir=cache", "-p", "no:randomly"
    )
    result.assert_outcomes(**outcome)
    result.stdout.fnmatch_lines([f"*{said}*"])


def test_the_locale_and_the_zone_are_the_same_everywhere() -> None:
    code = "import time; print(time.tzname)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "('CET', 'CEST')\n"
    assert os.environ["LC_ALL"] == "C.UTF-8"
