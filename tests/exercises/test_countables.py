"""What is counted in an answer is what the prompt asks for, or the answer is no try."""

from __future__ import annotations

import pytest
from exercises.desk import drawn, every

from cablesim.exercises.kinds.number import NumberVariant
from cablesim.exercises.variant import Variant

SHIP = "stalin-zhou-3305"
ASKED = [
    ("stalin-zhou-3305", "copies", "copies"), ("stalin-zhou-3305", "answers-wanted", "answers"),
    ("stalin-zhou-3305", "days-between", "days"), ("stalin-zhou-3305", "two-clocks", "minutes"),
    ("ten-lessons", "words-paid", "words"), ("ten-lessons", "how-many-keys", "shifts"),
    ("hollow-nickel-1953", "two-copies", "groups"),
]  # fmt: skip


def eight_days() -> Variant:
    """Return the variant in which eight days lie between."""
    found = (drawn(SHIP, "days-between", n) for n in range(60))
    return next(each for each in found if each.model() == "8")


@pytest.mark.parametrize(("answer", "told"), [
    ("8 July", "This is a date"), ("8th of July", "This is a date"), ("July 8", "This is a date"),
    ("8 am", "This is a time of day"), ("8 a.m.", "This is a time of day"),
    ("8 o'clock", "This is a time of day"), ("eight o'clock", "This is a time of day"),
    ("8 telegrams", "This is a number of telegrams, and days are asked for."),
    ("eight words", "This is a number of words, and days are asked for."),
    ("8 people", "This is a number of people, and days are asked for."),
    ("8%", "This is a share of a hundred"), ("8 per cent", "This is a share of a hundred"),
    ("8 seconds", "This is in seconds, and days are asked for."), ("8 h", "This is in hours"),
    ("8½", "“8½” has a fraction in it"), ("eight hundredths", "“eight hundredths” does not come"),
    ("8 pairs", "“8 pairs” does not come"), ("8k", "“8k” does not come"),
    ("an eighth", "“an eighth” does not come"), ("eight thirds", "“eight thirds” does not come"),
])  # fmt: skip
def test_a_number_of_something_else_is_named_and_is_no_try(answer: str, told: str) -> None:
    verdict = eight_days().judge(answer)
    assert not verdict.readable, verdict
    assert verdict.remarks[0].text.startswith(told)


@pytest.mark.parametrize("answer", ["3 lines", "3 names", "three pairs", "a third", "3 pages"])
def test_lines_and_names_are_no_copies(answer: str) -> None:
    assert not drawn(SHIP, "copies", 0).judge(answer).readable


@pytest.mark.parametrize("answer", [
    "8 days", "8 days later", "eight days", "8 d", "8 may be right", "it may be 8", "eight in all",
    "8 between the telegrams", "13 July - 5 July = 8", "the eighth",
])  # fmt: skip
def test_what_is_asked_for_is_read_with_its_name(answer: str) -> None:
    assert eight_days().judge(answer).right


@pytest.mark.parametrize(("name", "exercise"), [
    each for each in every() if isinstance(drawn(*each, 0), NumberVariant)
])  # fmt: skip
def test_the_number_with_the_noun_of_its_prompt_is_right(name: str, exercise: str) -> None:
    nouns = {(book, one): noun for book, one, noun in ASKED}
    for n in range(6):
        variant = drawn(name, exercise, n)
        number = variant.model()
        noun = nouns.get((name, exercise), "")
        for answer in (number, f"{number} {noun}", f"It is {number} {noun}.", f"{noun}: {number}"):
            assert variant.judge(answer).right, answer
