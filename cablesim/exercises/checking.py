"""Checking exercises as an author wrote them: what is missing, and 200 variants solved and spoilt.

Everything is told at once, with its place. Variants that come out alike are judged once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.proving import proved
from cablesim.exercises.registry import item
from cablesim.exercises.sources import Sources
from cablesim.exercises.static import Fault, written_faults
from cablesim.scenario.exercise import EXERCISES_FILE, Exercise
from cablesim.scenario.finding import Finding
from cablesim.scenario.locating import Places
from cablesim.scenario.scenario import Scenario

DRAWS = 200


class Written(Protocol):
    """One file as it was written."""

    @property
    def text(self) -> str:
        """The text of the file."""


class Files(Protocol):
    """The files of a scenario as they were written, by name."""

    @property
    def sheets(self) -> Mapping[str, Written]:
        """The TOML files that could be read."""


def check_exercises(scenario: Scenario, files: Files, draws: int = DRAWS) -> list[Finding]:
    """Return everything that is wrong with a scenario's exercises, their shapes left out.

    Those are checked with the shapes of the other files; an exercise of a wrong shape is not here.
    """
    places = Places(files.sheets[EXERCISES_FILE].text)
    sources = Sources(scenario)
    return [
        _finding(exercise, fault, places)
        for exercise in scenario.exercises
        for fault in faults(exercise, sources, draws)
    ]


def faults(exercise: Exercise, sources: Sources, draws: int = DRAWS) -> Iterator[Fault]:
    """Yield what is wrong with one exercise; variants are drawn only where it can be made ready."""
    try:
        ready = item(exercise, sources)
    except ExerciseRefused as error:
        yield from written_faults(exercise, None)
        yield Fault("E103", str(error), key=error.key)
        return
    written = list(written_faults(exercise, ready))
    yield from written
    yield from proved(ready, draws)


def broken(scenario: Scenario) -> dict[str, str]:
    """Return the exercises that cannot be made ready, with the reason; nothing is drawn for it."""
    sources = Sources(scenario)
    found: dict[str, str] = {}
    for exercise in scenario.exercises:
        try:
            item(exercise, sources)
        except ExerciseRefused as error:
            found[exercise.id] = str(error)
    return found


def _finding(exercise: Exercise, fault: Fault, places: Places) -> Finding:
    """Return a fault with its place in the file: at its key, or at the exercise's id."""
    names = fault.key.split(".") if fault.key else ["id"]
    path = ("exercise", exercise.number, *(int(n) if n.isdigit() else n for n in names))
    line, column = places.of(path)
    key = ".".join(map(str, path))
    message = f"{exercise.id}: {fault.message}"
    return Finding(fault.code, EXERCISES_FILE, line, column, key, message, fault.cure)
