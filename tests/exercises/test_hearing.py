"""Words are heard through what leads up to them, without their blanks, and beside their groups."""

from __future__ import annotations

import re
import time

import pytest
from exercises.desk import book, drawn, every

from cablesim.exercises.judging.hearing import apart, readings, spells
from cablesim.exercises.reading.answers import LONGEST
from cablesim.exercises.reading.leads import behind_lead
from cablesim.exercises.variant import Variant

EMPTY = re.compile(r": \.(?:$| \()|, , ")
SHIP, COURSE = "stalin-zhou-3305", "ten-lessons"
CRIBBED = "AS SOON AS POSSIBLE COMMUNICATE YOUR OPINION"
WORDS = [(SHIP, "decode"), (SHIP, "decode-words"), (SHIP, "depth"), (SHIP, "find-page"),
         ("first-steps", "depth"), (COURSE, "first-group"), (COURSE, "first-depth")]  # fmt: skip


def asking(exercise: str, model: str, name: str = SHIP) -> Variant:
    """Return a variant of an exercise that asks for these words."""
    return next(each for each in (drawn(name, exercise, n) for n in range(300))
                if each.model() == model)  # fmt: skip


@pytest.mark.parametrize(("name", "exercise"), WORDS)
def test_words_run_together_are_right_if_their_letters_are(name: str, exercise: str) -> None:
    for n in range(10):
        variant = drawn(name, exercise, n)
        model = variant.model()
        letters = model.replace(" ", "")
        for written in (letters, " ".join(letters), f"{model[:7]} {model[7:]}"):
            assert variant.judge(written).right, written
        assert not variant.judge(letters[:-2]).right


def test_words_that_run_together_in_a_wrong_answer_are_taken_apart_or_it_is_no_try() -> None:
    variant = asking("decode", "TRANSMIT TO THE AMBASSADOR AT ONCE")
    verdict = variant.judge("TRANSMITTO THE EMBASSY ATONCE")
    assert verdict.read == "TRANSMIT TO THE EMBASSY AT ONCE"
    assert verdict.parts == (True, True, True, False, True, True)
    told = variant.judge("TRANSMITTOTHEEMBASSYATONCE")
    assert not told.readable
    assert "write blanks between the words" in told.remarks[0].text


@pytest.mark.parametrize(
    "lead",
    [
        "it means {}",
        "the word is {}",
        "It stands for {}.",
        "answer: {}",
        "page 2: {}",
        "Page two. {}",
        "shift 8 {}",
        "I read {}",
        "my answer = {}",
    ],
)
@pytest.mark.parametrize(("name", "exercise"), [*WORDS, (COURSE, "unknown-shift")])
def test_what_leads_up_to_an_answer_is_no_part_of_it(name: str, exercise: str, lead: str) -> None:
    variant = drawn(name, exercise, 0)
    assert variant.judge(lead.format(variant.model().lower())).right


@pytest.mark.parametrize(
    "answer",
    [
        "NINE PILOT",
        "KOREA, MOSCOW, PILOT",
        "PILOT or KOREA",
        "it is not PILOT",
        "is PILOT",
        "it is NINE: PILOT",
        "it is PILOT KOREA",
        "the the the the the the word is PILOT",
    ],
)
def test_an_answer_that_has_the_words_among_others_is_not_right(answer: str) -> None:
    assert not asking("first-group", "PILOT", COURSE).judge(answer).right


def test_words_that_make_an_entry_with_those_behind_lead_up_to_nothing() -> None:
    shelf = book(SHIP).sources.shelf("practice-book")
    entries = [tuple(each.plain.split()) for each in shelf.alphabetical]
    leading = [row for row in entries if list(behind_lead(" ".join(row)))]
    assert ("WE", "ARE", "READY", "TO") in leading
    for row in leading:
        assert list(readings(" ".join(row), row, row, shelf, tuple)) == [row]


def test_a_wrong_entry_that_might_lead_up_to_the_rest_is_that_entry() -> None:
    variant = asking("decode", "TRANSMIT TO THE AMBASSADOR AT ONCE")
    verdict = variant.judge("IT IS THE AMBASSADOR AT ONCE")
    assert verdict.mistakes == ("other-entry",)
    assert verdict.read.startswith("IT IS")


def test_a_wrong_answer_behind_a_lead_is_judged_without_it() -> None:
    verdict = asking("first-group", "PILOT", COURSE).judge("it means KOREA")
    assert (verdict.read, verdict.remarks[0].part) == ("KOREA", 1)


@pytest.mark.parametrize(
    ("exercise", "model", "answer", "at"),
    [
        ("depth", CRIBBED, "AS SO\u041eN AS POSSIBLE COMMUNICATE YOUR OPINION", "Word 2"),
        ("depth", CRIBBED, "AS S\u041eON AS 6722", "Word 2, S\u041eON"),
        ("decode", "TRANSMIT TO THE AMBASSADOR AT ONCE",
         "\u0422RANS\u041cI\u0422 TO THE AMBASSADOR AT ONCE", "Word 1"),
        ("decode", "TRANSMIT TO THE AMBASSADOR AT ONCE", "\u0422O", "Word 1"),
    ],
)  # fmt: skip
def test_a_letter_of_another_alphabet_in_a_word_is_told_and_is_no_try(
    exercise: str, model: str, answer: str, at: str
) -> None:
    verdict = asking(exercise, model).judge(answer)
    assert not verdict.readable
    assert verdict.remarks[0].text.startswith(at)
    assert "looks like the Latin" in verdict.remarks[0].text


