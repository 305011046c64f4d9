"""Every exercise of every scenario, solved and spoilt two hundred times each."""

from __future__ import annotations

from collections import Counter

import pytest
from exercises.desk import DRAWS, book, drawn, every, ours, shipped

from cablesim.exercises.proofing.checking import faults
from cablesim.exercises.registry import KINDS

# Named, and yet no try: something is missing. So is whatever cannot be handed in.
NOT_WHOLE = {"left-out", "no-line", "no-reason"}
ALL = pytest.mark.parametrize(("name", "exercise"), every(), ids=map("/".join, every()))


@ALL
def test_model_answers_score_one_and_each_mistake_is_recognised_as_itself_alone(
    name: str, exercise: str
) -> None:
    tried: Counter[str] = Counter()
    for n in range(DRAWS):
        variant = drawn(name, exercise, n)
        model = variant.judge(variant.model())
        assert model.done, (n, variant.model(), model)
        answers = [variant.model()]
        for slip in variant.mistakes():
            verdict = variant.judge(slip.answer)
            whole = slip.name not in NOT_WHOLE and not variant.exercise.handed_in
            assert verdict.readable is whole, (n, slip, verdict)
            assert not verdict.done, (n, slip, verdict)
            assert verdict.mistakes == (slip.name,), (n, slip, verdict)
            answers.append(slip.answer)
            tried[slip.name] += 1
        assert len(set(answers)) == len(answers), n
    assert set(tried) <= set(book(name).item(exercise).names)
    print(f"{exercise:<22}", *(f"{slip} {count}" for slip, count in tried.items()), sep="  ")  # noqa: T201
    assert tried or book(name).exercise(exercise).kind == "number"


@ALL
def test_a_draw_comes_out_the_same_again(name: str, exercise: str) -> None:
    for n in range(20):
        one, other = drawn(name, exercise, n), drawn(name, exercise, n)
        assert one == other
        assert (one.model(), one.values(), one.shown()) == (
            other.model(),
            other.values(),
            other.shown(),
        )


@ALL
def test_every_sentence_about_a_mistake_is_filled_in(name: str, exercise: str) -> None:
    for n in range(10):
        variant = drawn(name, exercise, n)
        for slip in variant.mistakes():
            verdict = variant.judge(slip.answer)
            assert verdict.remarks
            for remark in verdict.remarks:
                assert remark.text
                assert "{" not in remark.text, remark


def test_every_kind_is_done_in_what_ships() -> None:
    kinds = {each.kind for workbook in shipped().values() for each in workbook.exercises}
    assert kinds >= set(KINDS) - {"recall"}


def test_everything_that_ships_passes_its_own_check() -> None:
    for workbook in shipped().values():
        assert not workbook.scenario.exercises.findings
        for exercise in workbook.exercises:
            assert not list(faults(exercise, workbook.sources, 60)), exercise.id


def test_the_named_mistakes_of_the_course_are_all_somewhere() -> None:
    found = {name for each in ours().exercises for name in ours().item(each.id).names}
    found |= {
        name
        for workbook in shipped().values()
        for each in workbook.exercises
        for name in workbook.item(each.id).names
    }
    assert found >= {
        "carried", "subtracted", "added-twice", "shifted", "wrong-page", "wrong-row",
        "single-words", "swapped", "key-orders", "forgot-indicator", "borrowed", "added",
        "keys-swapped", "key-shifted", "off-by-one", "other-way",
    }  # fmt: skip
