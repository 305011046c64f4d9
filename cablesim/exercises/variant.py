"""What a kind of exercise does: an item draws variants, a variant judges answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from cablesim.exercises.verdict import Verdict
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Slip:
    """A named mistake, and what a student who made it would write in this variant."""

    name: str
    answer: str


@dataclass(frozen=True, slots=True)
class Step:
    """One worked step: its number (from 1), what was done, and whether it is given away."""

    place: int
    text: str
    given: bool = False


class Variant(Protocol):
    """One student's own form of an exercise. The same draw gives an equal value."""

    @property
    def exercise(self) -> Exercise:
        """The exercise that it is a variant of."""

    @property
    def asked(self) -> int:
        """How many parts are left to the student; 0 where all is worked."""

    def values(self) -> Mapping[str, str]:
        """Return what stands for the placeholders, steps left out."""

    def shown(self) -> Sequence[str]:
        """Return the lines that stand below the prompt: options, fields, sources."""

    def steps(self) -> Sequence[Step]:
        """Return the steps as they would be worked, from the clerk's sheet; none where none are."""

    def how(self) -> str:
        """Say in one line how an answer is written."""

    def model(self) -> str:
        """Return an answer that is wholly right."""

    def mistakes(self) -> Iterable[Slip]:
        """Yield every named mistake that can be made here; no two answers are alike."""

    def judge(self, answer: str) -> Verdict:
        """Return the verdict of an answer; any text at all gives one."""


class Unworked:
    """What variants have in common that are reasoned and not worked: there are no steps."""

    __slots__ = ()

    def steps(self) -> Sequence[Step]:
        """Return nothing."""
        return ()


class Item(Protocol):
    """An exercise made ready for a scenario: draws variants."""

    @property
    def exercise(self) -> Exercise:
        """The exercise."""

    @property
    def names(self) -> Sequence[str]:
        """The named mistakes that this exercise can recognise, whatever is drawn."""

    @property
    def placeholders(self) -> Sequence[str]:
        """The names that may stand in braces, steps left out."""

    def draw(self, stream: Stream, level: int | None = None) -> Variant:
        """Draw a variant; `level` (from 0) says how much of it is worked already, None nothing.

        Raises `ExerciseRefused` where nothing fair can be drawn.
        """
