"""Owns the page: a brief set on one sheet of paper, the same in the preview, on paper and as PDF.

It shrinks first, as far as can be read; then lines give way, and the page says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from interview_coach.domain.brief import Block, Brief, LeftOut, Part, shorter_and_shorter
from interview_coach.ui.text import tr
from interview_coach.ui.theme import LIGHT
from interview_coach.ui.theme.fonts import load_fonts
from interview_coach.ui.words_brief import left_out_text

DOTS = 600
_INCH_MM = 25.4
_MARGIN_MM = 16.0
# Of the designed size: larger where there is room; below the last it cannot be read at a glance.
_SCALES = (1.15, 1.08, 1.0, 0.94, 0.88, 0.82, 0.76)
# Setting so much only to see that it does not fit would take long.
_FITS_AT_MOST = 9000
_WEIGHT = QFont.Tag("wght")
_ALTERNATES = (QFont.Tag("calt"), QFont.Tag("tnum"))
# Qt takes margins above and below in dots of the screen, but indents in those of the page.
_DOT = DOTS / 96
_BESIDE = ((Part.THEM, Part.ME), (Part.STORIES, Part.QUESTIONS), (Part.LESSONS,))


class Paper(StrEnum):
    """The sizes of paper."""

    A4 = "a4"
    LETTER = "letter"


_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def page_size(paper: Paper) -> QPageSize:
    """A paper as Qt knows it."""
    return QPageSize(_SIZES[paper])


@dataclass(frozen=True)
class Sheet:
    """One page, set: its document, the size of the paper in dots, and what had no room."""

    document: QTextDocument
    paper: Paper
    size: QSizeF
    left_out: LeftOut
    scale: float

    @property
    def text(self) -> str:
        """All that stands on it."""
        return self.document.toPlainText()

    def paint(self, painter: QPainter, scale: float) -> None:
        """Paint it, `scale` times as large as at 600 dots per inch."""
        painter.save()
        painter.scale(scale, scale)
        margin = _dots(_MARGIN_MM)
        painter.translate(margin, margin)
        context = QAbstractTextDocumentLayout.PaintContext()
        # Paper is white, whatever the window is.
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(LIGHT.ink))
        context.palette = palette
        self.document.documentLayout().draw(painter, context)
        painter.restore()


def _dots(millimetres: float) -> float:
    return millimetres / _INCH_MM * DOTS


def set_on_paper(brief: Brief, paper: Paper) -> Sheet:
    """The brief on exactly one page."""
    size = QSizeF(page_size(paper).sizePixels(DOTS))
    room = size.shrunkBy(QMarginsF(*[_dots(_MARGIN_MM)] * 4))
    sheet: Sheet | None = None
    for scale, shown, left in _ways(brief):
        document = _Setting(scale, room.width()).set(shown, left)
        sheet = Sheet(document, paper, size, left, scale)
        if document.size().height() <= room.height():
            return sheet
    if sheet is None:
        message = "there is always a last way"
        raise LookupError(message)
    return sheet


def _ways(brief: Brief) -> Iterator[tuple[float, Brief, LeftOut]]:
    letters = sum(len(line) + 40 for block in brief.blocks for line in block.lines)
    if letters + sum(map(len, brief.facts)) <= _FITS_AT_MOST:
        for scale in _SCALES:
            yield scale, brief, LeftOut()
    for shown, left in shorter_and_shorter(brief):
        yield _SCALES[-1], shown, left


def pdf(sheet: Sheet) -> bytes:
    """The page as PDF: its text can be selected, its fonts are in it."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    whole = QMarginsF(0, 0, 0, 0)
    upright = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(page_size(sheet.paper), upright, whole))
    writer.setTitle(tr("Interview brief"))
    writer.setCreator(tr("Interview Coach"))
    painter = QPainter(writer)
    sheet.paint(painter, 1.0)
    painter.end()
    return bytes(buffer.data().data())


