"""Garbage is collected on the window's thread alone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from interview_coach.app.collecting import Collector, collect_here


class Ring:
    """Holds itself; says on which thread it went."""

    def __init__(self, went: list[threading.Thread]) -> None:
        self.itself = self
        self._went = went

    def __del__(self) -> None:
        self._went.append(threading.current_thread())


@pytest.fixture
def owner(qapp: object) -> Iterator[QObject]:
    made = QObject()
    yield made
    made.deleteLater()


def test_what_a_worker_leaves_goes_on_the_window_s_thread(owner: QObject, qtbot: QtBot) -> None:
    collect_here(owner)
    went: list[threading.Thread] = []

    def work() -> None:
        Ring(went)
        # More than the collector would wait for, were it on.
        kept = [[n] for n in range(5000)]
        del kept[:4000]

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert went == []
    made = [[n] for n in range(2000)]
    qtbot.waitUntil(lambda: bool(went))
    assert went == [threading.main_thread()]
    assert made


def test_it_begins_once(owner: QObject) -> None:
    collect_here(owner)
    collect_here(owner)
    assert len(owner.findChildren(Collector)) == 1
    assert not gc.isenabled()


def test_the_oldest_generation_that_is_due_is_collected(owner: QObject) -> None:
    collector = Collector(owner)
    rings: list[threading.Thread] = []
    dead = weakref.ref(Ring(rings))
    before = gc.get_threshold()
    gc.set_threshold(1, 10, 10)
    try:
        kept = [[n] for n in range(10)]
        collector.look()
    finally:
        gc.set_threshold(*before)
    assert dead() is None
    assert kept
