"""Owns the preview of a table: its columns, what only the person knows, and what would become of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from interview_coach.domain.incoming import Understood
from interview_coach.domain.table import (
    Fate,
    Part,
    Table,
    asked,
    recalled,
    remembered,
    signature,
    with_part,
)
from interview_coach.domain.table_days import DayOrder
from interview_coach.domain.table_rows import DECISIONS, planned
from interview_coach.domain.trouble import Trouble
from interview_coach.store import settings
from interview_coach.store import table as tables
from interview_coach.ui import say, words, words_table
from interview_coach.ui.desk import Desk, local_zone
from interview_coach.ui.jobs import Job, Jobs, Told
from interview_coach.ui.tables.columns import ColumnChoices
from interview_coach.ui.tables.meanings import Meanings
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import (
    Bar,
    Card,
    DateField,
    Divider,
    Field,
    Label,
    NumberField,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    announce,
    muted,
    small,
)

_SEEN = 6
_MORNING = 10
_BOX = 220


class TableDialog(QDialog):
    """A table, looked over before any of it is taken over.

    Signals: those of QDialog.
    """

    def __init__(self, desk: Desk, found: Understood, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import {name}", name=found.name))
        self.setModal(True)
        self._desk = desk
        self._table: Table = found.what
        self._name = f"table:{signature(self._table.header)}"
        self.choices = recalled(self._table, desk.ask(settings.setting, self._name))
        self._known = desk.ask(tables.imported_keys)
        self._today = desk.now().astimezone(desk.local()).date()
        self._job: Job | None = None
        self._jobs = Jobs(self)
        self._build()
        self._show()
        self.resize(current().px(780), current().px(760))
        self.columns.choices[0].setFocus()

    def _build(self) -> None:
        page = ScrollPage(margin=24)
        page.body.setSpacing(16)
        page.add(muted(words_table.about(self._table)))
        first = Card(tr("What the columns are about"))
        self.columns = ColumnChoices(self._table)
        self.columns.chosen.connect(self._choose_part)
        first.add(self.columns)
        page.add(first)
        self._second = Card(tr("What only you know"))
        self.meanings = Meanings()
        self.meanings.order_chosen.connect(self._choose_order)
        self.meanings.state_chosen.connect(self._choose_state)
        self._second.add(self.meanings)
        self.hour = NumberField(_MORNING, tr("Hour"), lowest=0, highest=23)
        self.hour_field = Field(
            tr("Interviews without a time begin at this hour"),
            self.hour,
            tr("0 to 23, by your clock"),
        )
        self.undated = DateField(self._today, tr("Day of answers without one"))
        self.undated.setMaximumDate(self.undated.date())
        self.undated.setDisplayFormat("d MMM yyyy")
        for box in (self.hour, self.undated):
            box.setMaximumWidth(current().px(_BOX))
        self.undated_field = Field(tr("Answers without a day count as of"), self.undated)
        for field in (self.hour_field, self.undated_field):
            self._second.add(field)
        page.add(self._second)
        third = Card(tr("What it becomes"))
        self.would = Label("", "body", wrap=True)
        self.rows = small()
        third.add(self.would)
        third.add(self.rows)
        page.add(third)
        page.body.addStretch(1)
        self.still_open = small("", ink="attention")
        self.bar = Bar(0, 0, tr("Importing"))
        self.bar.hide()
        self.cancel_button = QuietButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.import_button = PrimaryButton(tr("Import"))
        self.import_button.clicked.connect(self.take)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 14, 24, 14)
        foot.setSpacing(12)
        foot.addWidget(self.still_open, 1)
        foot.addWidget(self.bar, 1)
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(page, 1)
        column.addWidget(Divider())
        column.addLayout(foot)

    # --- what the person says -----------------------------------------------------------------

    def _choose_part(self, place: int, part: Part) -> None:
        self.choices = with_part(self._table, self.choices, place, part)
        self._show()

    def _choose_order(self, order: object) -> None:
        self.choices = replace(self.choices, order=DayOrder(str(order)))
        self._show()

    def _choose_state(self, state: str, fate: Fate) -> None:
        self.choices = replace(self.choices, states={**self.choices.states, state: fate})
        self._show()

    def _show(self) -> None:
        self.plan = planned(self._table, self.choices, self._known)
        questions = asked(self._table, self.choices)
        self.columns.show_choices(self.choices)
        self.meanings.show_questions(self._table, self.choices)
        untimed = any(row.start is not None and not row.timed for row in self.plan.rows)
        undated = any(row.fate in DECISIONS and row.decided_on is None for row in self.plan.rows)
        self.hour_field.setVisible(untimed)
        self.undated_field.setVisible(undated)
        self._second.setVisible(not self.meanings.isHidden() or untimed or undated)
        self.would.setText(words_table.would(self.plan))
        seen = [words_table.row(row, self._today) for row in self.plan.rows[:_SEEN]]
        more = len(self.plan.rows) - len(seen)
        if more > 0:
            seen.append(tr_n("and one more", "and {n} more", more))
        self.rows.setText("\n".join(seen))
        self.rows.setVisible(bool(seen))
        self.still_open.setText(" ".join(words_table.questions(questions)))
        self.import_button.setEnabled(not questions and bool(self.plan.rows))
        self.import_button.setText(
            tr_n("Import one row", "Import {n} rows", len(self.plan.rows))
            if self.plan.rows
            else tr("Nothing to import")
        )

    # --- taken over ---------------------------------------------------------------------------

    def take(self) -> None:
        """Back up, then take the rows over in one step, aside."""
        if self._job is not None:
            return
        self._desk.flush()
        # The choices first: taking the import back shall not forget them.
        self._desk.do(settings.set_setting, self._name, remembered(self.choices))
        store, rows, zone, hour = self._desk.store, self.plan.rows, local_zone(), self.hour.value()
        undated: date = self.undated.value or self._today

        def work(told: Told) -> int:
            store.back_up("before-import")
            return store.do(tables.import_table, rows, zone, hour, undated, told)

        self._job = self._jobs.start(work)
        self._job.progress.connect(self.bar.set_share)
        self._job.finished.connect(self._finished)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._ended)
        self.still_open.hide()
        self.bar.show()
        self.import_button.setEnabled(False)
        announce(self, tr("Backing up first…"))

    def _finished(self) -> None:
        self._job = None
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._ended()
        if not isinstance(error, Trouble):
            raise error
        say.warn(self, words.trouble(error))

    def _ended(self) -> None:
        self._job = None
        self.bar.hide()
        self.still_open.show()
        self._show()

    def reject(self) -> None:
        """Esc, Cancel or the cross: while rows are taken over it stops that, and takes all back."""
        if self._job is not None:
            self._job.cancel()
            return
        super().reject()

    def done(self, result: int) -> None:
        """Nothing of it may run on when it is closed with its window."""
        self._jobs.drain()
        super().done(result)
