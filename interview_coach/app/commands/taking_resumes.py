"""Makes stories of a CV: all that are new; those of a line that was taken before are left as they are."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from interview_coach.app.commands.importing import Answer
from interview_coach.domain.resume import Resume, known_already

if TYPE_CHECKING:
    from interview_coach.store.deeds import Reader
    from interview_coach.store.store import Store


def preview(what: Resume, reader: Reader | None) -> Answer:
    """What would be kept."""
    from interview_coach.store import libraries
    from interview_coach.ui import words_resume

    origins = libraries.origins(reader) if reader else frozenset()
    new = [story for story in what.stories if not known_already(story, origins)]
    told = {"new": len(new), "known": len(what.stories) - len(new)}
    lines = [words_resume.would(len(new), len(what.stories) - len(new), what.passed_over)]
    return Answer([*lines, *(story.text for story in new)], {"would": told})


def take(what: Resume, store: Store, options: argparse.Namespace) -> Answer:
    """Keep what is new, after a backup."""
    del options
    from interview_coach.store import libraries, library
    from interview_coach.ui import words_resume

    origins = store.ask(libraries.origins)
    new = [story for story in what.stories if not known_already(story, origins)]
    if new:
        store.back_up("before-import")
        store.do(library.import_library_items, new)
    told = {"new": len(new), "known": len(what.stories) - len(new)}
    return Answer([words_resume.taken(len(new))], {"did": told})
