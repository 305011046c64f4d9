"""How many variants a check looks at: all in a small file, a fair share of a large one, told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

import pytest
from exercises.desk import checked, ours, shipped
from invented import small_exercise

from cablesim.exercises.proofing.proving import proved
from cablesim.exercises.proofing.shares import DRAWS, LEAST, MOST, Share
from cablesim.scenario.exercise import Exercise

if TYPE_CHECKING:
    from cablesim.exercises.variant import Item, Variant
    from cablesim.modern.digits import Stream
    from cablesim.scenario.finding import Finding

CASES = small_exercise(
    "hours-{n}",
    "It is {first}. And six hours later?",
    'vary.case = [{ first = "03:15", answer = "09:15" }, { first = "04:20", answer = "10:20" }]',
)
SAME = small_exercise("same-{n}")


@dataclass
class Counted:
    """An exercise that counts its draws."""

    item: Item
    draws: int = 0
    names: tuple[str, ...] = ()
    placeholders: tuple[str, ...] = field(default=())

    @property
    def exercise(self) -> Exercise:
        return self.item.exercise

    def draw(self, stream: Stream, level: int | None = None) -> Variant:
        self.draws += 1
        return self.item.draw(stream, level)


def said(count: int, pattern: str) -> list[Finding]:
    """Return what is said of a file of so many exercises."""
    text = "format = 1\n" + "".join(pattern.replace("{n}", str(n)) for n in range(count))
    return checked(text)


@pytest.mark.parametrize(
    ("exercises", "signs", "draws"),
    [
        (1, 30, DRAWS),
        (100, 199, DRAWS),
        (101, 30, 198),
        (500, 30, 40),
        (1_000, 30, LEAST),
        (50_000, 30, LEAST),
        (48, 199, DRAWS),
        (500, 5_000, LEAST),
        (0, 0, DRAWS),
    ],
)
def test_a_share_is_full_in_a_small_file_and_never_less_than_the_least(
    exercises: int, signs: int, draws: int
) -> None:
    assert Share.of(exercises).draws(signs) == draws


@pytest.mark.parametrize("exercises", [101, 150, 333, 500, 1_000])
def test_all_exercises_of_a_file_together_stay_within_the_work_that_is_shared_out(
    exercises: int,
) -> None:
    assert exercises * Share.of(exercises).draws(0) <= max(MOST, exercises * LEAST)


@pytest.mark.parametrize(("exercises", "draws"), [(1, 200), (500, 40)])
def test_as_many_variants_are_drawn_as_the_share_says(exercises: int, draws: int) -> None:
    counted = Counted(ours().item("sum"))
    proof = proved(cast("Item", counted), Share.of(exercises))
    assert (counted.draws, proof.draws) == (draws, draws)


def test_what_ships_is_looked_at_in_full() -> None:
    for book in shipped().values():
        share = Share.of(len(book.exercises))
        for exercise in book.exercises:
            variants = [book.draw(exercise.id, n) for n in range(3)]
            if len({variant.model() for variant in variants}) > 1:
                assert share.draws(max(len(each.model()) for each in variants)) == DRAWS


def test_a_file_with_more_says_how_many_variants_were_looked_at_and_that_once() -> None:
    assert said(100, CASES) == []
    (notice,) = said(125, CASES)
    assert (notice.code, notice.line) == ("V107", 1)
    assert notice.message.startswith("of 125 exercises 160 variants each were looked at: ")
    assert said(125, CASES) == [notice]


def test_nothing_is_said_where_all_variants_are_alike() -> None:
    assert said(125, SAME) == []
