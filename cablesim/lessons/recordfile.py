"""The file of a record: SQLite with a write-ahead log and full synchronisation.

Format 1 had no identities and no turns; such a file is copied beside itself and brought to format
2 in one transaction. A newer format is refused and not touched. A damaged file is set aside under
a dated name, and what can still be read of it is taken over.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from cablesim.errors import CablesimError
from cablesim.lessons.entry import Entry, Event, detail_of, old_identity, turn_after
from cablesim.lessons.files import named

FORMAT = 2
WAIT_SECONDS = 5.0
_TABLE = """
CREATE TABLE event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    turn INTEGER NOT NULL,
    at TEXT NOT NULL,
    scenario TEXT NOT NULL,
    version TEXT NOT NULL,
    kind TEXT NOT NULL,
    detail TEXT NOT NULL
) STRICT
"""
_INDEXES = (
    "CREATE INDEX event_place ON event (turn, id)",
    "CREATE INDEX event_scenario ON event (scenario, turn, id)",
)
_COLUMNS = "id, turn, at, scenario, version, kind, detail"
_OLD_COLUMNS = "seq, at, scenario, version, kind, detail"
_Row = tuple[str, int, str, str, str, str, str]


class RecordError(CablesimError):
    """The record cannot be read or must not be written."""


class NewerRecord(RecordError):  # noqa: N818 - the name says what was found.
    """The record was written by a newer program; it is neither read nor written."""


def opened(path: Path) -> tuple[sqlite3.Connection, str]:
    """Open or make the file for writing; return it with a notice, or the empty text.

    Raises NewerRecord, or RecordError where the file or its folder cannot be used.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _refuse_newer(path)
        return _connected(path), ""
    except sqlite3.OperationalError as error:
        raise RecordError(_unusable(path, error)) from error
    except sqlite3.DatabaseError as error:
        return _set_aside(path, error)
    except OSError as error:
        raise RecordError(_unusable(path, error)) from error


def synchronise(database: sqlite3.Connection, *, firm: bool) -> None:
    """Have the next commits wait for the disk, or not."""
    database.execute(f"PRAGMA synchronous = {'FULL' if firm else 'NORMAL'}")


def opened_for_reading(path: Path) -> sqlite3.Connection | None:
    """Open a file that cannot be written, so that what it holds is not out of reach; or None."""
    for mode in ("mode=ro", "immutable=1"):
        with suppress(sqlite3.Error):
            database = _reader(path, mode)
            if format_of(database) in range(1, FORMAT + 1):
                with suppress(sqlite3.Error):
                    database.execute("SELECT 1 FROM event LIMIT 1").fetchall()
                    return database
            database.close()
    return None


def _reader(path: Path, mode: str) -> sqlite3.Connection:
    """Connect without any right to write."""
    address = f"file:{quote(str(path.absolute()))}?{mode}"
    return sqlite3.connect(address, uri=True, timeout=WAIT_SECONDS, isolation_level=None)


def _unusable(path: Path, error: Exception) -> str:
    """Say that the file cannot be used and what follows."""
    reason = (error.strerror if isinstance(error, OSError) else None) or error
    return (
        f"progress is not saved: {path} cannot be written ({reason}); put that right, or name "
        "another folder in CABLESIM_HOME; it is tried again"
    )


def format_of(database: sqlite3.Connection) -> int:
    """Return the format number of a file; 0 for a new one."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _refuse_newer(path: Path) -> None:
    """Refuse a newer format before anything could touch the file."""
    if not path.exists():
        return
    try:
        with closing(_reader(path, "mode=ro")) as database:
            found = format_of(database)
    except sqlite3.OperationalError:
        return  # It cannot be read that way; opening it in earnest says why.
    _check_format(path, found)


def _check_format(path: Path, found: int) -> None:
    """Refuse a newer format with the reason."""
    if found > FORMAT:
        raise NewerRecord(
            f"progress is not saved: {path} was written by a newer cablesim (record format "
            f"{found}, this program knows {FORMAT}); update cablesim to go on where you were"
        )


def _connected(path: Path) -> sqlite3.Connection:
    """Connect, make the table in a new file, and bring an older one up to date."""
    path.touch(mode=0o600, exist_ok=True)
    database = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        _prepare(database, path)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: sqlite3.Connection, path: Path) -> None:
    """Set the modes and make the format the present one."""
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    if format_of(database) == 1:
        _copy(database, copy_of(path, 1))
    if format_of(database) < FORMAT:
        with transaction(database):
            # Another window may have done it while this one waited for its turn.
            _renew(database, format_of(database))
    _check_format(path, format_of(database))
    _check_sound(database)


def _renew(database: sqlite3.Connection, found: int) -> None:
    """Make the tables, and bring the rows of format 1 along."""
    if found not in {0, 1}:
        return
    old = read(database) if found == 1 else ()
    if found == 1:
        database.execute("DROP TABLE event")
    database.execute(_TABLE)
    for index in _INDEXES:
        database.execute(index)
    insert(database, old)
    database.execute(f"PRAGMA user_version = {FORMAT}")


def copy_of(path: Path, number: int) -> Path:
    """Return where the copy of a record in an older format lies."""
    return path.with_name(f"{path.name}.format-{number}")


def _copy(database: sqlite3.Connection, copy: Path) -> None:
    """Put a whole copy beside the file, or leave nothing half done."""
    if copy.exists():
        return
    unfinished = copy.with_name(f"{copy.name}.{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    try:
        database.execute("VACUUM INTO ?", (str(unfinished),))
        # Another window may have made the copy, and the new format, meanwhile: its copy stands.
        with suppress(FileExistsError):
            named(unfinished, copy)
    finally:
        unfinished.unlink(missing_ok=True)


def _check_sound(database: sqlite3.Connection) -> None:
    """Raise DatabaseError where the file is damaged or is no record."""
    columns = {str(row[1]) for row in database.execute("PRAGMA table_info(event)")}
    if not set(_COLUMNS.split(", ")) <= columns:
        raise sqlite3.DatabaseError("it holds no table of events")
    found = str(database.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise sqlite3.DatabaseError(found.splitlines()[-1])


def _set_aside(path: Path, error: Exception) -> tuple[sqlite3.Connection, str]:
    """Move a damaged file aside, begin a fresh one, and take over what can be read."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    try:
        path.rename(aside)
        for ending in ("-wal", "-shm"):
            log = path.with_name(path.name + ending)
            if log.exists():
                log.rename(aside.with_name(aside.name + ending))
        database = _connected(path)
        saved = _salvaged(aside)
        with transaction(database):
            insert(database, saved)
    except (OSError, sqlite3.Error) as second:
        raise RecordError(_unusable(path, second)) from error
    took = f", {len(saved)} steps could be read and were taken over" if saved else ""
    return database, f"the old record was damaged ({error}); it lies in {aside}{took}"


