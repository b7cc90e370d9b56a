"""What holds for every command: no Qt, one sentence on failure, the old options as before."""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from interview_coach.app import places
from interview_coach.app.commands.frame import Call, Command, Failure, attempt, beside, opened
from interview_coach.app.commands.table import COMMANDS
from interview_coach.app.main import main, parser
from interview_coach.domain.trouble import Trouble
from interview_coach.store import interviews
from interview_coach.store.opening import FILE_NAME, LOCK_NAME, connect
from tests.app.commands.running import Shell, Told
from tests.store.processes import holding
from tests.stores import Clock, new_store

WITHOUT_QT = """
import sys
from interview_coach.app.main import main
try:
    status = main(sys.argv[1:])
except SystemExit as end:
    status = end.code
print(status, sorted(name for name in sys.modules if name.split(".")[0] in ("PySide6", "shiboken6")))
"""


def failing(error: BaseException) -> Command:
    def run(_call: Call) -> int:
        raise error

    return Command("fail", "fail", lambda _parser: None, run)


def attempted(command: Command, folder: Path, **options: object) -> Told:
    out, error = io.StringIO(), io.StringIO()
    status = attempt(command, Call(folder, argparse.Namespace(**options), out, error))
    return Told(status, out.getvalue(), error.getvalue())


@pytest.mark.parametrize(
    "words", [["backup"], ["restore", "{backup}"], ["check"], ["check", "--json"], ["--help"]]
)
def test_no_command_loads_qt(folder: Path, words: list[str]) -> None:
    with beside(folder) as store:
        made = store.back_up()
    words = [word.format(backup=made) for word in words]
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, "--data-dir", str(folder), *words],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "0 []"


def test_every_command_stands_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])
    assert end.value.code == 0
    said = capsys.readouterr().out
    assert all(f"\n    {command.name}" in said for command in COMMANDS)


def test_the_folder_may_be_named_on_either_side() -> None:
    assert parser().parse_args(["--data-dir", "a", "backup"]).data_dir == "a"
    assert parser().parse_args(["backup", "--data-dir", "b"]).data_dir == "b"
    assert parser().parse_args(["backup"]).data_dir is None


def test_without_a_command_the_options_are_as_before() -> None:
    options = parser().parse_args(["--data-dir", "a", "--trace-start", "--look-around"])
    assert (options.command, options.data_dir) == (None, "a")
    assert options.trace_start
    assert options.look_around


def test_a_command_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["bakcup"])
    assert end.value.code == 2
    assert "bakcup" in capsys.readouterr().err


def test_a_folder_without_a_store_stays_without_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shell = Shell(tmp_path / "nowhere", capsys)
    assert shell.refused("backup").startswith("There is no data in this folder.")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (Failure("mine", "My sentence."), "mine", "My sentence."),
        (Trouble("read_only"), "read_only", "The data cannot be written. The folder is read-only."),
        (Trouble("in_use"), "in_use", "Interview Coach has this data open: close its window"),
        (OSError(28, "secret"), "no_space", "The disk is full."),
        (ValueError("secret"), "unexpected", "did not expect (ValueError)."),
    ],
)
def test_whatever_goes_wrong_is_one_sentence(
    tmp_path: Path, error: Exception, code: str, said: str
) -> None:
    told = attempted(failing(error), tmp_path)
    assert told.status == 1
    assert said in told.error
    assert told.error.count("\n") == 1
    assert "secret" not in told.error
    assert told.out == ""
    scripted = attempted(failing(error), tmp_path, json=True)
    assert scripted.status == 1
    answer = scripted.json
    assert (answer["ok"], answer["code"]) == (False, code)
    assert answer["sentence"] + "\n" == scripted.error


def faulty(secret: str) -> None:
    raise ValueError(secret)


def test_a_developer_is_shown_where_and_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(_call: Call) -> int:
        faulty("secret")
        return 0

    command = Command("fail", "fail", lambda _parser: None, run)
    monkeypatch.setenv("INTERVIEW_COACH_TRACEBACK", "1")
    told = attempted(command, tmp_path)
    sentence, _, rest = told.error.partition("\n")
    assert sentence.endswith("did not expect (ValueError).")
    assert "faulty (test_frame.py:" in rest
    assert "secret" not in told.error
    assert attempted(failing(Trouble("read_only")), tmp_path).error.count("\n") == 1


