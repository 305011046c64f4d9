"""The check of a lesson for somebody who knows it already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from program import cablesim

from cablesim.lessons.acts import Act, Opened, Variant, entry_of
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.course import standings
from cablesim.lessons.knowing import FAILED, PASSED, Check
from cablesim.lessons.library import Binder
from cablesim.lessons.record import Record
from cablesim.lessons.session import Session
from cablesim.scenario.places import resolve_course

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.course import Course

ID = "ten-lessons"


@pytest.fixture(scope="module")
def binder(lessons: Course) -> Binder:
    books = Workbooks([(lessons.practice, lessons.content)])
    return Binder(lessons.practice, books, resolve_course(ID))


def sat(check: Check) -> Session:
    """Return the question that a check asks for now."""
    session = check.session()
    assert session is not None
    return session


def right(session: Session) -> None:
    """Hand in the right answer at once."""
    verdict = session.answer(session.drawn.variant.model())
    assert verdict.finished


@pytest.mark.parametrize("number", range(1, 11))
def test_who_has_all_of_a_lesson_right_at_once_may_pass_it_by(
    lessons: Course, binder: Binder, number: int
) -> None:
    record, lesson = Record(None), lessons.lessons[number - 1]
    check = Check(record, binder, lessons, lesson)
    asked: list[str] = []
    while (session := check.session()) is not None:
        asked.append(session.exercise.id)
        assert session.given == 0, "nothing is worked in a check"
        assert not session.costs, "and nothing can be taken off"
        right(session)
    assert check.end() == PASSED
    assert len(asked) == check.count == check.done
    assert set(asked) <= set(lesson.exercises)
    standing = standings(lessons, record.events())[number - 1]
    assert (standing.mastered, standing.begun) == (True, False)
    assert standing.words.startswith("not read, ")
    assert "you seem to have it" in standing.words


@pytest.mark.parametrize("slip", ["wrong", "hint", "shown"])
def test_the_first_that_is_not_right_at_once_ends_it(
    lessons: Course, binder: Binder, slip: str
) -> None:
    check = Check(Record(None), binder, lessons, lessons.lessons[1])
    first = check.session()
    assert first is not None
    if slip == "wrong":
        first.answer(next(iter(first.drawn.variant.mistakes())).answer)
    elif slip == "hint":
        first.help()
    if slip == "shown":
        first.sitting.give_up()
    else:
        right(first)
    assert check.session() is None
    assert (check.end(), check.done) == (FAILED, 0)


def test_work_done_before_is_no_part_of_a_check_and_the_same_question_shows_nothing(
    lessons: Course, binder: Binder
) -> None:
    record, lesson = Record(None), lessons.lessons[1]
    wrong = binder.session(record, "cut-in-fives")
    wrong.answer(next(iter(wrong.drawn.variant.mistakes())).answer)
    once = binder.session(record, "what-a-sum-sees")
    right(once)
    check = Check(record, binder, lessons, lesson)
    assert not check.failed
    again = check.session()
    assert again is not None
    assert again.exercise.id == "what-a-sum-sees"
    assert again.seen
    right(again)
    assert (check.done, check.failed) == (0, False)
    rest = check.session()
    assert rest is not None
    assert rest.exercise.id != "what-a-sum-sees"


def test_a_check_that_was_cut_off_goes_on_at_the_same_question_with_what_was_right(
    lessons: Course, binder: Binder, tmp_path: Path
) -> None:
    file, lesson = tmp_path / "record.sqlite", lessons.lessons[1]
    check = Check(Record(file), binder, lessons, lesson)
    assert not check.begun
    right(sat(check))
    asked = sat(check)
    asked.sitting.type("1, 2")
    again = Check(Record(file), binder, lessons, lesson)
    assert (again.begun, again.done, again.over) == (True, 1, False)
    session = sat(again)
    assert session.attempt.about == asked.attempt.about
    assert session.sitting.draft == "1, 2"
    right(session)
    assert again.end() == PASSED
    assert again.session() is None


def test_what_is_practised_between_two_questions_is_no_part_of_a_check(
    lessons: Course, binder: Binder
) -> None:
    record, lesson = Record(None), lessons.lessons[1]
    right(sat(Check(record, binder, lessons, lesson)))
    for name in lesson.exercises:
        binder.session(record, name).sitting.give_up()
    other = Check(record, binder, lessons, lessons.lessons[2])
    sat(other).sitting.give_up()
    check = Check(record, binder, lessons, lesson)
    assert (check.done, check.failed) == (1, False)


def test_a_check_that_is_over_is_shown_where_it_was_cut_off_and_else_begins_anew(
    lessons: Course, binder: Binder
) -> None:
    record, lesson = Record(None), lessons.lessons[1]
    first = sat(Check(record, binder, lessons, lesson))
    first.answer(next(iter(first.drawn.variant.mistakes())).answer)
    shown = Check(record, binder, lessons, lesson, cut_off=True)
    left = shown.left()
    assert left is not None
    assert left.attempt.about == first.attempt.about
    assert (shown.session(), shown.end()) == (None, FAILED)
    anew = Check(record, binder, lessons, lesson)
    assert (anew.begun, anew.failed) == (False, False)
    assert sat(anew).attempt.about != first.attempt.about


def test_a_number_of_a_check_that_no_program_wrote_is_passed_over(
    lessons: Course, binder: Binder
) -> None:
    record, lesson = Record(None), lessons.lessons[1]
    about = Variant(binder.scenario.id, "1", lesson.exercises[0], 0)
    for number in ("x", "9" * 5000, "\u0662", ""):
        opened = Opened("1", "1", "f" * 64, "", check=f"{lesson.id} {number}")
        record.add(entry_of(Act(about, opened)))
    assert not Check(record, binder, lessons, lesson).begun


def test_by_pipe_a_check_that_was_left_goes_on() -> None:
    asked = cablesim("learn", "2", "--check", stdin="draft 7\n")
    assert "You had written" not in asked.stdout
    again = cablesim("learn", "2", "--check", stdin="")
    assert "The check goes on. Groups on the line, and checks: 0 of 2 right" in again.stdout
    assert "You had written: 7" in again.stdout
    assert "1 of 2" in again.stdout


def test_by_pipe_it_says_how_it_goes_and_what_is_to_be_typed() -> None:
    failed = cablesim("learn", "1", "--check", stdin="hint\nfresh\n0000 0000 0000\n")
    assert failed.returncode == 0, failed.stderr
    assert "2 questions. The first that is not right at once ends it." in failed.stdout
    assert failed.stdout.count("No hints and no other form in a check") == 2
    assert "Write it again" not in failed.stdout
    assert failed.stdout.endswith(f"{FAILED}\n")
    shown = cablesim("learn", "1", "--check", stdin="show\n\n")
    assert shown.stdout.endswith(f"{FAILED}\n")
    assert "fresh" not in shown.stdout, "a check has no other form of a question"
    left = cablesim("learn", "2", "--check", stdin="")
    assert left.stdout.splitlines()[-1] == "Your place is kept."
    alone = cablesim("learn", "--check")
    assert (alone.returncode, alone.stdout) == (2, "")
    assert "cablesim learn 2 --check" in alone.stderr


def test_in_a_lesson_and_at_home_it_is_a_word() -> None:
    lesson = cablesim("learn", "2", "--plain", stdin="1\n\ncheck\nquit\n")
    assert "Do you know it already? Groups on the line, and checks: 2 questions." in lesson.stdout
    home = cablesim("learn", "--plain", stdin="skip\ncheck 3\nquit\ncheck 30\nquit\n")
    assert "Do you know it already? Shifts, in two alphabets: 2 questions." in home.stdout
    assert "Type check and the number of a lesson" in home.stdout