@pytest.mark.parametrize(
    "answer",
    [
        "2636 COMMUNICATE YOUR OPINION",
        "AS SOON AS POSSIBLE 6722",
        "2636 = AS SOON AS POSSIBLE, 6722",
        "the groups are 2636 6722",
    ],
)
def test_in_a_depth_groups_and_words_are_read_together(answer: str) -> None:
    assert asking("depth", CRIBBED).judge(answer).right


def test_half_in_groups_and_half_wrong_is_judged_as_both() -> None:
    verdict = asking("depth", CRIBBED).judge("2636 COMMUNICATE YOUR VIEWS")
    assert verdict.parts == (*[True] * 6, False)
    text = verdict.remarks[0].text
    assert text.startswith("Word 7, COMMUNICATE YOUR VIEWS: that is 7339 in the book")
    assert "6722" not in text


def test_in_a_depth_a_word_with_a_typo_is_right_and_told_as_it_was_read() -> None:
    verdict = asking("depth", CRIBBED).judge("AS SOON AS POSIBLE COMMUNICATE YOUR OPINION")
    assert verdict.right
    assert [each[:] for each in verdict.remarks] == [
        ("POSIBLE was read as POSSIBLE.", 4, "", "POSIBLE", True)
    ]


def test_an_entry_that_was_cut_short_is_right_as_far_as_it_goes() -> None:
    model = "CONFIRM RECEIPT AND COMMUNICATE YOUR VIEWS"
    verdict = asking("depth", model).judge(model.removesuffix(" YOUR VIEWS"))
    assert verdict.parts == (True, True, True, True, False, False)
    (remark,) = verdict.remarks
    assert "that alone is 4466 in the book; the group that stands here says more" in remark.text
    assert "another group" not in remark.text
    assert remark.part == 0


def test_the_groups_alone_are_said_to_be_half_the_way() -> None:
    variant = drawn(SHIP, "find-page", 0)
    text = variant.judge(variant.values()["groups"]).remarks[0].text
    assert text == "The code groups are right; now the words. Look each group up in the book."


def test_no_reason_is_empty_and_nothing_is_said_of_nothing() -> None:
    for name, exercise in every():
        for n in range(3):
            variant = drawn(name, exercise, n)
            pieces = variant.model().split()
            written = [slip.answer for slip in variant.mistakes()]
            written += [" ".join(pieces[1:]), " ".join([*pieces[:2], "ZZZ"]), *pieces[:4]]
            for answer in written:
                for remark in variant.judge(answer).remarks:
                    assert not EMPTY.search(remark.text), (exercise, answer)


@pytest.mark.parametrize(
    "text",
    [
        "THE" * 6_666,
        "IT IS " * 3_333,
        "1 " * 9_999,
        "A" * LONGEST,
        "PAGE 2: " * 2_500,
        "TRANSMITTO" * 1_999,
        "\u0422" * LONGEST,
    ],
)
def test_long_answers_take_no_long_time(text: str) -> None:
    for exercise in ("decode", "depth"):
        variant = drawn(SHIP, exercise, 0)
        began = time.process_time()
        variant.judge(text)
        assert time.process_time() - began < 1


def test_letters_are_compared_and_numbers_stay_apart() -> None:
    assert spells(["MAOSMEN"], ["MAO'S", "MEN"])
    assert not spells(["NO", "38"], ["NO", "3", "8"])
    assert apart("ATONCE", {"AT", "ONCE", "TO"}) == ("AT", "ONCE")
    assert apart("AT", {"AT"}) == apart("ATTWICE", {"AT"}) == ()


@pytest.mark.parametrize(
    ("right", "wrote"),
    [("REPORT", "DEPORT"), ("REPORT", "RESORT"), ("PILOTS", "PLOTS"), ("TRAIN", "GRAIN")],
)
def test_a_word_that_may_be_another_is_not_taken_for_the_right_one(right: str, wrote: str) -> None:
    texts = (drawn(SHIP, exercise, n) for exercise in ("decode", "decode-words") for n in range(60))
    variant = next(each for each in texts if right in each.model().split())
    answer = variant.model().replace(right, wrote)
    verdict = variant.judge(answer)
    place = answer.split().index(wrote) + 1
    assert not verdict.readable
    assert verdict.remarks[0].text.startswith(f"Word {place}, {wrote}: the book has no such entry")
    assert right not in verdict.remarks[0].text


@pytest.mark.parametrize("exercise", ["decode", "decode-words", "depth", "find-page"])
@pytest.mark.parametrize("answer", ["I do not know", "no idea", "I don't know."])
def test_who_says_that_he_does_not_know_has_not_tried(exercise: str, answer: str) -> None:
    verdict = drawn(SHIP, exercise, 0).judge(answer)
    assert not verdict.readable
    assert "or ask for a hint" in verdict.remarks[0].text


def test_a_number_among_words_is_a_word_too_many_and_a_list_may_be_numbered() -> None:
    variant = drawn(SHIP, "decode-words", 0)
    first, *rest = variant.model().split()
    verdict = variant.judge(" ".join([first, "124", *rest]))
    assert verdict.remarks[0].text == "Word 2, 124, is too many."
    assert variant.judge(" ".join(f"{n}. {word}" for n, word in enumerate([first, *rest], 1))).right


def test_an_entry_that_stops_short_is_named_where_it_begins() -> None:
    texts = (drawn(SHIP, "decode", n) for n in range(60))
    variant = next(each for each in texts if each.model().endswith("RECEIPT AS SOON AS POSSIBLE"))
    verdict = variant.judge("CONFIRM RECEIPT AS SOON AS")
    assert verdict.remarks[0].text.startswith("Word 3, AS SOON AS: ")
