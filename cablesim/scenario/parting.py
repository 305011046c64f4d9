"""Which tables stand in which file: each part in a file of its own, or in the head's.

Only the head and the document must be there. A part without a file has its tables in the head's
file; what is said of them then names that file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from cablesim.scenario.exercise import EXERCISES_FILE
from cablesim.scenario.finding import Finding, ScenarioError
from cablesim.scenario.places import HEAD
from cablesim.scenario.reading import Folder, open_folder
from cablesim.scenario.toml import Table, read_toml

WALK_FILE = "walk.md"
DOCUMENT_FILE = "document.txt"
HISTORY = "history.toml"
TEACHING = "teaching.toml"
BOOK = "codebook.toml"
GLOSSARY = "glossary.toml"
FILES = (HEAD, DOCUMENT_FILE)
OPTIONAL = (HISTORY, TEACHING, BOOK, GLOSSARY, WALK_FILE, EXERCISES_FILE)
# The tables of each part that may stand in the head's file.
PARTS: dict[str, tuple[str, ...]] = {
    HISTORY: ("claim", "stage"),
    TEACHING: ("banner", "text", "cipher", "pad", "closing", "simulated", "contrast"),
    GLOSSARY: ("term",),
}
# What a walk can do without: broken, it is left out, and the rest opens.
SPARE = frozenset({GLOSSARY, WALK_FILE, EXERCISES_FILE})


@dataclass(frozen=True, slots=True)
class Part:
    """The tables of one part: the name of its own file, the file where they stand, the tables."""

    name: str
    home: str
    data: Table


def parted(head: Table, present: Collection[str]) -> Iterator[Part]:
    """Yield the head without what belongs elsewhere, and each part that stands in the head's file.

    `present` are the parts that have files of their own. A part that must be there is yielded even
    if none of its tables is.
    """
    rest = dict(head)
    found: list[Part] = []
    for name, keys in PARTS.items():
        if name in present:
            continue
        own = {key: rest.pop(key) for key in keys if key in rest}
        if own or name not in SPARE:
            found.append(Part(name, HEAD, {"format": head.get("format"), **own}))
    yield Part(HEAD, HEAD, rest)
    yield from found


def open_scenario(path: Path) -> tuple[Folder, list[Finding]]:
    """Read the files of a scenario, those that it names included; tell what cannot be read."""
    folder, findings = open_folder(path, (HEAD,), OPTIONAL)
    tables = tops_of(folder)
    named = (document_of(tables[0]) if tables else DOCUMENT_FILE, *named_files(tables))
    more, others = open_folder(path, [name for name in named if name not in folder.files])
    known = {finding.file for finding in findings}
    findings += [each for each in others if each.file not in known]
    return Folder(path, {**folder.files, **more.files}), findings


def _tables(folder: Folder, name: str) -> Table:
    """Return the tables of a file, or none where it cannot be read as it stands."""
    try:
        return read_toml(folder.text(name), name)
    except ScenarioError:
        return {}


def tops_of(folder: Folder) -> list[Table]:
    """Return the tables of the head and of the teaching side, as far as they can be read."""
    return [_tables(folder, name) for name in (HEAD, TEACHING) if name in folder.files]


def document_of(head: Table) -> str:
    """Return the name of the document's file."""
    return _word(head.get("source"), "file") or DOCUMENT_FILE


def book_of(tables: list[Table]) -> str:
    """Return the name of the file of the code book, as the cipher gives it."""
    return next((_word(cipher, "book") for cipher in _ciphers(tables)), "") or BOOK


def named_files(tables: list[Table]) -> tuple[str, ...]:
    """Return the files that the cipher names: its book and the files of its groups."""
    names = [
        name
        for cipher in _ciphers(tables)
        for name in (
            _word(cipher, "book"),
            _word(cipher, "groups_file"),
            _word(cipher.get("variant"), "groups_file"),
        )
    ]
    return tuple(dict.fromkeys(filter(None, names)))


def _ciphers(tables: list[Table]) -> Iterator[Table]:
    """Yield the ciphers of tables that were not checked yet."""
    for table in tables:
        ciphers = table.get("cipher")
        for cipher in ciphers if isinstance(ciphers, list) else ():
            if isinstance(cipher, dict):
                yield cipher


def _word(table: object, key: str) -> str:
    """Return a text of a table that was not checked yet, or nothing."""
    value = table.get(key) if isinstance(table, dict) else None
    return value if isinstance(value, str) else ""
