"""Reading `exercises.toml`: what is broken is left out and marked, and the rest is kept."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from cablesim.scenario.exercise import EXERCISES_FILE, Exercise, Marking, ReadExercises
from cablesim.scenario.exercise_building import build_exercise, build_marking
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.toml import Table, read_toml

if TYPE_CHECKING:
    from cablesim.scenario import exercise_shapes as shapes

# The code of a file that a later program has written.
NEWER = "S114"
_OF_EXERCISE = re.compile(r"exercise\.(\d+)(?:\.|$)")


def read_exercises(text: str, *, sound: bool, goes_on: bool = False) -> ReadExercises:
    """Return the exercises of a file; `sound` says that its shape was checked before.

    Nothing is raised: what is wrong stands in the findings. A file that cannot be read at all, or
    whose marking is broken, has no exercises. `goes_on` gives them all the same, with the usual
    marking, for somebody who checks the file: one of a later format alone is left alone.
    """
    try:
        table = read_toml(text, EXERCISES_FILE)
    except ScenarioError as error:
        return ReadExercises(findings=error.findings)
    findings = [] if sound else _shape_findings(table, text)
    numbers = [_number(finding) for finding in findings]
    newer = any(finding.code == NEWER for finding in findings)
    if None in numbers and (newer or not goes_on or not isinstance(table.get("exercise"), list)):
        return ReadExercises(findings=tuple(findings))
    shape = cast("shapes.ExercisesFile", table)
    tables = cast("list[Table]", shape["exercise"])
    wrong = {*numbers, *(_misshapen(table) if findings else ())}
    made_up = shape.get("made_up", False) is True
    exercises = [
        build_exercise(each, number, made_up=made_up)
        for number, each in enumerate(tables)
        if number not in wrong
    ]
    kept, twice = _once(exercises, text)
    whole = "marking" in shape and None not in numbers
    marking = build_marking(shape["marking"]) if whole else Marking()
    return ReadExercises(marking, kept, (*findings, *twice))


def _number(finding: Finding) -> int | None:
    """Return the number of the exercise that a finding is about, or None for the whole file."""
    found = _OF_EXERCISE.match(finding.key)
    return int(found[1]) if found else None


def _shape_findings(table: Table, text: str) -> list[Finding]:
    """Check a file against its shape; this is what loads pydantic."""
    from cablesim.scenario.checking import check

    return check(EXERCISES_FILE, table, text, EXERCISES_FILE)


def _misshapen(table: Table) -> frozenset[int]:
    """Return the numbers of the exercises of a wrong shape, those that were not told too."""
    from cablesim.scenario.checking import misshapen

    return misshapen(EXERCISES_FILE, table, "exercise")


def _once(exercises: list[Exercise], text: str) -> tuple[tuple[Exercise, ...], list[Finding]]:
    """Return the exercises whose id has not stood before, and a finding for each other one."""
    from cablesim.scenario.locating import Places

    seen: set[str] = set()
    kept: list[Exercise] = []
    twice: list[Finding] = []
    for exercise in exercises:
        if exercise.id not in seen:
            seen.add(exercise.id)
            kept.append(exercise)
            continue
        place = Places(text).of(("exercise", exercise.number, "id"))
        message = f"the id '{exercise.id}' stands twice"
        key = f"exercise.{exercise.number}.id"
        cure = "give one of them another id"
        twice.append(Finding("S111", EXERCISES_FILE, *place, key, message, cure))
    return tuple(kept), twice
