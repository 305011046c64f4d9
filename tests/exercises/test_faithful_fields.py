"""A right value of a field is right however honestly odd it is written; a false word beside it not.

What the page does not have may be left blank in any language that is likely to be met.
"""

from __future__ import annotations

import pytest
from exercises.desk import drawn

from cablesim.exercises.verdict import Verdict

SHIP, NICKEL = "stalin-zhou-3305", "hollow-nickel-1953"
GAPS = "read-gaps-in-form"


def one(scenario: str, form: str, field: str, text: str) -> Verdict:
    """Return the verdict of the right answers with one field written otherwise."""
    variant = drawn(scenario, form, 0)
    names = getattr(variant, "task").ask  # noqa: B009 - only a form has it.
    fields = variant.model().split("; ")
    fields[names.index(field)] = text
    return variant.judge("; ".join(fields))


RIGHT = [
    (NICKEL, "read-form", "date", [
        "the 3rd of December", "December the 3rd", "3-Dec", "Thursday 3 December",
        "3 December (line 30)",
    ]),
    (NICKEL, "read-form", "kind and number", ["message No. 1", "Message 1", "number: 1"]),
    (SHIP, GAPS, "date", [
        "the 13th of July 1950", "Thursday 13 July 1950", "Thursday, 13 July 1950",
        "13 July 1950 (Thursday)", "Thu 13.7.50", "1950.7.13", "1950/07/13", "13-Jul-1950",
        "13 July 1950 (line 6)", "13.7.50, line 6", "on the thirteenth of July 1950",
        "четверг, 13 июля 1950",
    ]),
    (SHIP, GAPS, "kind and number", [
        "kind: ciphered telegram, number: 3305", "number: 3305, kind: ciphered telegram",
        "kind = ciphered telegram / number = 3305", "3305 (line 3)",
    ]),
    (SHIP, "read-form", "to", [
        "the Soviet Ambassador in Beijing", "SOVIET AMBASSADOR BEIJING",
        "Soviet ambassador (Beijing)",
    ]),
    (SHIP, "read-form", "copies", [
        "Stalin (2) and Molotov", "Stalin (two), Molotov", "Stalin (2 copies), Molotov",
        "Copies: Stalin (2) and Molotov.",
    ]),
    (SHIP, "read-form", "time line", [
        "sent 03:15 (no clock named)", "03:15 (clock not stated)", "Sent 03:15, no clock",
    ]),
    ("first-steps", "read-form", "place", ["in Eastmere", "EASTMERE (line 4)"]),
    (SHIP, "read-form", "signature", ["Filippov (line 18)", "FILIPPOV, line 18"]),
]  # fmt: skip
EACH = [(*where, text) for *where, texts in RIGHT for text in texts]


@pytest.mark.parametrize(("scenario", "form", "field", "text"), EACH)
def test_a_right_value_is_right_however_it_is_written(
    scenario: str, form: str, field: str, text: str
) -> None:
    assert one(scenario, form, field, text).right


@pytest.mark.parametrize(("scenario", "form", "field", "text"), [
    (NICKEL, "read-form", "date", "the 4th of December"),
    (NICKEL, "read-form", "date", "the 3rd of December 1953"),
    (NICKEL, "read-form", "kind and number", "message No. 2"),
    ("first-steps", "read-form", "place", "from Eastmere"),
    (SHIP, GAPS, "date", "the 14th of July 1950"), (SHIP, GAPS, "date", "1950.13.7"),
    (SHIP, GAPS, "date", "Thursday"), (SHIP, GAPS, "date", "1951.7.13"),
    (SHIP, GAPS, "kind and number", "kind: open telegram, number: 3305"),
    (SHIP, GAPS, "kind and number", "kind: ciphered telegram, number: 3355"),
    (SHIP, "read-form", "to", "Soviet Ambassador in Moscow"), (SHIP, "read-form", "to", "Beijing"),
    (SHIP, "read-form", "copies", "Stalin and Molotov"),
    (SHIP, "read-form", "copies", "Stalin (3) and Molotov"),
    (SHIP, "read-form", "copies", "Stalin (2) and Molotov and Beria"),
    (SHIP, "read-form", "time line", "sent 03:15 (Moscow time)"),
    (SHIP, "read-form", "time line", "sent 04:15 (no clock named)"),
    (SHIP, "read-form", "time line", "no clock named"),
])  # fmt: skip
def test_a_false_value_is_not_right_for_its_wrapping(
    scenario: str, form: str, field: str, text: str
) -> None:
    assert not one(scenario, form, field, text).right


def test_a_false_day_of_the_week_or_line_beside_a_right_value_is_told() -> None:
    said = one(SHIP, GAPS, "date", "Friday 13 July 1950").remarks[0].text
    assert "is right, and the day of the week beside it is not. Look at line 6." in said
    said = one(SHIP, GAPS, "date", "13 July 1950 (line 5)").remarks[0].text
    assert "is right but for the line that it names. Look at line 6." in said
    said = one(SHIP, GAPS, "date", "14 July 1950 (line 6)").remarks[0].text
    assert "is not what the page has there" in said


@pytest.mark.parametrize(
    "text", ["left blank", '""', "''", "0", "keine", "kein", "aucune", "[]", "it is left blank",
             "____", "пусто", "ninguna", "it gives none"],
)  # fmt: skip
def test_what_is_left_blank_is_none_and_not_invented(text: str) -> None:
    assert one(SHIP, "read-form", "classification", text).right
    assert one(SHIP, "read-form", "signature", text).mistakes == ("none",)


@pytest.mark.parametrize("text", ["left", "10", "Secret", "No. 0", "blank cheque"])
def test_what_names_something_does_not_say_none(text: str) -> None:
    assert not one(SHIP, "read-form", "classification", text).right
