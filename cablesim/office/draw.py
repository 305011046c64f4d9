"""Chance as an argument: the office never rolls dice of its own."""

from __future__ import annotations

from typing import Protocol


class Draw(Protocol):
    """A source of even, repeatable draws."""

    def below(self, bound: int) -> int:
        """Return an integer from 0 to bound - 1."""
        ...

    def between(self, low: int, high: int) -> int:
        """Return an integer from low to high, both included."""
        ...
