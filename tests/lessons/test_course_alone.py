"""Somebody follows the course of ten lessons alone, from a pipe or in this process."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

import pytest
from program import cablesim
from pupils import learner_at

from cablesim.cli.studying import converse
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.course import TITLES, Study, pages_of
from cablesim.lessons.course_lines import whole_lines
from cablesim.lessons.library import Binder
from cablesim.lessons.record import Record
from cablesim.lessons.report import account_at_hand, account_json, account_lines
from cablesim.scenario.course import Section
from cablesim.scenario.places import resolve_course

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from cablesim.scenario.course import Course


ID = "ten-lessons"


def test_the_place_in_a_lesson_is_kept_and_each_lesson_has_its_own(
    lessons: Course, tmp_path: Path
) -> None:
    study = Study(lessons, Record(tmp_path / "record.sqlite"))
    first, second = lessons.lessons[:2]
    study.open(first)
    assert study.page.section is Section.CAN
    assert not study.back()
    study.forward()
    question = study.page.questions[0]
    assert study.answer(question, "9") is None
    assert study.answer(question, "2") is not None
    study.open(second)
    assert study.page.section is Section.CAN
    study.record.close()
    again = Study(lessons, Record(tmp_path / "record.sqlite"))
    assert again.lesson is second
    again.open(first)
    assert again.page.section is Section.TRY
    chosen = again.chosen(again.page.questions[0])
    assert chosen is not None
    assert chosen.key == "2"


def test_a_lesson_read_to_its_end_is_said_to_be_read_and_begins_anew(lessons: Course) -> None:
    study = Study(lessons, Record(None))
    study.open(lessons.lessons[0])
    while study.forward():
        pass
    assert study.page.section is Section.NEXT
    standing, following, *_ = study.standings()
    assert (standing.begun, standing.read, standing.mastered) == (True, True, False)
    assert "0 of 4 exercises" in standing.words
    assert following.words == "not begun"
    study.open(lessons.lessons[0])
    assert study.page.title == TITLES[Section.CAN]


def test_a_record_of_another_version_of_the_course_still_opens(lessons: Course) -> None:
    record = Record(None)
    study = Study(lessons, record)
    study.open(lessons.lessons[0])
    shorter = replace(lessons, lessons=lessons.lessons[3:], version="2.0.0")
    found = Study(shorter, record)
    assert found.lesson is None
    assert found.page.section is Section.CAN
    assert len(found.standings()) == 7


def test_a_printed_lesson_gives_no_answer_away(lessons: Course) -> None:
    for lesson in lessons.lessons:
        text = "\n".join(whole_lines(lessons, lesson, pages_of(lessons, lesson)))
        assert lessons.scenario.teaching.banner in text
        for page in pages_of(lessons, lesson):
            for question in page.questions:
                assert question.why.text not in text
                for option in question.options:
                    assert option.reply is None or option.reply.text not in text
        for exercise in lessons.exercises_of(lesson):
            assert f"cablesim do {ID} {exercise.id}" in text
            assert exercise.explain not in text


def test_lesson_one_by_pipe_looks_as_it_did(tmp_path: Path, snapshot: SnapshotAssertion) -> None:
    typed = (Path(__file__).parent / "lesson-one.txt").read_text(encoding="utf-8")
    done = cablesim("learn", "1", "--plain", stdin=typed, home=learner_at(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == snapshot
    assert "This lesson: read, 4 of 4 exercises done." in done.stdout
    listed = cablesim("learn", "--json", home=tmp_path)
    first = json.loads(listed.stdout)["lessons"][0]
    assert (first["id"], first["read"], first["done"]) == ("code-group", True, 4)


class Talk(Protocol):
    """Follows a lesson in this process, as from a pipe."""

    def __call__(self, lesson: str, typed: str) -> str:
        """Type some lines and return what was printed."""


@pytest.fixture
def talk(
    lessons: Course, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Talk:
    """Talk without starting Python anew each time; the home is the test's own."""
    practice = lessons.practice
    binder = Binder(practice, Workbooks([(practice, lessons.content)]), resolve_course(ID))

    def inside(lesson: str, typed: str) -> str:
        found = lessons.lesson(lesson)
        assert found is not None
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        assert converse(lessons, binder, found) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return inside


