"""Older formats of a scenario's files, brought to the present one.

Each step leads from one format to the next and is a list of renamed keys, so that it can be done
twice over: here on the data as it is read, and by line edits in the file itself, which keep
remarks and order. A file says its format; a newer one than the program knows is refused.

Format 0 is the form before the first release: parties stood in `[[person]]`, the head's language
under `language`, and a claim's standing under `level`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from cablesim.scenario.finding import Finding
from cablesim.scenario.toml import Table

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Rename:
    """One key with a new name: the file, the tables on the way (lists are gone through), the key.

    An empty `table` is the top of the file; there a table's own name is a key like any other.
    """

    file: str
    table: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Migration:
    """The step from one format to the next."""

    older: int
    renames: tuple[Rename, ...]

    def of(self, file: str) -> tuple[Rename, ...]:
        """Return the renames in one file."""
        return tuple(rename for rename in self.renames if rename.file == file)


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        0,
        (
            Rename("scenario.toml", (), "person", "party"),
            Rename("scenario.toml", (), "language", "lang"),
            Rename("history.toml", ("claim",), "level", "standing"),
        ),
    ),
)


def steps_from(found: object) -> tuple[Migration, ...]:
    """Return the steps that bring a format to the present one; none where it is no older format."""
    if not isinstance(found, int) or isinstance(found, bool) or found >= FORMAT:
        return ()
    steps = tuple(step for step in MIGRATIONS if step.older >= found)
    return steps if steps and steps[0].older == found else ()


def migrated(data: Table, file: str, *parts: str) -> tuple[Table, tuple[Finding, ...]]:
    """Return the tables of some parts in the present format, and a notice where they were older.

    `file` is the one in which they stand; `parts` name the files that they belong to, none for that
    one. The data that came in is left as it was.
    """
    steps = steps_from(data.get("format"))
    if not steps:
        return data, ()
    renames = (each for step in steps for part in parts or (file,) for each in step.of(part))
    for rename in renames:
        data = _renamed(data, rename.table, rename.old, rename.new)
    message = f"this file has the older format {steps[0].older}; it is read as format {FORMAT}"
    cure = "rewrite it with: cablesim migrate"
    notice = Finding("S115", file, 1, 1, "format", message, cure)
    return {**data, "format": FORMAT}, (notice,)


def _renamed(data: Table, table: tuple[str, ...], old: str, new: str) -> Table:
    """Return data with one key renamed, its place kept; a new name that is taken is left alone."""
    if not table:
        taken = new in data
        return {new if key == old and not taken else key: value for key, value in data.items()}
    below = data.get(table[0])
    if isinstance(below, list):
        changed: object = [
            _renamed(cast("Table", each), table[1:], old, new) if isinstance(each, dict) else each
            for each in below
        ]
    elif isinstance(below, dict):
        changed = _renamed(below, table[1:], old, new)
    else:
        return data
    return {**data, table[0]: changed}
