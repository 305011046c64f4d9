"""Whoever shows the work has written the answer: it stands behind the mark, or in the last row."""

from __future__ import annotations

import pytest
from exercises.desk import drawn
from exercises.test_wrong_ways import SHIP

from cablesim.exercises.variant import Variant

BOTH = ["add-pad", "take-pad-off"]


def sums(variant: Variant, exercise: str) -> list[tuple[str, str, str]]:
    """Return the rows that were given and the right one, group by group."""
    name = "groups" if exercise == "add-pad" else "cipher"
    upper, pad = (variant.values()[each].split() for each in (name, "pad"))
    return list(zip(upper, pad, variant.model().split(), strict=False))


@pytest.mark.parametrize("exercise", BOTH)
def test_what_stands_behind_a_mark_is_the_answer(exercise: str) -> None:
    sign = "+" if exercise == "add-pad" else "-"
    for n in range(5):
        variant = drawn(SHIP, exercise, n)
        rows = sums(variant, exercise)
        for shape in ("{0}{s}{1}={2}", "{0} {s} {1} = {2}", "{0} -> {2}", "{0} => {2}"):
            for between in ("; ", "\n", " ", ", "):
                answer = between.join(shape.format(*each, s=sign) for each in rows)
                assert variant.judge(answer).right, answer


def test_a_wrong_result_is_judged_as_it_is_without_its_sum() -> None:
    variant = drawn(SHIP, "add-pad", 1)
    rows = sums(variant, "add-pad")
    rows[1] = (*rows[1][:2], "0000")
    shown = variant.judge("; ".join(f"{a}+{b}={c}" for a, b, c in rows))
    assert shown == variant.judge(" ".join(c for _, _, c in rows))
    assert shown.score == (len(rows) - 1) / len(rows)
    assert not variant.judge("; ".join(f"{a}+{b}={c}" for a, b, c in rows[1:])).readable


@pytest.mark.parametrize("exercise", BOTH)
def test_the_last_row_of_the_sheet_is_the_answer(exercise: str) -> None:
    variant = drawn(SHIP, exercise, 2)
    rows = sums(variant, exercise)
    over, under, right = (" ".join(each) for each in zip(*rows, strict=True))
    assert variant.judge(f"{over}\n{under}\n{right}").right
    assert variant.judge(f"{under}\n{over}\n{right}").right
    assert variant.judge(" ".join(" ".join(each) for each in rows)).right
    given = variant.judge(f"{over}\n{under}")
    assert not given.readable
    assert "rows that were given" in given.remarks[0].text
    strange = variant.judge(f"{right}\n{under}\n{right}")
    assert not strange.readable
    assert "last row alone" in strange.remarks[0].text


def test_a_word_before_its_group_and_a_lead_before_all_are_left_out() -> None:
    for n in range(5):
        variant = drawn(SHIP, "encode-words", n)
        groups = variant.model().split()
        for answer in (
            "The cipher groups are: " + " ".join(groups),
            "\n".join(f"SOME WORDS = {group}" for group in groups),
            ", ".join(f"NINE -> {group}" for group in groups),
        ):
            assert variant.judge(answer).right, answer
        denied = variant.judge("it is not " + " ".join(groups))
        assert not denied.readable
