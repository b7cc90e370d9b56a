"""What the window may do with files, given to it by whoever wires it: the screens know no format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from interview_coach.domain.brief import Brief
from interview_coach.domain.calendar import Entry
from interview_coach.domain.document import Tables
from interview_coach.domain.forms import Form
from interview_coach.domain.incoming import Told, Understood
from interview_coach.domain.prep import Template
from interview_coach.domain.template import TemplateDraft
from interview_coach.ui.readers import Readers

# (path, form, passphrase, schema, tables, written at, told) -> the size in bytes.
Export = Callable[[Path, Form, str, int, Tables, datetime, Told], int]


@dataclass(frozen=True, slots=True)
class Borders:
    """The ways out and in.

    `write` puts bytes in a file, and `export` everything in one of its forms, whole or not at all; both
    raise `Trouble`. `reads_back` says whether a file of that form and size can be imported again. `read`
    gives what is understood of a file, with its passphrase if it is locked; it raises `Refused`. The
    `readers` read what is no file of ours. `calendar` gives interviews as a calendar file's bytes.
    `template` reads the file of one template (raises `Refused`), and `template_bytes` makes it.
    """

    write: Callable[[Path, bytes], None]
    markdown: Callable[[Brief], str]
    export: Export
    reads_back: Callable[[Form, int], bool]
    read: Callable[[Path, str, Told], Understood]
    calendar: Callable[[Sequence[Entry], datetime, Told], bytes]
    readers: Readers | None = None
    template: Callable[[Path], TemplateDraft] | None = None
    template_bytes: Callable[[Template], bytes] | None = None
