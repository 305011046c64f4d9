"""From a folder to a `Scenario`: read, guard, check, build, prove; all mistakes at once.

What is broken in the walk's words, the glossary or the exercises is left out and kept as a fault,
so that the rest opens; anything else that must be mended refuses the scenario.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cablesim.scenario.building import build
from cablesim.scenario.checked import Checked
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.exercise import EXERCISES_FILE, ExerciseSet, ReadExercises
from cablesim.scenario.exercise_reading import read_exercises
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.leaving_out import without_unknown
from cablesim.scenario.longhand import book_in_full, teaching_in_full
from cablesim.scenario.migrating import migrated
from cablesim.scenario.parting import (
    BOOK,
    DOCUMENT_FILE,
    FILES,
    GLOSSARY,
    HISTORY,
    OPTIONAL,
    PARTS,
    SPARE,
    TEACHING,
    WALK_FILE,
    book_of,
    document_of,
    open_scenario,
    parted,
)
from cablesim.scenario.places import HEAD
from cablesim.scenario.reading import Folder
from cablesim.scenario.tables import Tables
from cablesim.scenario.toml import Table, read_toml
from cablesim.scenario.walktext import WalkPage, scan_walk

if TYPE_CHECKING:
    from cablesim.scenario import shapes
    from cablesim.scenario.scenario import Scenario

__all__ = [
    "DOCUMENT_FILE",
    "FILES",
    "OPTIONAL",
    "WALK_FILE",
    "content_hash",
    "exercises_in",
    "load",
    "load_folder",
    "read_scenario",
]
SHAPE_VERSION = "3"


@dataclass(slots=True)
class _Loading:
    """A folder being loaded: texts by file, tables by part, where each part stands, what is wrong.

    `whole` holds the tables of each file as they stand there.
    """

    folder: Folder
    texts: dict[str, str] = field(default_factory=dict)
    whole: dict[str, Table] = field(default_factory=dict)
    data: dict[str, Table] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    pages: tuple[WalkPage, ...] = ()
    findings: list[Finding] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)

    def note(self, part: str, findings: Iterable[Finding]) -> None:
        """Keep what was found in a part, under the name of the file where it stands."""
        home = self.homes.get(part, part)
        for each in findings:
            kept = replace(each, file=home) if each.file == part else each
            spare = part in SPARE or each.severity is not Severity.ERROR
            (self.faults if spare else self.findings).append(kept)

    def demand(self) -> None:
        """Raise what was found, if the scenario cannot be opened with it."""
        if self.findings:
            raise ScenarioError(self.findings)


def load(path: Path, checked: Checked | None = None) -> Scenario:
    """Load a scenario's folder; raise `ScenarioError` with everything that is wrong with it.

    What is wrong with the walk's words, the glossary or the exercises alone is left out and stands
    in `faults`, and so does a notice of an older format.
    """
    folder, findings = open_scenario(path)
    return load_folder(folder, checked, findings)


def read_scenario(path: Path) -> Folder:
    """Return the files of a scenario; raise `ScenarioError` where one that it needs is missing."""
    folder, findings = open_scenario(path)
    needed = [each for each in findings if each.file not in SPARE]
    if needed:
        raise ScenarioError(needed)
    return folder


def load_folder(
    folder: Folder, checked: Checked | None = None, found: Iterable[Finding] = ()
) -> Scenario:
    """Load a scenario from its files as read; `found` is what could not be read."""
    loading = _Loading(folder)
    for each in found:
        loading.note(each.file, [each])
    loading.demand()
    _read(loading)
    sound = checked is not None and checked.has(content_hash(folder))
    if not sound:
        _check_shapes(loading)
    scenario = _built(loading, _tables(loading))
    if EXERCISES_FILE in folder.files:
        scenario = replace(scenario, exercises=exercises_in(folder, sound=sound))
    if not sound:
        _prove(loading, scenario)
        if checked is not None and not loading.faults and not scenario.exercises.findings:
            checked.add(content_hash(folder))
    if not loading.faults:
        return scenario
    return replace(without_unknown(scenario), faults=tuple(loading.faults))


def exercises_in(folder: Folder, *, sound: bool, goes_on: bool = False) -> ExerciseSet:
    """Return the exercises of a folder; what is wrong with them keeps nothing else from opening.

    They are read when they are first asked for; where they were never checked, that is at once.
    `goes_on` reads those that are sound where the rest of the file is not.
    """

    def read() -> ReadExercises:
        """Read the file."""
        try:
            text = folder.text(EXERCISES_FILE)
        except ScenarioError as error:
            return ReadExercises(findings=error.findings)
        return read_exercises(text, sound=sound, goes_on=goes_on)

    return ExerciseSet(read)


def content_hash(folder: Folder) -> str:
    """Return the hash of a folder's content, of the names too, and of the shapes' version."""
    whole = hashlib.sha256(SHAPE_VERSION.encode())
    for name in sorted(folder.files):
        whole.update(f"|{name}|{len(folder.files[name])}|".encode())
        whole.update(folder.files[name])
    return whole.hexdigest()


def _read(loading: _Loading) -> None:
    """Read and parse everything but the exercises; divide the head's file into its parts."""
    _parse(loading, (HEAD, *PARTS))
    loading.demand()
    tops = [loading.whole[name] for name in (HEAD, TEACHING) if name in loading.whole]
    book, document = book_of(tops), document_of(loading.whole[HEAD])
    _parse(loading, (book,))
    skipped = {*loading.texts, document, EXERCISES_FILE}
    for name in loading.folder.files:
        if name not in skipped:
            _text(loading, name)
    loading.pages, broken = scan_walk(loading.texts.get(WALK_FILE, ""), WALK_FILE)
    loading.note(WALK_FILE, broken)
    loading.demand()
    for part in parted(loading.whole[HEAD], loading.whole):
        loading.data[part.name], loading.homes[part.name] = part.data, part.home
    for name in (*PARTS, book):
        if name in loading.whole:
            own = BOOK if name == book else name
            loading.data[own], loading.homes[own] = loading.whole[name], name
    _migrate(loading)


