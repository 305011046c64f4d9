"""What is done a little after the hands have done something, and not at every key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from textual.timer import Timer

SECONDS = 0.5


class Clock(Protocol):
    """Whatever of Textual can set a timer."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call something once after some seconds."""


class Later:
    """An act that follows half a second after the first thing that asks for it.

    Asking again while it waits changes nothing, so that somebody who types without a pause is
    served as well. A Textual timer that has run cannot be wound up again: each wait has its own.
    """

    def __init__(self, clock: Clock, act: Callable[[], None]) -> None:
        self._clock = clock
        self._act = act
        self._waiting: Timer | None = None

    def soon(self) -> None:
        """Act in half a second, or when that was already asked for."""
        if self._waiting is None:
            self._waiting = self._clock.set_timer(SECONDS, self.now)

    def now(self) -> None:
        """Act at once, and wait for nothing more."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        self._act()
