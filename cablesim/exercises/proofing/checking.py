"""Checking exercises as an author wrote them: what is missing, and 200 variants solved and spoilt.

Everything is told at once, with its place. Variants that come out alike are judged once. Of a large
file fewer are drawn (see `shares`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.fault import Fault
from cablesim.exercises.proofing.proving import Proof, proved
from cablesim.exercises.proofing.shares import DRAWS, Share
from cablesim.exercises.proofing.static import written_faults
from cablesim.exercises.proofing.unknown import refusals
from cablesim.exercises.registry import item
from cablesim.exercises.sources import Sources
from cablesim.scenario.exercise import EXERCISES_FILE, Exercise
from cablesim.scenario.finding import Finding
from cablesim.scenario.locating import Places
from cablesim.scenario.scenario import Scenario


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
    In a large file each exercise gets its share of the draws, and a notice says how many.
    """
    places = Places(files.sheets[EXERCISES_FILE].text)
    sources = Sources(scenario)
    share = Share.of(len(scenario.exercises), draws)
    found = [*_days(scenario, places)]
    fewer: list[int] = []
    for exercise in scenario.exercises:
        proof = _proof(exercise, sources, share)
        found += [_finding(exercise, fault, places) for fault in proof.faults]
        # Where all draws come out alike there was nothing more to see.
        if proof.draws < draws and proof.distinct > 1:
            fewer.append(proof.draws)
    return [*found, *_told(fewer, draws)]


def check_written(exercises: Iterable[Exercise], text: str) -> list[Finding]:
    """Return what can be said of exercises where their scenario cannot be opened yet."""
    places = Places(text)
    return [
        _finding(exercise, fault, places)
        for exercise in exercises
        for fault in written_faults(exercise, None)
    ]


def _days(scenario: Scenario, places: Places) -> Iterator[Finding]:
    """Say that the days of review do not grow."""
    days = scenario.exercises.marking.review
    if list(days) != sorted(set(days)):
        path = ("marking", "review")
        message = "the days of review do not grow: an item comes back later each time"
        cure = f"write review = {sorted(set(days))}"
        yield Finding("E109", EXERCISES_FILE, *places.of(path), "marking.review", message, cure)


def faults(exercise: Exercise, sources: Sources, draws: int = DRAWS) -> tuple[Fault, ...]:
    """Return what is wrong with one exercise; nothing is drawn where it cannot be made ready."""
    return _proof(exercise, sources, Share(most=draws)).faults


def _proof(exercise: Exercise, sources: Sources, share: Share) -> Proof:
    """Return what is wrong with one exercise, as written and as drawn."""
    scenario = sources.scenario
    try:
        ready = item(exercise, sources)
    except ExerciseRefused as error:
        refused = refusals(exercise, sources, error)
        return Proof((*written_faults(exercise, None, scenario), *refused), share.most, 0)
    written = tuple(written_faults(exercise, ready, scenario))
    if any(fault.bars for fault in written):
        return Proof(written, share.most, 0)
    proof = proved(ready, share)
    return replace(proof, faults=(*written, *proof.faults))


def _told(fewer: list[int], draws: int) -> Iterator[Finding]:
    """Say of how many exercises fewer variants were looked at, and how many."""
    if fewer:
        least, most = min(fewer), max(fewer)
        count = f"{least}" if least == most else f"{least} to {most}"
        many = f"{len(fewer)} exercise{'s' * (len(fewer) != 1)}"
        message = f"of {many} {count} variants each were looked at: a large file gets fewer"
        message += f" than {draws}"
        cure = "to have all of them looked at, check a hundred exercises at a time"
        yield Finding("V107", EXERCISES_FILE, 1, 1, "", message, cure)


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
