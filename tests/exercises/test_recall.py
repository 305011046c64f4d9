"""Terms by their meaning: what there is to choose from stands in the exercise itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from exercises.desk import DRAWS, book, drawn, every, ours, scenario, with_exercises

from cablesim.exercises.kinds.recall import RecallVariant
from cablesim.exercises.workbook import Workbook
from cablesim.scenario.exercise import RecallTask

RECALL = [(name, each) for name, each in every() if book(name).exercise(each).kind == "recall"]
TEXT = """format = 1
[[exercise]]
id = "terms"
kind = "recall"
skill = "terms"
points = 0
prompt = "Which?"
terms = ["pad page"]
vary.choices = 4
"""


def variant(name: str, exercise: str, n: int) -> RecallVariant:
    """Return a variant with its choices."""
    found = drawn(name, exercise, n)
    assert isinstance(found, RecallVariant)
    return found


@pytest.mark.parametrize(("name", "exercise"), RECALL)
def test_the_choices_are_terms_of_the_exercise_where_it_has_enough(
    name: str, exercise: str
) -> None:
    task = book(name).exercise(exercise).task
    assert isinstance(task, RecallTask)
    own = set(task.terms or [term.term for term in book(name).scenario.glossary])
    for n in range(DRAWS):
        found = variant(name, exercise, n)
        assert len(set(found.offered)) == len(found.offered) == task.choices
        assert found.term.term in found.offered or not task.choices
        if len(own) >= task.choices:
            assert own.issuperset(found.offered)
        else:
            assert own.issubset(found.offered)


def test_every_term_of_the_exercise_comes_up_as_a_wrong_choice_too() -> None:
    own = {"pad page", "indicator", "gap", "code book", "edition"}
    wrong = set[str]()
    for n in range(DRAWS):
        found = variant("tests", "recall-own", n)
        wrong |= set(found.offered) - {found.term.term}
    assert wrong == own


def test_what_is_wanting_comes_from_the_same_side_of_the_glossary() -> None:
    sides = {term.term: term.teaching for term in ours().scenario.glossary}
    for n in range(DRAWS):
        assert all(sides[name] for name in variant("tests", "recall-few", n).offered)


def test_terms_of_the_other_side_serve_where_there_are_no_others() -> None:
    known = {term.term: term for term in scenario().glossary}
    names = ("pad page", "indicator", "gap", "edition", "layer")
    few = replace(with_exercises(TEXT), glossary=tuple(known[name] for name in names))
    for n in range(20):
        found = Workbook(few).draw("terms", n)
        assert isinstance(found, RecallVariant)
        assert {"pad page", "indicator"} < set(found.offered)
        assert len(set(found.offered)) == 4
