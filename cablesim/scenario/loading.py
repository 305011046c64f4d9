"""From a folder to a `Scenario`: read, guard, check, build, prove; all mistakes at once.

Only the head and the document must be there. The other tables stand in files of their own, or, in
a small scenario, in the head's file; then what is said of them names that file. What is broken in
the walk's words or in the glossary is left out and kept as a fault, so that the rest opens.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cablesim.scenario.building import build
from cablesim.scenario.checked import Checked
from cablesim.scenario.finding import Finding, ScenarioError, Severity
from cablesim.scenario.leaving_out import without_unknown
from cablesim.scenario.longhand import book_in_full, teaching_in_full
from cablesim.scenario.migrating import migrated
from cablesim.scenario.places import HEAD
from cablesim.scenario.proving import prove
from cablesim.scenario.proving_forms import at_short_clock, prove_forms
from cablesim.scenario.reading import Folder, read_folder
from cablesim.scenario.tables import Tables
from cablesim.scenario.toml import Table, read_toml
from cablesim.scenario.walktext import WalkPage, sound_pages

if TYPE_CHECKING:
    from cablesim.scenario import shapes
    from cablesim.scenario.scenario import Scenario

SHAPE_VERSION = "2"
WALK_FILE = "walk.md"
DOCUMENT_FILE = "document.txt"
HISTORY, TEACHING, BOOK, GLOSSARY = (
    "history.toml",
    "teaching.toml",
    "codebook.toml",
    "glossary.toml",
)
# The tables of each part; where the part has no file of its own, they stand in the head's file.
PARTS: dict[str, tuple[str, ...]] = {
    HISTORY: ("claim", "stage"),
    TEACHING: ("banner", "text", "cipher", "pad", "closing", "simulated", "contrast"),
    GLOSSARY: ("term",),
}
SPARE = frozenset({GLOSSARY, WALK_FILE})


@dataclass(slots=True)
class _Loading:
    """A folder being loaded: texts and data by part, where each part stands, what is wrong.

    `texts` and `homes` are by the name of the part's own file; a part without a file is at home in
    the head's. What is found in a spare part is a fault, and so is a warning; an error anywhere
    else refuses the scenario.
    """

    path: Path
    files: dict[str, bytes] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    data: dict[str, Table] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)

    def note(self, part: str, findings: tuple[Finding, ...] | list[Finding]) -> None:
        """Keep what was found in a part, under the name of the file where it stands."""
        home = self.homes.get(part, part)
        for each in findings:
            spare = part in SPARE or each.severity is not Severity.ERROR
            kept = replace(each, file=home) if each.file == part else each
            (self.faults if spare else self.findings).append(kept)

    def demand(self) -> None:
        """Raise what was found, if the scenario cannot be opened with it."""
        if self.findings:
            raise ScenarioError(self.findings)

    def drop(self, part: str) -> None:
        """Leave a part out."""
        self.data.pop(part, None)
        self.texts.pop(part, None)


def load(path: Path, checked: Checked | None = None) -> Scenario:
    """Load a scenario's folder; raise `ScenarioError` with everything that is wrong with it.

    What is wrong with the walk's words or the glossary alone is left out and stands in `faults`.
    """
    loading = _Loading(path)
    document = _read(loading)
    content = content_hash(Folder(path, loading.files))
    sound = checked is not None and checked.has(content)
    if not sound:
        _check_shapes(loading)
    tables = _tables(loading)
    pages, broken = sound_pages(loading.texts.get(WALK_FILE, ""), WALK_FILE)
    loading.note(WALK_FILE, broken)
    scenario = _built(loading, tables, pages, document)
    if not sound:
        _prove(loading, scenario, tables)
        if checked is not None and not loading.faults:
            checked.add(content)
    if not loading.faults:
        return scenario
    return replace(without_unknown(scenario), faults=tuple(loading.faults))


def content_hash(folder: Folder) -> str:
    """Return the hash of a folder's content, of the names too, and of the shapes' version."""
    whole = hashlib.sha256(SHAPE_VERSION.encode())
    for name in sorted(folder.files):
        whole.update(f"|{name}|{len(folder.files[name])}|".encode())
        whole.update(folder.files[name])
    return whole.hexdigest()


def _read(loading: _Loading) -> str:
    """Read and parse every file; return the name of the document's."""
    _open(loading, (HEAD,), tuple(name for name in (*PARTS, WALK_FILE)))
    _parse(loading, (HEAD, *PARTS))
    document = _word(loading.data.get(HEAD, {}).get("source"), "file") or DOCUMENT_FILE
    named = _named_files(loading.data.get(TEACHING, loading.data.get(HEAD, {})))
    usual = () if BOOK in named else (BOOK,)
    _open(loading, (document, *named), usual)
    loading.demand()
    _split(loading)
    for name in (*(name for name in named if name.endswith(".toml")), *usual):
        if name in loading.texts:
            loading.texts[BOOK], loading.homes[BOOK] = loading.texts[name], name
            _parse(loading, (BOOK,))
    _migrate(loading)
    loading.demand()
    return document


