"""Earlier versions of long texts: read, and put back."""

from __future__ import annotations

from collections.abc import Callable

from interview_coach.domain.kinds import ReviewText
from interview_coach.domain.trouble import Trouble
from interview_coach.domain.versions import Version, Versions
from interview_coach.domain.zones import parse_utc
from interview_coach.store import review
from interview_coach.store.deeds import Reader, Writer, deed, question
from interview_coach.store.long_texts import LONG_TEXTS
from interview_coach.store.tables import Review, Row, table_of
from interview_coach.store.tables import Version as VersionRow
from interview_coach.store.whereabouts import place_of

Write = Callable[[Writer, str, str, str], None]


@question
def versions(r: Reader, field: str, owner: str) -> Versions:
    """A long text with its earlier versions. Raises `Trouble("missing")`."""
    table, column = _parted(field)
    fixed = "sealed_at IS NOT NULL" if table == "review" else "0"
    row = r.raw.execute(
        f"SELECT {column}, {fixed} FROM {table} WHERE id = ? AND trashed_at IS NULL", (owner,)
    ).fetchone()
    if row is None:
        raise Trouble("missing")
    found = r.raw.execute(
        "SELECT id, text, created_at FROM version WHERE owner_id = ? AND field = ? "
        "AND trashed_at IS NULL ORDER BY id DESC",
        (owner, field),
    ).fetchall()
    earlier = tuple(Version(key, text, parse_utc(at)) for key, text, at in found)
    return Versions(field, owner, row[0], earlier, fixed=bool(row[1]))


def _parted(field: str) -> tuple[str, str]:
    """Table and column of a field; only those of the list, as they go into SQL."""
    table, _, column = field.partition(".")
    if column not in LONG_TEXTS.get(table, ()):
        raise Trouble("missing")
    return table, column


@deed("restore_version")
def restore_version(w: Writer, key: str) -> None:
    """Put a text back as it was; what stood there becomes a version. Raises `Trouble`: missing, sealed."""
    kept = w.get(VersionRow, key)
    table, _column = _parted(kept.field)
    w.label(field=kept.field)
    _WRITERS.get(table, _write)(w, kept.owner_id, kept.field, kept.text)
    if w.place is None:
        w.place = place_of(w.raw, table, kept.owner_id)


def _write(w: Writer, owner: str, field: str, text: str) -> None:
    table, column = _parted(field)
    w.change(w.get(_CLASSES[table], owner), **{column: text})


def _write_review(w: Writer, owner: str, field: str, text: str) -> None:
    # Through its own deed: it knows what a sealed review refuses.
    label = w.args
    review.write_review(w, w.get(Review, owner).interview_id, ReviewText(_parted(field)[1]), text)
    w.args = label


# Where a text is more than its column; every other is simply written.
_WRITERS: dict[str, Write] = {"review": _write_review}
_CLASSES = {table_of(row).name: row for row in Row.__subclasses__()}
