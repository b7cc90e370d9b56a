"""Which blocks are mounted into the review: one line for each, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Callable

from interview_coach.ui.review.blocks import Block
from interview_coach.ui.review.brought import brought, brought_fixed
from interview_coach.ui.review.came import AgainstBlock, CameBlock
from interview_coach.ui.review.keeping import Keeping

# Between what they did or said and the next step, in the card of the form.
IN_FORM: tuple[Callable[[Keeping], Block], ...] = (CameBlock, brought)
# The same in the sealed review, where they only show; a block may be made for both.
IN_SEALED: tuple[Callable[[Keeping], Block], ...] = (AgainstBlock, brought_fixed)
