"""A try that is thrown away shows what decides, and buys no answer."""

from __future__ import annotations

import re

import pytest
from exercises.desk import drawn, shipped

from cablesim.exercises.kinds.classify import CHOICES, ClassifyVariant
from cablesim.scenario.exercise import ClassifyTask, SupportTask

CLASSIFY = [
    (name, each.id)
    for name, book in shipped().items()
    for each in book.exercises
    if isinstance(each.task, ClassifyTask)
]
LINED = [
    (name, each.id)
    for name, book in shipped().items()
    for each in book.exercises
    if isinstance(each.task, SupportTask) and each.task.lines
]
GIVES_AWAY = re.compile(r"\(the telegram\)|the edition, in brackets|\breasoned\b|\binferred\b")


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize(("scenario", "exercise"), CLASSIFY)
def test_a_wrong_standing_is_told_by_what_decides_and_the_right_one_is_not_named(
    scenario: str, exercise: str, number: int
) -> None:
    variant = drawn(scenario, exercise, number)
    assert isinstance(variant, ClassifyVariant)
    for standing in CHOICES:
        verdict = variant.judge(" ".join([standing.mark] * variant.asked))
        for remark in verdict.remarks:
            right = variant.item.claims[variant.row[remark.part - 1]].standing
            said = re.sub(r"“[^”]*”", "", remark.text)
            assert not re.search(rf"\bis {right.value}\b", said), said
            assert right.meaning not in said, said
            assert not GIVES_AWAY.search(said), said
            assert re.search(r"Look (?:at|for)\b", said), said


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize(("scenario", "exercise"), LINED)
def test_a_wrong_line_is_answered_by_what_stands_there_and_not_by_the_right_one(
    scenario: str, exercise: str, number: int
) -> None:
    variant = drawn(scenario, exercise, number)
    letter, right = variant.model().split(", ")[0].split()
    rest = variant.model().split(", ")[1:]
    for wrong in (1, 13, 999):
        if str(wrong) == right:
            continue
        verdict = variant.judge(", ".join([f"{letter} {wrong}", *rest]))
        assert verdict.mistakes == ("wrong-line",)
        said = verdict.remarks[0].text
        assert re.search(rf"[Ll]ine {wrong}\b", said), said
        assert not re.search(rf"\b[Ll]ine {right}\b", said), said
