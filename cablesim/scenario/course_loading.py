"""From a folder to a `Course`: read, guard, check, build, prove; all mistakes at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cablesim.scenario.checked import Checked
from cablesim.scenario.course import Course, Example, Lesson
from cablesim.scenario.course_proving import prove
from cablesim.scenario.exercise import EXERCISES_FILE, ExerciseSet
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.loading import content_hash, exercises_in, load, read_scenario
from cablesim.scenario.places import COURSE_HEAD, UnknownScenario, resolve
from cablesim.scenario.reading import Folder, read_folder
from cablesim.scenario.toml import read_toml
from cablesim.scenario.walktext import WalkPage, read_walk
from cablesim.systems.system import Way

if TYPE_CHECKING:
    from cablesim.scenario import course_shapes as shapes
    from cablesim.scenario.scenario import Scenario


def words_file(lesson: str) -> str:
    """Return the name of the file with a lesson's words."""
    return f"{lesson}.md"


def load_course(path: Path, checked: Checked | None = None) -> Course:
    """Load a course's folder; raise `ScenarioError` with everything that is wrong with it.

    The scenario that it names has to be one that ships.
    """
    text = read_folder(path, (COURSE_HEAD,)).text(COURSE_HEAD)
    table = read_toml(text, COURSE_HEAD)
    head = cast("shapes.CourseFile", table)
    # The names of the other files stand in the head, so its shape is settled before they are read.
    findings = [] if _marked(path, head, checked) else _shape_findings(text)
    if findings:
        raise ScenarioError(findings)
    folder = read_folder(path, _files(head))
    content = content_hash(folder)
    sound = checked is not None and checked.has(content)
    scenario = _scenario(head, text, checked)
    exercises = exercises_in(folder, sound=sound)
    course = _course(head, scenario, exercises, _words(head, folder))
    if not sound:
        findings = prove(course, {name: folder.text(name) for name in _files(head)})
        if findings:
            raise ScenarioError(findings)
        if checked is not None and not exercises.findings:
            checked.add(content)
    return replace(course, content=content)


def load_practice(path: Path, checked: Checked | None = None) -> Scenario:
    """Load a scenario's folder, or a course's as the scenario that its exercises are drawn from."""
    if (path / COURSE_HEAD).is_file():
        return load_course(path, checked).practice
    return load(path, checked)


def practice_folder(path: Path) -> Folder:
    """Return the files of a scenario, or of a course, of which its exercises are a part."""
    if not (path / COURSE_HEAD).is_file():
        return read_scenario(path)
    head = read_toml(read_folder(path, (COURSE_HEAD,)).text(COURSE_HEAD), COURSE_HEAD)
    return read_folder(path, _files(cast("shapes.CourseFile", head)))


def _marked(path: Path, head: shapes.CourseFile, checked: Checked | None) -> bool:
    """Tell whether these very files were found sound before; whatever is odd about them is no."""
    try:
        return checked is not None and checked.has(content_hash(read_folder(path, _files(head))))
    except (ScenarioError, KeyError, TypeError, AttributeError):
        return False


def _files(head: shapes.CourseFile) -> tuple[str, ...]:
    """Return the names of a course's files."""
    words = dict.fromkeys(words_file(lesson["id"]) for lesson in head["lesson"])
    return (COURSE_HEAD, EXERCISES_FILE, *words)


def _shape_findings(text: str) -> list[Finding]:
    """Check the head against its shape; this is what loads pydantic."""
    from cablesim.scenario.checking import check

    return check(COURSE_HEAD, read_toml(text, COURSE_HEAD), text, COURSE_HEAD)


def _scenario(head: shapes.CourseFile, text: str, checked: Checked | None) -> Scenario:
    """Return the scenario that a course names; it has to be one that ships."""
    from cablesim.scenario.locating import Places

    name = head["scenario"]
    try:
        return load(resolve(name), checked)
    except UnknownScenario as error:
        place = Places(text).of(("scenario",))
        finding = Finding("S107", COURSE_HEAD, *place, "scenario", str(error))
        raise ScenarioError([finding]) from error


def _words(head: shapes.CourseFile, folder: Folder) -> dict[str, tuple[WalkPage, ...]]:
    """Read the words of every lesson; the mistakes of all of them are raised together."""
    found: dict[str, tuple[WalkPage, ...]] = {}
    findings: list[Finding] = []
    for lesson in head["lesson"]:
        name = words_file(lesson["id"])
        try:
            found[lesson["id"]] = read_walk(folder.text(name), name)
        except ScenarioError as error:
            findings += error.findings
    if findings:
        raise ScenarioError(findings)
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
        tuple(_lesson(lesson, words[lesson["id"]]) for lesson in head["lesson"]),
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
