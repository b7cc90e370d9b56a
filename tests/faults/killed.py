"""SIGKILL at random moments of the scripted session, and while typing."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

from tests.faults import typing_killed
from tests.faults.forks import Child, Line
from tests.faults.ground import Size, place
from tests.faults.judge import Heard, Script
from tests.faults.script import Session, play
from tests.faults.tally import Lost, Tally
from tests.store.small import small_store

STEPS = 60
SEEDS = 8


def run(size: Size) -> list[Tally]:
    """Kill sessions, and typists."""
    return [in_a_session(size), *typing_killed.run(size)]


def in_a_session(size: Size) -> Tally:
    """Kill a session after a number of steps that nobody knows before, in the middle of the next."""
    tally = Tally("SIGKILL at a random moment of a session")
    chance = Random(1)
    with place() as folder:
        small_store(folder / "start").close()
        scripts = [Script(folder / "start", seed) for seed in range(size.of(SEEDS, 2))]
        spans = [_span(script) for script in scripts]
        for trial in range(size.of(400, 60)):
            script = scripts[trial % len(scripts)]
            heard = _killed(
                script.fresh(folder / "data"),
                script.seed,
                chance.randrange(STEPS),
                chance.random() * spans[trial % len(scripts)],
            )
            try:
                script.judge(folder / "data", heard)
            except Lost as lost:
                tally.lost(f"trial {trial}: {lost}")
            else:
                tally.well()
    return tally


def _span(script: Script) -> float:
    """How long about two steps take here."""
    began = time.monotonic()
    script.learn(STEPS)
    return 2 * (time.monotonic() - began) / STEPS


def _killed(folder: Path, seed: int, after: int, seconds: float) -> Heard:
    def works(line: Line) -> None:
        session = Session(folder, seed)
        play(session, range(STEPS), line)
        session.store.close()

    heard = Heard()
    with Child(works) as child:
        for words in child.lines():
            heard.note(words)
            if len(heard.begun) > after:
                break
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            pass  # sleeping is too coarse for the middle of a step
        child.kill()
        for words in child.lines():  # what it still said before it died
            heard.note(words)
    return heard
