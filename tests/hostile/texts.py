"""Hostile texts, and a store whose every text is one."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

from interview_coach.domain.document import Document
from interview_coach.shipped import folder
from interview_coach.store.document import everything
from interview_coach.store.merging import import_document
from interview_coach.store.opening import SCHEMA
from interview_coach.store.preparing import prepared
from interview_coach.store.store import Store
from tests.stores import NOW, new_store

PICTURE = "<img src='file:///etc/passwd'><img src='https://evil.example/p.png'>"
TEXTS: dict[str, str] = {
    "markup": f"{PICTURE}<h1>Big</h1><script>alert(1)</script><a href='file:///etc/passwd'>click</a>",
    "markdown": "# Big\n![x](https://evil.example/x.png) [click](file:///etc/passwd) `code`",
    "entities": "&lt;b&gt; &amp;amp; & && &&& &Mnemonic <b>&nbsp;</b>",
    "from the right": "\u202egnp.exe\u202c \u05e9\u05dc\u05d5\u05dd \u0627\u0644\u0639\u0631\u0628\u064a\u0629 mixed \u2066in\u2069",
    "combining": "e\u0301"
    + "\u0300\u0301\u0302\u0303" * 40
    + " Z\u0351\u036f\u0321a\u0310l\u0334g\u0337o\u0336",
    "emoji": "🧭👩‍👩‍👧‍👦🏳️‍🌈🇩🇪 ☠️ \U0001f9d1\U0001f3ff‍💻" * 8,
    "controls": "nul\x00 bell\x07 escape\x1b[31m back\x08 del\x7f half\ud800",
    "one long word": "W" * 450,
    "placeholders": "{company} {n} %s %1 %% {0} {{}} $path %(name)s",
    "breaks": "a\r\nb\u2028c\u2029d\x0be\x0cf\u0085g",
    "nothing to see": "\u200b\u200d\ufeff\u00ad\u2060",
    "code": "'; DROP TABLE interview; -- \" OR 1=1 NEAR/3 AND NOT * ^ :",
    "formula": "=cmd|'/c calc'!A0 @SUM(A1) +1 -1",
    "path": "../../../../etc/passwd C:\\Windows\\System32\\con.txt ~root/$HOME",
}
# Whose values mean something to the program.
_FIXED = frozenset({"zone", "field", "uid", "template_key", "source", "ref"})


def hostile_store(place: Path, shift: int = 0) -> Store:
    """The sample, with one of these texts in every field that a person types in, each in its turn."""
    turn = itertools.islice(itertools.cycle(TEXTS.values()), shift, None)
    sample = new_store(place / "sample", sample=True)
    tables = sample.ask(everything)[1]
    sample.close()
    described = json.loads(folder("document.schema.json").read_text(encoding="utf-8"))
    shapes = described["properties"]["tables"]["properties"]
    for name, rows in tables.items():
        typed = [
            column
            for column, shape in shapes[name]["items"]["properties"].items()
            if shape.get("type") == "string"
            and not {"enum", "pattern", "const"} & set(shape)
            and column not in _FIXED
        ]
        for row in rows:
            row.update({column: _fit(next(turn)) for column in typed})
    store = new_store(place / "hostile")
    store.do(import_document, prepared(Document(1, SCHEMA, NOW, "0.1.0", tables)))
    store.history.forget()
    return store


def _fit(text: str) -> str:
    # Half a character is nothing that a file can hold.
    return text.encode("utf-8", "ignore").decode()[:500]


def rows_of(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Everything, as rows."""
    return store.ask(everything)[1]
