"""Which group is damaged, and what it should be: one place and one repair, or no try."""

from __future__ import annotations

import time

import pytest
from exercises.desk import book, drawn

from cablesim.exercises.kinds.garble import GarbleVariant
from cablesim.exercises.seeds import Seed
from cablesim.exercises.verdict import Verdict

SHIP = "stalin-zhou-3305"


def variant() -> GarbleVariant:
    """Return one whose group 4 came as 6223 for 1223; the code group is 4201, TO THE."""
    seed = Seed("T", SHIP, "garble", "rev", 0)
    found = book(SHIP).item("garble").draw(seed.stream())
    assert isinstance(found, GarbleVariant)
    assert found.model() == "4 1223"
    return found


def judged(answer: str) -> Verdict:
    """Judge an answer to that one."""
    return variant().judge(answer)


@pytest.mark.parametrize(
    "answer",
    [
        "not 4, 3 1223", "I think group 4 is not wrong, but 3: 1223", "group 4 is right, 3 1223",
        "group 4 is right: 1223", "4 not 1223", "4 isn't 1223", "4 1223 5 1223", "3 or 4 1223",
        "not group 3 but 4, 1223", "4 1223 or 4 1233", "4 1223 or so", "4 SEND or TO THE",
        "4 1223 1233", "4 not TO THE", "either 4 1223", "3: 6223 -> 1223", "4, the fifth: 1223",
        "4 1223 instead of 1233", "3: 0303 9980 6363 1223 5719 1478", "not 3, 4 TO THE",
        "9 1223", "6 1478", "4 1223 12345", "не 4 1223", "4 1223 is wrong", "4, 1223 is false",
        "not group 4", "group 4 is not right", "group 4 cannot be right", "the group is not 4",
    ],
)  # fmt: skip
def test_a_denial_and_a_choice_are_told_and_are_no_try(answer: str) -> None:
    verdict = judged(answer)
    assert not verdict.readable, verdict
    assert verdict.remarks[0].text


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("figure 1 of group 4 is 1 instead of 6", "Write the whole group"),
        ("4 should be 1 not 6", "Write the whole group"),
        ("4 12 23", "Write the whole group"),
        ("4 should be", "the second is missing"),
        ("group 4 is wrong", "the second is missing"),
        ("group 4 is the damaged one", "the second is missing"),
        ("the group is 4", "the second is missing"),
        ("only group 4", "the second is missing"),
        ("I looked at all and 4 is the one", "the second is missing"),
        ("the problem is 4", "the second is missing"),
        ("I am sure, group 4", "the second is missing"),
        ("4 SEND 1223", "SEND is 8084 in the book, and 1223 is another group"),
        ("4 1223 SEND", "SEND is 8084 in the book, and 1223 is another group"),
        ("4 6223 7022", "the second is missing"),
        ("4 I223", "I223 holds I (latin capital letter i)"),
        ("4 122", "122 has 3 figures"),
        ("0303 9980 6363 6223 5719 1478", "This is the message as it came."),
        ("0303 9980 6363 1223 5719 1479", "These groups are not as they came: 4, 6."),
        ("0303 9980 6363 6223 5719 1479", "Only the check there is not as it came"),
    ],
)
def test_what_is_not_whole_is_told_and_no_word_of_it_is_taken_for_the_repair(
    answer: str, told: str
) -> None:
    verdict = judged(answer)
    assert not verdict.readable, verdict
    assert told in verdict.remarks[0].text


