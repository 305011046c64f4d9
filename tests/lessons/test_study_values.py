"""Values behind the screens of study: first run, list, marks, whereabouts, a lesson's reading."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.verdict import Part
from cablesim.exercises.verdict import Verdict as Judged
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.course import Study
from cablesim.lessons.entry import Entry
from cablesim.lessons.firstrun import CIPHER, MEANS, PAD, FirstRun
from cablesim.lessons.library import Binder
from cablesim.lessons.marked import marked, rows_of
from cablesim.lessons.page import Question
from cablesim.lessons.reading import Covered, Reading
from cablesim.lessons.record import Record
from cablesim.lessons.report import account_at_hand, account_json, account_lines
from cablesim.lessons.shelf import State, found
from cablesim.lessons.whereabouts import (
    SETTINGS,
    THEME,
    Spot,
    Whereabouts,
    is_new,
    welcomed,
    went,
    where,
)
from cablesim.scenario.course import Section
from cablesim.scenario.exercise import Exercise
from cablesim.scenario.places import resolve
from cablesim.systems.working import WorkedLine

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario


@pytest.fixture
def binder(telegram: Scenario) -> Binder:
    return Binder(telegram, Workbooks([(telegram, "f" * 64)]), resolve(telegram.id))


def test_the_first_group_is_an_entry_of_the_practice_book(telegram: Scenario) -> None:
    entry = telegram.teaching.book.entry_of(FirstRun().group)
    assert entry is not None
    assert entry.plain == MEANS


def test_every_wrong_figure_of_the_first_run_is_answered_at_that_figure() -> None:
    run = FirstRun()
    for upper, lower, right in zip(CIPHER, PAD, run.group, strict=True):
        for figure in "0123456789":
            after, said = run.typed(figure)
            assert (after.found > run.found) == (figure == right)
            assert figure in said
            if figure != right:
                assert "sum" in said or f"{upper} - {lower}" in said
        run, _ = run.typed(right)
    assert run.done
    assert run.typed("1") == (run, "")


def test_a_slip_of_the_first_run_is_named_and_both_where_two_give_the_same_figure() -> None:
    third, last = FirstRun(2), FirstRun(3)
    _, both = third.typed("3")
    assert both.startswith("Not 3: that is 8 - 5, and 5 + 8 ends in it too;")
    _, turned = last.typed("1")
    assert "that is 4 - 3;" in turned
    assert "ends in it" not in turned
    _, summed = last.typed("7")
    assert "that is the sum" in summed


def test_the_list_says_how_each_exercise_stands_and_is_found_by_any_word(binder: Binder) -> None:
    record = Record(None)
    binder.session(record, "copies").answer("3")
    binder.session(record, "garble").sitting.give_up()
    binder.session(record, "depth").sitting.skip()
    binder.session(record, "add-pad").sitting.type("12")
    rows = {row.exercise.id: row for row in binder.rows(record)}
    assert [rows[name].state for name in ("copies", "garble", "depth", "add-pad", "decode")] == [
        State.SOLVED,
        State.SHOWN,
        State.PUT_OFF,
        State.OPEN,
        State.NEW,
    ]
    assert [row.exercise.id for row in found(rows.values(), "Take  PAD encode")] == []
    assert [row.exercise.id for row in found(rows.values(), "additive OPEN")] == ["add-pad"]
    assert len(found(rows.values(), "")) == len(rows)


def test_what_was_solved_or_handed_in_stays_so_while_another_variant_is_open(
    binder: Binder,
) -> None:
    record = Record(None)
    solved = binder.session(record, "copies")
    solved.answer("3")
    solved.fresh().answer("7")
    told = binder.session(record, "unknowns")
    told.answer(told.drawn.variant.model())
    told.fresh()
    rows = {row.exercise.id: row for row in binder.rows(record)}
    assert rows["copies"].state is State.SOLVED
    assert rows["copies"].words == "solved; another variant open"
    assert rows["unknowns"].state is State.HANDED_IN
    assert rows["unknowns"].words == "handed in; another variant open"
    standing = account_at_hand(record.events())
    (scenario,) = standing.account.scenarios
    done = sum(row.state in {State.SOLVED, State.HANDED_IN} for row in rows.values())
    assert (scenario.exercises.done, len(scenario.handed_in)) == (done, 1)


def test_progress_names_all_that_is_open_and_a_skill_says_what_was_handed_in(
    binder: Binder,
) -> None:
    record = Record(None)
    told = binder.session(record, "unknowns")
    told.answer(told.drawn.variant.model())
    for name in ("garble", "depth", "add-pad"):
        binder.session(record, name).sitting.type("12")
    for name in ("copies", "decode"):
        binder.session(record, name)
    standing = account_at_hand(record.events())
    lines = [line.strip() for line in account_lines(standing)]
    left = [line for line in lines if line.startswith("Left open: ")]
    assert [line.split(", ")[-2] for line in left] == ["add-pad", "depth", "garble"]
    assert lines[0] == "Review today: 0 of at most 10", "what is due comes before all else"
    assert lines[-1] == "Opened too, nothing done in it yet: 2 exercises"
    assert any(line.startswith("corroboration: 1 of 8 done, 1 of them handed in") for line in lines)
    data = json.loads(json.dumps(account_json(standing)))
    looked, worked = ["decode", "copies"], ["add-pad", "depth", "garble"]
    assert [each["exercise"] for each in data["open"]] == [*looked, *worked]
    skills = {each["skill"]: each["handed_in"] for each in data["skills"]}
    assert skills["corroboration"] == [{"exercise": "unknowns", "self_reported": None}]
    assert skills["additive"] == []


@given(
    st.lists(st.tuples(st.text("0123456789", min_size=1, max_size=6), st.booleans()), max_size=9)
)
def test_every_part_of_an_answer_stands_over_its_sign(parts: list[tuple[str, bool]]) -> None:
    right = [ok for _, ok in parts]
    wrote = tuple(Part(text, number, ok) for number, (text, ok) in enumerate(parts, 1))
    found_parts = marked(Judged(0.0, "", wrote=wrote))
    assert [part.text for part in found_parts] == [text for text, _ in parts]
    for above, below in rows_of(found_parts, 20):
        for place, sign in enumerate(below):
            if sign in "✓✗":
                assert above[place] != " "
                assert place == 0 or above[place - 1] == " "
    signs = "".join(below for _, below in rows_of(found_parts, 20))
    assert (signs.count("✓"), signs.count("✗")) == (right.count(True), right.count(False))


def test_somebody_is_new_until_something_is_done_and_a_theme_is_nothing(tmp_path: Path) -> None:
    record = Record(tmp_path / "record.sqlite")
    assert is_new(record)
    record.add(Entry(SETTINGS, "", THEME, {"name": "cable-dark"}))
    assert is_new(record)
    welcomed(record)
    assert not is_new(record)
    other = Record(tmp_path / "other.sqlite")
    other.add(Entry("s", "1.0.0", "went", {"name": "cover", "value": ""}))
    assert not is_new(other)
    assert not is_new(Record(None)), "what cannot be kept would come again every time"


def test_the_first_run_and_the_screens_leave_no_trace_in_progress(tmp_path: Path) -> None:
    record = Record(tmp_path / "record.sqlite")
    welcomed(record)
    went(record, Whereabouts(Spot.LESSON, "ten-lessons", "depth"))
    lines = list(account_lines(account_at_hand(record.events())))
    assert lines == ["There is nothing on your record yet. To begin: cablesim"]


def test_where_somebody_is_is_kept_once_and_home_ends_it() -> None:
    record = Record(None)
    there = Whereabouts(Spot.EXERCISE, "stalin-zhou-3305", "add-pad")
    went(record, there)
    went(record, there)
    assert where(record) == there
    assert len(record.events()) == 1
    went(record, Whereabouts())
    assert where(record) == Whereabouts()
    check = Whereabouts(Spot.CHECK, "ten-lessons", "depth")
    went(record, check)
    assert where(record) == check
    asked = replace(check, asked="repeats")
    went(record, asked)
    assert where(record) == asked
    went(record, check)
    assert where(record) == check


def test_a_lesson_is_read_to_its_end_by_doing_what_there_is_to_do(lessons: Course) -> None:
    study = Study(lessons, Record(None))
    study.open(lessons.lessons[0])
    reading = Reading(study)
    done: list[str] = []
    while reading.page.section is not Section.NEXT:
        match reading.todo:
            case Covered() as covered:
                line: WorkedLine = covered.line
                assert reading.uncover(covered, line.cells[-1]).startswith("Yes")
                done.append("line")
            case Question() as question:
                study.answer(question, "1")
                done.append("question")
            case Exercise() as exercise:
                reading.did(exercise.id)
                done.append(exercise.id)
            case None:
                assert reading.forward()
    assert done.count("line") == sum(each.leave for each in lessons.lessons[0].examples)
    assert set(lessons.lessons[0].exercises) <= set(done)
    assert reading.forward(), "the next lesson follows"
    assert reading.number == 2


def test_a_wrong_cell_is_answered_with_what_stands_there(lessons: Course) -> None:
    study = Study(lessons, Record(None))
    study.open(lessons.lessons[0])
    study.go(Section.EXAMPLE)
    reading = Reading(study)
    covered = reading.todo
    assert isinstance(covered, Covered)
    said = reading.uncover(covered, "9999")
    assert said.startswith("No, not 9999")
    assert covered.line.cells[-1] in said
    said = reading.uncover(covered, "6336")
    assert said == "No, not 6336: it is 7719; 6336 is DIVISIONS."
    while isinstance(reading.todo, Covered):
        reading.go_past()
    assert reading.todo is None


def test_a_check_alone_is_as_good_as_the_group_with_its_check(lessons: Course) -> None:
    study = Study(lessons, Record(None))
    study.open(lessons.lessons[1])
    study.go(Section.EXAMPLE)
    covered = Reading(study).todo
    assert isinstance(covered, Covered)
    assert Reading(study).uncover(covered, "6") == "Yes: 46796."
    assert Reading(study).uncover(covered, "4679 6") == "Yes: 46796."
    assert Reading(study).uncover(covered, "4679").startswith("No, not 4679")
    assert Reading(study).uncover(covered, "5").startswith("No, not 5")


def test_a_question_passed_over_is_so_in_the_next_reading_and_is_no_choice(
    lessons: Course,
) -> None:
    record = Record(None)
    study = Study(lessons, record)
    study.open(lessons.lessons[1])
    study.go(Section.TRY)
    reading = Reading(study)
    question = reading.todo
    assert isinstance(question, Question)
    reading.go_past()
    again = Reading(Study(lessons, record))
    assert again.todo != question
    assert again.passed(question)
    assert again.study.chosen(question) is None
    assert again.study.answer(question, "1") is not None
    assert not Reading(Study(lessons, record)).passed(question), "a choice afterwards counts"
