"""What denies a number or only bounds it is never taken for it."""

from __future__ import annotations

import pytest
from exercises.desk import drawn

SHIP = "stalin-zhou-3305"


@pytest.mark.parametrize("answer", [
    "{} is wrong", "no, {}", "no {}", "{}: no", "{} is false", "{} is incorrect", "{}? no",
    "{} is impossible", "{} cannot be right", "anything but {}", "hardly {}", "≠{}", "!= {}",
    "> {}", ">= {}", "<{}", "≥{}", "{}+", "under {}", "below {}", "above {}", "over the {}",
    "up to {}", "{} or more", "{} is too many", "{} is a mistake", "all but {}", "it is no {}",
    "No, {}", "нет, {}", "{} неверно", "almost {}", "before {}", "{} and more",
])  # fmt: skip
def test_a_denied_or_bounded_number_is_no_try(answer: str) -> None:
    for exercise, number in (("number-in-title", "3950"), ("copies", "3"), ("copies", "2")):
        written = answer.format(number)
        verdict = drawn(SHIP, exercise, 0).judge(written)
        assert not verdict.readable, verdict
        assert verdict.remarks[0].text.startswith(f"“{written}” does not come down to one number.")


@pytest.mark.parametrize("answer", [
    "{}", "No. {}", "no. {}", "No {}", "number {}", "telegram no {}", "№ {}", "NO. {}", "=> {}",
    "-> {}", "answer: {}", "{} is right", "the right one is {}", "about {}", "over all it is {}",
])  # fmt: skip
def test_the_sign_for_a_number_and_words_that_deny_nothing_do_no_harm(answer: str) -> None:
    assert drawn(SHIP, "number-in-title", 0).judge(answer.format("3950")).right


@pytest.mark.parametrize("answer", ["{} is wrong", "the wrong group is {}", "{} has an error"])
def test_what_is_wrong_is_named_where_the_prompt_asks_for_it(answer: str) -> None:
    variant = drawn("ten-lessons", "damaged-group", 0)
    assert variant.judge(answer.format(variant.model())).right
    assert not variant.judge(f"{variant.model()} is not wrong").readable


@pytest.mark.parametrize(
    "answer", ["no 20:15", "20:15: no", "anything but 20:15", "> 20:15", "20:15 is impossible"]
)
def test_a_denied_time_is_no_try(answer: str) -> None:
    variant = next(
        each
        for each in (drawn(SHIP, "four-cities", n) for n in range(60))
        if each.model() == "20:15"
    )
    assert not variant.judge(answer).readable
