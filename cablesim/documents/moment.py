"""A moment as it is printed: the event, the value, the clock or that none is stated."""

from __future__ import annotations

from dataclasses import dataclass

from cablesim.documents.standing import Standing


@dataclass(frozen=True, slots=True)
class Moment:
    """A printed moment; never converted to another clock in silence."""

    event: str
    printed: str
    clock: str
    standing: Standing
    date: str = ""
    line: int | None = None
