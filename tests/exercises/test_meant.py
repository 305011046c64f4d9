"""An author's value is read by the same rules as an answer, or is refused with its cure."""

from __future__ import annotations

import pytest
from exercises.desk import checked, with_exercises

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.seeds import Seed
from cablesim.exercises.variant import Variant
from cablesim.exercises.workbook import Workbook

HEAD = """format = 1
[[exercise]]
id = "value"
kind = "number"
skill = "reading"
points = 1
prompt = "How many are there?"
"""


def made(values: str) -> Variant:
    """Return the variant of an exercise with these values."""
    seed = Seed("class", "x", "value", "anna tarn")
    return Workbook(with_exercises(HEAD + values)).item("value").draw(seed.stream())


@pytest.mark.parametrize(("answer", "right"), [
    ("9 divisions", ("9", "nine", "9 divisions")), ("nine people", ("9", "nine people")),
    ("nine", ("9", "nine", "9 divisions")), ("twenty-three", ("23", "twenty three")),
    ("a hundred", ("100", "one hundred")), ("девять", ("9", "nine")),
    ("third", ("third", "Third.")), ("none", ("none",)), ("12 34", ("12 34", "1234")),
    ("2nd Guards Division", ("2nd guards division",)),
])  # fmt: skip
def test_a_number_in_words_is_the_number(answer: str, right: tuple[str, ...]) -> None:
    variant = made(f'answer = "{answer}"')
    for wrote in right:
        assert variant.judge(wrote).right, wrote
    assert not variant.judge("8").right


def test_another_number_in_words_is_recognised_in_figures() -> None:
    variant = made('answer = 9\nalso = [{ value = "a hundred", score = 0.5, says = "Too many." }]')
    for wrote in ("100", "a hundred", "one hundred divisions"):
        verdict = variant.judge(wrote)
        assert (verdict.score, verdict.mistakes) == (0.5, ("also-1",))
    assert [slip.answer for slip in variant.mistakes()] == ["100"]


@pytest.mark.parametrize(("values", "told"), [
    ('answer = "quarter past eight"', "and 08:15 be wrong; write '08:15'"),
    ('answer = "8 h 30"', "and 08:30 be wrong; write '08:30'"),
    ('vary.case = [{ a = "x", answer = "08:15" }, { a = "y", answer = "8.30" }]',
     "'8.30' is no time of day, and '08:15' is one; write hours and minutes with a colon"),
    ('answer = "08:15"\nalso = [{ value = "8.30", score = 0.0, says = "No." }]', "'8.30' is no"),
])  # fmt: skip
def test_a_value_that_would_be_compared_otherwise_is_refused(values: str, told: str) -> None:
    with pytest.raises(ExerciseRefused) as refused:
        made(values)
    assert told in str(refused.value)
    (finding,) = [each for each in checked(HEAD + values, 5) if each.code == "E103"]
    assert told in finding.message


@pytest.mark.parametrize("values", [
    'vary.case = [{ a = "x", answer = "08:15" }, { a = "y", answer = "9:00" }]',
    'answer = "8.30"', 'answer = "Pilot"', 'answer = "0"', "answer = 8.30", "answer = 0",
    'answer = "08:15"\nalso = [{ value = "0:15", score = 0, says = "No." }]',
])  # fmt: skip
def test_other_values_pass(values: str) -> None:
    assert made(values).judge(made(values).model()).right
