"""A course's folder read: whatever can be read is, and all that is wrong with it stands together.

A slip in the head hides nothing of the lessons' words or of the exercises, as far as they can be
looked at without it: the scenario and the names of the lessons have to be readable there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cablesim.scenario.checked import Checked
from cablesim.scenario.course import Course, Example, Lesson
from cablesim.scenario.course_proving import prove, prove_words
from cablesim.scenario.exercise import EXERCISES_FILE, ExerciseSet
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.loading import content_hash, exercises_in, load
from cablesim.scenario.places import COURSE_HEAD, UnknownScenario, resolve
from cablesim.scenario.reading import Folder, open_folder
from cablesim.scenario.toml import Table, read_toml, read_whole
from cablesim.scenario.walktext import WalkPage, scan_walk
from cablesim.systems.system import Way

if TYPE_CHECKING:
    from cablesim.scenario import course_shapes as shapes
    from cablesim.scenario.locating import Places
    from cablesim.scenario.scenario import Scenario

MOST_LESSONS = 40
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


@dataclass(slots=True)
class CourseReading:
    """What was read of a course: texts by file, what is wrong, and as much of it as holds.

    `course` is None where the head does not hold. `sound` says that these very files were found
    sound before, so that nothing had to be proved. What is wrong with exercises stands with them.
    """

    texts: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    exercises: ExerciseSet = field(default_factory=ExerciseSet)
    scenario: Scenario | None = None
    course: Course | None = None
    sound: bool = False

    @property
    def practice(self) -> Scenario | None:
        """The scenario with the exercises of the course; None where the scenario is not there."""
        if self.course is not None:
            return self.course.practice
        return self.scenario and replace(self.scenario, exercises=self.exercises)


@dataclass(frozen=True, slots=True)
class _Head:
    """The head as far as it could be read, with the places of its keys if a scan found them."""

    table: Table | None = None
    places: Places | None = None

    @property
    def lessons(self) -> tuple[str, ...]:
        """The ids of the lessons that can name a file, whatever else is wrong with them."""
        rows = (self.table or {}).get("lesson")
        tables = rows if isinstance(rows, list) else []
        found = (row.get("id") for row in tables if isinstance(row, dict))
        names = (name for name in found if isinstance(name, str) and _ID.fullmatch(name))
        return tuple(dict.fromkeys(names))[:MOST_LESSONS]


def words_file(lesson: str) -> str:
    """Return the name of the file with a lesson's words."""
    return f"{lesson}.md"


def read_course(path: Path, checked: Checked | None = None) -> CourseReading:
    """Read a course's folder; nothing is raised, and what is wrong stands in the findings."""
    reading = CourseReading()
    head = _head(reading, path)
    files = (COURSE_HEAD, *map(words_file, head.lessons), EXERCISES_FILE)
    folder = _opened(reading, path, files)
    content = content_hash(folder)
    reading.sound = not reading.findings and checked is not None and checked.has(content)
    misshapen = [] if reading.sound else _misshapen(reading, head)
    reading.findings += misshapen
    reading.scenario = _scenario(reading, head, misshapen, checked)
    words = _words(reading, head)
    if EXERCISES_FILE in folder.files:
        reading.exercises = exercises_in(folder, sound=reading.sound)
    if head.table is not None and reading.scenario is not None and not misshapen:
        table = cast("shapes.CourseFile", head.table)
        course = _course(table, reading.scenario, reading.exercises, words)
        reading.course = replace(course, content=content)
        if not reading.sound:
            texts = reading.texts
            reading.findings += prove(course, texts[COURSE_HEAD], texts.get(EXERCISES_FILE))
    return reading


