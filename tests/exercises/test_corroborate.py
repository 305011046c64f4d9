"""Sources side by side: what is said of a direction and a reason holds for that very answer."""

from __future__ import annotations

import re

import pytest
from exercises.desk import book, drawn, every

from cablesim.exercises.kinds.corroborate import NO_REASON
from cablesim.exercises.reading.directions import DIRECTIONS

SHIP = "stalin-zhou-3305"
EVERY = [(name, each) for name, each in every() if book(name).exercise(each).kind == "corroborate"]
REASON = "the notes were made by other hands and in other files"


@pytest.mark.parametrize(("name", "exercise"), EVERY)
def test_a_wrong_direction_is_never_called_right(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 0)
    right = variant.model().partition(",")[0]
    reason = variant.model().partition(",")[2]
    for direction in DIRECTIONS:
        if direction != right:
            for answer in (direction, f"{direction}, because", f"{direction},{reason}"):
                said = [remark.text for remark in variant.judge(answer).remarks]
                assert said
                assert not any(re.search(r"\bright\b", text) for text in said), said


def test_a_direction_without_a_reason_is_no_try_and_says_the_same_of_any_direction() -> None:
    for exercise in ("bracket-name", "numbered-lists"):
        variant = drawn(SHIP, exercise, 0)
        told = [variant.judge(direction) for direction in DIRECTIONS]
        assert not any(verdict.readable for verdict in told)
        assert {verdict.mistakes for verdict in told} == {(NO_REASON,)}
        assert len({verdict.remarks[0].text for verdict in told}) == 1


@pytest.mark.parametrize(
    "answer",
    [
        "hardly stronger",
        "stronger it is not",
        "barely weaker",
        "It would be wrong to say weaker",
        "far from weaker",
        "anything but stronger",
        "not so stronger",
        "I would not go so far as to call it stronger",
        "It is not, as some say, stronger",
        "it would be stronger if the two agreed",
        "I deny that it is weaker",
        "No source makes it stronger",
        "not weaker or stronger",
        "weaker? no, stronger",
        "stronger?",
        "stronger is wrong, it is weaker",
        "stronger, which is not true",
        "stronger, no, weaker",
        "Some say stronger, but I say weaker",
        "although weaker at first, it is stronger",
        "neither of the sources is stronger; so weaker",
        "neither of the sources is stronger",
    ],
)
def test_a_direction_that_is_hedged_asked_or_taken_back_is_no_try(answer: str) -> None:
    for exercise in ("bracket-name", "numbered-lists"):
        verdict = drawn(SHIP, exercise, 0).judge(f"{answer}, because {REASON}")
        assert not verdict.readable, verdict
        assert "name it plainly" in verdict.remarks[0].text


@pytest.mark.parametrize(
    "answer",
    [
        "stronger",
        "It makes it no weaker but stronger",
        "stronger, not weaker",
        "stronger is my answer and not weaker",
        "There is no doubt that it is stronger",
        "neither list disagrees so stronger",
        "The two others make it stronger",
        "stronger, as no note is weaker",
        "stronger. It is not true that one copied the other",
        "stronger, if only a little",
        "stronger, and the list says nothing, neither for it nor against it",
    ],
)
def test_a_direction_that_is_named_plainly_is_read_whatever_the_reason_denies(answer: str) -> None:
    assert drawn(SHIP, "bracket-name", 0).judge(f"{answer}, because {REASON}").right


def test_no_program_judges_a_reason_and_the_verdict_says_so() -> None:
    variant = drawn(SHIP, "bracket-name", 0)
    for direction in ("stronger", "weaker"):
        verdict = variant.judge(f"{direction}, because {REASON}")
        assert any("counted and not judged" in remark.text for remark in verdict.remarks)


@pytest.mark.parametrize("reason", ["stronger " * 12, "blah " * 12, "blah di dum " * 5])
def test_a_reason_that_is_the_same_words_over_and_over_is_no_try(reason: str) -> None:
    for direction in DIRECTIONS[:2]:
        verdict = drawn(SHIP, "bracket-name", 0).judge(f"{direction}, because {reason}")
        assert not verdict.readable, verdict


