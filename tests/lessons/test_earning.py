"""What was earned is said as a sum that comes out."""

from __future__ import annotations

import pytest

from cablesim.lessons.acts import Opened, Tried, Variant
from cablesim.lessons.attempts import Attempt, Try
from cablesim.lessons.earning import cost_words, earned_words
from cablesim.scenario.exercise import Marking
from cablesim.scenario.scenario import Scenario

MARKING = Marking()
_AFTER = "What came after it takes nothing off."


def told(telegram: Scenario, *tries: tuple[float, int], marking: Marking = MARKING) -> str:
    """Return what is said of tries at an exercise of two points, each with its open hints."""
    exercise = telegram.exercises.named("copies")
    assert exercise is not None
    assert exercise.points == 2
    made = tuple(
        Try(Tried("a", f"a{n}", score), None, hints) for n, (score, hints) in enumerate(tries)
    )
    opened = Opened("1", "1", "", "inference")
    about = Variant(telegram.id, telegram.version, exercise.id, 0)
    return earned_words(Attempt(about, opened, tries=made), exercise, marking)


@pytest.mark.parametrize(
    ("tries", "said"),
    [
        ([(1, 0)], "2 of 2 points."),
        ([(0, 0), (1, 0)], "1.8 of 2 points: 2 less 10% for 1 wrong try."),
        ([(0, 0), (1, 1)], "1.6 of 2 points: 2 less 10% for 1 wrong try and 10% for 1 hint."),
        (
            [(0, 0), (0.5, 1), (1, 2)],
            "1.2 of 2 points: 2 less 10% for each of 2 wrong tries and 10% for each of 2 hints.",
        ),
        (
            [(0, 0)] * 3 + [(1, 0)],
            "0 of 2 points: the first 3 tries count, and nothing was earned by then.",
        ),
        (
            [(0, 0), (0.75, 0), (0.5, 0), (1, 1)],
            (
                "1.3 of 2 points: the first 3 tries count, and try 2 earned most, 1.5 for what was "
                f"right in it, less 10% of 2 points for 1 wrong try. {_AFTER}"
            ),
        ),
        (
            [(0.9, 0), (1, 3)],
            f"1.8 of 2 points: try 1 earned most, 1.8 for what was right in it. {_AFTER}",
        ),
    ],
)
def test_the_end_says_a_sum_that_comes_out(
    telegram: Scenario, tries: list[tuple[float, int]], said: str
) -> None:
    assert told(telegram, *tries) == said


def test_where_nothing_is_left_it_is_said_what_took_it(telegram: Scenario) -> None:
    dear = Marking(attempt_cost=1.0)
    said = told(telegram, (0, 0), (1, 0), marking=dear)
    assert said == "0 of 2 points: hints and wrong tries took all of them."


def test_the_limit_is_said_with_the_costs_and_without_any() -> None:
    assert cost_words(MARKING).endswith("The first 3 tries count.")
    free = Marking(attempts=1, hint_cost=0, attempt_cost=0)
    assert cost_words(free) == "Only the first try counts."
