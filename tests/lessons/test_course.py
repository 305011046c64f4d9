"""The course of ten lessons is whole, marked and worked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cablesim.codes.codebook import EntryKind
from cablesim.codes.encoding import encode
from cablesim.lessons.course import Faded, fits, pages_of
from cablesim.lessons.course_lines import sheet_lines
from cablesim.lessons.page import Voice
from cablesim.scenario.course import Section
from cablesim.scenario.course_proving import paragraphs
from cablesim.scenario.exercise import BookTask, DepthTask
from cablesim.systems.vectors import shipped

if TYPE_CHECKING:
    from cablesim.scenario.course import Course


YEAR = re.compile(r"\b1[89][0-9]{2}\b")


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
