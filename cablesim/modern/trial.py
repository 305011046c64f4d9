"""What one experiment of the contrast lesson hands to a screen: lines, an outcome, a reason.

A trial says what was really done and what really came of it.
It is modern and made up for teaching, says so itself, and asserts nothing about any telegram.
"""

from __future__ import annotations

import textwrap
import unicodedata
from dataclasses import dataclass
from enum import Enum

from cablesim.text.visible import visible_line

STANDING = "modern, and made up for teaching"
COLUMNS = 72
LABEL_COLUMNS = 24


class Outcome(Enum):
    """How an experiment ended."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    UNNOTICED = "noticed by nobody"
    EXPOSED = "gives itself away"


@dataclass(frozen=True, slots=True)
class Beside:
    """What the practice additive did with the same mishap, computed from its real groups.

    `shown` are lines of at most 72 columns; `why` is a sentence or two to be wrapped.
    """

    shown: tuple[str, ...]
    outcome: Outcome
    why: str


@dataclass(frozen=True, slots=True)
class Trial:
    """One experiment with today's sealing or signing, and the practice additive beside it.

    `done` is one sentence on what was tried, `why` one or two on what came of it, both to be
    wrapped; `shown` are lines of at most 72 columns; `standing` goes with all of it.
    """

    id: str
    title: str
    done: str
    shown: tuple[str, ...]
    outcome: Outcome
    why: str
    beside: Beside
    standing: str = STANDING


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal, broad signs counted twice."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def clipped(text: str, columns: int) -> str:
    """Return a text as one visible line, cut with an ellipsis where it is too long."""
    text = visible_line(text)
    if width(text) <= columns:
        return text
    kept = text[:columns]
    while width(kept) >= columns:
        kept = kept[:-1]
    return kept + "…"


def line(label: str, value: str) -> str:
    """Return a label and a value as one line, the values standing under each other."""
    head = clipped(label, LABEL_COLUMNS)
    return clipped(head + " " * (LABEL_COLUMNS - width(head) + 1) + value, COLUMNS)


def lines(label: str, value: str) -> tuple[str, ...]:
    """Return a label and a long value, the value wrapped under itself and nothing lost."""
    value = visible_line(value)
    room = COLUMNS - LABEL_COLUMNS - 1
    # The wrapper counts signs; where some take two columns, half the room is always enough.
    rows = textwrap.wrap(value, room if width(value) == len(value) else room // 2) or [""]
    return (line(label, rows[0]), *(line("", row) for row in rows[1:]))
