"""How a hand does the deeds of the library and of templates."""

from __future__ import annotations

from interview_coach.domain.kinds import About, InterviewKind, LibraryField, LibraryKind, Part
from interview_coach.domain.library import SECTION_OF, LibraryDraft
from interview_coach.domain.template import TemplateDraft
from interview_coach.store import templates
from tests.store.recipes.hand import LINES, Call, Hand, on, recipe

_TAKEABLE = ", ".join(f"'{kind.value}'" for kind in SECTION_OF)


def _draft(hand: Hand) -> LibraryDraft:
    return LibraryDraft(
        hand.one(tuple(LibraryKind)),
        hand.one(LINES),
        hand.one((None, *About)),
        hand.text(),
        hand.text(),
        hand.text(),
        hand.text(),
        hand.text(),
        hand.one(("", "SQL, leading")),
        hand.one(("", "work, Work, old")),
        hand.text(),
    )


@recipe("add_library_item")
def _add(hand: Hand) -> Call | None:
    return Call((_draft(hand),))


@recipe("write_library_item")
def _write(hand: Hand) -> Call | None:
    return on(hand.key("library_item"), hand.one(tuple(LibraryField)), hand.one(LINES))


@recipe("turn_library_item")
def _turn(hand: Hand) -> Call | None:
    return on(hand.key("library_item"), hand.one(tuple(LibraryKind)), hand.one((None, *About)))


@recipe("delete_library_item", "delete_template", "delete_template_item")
def _delete(hand: Hand, label: str) -> Call | None:
    return on(hand.key(label.removeprefix("delete_")))


@recipe("import_library_items")
def _import(hand: Hand) -> Call | None:
    return Call(([_draft(hand) for _ in range(hand.choose(3) + 1)],))


@recipe("keep_prep_item")
def _keep(hand: Hand) -> Call | None:
    return on(hand.key("prep_item"))


@recipe("take_from_library")
def _take(hand: Hand) -> Call | None:
    kinds = "1" if hand.dares() else f"kind IN ({_TAKEABLE})"
    key = hand.key("library_item", kinds)
    return on(hand.key("interview"), [key]) if key else None


@recipe("merge_library_items")
def _merge(hand: Hand) -> Call | None:
    keep = hand.key("library_item")
    alike = "id <> ? AND kind = (SELECT kind FROM library_item WHERE id = ?)"
    other = (
        hand.key("library_item") if hand.dares() else hand.key("library_item", alike, keep, keep)
    )
    return on(keep, [other]) if other else None


@recipe("link_asked", "tell_story")
def _link(hand: Hand, label: str) -> Call | None:
    kind = "question" if label == "link_asked" else "story"
    key = hand.key("library_item", "kind = ?", kind)
    return on(hand.key("asked"), hand.one((None, key, key)))


@recipe("keep_asked")
def _keep_asked(hand: Hand) -> Call | None:
    return on(hand.key("asked"))


@recipe("add_template")
def _add_template(hand: Hand) -> Call | None:
    kind = hand.one(tuple(InterviewKind))
    items = templates.for_kind(kind).items[: hand.choose(4)]
    return Call((TemplateDraft(hand.one(LINES), kind, items),))


@recipe("adopt_template")
def _adopt(hand: Hand) -> Call | None:
    return Call((hand.one(tuple(InterviewKind)),))


@recipe("rename_template")
def _rename(hand: Hand) -> Call | None:
    return on(hand.key("template"), hand.one(LINES))


@recipe("set_usual_template")
def _usual(hand: Hand) -> Call | None:
    return on(hand.key("template"), usual=hand.yes())


@recipe("add_template_item")
def _add_item(hand: Hand) -> Call | None:
    return on(hand.key("template"), hand.prep(), hand.one(((), (Part.PEER,), tuple(Part))))


@recipe("edit_template_item")
def _edit_item(hand: Hand) -> Call | None:
    return on(hand.key("template_item"), hand.prep(), hand.one(((), (Part.RECRUITER,))))


@recipe("move_template_item")
def _move_item(hand: Hand) -> Call | None:
    return on(hand.key("template_item"), hand.choose(20))
