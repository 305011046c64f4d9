"""Sources side by side: what is said of a direction and a reason holds for that very answer."""

from __future__ import annotations

import re

import pytest
from exercises.desk import book, drawn, every

from cablesim.exercises.directions import DIRECTIONS
from cablesim.exercises.kinds.corroborate import NO_REASON

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


def test_a_direction_without_a_reason_is_no_try_and_says_the_same_of_any_direction() -> None:
    for exercise in ("bracket-name", "numbered-lists"):
        variant = drawn(SHIP, exercise, 0)
        told = [variant.judge(direction) for direction in DIRECTIONS]
        assert not any(verdict.readable for verdict in told)
        assert {verdict.mistakes for verdict in told} == {(NO_REASON,)}
        assert len({verdict.remarks[0].text for verdict in told}) == 1
