"""The learner's record: what was done, one event a line, on disk before the screen goes on.

Events are only ever added. Where somebody stands is a fold over them (see `walk`), so closing the
window, `kill -9` or a flat battery loses nothing that was answered. The file is SQLite with a
write-ahead log and full synchronisation; two windows may write to it side by side. A page turned
is in the file at once, so no kill loses it, but is forced to the disk a second later (`settle`),
or with the next answer: waiting for the disk took longer than drawing the page.

A record that cannot be written (full or read-only disk) never stops the lesson: what could not be
saved is kept in memory and tried again with the next event, and `trouble` says so in a sentence.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cablesim.errors import CablesimError

FORMAT = 1
WAIT_SECONDS = 5.0
_SCHEMA = """
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    scenario TEXT NOT NULL,
    version TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT
"""


class RecordError(CablesimError):
    """The record cannot be read or must not be written."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a learner did: in which scenario and version, its kind, its detail by name."""

    scenario: str
    version: str
    kind: str
    detail: dict[str, str]


def now() -> str:
    """Return the present moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


class Record:
    """A learner's record in one file, or in memory alone where no file can be used.

    `trouble` is a sentence for the person at the screen while something is not saved, or the empty
    text; `notice` is one to be told once, such as where a damaged file was put. `settled` says that
    everything in the file has been forced to the disk.
    """

    def __init__(self, path: Path | None, clock: Callable[[], str] = now) -> None:
        self.path = path
        self.trouble = ""
        self.notice = ""
        self._clock = clock
        self._waiting: list[tuple[str, Entry]] = []
        self._database: sqlite3.Connection | None = None
        self._firm = True
        self.settled = True
        if path is not None:
            try:
                self._database, self.notice = _opened(path)
            except RecordError as error:
                self.trouble = str(error)

    @property
    def saved(self) -> bool:
        """Everything that was done is on disk."""
        return self._database is not None and not self._waiting

    def add(self, entry: Entry, *, firm: bool = True) -> None:
        """Add an event and put it on disk before returning; on failure keep it and say so.

        One that is not `firm` is in the file when this returns, and forced to the disk later.
        """
        self._waiting.append((self._clock(), entry))
        if self._database is None:
            return
        try:
            self._synchronise(self._database, firm=firm or len(self._waiting) > 1)
            self._write(self._database)
        except sqlite3.Error as error:
            self.trouble = f"not saved ({error}); kept here and tried again: free space at the file"
        else:
            self._waiting.clear()
            self.trouble = ""
            self.settled = self._firm

    def settle(self) -> None:
        """Force to the disk what is in the file and was not forced yet."""
        if self._database is None or self.settled:
            return
        try:
            self._database.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except sqlite3.Error as error:
            self.trouble = f"not safe on the disk yet ({error}); tried again with the next step"
        else:
            self.settled = True

    def _synchronise(self, database: sqlite3.Connection, *, firm: bool) -> None:
        """Have the next commit wait for the disk, or not."""
        if firm != self._firm:
            database.execute(f"PRAGMA synchronous = {'FULL' if firm else 'NORMAL'}")
            self._firm = firm

    def _write(self, database: sqlite3.Connection) -> None:
        """Write everything that waits, all of it or none."""
        try:
            database.execute("BEGIN IMMEDIATE")
            database.executemany(
                "INSERT INTO event (at, scenario, version, kind, detail) VALUES (?, ?, ?, ?, ?)",
                [
                    (at, entry.scenario, entry.version, entry.kind, json.dumps(entry.detail))
                    for at, entry in self._waiting
                ],
            )
            database.execute("COMMIT")
        except sqlite3.Error:
            with suppress(sqlite3.Error):
                database.execute("ROLLBACK")
            raise

    def of(self, scenario: str) -> tuple[Entry, ...]:
        """Return everything done in one scenario, in order, what waits included."""
        saved: tuple[Entry, ...] = ()
        if self._database is not None:
            try:
                rows = self._database.execute(
                    "SELECT scenario, version, kind, detail FROM event WHERE scenario = ? "
                    "ORDER BY seq",
                    (scenario,),
                ).fetchall()
            except sqlite3.Error as error:
                self.trouble = f"the record could not be read ({error}); nothing in it was changed"
                rows = []
            saved = tuple(
                Entry(name, version, kind, _detail(text)) for name, version, kind, text in rows
            )
        return saved + tuple(entry for _, entry in self._waiting if entry.scenario == scenario)

    def close(self) -> None:
        """Let go of the file."""
        self.settle()
        if self._database is not None:
            self._database.close()
            self._database = None


def _detail(text: str) -> dict[str, str]:
    """Read one event's detail; what is no table of texts counts as empty."""
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(name): str(value) for name, value in found.items()}


def _opened(path: Path) -> tuple[sqlite3.Connection, str]:
    """Open or make the file; set a damaged one aside and say so; refuse a newer one."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _connected(path), ""
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise RecordError(_unusable(path, error)) from error
        return _set_aside(path, error)
    except OSError as error:
        raise RecordError(_unusable(path, error)) from error


def _unusable(path: Path, error: Exception) -> str:
    """Say that the file cannot be used and what follows."""
    reason = (error.strerror if isinstance(error, OSError) else None) or error
    return (
        f"progress is not saved: {path} cannot be opened ({reason}); put that right, "
        "or name another folder in CABLESIM_HOME, and start again"
    )


def _connected(path: Path) -> sqlite3.Connection:
    """Connect, make the table in a new file, and check the format."""
    path.touch(mode=0o600, exist_ok=True)
    database = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        _prepare(database, path)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    """Set the modes, check the format, and make the table where there is none."""
    found = int(database.execute("PRAGMA user_version").fetchone()[0])
    if found > FORMAT:
        raise RecordError(
            f"progress is not saved: {path} was written by a newer cablesim (record format "
            f"{found}, this program knows {FORMAT}); update cablesim to go on where you were"
        )
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    if found == FORMAT:
        return
    database.execute("BEGIN IMMEDIATE")
    # Another window may have made the table while this one waited for its turn.
    if int(database.execute("PRAGMA user_version").fetchone()[0]) == 0:
        database.execute(_SCHEMA)
        database.execute(f"PRAGMA user_version = {FORMAT}")
    database.execute("COMMIT")


def _set_aside(path: Path, error: Exception) -> tuple[sqlite3.Connection, str]:
    """Move a damaged file aside under a dated name and begin a fresh one."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    try:
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        notice = f"the old record was damaged ({error}); it lies in {aside}, a fresh one began"
        return _connected(path), notice
    except (OSError, sqlite3.Error) as second:
        raise RecordError(_unusable(path, second)) from error