def _open(loading: _Loading, wanted: tuple[str, ...], optional: tuple[str, ...]) -> None:
    """Read files of the folder as text; a spare part that cannot be read is left out."""
    try:
        folder = read_folder(loading.path, wanted, optional)
    except ScenarioError as error:
        spare = tuple(each for each in error.findings if each.file in SPARE)
        if len(spare) < len(error.findings):
            raise
        loading.faults += spare
        left = {each.file for each in spare}
        folder = read_folder(loading.path, wanted, [name for name in optional if name not in left])
    loading.files.update(folder.files)
    for name in folder.files:
        if name == DOCUMENT_FILE or (name in wanted and HEAD not in wanted and "." not in name):
            continue
        try:
            loading.texts[name] = folder.text(name)
        except ScenarioError as error:
            loading.note(name, error.findings)


def _parse(loading: _Loading, parts: tuple[str, ...]) -> None:
    """Parse the TOML texts of some parts."""
    for part in parts:
        if part not in loading.texts:
            continue
        try:
            loading.data[part] = read_toml(loading.texts[part], part)
        except ScenarioError as error:
            loading.note(part, error.findings)
            loading.texts.pop(part)


def _word(table: object, key: str) -> str:
    """Return a text of a table that was not checked yet, or nothing."""
    value = table.get(key) if isinstance(table, dict) else None
    return value if isinstance(value, str) else ""


def _named_files(teaching: Table) -> tuple[str, ...]:
    """Return the files that the cipher names: its book and the files of its groups."""
    ciphers = teaching.get("cipher")
    cipher = ciphers[0] if isinstance(ciphers, list) and ciphers else {}
    variant = cipher.get("variant") if isinstance(cipher, dict) else None
    names = (_word(cipher, "book"), _word(cipher, "groups_file"), _word(variant, "groups_file"))
    return tuple(dict.fromkeys(filter(None, names)))


def _split(loading: _Loading) -> None:
    """Give each part without a file of its own its tables out of the head's file."""
    head = dict(loading.data[HEAD])
    for part, keys in PARTS.items():
        if part in loading.data:
            continue
        own = {key: head.pop(key) for key in keys if key in head}
        if own or part not in SPARE:
            loading.data[part] = {"format": head.get("format"), **own}
            loading.texts[part], loading.homes[part] = loading.texts[HEAD], HEAD
    loading.data[HEAD] = head


def _migrate(loading: _Loading) -> None:
    """Bring every part to the present format; each older file gives one notice."""
    notices: dict[str, Finding] = {}
    for part, data in loading.data.items():
        loading.data[part], found = migrated(data, part, loading.homes.get(part, part))
        notices.update((notice.file, notice) for notice in found)
    loading.faults += notices.values()


def _check_shapes(loading: _Loading) -> None:
    """Check every part against its shape; this is what loads pydantic."""
    from cablesim.scenario.checking import check

    for part in tuple(loading.data):
        found = check(part, loading.data[part], loading.texts[part], part)
        loading.note(part, found)
        if found and part in SPARE:
            loading.drop(part)
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


def _built(
    loading: _Loading, tables: Tables, walk: tuple[WalkPage, ...], document: str
) -> Scenario:
    """Build the values; what a value refuses is told with the file it came from."""
    from cablesim.codes.errors import CodeError
    from cablesim.documents.document import DocumentMismatch
    from cablesim.documents.route import RouteError

    try:
        return build(tables, walk, loading.files[document])
    except CodeError as error:
        part = BOOK if BOOK in loading.data else TEACHING
        loading.note(part, [Finding("S000", part, 1, 1, "", str(error))])
    except RouteError as error:
        loading.note(HISTORY, [Finding("S000", HISTORY, 1, 1, "stage", str(error))])
    except DocumentMismatch as error:
        loading.note(document, [Finding("S000", document, 1, 1, "", str(error))])
    raise ScenarioError(loading.findings)


def _prove(loading: _Loading, scenario: Scenario, tables: Tables) -> None:
    """Prove what shapes cannot; what concerns a spare part is a fault."""
    texts = {**dict.fromkeys((*PARTS, WALK_FILE), ""), **loading.texts}
    short = tuple(leg.stage for leg in scenario.teaching.legs)
    found = [*prove(scenario, tables, texts), *prove_forms(scenario, texts)]
    if "leg" not in cast("Table", loading.data[TEACHING].get("simulated", {"leg": []})):
        found = [at_short_clock(each, short, texts[TEACHING]) for each in found]
    for each in found:
        loading.note(each.file, [each])
    loading.demand()
