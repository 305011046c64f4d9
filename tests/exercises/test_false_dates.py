"""A false date beside a right time is never passed over."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from exercises.desk import drawn, with_exercises

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.variant import Variant
from cablesim.exercises.workbook import Workbook

SHIP = "stalin-zhou-3305"
ZONES = """format = 1
[[exercise]]
id = "zone"
kind = "number"
skill = "chronology"
points = 1
prompt = "Which hour?"
vary.case = [{{ answer = "20:15", on = "{day}" }}]
"""


def in_washington() -> Variant:
    """Return the variant in which it is still the evening of 12 July."""
    found = (drawn(SHIP, "four-cities", n) for n in range(60))
    return next(each for each in found if each.model() == "20:15")


def with_time_line(written: str) -> Iterator[str]:
    """Yield the form with a time line, its fields with semicolons and in lines."""
    row = ["SOVIET AMBASSADOR", written, "FILIPPOV", "Stalin (2), Molotov", "none"]
    yield "; ".join(row)
    yield "\n".join(row)


@pytest.mark.parametrize(
    "date", ["12 July", "12 July 1950", "12.7.50", "July 12, 1950", "1950-07-12", "12 июля"]
)
def test_a_right_time_with_the_right_date_is_right(date: str) -> None:
    variant = in_washington()
    for answer in (f"20:15 on {date}", f"{date}, 20:15", f"8:15 pm {date}"):
        verdict = variant.judge(answer)
        assert verdict.right, answer
        assert not verdict.remarks


@pytest.mark.parametrize("date", ["13 July", "12 July 1951", "13.7.50", "July 13", "13 июля"])
def test_a_right_time_with_a_false_date_is_told_so_and_is_not_right(date: str) -> None:
    variant = in_washington()
    for answer in (f"20:15 on {date}", f"{date}, 20:15", f"it is 8:15 pm, {date}"):
        verdict = variant.judge(answer)
        assert (verdict.readable, verdict.score, verdict.parts) == (True, 0.0, (False,)), answer
        assert verdict.remarks[0].text.startswith(
            "The time is right, and the date beside it is not"
        )
    assert variant.judge("13 July, 03:15 - 7 h = 20:15").right, "that is the date of Moscow"


def test_a_date_that_nobody_can_judge_is_told_to_be_passed_over() -> None:
    variant = drawn(SHIP, "predict-sending", 0)
    verdict = variant.judge(f"{variant.model()} on 14 July")
    assert verdict.right
    assert "the date beside it is not judged" in verdict.remarks[0].text
    wrong = variant.judge("09:09 on 13 July")
    assert not wrong.right
    assert "time is right" not in wrong.remarks[0].text


def test_the_day_of_a_case_has_to_be_a_date() -> None:
    Workbook(with_exercises(ZONES.format(day="12 July"))).item("zone")
    with pytest.raises(ExerciseRefused, match="is no date"):
        Workbook(with_exercises(ZONES.format(day="yesterday"))).item("zone")


@pytest.mark.parametrize(
    "written",
    ["Sent 03:15 on 13 July", "Sent 03:15, 13.7.50", "03:15 13 July 1950", "13/7/50 Sent 03:15"],
)
def test_a_time_line_with_the_date_of_the_page_is_right(written: str) -> None:
    for answer in with_time_line(written):
        assert drawn(SHIP, "read-form", 0).judge(answer).right, answer


@pytest.mark.parametrize("written", ["Sent 03:15 on 14 July", "03:15, 13.7.51", "12/7/50 03:15"])
def test_a_time_line_with_a_false_date_is_told_that_the_time_is_right(written: str) -> None:
    for answer in with_time_line(written):
        verdict = drawn(SHIP, "read-form", 0).judge(answer)
        assert verdict.parts == (True, False, True, True, True), answer
        (remark,) = verdict.remarks
        assert "is right, and the date beside it is not. Look at line 6." in remark.text
        assert remark.part == 2


def test_a_wrong_time_is_wrong_whatever_the_date() -> None:
    for written in ("Sent 04:15 on 13 July", "Sent 04:15 on 14 July"):
        for answer in with_time_line(written):
            (remark,) = drawn(SHIP, "read-form", 0).judge(answer).remarks
            assert "is not what the page has there" in remark.text
