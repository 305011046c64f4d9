"""Checking a course: everything that loading says of it, and its exercises solved and spoilt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from cablesim.exercises.proofing.checking import check_exercises, check_written
from cablesim.scenario.course_reading import read_course
from cablesim.scenario.exercise import EXERCISES_FILE, ExerciseSet
from cablesim.scenario.exercise_reading import read_exercises
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.places import COURSE_HEAD, course_folders
from cablesim.scenario.reading import read_folder

_WHOSE = re.compile(r'^scenario\s*=\s*"([^"\n]+)"', re.MULTILINE)
_NAMES = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_WORDS = frozenset({".md", ".toml"})


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


def course_findings(path: Path) -> tuple[tuple[Finding, ...], dict[str, str]]:
    """Return everything that is wrong with a course's folder, and its texts by file.

    Nothing is raised, and the head hides nothing: lessons and exercises are looked at in any case,
    only that exercises are drawn where the scenario that the head names is there.
    """
    reading = read_course(path)
    found = [*reading.findings, *reading.exercises.findings]
    if EXERCISES_FILE in reading.texts:
        text = reading.texts[EXERCISES_FILE]
        read = read_exercises(text, sound=False, goes_on=True)
        if reading.scenario is None:
            found += check_written(read.exercises, text)
        else:
            practice = replace(reading.scenario, exercises=ExerciseSet(lambda: read))
            found += check_exercises(practice, _Files({EXERCISES_FILE: _Sheet(text)}))
    return tuple(found), reading.texts


def used_by_courses(scenario: str) -> frozenset[str]:
    """Return the names that the courses which ship take from a scenario: marks, claims, stages."""
    found: set[str] = set()
    for path in course_folders():
        try:
            head = read_folder(path, (COURSE_HEAD,)).text(COURSE_HEAD)
            if _WHOSE.findall(head) == [scenario]:
                names = sorted(each.name for each in path.iterdir() if each.suffix in _WORDS)
                folder = read_folder(path, names)
                found |= {name for each in names for name in _NAMES.findall(folder.text(each))}
        except ScenarioError:
            continue
    return frozenset(found)
