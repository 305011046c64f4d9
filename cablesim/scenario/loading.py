"""From a folder to a `Scenario`: read, guard, check, build, prove; all mistakes at once."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cablesim.scenario.building import build
from cablesim.scenario.checked import Checked
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.exercise import ExerciseSet, ReadExercises
from cablesim.scenario.exercise_reading import EXERCISES_FILE, read_exercises
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.reading import Folder, read_folder
from cablesim.scenario.tables import Tables
from cablesim.scenario.toml import Table, read_toml
from cablesim.scenario.walktext import WalkPage, read_walk

if TYPE_CHECKING:
    from cablesim.scenario import shapes
    from cablesim.scenario.scenario import Scenario

SHAPE_VERSION = "2"
TOML_FILES = ("scenario.toml", "history.toml", "teaching.toml", "codebook.toml", "glossary.toml")
WALK_FILE = "walk.md"
DOCUMENT_FILE = "document.txt"
FILES = (*TOML_FILES, WALK_FILE, DOCUMENT_FILE)
OPTIONAL = (EXERCISES_FILE,)


def load(path: Path, checked: Checked | None = None) -> Scenario:
    """Load a scenario's folder; raise `ScenarioError` with everything that is wrong with it."""
    return load_folder(read_folder(path, FILES, OPTIONAL), checked)


def load_folder(folder: Folder, checked: Checked | None = None) -> Scenario:
    """Load a scenario from its files as read."""
    content = content_hash(folder)
    texts = {name: folder.text(name) for name in (*TOML_FILES, WALK_FILE)}
    data = _parsed(texts)
    sound = checked is not None and checked.has(content)
    if not sound:
        _check_shapes(data, texts)
    tables = _shaped(data)
    walk = read_walk(texts[WALK_FILE], WALK_FILE)
    scenario = _built(tables, walk, folder)
    if EXERCISES_FILE in folder.files:
        scenario = replace(scenario, exercises=exercises_in(folder, sound=sound))
    if not sound:
        _prove(data, texts, walk, folder)
        if checked is not None and not scenario.exercises.findings:
            checked.add(content)
    return scenario


def _prove(
    data: dict[str, Table], texts: dict[str, str], walk: tuple[WalkPage, ...], folder: Folder
) -> None:
    """Prove what shapes cannot; what must be mended is raised, all of it at once."""
    from cablesim.scenario.facts import Facts, Sheet
    from cablesim.scenario.proving import prove

    sheets = {name: Sheet(name, texts[name], data[name]) for name in data}
    lines = tuple(texts[WALK_FILE].split("\n"))
    facts = Facts(sheets, folder.files[DOCUMENT_FILE], walk, lines)
    findings = [each for each in prove(facts) if each.severity is Severity.ERROR]
    if findings:
        raise ScenarioError(findings)


def exercises_in(folder: Folder, *, sound: bool) -> ExerciseSet:
    """Return the exercises of a folder; what is wrong with them keeps nothing else from opening.

    They are read when they are first asked for; where they were never checked, that is at once.
    """

    def read() -> ReadExercises:
        """Read the file."""
        try:
            text = folder.text(EXERCISES_FILE)
        except ScenarioError as error:
            return ReadExercises(findings=error.findings)
        return read_exercises(text, sound=sound)

    return ExerciseSet(read)


def content_hash(folder: Folder) -> str:
    """Return the hash of a folder's content, of the names too, and of the shapes' version."""
    whole = hashlib.sha256(SHAPE_VERSION.encode())
    for name in sorted(folder.files):
        whole.update(f"|{name}|{len(folder.files[name])}|".encode())
        whole.update(folder.files[name])
    return whole.hexdigest()


def _parsed(texts: dict[str, str]) -> dict[str, Table]:
    """Parse every TOML file; the mistakes of all of them are raised together."""
    data: dict[str, Table] = {}
    findings: list[Finding] = []
    for name in TOML_FILES:
        try:
            data[name] = read_toml(texts[name], name)
        except ScenarioError as error:
            findings += error.findings
    if findings:
        raise ScenarioError(findings)
    return data


def _check_shapes(data: dict[str, Table], texts: dict[str, str]) -> None:
    """Check every file against its shape; this is what loads pydantic."""
    from cablesim.scenario.checking import check

    findings = [p for name in TOML_FILES for p in check(name, data[name], texts[name], name)]
    if findings:
        raise ScenarioError(findings)


def _shaped(data: dict[str, Table]) -> Tables:
    """Return the checked data under the types that the checker proved."""
    return Tables(
        cast("shapes.ScenarioFile", data["scenario.toml"]),
        cast("shapes.HistoryFile", data["history.toml"]),
        cast("shapes.TeachingFile", data["teaching.toml"]),
        cast("shapes.BookFile", data["codebook.toml"]),
        cast("shapes.GlossaryFile", data["glossary.toml"]),
    )


def _built(tables: Tables, walk: tuple[WalkPage, ...], folder: Folder) -> Scenario:
    """Build the values; what a value refuses is told with the file it came from."""
    from cablesim.codes.errors import CodeError
    from cablesim.documents.document import DocumentMismatch
    from cablesim.documents.route import RouteError

    try:
        return build(tables, walk, folder.files[DOCUMENT_FILE])
    except CodeError as error:
        raise ScenarioError([Finding("C106", "codebook.toml", 1, 1, "", str(error))]) from error
    except RouteError as error:
        raise ScenarioError([Finding("H112", "history.toml", 1, 1, "stage", str(error))]) from error
    except DocumentMismatch as error:
        raise ScenarioError([Finding("T109", DOCUMENT_FILE, 1, 1, "", str(error))]) from error
