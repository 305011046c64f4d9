"""Code groups where words are wanted are told as other groups are; so is what was moved."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from exercises.desk import drawn
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.judging.moves import in_order, moved
from cablesim.exercises.judging.rows import NO_SLIPS, compared
from cablesim.exercises.kinds.book import BookVariant
from cablesim.exercises.variant import Variant
from cablesim.exercises.verdict import Verdict

SHIP, COURSE = "stalin-zhou-3305", "ten-lessons"
READ = [(SHIP, "decode"), (SHIP, "find-page"), (SHIP, "depth"),
        ("first-steps", "depth"), (COURSE, "first-depth")]  # fmt: skip


def codes(variant: Variant, exercise: str) -> list[str]:
    """Return the code groups that stand behind the words that are wanted."""
    values = variant.values()
    if "groups" in values:
        return values["groups"].split()
    said = (step.text.rsplit("= ", 1)[1] for step in variant.steps())
    assert "depth" in exercise
    return [each.split(",")[0] for each in said]


def told(verdict: Verdict) -> list[str]:
    """Return what is said, sentence by sentence."""
    return [remark.text for remark in verdict.remarks]


@pytest.mark.parametrize(("name", "exercise"), READ, ids=map("/".join, READ))
def test_code_groups_in_each_others_place_are_called_exchanged_where_words_are_wanted(
    name: str, exercise: str
) -> None:
    for n in range(6):
        variant = drawn(name, exercise, n)
        groups = codes(variant, exercise)
        if len(set(groups)) < 2:
            continue
        groups[0], groups[-1] = groups[-1], groups[0]
        verdict = variant.judge(" ".join(groups))
        assert verdict.mistakes == ("exchanged",), verdict
        assert f"(Also {len(groups)}.)" in verdict.remarks[0].text


@pytest.mark.parametrize(("name", "exercise"), READ, ids=map("/".join, READ))
def test_a_wrong_figure_of_a_code_group_is_told_where_words_are_wanted(
    name: str, exercise: str
) -> None:
    for n in range(6):
        variant = drawn(name, exercise, n)
        groups = codes(variant, exercise)
        right = groups[0]
        groups[0] = f"{right[:3]}{(int(right[3]) + 5) % 10}"
        verdict = variant.judge(" ".join(groups))
        assert told(verdict) == [f"Group 1, {groups[0]}: figure 4 of it is not right."], verdict
        said = verdict.remarks[0].text
        assert right not in said
        assert not any(word in said.split() for word in variant.model().split())


def test_what_decoding_groups_is_told_is_told_where_their_words_are_wanted() -> None:
    named: set[str] = set()
    for n in range(20):
        variant = drawn(SHIP, "decode", n)
        cipher, pad = (variant.values()[name].split() for name in ("cipher", "pad"))
        if len(cipher) < 2:
            continue
        pairs = list(zip(cipher, pad, strict=False))
        turned = (
            "".join(str((int(b) - int(a)) % 10) for a, b in zip(*pair, strict=True))
            for pair in pairs
        )
        apart = (
            "".join(str(abs(int(a) - int(b))) for a, b in zip(*pair, strict=True)) for pair in pairs
        )
        for row in (turned, apart):
            verdict = variant.judge(" ".join(row))
            named.update(verdict.mistakes)
    assert {"turned-round", "smaller-from-larger"} <= named


def turned(row: Sequence[str], at: int) -> str:
    """Return a row that begins with what stands at a place, its beginning behind it."""
    return " ".join([*row[at:], *row[:at]])


@pytest.mark.parametrize(
    ("name", "exercise", "at"),
    [(SHIP, "add-pad", 1), (SHIP, "add-pad", 3), (SHIP, "encode-words", 1), (SHIP, "decode", 2),
     (SHIP, "find-page", 2), (COURSE, "check-figures", 1)],
)  # fmt: skip
def test_what_is_right_and_stands_elsewhere_is_told_in_one_remark(
    name: str, exercise: str, at: int
) -> None:
    for n in range(8):
        variant = drawn(name, exercise, n)
        row = variant.model().split()
        if len(set(row)) < len(row) or len(row) < 3:
            continue
        verdict = variant.judge(turned(row, at))
        assert len(verdict.remarks) == 1, verdict
        text = verdict.remarks[0].text
        assert "right, but not at this place" in text
        assert " belong" in text
        wrong = [part.number for part in verdict.wrote if part.text and not part.right]
        assert verdict.remarks[0].part in wrong


@pytest.mark.parametrize(("at", "wrong"), [(1, 1), (2, 2), (3, 2), (4, 1)])
def test_of_groups_that_were_moved_only_those_are_wrong_that_are_told(at: int, wrong: int) -> None:
    for n in (0, 1, 2, 3):
        variant = drawn(SHIP, "add-pad", n)
        verdict = variant.judge(turned(variant.model().split(), at))
        (text,) = told(verdict)
        written = [part for part in verdict.wrote if part.text]
        assert [part.text in text.partition(" right, ")[0] for part in written] == [
            not part.right for part in written
        ]
        assert sum(not part.right for part in written) == wrong
        assert sum(verdict.parts) == 5 - wrong
        assert verdict.score == (5 - wrong) / 5


def test_a_phrase_that_belongs_before_another_is_named_with_its_place() -> None:
    variant = decoded("TRANSMIT TO THE AMBASSADOR AT ONCE")
    verdict = variant.judge("TRANSMIT AT ONCE TO THE AMBASSADOR")
    (text,) = told(verdict)
    assert text.startswith("Words 2 to 3, AT ONCE, are right, but not at this place: they belong ")
    assert text.endswith(" after word 6, AMBASSADOR.")
    assert verdict.score == pytest.approx(4 / 6)
    alike = decoded("TRANSMIT THE FOLLOWING TO THE AMBASSADOR")
    (text,) = told(alike.judge("TRANSMIT TO THE THE FOLLOWING AMBASSADOR"))
    assert text.startswith("Words 2 to 3, TO THE, are right, but not at this place")
    assert text.endswith(" after word 5, FOLLOWING.")
    two = variant.judge("ONCE AT AMBASSADOR THE TO TRANSMIT")
    assert not any("not at this place" in text for text in told(two)), "it is no one move"


def test_given_groups_are_counted_in_the_places_of_a_move() -> None:
    whole = drawn(SHIP, "add-pad", 0)
    assert isinstance(whole, BookVariant)
    variant = replace(whole, given=2)
    row = variant.model().split()
    text = told(variant.judge(turned(row, 1)))[0]
    assert text.startswith(f"Group 5, {row[0]}, is right")
    assert text.endswith(f"before group 3, {row[1]}.")


@given(
    st.lists(st.sampled_from("abcdefg"), min_size=2, max_size=9),
    st.randoms(use_true_random=False),
)
def test_a_move_that_is_told_makes_the_answer_right(
    model: list[str], chance: random.Random
) -> None:
    answer = list(model)
    first, middle, last = sorted(chance.choices(range(len(model) + 1), k=3))
    answer[first:last] = [*model[middle:last], *model[first:middle]]
    result = compared(tuple(answer), tuple(model), NO_SLIPS, lambda *_: "")
    found = moved(answer, model, result.columns)
    assert found or answer == model or len(set(model)) < len(model)
    for miss in found:
        assert miss.move is not None
        start, end, beside, neighbour = miss.move
        block, rest = answer[start:end], [*answer[:start], *answer[end:]]
        at = beside if beside < start else beside + 1 - len(block)
        assert [*rest[:at], *block, *rest[at:]] == model
        assert answer[beside] == neighbour
        assert miss.wrote == " ".join(block)
        assert not result.columns[miss.column].right
        told = in_order(result._replace(misses=found), answer)
        assert sum(told.parts) == max(sum(result.parts), len(model) - len(block))
        assert told.columns[told.misses[0].column].wrote == block[0]
        by_place = {each.place: each.right for each in told.columns if each.place >= 0}
        assert [by_place[place] for place in range(len(model))] == [*told.parts]
        assert [each.wrote for each in told.columns if each.wrote] == answer


def decoded(model: str) -> Variant:
    """Return a variant that asks for these words."""
    names = ("decode", "find-page")
    found = (drawn(SHIP, name, n) for n in range(300) for name in names)
    return next(variant for variant in found if variant.model() == model)