def _head(reading: CourseReading, path: Path) -> _Head:
    """Read the head; one that is no TOML yet is read as it was meant."""
    text = _opened(reading, path, (COURSE_HEAD,)).files.get(COURSE_HEAD)
    if text is None or COURSE_HEAD not in reading.texts:
        return _Head()
    try:
        return _Head(read_toml(reading.texts[COURSE_HEAD], COURSE_HEAD))
    except ScenarioError:
        from cablesim.scenario.checking import shape_of

        found = read_whole(reading.texts[COURSE_HEAD], COURSE_HEAD, shape_of(COURSE_HEAD))
        reading.findings += found.findings
        return _Head(found.data, found.places)


def _opened(reading: CourseReading, path: Path, files: Iterable[str]) -> Folder:
    """Open files of the folder and take them as texts; what was told before is not told again."""
    folder, findings = open_folder(path, files)
    for name in folder.files:
        try:
            reading.texts[name] = folder.text(name)
        except ScenarioError as error:
            findings += error.findings
    reading.findings += [each for each in findings if each not in reading.findings]
    return folder


def _misshapen(reading: CourseReading, head: _Head) -> list[Finding]:
    """Check the head against its shape; this is what loads pydantic."""
    from cablesim.scenario.checking import check

    if head.table is None:
        return []
    return check(COURSE_HEAD, head.table, reading.texts[COURSE_HEAD], COURSE_HEAD, head.places)


def _scenario(
    reading: CourseReading, head: _Head, misshapen: Iterable[Finding], checked: Checked | None
) -> Scenario | None:
    """Return the scenario that a course names; it has to be one that ships."""
    name = (head.table or {}).get("scenario")
    if not isinstance(name, str) or any(each.key == "scenario" for each in misshapen):
        return None
    try:
        return load(resolve(name), checked)
    except UnknownScenario as error:
        from cablesim.scenario.locating import Places

        place = Places(reading.texts[COURSE_HEAD]).of(("scenario",))
        cure = "mend this first: the words and the exercises are held against the scenario"
        found = Finding("S107", COURSE_HEAD, *place, "scenario", str(error), cure)
        reading.findings.append(found)
    except ScenarioError as error:
        reading.findings += error.findings
    return None


def _words(reading: CourseReading, head: _Head) -> dict[str, tuple[WalkPage, ...]]:
    """Read the words of every lesson that has them, and prove them against the scenario."""
    found: dict[str, tuple[WalkPage, ...]] = {}
    for lesson in head.lessons:
        file = words_file(lesson)
        if file in reading.texts:
            found[lesson], findings = scan_walk(reading.texts[file], file)
            reading.findings += findings
            if reading.scenario is not None and not reading.sound:
                reading.findings += prove_words(file, found[lesson], reading.scenario)
    return found


def _course(
    head: shapes.CourseFile,
    scenario: Scenario,
    exercises: ExerciseSet,
    words: dict[str, tuple[WalkPage, ...]],
) -> Course:
    """Build the course."""
    if "banner" in head:
        scenario = replace(scenario, teaching=replace(scenario.teaching, banner=head["banner"]))
    return Course(
        head["id"],
        head["version"],
        head["title"],
        head["lang"],
        head["minutes"],
        tuple(head["authors"]),
        head["licence"],
        " ".join(head.get("about", "").split()),
        scenario,
        tuple(_lesson(lesson, words.get(lesson["id"], ())) for lesson in head["lesson"]),
        exercises,
    )


def _lesson(shape: shapes.LessonShape, words: tuple[WalkPage, ...]) -> Lesson:
    """Build one lesson."""
    return Lesson(
        shape["id"],
        shape["title"],
        shape["minutes"],
        tuple(shape["skills"]),
        tuple(shape["exercises"]),
        shape.get("start", ""),
        shape.get("recall", ""),
        tuple(map(_example, shape.get("example", ()))),
        words,
    )


def _example(shape: shapes.ExampleShape) -> Example:
    """Build one worked example."""
    return Example(
        shape["title"],
        shape.get("system", ""),
        Way(shape.get("way", "encipher")),
        shape["text"],
        shape.get("parameters", {}),
        shape.get("leave", 0),
        shape.get("vector", ""),
        shape.get("says", ""),
    )
