"""What is fresh to a learner: never the same question while there is another, and said if not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cablesim.lessons.attempts import attempts_of
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.freshness import has_another
from cablesim.lessons.mastery import mastery_of
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session, at, task_named

if TYPE_CHECKING:
    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario

# What can be asked in so many ways is asked in so many before anything comes again.
FORMS = {"group-for-word": 3, "cut-in-fives": 3, "number-the-phrase": 3}


@pytest.fixture(scope="module")
def books(telegram: Scenario, lessons: Course) -> Workbooks:
    return Workbooks([(telegram, "f" * 64), (lessons.practice, lessons.content)])


def begun(books: Workbooks, record: Record, scenario: str, exercise: str) -> Session:
    return at(record, books, task_named(books, scenario, exercise))


def asked(session: Session) -> str:
    return " ".join(session.drawn.asks)


@pytest.mark.parametrize(("exercise", "forms"), FORMS.items())
def test_no_question_comes_again_while_there_is_another(
    books: Workbooks, lessons: Course, exercise: str, forms: int
) -> None:
    session = begun(books, Record(None), lessons.id, exercise)
    questions = [asked(session)]
    while not session.seen and len(questions) < 30:
        session.answer(session.drawn.variant.model())
        session = session.fresh()
        questions.append(asked(session))
    assert len(questions) > forms
    assert len(set(questions[:-1])) == len(questions) - 1
    assert questions[-1] in questions[:-1]


def test_an_answer_that_was_just_shown_is_no_sign_of_a_skill(
    books: Workbooks, telegram: Scenario
) -> None:
    record = Record(None)
    session = begun(books, record, telegram.id, "copies")
    session.sitting.give_up()
    for _ in range(3):
        session = session.fresh()
        assert session.seen, "this exercise has one form"
        session.answer(session.drawn.variant.model())
    assert session.attempt.at_once, "it was right at once, and comes back later for that"
    mastery = mastery_of(attempts_of(record.events()))[session.exercise.skill]
    assert mastery.judged == 4
    assert mastery.in_a_row == 0


def test_a_question_with_its_options_in_another_order_is_the_same(
    books: Workbooks, telegram: Scenario
) -> None:
    session = begun(books, Record(None), telegram.id, "read-form")
    session.answer(session.drawn.variant.model())
    assert session.fresh().seen


def test_that_a_question_was_seen_before_is_on_the_record(
    books: Workbooks, telegram: Scenario
) -> None:
    record = Record(None)
    begun(books, record, telegram.id, "copies").fresh()
    first, second = attempts_of(record.events())
    assert not first.opened.seen
    assert second.opened.seen


def test_where_all_was_asked_the_question_put_last_is_not_put_again(
    books: Workbooks, lessons: Course
) -> None:
    session = begun(books, Record(None), lessons.id, "group-for-word")
    last = asked(session)
    for _ in range(20):
        session = session.fresh()
        assert asked(session) != last
        last = asked(session)
    assert session.seen


@pytest.mark.parametrize(("exercise", "other"), [("copies", False), ("take-pad-off", True)])
def test_whether_there_is_another_form_does_not_depend_on_what_was_asked(
    books: Workbooks, telegram: Scenario, exercise: str, *, other: bool
) -> None:
    record = Record(None)
    session = begun(books, record, telegram.id, exercise)
    task = session.sitting.task
    for _ in range(3):
        assert other is has_another(
            session.attempt.about,
            attempts_of(record.events()),
            lambda number, whose: books.deal(task, number, None, whose).asks,
        )
        session = session.fresh()
