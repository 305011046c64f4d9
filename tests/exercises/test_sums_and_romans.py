"""A sum that is not worked out is no number yet, and a small Roman number is one."""

from __future__ import annotations

import pytest
from exercises.desk import drawn, every
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.reading.numerals import roman
from cablesim.exercises.reading.quantities import read_number

SHIP = "stalin-zhou-3305"
ONES = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]


@given(number=st.integers(1, 39))
def test_roman_numbers_up_to_39_are_read(number: int) -> None:
    written = "x" * (number // 10) + ONES[number % 10]
    assert roman(written) == number
    for text in (written, written.upper(), f"{written.upper()}."):
        assert read_number(text).readings == (str(number),), text


@pytest.mark.parametrize("answer", [
    "III", "iii", "III copies", "Ⅲ", "2 + 1 = III", "III (three)", "III, that is 3",
    "2 + 1 = 3", "2+1=3", "3 = 2 + 1", "3 (2 + 1 = 3)", "Stalin (2) + Molotov = 3",
])  # fmt: skip
def test_three_is_right_as_a_roman_number_and_behind_or_before_its_sum(answer: str) -> None:
    assert drawn(SHIP, "copies", 0).judge(answer).right, answer


@pytest.mark.parametrize("answer", ["2 + 1", "2+1", "2 plus 1", "1 + 1 + 1", "Stalin 2 + Molotov 1",
                                    "3 x 1", "II + I"])  # fmt: skip
def test_a_sum_that_is_not_worked_out_is_no_try_and_told(answer: str) -> None:
    verdict = drawn(SHIP, "copies", 0).judge(answer)
    assert not verdict.readable
    assert "has still to be worked out" in verdict.remarks[0].text


@pytest.mark.parametrize("answer", [
    "3 (Stalin 2, Molotov 1)", "3 copies (two for Stalin, one for Molotov)",
    "three (2 + 1, as line 19 has it)",
])  # fmt: skip
def test_a_number_may_be_explained_in_brackets(answer: str) -> None:
    assert drawn(SHIP, "copies", 0).judge(answer).right
    assert drawn(SHIP, "copies", 0).judge(answer.replace("3", "2").replace("three", "2")).score < 1


@pytest.mark.parametrize("answer", [
    "3 (2 if numbered)", "3 (or 2 copies)", "3 (maybe 2 copies)", "2 (3)", "3 (not 2)",
    "line 19 (3 copies)", "25629 (3 copies)", "1 (Stalin) 2 (Molotov)", "3 (2, perhaps)",
])  # fmt: skip
def test_what_is_left_to_choose_in_brackets_is_no_try(answer: str) -> None:
    assert not drawn(SHIP, "copies", 0).judge(answer).readable


@pytest.mark.parametrize("answer", ["IIII", "mix", "I think so", "x y", "IIX", "2, 1", "II or III"])
def test_what_is_no_roman_number_is_none(answer: str) -> None:
    verdict = drawn(SHIP, "copies", 0).judge(answer)
    assert not verdict.readable
    assert drawn(SHIP, "copies", 0).judge("II").mistakes == ("also-1",)
    assert drawn(SHIP, "copies", 0).judge("I think 3").right


def test_a_task_that_is_made_up_names_no_source_for_its_answer() -> None:
    """What was measured on the retyping stands under `why`, and says what was measured."""
    seen = 0
    for which in every():
        variant = drawn(*which, 0)
        if variant.exercise.kind == "number" and variant.exercise.banner:
            said = " ".join(each.text for each in variant.judge("999").remarks)
            assert "Source:" not in said, which
            seen += 1
    assert seen
    assert "its 25 wrong groups" in drawn("hollow-nickel-1953", "out-of-step", 0).exercise.explain


def test_a_source_under_a_wrong_number_follows_the_statement_that_it_is_for() -> None:
    said = drawn("hollow-nickel-1953", "two-copies", 0).judge("10").remarks[0].text
    assert "differs in 25 of the 207 groups. Source: Compared group by group" in said
