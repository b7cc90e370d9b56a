"""A recipe for each deed: what it is called with, chosen from what is in the store."""

from tests.store.recipes import (
    documents,
    expected,
    interviews,
    invitations,
    library,
    outcomes,
    people,
    postings,
    prep,
    research,
    rest,
    reviews,
)
from tests.store.recipes.hand import RECIPES, Call, Hand

__all__ = [
    "RECIPES",
    "Call",
    "Hand",
    "documents",
    "expected",
    "interviews",
    "invitations",
    "library",
    "outcomes",
    "people",
    "postings",
    "prep",
    "research",
    "rest",
    "reviews",
]
