"""Owns the dialog of the brief: the page as it will be, its paper, and the ways to take it along."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QSettings, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from interview_coach.domain.brief import Brief
from interview_coach.domain.trouble import Trouble
from interview_coach.ui import words_data
from interview_coach.ui.borders import Borders
from interview_coach.ui.brief.sheet import DOTS, Paper, Sheet, pdf, picture, set_on_paper
from interview_coach.ui.text import tr
from interview_coach.ui.theme import current
from interview_coach.ui.widgets import (
    Divider,
    Field,
    Label,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    Segment,
    Segmented,
    announce,
    small,
)
from interview_coach.ui.words_brief import left_out_text

_LETTER_LANDS = {
    QLocale.Country.UnitedStates,
    QLocale.Country.Canada,
    QLocale.Country.Mexico,
    QLocale.Country.Philippines,
    QLocale.Country.Chile,
    QLocale.Country.Colombia,
}
_BESIDE = 230


def usual_paper() -> Paper:
    """The paper that lies in printers where the person is."""
    return Paper.LETTER if QLocale().territory() in _LETTER_LANDS else Paper.A4


class PagePicture(QWidget):
    """The page, as wide as there is room.

    Signals: none of its own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._image: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(tr("The page"))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show this page; a screen reader is told what stands on it."""
        self._sheet, self._image = sheet, None
        self.setAccessibleDescription(sheet.text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Paper has a shape."""
        return True

    def heightForWidth(self, width: int) -> int:
        """That of the paper."""
        if self._sheet is None:
            return width
        return round(width * self._sheet.size.height() / self._sheet.size.width())

    def sizeHint(self) -> QSize:
        """Readable."""
        return QSize(560, self.heightForWidth(560))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set it anew in its new size."""
        super().resizeEvent(event)
        self._image = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper."""
        del event
        if self._sheet is None:
            return
        ratio = self.devicePixelRatioF()
        if self._image is None:
            self._image = picture(self._sheet, max(1, round(self.width() * ratio)))
            self._image.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage(0, 0, self._image)
        painter.setPen(current().colours.line)
        painter.drawRect(0, 0, self.width() - 1, self.heightForWidth(self.width()) - 1)


