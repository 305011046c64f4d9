"""A course and a lesson as data, with stable keys; no answers are in it."""

from __future__ import annotations

from collections.abc import Iterable

from cablesim.lessons.course import Faded, LessonPage, Standing
from cablesim.lessons.page import Paragraph, Question
from cablesim.scenario.course import Course, Lesson

FORMAT = 1


def course_json(course: Course, standings: Iterable[Standing]) -> dict[str, object]:
    """Return the lessons of a course with where the learner stands."""
    return {
        **_head(course),
        "title": course.title,
        "minutes": course.minutes,
        "lessons": [
            {
                "id": standing.lesson.id,
                "title": standing.lesson.title,
                "minutes": standing.lesson.minutes,
                "skills": list(standing.lesson.skills),
                "exercises": list(standing.lesson.exercises),
                "begun": standing.begun,
                "read": standing.read,
                "done": standing.exercises.done,
                "mastered": standing.mastered,
            }
            for standing in standings
        ],
    }


def lesson_json(course: Course, lesson: Lesson, pages: Iterable[LessonPage]) -> dict[str, object]:
    """Return a lesson section by section."""
    return {
        **_head(course),
        "lesson": lesson.id,
        "title": lesson.title,
        "minutes": lesson.minutes,
        "skills": list(lesson.skills),
        "banner": course.scenario.teaching.banner,
        "sections": [_page(page) for page in pages],
    }


def _head(course: Course) -> dict[str, object]:
    """Return what names a course."""
    return {"format": FORMAT, "course": course.id, "version": course.version}


def _page(page: LessonPage) -> dict[str, object]:
    """Return one section."""
    return {
        "section": page.section.value,
        "title": page.title,
        "words": [_words(block) for block in page.words],
        "examples": [_sheet(faded) for faded in page.examples],
        "questions": [_question(question) for question in page.questions],
        "exercises": [exercise.id for exercise in page.exercises],
    }


def _words(block: Paragraph) -> dict[str, object]:
    """Return one paragraph with who speaks."""
    return {
        "voice": block.voice.value,
        "standing": None if block.standing is None else block.standing.value,
        "claims": list(block.claims),
        "text": block.text,
    }


def _sheet(faded: Faded) -> dict[str, object]:
    """Return a worked example, its covered lines without their last cell."""
    return {
        "title": faded.example.title,
        "says": faded.example.says,
        "system": faded.example.system,
        "vector": faded.example.vector,
        "columns": list(faded.working.columns),
        "lines": [list(line.cells) for line in faded.given]
        + [[*line.cells[:-1], None] for line in faded.covered],
    }


def _question(question: Question) -> dict[str, object]:
    """Return a question and its options."""
    return {
        "id": question.id,
        "prompt": question.prompt,
        "options": [option.text for option in question.options],
    }
