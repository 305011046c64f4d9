"""The fields of a form are read whatever stands between them and however a value is written."""

from __future__ import annotations

import pytest
from exercises.desk import drawn
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.reading.fields import read_fields
from cablesim.exercises.variant import Variant
from cablesim.exercises.verdict import Verdict

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


@pytest.mark.parametrize("joint", [" - ", " ", " – "])
@pytest.mark.parametrize("between", ["; ", "\n"])
def test_a_field_may_be_named_without_a_colon(joint: str, between: str) -> None:
    variant = drawn(SHIP, "read-form", 0)
    names = getattr(variant, "task").ask  # noqa: B009 - only a form has it.
    pairs = zip(names, parts(variant), strict=True)
    written = between.join(f"{name}{joint}{value}" for name, value in pairs)
    assert variant.judge(written).right


def test_fields_by_name_are_read_in_any_order_and_those_left_out_are_told() -> None:
    variant = drawn(SHIP, "read-form", 0)
    some = variant.judge("to: SOVIET\nAMBASSADOR; signature: FILIPPOV")
    assert not some.readable
    assert some.read == "to: SOVIET AMBASSADOR; signature: FILIPPOV"
    whole = variant.judge("signature: FILIPPOV; SOVIET AMBASSADOR; Sent 03:15; none; ?")
    assert whole.parts == (True, True, True, False, False)


@pytest.mark.parametrize("day", [
    "13.7.50", "13. 7. 50", "13/7/50", "13-7-50", "July 13, 1950", "13 July 1950", "13.07.1950",
    "1950-07-13", "13th July 1950", "13 июля 1950 г.", "13.VII.50", "13 VII 1950", "13-vii-1950",
])  # fmt: skip
def test_a_date_is_right_in_any_of_its_forms(day: str) -> None:
    variant = drawn(SHIP, "read-gaps-in-form", 0)
    fields = parts(variant)
    assert variant.judge("; ".join([fields[0], day, *fields[2:]])).right
    for wrong in ("14.7.50", "13.7.51", "13 July", "13 June 1950", "7 50", "13.VIII.50", "13.7"):
        verdict = variant.judge("; ".join([fields[0], wrong, *fields[2:]]))
        assert verdict.parts == (True, False, True, True, True), wrong


@pytest.mark.parametrize("number", [
    "3305", "№ 3305", "№3305", "No 3305", "No. 3305", "N 3305", "#3305", "telegram 3305",
    "Ciphered telegram 3305", "the ciphered telegram № 3305", "Telegram No. 3305",
])  # fmt: skip
def test_the_sign_for_number_is_written_in_many_ways(number: str) -> None:
    variant = drawn(SHIP, "read-gaps-in-form", 0)
    assert variant.judge("; ".join([number, *parts(variant)[1:]])).right
    for wrong in ("No. 3306", "ciphered telegram", "open telegram 3305", "3305 3305"):
        assert not variant.judge("; ".join([wrong, *parts(variant)[1:]])).right, wrong


@pytest.mark.parametrize(
    "none",
    [
        "none",
        "нет",
        "None.",
        "(none)",
        "-",
        "—",
        "n/a",
        "Nothing",
        "не указано",
        "not given",
        "no such field",
        "there is none",
        "Not stated on the page.",
        "none given",
        "absent",
        "no",
    ],
)
def test_nothing_is_said_in_many_ways(none: str) -> None:
    variant = drawn(NICKEL, "read-form", 0)
    assert variant.judge(variant.model().replace("none", none)).right
    assert variant.judge(variant.model().replace("3 ДЕКАБРЯ", "3. ДЕКАБРЯ")).right
    invented = variant.judge(variant.model().replace("3 ДЕКАБРЯ", "3 December 1953"))
    assert not invented.right


def one(form: str, field: str, text: str) -> Verdict:
    """Return the verdict of the right answers with one field written otherwise."""
    variant = drawn(SHIP, form, 0)
    names = getattr(variant, "task").ask  # noqa: B009 - only a form has it.
    fields = [*parts(variant)]
    fields[names.index(field)] = text
    return variant.judge("; ".join(fields))


@pytest.mark.parametrize("time", [
    "3:15", "03.15", "0315", "3 h 15", "Sent 0315", "sent 3.15 am", "Sent at 3:15", "SENT 03:15 h",
    "time: 03:15", "time line: 3:15", "sent 3:15 o'clock",
])  # fmt: skip
def test_a_time_of_day_is_right_in_any_of_its_forms(time: str) -> None:
    assert one("read-form", "time line", time).right
    for wrong in (
        "3:15 pm",
        "Came in 03:15",
        "sent 3:51",
        "not sent 03:15",
        "Sent",
        "sent 03:15 3",
    ):
        assert one("read-form", "time line", wrong).parts == (True, False, True, True, True), wrong


@pytest.mark.parametrize(
    "text", ["the Soviet ambassador", "To the SOVIET AMBASSADOR", "to: Soviet ambassador"]
)
def test_articles_and_the_name_of_the_field_before_a_value_do_no_harm(text: str) -> None:
    assert one("read-form", "to", text).right
    assert not one("read-form", "to", "the ambassador").right


