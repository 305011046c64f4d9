"""The fields of a form are read whatever stands between them and however a value is written."""

from __future__ import annotations

import pytest
from exercises.desk import drawn
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.fields import read_fields
from cablesim.exercises.variant import Variant

SHIP, NICKEL = "stalin-zhou-3305", "hollow-nickel-1953"
FORMS = [(SHIP, "read-form"), (SHIP, "read-gaps-in-form"), (NICKEL, "read-form"),
         ("first-steps", "read-form"), ("tests", "fields")]  # fmt: skip


def parts(variant: Variant) -> list[str]:
    """Return the fields of the model answer."""
    return variant.model().split("; ")


@pytest.mark.parametrize("form", FORMS, ids=map("/".join, FORMS))
@pytest.mark.parametrize(
    "joint",
    ["; ", ";", "；", "؛ ", "\n", "\r\n", "\n\n", " | ", "\t", ", ", "،", "、", " / ", ";\n"],
)
def test_any_separator_stands_between_fields(form: tuple[str, str], joint: str) -> None:
    variant = drawn(*form, 0)
    fields = parts(variant)
    assert variant.judge(joint.join(fields)).right
    if joint.strip(" ,/،、"):
        assert variant.judge(joint.join(fields) + joint).right
    listed = joint.join(f"{n}. {value}" for n, value in enumerate(fields, 1))
    if joint.strip(" /،、,"):
        assert variant.judge(listed).right
    names = getattr(variant, "task").ask  # noqa: B009 - only a form has it.
    assert variant.judge(joint.join(f"{a}: {b}" for a, b in zip(names, fields, strict=True))).right
    turned = joint.join(f"{a} = {b}" for a, b in reversed([*zip(names, fields, strict=True)]))
    assert variant.judge(turned).right


@given(form=st.sampled_from(FORMS), data=st.data(), joint=st.sampled_from(["; ", "\n", ";\n"]),
       named=st.booleans())  # fmt: skip
def test_a_line_broken_within_a_field_moves_no_other(
    form: tuple[str, str], data: st.DataObject, joint: str, *, named: bool
) -> None:
    variant = drawn(*form, 0)
    fields = parts(variant)
    breakable = [n for n, value in enumerate(fields) if " " in value]
    place = data.draw(st.sampled_from(breakable or [0]))
    gaps = [at for at, sign in enumerate(fields[place]) if sign == " "]
    at = data.draw(st.sampled_from(gaps or [0]))
    if gaps:
        fields[place] = f"{fields[place][:at]}\n{fields[place][at + 1 :]}"
    if named:
        names = getattr(variant, "task").ask  # noqa: B009 - only a form has it.
        fields = [f"{name}: {value}" for name, value in zip(names, fields, strict=True)]
    assert variant.judge(joint.join(fields)).right


def test_a_field_left_empty_moves_no_other() -> None:
    variant = drawn(SHIP, "read-form", 0)
    fields = parts(variant)
    verdict = variant.judge("; ".join([fields[0], "", *fields[2:]]))
    assert not verdict.readable, "an answer that is not whole is no try"
    assert verdict.remarks[0].text.startswith("Left out: time line. Write all 5")
    verdict = variant.judge("; ".join([fields[0], "?", *fields[2:]]))
    assert verdict.parts == (True, False, True, True, True)


@pytest.mark.parametrize(
    "answer", ["SOVIET AMBASSADOR", "a b c d e", "x, y", "one, two, three, f, g, h"]
)
def test_what_stands_in_one_piece_is_no_try_unless_its_parts_are_clear(answer: str) -> None:
    verdict = drawn(SHIP, "read-form", 0).judge(answer)
    assert not verdict.readable
    assert "write ; between the fields" in verdict.remarks[0].text


def test_fields_by_name_are_read_in_any_order_and_those_left_out_are_told() -> None:
    variant = drawn(SHIP, "read-form", 0)
    some = variant.judge("to: SOVIET\nAMBASSADOR; signature: FILIPPOV")
    assert not some.readable
    assert some.read == "to: SOVIET AMBASSADOR; signature: FILIPPOV"
    whole = variant.judge("signature: FILIPPOV; SOVIET AMBASSADOR; Sent 03:15; none; ?")
    assert whole.parts == (True, True, True, False, False)


@pytest.mark.parametrize("day", [
    "13.7.50", "13. 7. 50", "13/7/50", "13-7-50", "July 13, 1950", "13 July 1950", "13.07.1950",
    "1950-07-13", "13th July 1950", "13 июля 1950 г.",
])  # fmt: skip
def test_a_date_is_right_in_any_of_its_forms(day: str) -> None:
    variant = drawn(SHIP, "read-gaps-in-form", 0)
    fields = parts(variant)
    assert variant.judge("; ".join([fields[0], day, *fields[2:]])).right
    for wrong in ("14.7.50", "13.7.51", "13 July", "13 June 1950", "7 50"):
        verdict = variant.judge("; ".join([fields[0], wrong, *fields[2:]]))
        assert verdict.parts == (True, False, True, True, True), wrong


@pytest.mark.parametrize(
    "number", ["3305", "№ 3305", "№3305", "No 3305", "No. 3305", "N 3305", "#3305"]
)
def test_the_sign_for_number_is_written_in_many_ways(number: str) -> None:
    variant = drawn(SHIP, "read-gaps-in-form", 0)
    assert variant.judge("; ".join([number, *parts(variant)[1:]])).right
    assert not variant.judge("; ".join(["No. 3306", *parts(variant)[1:]])).right


@pytest.mark.parametrize(
    "none", ["none", "нет", "None.", "(none)", "-", "—", "n/a", "Nothing", "не указано"]
)
def test_nothing_is_said_in_many_ways(none: str) -> None:
    variant = drawn(NICKEL, "read-form", 0)
    assert variant.judge(variant.model().replace("none", none)).right
    assert variant.judge(variant.model().replace("3 ДЕКАБРЯ", "3. ДЕКАБРЯ")).right
    invented = variant.judge(variant.model().replace("3 ДЕКАБРЯ", "3 December 1953"))
    assert not invented.right


def test_the_join_that_suits_the_student_is_taken() -> None:
    found = read_fields("a b, c, d", ("x", "y"), lambda place, text: (place, text) == (1, "c, d"))
    assert found.wrote == ("a b", "c, d")
    assert read_fields("a b, c, d", ("x", "y"), lambda *_: False).trouble