class BriefDialog(QDialog):
    """The brief of one interview, to be looked at, printed and saved.

    Signals: none of its own.
    """

    def __init__(
        self,
        brief: Brief,
        borders: Borders,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._brief = brief
        self._borders = borders
        self._settings = settings
        self.dialog: QFileDialog | None = None
        self.setWindowTitle(tr("Brief"))
        kept = str(settings.value("brief/paper", usual_paper().value))
        self.paper = Paper(kept) if kept in set(Paper) else usual_paper()
        self.page = PagePicture()
        choices = [Segment(Paper.A4, tr("A4")), Segment(Paper.LETTER, tr("Letter"))]
        self.choice = Segmented(choices, self.paper, tr("Paper"))
        self.left_out = small("", ink="attention")
        self.said = small()
        self.print_button = PrimaryButton(tr("Print…"), "printer")
        self.pdf_button = QuietButton(tr("Save as PDF…"), "file-text")
        self.markdown_button = QuietButton(tr("Save as Markdown…"), "download")
        self.copy_button = QuietButton(tr("Copy as Markdown"), "copy")
        self.close_button = QuietButton(tr("Close"))
        self._set_out()
        self.choice.value_changed.connect(self._chose)
        self.print_button.clicked.connect(self.print_it)
        self.pdf_button.clicked.connect(self._ask_for_pdf)
        self.markdown_button.clicked.connect(self._ask_for_markdown)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.reject)
        for keys, button in (("Ctrl+P", self.print_button), ("Ctrl+S", self.pdf_button)):
            # Clicked and not called: a button that is away or greyed out hears no key either.
            QShortcut(QKeySequence(keys), self, button.click)
            button.setToolTip(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
        self._set()
        room = self.screen().availableGeometry().size()
        wanted = QSize(current().px(860), current().px(760))
        self.resize(wanted.boundedTo(QSize(room.width() - 40, room.height() - 60)))
        self.print_button.setFocus()

    def _set_out(self) -> None:
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        scroll = ScrollPage(margin=20)
        scroll.add(self.page)
        scroll.body.addStretch(1)
        outer.addWidget(scroll, 1)
        side = QWidget()
        side.setFixedWidth(current().px(_BESIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 20, 20, 20)
        column.setSpacing(12)
        column.addWidget(Label(tr("One page to take along"), "heading", wrap=True))
        column.addWidget(Field(tr("Paper"), self.choice))
        column.addWidget(self.left_out)
        column.addWidget(Divider())
        for button in (
            self.print_button,
            self.pdf_button,
            self.markdown_button,
            self.copy_button,
        ):
            column.addWidget(button)
        column.addWidget(self.said)
        column.addStretch(1)
        column.addWidget(self.close_button)
        outer.addWidget(side)

    # --- the page -----------------------------------------------------------------------------

    def _set(self) -> None:
        self.sheet = set_on_paper(self._brief, self.paper)
        self.page.show_sheet(self.sheet)
        text = left_out_text(self.sheet.left_out)
        if text:
            text = tr("{left_out} Markdown holds all of it.", left_out=text)
        self.left_out.setText(text)
        self.left_out.setVisible(bool(text))

    def _chose(self, value: object) -> None:
        self.paper = Paper(str(value))
        self._settings.setValue("brief/paper", self.paper.value)
        self._say("")
        self._set()

    # --- on paper -----------------------------------------------------------------------------

    def print_it(self) -> None:
        """Let the system's dialog choose the printer, then print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.ready(printer)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(tr("Print the brief"))
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    def ready(self, printer: object) -> None:
        """Tell a printer which paper, and that the page brings its own margins."""
        from PySide6.QtCore import QMarginsF
        from PySide6.QtPrintSupport import QPrinter

        from interview_coach.ui.brief.sheet import page_size

        if isinstance(printer, QPrinter):
            printer.setPageSize(page_size(self.paper))
            printer.setFullPage(True)
            printer.setPageMargins(QMarginsF(0, 0, 0, 0))
            printer.setDocName(tr("Interview brief"))

    def print_on(self, printer: object) -> None:
        """Print the page on a printer; paper of another size gets all of it, smaller or larger."""
        from PySide6.QtPrintSupport import QPrinter

        if not isinstance(printer, QPrinter):
            return
        painter = QPainter()
        if not painter.begin(printer):
            self._say(tr("The printer did not answer. Nothing was printed."), wrong=True)
            return
        paper = printer.paperRect(QPrinter.Unit.DevicePixel)
        dots = printer.resolution() / DOTS
        fits = min(
            paper.width() / self.sheet.size.width(), paper.height() / self.sheet.size.height()
        )
        self.sheet.paint(painter, min(dots, fits))
        painter.end()
        self._say(tr("Sent to the printer."))

    # --- as a file ----------------------------------------------------------------------------

    def save_pdf(self, path: Path) -> None:
        """Write the page as PDF."""
        self._write(path, lambda: pdf(self.sheet))

    def save_markdown(self, path: Path) -> None:
        """Write all of it as Markdown."""
        self._write(path, lambda: self._borders.markdown(self._brief).encode())

    def _write(self, path: Path, make: Callable[[], bytes]) -> None:
        try:
            self._borders.write(path, make())
        except Trouble as trouble:
            sentence = words_data.export_trouble(trouble)
            self._say(f"{sentence.title}. {sentence.text}", wrong=True)
        else:
            self._say(tr("{name} is written.", name=path.name))

    def _ask_for_pdf(self) -> None:
        self._ask("pdf", tr("PDF (*.pdf)"), self.save_pdf)

    def _ask_for_markdown(self) -> None:
        self._ask("md", tr("Markdown (*.md)"), self.save_markdown)

    def _ask(self, ending: str, kinds: str, save: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, tr("Save the brief"), str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(kinds)
        dialog.setDefaultSuffix(ending)
        dialog.selectFile(f"{self.file_name()}.{ending}")
        dialog.fileSelected.connect(lambda name: save(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.destroyed.connect(self._dialog_gone)
        self.dialog = dialog
        dialog.open()

    def _dialog_gone(self) -> None:
        self.dialog = None

    def file_name(self) -> str:
        """A name for the file, of what any system takes: brief-northwind-robotics."""
        words = re.findall(r"\w+", self._brief.title.lower())
        return "-".join([tr("brief"), *words])[:60]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._borders.markdown(self._brief))
        self._say(tr("Copied"))

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.set_ink("bad" if wrong else "muted")
        if text:
            announce(self, text)


def open_brief(
    brief: Brief, borders: Borders, settings: QSettings, parent: QWidget | None
) -> BriefDialog:
    """Open the dialog; it frees itself when it is closed."""
    dialog = BriefDialog(brief, borders, settings, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
