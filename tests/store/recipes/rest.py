"""How a hand does what belongs to no one feature: settings, the trash, the sample."""

from __future__ import annotations

from tests.store.recipes.hand import Call, Hand, on, recipe

# What only settings remember is no step of the history.
OF_SETTINGS = frozenset({"set_setting", "refuse_likeness"})


@recipe("set_setting")
def _setting(hand: Hand) -> Call:
    return Call((hand.one(("theme", "name")), hand.text()))


@recipe("restore_batch")
def _restore(hand: Hand) -> Call | None:
    rows = hand.store._raw_reader.execute(
        "SELECT DISTINCT trash_batch FROM (SELECT trash_batch FROM interview UNION ALL "
        "SELECT trash_batch FROM prep_item UNION ALL SELECT trash_batch FROM opportunity UNION ALL "
        "SELECT trash_batch FROM outcome UNION ALL SELECT trash_batch FROM lesson UNION ALL "
        "SELECT trash_batch FROM person UNION ALL SELECT trash_batch FROM asked UNION ALL SELECT trash_batch FROM reason) "
        "WHERE trash_batch IS NOT NULL ORDER BY 1"
    ).fetchall()
    return Call((hand.one(rows)[0],)) if rows else None


@recipe("empty_trash")
def _empty_trash(hand: Hand) -> Call:
    return Call()


@recipe("load_sample")
def _load_sample(hand: Hand) -> Call | None:
    if hand.key("opportunity"):
        return None  # only ever done in an empty store
    return Call((hand.store.clock().date(),))


@recipe("restore_version")
def _restore_version(hand: Hand) -> Call | None:
    sealed = "owner_id IN (SELECT id FROM review WHERE sealed_at IS NOT NULL)"
    return on(hand.key("version", "1" if hand.dares() else f"NOT {sealed}"))
