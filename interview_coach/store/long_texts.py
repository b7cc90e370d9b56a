"""The one list of long texts that keep their earlier versions: table by table, column by column."""

from __future__ import annotations

LONG_TEXTS: dict[str, tuple[str, ...]] = {
    "company": ("notes",),
    "person": ("notes",),
    "opportunity": ("notes", "posting_text"),
    "interview": ("notes", "thanks"),
    "prep_item": ("details",),
    "library_item": ("situation", "task", "action", "result", "details"),
    "review": ("went_well", "would_change", "surprises", "next_step", "feedback", "quick_note"),
}
