"""Small documents for tests, made here: nothing binary lies in the repository."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO


def pdf(lines: Sequence[str]) -> bytes:
    """A PDF of one page with these lines of ASCII; no text at all without any."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    content = f"BT /F1 12 Tf 14 TL 72 720 Td {shown} ET".encode() if lines else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    made = BytesIO(b"")
    made.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(made.tell())
        made.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = made.tell()
    made.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        made.write(b"%010d 00000 n \n" % place)
    made.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    made.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return made.getvalue()


def docx(paragraphs: Sequence[str], listed: Sequence[str] = ()) -> bytes:
    """A word processor's document with paragraphs, then a list."""
    from docx import Document

    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    for text in listed:
        document.add_paragraph(text, style="List Bullet")
    made = BytesIO()
    document.save(made)
    return made.getvalue()
