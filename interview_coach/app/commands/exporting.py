"""`export FILE`: everything in the form that the file's name asks for, also beside an open window."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from interview_coach import __version__
from interview_coach.app.commands import passphrases
from interview_coach.app.commands.frame import Call, Command, Failure, beside
from interview_coach.domain.forms import READ_BACK, Form, form_of
from interview_coach.domain.trouble import Trouble

if TYPE_CHECKING:
    from interview_coach.exchange.forms import Everything


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file",
        metavar="FILE",
        help="where to: .zip archive, .zip.age encrypted, .json, .md.zip, .csv.zip, or a folder",
    )
    parser.add_argument(
        "--as",
        dest="form",
        choices=[form.value for form in Form],
        help="the form, whatever the name; Markdown and tables also go into a new folder",
    )
    parser.add_argument("--overwrite", action="store_true", help="replace a file that is there")
    parser.add_argument("--json", action="store_true", help="answer as JSON")
    passphrases.add_option(parser)


def _run(call: Call) -> int:
    from interview_coach.exchange import document, forms
    from interview_coach.ui import words_commands_exchange as said

    path = Path(call.options.file).absolute()
    form = Form(call.options.form) if call.options.form else form_of(path.name)
    if form is None:
        raise Failure("unknown_ending", said.unknown_ending())
    many = form in {Form.MARKDOWN, Form.TABLES} and form_of(path.name) is None
    if path.exists() and not many and (path.is_dir() or not call.options.overwrite):
        raise Failure("there_already", said.there_already(str(path)))
    passphrase = passphrases.passphrase(call, new=True) if form is Form.LOCKED else ""
    found = _everything(call)
    try:
        if many:
            size = forms.write_folder(path, found, form)
        else:
            size = forms.write(path, found, form, passphrase)
    except Trouble as trouble:
        # Of the place it was to go to, not of the data folder.
        raise Failure(trouble.code, said.not_exported(trouble)) from trouble
    readable = form not in READ_BACK or size <= document.LARGEST
    if call.wants_json:
        counts = {name: len(rows) for name, rows in found.tables.items()}
        call.show(
            {"ok": True, "file": str(path), "form": form.value, "bytes": size, "counts": counts}
        )
    else:
        call.say((said.exported if readable else said.too_large_to_read_back)(str(path)))
    return 0


def _everything(call: Call) -> Everything:
    from interview_coach.app.wording import Words
    from interview_coach.exchange.forms import Everything
    from interview_coach.store.document import everything

    with beside(call.folder) as store, store.reader() as reader:
        schema, tables = everything(reader)
        return Everything(schema, tables, store.clock(), __version__, Words())


COMMAND = Command(
    "export",
    "write everything out: as an archive, a document, Markdown or tables",
    _arguments,
    _run,
)