def picture(sheet: Sheet, width: int) -> QImage:
    """The page as it will look, `width` pixels wide."""
    scale = width / sheet.size.width()
    made = QImage(width, round(sheet.size.height() * scale), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    sheet.paint(painter, scale)
    painter.end()
    return made


class _Setting:
    """Sets a brief with letters of one size."""

    def __init__(self, scale: float, width: float) -> None:
        self._scale = scale
        self._metrics = QImage(1, 1, QImage.Format.Format_RGB32)
        # Letters are measured as the printer will, so that a preview breaks its lines alike.
        per_metre = round(DOTS / _INCH_MM * 1000)
        self._metrics.setDotsPerMeterX(per_metre)
        self._metrics.setDotsPerMeterY(per_metre)
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.documentLayout().setPaintDevice(self._metrics)
        self._document.setDocumentMargin(0)
        self._document.setUseDesignMetrics(True)
        self._document.setDefaultFont(self._font(10.5, 450))
        self._document.setTextWidth(width)
        # The layout does not own what it measures with.
        self._document.setProperty("metrics", self._metrics)
        self._cursor = QTextCursor(self._document)
        self._begun = False

    def set(self, brief: Brief, left: LeftOut) -> QTextDocument:
        """The whole page."""
        self._line(brief.title, 20, 650, LIGHT.ink)
        self._line(brief.subtitle, 12, 450, LIGHT.muted, below=6)
        for fact in brief.facts:
            self._line(fact, 10.5, 450, LIGHT.ink, below=1)
        blocks = {block.part: block for block in brief.blocks if block.lines}
        for row in _BESIDE:
            present = [blocks[part] for part in row if part in blocks]
            if present:
                # An all but empty line: margins are not heeded next to a table, nor empty lines.
                self._line("\u00a0", 7, 450, LIGHT.ink)
            if len(present) > 1:
                self._side_by_side(present)
            else:
                for block in present:
                    self._block(block)
        said = left_out_text(left)
        if said:
            self._line(said, 9, 450, LIGHT.muted, above=10)
        return self._document

    def _side_by_side(self, blocks: list[Block]) -> None:
        shape = QTextTableFormat()
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        shape.setBorder(0)
        shape.setCellPadding(0)
        shape.setCellSpacing(0)
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / len(blocks))
        shape.setColumnWidthConstraints([share] * len(blocks))
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(1, len(blocks), shape)
        for column, block in enumerate(blocks):
            self._cursor = table.cellAt(0, column).firstCursorPosition()
            self._begun = False
            self._block(block)
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        # Behind a table there is an empty line already: the next one takes it.
        self._begun = False

    def _block(self, block: Block) -> None:
        self._line(block.heading, 11, 650, LIGHT.accent, below=4)
        for line in block.lines:
            self._line(f"•\u2002{line}", 10.5, 450, LIGHT.ink, below=3, hanging=True)

    def _line(
        self,
        text: str,
        points: float,
        weight: int,
        colour: str,
        *,
        above: float = 0,
        below: float = 0,
        hanging: bool = False,
    ) -> None:
        shape = QTextBlockFormat()
        shape.setTopMargin(above * self._scale)
        shape.setBottomMargin(below * self._scale)
        if hanging:
            indent = 13 * _DOT * self._scale
            shape.setRightMargin(indent)
            shape.setLeftMargin(indent)
            shape.setTextIndent(-indent)
        letters = QTextCharFormat()
        letters.setFont(self._font(points, weight))
        letters.setForeground(QColor(colour))
        if self._begun:
            self._cursor.insertBlock(shape, letters)
        else:
            self._cursor.setBlockFormat(shape)
            self._cursor.setBlockCharFormat(letters)
            self._begun = True
        self._cursor.insertText(text, letters)

    def _font(self, points: float, weight: int) -> QFont:
        made = QFont([load_fonts(), "sans-serif"])
        made.setPointSizeF(points * self._scale)
        made.setVariableAxis(_WEIGHT, weight)
        # Letters that stand for others, by their neighbours or as figures of one width, have no
        # character in a PDF: a copied time of day would lose its digits and its colon.
        for feature in _ALTERNATES:
            made.setFeature(feature, 0)
        return made