@pytest.mark.parametrize(
    "text", ["STALIN", "Stalin", "[Stalin]", "FILIPPOV [Stalin]", "the Stalin"]
)
def test_the_bracket_of_the_edition_is_named_beside_the_value_and_in_its_place(text: str) -> None:
    assert one("read-form", "signature", text).mistakes == ("bracket",)
    assert one("read-form", "to", "Stalin").mistakes == ()


@pytest.mark.parametrize(
    "text",
    ["no classification", "not classified, no mark", "none printed", "no classification given"],
)
def test_who_says_that_there_is_none_is_never_said_to_invent(text: str) -> None:
    verdict = one("read-form", "classification", text)
    assert "invented" not in verdict.mistakes
    assert verdict.right or not verdict.readable
    assert one("read-form", "classification", "Top secret").mistakes == ("invented",)
    assert one("read-form", "signature", "no signature").mistakes == ("none",)


@pytest.mark.parametrize("glued", ["SOVIET AMBASSADORSent 03:15", "SOVIET AMBASSADOR Sent 03:15"])
def test_fields_copied_as_they_are_glued_together_are_no_try_and_told(glued: str) -> None:
    variant = drawn(SHIP, "read-form", 0)
    for rest in (
        ("FILIPPOV", "Stalin (2), Molotov", "none"),
        ("03:15", "FILIPPOV", "Stalin (2), Molotov", "none"),
    ):
        verdict = variant.judge("; ".join((glued, *rest)))
        assert not verdict.readable
        assert "Take them apart" in verdict.remarks[0].text


def test_a_day_without_its_year_is_right_where_the_page_has_none() -> None:
    variant = drawn(NICKEL, "read-form", 0)
    for day in ("3.12", "03.12.", "3/12", "3. XII"):
        assert variant.judge(variant.model().replace("3 ДЕКАБРЯ", day)).right, day
    for wrong in ("12.3", "3.11", "3.12.50"):
        assert not variant.judge(variant.model().replace("3 ДЕКАБРЯ", wrong)).right, wrong


def test_the_join_that_suits_the_student_is_taken() -> None:
    found = read_fields("a b, c, d", ("x", "y"), lambda place, text: (place, text) == (1, "c, d"))
    assert found.wrote == ("a b", "c, d")
    assert read_fields("a b, c, d", ("x", "y"), lambda *_: False).trouble


def test_words_that_the_page_has_as_another_field_are_not_called_invented() -> None:
    variant = drawn(SHIP, "read-gaps-in-form", 0)
    fields = parts(variant)
    fields[2] = "only by ciphered telegraph"
    verdict = variant.judge("; ".join(fields))
    assert verdict.mistakes == ("other-field",)
    assert "For “classification” you wrote" in verdict.remarks[0].text
    assert "that is “handling”" in verdict.remarks[0].text
    fields[2] = "top secret"
    assert variant.judge("; ".join(fields)).mistakes == ("invented",)


@pytest.mark.parametrize("text", ["not none", "it is not none", "isn't none", "не none"])
def test_who_denies_that_there_is_none_does_not_say_that_there_is_none(text: str) -> None:
    assert not one("read-form", "classification", text).right
    assert one("read-form", "classification", "no, none").right
    assert one("read-form", "classification", "not given, none").right


@pytest.mark.parametrize("text", [
    "I don't know", "unknown", "Unknown.", "not known", "I'm not sure", "unclear", "не знаю",
    "I do not know it", "no idea", "I can’t tell",
])  # fmt: skip
def test_who_does_not_know_a_field_is_asked_what_is_meant(text: str) -> None:
    for field in ("classification", "signature", "time line"):
        verdict = one("read-form", field, text)
        assert not verdict.readable, verdict
        assert f"write ? if you do not know the {field}, none if" in verdict.remarks[0].text


@pytest.mark.parametrize(("field", "text"), [
    ("signature", "signed Filippov"), ("signature", "Signed by FILIPPOV"),
    ("signature", "signed: Filippov"), ("signature", "line 18: FILIPPOV"),
    ("time line", "line 5: sent 03:15"), ("time line", "Line 5 - 3:15"),
    ("time line", "at 03:15"), ("to", "addressed to the Soviet ambassador"),
    ("copies", "copies to: Stalin (2), Molotov"),
])  # fmt: skip
def test_the_line_of_a_field_and_a_verb_before_it_do_no_harm(field: str, text: str) -> None:
    assert one("read-form", field, text).right


@pytest.mark.parametrize(("field", "text"), [
    ("signature", "signed Stalin"), ("signature", "not signed Filippov"), ("signature", "signed"),
    ("time line", "line 9: sent 03:15"), ("time line", "line 5: sent 04:15"),
    ("time line", "line 5"),
])  # fmt: skip
def test_a_false_line_or_value_behind_a_verb_is_not_right(field: str, text: str) -> None:
    assert not one("read-form", field, text).right
