"""Owns the sheet beside the list for one template: its lines, whom each is for, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.domain.kinds import InterviewKind, Part
from interview_coach.domain.prep import Template, TemplateItem
from interview_coach.domain.search import fold
from interview_coach.domain.template import TemplateDraft, copy_of
from interview_coach.domain.trouble import Invalid
from interview_coach.store import template, templates
from interview_coach.ui import words
from interview_coach.ui.borders import Borders
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.library import template_files
from interview_coach.ui.library.cards import CardText
from interview_coach.ui.library.line_dialog import LineDialog
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    Card,
    FlowLayout,
    IconButton,
    Label,
    LineText,
    QuietButton,
    Rows,
    ScrollPage,
    SectionHeading,
    body,
    small,
)
from interview_coach.ui.widgets.checks import CheckRow

BUILT_IN = "builtin:"


def _renaming(key: str, text: str) -> tuple[Callable[..., Any], tuple[Any, ...]]:
    return template.rename_template, (key, text)


def find(desk: Desk, key: str) -> Template:
    """A template by the key of its card. Raises `Trouble`."""
    if key.startswith(BUILT_IN):
        return templates.for_kind(InterviewKind(key.removeprefix(BUILT_IN)))
    return desk.ask(templates.template, key)


def _holds(found: Template, wanted: list[str]) -> bool:
    texts = [found.name, words.kind_title(found.kind)]
    texts += [text for item in found.items for text in (item.draft.text, item.draft.details)]
    whole = fold(" ".join(texts))
    return all(word in whole for word in wanted)


def template_cards(desk: Desk, query: str) -> list[CardText]:
    """The person's own templates, then the built-in ones, as cards."""
    own = desk.ask(templates.own_templates)
    usual = {found.kind for found in own if found.usual}
    wanted = fold(query).split()
    cards = []
    for found in (*own, *(templates.for_kind(kind) for kind in InterviewKind)):
        if not _holds(found, wanted):
            continue
        chip = tr("built in")
        if found.id:
            chip = tr("mine, in use") if found.usual else tr("mine")
        elif found.kind in usual:
            chip = tr("built in, replaced")
        count = tr_n("{n} line", "{n} lines", len(found.items))
        line = tr("{kind} · {count}", kind=words.kind_title(found.kind), count=count)
        tone = "accent" if found.usual else "neutral"
        key = found.id or f"{BUILT_IN}{found.kind.value}"
        cards.append(CardText(key, found.name, line=line, chip=chip, tone=tone))  # type: ignore[arg-type]
    return cards


def _for_whom(item: TemplateItem) -> str:
    parts = [words.word(part) for part in Part if part in item.parts]
    return tr("for: {parts}", parts=", ".join(parts).lower()) if parts else ""