def ran(words: list[str], out: int) -> tuple[int, str]:
    """The program as a process of its own, its answer buffered as usual; status and stderr."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-m", "interview_coach", *words],
        env=environment, stdout=out, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
    )  # fmt: skip
    return done.returncode, done.stderr


@pytest.mark.parametrize("words", [["check"], ["check", "--json"]])
def test_an_answer_that_finds_no_room_is_one_sentence(folder: Path, words: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        status, said = ran(["--data-dir", str(folder), *words], full.fileno())
    assert (status, said.count("\n")) == (1, 1)
    assert said.startswith("The disk is full.")


@pytest.mark.parametrize("words", [["check"], ["check", "--json"]])
def test_an_answer_that_nobody_reads_is_one_sentence(folder: Path, words: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        status, said = ran(["--data-dir", str(folder), *words], write)
    finally:
        os.close(write)
    assert (status, said.count("\n")) == (1, 1)
    assert "nobody was reading it" in said


def test_where_no_folder_can_be_named_it_is_one_sentence() -> None:
    status, said = ran(["--data-dir", "~nobody-of-this-name/secret", "check"], subprocess.DEVNULL)
    assert (status, said.count("\n")) == (1, 1)
    assert said.endswith("did not expect (RuntimeError).\n")


def test_an_interrupted_command_says_nothing(tmp_path: Path) -> None:
    told = attempted(failing(KeyboardInterrupt()), tmp_path)
    assert (told.status, told.out, told.error) == (130, "", "")


def test_what_writes_has_the_store_alone(folder: Path) -> None:
    with opened(folder) as store:
        assert store.ask(interviews.known_names).companies
        with pytest.raises(Trouble) as trouble, opened(folder):
            pass
        assert trouble.value.code == "in_use"
    with pytest.raises(Trouble) as trouble, opened(folder.parent / "none"):
        pass
    assert trouble.value.code == "no_store"
    with opened(folder.parent / "none", make=True) as store:
        assert store.fresh


def test_what_reads_does_so_while_a_window_has_the_store(folder: Path) -> None:
    with holding(folder), beside(folder) as store, store.reader() as reader:
        assert "Held" in interviews.known_names(reader).companies


def test_while_a_command_reads_no_window_comes_up(folder: Path) -> None:
    with beside(folder), pytest.raises(Trouble) as trouble:
        new_store(folder)
    assert trouble.value.code == "in_use"
    new_store(folder, Clock()).close()


def test_after_an_unclean_stop_reading_changes_nothing(folder: Path) -> None:
    with holding(folder):
        pass
    before = {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.endswith("-shm")}
    with beside(folder) as store, store.reader() as reader:
        assert "Held" in interviews.known_names(reader).companies
    after = {p.name: p.read_bytes() for p in folder.iterdir() if not p.name.endswith("-shm")}
    assert before == after


def test_an_older_store_is_left_as_it_is(folder: Path) -> None:
    raw = connect(folder / FILE_NAME)
    raw.execute("PRAGMA user_version=0")
    raw.close()
    with beside(folder) as store:
        assert store.schema == 0
        with pytest.raises(Trouble) as trouble, store.reader():
            pass
    assert trouble.value.code == "older"


@pytest.mark.parametrize("content", [b"", b"not a database, whatever its name says" * 50])
def test_what_is_no_store_is_refused_and_left_alone(
    folder: Path, shell: Shell, content: bytes
) -> None:
    (folder / FILE_NAME).write_bytes(content)
    assert "not Interview Coach" in shell.refused("backup")
    assert (folder / FILE_NAME).read_bytes() == content
    assert {p.name for p in folder.iterdir()} <= {FILE_NAME, LOCK_NAME}


def test_the_usual_place_is_the_one_that_qt_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.ENVIRONMENT)
    generic = QStandardPaths.StandardLocation.GenericDataLocation

    def same() -> bool:
        named = Path(QStandardPaths.writableLocation(generic))
        return places.data_folder(None).parent == named

    assert same()
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    assert same()
    monkeypatch.setenv("XDG_DATA_HOME", "relative/share")
    assert same()
