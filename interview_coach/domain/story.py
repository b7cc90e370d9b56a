"""Stories: how long one is when it is told, what is missing, and when its situation outweighs the rest."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from interview_coach.domain.search import CJK

# Unhurried speech in English is 120 to 150 words a minute; people slow down in an interview.
WORDS_PER_MINUTE = 130
# Japanese and Chinese are written without spaces, so their characters are counted instead: readers of
# the news take about 300 of them a minute, people who tell something fewer.
CHARACTERS_PER_MINUTE = 280
# Below this many words a situation is a sentence, whatever follows it.
SHORT_SITUATION = 15


@cache
def _wide() -> re.Pattern[str]:
    """One character of these scripts; made at its first use: the start waits."""
    return re.compile(f"[{CJK}]")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"\w+(?:['’\-]\w+)*")


class StoryPart(StrEnum):
    """The four parts of a story, in the order in which they are told."""

    SITUATION = "situation"
    TASK = "task"
    ACTION = "action"
    RESULT = "result"


def spoken_minutes(*texts: str) -> float:
    """How many minutes it takes to say these texts aloud.

    Words at 130 a minute; characters of Chinese, Japanese and Korean at 280 a minute. Marks and
    spaces take no time.

    cases: nothing -> 0.0; 130 English words -> 1.0; 280 Japanese characters -> 1.0; 65 words and
    140 characters -> 1.0; "———" -> 0.0.
    """
    minutes = 0.0
    for text in texts:
        wide = len(_wide().findall(text))
        words = sum(1 for _ in _word().finditer(_wide().sub(" ", text)))
        minutes += words / WORDS_PER_MINUTE + wide / CHARACTERS_PER_MINUTE
    return minutes


def situation_outweighs(situation: str, action: str, result: str) -> bool:
    """Whether the situation takes longer to tell than the action and the result together.

    Bangerter, Corvalan & Cavin 2014 (doi 10.1007/s10869-014-9350-0) listened to 62 interviews: few
    answers to questions about behaviour were stories, and those were heavy on the situation. It is
    said only once there is something of both, since a story is often begun at its beginning, and
    never of a situation that is told in one sentence.

    cases: nothing -> False; no action and no result yet -> False; 40 words of situation before 30 of
    action and result -> True; 40 before 40 -> False; 10 words before 5 -> False.
    """
    told = spoken_minutes(situation)
    rest = spoken_minutes(action, result)
    return rest > 0 and told > rest and told > SHORT_SITUATION / WORDS_PER_MINUTE


def missing_parts(situation: str, task: str, action: str, result: str) -> tuple[StoryPart, ...]:
    """The parts of a story that are still empty, in the order of telling."""
    parts = zip(StoryPart, (situation, task, action, result), strict=True)
    return tuple(part for part, text in parts if not text.strip())
