"""An answer that is not whole is no try, whatever the kind, and it is told what is missing."""

from __future__ import annotations

import re

import pytest
from exercises.desk import drawn, every

from cablesim.exercises.variant import Variant
from cablesim.exercises.verdict import Verdict

SHIP, STEPS, NICKEL, COURSE = (
    "stalin-zhou-3305",
    "first-steps",
    "hollow-nickel-1953",
    "ten-lessons",
)


def told(variant: Variant, answer: str) -> str:
    """Return what is said to an answer that is no try."""
    verdict = variant.judge(answer)
    assert not verdict.readable, verdict
    assert not verdict.done
    assert verdict.headline == "This did not count as a try."
    return verdict.remarks[0].text


def test_fields_that_are_left_out_are_named_and_one_may_be_left_open() -> None:
    variant = drawn(STEPS, "read-form", 0)
    said = told(variant, "place: EASTMERE")
    assert said.startswith("Left out: kind and number, time line, signature, urgency.")
    verdict = variant.judge("3391; EASTMERE; ?; HERON; none")
    assert verdict.parts == (True, True, False, True, True)
    assert "left open" in verdict.remarks[0].text


def test_stages_that_are_left_out_are_named_and_what_does_not_belong_is_among_them() -> None:
    variant = drawn(STEPS, "order-route", 0)
    right = variant.model().split(", ")
    extra = next(letter for letter in "abcdefg" if letter not in right)
    said = told(variant, ", ".join(right[:2]))
    assert set(re.findall(r"(?:: |; )([a-g]), ", said)) == {*right[2:], extra}
    assert "(6 belong in the row)" in said
    verdict = variant.judge(", ".join([*right[:-1], extra]))
    assert verdict.mistakes == ("extra", "left-out")
    assert verdict.parts == (True,) * 5 + (False,)


def test_the_parts_of_an_order_are_those_of_the_row_as_it_was_written() -> None:
    variant = drawn(STEPS, "order-route", 0)
    right = variant.model().split(", ")
    verdict = variant.judge(", ".join([right[1], right[0], *right[2:]]))
    assert verdict.parts == (False, True, True, True, True, True)
    assert [remark.part for remark in verdict.remarks if not remark.right] == [1]
    assert len(verdict.read.split("; ")) == len(verdict.parts)


@pytest.mark.parametrize(("stage", "place"), [("sign", 8), ("report", 0), ("send", 0)])
def test_only_the_stage_that_stands_at_a_wrong_place_is_wrong(stage: str, place: int) -> None:
    right = ["sign", "register", "encipher", "send", "decipher", "deliver", "report", "copies"]
    row = [name for name in right if name != stage]
    row.insert(place, stage)
    verdict = drawn(SHIP, "order-route", 0).judge(", ".join(row))
    assert verdict.parts == tuple(name != stage for name in row)
    assert verdict.score == pytest.approx(6 / 7)
    assert verdict.remarks[0].part == row.index(stage) + 1
    assert verdict.mistakes == ("too-late" if place else "too-early",)


def test_statements_without_their_lines_are_named_right_or_wrong_ones_alike() -> None:
    variant = drawn(STEPS, "supported", 0)
    assert told(variant, "a, b 4").startswith("a: give the line too")
    assert told(variant, "e, b 4").startswith("e: give the line too")


def test_claims_that_are_left_out_are_named() -> None:
    variant = drawn(STEPS, "how-known", 0)
    assert told(variant, "a D, c E").startswith("Left out: b, d, e.")


@pytest.mark.parametrize("answer", ["1", "4417", "group 3"])
def test_half_an_answer_to_a_garble_is_no_try_and_the_other_half_is_asked_for(answer: str) -> None:
    said = told(drawn(STEPS, "garble", 0), answer)
    assert said.startswith("Which group, and what should stand there")
    assert ("the first is missing" in said) is (answer == "4417")


def test_half_of_a_garble_may_be_left_open_and_its_parts_are_place_and_repair() -> None:
    variant = drawn(STEPS, "garble", 0)
    place, repair = variant.model().split()
    verdict = variant.judge(f"{place} ?")
    assert (verdict.parts, verdict.score) == ((True, False), 0.4)
    assert len(verdict.read.split("; ")) == 2
    assert variant.judge(f"? {repair}").score == 0.6


def test_a_direction_without_its_reason_is_no_try() -> None:
    variant = drawn(STEPS, "second-paper", 0)
    said = told(variant, "weaker, the list")
    assert "eight words or more" in said
    assert told(variant, "stronger") == said


def test_a_row_with_too_few_groups_is_a_try_only_where_a_named_mistake_gives_it() -> None:
    variant = drawn(SHIP, "add-pad", 0)
    groups = variant.model().split()
    assert told(variant, " ".join(groups[:3])) == "3 of 5 groups are there; go on writing."
    assert told(variant, " ".join(groups[1:])) == "4 of 5 groups are there; go on writing."
    paged = drawn(SHIP, "send-with-page", 0)
    slip = next(each for each in paged.mistakes() if each.name == "forgot-indicator")
    assert paged.judge(slip.answer).mistakes == ("forgot-indicator",)
    assert paged.judge(slip.answer).readable


def test_a_row_with_too_few_signs_is_no_try_and_they_are_called_what_they_are() -> None:
    chain = drawn(NICKEL, "chain", 0)
    assert chain.how() == "Write 15 figures; blanks do not count."
    assert told(chain, chain.model()[:8]) == "7 of 15 figures are there; go on writing."
    wrong = "0" * 15
    assert "Figure 1" in chain.judge(wrong).remarks[0].text
    word = drawn(COURSE, "shift-letters", 0)
    assert word.how().startswith(f"Write {word.asked} letters;")
    assert told(word, word.model()[0]).startswith(f"1 of {word.asked} letters is there")
    assert "Letters 1 to" in word.judge("?" * 0 + "Q" * word.asked).remarks[0].text


def test_words_that_are_too_few_or_too_many_are_told_and_the_work_goes_on() -> None:
    variant = drawn(STEPS, "who-was-told", 0)
    said = told(variant, "Two words")
    assert said == "This has 2 words, and the task asks for 40 to 150 words; go on writing."
    assert "What can go?" in told(variant, "word " * 151)
    assert told(variant, variant.exercise.prompt)


@pytest.mark.parametrize(
    ("name", "exercise"),
    [each for each in every() if drawn(*each, 0).exercise.handed_in],
)
def test_the_question_again_is_never_handed_in(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 0)
    prompt = variant.exercise.prompt
    copies = (
        prompt,
        f"{prompt} Yes.",
        f"{prompt} {prompt}",
        re.sub(r"\W+", " ", prompt).upper(),
        prompt.replace(" what ", " now what ").replace(" that ", " "),
        "word " * 100,
    )
    for answer in copies:
        said = told(variant, answer)
        assert "nothing has been done to it" not in said
    assert variant.judge(prompt).mistakes == ("copied",)
    assert variant.judge(f"{prompt} {variant.model()}").mistakes in ((), ("long",))


def test_what_is_handed_in_is_done_and_neither_right_nor_wrong() -> None:
    for name, exercise in every():
        variant = drawn(name, exercise, 0)
        if not variant.exercise.handed_in:
            continue
        verdict: Verdict = variant.judge(variant.model())
        assert (verdict.done, verdict.right, verdict.by_hand) == (True, False, True)
        assert verdict.headline == "Handed in: no program marks this."
