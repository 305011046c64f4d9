"""Proving what the shape of a course cannot: names name something, sentences are marked."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from cablesim.errors import CablesimError
from cablesim.scenario.course import Course, Section
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.locating import Path, Places
from cablesim.scenario.places import COURSE_HEAD
from cablesim.scenario.scenario import Scenario
from cablesim.scenario.walktext import Paragraph, WalkPage
from cablesim.systems.vectors import shipped

_ID = re.compile(r"""^id\s*=\s*["']([^"'\n]*)["']""", re.MULTILINE)


def prove(course: Course, head: str, exercises: str | None) -> list[Finding]:
    """Return everything about a built course that does not hold, its words left out.

    `head` and `exercises` are the texts of its files, None for one that could not be read.
    """
    places = Places(head)
    # An exercise that is broken, and a file that cannot be read, have findings of their own.
    written = None if exercises is None else set(_ID.findall(exercises))
    return [*_lessons(course, places, written), *_examples(course, places)]


def _found(places: Places, code: str, path: Path, message: str, cure: str) -> Finding:
    """Return a finding at a key of the head."""
    key = ".".join(str(part) for part in path)
    return Finding(code, COURSE_HEAD, *places.of(path), key, message, cure)


def _near(name: str, known: Iterable[str], otherwise: str) -> str:
    """Return the nearest known name as a cure, or another one."""
    near = difflib.get_close_matches(name, list(known), n=1)
    return f"write '{near[0]}'" if near else otherwise


def _lessons(course: Course, places: Places, written: set[str] | None) -> Iterator[Finding]:
    """No lesson stands twice; every exercise named is there; a look back looks back."""
    known = {exercise.id for exercise in course.exercises}
    counts = Counter(lesson.id for lesson in course.lessons)
    earlier: set[str] = set()
    for number, lesson in enumerate(course.lessons):
        if counts[lesson.id] > 1:
            message = f"the id '{lesson.id}' stands {counts[lesson.id]} times"
            yield _found(places, "S111", ("lesson", number, "id"), message, "rename one")
        for name in lesson.exercises:
            if written is not None and name not in known | written:
                message = f"there is no exercise '{shortened(name)}'"
                cure = _near(name, known, "add it to exercises.toml, or take it out")
                yield _found(places, "E103", ("lesson", number, "exercises"), message, cure)
        if lesson.start and lesson.start not in lesson.exercises:
            message = f"'{lesson.start}' is no exercise of this lesson"
            cure = _near(lesson.start, lesson.exercises, "name one of its exercises")
            yield _found(places, "E103", ("lesson", number, "start"), message, cure)
        if lesson.recall and lesson.recall not in earlier:
            message = f"'{lesson.recall}' is no exercise of an earlier lesson"
            cure = _near(lesson.recall, earlier, "name one that an earlier lesson has")
            yield _found(places, "E103", ("lesson", number, "recall"), message, cure)
        earlier |= set(lesson.exercises)


def _examples(course: Course, places: Places) -> Iterator[Finding]:
    """Every example can be worked, and is the published vector that it says it is."""
    vectors = {vector.id: vector for vector in shipped()}
    for number, lesson in enumerate(course.lessons):
        for count, example in enumerate(lesson.examples):
            path: Path = ("lesson", number, "example", count)
            try:
                working = course.working(example)
            except CablesimError as error:
                code = "E103" if example.system else "C102"
                yield _found(places, code, path, str(error), "mend the example")
                continue
            if example.leave > len(working.lines):
                message = f"{example.leave} lines are left, and the sheet has {len(working.lines)}"
                yield _found(places, "S113", (*path, "leave"), message, "leave fewer")
            vector = vectors.get(example.vector)
            if example.vector and (
                vector is None
                or vector.system != example.system
                or {_joined(vector.plain), _joined(vector.cipher)}
                != {_joined(example.text), _joined(working.result)}
            ):
                message = f"this is not the published vector '{shortened(example.vector)}'"
                yield _found(places, "E103", (*path, "vector"), message, "take the name out")


def _joined(text: str) -> str:
    """Return a text without blanks, as vectors are compared."""
    return "".join(text.split())


def prove_words(file: str, words: tuple[WalkPage, ...], scenario: Scenario) -> Iterator[Finding]:
    """Yield what does not hold of a lesson's words.

    Sections are sections in their order; every sentence has a mark; marks name claims.
    """
    names = [section.value for section in Section]
    claims = {claim.id for claim in scenario.evidence.claims}
    for page in words:
        line = page.paragraphs[0].line if page.paragraphs else 1
        if page.id not in names:
            cure = _near(page.id, names, f"write one of {', '.join(names)}")
            yield Finding("H118", file, line, 1, page.id, "there is no such section", cure)
        for paragraph in paragraphs(page):
            where = (file, paragraph.line, 1, page.id)
            if not paragraph.marked:
                cure = "end it with {teaching}, {task} or the claims that it rests on"
                yield Finding("H119", *where, "this sentence has no mark", cure)
            for name in paragraph.claims:
                if name not in claims:
                    cure = _near(name, claims, "name a claim, teaching or task")
                    yield Finding("H109", *where, f"there is no claim '{shortened(name)}'", cure)
    order = [names.index(page.id) for page in words if page.id in names]
    if order != sorted(order):
        cure = f"the order is {', '.join(names)}"
        yield Finding("S125", file, 1, 1, "", "the sections stand in another order", cure)


def paragraphs(page: WalkPage) -> Iterator[Paragraph]:
    """Yield the paragraphs of a section, replies and answers of its questions included."""
    yield from page.paragraphs
    for question in page.questions:
        yield question.why
        yield from (option.reply for option in question.options if option.reply)
