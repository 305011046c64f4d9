"""Who gives up is shown how it is done: for every part, what decides it."""

from __future__ import annotations

import re

import pytest
from exercises.desk import drawn, every, shipped

from cablesim.exercises.kinds.order import OTHERS
from cablesim.lessons.catalogue import Drawn
from cablesim.scenario.exercise import (
    ClassifyTask,
    FormTask,
    NumberTask,
    OrderTask,
    SupportTask,
)

SHIP = [pair for pair in every() if pair[0] != "tests"]
ALL = pytest.mark.parametrize(("name", "exercise"), SHIP, ids=map("/".join, SHIP))


@ALL
def test_every_answer_that_the_program_judges_is_shown_with_what_decides_it(
    name: str, exercise: str
) -> None:
    for n in range(12):
        variant = drawn(name, exercise, n)
        steps = variant.steps()
        assert [step.place for step in steps] == list(range(1, len(steps) + 1))
        match variant.exercise.task:
            case ClassifyTask() | SupportTask():
                assert [step.text[:2] for step in steps] == [
                    f"{line[0]} " for line in variant.shown()
                ]
            case OrderTask():
                letters = [step.text[0] for step in steps if step.text != OTHERS]
                assert sorted(letters) == [x[0] for x in variant.shown()]
            case FormTask():
                assert len(steps) == variant.asked
            case NumberTask():
                told = "".join(step.text for step in steps).replace(" ", "")
                assert variant.model().replace(" ", "") in told
            case _:
                assert steps or variant.exercise.kind in {"recall", "explain", "corroborate"}


def test_a_claim_is_shown_with_its_standing_and_its_proof_in_words() -> None:
    for n in range(20):
        for step in drawn("stalin-zhou-3305", "line-or-reason", n).steps():
            assert re.match(
                r"[a-z] is (document|edition|elsewhere|inference|gap) \([DEOI?]\)\. ", step.text
            )
            assert re.search(r"Line \d+: “|Source: |Reasoned from |Nobody has shown it", step.text)


def test_a_field_is_shown_with_its_line_and_what_is_the_editions() -> None:
    steps = [step.text for step in drawn("stalin-zhou-3305", "read-form", 0).steps()]
    assert (
        "signature: line 18 has “FILIPPOV”. [Stalin] was added by the edition and is left out."
        in steps
    )
    assert any(
        step.startswith("classification: no line of the page has it, so none.") for step in steps
    )


def test_a_stage_is_shown_behind_what_it_has_to_follow_and_a_stranger_with_its_reason() -> None:
    variant = drawn("first-steps", "order-route", 0)
    texts = [step.text for step in variant.steps()]
    assert [text[0] for text in texts[:6]] == variant.model().split(", ")
    assert texts[0].endswith("nothing before it.")
    assert " Copies: Marsh, Oakley: after “Signed HERON”. The list of copies" in texts[5]
    assert "does not belong. Line 9 asks for a view" in texts[6]


def test_that_other_orders_are_right_too_is_said_where_they_are() -> None:
    free = drawn("first-steps", "order-route", 0).steps()
    bound = drawn("hollow-nickel-1953", "order-route", 0).steps()
    assert [OTHERS in {step.text for step in steps} for steps in (free, bound)] == [True, False]


def test_a_repair_is_shown_with_the_sum_that_gives_it() -> None:
    for n in range(20):
        variant = drawn("first-steps", "garble", n)
        place, repair = variant.model().split()
        received = variant.values()["cipher"].split()
        *_, summed, mended = [step.text for step in variant.steps()]
        sums = [str(sum(map(int, column)) % 10) for column in zip(*received[:-1], strict=True)]
        assert f"add up to {''.join(sums)}, and the check is {received[-1]}" in summed
        assert f"so group {place} is put right" in mended
        assert f"{received[int(place) - 1]} was sent as {repair}" in mended


def test_all_faces_show_the_steps_to_somebody_who_gives_up() -> None:
    for exercise in ("how-known", "supported", "order-route", "read-form", "whose-clock", "garble"):
        book = shipped()["first-steps"]
        variant = book.draw(exercise)
        texts = [step.text for step in variant.steps()]
        assert texts
        told = list(Drawn(variant, book.scenario, "").model)
        for place, text in enumerate(texts, 1):
            assert f"{place}. {text}" in told
