"""What is said of an answer: how it was read, which parts are right, which mistake was made."""

from __future__ import annotations

from typing import NamedTuple

from cablesim.exercises.reading.answers import ENGINE

RIGHT, WRONG = "✓", "✗"
NO_TRY = "This did not count as a try."


class Part(NamedTuple):
    """One thing that the learner wrote: its text, its number (from 1), whether it is right.

    What was written is numbered as it was written. One without a text is a gap: there something was
    left out, and the number is that of the right answer, or 0 where it has none there.
    """

    text: str
    number: int
    right: bool

    @property
    def sign(self) -> str:
        """The sign below it; what is wrong has its number too, and a gap has none."""
        return RIGHT if self.right else f"{WRONG}{self.number}" if self.text else WRONG


class Remark(NamedTuple):
    """One sentence about an answer: the part (from 1), the named mistake, why.

    The part is numbered as the learner wrote it, as the verdict's `wrote` is; it is 0 where the
    sentence is about all of it, or about what is missing.
    A remark that is `right` takes nothing away: it names a convention or adds something.
    """

    text: str
    part: int = 0
    mistake: str = ""
    wrote: str = ""
    right: bool = False


class Verdict(NamedTuple):
    """The finding of one answer: score from 0 to 1, what was read, remarks, right or wrong by part.

    An answer that is not readable is no try; nor is one that is not whole, and it says what is
    missing. `by_hand` says that a rubric decides the points: such an answer is handed in, and never
    right or wrong.
    `wrote` has what was written in the learner's own order, with a gap where something is missing;
    `parts` are those that were asked for, in theirs. `praise` stands above a right answer of which
    a program cannot judge all.
    """

    score: float
    read: str
    remarks: tuple[Remark, ...] = ()
    parts: tuple[bool, ...] = ()
    readable: bool = True
    by_hand: bool = False
    wrote: tuple[Part, ...] = ()
    engine: int = ENGINE
    praise: str = "Right."

    @property
    def right(self) -> bool:
        """All of it is right, as far as the program can tell."""
        return self.readable and not self.by_hand and self.score >= 1

    @property
    def done(self) -> bool:
        """Nothing more is to be done: it is right, or handed in."""
        return self.right or (self.readable and self.by_hand)

    @property
    def headline(self) -> str:
        """The verdict in a word, before the reasons."""
        right, count = sum(self.parts), len(self.parts)
        if not self.readable:
            return NO_TRY
        if self.by_hand:
            return "Handed in: no program marks this."
        if self.right:
            return self.praise
        if count > 1 and right == count:
            return "Not yet: nothing is missing, but there is more than was asked for."
        return f"Not yet: {self._share}." if count > 1 and right else "Not yet."

    @property
    def _share(self) -> str:
        """How many parts are right; where the first were given, of those that were left."""
        right, count = sum(self.parts), len(self.parts)
        if self.wrote and self.wrote[0].number > 1:
            return f"{right} of the {count} parts left to you {'is' if right == 1 else 'are'} right"
        return f"{right} of {count} parts are right"

    @property
    def mistakes(self) -> tuple[str, ...]:
        """The named mistakes that were recognised, each once, in order."""
        return tuple(dict.fromkeys(each.mistake for each in self.remarks if each.mistake))


def unread(trouble: str, read: str = "", *, name: str = "") -> Verdict:
    """Return the verdict of an answer that cannot be read, or is not whole: no try, and why.

    `name` is the named slip that it is, such as a reason left out.
    """
    return Verdict(0.0, read, (Remark(trouble, 0, name),), readable=False)
