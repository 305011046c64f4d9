"""One number, or one time of day, is read out of an answer: whole, or not at all."""

from __future__ import annotations

import pytest
from exercises.desk import drawn, with_exercises
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.reading.clocks import read_clock
from cablesim.exercises.reading.dates import days
from cablesim.exercises.reading.quantities import read_number
from cablesim.exercises.seeds import Seed
from cablesim.exercises.variant import Variant
from cablesim.exercises.workbook import Workbook

SHIP = "stalin-zhou-3305"
WORDS = (
    (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen"
    ),
    "twenty thirty forty fifty sixty seventy eighty ninety",
    (
        "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать "
        "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    ),
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
)
SMALL, TENS, RUSSIAN, RUSSIAN_TENS, HUNDREDS = map(str.split, WORDS)


def english(number: int, hyphen: str, joint: str) -> str:
    """Return a number below a million in English words."""
    thousands, rest = divmod(number, 1000)
    if thousands:
        head = f"{english(thousands, hyphen, joint)} thousand"
        return (
            f"{head}{joint if rest < 100 else ' '}{english(rest, hyphen, joint)}" if rest else head
        )
    hundreds, rest = divmod(number, 100)
    if hundreds:
        head = f"{SMALL[hundreds]} hundred"
        return f"{head}{joint}{english(rest, hyphen, joint)}" if rest else head
    if number < 20:
        return SMALL[number]
    tens, unit = divmod(number, 10)
    return TENS[tens - 2] + (hyphen + SMALL[unit] if unit else "")


def russian(number: int) -> str:
    """Return a number below a thousand in Russian words."""
    if not number:
        return RUSSIAN[0]
    hundreds, rest = divmod(number, 100)
    said = [HUNDREDS[hundreds - 1]] if hundreds else []
    tens, unit = divmod(rest, 10)
    if rest >= 20:
        said.append(RUSSIAN_TENS[tens - 2])
        rest = unit
    return " ".join([*said, RUSSIAN[rest]] if rest else said)


def asking(exercise: str, key: str) -> Variant:
    """Return the variant of an exercise whose answer is this."""
    found = (drawn(SHIP, exercise, n) for n in range(99))
    return next(variant for variant in found if variant.model() == key)


@given(
    number=st.integers(0, 999_999),
    hyphen=st.sampled_from("- "),
    joint=st.sampled_from([" ", " and "]),
    round_it=st.sampled_from(["{}", "{} copies", "It is {}.", "“{}”"]),
)
def test_a_number_in_english_words_is_read_whole(
    number: int, hyphen: str, joint: str, round_it: str
) -> None:
    written = round_it.format(english(number, hyphen, joint))
    assert read_number(written).readings == (str(number),), written
    assert read_number(written.upper()).readings == (str(number),)


@given(st.integers(0, 999))
def test_a_number_in_russian_words_is_read_whole(number: int) -> None:
    assert read_number(russian(number)).readings == (str(number),)


@given(one=st.integers(0, 9999), other=st.integers(0, 9999), joint=st.sampled_from([
    " and ", ", ", "; ", " or ", "/", " - ", "+", " for A, ", " of ", ": ",
]))  # fmt: skip
def test_two_numbers_are_no_number(one: int, other: int, joint: str) -> None:
    for first in (str(one), english(one, "-", " and ")):
        found = read_number(f"{first}{joint}{other}")
        if joint in (", ", "; ", " or ", " for A, ", " of ") and one == other:
            assert found.readings == (str(one),)
        elif joint != " and ":
            assert not found.readings, f"{first}{joint}{other}"
            assert found.trouble


@given(one=st.integers(0, 9999), other=st.integers(0, 9999), equals=st.sampled_from(["=", " = "]))
def test_of_a_sum_the_result_is_read(one: int, other: int, equals: str) -> None:
    assert read_number(f"{one} + {other}{equals}{one + other}").readings == (str(one + other),)
    assert read_number(f"{one + other}-{one}{equals}{other}").readings == (str(other),)


@pytest.mark.parametrize("answer", [
    "not 3", "not two but 3", "3 or 4", "more than 3", "at least 3", "it isn't 3", "3½", "3-4",
    "three dozen", "three and a half", "copies -3", "3 1", "3/3", "2 3", "не три",
    "2 for Stalin and 1 for Molotov, three in all", "three three hundred", "3O",
])  # fmt: skip
def test_what_does_not_come_down_to_one_number_is_no_try(answer: str) -> None:
    verdict = drawn(SHIP, "copies", 0).judge(answer)
    assert not verdict.readable, verdict
    assert verdict.remarks


@pytest.mark.parametrize("answer", [
    "3", "№3", "№ 3", "No. 3", "No 3", "#3", "3.", "=3", "2+1=3", "2 + 1 = three", "3 (three)",
    "3rd", "the third", "три", "３", "3,0", "+3", "x = 3", "the right one is 3",
    "answer: 3", "two plus one equals three",
])  # fmt: skip
def test_one_number_is_taken_whatever_stands_round_it(answer: str) -> None:
    assert drawn(SHIP, "copies", 0).judge(answer).right


@pytest.mark.parametrize(("exercise", "answer", "told"), [
    ("days-between", "one week and a day", "in weeks, and days are asked for"),
    ("days-between", "a week and one day", "in weeks, and days are asked for"),
    ("days-between", "192 hours", "in hours, and days are asked for"),
    ("days-between", "1 неделя", "in weeks, and days are asked for"),
    ("two-clocks", "3 hours", "in hours, and minutes are asked for"),
    ("number-in-title", "the second", "which one, and not which number"),
    ("number-in-title", "The 2nd one.", "which one, and not which number"),
    ("copies", "Stalin 2, Molotov 1: 3", "Several numbers stand there: 2, 1, 3."),
])  # fmt: skip
def test_a_part_of_an_answer_is_not_taken_for_the_whole(
    exercise: str, answer: str, told: str
) -> None:
    verdict = drawn(SHIP, exercise, 0).judge(answer)
    assert not verdict.readable, verdict
    assert told in verdict.remarks[0].text


LINE = """format = 1
[[exercise]]
id = "line"
kind = "number"
skill = "reading"
points = 1
prompt = "Three copies are listed. On which line of the page does the list stand?"
answer = 19
"""


@pytest.mark.parametrize("thing", [
    "line {}", "Line no. {}", "page {}", "p. {}", "the paragraph {}", "it is line {}", "lines {}",
    "line number {}", "строка {}", "стр. {}", "row {}", "note {}", "line {}, that is page {}",
])  # fmt: skip
def test_the_number_of_something_else_is_no_number_of_what_is_asked_for(thing: str) -> None:
    variant = drawn(SHIP, "copies", 0)
    for number in ("3", "three", "19"):
        verdict = variant.judge(thing.format(number, number))
        assert not verdict.readable, verdict
        assert "and that is not asked for. Write a number." in verdict.remarks[0].text


@pytest.mark.parametrize("answer", [
    "3 on line", "the list of that line: 3", "line = 3", "a note says 3", "telegram 3", "copies 3",
])  # fmt: skip
def test_a_thing_that_does_not_bear_the_number_does_no_harm(answer: str) -> None:
    assert drawn(SHIP, "copies", 0).judge(answer).right


def test_a_line_is_taken_where_a_line_is_asked_for() -> None:
    variant = Workbook(with_exercises(LINE)).item("line").draw(Seed("s", "x", "line", "y").stream())
    for answer in ("19", "line 19", "Line no. 19", "it is line nineteen", "строка 19"):
        assert variant.judge(answer).right, answer
    assert not variant.judge("page 19").readable


@pytest.mark.parametrize("answer", [
    "8", "8 days", "eight days", "8 days (a week and a day)", "7 days + 1 day = 8 days",
    "8 days, that is a week and a day", "1 week + 1 day = 8 days",
])  # fmt: skip
def test_a_number_in_the_unit_that_is_asked_for_is_read(answer: str) -> None:
    assert asking("days-between", "8").judge(answer).right


@pytest.mark.parametrize("answer", ["3", "-3", "thirty three", "twenty-three", "four hundred"])
def test_a_longer_number_is_not_the_short_one_in_it(answer: str) -> None:
    verdict = drawn(SHIP, "answers-wanted", 0).judge(answer)
    assert verdict.readable
    assert verdict.score < 1


@pytest.mark.parametrize("answer", ["3950", "3.950", "3,950", "3 950", "3'950", "№3950", "3950,0"])
def test_a_mark_before_three_figures_is_read_as_the_key_has_it(answer: str) -> None:
    assert drawn(SHIP, "number-in-title", 0).judge(answer).right
    assert not read_number("3.9500").readings[1:]


@pytest.mark.parametrize("answer", ["2 hours 55 minutes", "2:55", "2 h 55", "2 ч 55 мин"])
def test_hours_and_minutes_for_a_number_of_minutes_are_no_try(answer: str) -> None:
    verdict = drawn(SHIP, "two-clocks", 0).judge(answer)
    assert not verdict.readable
    assert "hours and minutes" in verdict.remarks[0].text


@given(
    hour=st.integers(0, 23),
    minute=st.integers(0, 59),
    date=st.sampled_from(["", "12.7.50, ", "12 July 1950, ", "July 12, 1950 ", "1950-07-12 ",
                          "12/07/1950: ", "12 июля 1950 г., ", "on the 12th, "]),
    behind=st.sampled_from(["", " Beijing time", ".", " (UTC+8)", ":00"]),
    zero=st.sampled_from("0٠०０"),
)  # fmt: skip
def test_a_time_is_read_in_twelve_and_twentyfour_hours_and_beside_a_date(
    hour: int, minute: int, date: str, behind: str, zero: str
) -> None:
    meant = (f"{hour:02d}:{minute:02d}",)
    half, short = ("AM", "PM")[hour >= 12], hour % 12 or 12
    words = ("at night" if hour < 6 else "in the morning") if hour < 12 else "in the afternoon"
    forms = [f"{hour:02d}:{minute:02d}", f"{hour}:{minute:02d}", f"{hour} h {minute:02d}"]
    # fmt: off
    if behind != ":00":
        forms += [f"{short}:{minute:02d} {half}", f"{short}:{minute:02d}{half.lower()}",
                  f"{short}.{minute:02d} {half[0]}.M.", f"{short}:{minute:02d} {words}"]
    # fmt: on
    for form in forms:
        written = (date + form + behind).translate({48 + n: ord(zero) + n for n in range(10)})
        assert read_clock(written).readings == meant, written


@pytest.mark.parametrize("answer", [
    "12 July 1950", "3:15 or 8:15", "not 20:15", "25:15", "20:75", "2O:15", "half 8", "half to 8",
    "20", "8", "13:15 AM", "sometime",
])  # fmt: skip
def test_what_does_not_come_down_to_one_time_is_no_try(answer: str) -> None:
    assert not asking("four-cities", "20:15").judge(answer).readable


@pytest.mark.parametrize(
    "answer",
    [
        "12.07. 8:15",
        "8:15 12.07",
        "1950-07-12T08:15",
        "0815",
        "8.15",
        "8-15",
        "8 15",
        "03:15 + 5 h = 8:15",
        "8h15",
    ],
)
def test_a_time_is_read_without_a_colon_too(answer: str) -> None:
    assert read_clock(answer).readings == ("08:15",)


@pytest.mark.parametrize(("answer", "time"), [
    ("quarter past eight", "08:15"), ("eight fifteen", "08:15"), ("quarter past 8 PM", "20:15"),
    ("half past five", "05:30"), ("a quarter to one", "12:45"), ("ten to 5 p.m.", "16:50"),
    ("seven minutes past four", "04:07"), ("four oh seven", "04:07"), ("4 hours 7", "04:07"),
    ("4 hours 7 minutes", "04:07"),
    ("4 h 7", "04:07"), ("4 hours, 7 min", "04:07"), ("four hours and seven minutes", "04:07"),
    ("twenty fifteen", "20:15"), ("twenty thirty-five", "20:35"), ("eight o'clock", "08:00"),
    ("восемь часов пятнадцать минут", "08:15"), ("on the fourteenth, eight fifteen", "08:15"),
    ("8 pm on the 14th", "20:00"), ("08:15:00", "08:15"),
])  # fmt: skip
def test_a_spoken_time_is_read(answer: str, time: str) -> None:
    assert read_clock(answer).readings == (time,)


@pytest.mark.parametrize(
    "answer", ["01:155", "01:15:99", "01:15:30", "101:15", "1.155", "0115.5", "1:15:1", "1:5"]
)
def test_no_time_is_cut_out_of_a_longer_row(answer: str) -> None:
    verdict = asking("four-cities", "01:15").judge(answer)
    assert not verdict.readable
    assert verdict.remarks[0].text.startswith(f"No time of day can be read in “{answer}”.")


def test_the_half_of_the_day_decides() -> None:
    assert asking("four-cities", "20:15").judge("8:15 PM").right
    wrong = asking("four-cities", "08:15").judge("8:15 PM")
    assert (wrong.readable, wrong.right, wrong.read) == (True, False, "20:15")
    assert read_clock("12 noon").readings == ("12:00",)
    assert read_clock("midnight").readings == ("00:00",)
    assert read_clock("8 PM").readings == ("20:00",)


def test_a_day_is_read_in_its_usual_forms() -> None:
    for written in ("13.7.50", "13. 7. 50", "13/7/50", "july 13, 1950", "13 july 1950",
                    "13.07.1950", "1950-07-13", "13th of july 1950", "13 июля 1950"):  # fmt: skip
        assert {(day.day, day.month, day.year) for day in days(written)} == {(13, 7, 50)}, written
    assert days("7/13/50") == days("13/7/50")
    assert days("40.7.50") == days("no date") == frozenset()


@pytest.mark.parametrize(("answer", "right", "readable"), [
    ("МЕСТЧЬА", True, True), ("М Е С Т Ч Ь А", True, True), ("м-е-с-т-ч-ь-а", True, True),
    ("MЕСТЧЬА", False, False), ("MECTЧЬA", False, False), ("МЕСТО", False, True),
    ("It is МЕСТЧЬА.", True, True), ("the word is: местчьа", True, True),
    ("It is not МЕСТЧЬА", False, True), ("ПИСЬМО", False, True), ("it cannot be read", False, True),
])  # fmt: skip
def test_a_word_in_letters_is_read_with_blanks_and_a_look_alike_is_told(
    answer: str, *, right: bool, readable: bool
) -> None:
    found = (drawn("hollow-nickel-1953", "out-of-step", n) for n in range(99))
    verdict = next(v for v in found if v.model() == "МЕСТЧЬА").judge(answer)
    assert (verdict.right, verdict.readable) == (right, readable)
    assert readable or "is a Latin letter that looks like the Cyrillic" in verdict.remarks[0].text


def test_another_number_may_be_that_of_the_case() -> None:
    seen = set()
    for n in range(40):
        variant = drawn("ten-lessons", "words-paid", n)
        uncut = variant.values()["uncut"]
        verdict = variant.judge(uncut)
        assert (verdict.score, verdict.mistakes) == (0.0, ("also-1",))
        assert [slip.answer for slip in variant.mistakes()] == [uncut]
        seen.add(uncut)
    assert seen == {"7", "11", "15"}


def test_one_of_the_groups_that_are_shown_is_no_number_yet() -> None:
    variant = drawn("ten-lessons", "damaged-group", 0)
    for group in variant.values()["row"].split():
        verdict = variant.judge(group)
        assert not verdict.readable
        assert verdict.remarks[0].text.startswith(f"{group} is one of those that are shown; which")
    assert variant.judge("7").readable
    assert variant.judge("12345").readable
