"""A sum that an author writes comes out, and ends in the answer."""

from __future__ import annotations

import pytest
from exercises.authored import found, written


def told(how: str, answer: str = "30") -> list[tuple[str, str]]:
    """Return code and key of what is said of a number and how it is found."""
    text = written("number", "How many?", f'answer = {answer}\nhow = "{how}"')
    return [(each.code, each.key) for each in found(text)]


@pytest.mark.parametrize(
    "how",
    [
        "15 + 14 = 30.",
        "15 + 14 = 29.",
        "First 10 + 5 = 16, then 16 + 14 = 30.",
        "15 × 3 = 30.",
        "40 - 9 = 31.",
    ],
)
def test_a_sum_that_is_wrong_or_ends_in_no_answer_is_a_warning(how: str) -> None:
    assert told(how) == [("E111", "exercise.0.how")]


@pytest.mark.parametrize(
    ("how", "answer"),
    [
        ("15 + 15 = 30.", "30"),
        ("2 + 1 = 3, the dozen less: 33 - 3 = 30.", "30"),
        ("10 × 3 = 30, and 30 + 1 = 31 with the captain.", "30"),
        ("Line 3 has 15, line 4 has 15.", "30"),
        ("(3 + 4) × 2 = 14, so thirty.", "30"),
        ("22 + 8 = 6 on the clock, so 30.", "30"),
        ("4717 + 8356 = 2063 without carrying.", "2063"),
        ("20 + 10 = 4 of 26 letters.", "4"),
        ("1/2 + 1/2 = 1; a x 2 + 3 = 14.", "1"),
        ("120 + 55 = 175, and 3 hours.", "175"),
        ("03:15 + 5 = 08:15.", '"08:15"'),
        ("4 + 5 = 9, nine in all.", '"nine"'),
        ("1.5 + 1 = 2.5 pages", "2.5"),
    ],
)
def test_an_honest_working_is_believed(how: str, answer: str) -> None:
    assert told(how, answer) == []


def test_the_working_of_a_case_is_that_of_its_own_answer() -> None:
    cases = '{ n = 3, answer = 8, how = "3 + 5 = 8." }, { n = 4, answer = 9, how = "4 + 5 = 8." }'
    text = written("number", "How many are {n} and 5?", f"vary.case = [{cases}]")
    assert [(each.code, each.key) for each in found(text)] == [
        ("E111", "exercise.0.vary.case.1.how")
    ]