def test_the_first_success_is_two_lines_away(talk: Talk) -> None:
    said = talk("1", "2\nNINE\n")
    assert "Right." in said
    assert "Your place is kept." in said


def test_a_lesson_left_in_an_exercise_goes_on_there_with_the_draft(talk: Talk) -> None:
    talk("1", "2\nMOSCOW\nq\n")
    said = talk("1", "NINE\n")
    assert "You had begun this one" in said
    assert "Right." in said


def test_every_lesson_can_be_gone_through_by_enter_and_skip_alone(
    lessons: Course, talk: Talk
) -> None:
    for number, lesson in enumerate(lessons.lessons, 1):
        said = talk(str(number), "\nskip\n" * 30)
        assert f"Lesson {number} of 10: {lesson.title}" in said
        assert "This lesson: read" in said


def test_what_was_done_is_passed_over_and_can_be_done_again(talk: Talk) -> None:
    talk("code-group", "2\nNINE\nq\n")
    said = talk("code-group", "2\nlessons\ndo nothing\ndo first-group\nskip\ngo 99\ngo 3\nb\n")
    assert "Read one group: done already. To do it again: do first-group" in said
    assert "1. code-group: What a code group is (20 minutes; code book): begun, 1 of 4" in said
    assert "This lesson has the exercises first-group, " in said
    assert "There is no lesson '99'" in said
    assert "Lesson 3 of 10: Shifts" in said


def test_a_wrong_word_a_look_in_the_book_and_help_cost_nothing(talk: Talk) -> None:
    said = talk("1", "7\nbook KOREA\n?\n\nhelp\n\nshow\n\nb\nb\n")
    assert "'7' is no option here." in said
    assert "KOREA (word): 4679" in said
    assert "Enter goes on, b goes back, again reads this page once more" in said
    assert "Nothing was typed. Type help to see what can be." in said
    assert "Right is: NINE" in said


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("learn", "nine"), 2, "there is no lesson 'nine'"),
        (("learn", "shfts"), 2, "shifts"),
        (("learn", "--course", "nine-lessons"), 2, "did you mean 'ten-lessons'"),
        (("learn", "--course", "/nowhere/at/all"), 2, "no folder of a course"),
        (("do", ID, "chian"), 2, "chain"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(
    words: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    done = cablesim(*words, home=tmp_path)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr


def test_a_lesson_as_data_has_stable_keys_and_no_answers(lessons: Course, tmp_path: Path) -> None:
    done = cablesim("learn", "depth", "--json", home=tmp_path)
    found = json.loads(done.stdout)
    assert (found["format"], found["course"], found["lesson"]) == (1, ID, "depth")
    assert [section["section"] for section in found["sections"]] == [s.value for s in Section]
    assert all(line[-1] is None for line in found["sections"][3]["examples"][0]["lines"][-3:])
    lesson = lessons.lesson("depth")
    assert lesson is not None
    for question in lesson.section(Section.RECALL).questions:
        assert question.why.text not in done.stdout


def test_exercises_done_in_a_lesson_count_in_progress(talk: Talk, home: Path) -> None:
    talk("1", "2\nNINE\nq\n")
    told = cablesim("progress", home=home).stdout
    assert "lessons: 0 of 10 read, 1 begun" in told
    assert "exercises: 1 of 46 done" in told
    assert "code book: 1 of 4 done" in told


def test_progress_counts_the_lessons_that_were_read_and_those_begun(lessons: Course) -> None:
    record = Record(None)
    study = Study(lessons, record)
    study.open(lessons.lessons[0])
    while study.forward():
        pass
    study.open(lessons.lessons[1])
    standing = account_at_hand(record.events())
    assert "  lessons: 1 of 10 read, 1 more begun" in list(account_lines(standing))
    (course,) = cast("list[dict[str, object]]", account_json(standing)["scenarios"])
    assert course["lessons_read"] == 1
