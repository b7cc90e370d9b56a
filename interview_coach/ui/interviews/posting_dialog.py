"""Owns the dialog in which a posting becomes an opportunity: read, looked over, then saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from interview_coach.domain.posting import Because, Posting
from interview_coach.domain.requirements import proposed
from interview_coach.store import posting
from interview_coach.ui import words_incoming
from interview_coach.ui.dates import long_day
from interview_coach.ui.desk import Desk
from interview_coach.ui.interviews.form import Kept, Raw, text_in
from interview_coach.ui.interviews.opportunity_dialog import OpportunityDialog
from interview_coach.ui.interviews.posting_source import PostingSource
from interview_coach.ui.readers import Readers, dropped_file
from interview_coach.ui.text import tr, tr_n
from interview_coach.ui.widgets import (
    Card,
    ChoiceField,
    Field,
    FlatButton,
    IconLabel,
    Option,
    QuietButton,
    TickedLines,
    announce,
    muted,
    small,
)
from interview_coach.ui.widgets.laid_out import laid_out

_LOOK_AFTER_MS = 200


class PostingDialog(OpportunityDialog):
    """A posting, first read and then shown field by field; nothing is saved before that.

    Signals: those of DraftDialog, and
        open_wanted(str): show this opportunity, which is there already.
    """

    open_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None, readers: Readers | None) -> None:
        self._readers = readers
        self._into = ""
        self._chose = False
        super().__init__(desk, parent)
        self.setWindowTitle(tr("New from a posting"))
        self.setAcceptDrops(True)

    def begin(self, field: str, first: QWidget, *, stored: bool = False) -> None:
        """It has scratch of its own, and begins where a posting is put."""
        super().begin("dialog:posting", self.source.text)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here too."""
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.show_form(shown=False)
            self.read_file(path)

    # --- the form -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.source = PostingSource(self._readers)
        self.source.understood.connect(self._understood)
        self.source.edited.connect(self.edited)
        self.form.addWidget(self.source)
        self._read_from = self._line_of_origin()
        self.form.addWidget(self._read_from)
        self._same = self._card_of_the_same()
        self.form.addWidget(self._same)
        super()._build()
        apart = {self.source, self._same, self.restored, self.first_this, self.brought_back}
        self._parts = [
            part
            for part in laid_out(self.form).values()
            if isinstance(part, QWidget) and part not in apart
        ]
        self.asks = TickedLines(tr("What they ask for"))
        self.asks.edited.connect(self.edited)
        self.asks.count_changed.connect(self._say_how_many)
        self._asks_card = Card(tr("What they ask for"))
        self._asks_card.add(
            small(
                tr(
                    "Proposed from the posting. Untick what is none, and word it as you like: your evidence goes beside it later."
                )
            )
        )
        self._asks_card.add(self.asks)
        self._parts.append(self._asks_card)
        # Above the posting's text, which is long.
        self.form.insertWidget(self.form.indexOf(self.fields["posting_text"]), self._asks_card)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_AFTER_MS)
        self._look.timeout.connect(self._look_for_the_same)
        for line in (self.company, self.role, self.posting_url):
            line.textChanged.connect(self._look.start)
        self.show_form(shown=False)

    def _line_of_origin(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.origin = muted("", wrap=True)
        self.again = FlatButton(tr("Read something else"))
        self.again.clicked.connect(self.read_again)
        row.addWidget(IconLabel("info", "muted", 16), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.origin, 1)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _card_of_the_same(self) -> QWidget:
        card = Card(tr("You may have this already"))
        self.same = ChoiceField([], None, tr("What to do with it"))
        self.same.value_changed.connect(self._chose_same)
        self.open_same = QuietButton(tr("Open it"))
        self.open_same.clicked.connect(self._open_same)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Field(tr("What to do with it"), self.same), 1)
        row.addWidget(self.open_same, 0, Qt.AlignmentFlag.AlignBottom)
        card.add(holder)
        card.hide()
        return card

    # --- read ---------------------------------------------------------------------------------

    @property
    def form_shown(self) -> bool:
        """Whether something has been read, and its fields are shown."""
        return not self._asks_card.isHidden() or not self._read_from.isHidden()

    def show_form(self, *, shown: bool) -> None:
        """Show the fields, or what they are read from."""
        self.source.setVisible(not shown)
        for part in self._parts:
            part.setVisible(shown)
        self._asks_card.setVisible(shown and bool(self.asks.proposals))
        self._same.setVisible(shown and len(self._options) > 1)
        self.save_button.setVisible(shown)

    _options: Sequence[Option] = ()

    def read_file(self, path: Path) -> None:
        """Read a file at once: it was dropped."""
        self.source.read_file(path)

    def read_text(self, text: str) -> None:
        """Read a text at once: it was dropped, or pasted elsewhere."""
        self.source.read_whole(text)

    def offer_address(self, address: str) -> None:
        """An address that was dropped stands ready; it is fetched when the person says so."""
        self.source.address.set_text(address)
        self.source.address.edited.emit()

    def _understood(self, found: Posting) -> None:
        self.take(found)
        self.edited()
        first = self.company if not found.company else self.role if not found.title else None
        (first or self.save_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, found: Posting) -> None:
        """Fill the fields with what was understood."""
        draft = found.draft()
        self._show(draft)
        if found.employment and found.employment.casefold() not in draft.notes.casefold():
            self.notes.set_text(found.employment)
        self.asks.show_proposals([(one, True) for one in proposed(found.text, found.asks)])
        said = [words_incoming.found(found.found)]
        if found.others:
            said.append(
                tr_n(
                    "The page names another job too; this is the one it is about.",
                    "The page names {n} other jobs too; this is the one it is about.",
                    found.others,
                )
            )
        today = self.desk.now().astimezone(self.desk.local()).date()
        if found.closes_on is not None and found.closes_on < today:
            said.append(tr("It closed on {day}.", day=long_day(found.closes_on)))
        self.origin.setText(" ".join(said))
        announce(self, self.origin.text())
        self._chose = False
        self._look_for_the_same()
        self.show_form(shown=True)
        if not self.source.text.text.strip():
            # Nothing was typed or pasted: what was read can be read again, and is let go unasked.
            self._fresh = self._read_text()

    def read_again(self) -> None:
        """Go back to where a posting is read from; what was read stays until then."""
        self.show_form(shown=False)
        self.source.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is there already ----------------------------------------------------------------

    def _look_for_the_same(self) -> None:
        self._look.stop()
        found = self.desk.ask(
            posting.alike, self.posting_url.text(), self.company.text(), self.role.text()
        )
        options = [Option("", tr("Add it as another opportunity"))]
        options += [
            Option(one.id, tr("Bring up to date: {what}", what=words_incoming.alike(one)))
            for one in found
        ]
        keys = {option.value for option in options}
        if not self._chose or self._into not in keys:
            self._chose = False
            # The same page is the same job, unless that one is over.
            sure = [a for a in found if a.because is Because.ADDRESS and not a.decided]
            self._into = sure[0].id if sure else ""
        self._options = options
        self.same.set_options(options, self._into)
        self._same.setVisible(self.form_shown and bool(found))
        self._say_what_saving_does()

    def _chose_same(self, value: object) -> None:
        self._chose = True
        self._into = str(value or "")
        self._say_what_saving_does()
        self.edited()

    def _say_what_saving_does(self) -> None:
        new = not self._into
        self.save_button.setText(tr("Add opportunity") if new else tr("Bring up to date"))
        self.open_same.setEnabled(not new or len(self._options) > 1)

    def _open_same(self) -> None:
        key = self._into or str(self._options[1].value if len(self._options) > 1 else "")
        self.reject()
        if key and not self.isVisible():
            self.open_wanted.emit(key)

    def _say_how_many(self, count: int) -> None:
        total = len(self.asks.proposals)
        self._asks_card.set_note(tr("{count} of {total}", count=count, total=total))

    # --- read, written, saved -----------------------------------------------------------------

    def read(self) -> Raw:
        """All that stands here, as it was typed."""
        return {
            **super().read(),
            "source": self.source.text.text,
            "address": self.source.address.text(),
            "asks": [list(one) for one in self.asks.proposals],
            "origin": self.origin.text(),
            "form": self.form_shown,
            "into": self._into if self._chose else None,
        }

    def write(self, raw: Raw) -> None:
        """Put it there again; what cannot be read is left out."""
        super().write(raw)
        self.source.text.set_text(text_in(raw, "source"))
        self.source.address.set_text(text_in(raw, "address"))
        self.origin.setText(text_in(raw, "origin"))
        asks = raw.get("asks")
        self.asks.show_proposals(
            [
                (one[0], one[1])
                for one in (asks if isinstance(asks, list) else [])
                if isinstance(one, list) and list(map(type, one)) == [str, bool]
            ]
        )
        into = raw.get("into")
        self._chose = isinstance(into, str)
        self._into = into if isinstance(into, str) else ""
        self._look_for_the_same()
        self.show_form(shown=raw.get("form") is True)

    def commit(self, kept: Kept) -> str:
        """Add the opportunity with what it asks for, or bring the known one up to date."""
        return kept.take_over(posting.take_posting, self.draft(), self.asks.chosen, self._into)

    def save(self) -> None:
        """Save what was read; before that the key reads."""
        if self.form_shown:
            super().save()
        else:
            self.source.read_text()

    def done(self, result: int) -> None:
        """Whatever is being read is given up, and nothing is looked up any more."""
        self._look.stop()
        self.source.let_go()
        super().done(result)
