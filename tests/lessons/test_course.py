"""The course of ten lessons: whole, marked, worked, and followed by somebody alone."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from program import cablesim

from cablesim.authoring.checker import check
from cablesim.cli.studying import converse
from cablesim.codes.codebook import EntryKind
from cablesim.codes.encoding import encode
from cablesim.lessons.catalogue import Workbooks
from cablesim.lessons.course import TITLES, Faded, Study, fits, pages_of
from cablesim.lessons.course_lines import sheet_lines, whole_lines
from cablesim.lessons.library import Binder
from cablesim.lessons.page import Voice
from cablesim.lessons.record import Record
from cablesim.scenario.checked import Checked
from cablesim.scenario.course import Section
from cablesim.scenario.course_loading import load_course, load_practice
from cablesim.scenario.course_proving import paragraphs
from cablesim.scenario.exercise import BookTask, DepthTask, GarbleTask, SystemTask
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.places import UnknownScenario, resolve_course, resolve_practice
from cablesim.systems.vectors import shipped

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from cablesim.scenario.course import Course

ID = "ten-lessons"
YEAR = re.compile(r"\b1[89][0-9]{2}\b")
MADE_UP = (BookTask, SystemTask, GarbleTask, DepthTask)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the course that may be spoilt."""
    return Path(shutil.copytree(resolve_course(ID), tmp_path / ID))


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    """Replace the first of something in a file of a course."""
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


# What the course holds.


def test_there_are_ten_lessons_and_each_exercise_belongs_to_one(lessons: Course) -> None:
    assert len(lessons.lessons) == 10
    assert sum(lesson.minutes for lesson in lessons.lessons) == lessons.minutes
    named = [name for lesson in lessons.lessons for name in lesson.exercises]
    assert sorted(named) == sorted(exercise.id for exercise in lessons.exercises)
    assert all(3 <= len(lesson.exercises) <= 5 for lesson in lessons.lessons)


def test_each_lesson_has_all_its_parts_and_looks_back_at_an_earlier_one(lessons: Course) -> None:
    for lesson in lessons.lessons:
        assert [page.id for page in lesson.words] == [section.value for section in Section]
        pages = {page.section: page for page in pages_of(lessons, lesson)}
        assert pages[Section.TRY].questions
        assert pages[Section.RECALL].questions
        assert pages[Section.EXAMPLE].examples
        assert all(faded.covered and faded.given for faded in pages[Section.EXAMPLE].examples)
        assert pages[Section.PRACTISE].exercises
    assert all(lesson.recall for lesson in lessons.lessons[1:])


def test_the_skills_of_a_lesson_are_those_of_its_exercises(lessons: Course) -> None:
    for lesson in lessons.lessons:
        assert set(lesson.skills) == {each.skill for each in lessons.exercises_of(lesson)}


def test_every_sentence_of_the_lessons_has_a_mark(lessons: Course) -> None:
    said = [
        (lesson.id, p) for lesson in lessons.lessons for w in lesson.words for p in paragraphs(w)
    ]
    assert len(said) > 150
    assert not [(name, p.text) for name, p in said if not p.marked]


def test_what_is_made_up_names_no_year_and_every_year_rests_on_a_claim(lessons: Course) -> None:
    for lesson in lessons.lessons:
        for page in lesson.words:
            for paragraph in paragraphs(page):
                if paragraph.voice.value != Voice.HISTORY.value:
                    assert not YEAR.search(paragraph.text), paragraph.text
    for exercise in lessons.exercises:
        assert not YEAR.search(f"{exercise.prompt} {exercise.explain}"), exercise.id


def test_the_examples_are_the_published_vectors_that_they_say_they_are(lessons: Course) -> None:
    vectors = {vector.id: vector for vector in shipped()}
    examples = [example for lesson in lessons.lessons for example in lesson.examples]
    named = [example for example in examples if example.vector]
    assert len(named) >= 7
    for example in named:
        vector = vectors[example.vector]
        assert (example.system, example.text) == (vector.system, vector.plain)
        result = lessons.working(example).result
        assert "".join(result.split()) == "".join(vector.cipher.split())


def test_the_two_sheets_on_depth_fit_each_other_and_the_practice_book(lessons: Course) -> None:
    lesson = lessons.lesson("depth")
    assert lesson is not None
    first, second = map(lessons.working, lesson.examples)
    assert first.result == lesson.examples[1].text
    book = lessons.scenario.teaching.book
    for group, plain in (("4679", "KOREA"), ("6230", "NINE DIVISIONS"), ("6473", "WE AGREE")):
        entry = book.entry_of(group)
        assert entry is not None
        assert entry.plain == plain
    assert second.result == "64737706"


def test_every_line_of_the_book_that_an_exercise_or_lesson_quotes_is_in_the_book(
    lessons: Course,
) -> None:
    book = lessons.scenario.teaching.book
    groups = {g: e.plain for e in book.entries if e.kind is EntryKind.WORD for g in e.groups}
    count = 0
    for exercise in lessons.exercises:
        if not isinstance(exercise.task, BookTask | DepthTask):
            continue
        for first, word, second in re.findall(
            r"\b(?:([0-9]{4}) )?([A-Z]+(?: [A-Z]+)*)\b(?: ([0-9]{4})\b)?", exercise.prompt
        ):
            # A list is by groups or by words; a group between two words belongs to one of them.
            near = [group for group in (first, second) if group]
            if near:
                assert word in [groups.get(group) for group in near], (exercise.id, near, word)
                count += 1
    assert count > 50


