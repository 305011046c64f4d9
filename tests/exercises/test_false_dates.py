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


@pytest.mark.parametrize(
    ("day", "true"),
    [("on the 12th", True), ("12/7", True), ("on the twelfth of July", True),
     ("July the 12th", True),
     ("the day before", True), ("the evening before", True), ("of the previous day", True),
     ("yesterday", True), ("(-1 day)", True), ("one day earlier", True), ("вчера", True),
     ("that evening", True), ("(12.7.)", True), ("12.07", True), ("12. 7.", True),
     ("13.7.", False),
     ("on the 14th", False), ("14/7", False), ("on the fourteenth of July", False),
     ("the next day", False), ("tomorrow", False), ("(+1 day)", False), ("the same day", False)],
)  # fmt: skip
def test_a_day_is_understood_in_whatever_way_it_is_named(day: str, *, true: bool) -> None:
    for answer in (f"20:15 {day}", f"{day}, 20:15", f"8:15 pm, {day}"):
        verdict = in_washington().judge(answer)
        assert (verdict.readable, verdict.right) == (True, true), answer
        assert true or "the date beside it is not" in verdict.remarks[0].text


@pytest.mark.parametrize("day", ["the day before", "on the 12th", "yesterday", "the next day"])
def test_a_day_that_nobody_can_judge_is_told_in_whatever_way_it_is_named(day: str) -> None:
    variant = drawn("first-steps", "whose-clock", 0)
    verdict = variant.judge(f"{variant.model()} {day}")
    assert verdict.right
    assert "the date beside it is not judged" in verdict.remarks[0].text


@pytest.mark.parametrize(
    ("written", "told"),
    [("20:15 GMT", "GMT"), ("20:15Z", "Z"), ("20:15 UTC+3", "UTC+3"), ("20:15 Friday", "Friday"),
     ("20:15 Moscow time", "Moscow"), ("in Moscow it is 20:15", "Moscow"),
     ("20:15 is wrong", "wrong"), ("before 20:15", "before"), ("After 20:15", "After"),
     ("52 minutes after 20:15", "52 minutes after"), ("20:15 the next evening", "next"),
     ("20:15, two days before", "days before"), ("Moscow 20:15 GMT", "Moscow, GMT"),
     ("20:15 seven", "7")],
)  # fmt: skip
def test_what_is_not_understood_beside_a_time_is_named_and_is_no_try(
    written: str, told: str
) -> None:
    verdict = in_washington().judge(written)
    assert not verdict.readable, verdict
    assert verdict.remarks[0].text.startswith(f"It is not clear what “{told}” beside a time means.")


@pytest.mark.parametrize(
    "written",
    ["20:15 Washington time", "in Washington it is 20:15", "Clocks in Washington showed 20:15",
     "20:15 (4 hours behind)", "20:15 local time", "It would be 8:15 p.m. there.", "20:15 hours",
     "at 20:15", "about 20:15", "I think it was 20:15 then", "8 h 15 min in the evening"],
)  # fmt: skip
def test_the_clock_that_is_asked_for_and_harmless_words_do_no_harm(written: str) -> None:
    verdict = in_washington().judge(written)
    assert verdict.right, verdict
    assert not verdict.remarks


def test_a_name_of_the_prompt_is_known_where_the_case_has_none() -> None:
    variant = drawn("first-steps", "whose-clock", 0)
    for written in ("{} in Eastmere", "{} Eastmere time", "The clocks of Eastmere showed {}"):
        assert variant.judge(written.format(variant.model())).right
    assert not variant.judge(f"{variant.model()} in London").readable


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
