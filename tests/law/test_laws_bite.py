"""Proves that each law is broken by what breaks it, and by nothing else."""

import subprocess
from pathlib import Path

import pytest

from tests.law.code import Code
from tests.law.test_law import LAWS

DOC = '"""Owns a thing."""\n'
# A small project that keeps every law, with the cases that come near a breach.
SOUND = {
    "interview_coach/__init__.py": "__version__ = '1'",
    "interview_coach/__main__.py": "from interview_coach.app.main import main",
    "interview_coach/shipped.py": "from pathlib import Path",
    "interview_coach/app/main.py": "from interview_coach.ui.shell.window import Window\n"
    "from interview_coach.store.opening import opened\nimport sys\nsys.stdout.write('1.0')",
    "interview_coach/domain/prep.py": "from datetime import datetime, time\nfrom zoneinfo import ZoneInfo\n"
    "noon = time(12)\nclass HiringManager: ...",
    "interview_coach/store/prep.py": "from sqlmodel import select\nfrom interview_coach.domain import prep\n"
    "from interview_coach.store.tables import Item\nfrom interview_coach.shipped import folder",
    "interview_coach/store/tables.py": "from sqlmodel import SQLModel\nclass Item(SQLModel, table=True): ...",
    "interview_coach/store/migrations/r1.py": "import sqlalchemy as sa\nfrom alembic import op",
    "interview_coach/exchange/ics.py": "import icalendar\nfrom PySide6.QtPdf import QPdfDocument\n"
    "from interview_coach.domain import prep",
    "interview_coach/ui/widgets/card.py": "from PySide6.QtWidgets import QFrame\n"
    "from interview_coach.ui.theme import tokens\nfrom interview_coach.ui.text import tr",
    "interview_coach/ui/prep/page.py": "from interview_coach.store import prep\n"
    "from interview_coach.ui.text import tr, tr_n\nfrom interview_coach.ui.widgets.card import Card, Icon\n"
    "QLabel(tr('Points')).setObjectName('points')\nbox.addItem(tr('Phone'), 'phone')\n"
    "label.setText(f'{a} – {b}')\nlabel.setText(tr('Yes') if a else tr('No'))\nlabel.setText(name)\n"
    "tr('{n} of {m}', n=1, m=2)\ntr_n('{n} point', '{n} points', 3)\ntr('{a}', **args)\n"
    "Card(tr('Points'), 'accent')\nIcon('arrow-left')\nlogger.warning('disk full')",
    "interview_coach/ui/interview/page.py": "from interview_coach.ui.prep.page import Page",
    "interview_coach/ui/shell/window.py": "from interview_coach.ui.interview.page import Page",
    "tests/store/test_prep.py": "from interview_coach.store.tables import Item",
}
P = "interview_coach/"
BREACHES: list[tuple[str, str, str]] = [
    ("links are opened in one place", P + "ui/prep/a.py", "QDesktopServices.openUrl(url)"),
    ("layouts are looked into in one way", P + "ui/prep/a.py", "part = layout.itemAt(0)"),
    ("the focus is watched in one place", P + "ui/prep/a.py", "app.focusChanged.connect(go)"),
    ("no text is read as markup", P + "ui/prep/a.py", "document.setHtml(text)"),
    ("no text is read as markup", P + "ui/prep/a.py", "box = QTextBrowser()"),
    (
        "domain imports the standard library and nothing else",
        P + "domain/a.py",
        "from PySide6.QtCore import QDate",
    ),
    ("domain imports the standard library and nothing else", P + "domain/a.py", "import pydantic"),
    (
        "domain imports the standard library and nothing else",
        P + "domain/a.py",
        "from interview_coach import ui",
    ),
    (
        "domain imports the standard library and nothing else",
        P + "domain/a.py",
        "from ..store import prep",
    ),
    ("domain imports the standard library and nothing else", P + "domain/a.py", "import sqlite3"),
    (
        "domain reaches for no file, process, net, clock or chance",
        P + "domain/a.py",
        "import random",
    ),
    (
        "domain reaches for no file, process, net, clock or chance",
        P + "domain/a.py",
        "from pathlib import Path",
    ),
    (
        "store imports domain and the libraries of its database",
        P + "store/a.py",
        "from PySide6 import QtCore",
    ),
    (
        "store imports domain and the libraries of its database",
        P + "store/a.py",
        "from interview_coach.ui import words",
    ),
    (
        "exchange imports no widgets, no store, no ui and no app",
        P + "exchange/a.py",
        "from PySide6.QtWidgets import QLabel",
    ),
    (
        "exchange imports no widgets, no store, no ui and no app",
        P + "exchange/a.py",
        "from interview_coach.store import tables",
    ),
    (
        "ui imports PySide6, domain and the store",
        P + "ui/prep/a.py",
        "def f():\n    from sqlmodel import select",
    ),
    (
        "ui imports PySide6, domain and the store",
        P + "ui/a.py",
        "importlib.import_module('sqlalchemy.orm')",
    ),
    (
        "ui imports nothing of the store's inside",
        P + "ui/prep/a.py",
        "from interview_coach.store import tables",
    ),
    (
        "ui imports nothing of the store's inside",
        P + "ui/prep/a.py",
        "from interview_coach.store.tables import Item",
    ),
    ("tables stay in the store", P + "app/a.py", "from interview_coach.store.tables import Item"),
    (
        "tables stay in the store",
        P + "exchange/a.py",
        "from interview_coach.store.engine import connect",
    ),
    (
        "theme and widgets import PySide6 and each other",
        P + "ui/widgets/a.py",
        "from interview_coach.store import prep",
    ),
    (
        "theme and widgets import PySide6 and each other",
        P + "ui/theme/a.py",
        "from interview_coach.ui.prep import page",
    ),
    (
        "a feature of ui imports no other feature",
        P + "ui/review/a.py",
        "from interview_coach.ui.prep.page import Page",
    ),
    (
        "a feature of ui imports no other feature",
        P + "ui/timeline.py",
        "from interview_coach.ui import prep",
    ),
    ("nobody imports app", P + "ui/a.py", "from interview_coach.app.main import main"),
    ("nobody imports another SQLite than the store's", P + "store/a.py", "import sqlite3"),
    (
        "nobody imports another SQLite than the store's",
        "tests/store/test_a.py",
        "from sqlite3 import connect",
    ),
    (
        "nobody imports another SQLite than the store's",
        P + "ui/a.py",
        "from PySide6.QtSql import QSqlDatabase",
    ),
    ("only the store imports sqlcipher3", P + "app/a.py", "from sqlcipher3 import dbapi2"),
    (
        "migrations import neither tables nor domain",
        P + "store/migrations/r2.py",
        "from interview_coach.store.tables import Item",
    ),
    (
        "migrations import neither tables nor domain",
        P + "store/migrations/r2.py",
        "from interview_coach.domain import kinds",
    ),
    (
        "the leaf modules import the standard library",
        P + "shipped.py",
        "from PySide6 import QtCore",
    ),
    ("names of modules and classes say something", P + "ui/prep_utils.py", "pass"),
    ("names of modules and classes say something", "tests/store/helpers.py", "pass"),
    ("names of modules and classes say something", P + "ui/a.py", "class StoryManager: ..."),
    ("the product neither prints nor waits", P + "ui/a.py", "print('x')"),
    ("the product neither prints nor waits", P + "ui/a.py", "time.sleep(1)"),
    ("the product neither prints nor waits", P + "ui/a.py", "QApplication.processEvents()"),
    ("domain is told the time, and opens nothing", P + "domain/a.py", "datetime.now(UTC)"),
    ("domain is told the time, and opens nothing", P + "domain/a.py", "date.today()"),
    ("domain is told the time, and opens nothing", P + "domain/a.py", "open('x')"),
    ("no file is longer than 400 lines", P + "ui/a.py", "pass\n" * 400),
    (
        "tables do not postpone their annotations",
        P + "store/tables.py",
        "from __future__ import annotations\nclass Item(SQLModel, table=True): ...",
    ),
    (
        "no file names a machine or an index of packages",
        "README.md",
        "It lies in /ho" + "me/ada/coach.",
    ),
    (
        "no file names a machine or an index of packages",
        "packaging/requirements.lock",
        "--extra-index" + "-url x",
    ),
    ("every sentence in the window goes through tr", P + "ui/a.py", "QLabel('Today')"),
    (
        "every sentence in the window goes through tr",
        P + "ui/a.py",
        "label.setText(f'{n} lessons')",
    ),
    (
        "every sentence in the window goes through tr",
        P + "ui/a.py",
        "label.setToolTip('a' if b else tr('c'))",
    ),
    ("every sentence in the window goes through tr", P + "ui/a.py", "label.setText('%s left' % n)"),
    (
        "every sentence in the window goes through tr",
        P + "ui/a.py",
        "label.setText('{} left'.format(n))",
    ),
    (
        "every sentence in the window goes through tr",
        P + "ui/a.py",
        "box.addItems([tr('a'), 'Phone'])",
    ),
    ("every sentence in the window goes through tr", P + "ui/a.py", "box.addItem(icon, 'Phone')"),
    ("every sentence in the window goes through tr", P + "ui/a.py", "menu.addAction('Undo')"),
    ("every sentence in the window goes through tr", P + "ui/a.py", "Row(title='Undo it')"),
    (
        "every sentence in the window goes through tr",
        P + "ui/a.py",
        "label.setAccessibleName('name')",
    ),
    (
        "every sentence in the window goes through tr",
        P + "ui/a.py",
        "from interview_coach.ui.widgets.card import Card\nCard('Points')",
    ),
    (
        "every sentence in the window goes through tr",
        P + "app/a.py",
        "QMessageBox.warning(self, tr('a'), 'Full')",
    ),
    ("every sentence can be extracted for translation", P + "ui/a.py", "tr(text)"),
    ("every sentence can be extracted for translation", P + "ui/a.py", "tr(f'{a} lessons')"),
    (
        "every sentence can be extracted for translation",
        P + "ui/a.py",
        "tr_n('{n} lesson', plural, 2)",
    ),
    ("a sentence is given the placeholders it names", P + "ui/a.py", "tr('at {company}', role=x)"),
    (
        "a sentence is given the placeholders it names",
        P + "ui/a.py",
        "tr_n('{n} at {x}', '{n} at {x}', 2)",
    ),
]


