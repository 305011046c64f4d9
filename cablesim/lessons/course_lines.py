"""A lesson as plain lines: one fact a line, each begun by who speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cablesim.lessons.course import Faded, LessonPage, Standing
from cablesim.lessons.lines import TEACHING, question_lines, speaker
from cablesim.scenario.course import Course, Lesson
from cablesim.systems.working import WorkedLine
from cablesim.text.visible import visible_line

COVER = "?"


def course_lines(course: Course, standings: Iterable[Standing]) -> Iterator[str]:
    """Yield the lessons of a course with where the learner stands."""
    yield f"{visible_line(course.title)}. About {course.minutes} minutes in all."
    yield visible_line(course.about)
    for number, standing in enumerate(standings, 1):
        lesson = standing.lesson
        yield (
            f"{number}. {lesson.id}: {visible_line(lesson.title)} "
            f"({lesson.minutes} minutes; {', '.join(map(visible_line, lesson.skills))}): "
            f"{standing.words}"
        )


def heading_lines(course: Course, lesson: Lesson) -> Iterator[str]:
    """Yield the heading of a lesson, and that its cipher is made up."""
    number = course.lessons.index(lesson) + 1
    yield (
        f"Lesson {number} of {len(course.lessons)}: {visible_line(lesson.title)}. "
        f"About {lesson.minutes} minutes."
    )
    yield f"{TEACHING}: {visible_line(course.scenario.teaching.banner)}"


def _all_covered(faded: Faded) -> int:
    """Return how many covered lines are uncovered at first: none."""
    del faded
    return 0


def page_lines(page: LessonPage, uncovered: Callable[[Faded], int] = _all_covered) -> Iterator[str]:
    """Yield the words of a section and its sheets, each with so many covered lines uncovered."""
    yield f"{page.title}:"
    for block in page.words:
        yield f"{speaker(block.voice, block.standing)}: {visible_line(block.text)}"
    for faded in page.examples:
        yield from sheet_lines(faded, uncovered(faded))


def sheet_lines(faded: Faded, uncovered: int = 0) -> Iterator[str]:
    """Yield a worked example; the last cell of a covered line is not shown, nor the result."""
    working, example = faded.working, faded.example
    yield f"{TEACHING}: {visible_line(example.title)}. {visible_line(example.says)}".rstrip()
    yield from (f"  Convention: {visible_line(rule)}." for rule in working.conventions)
    for line in (*faded.given, *faded.covered[:uncovered]):
        yield f"  {line_words(faded, line)}{_remark(line)}"
    for line in faded.covered[uncovered:]:
        yield f"  {line_words(faded, line, covered=True)}"
    if not faded.covered[uncovered:]:
        yield f"  Result: {visible_line(working.result)}"


def line_words(faded: Faded, line: WorkedLine, *, covered: bool = False) -> str:
    """Return one line of a sheet: each cell behind the name of its column."""
    cells = (*line.cells[:-1], COVER) if covered else line.cells
    named = zip(faded.working.columns, cells, strict=True)
    shown = ", ".join(f"{name} {visible_line(cell)}" for name, cell in named if cell)
    return f"{line.place}: {shown}"


def _remark(line: WorkedLine) -> str:
    """Return what is said behind a line."""
    return f" ({visible_line(line.remark)})" if line.remark else ""


def whole_lines(course: Course, lesson: Lesson, pages: Iterable[LessonPage]) -> Iterator[str]:
    """Yield a whole lesson to print: questions and exercises without their answers."""
    yield from heading_lines(course, lesson)
    for page in pages:
        yield ""
        yield from page_lines(page)
        for question in page.questions:
            yield from question_lines(question)
        for exercise in page.exercises:
            yield f"Exercise: {visible_line(exercise.name)}"
            yield f"  To do it: cablesim do {course.id} {exercise.id}"