def test_a_book_list_in_a_prompt_has_every_entry_that_its_texts_need(lessons: Course) -> None:
    book = lessons.scenario.teaching.book
    groups_of = {entry.plain: entry.groups for entry in book.of_kind(EntryKind.WORD)}
    for name in ("first-group", "first-cipher-group", "group-for-word", "longest-entry",
                 "cut-in-fives", "first-depth"):  # fmt: skip
        exercise = lessons.exercises.named(name)
        assert exercise is not None
        task = exercise.task
        assert isinstance(task, BookTask | DepthTask)
        plains = task.plains if isinstance(task, BookTask) else [t for p in task.pairs for t in p]
        written = [item for plain in plains for item in encode(plain, book).written if item.plain]
        for plain in {item.plain for item in written}:
            groups = "|".join(groups_of[plain])
            assert re.search(rf"(?:{groups}) {plain}\b|\b{plain} (?:{groups})", exercise.prompt), (
                plain
            )


def test_a_covered_line_shows_neither_its_last_cell_nor_the_result(lessons: Course) -> None:
    for lesson in lessons.lessons:
        for example in lesson.examples:
            faded = Faded(example, lessons.working(example))
            shown = list(sheet_lines(faded))
            assert sum(line.endswith(" ?") for line in shown) == example.leave
            assert not any("Result" in line for line in shown)
            for line in faded.covered:
                assert fits(line, f" {line.cells[-1].lower()} ")
                assert not fits(line, f"{line.cells[-1]}0")


# Loading and checking.


def test_the_course_that_ships_is_clean() -> None:
    assert check(resolve_course(ID)).findings == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "said"),
    [
        ("course.toml", '"shift-back"', '"shift-bakc"', "E103", "write 'shift-back'"),
        ("course.toml", 'recall = "first-group"', 'recall = "chain"', "E103", "no exercise of an"),
        ("course.toml", 'start = "first-group"', 'start = "chain"', "E103", "of this lesson"),
        ("course.toml", 'id = "shifts"', 'id = "boards"', "S111", "stands 2 times"),
        ("course.toml", 'scenario = "stalin', 'scenario = "lenin', "S107", "did you mean"),
        ("course.toml", 'system = "caesar"', 'system = "ceasar"', "E103", "caesar"),
        ("course.toml", 'vector = "caesar-03"', 'vector = "caesar-01"', "E103", "published"),
        ("course.toml", "leave = 3", "leave = 99", "S113", "the sheet has 10"),
        ("course.toml", "minutes = 20", "minuets = 20", "", "minuets"),
        ("course.toml", 'id = "shifts"', 'id = "../shifts"', "", "no id"),
        ("shifts.md", "# rule", "# rules", "H118", "write 'rule'"),
        ("shifts.md", "# rule", "# next", "", "twice"),
        ("shifts.md", "# try", "# can-do", "H118", "no such section"),
        ("boards.md", "{e-board-1937}", "{e-board-1936}", "H109", "write 'e-board-1937'"),
        ("boards.md", "into figures. {e-board-1937}", "into figures.", "H119", "no mark"),
        ("exercises.toml", "hints = [", "hint = [", "", "hint"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_course_is_found_where_it_stands(
    folder: Path, name: str, old: str, new: str, code: str, said: str
) -> None:
    spoil(folder, name, old, new)
    found = check(folder).findings
    assert any(
        each.file == name and each.line > 0 and code in each.code and said in str(each)
        for each in found
    ), [str(each) for each in found]


def test_a_lesson_without_words_a_link_and_a_huge_file_are_refused(folder: Path) -> None:
    words = folder / "shifts.md"
    words.rename(folder / "elsewhere.md")
    with pytest.raises(ScenarioError, match=r"shifts\.md"):
        load_course(folder)
    words.symlink_to(folder / "elsewhere.md")
    with pytest.raises(ScenarioError, match=r"shifts\.md"):
        load_course(folder)
    words.unlink()
    words.write_text("x" * 300_000, encoding="utf-8")
    with pytest.raises(ScenarioError, match="larger than"):
        load_course(folder)


def test_a_course_checked_once_is_not_checked_again_until_a_byte_changes(
    folder: Path, tmp_path: Path
) -> None:
    marks = Checked(tmp_path / "marks")
    first = load_course(folder, marks)
    assert marks.has(first.content)
    assert load_course(folder, marks).content == first.content
    spoil(folder, "shifts.md", "{teaching}", "{nothing-known}")
    with pytest.raises(ScenarioError, match="nothing-known"):
        load_course(folder, marks)


def test_a_course_is_practised_like_a_scenario_and_found_by_its_name(lessons: Course) -> None:
    practice = load_practice(resolve_practice(ID))
    assert (practice.id, len(practice.exercises)) == (ID, len(lessons.exercises))
    assert load_practice(resolve_practice("stalin-zhou-3305")).id == "stalin-zhou-3305"
    with pytest.raises(UnknownScenario, match="did you mean 'ten-lessons'"):
        resolve_practice("ten-lesson")


# A learner alone.


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
    assert (standing.begun, standing.read, standing.sits) == (True, True, False)
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
    done = cablesim("learn", "1", "--plain", stdin=typed, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == snapshot
    assert "This lesson: read, 4 of 4 exercises" in done.stdout
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
    assert "lessons: 1 of 10 begun" in told
    assert "exercises: 1 of 46 done" in told
    assert "code book: 1 of 4 done" in told