@pytest.mark.parametrize(
    "reason",
    [
        " ".join("abcdefghijklmnopqrst"),
        " ".join(f"word{n}" for n in range(20)),
        "one two one two three one two three one two three",
    ],
)
def test_what_has_hardly_a_word_of_its_own_is_no_reason(reason: str) -> None:
    for direction in DIRECTIONS[:2]:
        verdict = drawn(SHIP, "bracket-name", 0).judge(f"{direction}, because {reason}")
        assert not verdict.readable, verdict


@pytest.mark.parametrize(("name", "exercise"), EVERY)
def test_the_words_of_the_question_in_another_order_are_no_reason(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 0)
    loose = [word for word in variant.exercise.prompt.split() if word.isalpha()]
    reason = " ".join(sorted(loose) + loose[::2])
    assert not variant.judge(f"stronger, because {reason}").readable


def test_a_right_direction_is_praised_no_further_than_a_program_can_tell() -> None:
    for name, exercise in EVERY:
        variant = drawn(name, exercise, 0)
        verdict = variant.judge(variant.model())
        assert verdict.right
        assert verdict.headline == "Right, as far as a program can tell."


@pytest.mark.parametrize(("name", "exercise"), EVERY)
def test_the_question_again_is_no_reason(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 0)
    prompt = variant.exercise.prompt
    for copy in (prompt, f"{prompt} indeed", prompt.upper(), prompt.replace(",", ""), prompt * 2):
        for answer in (copy, f"stronger, {copy}"):
            assert not variant.judge(answer).readable, answer


AGAINST = [
    "the notes were made by other hands in other files, and the statement is weaker by them",
    "the notes were made by other hands and so the claim becomes much weaker by them all",
    "other hands wrote the notes in other files; that makes the statement weaker to all readers",
    "two hands in two files wrote the same name there, therefore it is weaker by their word",
    "other hands wrote these notes in other files. In the end, they make the claim weaker",
]
HONEST = [
    "it might seem that the statement is weaker, two hands in two files agree on the name",
    "although the statement is weaker in one point, several hands write the same name",
    "without the notes the statement is weaker, and here are several hands that agree",
    "one hand is weaker than several, and here several hands in other files agree",
    "the bracket is weaker as a source, and the notes of other files say the same name",
    "some say that the statement is weaker, and they have not seen the notes of other files",
    "if the notes were copies the statement is weaker; these were made in other files",
    "the statement is weaker on its first page and the notes make it stronger",
    "the case that the statement is weaker has no note behind it in any of the files",
    "the doubt becomes weaker, as other hands in other files wrote the same name",
    "the notes come from other files, so it is weaker proof for the editor's hand alone",
    "with one hand the statement is weaker. With several hands of other files it holds",
    "the statement is weaker evidence by itself, the notes of other files agree on the name",
    "the statement is weaker than the notes, which other hands wrote in other files",
    "the more notes there are the weaker doubt becomes, and these are of several hands",
]


@pytest.mark.parametrize("reason", AGAINST)
def test_a_reason_that_says_the_other_direction_is_no_try(reason: str) -> None:
    for name, turned in (("stronger", reason), ("weaker", reason.replace("weaker", "stronger"))):
        other = "weaker" if name == "stronger" else "stronger"
        for answer in (f"{name}, because {turned}", f"{name.upper()}: {turned.upper()}"):
            verdict = drawn(SHIP, "bracket-name", 0).judge(answer)
            assert not verdict.readable, answer
            (remark,) = verdict.remarks
            assert remark.text.startswith(f"You name {name}, and the reason says")
            assert f"it is {other}." in remark.text


@pytest.mark.parametrize("reason", HONEST)
def test_a_reason_may_speak_of_the_other_side(reason: str) -> None:
    assert drawn(SHIP, "bracket-name", 0).judge(f"stronger, because {reason}").right
    assert drawn(SHIP, "bracket-name", 0).judge(f"stronger. {reason}").right


@pytest.mark.parametrize("reason", AGAINST)
def test_the_same_reason_beside_its_own_direction_is_judged(reason: str) -> None:
    verdict = drawn(SHIP, "bracket-name", 0).judge(f"weaker, because {reason}")
    assert verdict.readable
    assert not verdict.right
