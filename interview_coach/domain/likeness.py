"""How alike two short texts are, and which of many are likely the same one in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from interview_coach.domain.search import index_text

ALIKE = 0.8
# Less is asked of a proposal, which the person looks at.
PROPOSED = 0.7
# A word that stands in more texts than this says nothing about which two are alike.
_COMMON = 200
_COMPARED = 400
# Words that questions and points are built with, which say nothing about what they are about.
_SMALL = frozenset(
    [
        "a",
        "about",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "could",
        "do",
        "does",
        "did",
        "for",
        "from",
        "had",
        "has",
        "have",
        "how",
        "i",
        "if",
        "in",
        "is",
        "it",
        "me",
        "my",
        "of",
        "on",
        "or",
        "our",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "who",
        "why",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)

Told = Callable[[int, int], None]


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0.0 to 1.0; case, accents, marks and the order of words count for little.

    The larger of two measures over the folded texts: the share of words that both have (small words
    left out), and the share of letters in the same order (difflib's ratio).

    cases: the same but for case and marks -> 1.0; "Tell me about a conflict" and "A conflict: tell me"
    -> 1.0, the same but for small words and order; two texts without a common word -> below 0.8.
    """
    return _alike(index_text(one), index_text(other))


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    first, second = _telling(one), _telling(other)
    shared = len(first & second) / len(first | second) if first and second else 0.0
    if shared == 1.0:
        return shared
    # What difflib says depends on which comes first.
    left, right = sorted((one, other))
    matcher = SequenceMatcher(None, left[:_COMPARED], right[:_COMPARED], autojunk=False)
    if matcher.real_quick_ratio() <= shared or matcher.quick_ratio() <= shared:
        return shared
    return max(shared, matcher.ratio())


def _telling(folded: str) -> set[str]:
    words = set(folded.split())
    return words - _SMALL or words


def resembling(text: str, others: Sequence[str], least: float = ALIKE) -> int | None:
    """The place of the text among `others` that is most like this one, or None when none is alike."""
    folded = index_text(text)
    best, place = 0.0, None
    for at, other in enumerate(others):
        found = _alike(folded, index_text(other))
        if found >= least and found > best:
            best, place = found, at
    return place


def groups_alike(
    texts: Mapping[str, str],
    least: float = PROPOSED,
    told: Told = lambda _done, _total: None,
) -> tuple[tuple[str, ...], ...]:
    """Keys whose texts are likely the same thing in other words, in groups of two or more.

    Nothing follows from this by itself: it is a proposal. `told` hears how far it is, and may raise
    to give it up.
    """
    folded = {key: index_text(text) for key, text in texts.items()}
    return groups_of(
        folded, lambda one, other: _alike(folded[one], folded[other]) >= least, told=told
    )


def groups_of(
    folded: Mapping[str, str],
    same: Callable[[str, str], bool],
    told: Told = lambda _done, _total: None,
) -> tuple[tuple[str, ...], ...]:
    """Keys that `same` takes for one, directly or by way of others, in groups of two or more.

    Only those whose folded texts share a telling word are compared, so that a large library takes
    no hours; the largest group comes first, each in the order in which the texts were given.
    """
    holders: defaultdict[str, list[str]] = defaultdict(list)
    leader = {key: key for key in folded}

    def head(key: str) -> str:
        while leader[key] != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for done, (key, text) in enumerate(folded.items()):
        told(done, len(folded))
        words = _telling(text)
        near = {other for word in words for other in holders[word][-_COMMON:]}
        for other in near:
            if head(other) != head(key) and same(other, key):
                leader[head(key)] = head(other)
        for word in words:
            holders[word].append(key)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in folded:
        found[head(key)].append(key)
    groups = [tuple(keys) for keys in found.values() if len(keys) > 1]
    return tuple(sorted(groups, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Texts to be compared with others, both as (key, text), and the pairs known to be two things.

    A refused pair is a folded text and the key of another.
    """

    texts: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    refused: frozenset[tuple[str, str]] = frozenset()


def compare(what: Comparison, least: float = PROPOSED) -> Iterator[tuple[str, str] | None]:
    """For each text the key of the other that is most like it, where one is alike enough, step by step.

    It gives (key, other's key) for what is found, and None in between, so that whoever asks can take
    breath: one step is one comparison. Like `groups_alike` it compares only what shares a telling word.
    """
    folded: dict[str, str] = {}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key, other in what.others:
        folded[key] = index_text(other)
        for word in _telling(folded[key]):
            holders[word].append(key)
        yield None
    for key, text in what.texts:
        mine = index_text(text)
        best, found = 0.0, ""
        for other in dict.fromkeys(o for word in _telling(mine) for o in holders[word][-_COMMON:]):
            alike = 0.0 if (mine, other) in what.refused else _alike(mine, folded[other])
            if alike >= least and alike > best:
                best, found = alike, other
            yield None
        if found:
            yield key, found


def most_alike(what: Comparison, least: float = PROPOSED) -> dict[str, str]:
    """All that `compare` finds."""
    return dict(found for found in compare(what, least) if found is not None)
