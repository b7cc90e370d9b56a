"""What a posting asks for, proposed from its words; the person accepts, edits or leaves each.

Rather too little than something wrong: a list counts where its heading says that it is one of
requirements, in the languages whose headings are known; a sentence counts in English alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from interview_coach.domain.kinds import About, Section
from interview_coach.domain.prep import PrepItem
from interview_coach.domain.search import index_text
from interview_coach.domain.text import clean_line

MOST = 30
SHORTEST, LONGEST = 2, 240
_LOOKED_AT = 2000

_BULLET = re.compile(r"\s*(?:[-*–—](?=\s)|[•·▪◦‣●○■□✓✔➢►・]|\(?\d{1,2}[.)](?=\s))\s*(?=\S)")
_ENDS = (".", "!", "?", "。", ";", ",")  # noqa: RUF100
_HEADING = re.compile(
    r"""(?:(?:the|your|our|key|main|minimum|basic|preferred|required|essential|desired|desirable|job|role|core
        |technical|professional|additional|candidate|general|must[- ]have|nice[- ]to[- ]have)[ ]){0,3}
        (?:requirements?|qualifications?|skills|experience|criteria|competenc(?:ies|es)|background|profile|must[- ]haves?)
        (?:[ ](?:and|&|/)[ ](?:requirements?|qualifications?|skills|experience|competenc(?:ies|es)|education|abilities
        |knowledge)){0,2}(?:[ ](?:required|needed|we(?:'re|[ ]are)[ ]looking[ ]for))?
    |(?:about|who)[ ]you(?:[ ]are)?
    |(?:here's[ ])?what[ ](?:you|you'll|you'd|you[ ]will|you[ ]should)[ ](?:bring|need|have|offer)(?:[ ]to[ ](?:us|the[ ](?:role|team|job|table)))?
    |what[ ]we(?:'re|[ ]are)?[ ](?:looking[ ]for|look[ ]for|expect|need|ask|require)(?:[ ](?:from|of)[ ]you|[ ]in[ ]you)?
    |(?:what|who)[ ]we're[ ]after
    |we(?:'re|[ ]are)[ ]looking[ ]for(?:[ ]someone[ ]who)?
    |you(?:'ll)?[ ](?:have|bring|need|should[ ]have|must[ ]have|will[ ]have|will[ ]need)
    |you(?:[ ]might|[ ]may|'d|[ ]would)?[ ](?:be|are)[ ]an?[ ](?:good|great|perfect|strong)[ ](?:fit|match)(?:[ ]if)?
    |(?:to[ ](?:be[ ]successful|succeed|apply)|person[ ]specification|nice[ ]to[ ]haves?|essential|desirable|must[ ]haves?)
    |what[ ]makes[ ]you[ ]an?[ ](?:good|great)[ ]fit
    """,
    re.VERBOSE,
)
# Whole headings of other languages.
_OTHER_HEADINGS = frozenset(
    {
        *("ihr profil", "dein profil", "anforderungen", "anforderungsprofil", "voraussetzungen"),
        *("das bringst du mit", "das bringen sie mit", "was du mitbringst", "was sie mitbringen"),
        *("qualifikation", "qualifikationen", "deine qualifikationen", "ihre qualifikationen"),
        *("dein profil bei uns", "das solltest du mitbringen", "das sollten sie mitbringen"),
        *("das zeichnet dich aus", "das zeichnet sie aus", "du bringst mit", "sie bringen mit"),
        *("votre profil", "ton profil", "profil", "profil recherché", "compétences requises"),
        *("compétences", "prérequis", "qualifications requises", "ce que nous recherchons"),
        *("requisitos", "perfil", "perfil buscado", "requisiti", "il tuo profilo", "profilo"),
        *("functie-eisen", "wat breng je mee", "jouw profiel", "wat vragen wij"),
        *(
            "応募資格",
            "応募条件",
            "必須条件",
            "必須スキル",
            "必須要件",
            "必須経験",
            "求めるスキル",
            "求める経験",
        ),
        *("歓迎条件", "歓迎スキル", "任职要求", "职位要求", "자격요건", "지원자격"),
    }
)
_WANTS = re.compile(
    r"\b(?:you|candidates?|applicants?|they) (?:must|should|need to|will need|are required to|are expected to) (?!not\b)"
    r"|\bmust[- ]haves?\b|\bmust (?:have|be|hold|possess|speak|know)\b"
    r"|\byou(?: already|'ve| have| hold| bring| know| speak)\b(?! (?:any|been|to|read|questions?|applied|seen|heard)\b)"
    r"|\b(?:is|are) (?:required|essential|a must|mandatory)\b|\bwe require\b|\brequired:"
    r"|\b(?:proficien(?:t|cy)|fluen(?:t|cy)) in\b",
    re.IGNORECASE,
)
_STRICT = re.compile(
    r"\bmust (?:have|be|hold)\b|\b(?:is|are) (?:required|essential)\b", re.IGNORECASE
)
_YEARS = re.compile(
    r"\b\d{1,2} ?\+?(?: ?(?:-|–|to) ?\d{1,2})? ?\+? (?:or more )?years?['’]?(?= |$).{0,60}?\b(?:experience|working|in|as|with|of)\b",
    re.IGNORECASE,
)
# Sentences about themselves, about the offer, or about the application.
_NOT_ASKED = re.compile(
    r"^(?:if|when|once|should) you\b|\b(?:questions?|disabilit|accommodation|regard(?:less)? (?:to|of)|equal opportunit"
    r"|privacy|click|cover letter|application form|apply (?:now|by|via|with))|\byears ago\b"
    r"|\b(?:we|our (?:team|company|customers|clients|founders)) (?:have|has|bring|offer|must|are required)\b"
    r"|\b(?:our|over the (?:last|past)) \d{1,3}\+? years\b|\bfor (?:over |more than )?\d{1,3} years (?:we|our)\b"
    r"|\byou(?: will|'ll) (?:have|get|receive|enjoy) (?:access|the (?:chance|opportunity|freedom)|your own)"
    r"|\b(?:paid|days|holidays?|vacation|pension|insurance|bonus|salary|benefits)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\d])")
_COMMON = {
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "to",
            "with",
            "you",
            "we",
            "our",
            "your",
            "for",
            "is",
            "are",
            "will",
            "have",
        ]
    ),
    "other": frozenset(
        # German, French, Spanish, Italian, Dutch, Portuguese: words that English does not have.
        [
            *(
                "und",
                "der",
                "die",
                "das",
                "mit",
                "für",
                "wir",
                "sie",
                "ein",
                "eine",
                "von",
                "zu",
                "du",
            ),
            *(
                "et",
                "les",
                "des",
                "une",
                "vous",
                "nous",
                "pour",
                "avec",
                "dans",
                "est",
                "sur",
                "votre",
            ),
            *(
                "y",
                "el",
                "los",
                "las",
                "para",
                "con",
                "una",
                "del",
                "que",
                "il",
                "per",
                "della",
                "di",
            ),
            *(
                "het",
                "een",
                "voor",
                "van",
                "wij",
                "jij",
                "je",
                "met",
                "os",
                "uma",
                "com",
                "e",
                "em",
            ),
        ]
    ),
}


def is_english(text: str) -> bool:
    """Whether a text reads as English: its small words are, and few of another language's.

    >>> is_english("You will work with the team and our clients")
    True
    >>> is_english("Sie arbeiten mit dem Team und der Kundschaft"), is_english("")
    (False, False)
    """
    words = re.findall(r"[^\W\d_]+", text.casefold())[:3000]
    english = sum(word in _COMMON["en"] for word in words)
    other = sum(word in _COMMON["other"] for word in words)
    return english >= 2 and english > 3 * other and english * 25 >= len(words)


def proposed(text: str, asks: Sequence[str] = ()) -> tuple[str, ...]:
    """What a posting asks for, in its own words and order, at most `MOST`; `asks` it named apart.

    | text                                                   | proposed                    |
    | ------------------------------------------------------ | --------------------------- |
    | "Requirements" above "- Go" and "- SQL, 3+ years"      | Go; SQL, 3+ years           |
    | "Benefits" above "- 30 days of holiday"                | nothing                     |
    | "You must hold a licence. We have two dogs."           | You must hold a licence     |
    | "We have 20 years of experience."                      | nothing                     |
    | "If you have questions, write to us."                  | nothing                     |
    | "Ihr Profil" above "- Abitur"                          | Abitur                      |
    | "Sie haben 3 Jahre Erfahrung und müssen reisen."       | nothing: not English        |
    """
    found = [*asks, *_lines(text)]
    kept: dict[str, str] = {}
    for one in found:
        line = clean_line(one).strip(" ;,.")
        if SHORTEST <= len(line) <= LONGEST and any(c.isalnum() for c in line):
            kept.setdefault(line.casefold(), line)
    return tuple(kept.values())[:MOST]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a posting: its words, whether it stands in a list, and whether a gap was before it."""

    text: str
    listed: bool
    gap: bool


def _lines(text: str) -> Iterator[str]:
    english = is_english(text)
    asked = bulleted = False
    for block in _blocks(text):
        heading = block.text.rstrip(" :：*").lstrip("#* ")
        if not block.listed and _asks(heading):
            asked, bulleted = True, False
        elif asked and block.listed:
            bulleted = True
            yield block.text
        elif _is_heading(block.text) and not block.listed:
            asked = False
        elif asked and english and not bulleted and _is_item(block.text):
            # A list whose marks were lost on the way: each line is one.
            yield block.text
        else:
            asked = asked and not bulleted
            if english:
                # What a list under another heading says of "you" is mostly what they offer.
                yield from _sentences(block.text, _STRICT if block.listed else _WANTS)


def _is_item(line: str) -> bool:
    return len(line) <= 160 and len(_SENTENCE.split(line)) == 1 and not _NOT_ASKED.search(line)


def _blocks(text: str) -> Iterator[_Line]:
    """The lines, with what a narrow page broke put together again."""
    held: _Line | None = None
    gap = False
    for raw in text.splitlines()[:_LOOKED_AT]:
        bullet = _BULLET.match(raw)
        line = raw[bullet.end() :].strip() if bullet else raw.strip()
        if not line:
            gap = True
            continue
        if held is not None and not bullet and not gap and line[:1].islower():
            held = _Line(f"{held.text} {line}", held.listed, held.gap)
        else:
            if held is not None:
                yield held
            held = _Line(line, bullet is not None, gap)
        gap = False
    if held is not None:
        yield held


def _asks(heading: str) -> bool:
    plain = " ".join(heading.casefold().replace("’", "'").split())
    return len(plain) <= 60 and (plain in _OTHER_HEADINGS or _HEADING.fullmatch(plain) is not None)


def _is_heading(line: str) -> bool:
    """A short line of its own that ends no sentence begins something else."""
    return len(line) <= 60 and not line.endswith(_ENDS) and len(line.split()) <= 8


def _sentences(text: str, wanting: re.Pattern[str]) -> Iterator[str]:
    for sentence in _SENTENCE.split(text[:5000]):
        wants = wanting.search(sentence) or _YEARS.search(sentence)
        if wants and not _NOT_ASKED.search(sentence):
            yield sentence


def ranked(asked: str, offers: Sequence[str]) -> tuple[int, ...]:
    """The places of these texts, those that share most words with what is asked first.

    Only an order: nothing is taken for evidence that the person did not choose.

    >>> ranked("Experience with incident response", ["My cooking", "The incident in March"])
    (1, 0)
    """
    wanted = _stems(asked)
    return tuple(
        sorted(range(len(offers)), key=lambda place: (-len(wanted & _stems(offers[place])), place))
    )


def evidence_in(items: Sequence[PrepItem]) -> tuple[str, ...]:
    """What of a checklist can answer something that is asked: stories, and points about me."""
    return tuple(
        item.text
        for item in items
        if item.section is Section.STORY
        or (item.section is Section.TALKING_POINT and item.about is About.ME)
    )


def _stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words: "testing" and "tests" are about the same."""
    return frozenset(word[:5] for word in index_text(text).split() if len(word) >= 4)
