"""The rows of a record's file: how events stand in the table, in the present format and the first.

Row numbers only ever grow, also where rows are taken out, so what was written since a moment can
be found by them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress

from cablesim.lessons.entry import Entry, Event, detail_of, old_identity, turn_after

FORMAT = 2
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
COLUMNS = "id, turn, at, scenario, version, kind, detail"
_OLD_COLUMNS = "seq, at, scenario, version, kind, detail"
_Row = tuple[str, int, str, str, str, str, str]


def format_of(database: sqlite3.Connection) -> int:
    """Return the format number of a file; 0 for a new one."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def make(database: sqlite3.Connection) -> None:
    """Make the table of events and its indexes."""
    database.execute(_TABLE)
    for index in _INDEXES:
        database.execute(index)


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
            event for event in old(database) if scenario is None or event.entry.scenario == scenario
        )
    # Two questions rather than one with an "or", for which no index would be used.
    which, given = ("", ()) if scenario is None else ("WHERE scenario = ?", (scenario,))
    rows: Iterable[_Row] = database.execute(
        f"SELECT {COLUMNS} FROM event {which} ORDER BY turn, id",  # noqa: S608 - ours.
        given,
    )
    return tuple(_event(row) for row in rows)


def _event(row: _Row) -> Event:
    """Return the event that a row keeps."""
    identity, turn, at, scenario, version, kind, detail = row
    return Event(identity, turn, at, Entry(scenario, version, kind, detail_of(detail)))


def old(database: sqlite3.Connection) -> Iterator[Event]:
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


def version(database: sqlite3.Connection) -> int:
    """Return a number that changes whenever another connection has written to the file."""
    return int(database.execute("PRAGMA data_version").fetchone()[0])


def last_row(database: sqlite3.Connection) -> int:
    """Return the number of the row that was written last, taken out since or not; 0 for none."""
    found = database.execute("SELECT seq FROM sqlite_sequence WHERE name = 'event'").fetchone()
    return int(found[0]) if found is not None else 0


def since(database: sqlite3.Connection, row: int) -> tuple[Event, ...]:
    """Return the events that were written after a row, in the order of writing."""
    found: Iterable[_Row] = database.execute(
        f"SELECT {COLUMNS} FROM event WHERE seq > ? ORDER BY seq",  # noqa: S608 - ours.
        (row,),
    )
    return tuple(_event(each) for each in found)


def has_beside(database: sqlite3.Connection, scenario: str) -> bool:
    """Tell whether a file of the present format has an event of any other scenario."""
    query = "SELECT EXISTS (SELECT 1 FROM event WHERE scenario <> ?)"
    return bool(database.execute(query, (scenario,)).fetchone()[0])


def insert(database: sqlite3.Connection, events: Iterable[Event]) -> None:
    """Add events; one whose identity is there already is left as it is."""
    database.executemany(
        f"INSERT OR IGNORE INTO event ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608
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


def each(database: sqlite3.Connection, order: str) -> Iterator[Event]:
    """Return the events one by one in the order of the table, past any index."""
    for row in database.execute(
        f"SELECT {COLUMNS} FROM event NOT INDEXED ORDER BY seq {order}"  # noqa: S608 - ours.
    ):
        yield _event(row)