@pytest.mark.parametrize(
    "answer",
    [
        "4 1223", "4: 1223.", "group 4 should be 1223", "4/1223", "№ 4: 1223", "G4 1223",
        "4th group: 1223", "group four: 1223", "the fourth is 1223", "4 1223?", "is it 4? 1223",
        "four: 1223", "four 1223", "4 TO THE 1223", "4: 1223 (TO THE)", "4 should be 1223",
        "4: 6223 is wrong, 1223", "group 4 is wrong: 1223", "4 is the one, 1223",
        "4 6223 1223", "4: 6223 -> 1223", "6223 should be 1223", "1223 instead of 6223",
        "4 should be 1223, not 6223", "4 is not 6223 but 1223", "group 4, figure 1: 1223",
        "4: 1223 - 7022 = 4201, TO THE", "4 1223 because 9201 is not in the book",
        "4 1223 since 6 + 5 = 1", "because the check is off, group 4 should be 1223",
        "4 4201", "4 TO THE", "TO THE, group 4", "4 should be 'to the'", "the fourth means TO THE",
        "0303 9980 6363 1223 5719 1478", "0303 9980 6363 1223 5719", "030399806363122357191478",
        "4: 0303 9980 6363 1223 5719 1478", "5338 8084 8857 4201 1385",
        "1 0303 2 9980 3 6363 4 1223 5 5719 6 1478",
        "0303 9980 6363 6223 5719 1478 -> 0303 9980 6363 1223 5719 1478",
    ],
)  # fmt: skip
def test_one_place_and_one_repair_are_read_whatever_stands_round_them(answer: str) -> None:
    assert judged(answer).right, judged(answer)


def test_a_word_with_a_not_in_it_is_no_denial() -> None:
    forms = ("{} {}", "group {} should be {}", "{}: {}", "the damaged one is {} {}")
    seen = 0
    for n in range(40):
        each = drawn("ten-lessons", "mend-a-figure", n)
        assert isinstance(each, GarbleVariant)
        place, code = each.damage.place, each.text.codes[each.damage.place]
        entry = each.text.shelf.book.entry_of(code)
        if entry is not None and "NOT" in entry.plain.split():
            seen += 1
            for said in forms:
                assert each.judge(said.format(place + 1, entry.plain)).right
    assert seen


def test_what_is_said_of_a_group_holds_of_it_as_it_was_written() -> None:
    said = judged("4 9201").remarks[0]
    assert said.mistake == "as-received"
    assert said.text.startswith("9201 is what the group deciphers to as it came")
    assert judged("4 6223").remarks[0].text.startswith("6223 is the group as it came")
    assert judged("4 9211").mistakes != ("two-figures",)
    assert judged("0303 9980 6363 1233 5719 1478").read == "group 4; 1233"


def test_nothing_false_is_said_of_a_group_that_is_whole() -> None:
    as_it_came = judged("1 0303")
    assert as_it_came.remarks[1].text == (
        "0303 changes nothing in group 1, and the line damaged another."
    )
    one_figure = judged("1 0313").remarks[1].text
    assert one_figure == "0313 changes one figure of group 1, and the line damaged another."
    assert judged("1 7777").mistakes == ("two-figures",)
    assert judged("1 6233").mistakes == judged("4 6233").mistakes
    assert "changes nothing in group 2" in judged("2 SEND").remarks[1].text


def test_a_word_is_as_far_off_as_its_group() -> None:
    (word,), (group,) = judged("4 SEND").remarks, judged("4 8084").remarks
    assert word.mistake == group.mistake == "two-figures"
    assert word.text.startswith("SEND, 8084 in the book, changes more than one figure")
    assert word.wrote == "SEND"


def test_a_correction_the_wrong_way_is_told_so() -> None:
    for n in range(20):
        each = drawn(SHIP, "garble", n)
        assert isinstance(each, GarbleVariant)
        place = each.damage.place
        came, sent = each.received[place], each.sent[place]
        back = "".join(str((2 * int(a) - int(b)) % 10) for a, b in zip(came, sent, strict=True))
        verdict = each.judge(f"{place + 1} {back}")
        assert verdict.right if back == sent else verdict.mistakes == ("wrong-sign",), verdict


@pytest.mark.parametrize(
    "answer", ["3rd from the end 1223", "second to last: 1223", "the last but one, 1223"]
)
def test_a_place_counted_from_the_end_is_no_try(answer: str) -> None:
    verdict = judged(answer)
    assert not verdict.readable
    assert "from the first" in verdict.remarks[0].text


@pytest.mark.parametrize(
    "piece", ["4 ,", "a ", "4 TO THE ", "1223 ", "group ", "not ", "the ", ",", "1", "because "]
)
def test_a_long_answer_is_read_in_no_time(piece: str) -> None:
    each = variant()
    began = time.process_time()
    each.judge((piece * 20_000)[:19_990] + " 4 1223")
    assert time.process_time() - began < 1
