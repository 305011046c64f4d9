"""Copies that lie beside a record: in an older format, set aside, or kept before a removal.

A copy is written under a name that tells which process writes it, and gets its own when it is whole
and on the disk; what a killed process left is cleared away at the next start.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import chain, count
from pathlib import Path

from cablesim.lessons import recordrows as rows
from cablesim.lessons.entry import Event
from cablesim.lessons.files import named
from cablesim.lessons.recordrows import FORMAT, transaction
from cablesim.scenario.private import synced

BESIDE = ("-wal", "-shm", "-journal")


def copy_of(path: Path, number: int) -> Path:
    """Return where the copy of a record in an older format lies."""
    return path.with_name(f"{path.name}.format-{number}")


def copied(database: sqlite3.Connection, copy: Path) -> None:
    """Put a whole copy beside the file, or leave nothing half done."""
    if copy.exists():
        return
    unfinished = _unfinished(copy)
    try:
        database.execute("VACUUM INTO ?", (str(unfinished),))
        # SQLite does not promise to force such a copy to the disk, and the old rows go next.
        synced(unfinished)
        # Another window may have made the copy, and the new format, meanwhile: its copy stands.
        with suppress(FileExistsError):
            named(unfinished, copy)
    finally:
        unfinished.unlink(missing_ok=True)


def free(path: Path, why: str) -> Path:
    """Return a dated name beside a file that no other file has."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    for number in count(1):
        more = f"-{number}" if number > 1 else ""
        aside = path.with_name(f"{path.name}.{why}-{stamp}{more}")
        if not aside.exists():
            return aside
    raise AssertionError("numbers do not end")


def kept_beside(path: Path, events: Iterable[Event]) -> Path:
    """Put a record with the events beside a file, under a dated name, and return where it lies."""
    copy = free(path, "before-import")
    unfinished = _unfinished(copy)
    try:
        database = sqlite3.connect(unfinished, isolation_level=None)
        with closing(database), transaction(database):
            rows.make(database)
            rows.insert(database, events)
            database.execute(f"PRAGMA user_version = {FORMAT}")
        synced(unfinished)
        named(unfinished, copy)
    finally:
        unfinished.unlink(missing_ok=True)
    return copy


def _unfinished(copy: Path) -> Path:
    """Make an empty file for its owner alone, in which a copy is written before it has its name."""
    unfinished = copy.with_name(f"{copy.name}.{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    return unfinished


def copies(path: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the copies in older formats that lie beside a record, and what was set aside."""
    older = sorted(path.parent.glob(f"{path.name}.format-*"))
    aside = (path.parent.glob(f"{path.name}.{why}-*") for why in ("before-import", "damaged"))
    return tuple(older), tuple(sorted(chain.from_iterable(aside)))


def clear_away(path: Path) -> None:
    """Remove copies beside a file whose makers were killed before they had finished."""
    for part in path.parent.glob(f"{path.name}.*.part"):
        maker = part.name.split(".")[-2]
        if maker.isdecimal() and not _is_running(int(maker)):
            for file in (part, *(part.with_name(part.name + ending) for ending in BESIDE)):
                file.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    """Tell whether a process of this computer is running, ours or somebody else's."""
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
