"""Exercises for tests: those that ship, and those of `books.toml`, made ready once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from cablesim.exercises.proofing.checking import check_exercises
from cablesim.exercises.seeds import Seed
from cablesim.exercises.variant import Variant
from cablesim.exercises.workbook import Workbook
from cablesim.scenario.course_loading import load_course
from cablesim.scenario.exercise import EXERCISES_FILE, ExerciseSet
from cablesim.scenario.exercise_reading import read_exercises
from cablesim.scenario.finding import Finding
from cablesim.scenario.loading import load
from cablesim.scenario.places import course_folders, folders
from cablesim.scenario.scenario import Scenario

HERE = Path(__file__).parent
DRAWS = 200


@cache
def shipped() -> dict[str, Workbook]:
    """Return the workbooks of all scenarios and courses that ship and have exercises, by id."""
    courses = (load_course(path).practice for path in course_folders())
    scenarios = (*map(load, folders()), *courses)
    return {each.id: Workbook(each) for each in scenarios if len(each.exercises)}


@cache
def scenario() -> Scenario:
    """Return the first scenario."""
    return load(folders()[0])


def with_exercises(text: str) -> Scenario:
    """Return the first scenario with exercises from a text."""
    return replace(scenario(), exercises=ExerciseSet(lambda: read_exercises(text, sound=False)))


@dataclass(frozen=True)
class Sheet:
    """One file as it was written."""

    text: str


@dataclass(frozen=True)
class Files:
    """The files of a scenario."""

    sheets: dict[str, Sheet]


def checked(text: str, draws: int = DRAWS) -> list[Finding]:
    """Return what the checker says of a file of exercises that is read without a finding."""
    made = with_exercises(text)
    assert not made.exercises.findings, made.exercises.findings
    return check_exercises(made, Files({EXERCISES_FILE: Sheet(text)}), draws)


@cache
def ours() -> Workbook:
    """Return the exercises that only tests do."""
    return Workbook(with_exercises((HERE / "books.toml").read_text(encoding="utf-8")))


@cache
def every() -> tuple[tuple[str, str], ...]:
    """Return (workbook, exercise) for every exercise: shipped ones, then those of the tests."""
    found = [(name, each.id) for name, book in shipped().items() for each in book.exercises]
    return (*found, *(("tests", each.id) for each in ours().exercises))


def book(name: str) -> Workbook:
    """Return a workbook by the name that `every` gives it."""
    return ours() if name == "tests" else shipped()[name]


def drawn(name: str, exercise: str, n: int) -> Variant:
    """Return the n-th variant of a student's exercise."""
    workbook = book(name)
    seed = Seed("class of 2026", workbook.scenario.id, exercise, "anna tarn", n)
    return workbook.item(exercise).draw(seed.stream())