class LineRow(QWidget):
    """One line of a template.

    Signals:
        edit_wanted(): open it.
        moved(int): one up (-1) or down (1).
        delete_wanted(): take it away.
    """

    edit_wanted = Signal()
    moved = Signal(int)
    delete_wanted = Signal()

    def __init__(
        self, item: TemplateItem, *, editable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(4)
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(body(item.draft.text))
        whom = _for_whom(item)
        if whom:
            column.addWidget(Label(whom, "small", "muted"))
        row.addWidget(text, 1)
        if not editable:
            return
        for icon, name, run in (
            ("arrow-up", tr("Move up"), lambda: self.moved.emit(-1)),
            ("arrow-down", tr("Move down"), lambda: self.moved.emit(1)),
            ("pencil", tr("Edit"), self.edit_wanted.emit),
            ("trash-2", tr("Delete"), self.delete_wanted.emit),
        ):
            button = IconButton(icon, tr("{act}: {line}", act=name, line=item.draft.text))
            button.clicked.connect(run)
            row.addWidget(button)


class TemplatePane(Card):
    """One template. A built-in one is read only: editing it makes a copy that is used in its place.

    Signals:
        made(str): there is a new template; its key.
    """

    made = Signal(str)

    def __init__(
        self, desk: Desk, borders: Borders | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._borders = borders
        self._shown: Template | None = None
        self.key = ""
        self._typing: Typing | None = None
        self._scroll = ScrollPage(margin=0)
        self._scroll.body.setContentsMargins(0, 0, 8, 0)
        self._scroll.body.setSpacing(10)
        self.add(self._scroll, 1)

    def show_template(self, key: str) -> None:
        """Show this one."""
        found = find(self._desk, key)
        if found == self._shown and key == self.key:
            return
        self._shown = found
        self.key = key
        self._make(found)

    def focus_first(self) -> None:
        """The first button."""
        if self._shown is not None:
            (self._name if self._shown.id else self._edit).setFocus()

    def delete(self, key: str) -> None:
        """Put one's own template in the trash; a built-in one stays."""
        if not key.startswith(BUILT_IN):
            self._desk.do(template.delete_template, key)

    def begin_new(self, parent: QWidget) -> None:
        """A new, empty template."""
        del parent
        draft = TemplateDraft(tr("My template"), InterviewKind.OTHER)
        self.made.emit(self._desk.do(template.add_template, draft))

    # --- what is shown ------------------------------------------------------------------------

    def _make(self, found: Template) -> None:
        layout = self._scroll.body
        while layout.count():
            entry = layout.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        own = bool(found.id)
        if own:
            self._name = LineText(found.name, tr("Name of the template"))
            self._typing = Typing(
                self._desk,
                self._name,
                f"template:{found.id}:name",
                self._name.text,
                self._name.set_text,
                partial(_renaming, found.id),
            )
            self._refused = small("", ink="bad")
            self._refused.hide()
            self._typing.refused.connect(self._refuse)
            self._name.edited.connect(self._typing.edited)
            self._name.left.connect(self._typing.finish)
            self._name.submitted.connect(self._typing.finish)
            self._typing.show(found.name)
            self._scroll.add(self._name)
            self._scroll.add(self._refused)
            kind = words.kind_title(found.kind)
            self.usual = CheckRow(
                tr("New interviews begin with it"),
                tr("Kind: {kind}", kind=kind),
                checked=found.usual,
            )
            self.usual.ticked.connect(self._set_usual)
            self._scroll.add(self.usual)
        else:
            self._scroll.add(Label(found.name, "heading", wrap=True))
            self._scroll.add(
                small(
                    tr(
                        "Comes with the program and stays as it is. Editing makes a copy of yours that is used in its place; delete the copy, and this one is used again."
                    )
                )
            )
        self._scroll.add(self._buttons(found))
        self._lines(found)
        layout.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _buttons(self, found: Template) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8, line_spacing=8)
        wanted = []
        if found.id:
            wanted.append(("add", tr("Add line"), "plus", self._add_line))
        else:
            wanted.append(("edit", tr("Edit"), "pencil", self._adopt))
        wanted.append(("copy", tr("Duplicate"), "copy", self._duplicate))
        if self._borders is not None and self._borders.template is not None:
            wanted.append(("export", tr("Export…"), "download", self._export))
            wanted.append(("import", tr("Import…"), "upload", self._import))
        if found.id:
            wanted.append(("delete", tr("Delete"), "trash-2", self._delete))
        self.buttons: dict[str, QuietButton] = {}
        for name, text, icon, run in wanted:
            button = QuietButton(text, icon)
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            button.clicked.connect(run)
            self.buttons[name] = button
            flow.addWidget(button)
        self._edit = self.buttons.get("edit", self.buttons["copy"])
        self._note = small("", ink="bad")
        self._note.hide()
        self._scroll.add(self._note)
        return holder

    def _lines(self, found: Template) -> None:
        heading = None
        rows = Rows()
        place = 0
        for item in found.items:
            head = words.section_title(item.draft.section, item.draft.about)
            if head != heading:
                heading, rows, place = head, Rows(), 0
                self._scroll.add(SectionHeading(head))
                self._scroll.add(rows)
            row = LineRow(item, editable=bool(found.id))
            row.edit_wanted.connect(lambda item=item: self._edit_line(item))
            row.moved.connect(lambda by, item=item, place=place: self._move(item, place + by))
            row.delete_wanted.connect(
                lambda item=item: self._desk.do(template.delete_template_item, item.id)
            )
            rows.add(row)
            place += 1

    # --- what the person does -----------------------------------------------------------------

    def _adopt(self) -> None:
        if self._shown is not None:
            self.made.emit(self._desk.do(template.adopt_template, self._shown.kind))

    def _duplicate(self) -> None:
        if self._shown is None:
            return
        name = tr("{name}, my copy", name=self._shown.name)
        self.made.emit(self._desk.do(template.add_template, copy_of(self._shown, name)))

    def _delete(self) -> None:
        self.delete(self.key)

    def _set_usual(self, usual: bool) -> None:
        self._desk.do(template.set_usual_template, self.key, usual=usual)

    def _add_line(self) -> None:
        LineDialog(self._desk, self.key, None, self).open()

    def _edit_line(self, item: TemplateItem) -> None:
        LineDialog(self._desk, self.key, item, self).open()

    def _move(self, item: TemplateItem, place: int) -> None:
        self._desk.do(template.move_template_item, item.id, max(place, 0))

    def _refuse(self, error: Invalid) -> None:
        self._refused.setText(" ".join(words.complaint(c) for c in error.complaints))
        self._refused.show()

    def _export(self) -> None:
        if self._shown is not None and self._borders is not None:
            self._say(template_files.export(self, self._borders, self._shown))

    def _import(self) -> None:
        if self._borders is None:
            return
        draft, refused = template_files.read(self, self._borders)
        if draft is not None:
            self.made.emit(self._desk.do(template.add_template, draft))
        else:
            self._say(refused)

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