def copies(path: Path) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Return the copies in older formats that lie beside a record, and what was set aside."""
    older = sorted(path.parent.glob(f"{path.name}.format-*"))
    return tuple(older), tuple(sorted(path.parent.glob(f"{path.name}.damaged-*")))


def _salvaged(path: Path) -> tuple[Event, ...]:
    """Return what can be read of a damaged file, from its start and from its end."""
    found: dict[str, Event] = {}
    for order in ("ASC", "DESC"):
        with suppress(sqlite3.Error, TypeError), closing(_reader(path, "mode=ro")) as database:
            events = _old_events(database) if format_of(database) == 1 else _rows(database, order)
            for event in events:
                found.setdefault(event.id, event)
    return tuple(sorted(found.values(), key=lambda event: event.place))


def _rows(database: sqlite3.Connection, order: str) -> Iterator[Event]:
    """Return the events one by one in the order of the table, past any index."""
    for row in database.execute(
        f"SELECT {_COLUMNS} FROM event NOT INDEXED ORDER BY seq {order}"  # noqa: S608 - ours.
    ):
        yield _event(row)


@contextmanager
def transaction(database: sqlite3.Connection) -> Iterator[None]:
    """Do everything within or nothing; other windows wait meanwhile."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise


def read(database: sqlite3.Connection, scenario: str | None = None) -> tuple[Event, ...]:
    """Return the events of a file of any known format in order, of one scenario or of all."""
    if format_of(database) == 1:
        return tuple(
            event
            for event in _old_events(database)
            if scenario is None or event.entry.scenario == scenario
        )
    rows: Iterable[_Row] = database.execute(
        f"SELECT {_COLUMNS} FROM event "  # noqa: S608 - no word of a user's is in it.
        "WHERE ?1 IS NULL OR scenario = ?1 ORDER BY turn, id",
        (scenario,),
    )
    return tuple(_event(row) for row in rows)


def _event(row: _Row) -> Event:
    """Return the event that a row keeps."""
    identity, turn, at, scenario, version, kind, detail = row
    return Event(identity, turn, at, Entry(scenario, version, kind, detail_of(detail)))


def _old_events(database: sqlite3.Connection) -> Iterator[Event]:
    """Return the rows of format 1 as events; identities and turns follow from them."""
    turn = 0
    for seq, at, scenario, version, kind, detail in database.execute(
        f"SELECT {_OLD_COLUMNS} FROM event ORDER BY seq"  # noqa: S608 - as above.
    ):
        entry = Entry(scenario, version, kind, detail_of(detail))
        turn = turn_after(turn, at)
        yield Event(old_identity(seq, at, entry), turn, at, entry)


def last_turn(database: sqlite3.Connection) -> int:
    """Return the greatest turn in the file, or 0."""
    found = database.execute("SELECT max(turn) FROM event").fetchone()[0]
    return int(found) if found is not None else 0


def has_beside(database: sqlite3.Connection, scenario: str) -> bool:
    """Tell whether a file of the present format has an event of any other scenario."""
    query = "SELECT EXISTS (SELECT 1 FROM event WHERE scenario <> ?)"
    return bool(database.execute(query, (scenario,)).fetchone()[0])


def insert(database: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Add events; one whose identity is there already is left as it is."""
    database.executemany(
        f"INSERT OR IGNORE INTO event ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
        [
            (
                event.id,
                event.turn,
                event.at,
                event.entry.scenario,
                event.entry.version,
                event.entry.kind,
                json.dumps(event.entry.detail),
            )
            for event in events
        ],
    )


def delete(database: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Take events out of the table; `emptied` takes them off the disk."""
    database.executemany("DELETE FROM event WHERE id = ?", [(event.id,) for event in events])


def emptied(database: sqlite3.Connection) -> bool:
    """Write the file anew so that nothing of what was deleted is left in it; tell whether it is so.

    Another window that is reading keeps the log from being emptied; nothing is lost by that.
    """
    try:
        database.execute("VACUUM")
        busy = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except sqlite3.Error:
        return False
    return not busy
