"""Sources side by side: what is said of a direction and a reason holds for that very answer."""

from __future__ import annotations

import re

import pytest
from exercises.desk import book, drawn, every

from cablesim.exercises.kinds.corroborate import DIRECTIONS, NO_REASON

SHIP = "stalin-zhou-3305"
EVERY = [(name, each) for name, each in every() if book(name).exercise(each).kind == "corroborate"]


@pytest.mark.parametrize(("name", "exercise"), EVERY)
def test_a_wrong_direction_is_never_called_right(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 0)
    right = variant.model().partition(",")[0]
    reason = variant.model().partition(",")[2]
    for direction in DIRECTIONS:
        if direction != right:
            for answer in (direction, f"{direction}, because", f"{direction},{reason}"):
                said = [remark.text for remark in variant.judge(answer).remarks]
                assert said
                assert not any(re.search(r"\bright\b", text) for text in said), said


def test_a_direction_without_a_reason_is_told_how_it_stands() -> None:
    variant = drawn(SHIP, "bracket-name", 0)
    alone, wrong = variant.judge("stronger"), variant.judge("weaker")
    assert alone.parts == (True, False)
    assert alone.remarks[0].text.startswith("The direction is right; give the reason")
    assert wrong.mistakes == ("weaker", NO_REASON)
    assert [remark.text for remark in wrong.remarks] == [
        "Do the notes in other files disagree with the bracket anywhere?",
        "The direction needs its reason: 8 words or more, and here are 0.",
    ]
