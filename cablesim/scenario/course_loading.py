"""From a folder to a `Course`: read, guard, check, build, prove; all mistakes at once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from cablesim.scenario.checked import Checked
from cablesim.scenario.course import Course
from cablesim.scenario.course_reading import read_course, words_file
from cablesim.scenario.exercise import EXERCISES_FILE
from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.loading import load, read_scenario
from cablesim.scenario.places import COURSE_HEAD
from cablesim.scenario.reading import Folder, read_folder
from cablesim.scenario.toml import read_toml

if TYPE_CHECKING:
    from cablesim.scenario import course_shapes as shapes
    from cablesim.scenario.scenario import Scenario


def load_course(path: Path, checked: Checked | None = None) -> Course:
    """Load a course's folder; raise `ScenarioError` with everything that is wrong with it.

    The scenario that it names has to be one that ships. Exercises that are broken are left out.
    """
    reading = read_course(path, checked)
    if reading.findings or reading.course is None:
        raise ScenarioError(reading.findings)
    if checked is not None and not reading.sound and not reading.exercises.findings:
        checked.add(reading.course.content)
    return reading.course


def load_practice(path: Path, checked: Checked | None = None) -> Scenario:
    """Load a scenario's folder, or a course's as the scenario that its exercises are drawn from."""
    if (path / COURSE_HEAD).is_file():
        return load_course(path, checked).practice
    return load(path, checked)


def practice_folder(path: Path) -> Folder:
    """Return the files of a scenario, or of a course, of which its exercises are a part."""
    if not (path / COURSE_HEAD).is_file():
        return read_scenario(path)
    table = read_toml(read_folder(path, (COURSE_HEAD,)).text(COURSE_HEAD), COURSE_HEAD)
    head = cast("shapes.CourseFile", table)
    words = (words_file(lesson["id"]) for lesson in head["lesson"])
    return read_folder(path, (COURSE_HEAD, EXERCISES_FILE, *dict.fromkeys(words)))
