"""Wires the window's ways in and out to `exchange`, whose modules are loaded when one is taken."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from interview_coach import __version__
from interview_coach.app.reading import readers
from interview_coach.ui.borders import Borders

if TYPE_CHECKING:
    from datetime import datetime

    from interview_coach.domain.brief import Brief
    from interview_coach.domain.calendar import Entry
    from interview_coach.domain.document import Tables
    from interview_coach.domain.forms import Form
    from interview_coach.domain.incoming import Told, Understood
    from interview_coach.domain.prep import Template
    from interview_coach.domain.template import TemplateDraft


def _write(path: Path, data: bytes) -> None:
    from interview_coach.exchange.document import write

    write(path, data)


def _markdown(brief: Brief) -> str:
    from interview_coach.exchange.brief import markdown

    return markdown(brief)


def _export(
    path: Path,
    form: Form,
    passphrase: str,
    schema: int,
    tables: Tables,
    written_at: datetime,
    told: Told,
) -> int:
    from interview_coach.app.wording import Words
    from interview_coach.exchange.forms import Everything, write

    found = Everything(schema, tables, written_at, __version__, Words())
    return write(path, found, form, passphrase, told)


def _reads_back(form: Form, size: int) -> bool:
    from interview_coach.domain.forms import READ_BACK
    from interview_coach.exchange.document import LARGEST

    return form in READ_BACK and size <= LARGEST


def _read(path: Path, passphrase: str, told: Told) -> Understood:
    from interview_coach.exchange.recognise import read

    return read(path, passphrase=passphrase, told=told)


def _calendar(entries: Sequence[Entry], now: datetime, told: Told) -> bytes:
    from interview_coach.exchange.calendar.writing import write_calendar

    return write_calendar(entries, now, told)


def _template(path: Path) -> TemplateDraft:
    from interview_coach.exchange.template import read

    return read(path)


def _template_bytes(template: Template) -> bytes:
    from interview_coach.exchange.template import encode

    return encode(template)


def borders() -> Borders:
    """All of them."""
    return Borders(
        write=_write,
        markdown=_markdown,
        export=_export,
        reads_back=_reads_back,
        read=_read,
        readers=readers(),
        calendar=_calendar,
        template=_template,
        template_bytes=_template_bytes,
    )