def _text(loading: _Loading, name: str) -> None:
    """Take a file as text; one that is no UTF-8 is told."""
    try:
        loading.texts[name] = loading.folder.text(name)
    except ScenarioError as error:
        loading.note(name, error.findings)


def _parse(loading: _Loading, names: Iterable[str]) -> None:
    """Parse the TOML files of these names that are there."""
    for name in names:
        if name in loading.folder.files:
            _text(loading, name)
        if name in loading.texts:
            try:
                loading.whole[name] = read_toml(loading.texts[name], name)
            except ScenarioError as error:
                loading.note(name, error.findings)


def _migrate(loading: _Loading) -> None:
    """Bring every part to the present format; each older file gives one notice."""
    notices: dict[str, Finding] = {}
    for part, data in loading.data.items():
        loading.data[part], found = migrated(data, loading.homes[part], part)
        notices.update((notice.file, notice) for notice in found)
    loading.faults += notices.values()


def _check_shapes(loading: _Loading) -> None:
    """Check every part against its shape; this is what loads pydantic."""
    from cablesim.scenario.checking import check

    for part in tuple(loading.data):
        found = check(part, loading.data[part], loading.texts[loading.homes[part]], part)
        loading.note(part, found)
        if found and part in SPARE:
            del loading.data[part]
            loading.whole.pop(part, None)
    loading.demand()


def _tables(loading: _Loading) -> Tables:
    """Return the checked data under the types that the checker proved, written out in full."""
    data = loading.data
    head = cast("shapes.ScenarioFile", data[HEAD])
    teaching = teaching_in_full(cast("shapes.TeachingFile", data[TEACHING]), head)
    book = teaching["cipher"].get("book")
    tables = book_in_full(book) if isinstance(book, dict) else data.get(BOOK, {})
    return Tables(
        head,
        cast("shapes.HistoryFile", data[HISTORY]),
        teaching,
        cast("shapes.BookTables", tables),
        cast("shapes.GlossaryFile", data.get(GLOSSARY, {"format": 1, "term": []})),
        {name: text for name, text in loading.texts.items() if not name.endswith(".toml")},
    )


def _built(loading: _Loading, tables: Tables) -> Scenario:
    """Build the values; what a value refuses is told with the file it came from."""
    from cablesim.codes.errors import CodeError
    from cablesim.documents.document import DocumentMismatch
    from cablesim.documents.route import RouteError

    document = document_of(loading.data[HEAD])
    try:
        return build(tables, loading.pages, loading.folder.files[document])
    except CodeError as error:
        part = BOOK if BOOK in loading.data else TEACHING
        loading.note(part, [Finding("C106", part, 1, 1, "", str(error))])
    except RouteError as error:
        loading.note(HISTORY, [Finding("H112", HISTORY, 1, 1, "stage", str(error))])
    except DocumentMismatch as error:
        loading.note(document, [Finding("T109", document, 1, 1, "", str(error))])
    raise ScenarioError(loading.findings)


def _prove(loading: _Loading, scenario: Scenario) -> None:
    """Prove what shapes cannot; what must be mended is raised, all of it at once."""
    from cablesim.scenario.facts import Facts, Sheet
    from cablesim.scenario.proving import prove
    from cablesim.scenario.proving_cipher import prove_cipher

    sheets: dict[str, Sheet] = {}
    for name, data in loading.whole.items():
        parts = [part for part, home in loading.homes.items() if home == name]
        sheets[name] = Sheet(name, loading.texts[name], migrated(data, name, *parts)[0])
    if loading.homes.get(BOOK, BOOK) != BOOK:
        sheets[BOOK] = sheets.pop(loading.homes[BOOK])
    lines = tuple(loading.texts.get(WALK_FILE, "").split("\n"))
    document = loading.folder.files[document_of(loading.data[HEAD])]
    facts = Facts(sheets, document, loading.pages, lines)
    for each in (*prove(facts), *prove_cipher(scenario, facts)):
        if each.severity is Severity.ERROR:
            spare = GLOSSARY if each.key.partition(".")[0] in PARTS[GLOSSARY] else each.file
            loading.note(spare, [each])
    loading.demand()
