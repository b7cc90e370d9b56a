"""Words for large stores: sentences a person might write, common words often, others rarely.

`RARE` stands in a few texts of a hundred thousand, `JAPANESE` in about one of fifty notes.
"""

from __future__ import annotations

import random

RARE = "heliotrope"
JAPANESE = "面接の準備を忘れない"
CITIES = ("Berlin, Room 3", "London, 4th floor", "Brooklyn", "", "", "大阪本社")
_SYLLABLES = "ba be bo da de do fa fi ga go ka ke ki la le lo ma me mi na no pa po ra re ro sa se"
_TOPICS = [
    "streaming pipelines",
    "data quality",
    "schema contracts",
    "on call duty",
    "incident reviews",
    "load tests",
    "query plans",
    "late events",
    "event sourcing",
    "feature flags",
    "search ranking",
    "code review",
    "pair work",
    "stakeholders",
    "estimates",
    "technical debt",
    "migration plans",
    "observability",
    "latency budgets",
    "cost control",
    "privacy",
    "access rights",
    "mentoring",
    "hiring",
    "conflict in a team",
    "deadlines",
    "roadmaps",
    "prioritising",
    "user research",
    "accessibility",
    "release trains",
    "testing strategy",
    "type systems",
    "distributed locks",
    "idempotent jobs",
    "backfills",
    "partitioning",
    "caching",
    "message queues",
    "dashboards",
    "forecasts",
    "experiments",
    "statistics",
    "model drift",
    "documentation",
    "onboarding",
    "open source",
    "remote work",
    "writing",
    "presenting",
    "negotiation",
    "budgets",
    "vendor choice",
    "legacy systems",
    "rollbacks",
]
_TITLES = ["Data Engineer", "Analytics Lead", "Platform Engineer", "Product Analyst", "Team Lead"]
_PREP = {
    "research": "Read what they write about {topic},Find out who owns {topic}",
    "talking_point": "How I brought {topic} to {name},What {name} could win by {topic}",
    "story": "The week when {topic} went wrong,The project with {name} and {topic}",
    "question": "How do you decide on {topic} here?,Who looks after {topic} today?",
    "logistics": "Print the notes on {topic},Try the link and the camera",
}
_QUESTIONS = (
    "Tell me about a time when {topic} mattered",
    "How would you set up {topic} from nothing?",
    "What would you do if {topic} failed the night before a release?",
    "Why did you leave {name}?",
    "Which part of {topic} do you find hardest, and why?",
)
_NOTES = (
    "The team nodded when I spoke about {topic}, and asked for the numbers.",
    "I took too long over {topic}; next time the result first, then the way there.",
    "They mentioned {name} twice and wrote something down.",
    "Quiet room, two people, a fair talk about {topic} and the plans for the year.",
    "She said the role grew out of {topic}, which nobody has owned since spring.",
    "{name} knows the team from an earlier project about {topic}.",
)
_LESSONS = (
    "Say the result before the way when it is about {topic}",
    "Draw {topic} first, then talk",
    "Ask back once before answering on {topic}",
)
_POSTING = (
    "We are looking for someone who enjoys {topic} and wants to grow with the team.",
    "You will own {topic}, together with colleagues from {name}.",
    "Experience with {topic} is a plus; curiosity matters more to us.",
    "Our stack is boring on purpose, and {topic} is where we invest.",
    "You report to the head of data and work with product on {topic}.",
    "We offer 30 days of leave, a budget for learning, and time for {topic}.",
)


class Wording:
    """Gives texts by chance; each kind from a pool that was made once."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        syllables = _SYLLABLES.split()
        # The many words of which each is rare: names of people, firms and products.
        self._names = [
            "".join(chance.choices(syllables, k=chance.randint(2, 4))).capitalize()
            for _ in range(6000)
        ]
        self._notes = self._pool(_NOTES, 4000)
        self._notes[::50] = [f"{note} {JAPANESE}" for note in self._notes[::50]]
        self._notes[7] = f"The wall was painted {RARE}, of all colours."
        self._questions = self._pool(_QUESTIONS, 1500)
        self._lessons = self._pool(_LESSONS, 800)
        self._items = {key: self._pool(text.split(","), 800) for key, text in _PREP.items()}
        lines = self._pool(_POSTING, 3000)
        self._postings = ["\n".join(chance.choices(lines, k=18)) for _ in range(1500)]

    def _pool(self, templates: tuple[str, ...] | list[str], size: int) -> list[str]:
        pick = self._chance.choice
        return [
            pick(templates).format(topic=self.topic(), name=pick(self._names)) for _ in range(size)
        ]

    def topic(self) -> str:
        """What work is about: the first of the list often, the last rarely."""
        return _TOPICS[int(len(_TOPICS) * self._chance.random() ** 2)]

    def note(self) -> str:
        """A sentence or two of one's own."""
        return self._chance.choice(self._notes)

    def question(self) -> str:
        """A question they asked."""
        return self._chance.choice(self._questions)

    def lesson(self) -> str:
        """What a review taught."""
        return self._chance.choice(self._lessons)

    def item(self, section: str) -> str:
        """A line of a checklist."""
        return self._chance.choice(self._items[section])

    def posting(self) -> str:
        """The text of a posting, about 1.3 KB."""
        return self._chance.choice(self._postings)

    def title(self) -> str:
        """The name of a job."""
        return self._chance.choice(_TITLES)

    def company(self) -> str:
        """The name of a firm."""
        return f"{self._chance.choice(self._names)} {self._chance.choice(self._names)}"

    def person(self) -> str:
        """The name of a person."""
        return f"{self._chance.choice(self._names)} {self._chance.choice(self._names)}"
