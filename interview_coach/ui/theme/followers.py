"""Owns calling the methods of widgets from something that outlives them."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from typing import Generic, ParamSpec

import shiboken6

P = ParamSpec("P")


class Followers(Generic[P]):
    """Methods of QObjects, each called while its object lives.

    A signal that outlives a widget must not be connected to it: while Python and Qt take a window apart there are
    moments in which the one side is gone, and the other is still called. Here the object is held weakly, so that
    it is forgotten before either side of it goes.
    """

    def __init__(self) -> None:
        self._slots: list[tuple[weakref.ref[object], str]] = []

    def add(self, slot: Callable[P, None]) -> None:
        """Call this method too, after those before it."""
        # By name, as methods that Qt brought cannot be held weakly.
        self._slots.append((weakref.ref(slot.__self__), slot.__name__))  # type: ignore[attr-defined]

    def tell(self, *arguments: P.args, **named: P.kwargs) -> None:
        """Call each method in the order of adding; those of objects that are gone are forgotten."""
        for follower in tuple(self._slots):
            owner = follower[0]()
            if owner is None or not shiboken6.isValid(owner):
                self._slots.remove(follower)
            else:
                getattr(owner, follower[1])(*arguments, **named)
