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
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cablesim.lessons import recordcopies, recordfile, room
from cablesim.lessons import recordrows as rows
from cablesim.lessons.disk import Disk, Way, disk_of
from cablesim.lessons.entry import Entry, Event, new_identity, now, turn_after
from cablesim.lessons.merging import FORGOTTEN, Scope, WouldRemove, joined, kept
from cablesim.lessons.recordfile import NewerRecord, RecordError, TakenRecord, reason
from cablesim.lessons.recordrows import transaction


@dataclass(frozen=True, slots=True)
class Merge:
    """What an import did: events that were new, known already, and left out as forgotten.

    `removed` are steps of ours that the other record forgot, and `copy` what lies of them beside
    the record; `unheeded` counts wishes to forget by a clock that was ahead.
    """

    new: int
    known: int
    forgotten: int
    removed: tuple[Event, ...] = ()
    unheeded: int = 0
    copy: Path | None = None


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
        disk: Callable[[Path], Disk] = disk_of,
    ) -> None:
        self.path = path
        self.trouble = ""
        self.notice = ""
        self._clock = clock
        self._identity = identity
        self._disk_of = disk
        self._logged = True
        self._waiting: list[_Waiting] = []
        self._database: sqlite3.Connection | None = None
        self._reader: sqlite3.Connection | None = None
        self._refused = self._newer = False
        self._file: tuple[int, int] | None = None
        self._row = self._version = 0
        self._unheard: tuple[Event, ...] = ()
        self._events: tuple[Event, ...] = ()
        self._state: tuple[int, int, int] | None = None
        self._firm = self.settled = True
        self._open()

    def _open(self) -> None:
        """Open the file; where it cannot be written, read it and say so."""
        if self.path is None or self._refused:
            return
        disk = self._disk_of(self.path)
        try:
            database, notice = recordfile.opened(self.path, disk)
            with recordfile.told(self.path, database):
                self._row, self._version = rows.last_row(database), rows.version(database)
        except RecordError as error:
            self._cannot(error)
            return
        self._database = database
        self._state = None
        self._logged = disk.way is Way.LOG
        self._firm = True
        self._file = recordfile.identity_of(self.path)
        self.notice = "; ".join(dict.fromkeys(filter(None, (self.notice, notice))))
        self.trouble = ""
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _cannot(self, error: RecordError) -> None:
        """Say that the file cannot be written; read it where that can be done without harm."""
        self.trouble = str(error)
        self._refused = self._newer = isinstance(error, NewerRecord)
        # What another process may be writing at this moment is not read past its lock.
        unread = self._reader is None and not isinstance(error, NewerRecord | TakenRecord)
        if unread and self.path is not None:
            self._reader = recordfile.opened_for_reading(self.path)

    def _look_for_the_file(self) -> None:
        """Let go of a file that lies elsewhere by now: what is written there, nobody would find.

        Another window has set it aside as damaged, say, or it was moved or deleted.
        """
        if self._database is None or self.path is None:
            return
        if recordfile.identity_of(self.path) != self._file:
            self._database.close()
            self._database = None
            self.notice = f"the record was moved or deleted; it goes on in {self.path}"

    @contextmanager
    def _writing(self, database: sqlite3.Connection) -> Iterator[None]:
        """Write everything within or nothing, and note what others have written before.

        Raises NewerRecord where a newer program has renewed the file meanwhile.
        """
        with transaction(database):
            if self.path is not None:
                recordfile.check_format(database, self.path)
            theirs = rows.since(database, self._row)
            yield
            row = rows.last_row(database)
        self._row = row
        self._unheard += theirs

    @property
    def saved(self) -> bool:
        """Everything that was done is on disk."""
        return self._database is not None and not self._waiting

    @property
    def loss(self) -> str:
        """What is lost when the program ends now, or the empty text; memory alone loses nothing."""
        count = len(self._waiting)
        if self.path is None or not count:
            return ""
        steps = "1 step is" if count == 1 else f"{count} steps are"
        cure = "Update cablesim" if self._newer else f"See to the disk of {self.path}"
        return (
            f"{steps} not on disk and will be gone; what was saved before is kept. "
            f"{cure}, then do {'it' if count == 1 else 'them'} again"
        )

    @property
    def readable(self) -> bool:
        """What was done before can be read; a record in memory has no before."""
        return self.path is None or (self._database or self._reader) is not None

    def is_new(self, beside: str) -> bool:
        """Tell whether nothing was ever done in this file, but perhaps under one name."""
        if self._database is None or self._waiting:
            return False
        with suppress(sqlite3.Error):
            return not rows.has_beside(self._database, beside)
        return False

    def add(self, entry: Entry, *, firm: bool = True) -> None:
        """Add an event and put it on disk before returning; on failure keep it and say so.

        One that is not `firm` is in the file when this returns, and forced to the disk later.
        """
        self._waiting.append(_Waiting(self._identity(), self._clock(), entry))
        self.retry(firm=firm or len(self._waiting) > 1)

    def retry(self, *, firm: bool = True) -> bool:
        """Try again to put on disk what waits; return whether nothing waits any more."""
        self._look_for_the_file()
        if self._database is None:
            self._open()
        if self._database is None or not self._waiting:
            return self.saved
        try:
            self._write(self._database, firm=firm)
        except NewerRecord as error:
            self._database.close()
            self._database = None
            self._cannot(error)
            return False
        except sqlite3.Error as error:
            self.trouble = recordfile.unsaved(self.path, error)
            return False
        self._waiting.clear()
        self.trouble = ""
        self.settled = self._firm
        return True

    def _write(self, database: sqlite3.Connection, *, firm: bool) -> None:
        """Put what waits into the file, and keep its log small where there is little room."""
        try:
            self._put(database, firm=firm)
        except sqlite3.Error as error:
            if not recordfile.may_be_full(error):
                raise
            # What the log takes may be the very room that is missing.
            recordfile.fold(database)
            self._put(database, firm=firm)
        if self._logged and self.path is not None and room.is_scarce(self.path):
            recordfile.fold(database)

    def _put(self, database: sqlite3.Connection, *, firm: bool) -> None:
        """Put what waits into the file, all of it or nothing."""
        self._synchronise(database, firm=firm)
        with self._writing(database):
            rows.insert(database, self._placed(rows.last_turn(database)))

    def settle(self) -> None:
        """Force to the disk what is in the file and was not forced yet."""
        if self._database is None or self.settled:
            return
        try:
            _, frames, safe = self._database.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error as error:
            self.trouble = (
                f"not safe on the disk yet ({reason(error)}); tried again with the next step"
            )
        else:
            # Where another window reads, not all is forced to the disk; it is tried again.
            self.settled = frames == safe

    def _synchronise(self, database: sqlite3.Connection, *, firm: bool) -> None:
        """Have the next commit wait for the disk, or not; a file without a log always waits."""
        if firm != self._firm and self._logged:
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
                saved = self._read(database) if scenario is None else rows.read(database, scenario)
            except sqlite3.Error as error:
                self.trouble = f"the record could not be read ({error}); nothing in it was changed"
        if not self._waiting:
            return saved
        waiting = self._placed(max((event.turn for event in saved), default=0))
        return saved + tuple(
            event for event in waiting if scenario is None or event.entry.scenario == scenario
        )

    def _read(self, database: sqlite3.Connection) -> tuple[Event, ...]:
        """Return all events of the file, read anew only where somebody has written meanwhile."""
        state = (id(database), rows.version(database), database.total_changes)
        if self._state != state:
            self._events, self._state = rows.read(database), state
        return self._events

    def news(self) -> tuple[Event, ...]:
        """Return what other windows have written since this was last asked, in that order."""
        if self._database is not None:
            # What cannot be read now is asked for again the next time.
            with suppress(sqlite3.Error):
                version = rows.version(self._database)
                if version != self._version:
                    found = rows.since(self._database, self._row)
                    self._row = rows.last_row(self._database)
                    self._version = version
                    self._unheard += found
        found, self._unheard = self._unheard, ()
        return found

    def merge(self, theirs: Iterable[Event], *, removing: bool = False) -> Merge:
        """Join another record's events to this one, all of them or none.

        Steps of ours that the other record forgot are removed only where that was agreed to, and
        a copy of the record is put beside it first. Raises WouldRemove where it was not,
        MergeConflict where an event was changed, RecordError where nothing can be written.
        """
        database = self._writable()
        copy = None
        try:
            with self._writing(database):
                ours = rows.read(database)
                done = joined(ours, theirs, self._clock())
                if done.lost and not removing:
                    raise WouldRemove(done.lost)
                if done.lost and self.path is not None:
                    copy = recordcopies.kept_beside(self.path, ours)
                rows.insert(database, done.comes)
                rows.delete(database, done.goes)
        except (sqlite3.Error, OSError) as error:
            raise RecordError(f"nothing was taken over: {reason(error)}") from error
        if done.goes:
            recordfile.emptied(database)
        return Merge(len(done.comes), done.known, done.forgotten, done.lost, done.unheeded, copy)

    def forget(self, scope: Scope) -> Removal:
        """Take everything that a scope covers off the record and off the disk.

        Copies of the record in an older format go with it. Raises RecordError where nothing can be
        written.
        """
        database = self._writable()
        try:
            with self._writing(database):
                events = rows.read(database)
                at = self._clock()
                turn = turn_after(rows.last_turn(database), at)
                mark = Event(self._identity(), turn, at, scope.entry)
                left = {event.id for event in kept((*events, mark))}
                lost = tuple(event for event in events if event.id not in left)
                if lost:
                    rows.insert(database, [mark])
                    rows.delete(database, lost)
        except sqlite3.Error as error:
            raise RecordError(f"nothing was forgotten: {reason(error)}") from error
        steps = tuple(event for event in lost if event.entry.kind != FORGOTTEN)
        if not lost or self.path is None:
            return Removal(steps)
        gone = recordfile.emptied(database)
        copies, aside = recordcopies.copies(self.path)
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
