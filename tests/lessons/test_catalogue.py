"""The exercises of a scenario on the record: drawn, judged, resumed, reviewed, marked."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

import pytest
from invented import make_folder
from pupils import at

from cablesim.errors import CablesimError
from cablesim.lessons.account import account_of
from cablesim.lessons.acts import Confidence
from cablesim.lessons.attempts import Outcome, attempts_of, marks_of
from cablesim.lessons.catalogue import Workbooks, catalogue_at_hand, loaded, practice_mark
from cablesim.lessons.entry import Entry, Event
from cablesim.lessons.record import Record
from cablesim.lessons.review import Review
from cablesim.lessons.sitting import practice

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.lessons.attempts import Attempt
    from cablesim.lessons.schedule import Task

EXERCISES = """format = 1

[marking]
review = [2, 5]

[[exercise]]
id = "pad"
kind = "encode"
skill = "additive"
cipher = "practice-book"
steps = ["add"]
points = 4
prompt = "Your code groups are {groups}. Add your pad {pad} without carrying."
vary.plain = ["WE ARE READY", "THE DIVISIONS ARE AT THE BORDER"]
vary.pad = "fresh"
fade = [0, 2]
confidence = true
hints = ["One figure at a time.", "The first is {step.1}."]
explain = "Nothing is carried."

[[exercise]]
id = "count"
kind = "number"
skill = "inference"
points = 2
prompt = "How many?"
answer = 3
hints = ["Count."]
explain = "There are three."

[[exercise]]
id = "words"
kind = "explain"
skill = "inference"
points = 6
prompt = "Which would you order?"
words = { least = 2, most = 20 }
rubric = [{ points = 6, text = "Says what it would change." }]
hints = ["Look at the gaps."]
model = "A list of copies."
"""


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Workbooks:
    """Return the exercises of an invented scenario."""
    folder = make_folder(tmp_path_factory.mktemp("s") / "invented", "TO ALL\nWE ARE READY\n")
    (folder / "exercises.toml").write_text(EXERCISES, encoding="utf-8")
    scenario, files = loaded(folder)
    assert scenario.exercises.findings == ()
    return Workbooks([(scenario, files)])


def task(books: Workbooks, name: str) -> Task:
    """Return a task by its exercise."""
    return next(task for task in books.tasks() if task.exercise == name)


def test_tasks_have_the_days_of_the_scenario_and_what_a_teacher_marks_has_none(
    books: Workbooks,
) -> None:
    assert [(task.exercise, task.days) for task in books.tasks()] == [
        ("pad", (2, 5)),
        ("count", (2, 5)),
        ("words", ()),
    ]


def test_an_exercise_is_left_and_taken_up_with_the_same_figures(
    books: Workbooks, tmp_path: Path
) -> None:
    record = Record(tmp_path / "r")
    sitting = practice(record, books, task(books, "pad"), level=1)
    asks = list(sitting.deal.asks)
    sitting.type("12")
    # No close: the window is gone.
    again = practice(Record(tmp_path / "r"), books, task(books, "pad"))
    assert list(again.deal.asks) == asks
    assert again.draft == "12"
    opened = again.attempt.opened
    assert (opened.engine, opened.draw, opened.level, opened.skill) == ("1", "1", 1, "additive")
    assert len(opened.files) == 64
    fresh = practice(record, books, task(books, "pad"), fresh=True)
    assert list(fresh.deal.asks) != asks


def test_an_answer_is_judged_and_the_mistake_is_on_the_record(books: Workbooks) -> None:
    record = Record(None)
    sitting = practice(record, books, task(books, "pad"))
    sitting.hint()
    sitting.say(Confidence.SURE)
    right = next(line for line in sitting.deal.model if line.startswith("Right is: "))
    answer = right.removeprefix("Right is: ")
    wrong = str((int(answer[0]) + 1) % 10) + answer[1:]
    verdict = sitting.answer(wrong)
    assert verdict.readable
    assert verdict.score < 1
    assert not verdict.finished
    assert not sitting.answer("?").readable
    done = sitting.answer(answer)
    assert done.finished
    assert done.says[0] == "Right."
    assert "Nothing is carried." in done.says
    (attempt,) = attempts_of(record.events(), UTC)
    assert [made.tried.answer for made in attempt.tries] == [wrong, answer]
    assert attempt.sure_and_wrong
    assert attempt.outcome is Outcome.FINISHED


def test_words_are_handed_in_without_a_score_and_count_as_done(books: Workbooks) -> None:
    record = Record(None)
    sitting = practice(record, books, task(books, "words"))
    verdict = sitting.answer("The embassy's own report, since it would say when.")
    assert verdict.by_hand
    assert [entry.kind for entry in record.of("invented")] == ["opened", "drafted", "finished"]
    events = record.events()
    account = account_of(events, attempts_of(events, UTC), books.tasks(), 0)
    (scenario,) = account.scenarios
    assert str(scenario.exercises) == "1 of 3"


def test_marks_follow_the_rules_of_the_scenario(books: Workbooks) -> None:
    record = Record(None)
    sitting = practice(record, books, task(books, "count"))
    sitting.answer("2")
    sitting.hint()
    sitting.answer("3")
    workbook = books.scenarios[0].exercises
    exercise = workbook.named("count")
    assert exercise is not None

    def points(attempt: Attempt) -> float:
        return practice_mark(attempt, exercise, workbook.marking).points

    marks = marks_of(attempts_of(record.events(), UTC), points)
    assert marks == {("invented", "count"): pytest.approx(2 * (1 - 0.1 - 0.1))}


def test_the_review_draws_fresh_variants_after_the_days_of_the_scenario(books: Workbooks) -> None:
    days = [0]
    record = Record(None, clock=lambda: at(days[0]))
    first = practice(record, books, task(books, "pad"))
    first.give_up()
    practice(record, books, task(books, "words")).answer("Two words and more.")
    assert Review(record, books, at(1), UTC).left() == ()
    days[0] = 2
    review = Review(record, books, at(2), UTC)
    sitting = review.sitting()
    assert sitting is not None
    assert sitting.about.number == 1
    assert list(sitting.deal.asks) != list(first.deal.asks)
    sitting.skip()
    assert review.sitting() is None


def test_a_scenario_that_is_not_at_hand_has_no_exercises(books: Workbooks) -> None:
    told = Event("0" * 32, 1, at(), Entry("nowhere", "1.0.0", "went", {}))
    assert catalogue_at_hand([told]).tasks() == ()
    with pytest.raises(CablesimError, match="is not at hand"):
        Workbooks([]).deal(task(books, "pad"), 0, None)