def build(root: Path, files: dict[str, str]) -> Code:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DOC + text if name.endswith(".py") else text, encoding="utf-8")
        for folder in path.relative_to(root).parents:
            init = root / folder / "__init__.py"
            if name.endswith(".py") and folder != Path() and not init.exists():
                init.write_text(DOC, encoding="utf-8")
    return Code(root)


@pytest.mark.parametrize("sentence", LAWS)
def test_a_sound_project_keeps_every_law(tmp_path: Path, sentence: str) -> None:
    assert LAWS[sentence](build(tmp_path, SOUND)) == []


@pytest.mark.parametrize("sentence", LAWS)
def test_an_empty_project_keeps_every_law(tmp_path: Path, sentence: str) -> None:
    assert LAWS[sentence](Code(tmp_path)) == []


@pytest.mark.parametrize(
    ("sentence", "path", "text"), BREACHES, ids=[f"{i}-{b[0]}" for i, b in enumerate(BREACHES)]
)
def test_a_breach_is_found(tmp_path: Path, sentence: str, path: str, text: str) -> None:
    breaches = LAWS[sentence](build(tmp_path, {**SOUND, path: text}))
    assert len(breaches) == 1, breaches
    assert breaches[0].startswith(path)


def test_a_module_without_docstring_is_found(tmp_path: Path) -> None:
    code = build(tmp_path, SOUND)
    (tmp_path / "interview_coach/ui/bare.py").write_text("x = 1\n")
    code = Code(tmp_path)
    found = LAWS["every module's docstring says what it owns"](code)
    assert found == ["interview_coach/ui/bare.py: no docstring"]


def test_only_tracked_files_are_looked_at(tmp_path: Path) -> None:
    law = LAWS["no file names a machine or an index of packages"]
    code = build(tmp_path, {"a.md": "/ro" + "ot/x", "b.md": "/ro" + "ot/x"})
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    subprocess.run(["git", "-C", str(tmp_path), "add", "a.md"], check=True)
    assert law(code) == ["a.md:1: /ro" + "ot/x"]


def test_every_law_is_proven_to_bite() -> None:
    proven = {sentence for sentence, _, _ in BREACHES}
    assert set(LAWS) - proven == {"every module's docstring says what it owns"}
