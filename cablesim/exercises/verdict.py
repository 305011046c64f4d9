"""What is said of an answer: how it was read, which parts are right, which mistake was made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cablesim.exercises.answers import ENGINE

RIGHT, WRONG = "✓", "✗"


class Part(NamedTuple):
    """One thing that the learner wrote: its text, its number (from 1), whether it is right.

    One without a text is a gap: there something was left out.
    """

    text: str
    number: int
    right: bool

    @property
    def sign(self) -> str:
        """The sign below it; what is wrong has its number too."""
        return RIGHT if self.right else f"{WRONG}{self.number}"


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about an answer: the part (from 1, 0 for all of it), the named mistake, why.

    The part is numbered as the learner wrote it, as the verdict's `wrote` is.
    A remark that is `right` takes nothing away: it names a convention or adds something.
    """

    text: str
    part: int = 0
    mistake: str = ""
    wrote: str = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The finding of one answer: score from 0 to 1, what was read, remarks, right or wrong by part.

    An answer that is not readable is no try. `by_hand` says that a rubric decides the points.
    `wrote` has what was written in the learner's own order, with a gap where something is missing;
    `parts` are those that were asked for, in theirs.
    """

    score: float
    read: str
    remarks: tuple[Remark, ...] = ()
    parts: tuple[bool, ...] = ()
    readable: bool = True
    by_hand: bool = False
    wrote: tuple[Part, ...] = ()
    engine: int = ENGINE

    @property
    def right(self) -> bool:
        """All of it is right."""
        return self.readable and self.score >= 1

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The named mistakes that were recognised, each once, in order."""
        return tuple(dict.fromkeys(each.mistake for each in self.remarks if each.mistake))


def unread(trouble: str, read: str = "") -> Verdict:
    """Return the verdict of an answer that cannot be read: no try, and why."""
    return Verdict(0.0, read, (Remark(trouble),), readable=False)
