"""What no program marks: too short is no try, long enough is handed in, all hints open before."""

from __future__ import annotations

import pytest

from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session, at, task_named
from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve

STEPS = "first-steps"


@pytest.fixture
def session() -> Session:
    books = Workbooks([(load(resolve(STEPS)), "f" * 64)])
    return at(Record(None), books, task_named(books, STEPS, "who-was-told"))


def test_too_short_a_text_is_no_try_and_stays_as_a_draft(session: Session) -> None:
    verdict = session.answer("Two words")
    assert not verdict.readable
    assert not session.done
    assert not session.attempt.tries
    assert session.sitting.draft == "Two words"


def test_what_is_long_enough_is_handed_in_and_done(session: Session) -> None:
    verdict = session.answer(session.drawn.variant.model())
    assert verdict.headline == "Handed in: no program marks this."
    assert session.done
    assert not session.attempt.tries, "it has no score yet"


def test_all_hints_open_one_by_one_before_an_answer_is_handed_in(session: Session) -> None:
    count = len(session.exercise.hints)
    assert count > 1
    assert all(session.help().opened for _ in range(count))
    assert not session.help().opened
