"""Questions that were asked against the bank: which are likely the same, and which are said not to be.

Nothing is linked here; `library.link_asked` and `library.keep_asked` do that when the person says so.
"""

from __future__ import annotations

import json

from interview_coach.domain.kinds import LibraryKind, Topic
from interview_coach.domain.likeness import Comparison
from interview_coach.domain.search import index_text
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.settings import set_setting
from interview_coach.store.tables import Asked, LibraryItem

SETTING = "not_the_same"
# The oldest are let go: by then the question is linked, or is asked about once more.
_KEPT = 2000


@question
def to_compare(r: Reader, interview: str) -> Comparison:
    """The questions asked there that are linked to nothing, and the whole bank to compare them with."""
    asked = r.raw.execute(
        "SELECT a.id, a.text FROM asked a JOIN review v ON v.id = a.review_id "
        "WHERE v.interview_id = ? AND v.trashed_at IS NULL AND a.trashed_at IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM library_item q "
        "WHERE q.id = a.question_id AND q.trashed_at IS NULL) ORDER BY a.position, a.id",
        (interview,),
    ).fetchall()
    if not asked:
        return Comparison()
    bank = r.raw.execute(
        "SELECT id, text FROM library_item WHERE kind = ? AND trashed_at IS NULL ORDER BY id",
        (LibraryKind.QUESTION.value,),
    ).fetchall()
    refused = frozenset((text, key) for text, key in _refused(r))
    return Comparison(tuple(asked), tuple(bank), refused)


def _refused(r: Reader) -> list[list[str]]:
    row = r.raw.execute("SELECT value FROM setting WHERE name = ?", (SETTING,)).fetchone()
    try:
        found = json.loads(row[0]) if row else []
    except ValueError:
        return []
    sound = isinstance(found, list)
    return [pair for pair in found if isinstance(pair, list) and len(pair) == 2] if sound else []


@deed("refuse_likeness")
def refuse_likeness(w: Writer, asked: str, question: str) -> None:
    """These two are not the same question: it is not asked again, in whichever interview it is asked so."""
    text = index_text(w.get(Asked, asked).text)
    pair = [text, w.get(LibraryItem, question).id]
    known = [one for one in _refused(w.reader) if one != pair]
    set_setting(w, SETTING, json.dumps([*known, pair][-_KEPT:], ensure_ascii=False))
    w.topics.add(Topic.REVIEW)
