"""Checking a course: everything that loading says of it, and its exercises solved and spoilt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cablesim.exercises.checking import check_exercises
from cablesim.scenario.course_loading import load_course
from cablesim.scenario.exercise_reading import EXERCISES_FILE
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.places import COURSE_HEAD
from cablesim.scenario.reading import read_folder


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One file as it was written."""

    text: str


@dataclass(frozen=True, slots=True)
class _Files:
    """The files that the check of exercises looks at."""

    sheets: dict[str, _Sheet]


def is_course(path: Path) -> bool:
    """Tell whether a folder is a course's."""
    return (path / COURSE_HEAD).is_file()


def course_findings(path: Path) -> tuple[Finding, ...]:
    """Return everything that is wrong with a course's folder; nothing is raised."""
    try:
        course = load_course(path)
        text = read_folder(path, (EXERCISES_FILE,)).text(EXERCISES_FILE)
    except ScenarioError as error:
        return error.findings
    files = _Files({EXERCISES_FILE: _Sheet(text)})
    return (*course.exercises.findings, *check_exercises(course.practice, files))
