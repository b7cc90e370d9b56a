"""Owns the dialog for one line of a template: what it says, where it goes, and whom it is for."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.kinds import About, Part, Section
from interview_coach.domain.prep import PrepDraft, TemplateItem
from interview_coach.domain.trouble import Invalid
from interview_coach.store import template
from interview_coach.ui import words
from interview_coach.ui.desk import Desk, Typing
from interview_coach.ui.text import tr
from interview_coach.ui.widgets import (
    ChoiceField,
    Field,
    FlowLayout,
    LineText,
    LongText,
    NumberField,
    PrimaryButton,
    QuietButton,
    small,
)
from interview_coach.ui.widgets.checks import CheckRow

_GROUPS: tuple[tuple[Section, About | None], ...] = (
    (Section.RESEARCH, None),
    (Section.TALKING_POINT, About.THEM),
    (Section.TALKING_POINT, About.ME),
    (Section.STORY, None),
    (Section.QUESTION, None),
    (Section.LOGISTICS, None),
)


class LineDialog(QDialog):
    """One line; what is typed waits for the next time when it is closed without saving.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, owner: str, item: TemplateItem | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(tr("Edit line") if item else tr("Add line"))
        self.resize(480, 540)
        self._desk, self._owner, self._item = desk, owner, item
        self.text = LineText(name=tr("Text"))
        self.details = LongText(name=tr("Details"), min_lines=2, max_lines=6)
        self.group = ChoiceField(
            [(place, words.section_title(*group)) for place, group in enumerate(_GROUPS)],
            0,
            tr("Section"),
        )
        self.minutes = NumberField(3, tr("Minutes to prepare"), lowest=1, highest=240)
        self._text_field = Field(tr("Text"), self.text)
        self.parts = {part: CheckRow(words.word(part)) for part in Part}
        self._restored = small(tr("Restored what you had typed."), ink="attention")
        self._restored.hide()
        self._lay_out()
        field = f"template:{owner}:line:{item.id if item else 'new'}"
        self.typing = Typing(desk, self, field, self._read, self._write, lambda _text: None)
        self.typing.recovered.connect(self._restored.show)
        for typed in (self.text, self.details):
            typed.edited.connect(self.typing.edited)
        draft = item.draft if item else PrepDraft(Section.RESEARCH, "")
        self.typing.show(self._packed(draft, item.parts if item else frozenset()))
        self.text.setFocus()

    def save(self) -> None:
        """Do the deed, or say what is wrong beside the field."""
        section, about = _GROUPS[int(str(self.group.value))]
        parts = [part for part, row in self.parts.items() if row.tick.isChecked()]
        weight = self._item.draft.weight if self._item else 2
        draft = PrepDraft(
            section,
            self.text.text(),
            self.details.text,
            about=about,
            minutes=self.minutes.value(),
            weight=weight,
        )
        try:
            if self._item is None:
                self._desk.do(template.add_template_item, self._owner, draft, parts)
            else:
                self._desk.do(template.edit_template_item, self._item.id, draft, parts)
        except Invalid as error:
            self._text_field.show_error(" ".join(words.complaint(c) for c in error.complaints))
            self.text.setFocus()
            return
        self.typing.drop()
        self.accept()

    def reject(self) -> None:
        """Close; what was typed is there the next time."""
        self.typing.scribble()
        super().reject()

    @staticmethod
    def _packed(draft: PrepDraft, parts: frozenset[Part]) -> str:
        place = _GROUPS.index((draft.section, draft.about))
        who = [part.value for part in Part if part in parts]
        kept = [draft.text, draft.details, place, draft.minutes, who]
        return json.dumps(kept, ensure_ascii=False)

    def _read(self) -> str:
        who = [part.value for part, row in self.parts.items() if row.tick.isChecked()]
        place = int(str(self.group.value))
        kept = [self.text.text(), self.details.text, place, self.minutes.value(), who]
        return json.dumps(kept, ensure_ascii=False)

    def _write(self, packed: str) -> None:
        text, details, place, minutes, who = json.loads(packed)
        self.text.set_text(text)
        self.details.set_text(details)
        self.group.set_value(place)
        self.minutes.set_value(minutes)
        for part, row in self.parts.items():
            row.tick.setChecked(part.value in who)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(12)
        column.addWidget(self._restored)
        column.addWidget(self._text_field)
        column.addWidget(Field(tr("Details"), self.details))
        column.addWidget(Field(tr("Section"), self.group))
        column.addWidget(Field(tr("Minutes to prepare"), self.minutes))
        column.addWidget(small(tr("Only when one of these sits opposite; none means anybody.")))
        holder = QWidget()
        flow = FlowLayout(holder, spacing=14, line_spacing=0)
        for row in self.parts.values():
            flow.addWidget(row)
        column.addWidget(holder)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        cancel = QuietButton(tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save_button = PrimaryButton(tr("Save"))
        self.save_button.clicked.connect(self.save)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        column.addLayout(foot)
