"""The learner's record: what was done, one event a line, on disk before the screen goes on.

Events are only ever added, and taken out only by the learner's own wish to forget. Where somebody
stands is a fold over them (see `progress` and `attempts`), so closing the window, `kill -9` or a
flat battery loses nothing that was answered. Two windows may write side by side. A page turned is
in the file at once, so no kill loses it, but is forced to the disk a second later (`settle`), or
with the next answer: waiting for the disk took longer than drawing the page.

A record that cannot be written (full or read-only disk) never stops the lesson: what could not be
saved is kept in memory and tried again with the next event, and `trouble` says so in a sentence.
What such a file holds is read all the same.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from cablesim.lessons import recordfile
from cablesim.lessons.entry import Entry, Event, new_identity, now, turn_after
from cablesim.lessons.merging import FORGOTTEN, Scope, kept, merged
from cablesim.lessons.recordfile import NewerRecord, RecordError, transaction


@dataclass(frozen=True, slots=True)
class Merge:
    """What an import did: events that were new, known already, and left out as forgotten."""

    new: int
    known: int
    forgotten: int


@dataclass(frozen=True, slots=True)
class Removal:
    """What was forgotten, the copies removed with it, and what may still hold some of it.

    `aside` names damaged files that were set aside: they are removed only when all is forgotten,
    since they may hold what is nowhere else. `gone` tells that the record itself holds no trace.
    """

    events: tuple[Event, ...]
    files: tuple[Path, ...] = ()
    aside: tuple[Path, ...] = ()
    gone: bool = True


@dataclass(frozen=True, slots=True)
class _Waiting:
    """An entry that is not on disk yet, with its identity and moment."""

    id: str
    at: str
    entry: Entry


class Record:
    """A learner's record in one file, or in memory alone where no file can be used.

    `trouble` is a sentence for the person at the screen while something is not saved, or the empty
    text; `notice` is one to be told once, such as where a damaged file was put. `settled` says that
    everything in the file has been forced to the disk.
    """

    def __init__(
        self,
        path: Path | None,
        clock: Callable[[], str] = now,
        identity: Callable[[], str] = new_identity,
    ) -> None:
        self.path = path
        self.trouble = ""
        self.notice = ""
        self._clock = clock
        self._identity = identity
        self._waiting: list[_Waiting] = []
        self._database: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._refused = False
        self._seen = 0
        self._firm = self.settled = True
        self._open()

    def _open(self) -> None:
        """Open the file; where it cannot be written, read it and say so."""
        if self.path is None or self._refused:
            return
        try:
            self._database, notice = recordfile.opened(self.path)
        except RecordError as error:
            self.trouble = str(error)
            self._refused = isinstance(error, NewerRecord)
            if self._reader is None and not self._refused:
                self._reader = recordfile.opened_for_reading(self.path)
            return
        self.notice = self.notice or notice
        self.trouble = ""
        self._seen = self._version()
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    @property
    def saved(self) -> bool:
        """Everything that was done is on disk."""
        return self._database is not None and not self._waiting

    @property
    def readable(self) -> bool:
        """What was done before can be read; a record in memory has no before."""
        return self.path is None or (self._database or self._reader) is not None

    def is_new(self, beside: str) -> bool:
        """Tell whether nothing was ever done in this file, but perhaps under one name."""
        if self._database is None or self._waiting:
            return False
        return not recordfile.has_beside(self._database, beside)

    def add(self, entry: Entry, *, firm: bool = True) -> None:
        """Add an event and put it on disk before returning; on failure keep it and say so.

        One that is not `firm` is in the file when this returns, and forced to the disk later.
        """
        self._waiting.append(_Waiting(self._identity(), self._clock(), entry))
        self.retry(firm=firm or len(self._waiting) > 1)

    def retry(self, *, firm: bool = True) -> bool:
        """Try again to put on disk what waits; return whether nothing waits any more."""
        if self._database is None:
            self._open()
        if self._database is None or not self._waiting:
            return self.saved
        try:
            self._synchronise(self._database, firm=firm)
            with transaction(self._database):
                events = self._placed(recordfile.last_turn(self._database))
                recordfile.insert(self._database, events)
        except sqlite3.Error as error:
            self.trouble = f"not saved ({error}); kept here and tried again: free space at the file"
            return False
        self._waiting.clear()
        self.trouble = ""
        self.settled = self._firm
        return True

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
            recordfile.synchronise(database, firm=firm)
            self._firm = firm

    def _placed(self, last: int) -> tuple[Event, ...]:
        """Return what waits as events that follow the last turn."""
        events = []
        for waiting in self._waiting:
            last = turn_after(last, waiting.at)
            events.append(Event(waiting.id, last, waiting.at, waiting.entry))
        return tuple(events)

    def of(self, scenario: str) -> tuple[Entry, ...]:
        """Return everything done in one scenario, in order, what waits included."""
        return tuple(event.entry for event in self.events(scenario))

    def events(self, scenario: str | None = None) -> tuple[Event, ...]:
        """Return the events of one scenario or of all, in order, what waits included."""
        saved: tuple[Event, ...] = ()
        database = self._database or self._reader
        if database is not None:
            try:
                saved = recordfile.read(database, scenario)
            except sqlite3.Error as error:
                self.trouble = f"the record could not be read ({error}); nothing in it was changed"
        waiting = self._placed(max((event.turn for event in saved), default=0))
        return saved + tuple(
            event for event in waiting if scenario is None or event.entry.scenario == scenario
        )

    def news(self) -> bool:
        """Tell whether another window has written since this was last asked."""
        before, self._seen = self._seen, self._version()
        return self._seen != before

    def _version(self) -> int:
        """Return SQLite's number of changes by others."""
        if self._database is None:
            return 0
        return int(self._database.execute("PRAGMA data_version").fetchone()[0])

    def merge(self, theirs: Iterable[Event]) -> Merge:
        """Join another record's events to this one, all of them or none.

        Raises MergeConflict where an event was changed, RecordError where nothing can be written.
        """
        database = self._writable()
        try:
            with transaction(database):
                ours = {event.id: event for event in recordfile.read(database)}
                given = {event.id: event for event in theirs}
                union = merged(ours.values(), given.values())
                left = {event.id for event in union}
                recordfile.insert(database, [event for event in union if event.id not in ours])
                lost = [event for event in ours.values() if event.id not in left]
                recordfile.delete(database, lost)
        except sqlite3.Error as error:
            raise RecordError(f"nothing was taken over: the record said {error}") from error
        if lost:
            recordfile.emptied(database)
        new = left - ours.keys()
        gone = given.keys() - left - ours.keys()
        return Merge(len(new), len(given) - len(new) - len(gone), len(gone))

    def forget(self, scope: Scope) -> Removal:
        """Take everything that a scope covers off the record and off the disk.

        Copies of the record in an older format go with it. Raises RecordError where nothing can be
        written.
        """
        database = self._writable()
        try:
            with transaction(database):
                events = recordfile.read(database)
                at = self._clock()
                turn = turn_after(recordfile.last_turn(database), at)
                mark = Event(self._identity(), turn, at, scope.entry)
                left = {event.id for event in kept((*events, mark))}
                lost = tuple(event for event in events if event.id not in left)
                if lost:
                    recordfile.insert(database, [mark])
                    recordfile.delete(database, lost)
        except sqlite3.Error as error:
            raise RecordError(f"nothing was forgotten: the record said {error}") from error
        steps = tuple(event for event in lost if event.entry.kind != FORGOTTEN)
        if not lost or self.path is None:
            return Removal(steps)
        gone = recordfile.emptied(database)
        copies, aside = recordfile.copies(self.path)
        if scope == Scope():
            copies, aside = copies + aside, ()
        for file in copies:
            file.unlink(missing_ok=True)
        return Removal(steps, copies, aside, gone)

    def _writable(self) -> sqlite3.Connection:
        """Return the open file with nothing waiting, or raise RecordError with the trouble."""
        if not self.retry() or self._database is None:
            raise RecordError(self.trouble or "there is no file for the record here")
        return self._database

    def close(self) -> None:
        """Try once more to save what waits, and let go of the file."""
        if self._waiting:
            self.retry()
        self.settle()
        for database in (self._database, self._reader):
            if database is not None:
                database.close()
        self._database = self._reader = None
        self._refused = True
