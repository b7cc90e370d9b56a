"""The text of PDFs and word processors' documents. Read in a process apart."""

from __future__ import annotations

import logging
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from interview_coach.domain.incoming import Refused
from interview_coach.domain.text import TEXT_LIMIT

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

MOST_PAGES = 60
MOST_PARTS = 2000
MOST_UNPACKED = 100 << 20


def pdf_text(data: bytes) -> str:
    """The text of a PDF, page by page. Raises `Refused`."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError

    # What it has to say about a file would only go to a log that nobody reads.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("password")
        pages, length = [], 0
        for page in reader.pages[:MOST_PAGES]:
            pages.append(page.extract_text())
            length += len(pages[-1])
            if length > TEXT_LIMIT:
                break
    except (DependencyError, FileNotDecryptedError) as error:
        raise Refused("password") from error
    text = "\n\n".join(pages).strip()
    if not text:
        raise Refused("no_text")
    return text[:TEXT_LIMIT]


def docx_text(data: bytes) -> str:
    """The text of a .docx, lists marked as lists. Raises `Refused`."""
    _check_archive(data)
    from docx import Document
    from docx.table import Table

    lines: list[str] = []
    for part in Document(BytesIO(data)).iter_inner_content():
        lines += _rows(part) if isinstance(part, Table) else [_line(part)]
    text = "\n".join(lines).strip()
    if not text:
        raise Refused("no_text")
    return text[:TEXT_LIMIT]


def _check_archive(data: bytes) -> None:
    """Refuse what unpacks to more than any document holds."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused("damaged") from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused("too_large")
    if not any(part.filename.startswith("word/") for part in parts):
        raise Refused("not_understood")


def _line(paragraph: Paragraph) -> str:
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    properties = paragraph._p.pPr  # noqa: SLF001  the library's own way to the numbering
    listed = "List" in style or (properties is not None and properties.numPr is not None)
    text = paragraph.text.strip()
    return f"- {text}" if listed and text else text


def _rows(table: Table) -> list[str]:
    lines = []
    for row in table.rows:
        cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
        lines.append(" | ".join(text for text in cells if text))
    return lines
