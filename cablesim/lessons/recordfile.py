"""The file of a record: SQLite, written as the file system that it lies on allows (see `disk`).

Format 1 had no identities and no turns; such a file is copied beside itself and brought to format
2 in one transaction. A newer format is refused and not touched. A damaged file is set aside under
a dated name, and what can still be read of it is taken over.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from cablesim.errors import CablesimError
from cablesim.lessons import recordrows as rows
from cablesim.lessons.disk import WAIT_SECONDS, Disk, Way, adapt
from cablesim.lessons.entry import Event
from cablesim.lessons.recordcopies import BESIDE, clear_away, copied, copy_of, free
from cablesim.lessons.recordrows import FORMAT, format_of, transaction
from cablesim.lessons.room import is_full
from cablesim.scenario.private import make_folder

SMALL_LOG = 16 * 1024
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class RecordError(CablesimError):
    """The record cannot be read or must not be written."""


class NewerRecord(RecordError):  # noqa: N818 - the name says what was found.
    """The record was written by a newer program; it is neither read nor written."""


class TakenRecord(RecordError):  # noqa: N818 - the name says what happened.
    """Another process holds the record, and where it lies only one can."""


class Connection(sqlite3.Connection):
    """A connection that is closed when it is dropped; from 3.13 on Python warns where none is."""

    def __del__(self) -> None:
        """Close it, as far as this thread may."""
        with suppress(sqlite3.Error):
            self.close()


def opened(path: Path, disk: Disk) -> tuple[sqlite3.Connection, str]:
    """Open or make the file for writing; return it with a notice, or the empty text.

    Raises NewerRecord, TakenRecord, or RecordError where the file or its folder cannot be used.
    """
    before = None
    try:
        make_folder(path.parent)
        if path.is_symlink():
            raise RecordError(_unusable(path, "it is a symbolic link, and none is followed"))
        before = identity_of(path)
        if before is not None and not path.is_file():
            raise RecordError(_unusable(path, "it is no file"))
        _refuse_newer(path, disk)
        return _connected(path, disk)
    except sqlite3.OperationalError as error:
        if disk.way is Way.ALONE and is_busy(error):
            raise TakenRecord(_taken(path, disk)) from error
        raise RecordError(_unusable(path, _why(path, error))) from error
    except sqlite3.DatabaseError as error:
        if identity_of(path) != before:
            # Another window has set it aside meanwhile; what lies there now is the fresh one.
            return opened(path, disk)
        return _set_aside(path, disk, error)
    except OSError as error:
        raise RecordError(_unusable(path, _why(path, error))) from error


@contextmanager
def told(path: Path, database: sqlite3.Connection) -> Iterator[None]:
    """Let go of a file whose first look into it fails, and raise RecordError with the reason."""
    try:
        yield
    except sqlite3.Error as error:
        database.close()
        raise RecordError(_unusable(path, _why(path, error))) from error


def identity_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from every other, whatever its name; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_busy(error: sqlite3.Error) -> bool:
    """Tell whether another window was in the way for too long."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY


def reason(error: Exception) -> str:
    """Say why a file could not be used, in words that a learner can do something with."""
    if isinstance(error, sqlite3.Error) and is_busy(error):
        return "another window has been busy with it for too long"
    return str((error.strerror if isinstance(error, OSError) else None) or error)


def _why(path: Path, error: Exception) -> str:
    """Say why a file could not be used; SQLite often calls a full disk a fault of it."""
    blamed = isinstance(error, sqlite3.Error) and may_be_full(error)
    return "its disk is full" if blamed and is_full(path) else reason(error)


def synchronise(database: sqlite3.Connection, *, firm: bool) -> None:
    """Have the next commits to a file with a log wait for the disk, or not."""
    database.execute(f"PRAGMA synchronous = {'FULL' if firm else 'NORMAL'}")


def opened_for_reading(path: Path) -> sqlite3.Connection | None:
    """Open a file that cannot be written, so that what it holds is not out of reach; or None."""
    if path.is_symlink() or not path.is_file():
        return None
    for mode in ("mode=ro", "immutable=1"):
        with suppress(sqlite3.Error):
            database = _reader(path, mode)
            if format_of(database) in range(1, FORMAT + 1):
                with suppress(sqlite3.Error):
                    database.execute("SELECT 1 FROM event LIMIT 1").fetchall()
                    return database
            database.close()
    return None


def _reader(path: Path, mode: str, wait: float = WAIT_SECONDS) -> sqlite3.Connection:
    """Connect without any right to write."""
    address = f"file:{quote(str(path.absolute()))}?{mode}"
    return sqlite3.connect(
        address, uri=True, timeout=wait, isolation_level=None, factory=Connection
    )


def _unusable(path: Path, why: str) -> str:
    """Say that the file cannot be used and what follows."""
    return (
        f"progress is not saved: {path} cannot be written ({why}); put that right, or name "
        "another folder in CABLESIM_HOME; it is tried again"
    )


def unsaved(path: Path | None, error: sqlite3.Error) -> str:
    """Say that a step could not be written and what follows."""
    cure = "free space on the disk of" if may_be_full(error) else "see to"
    why = reason(error) if path is None else _why(path, error)
    return f"not saved ({why}); kept here and tried again: {cure} {path}"


def may_be_full(error: sqlite3.Error) -> bool:
    """Tell whether a disk may be full; a quota that is used up looks like any fault of a disk."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
    }


def fold(database: sqlite3.Connection) -> None:
    """Bring what stands in the log into the file itself, as far as nobody is reading."""
    with suppress(sqlite3.Error):
        database.execute(f"PRAGMA journal_size_limit = {SMALL_LOG}")
        database.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _taken(path: Path, disk: Disk) -> str:
    """Say that another process has the file and what follows."""
    return (
        f"progress is not saved: another cablesim has {path} open, and on a network file system "
        f"({disk.kind}) only one can; leave the other; it is tried again"
    )


def _refuse_newer(path: Path, disk: Disk) -> None:
    """Refuse a newer format before anything could touch the file."""
    if not path.exists():
        return
    try:
        with closing(_reader(path, _untouched(path), disk.wait)) as database:
            check_format(database, path)
    except sqlite3.OperationalError as error:
        if disk.way is Way.ALONE and is_busy(error):
            raise
        # Otherwise it cannot be read that way; opening it in earnest says why.


def _untouched(path: Path) -> str:
    """Return the mode that reads a file and makes none beside it, where it stands for itself."""
    beside = (path.with_name(path.name + ending) for ending in ("-wal", "-journal"))
    whole = not any(log.exists() and log.stat().st_size for log in beside)
    return "immutable=1" if whole else "mode=ro"


def check_format(database: sqlite3.Connection, path: Path) -> None:
    """Refuse a newer format with the reason."""
    found = format_of(database)
    if found > FORMAT:
        raise NewerRecord(
            f"progress is not saved: {path} was written by a newer cablesim (record format "
            f"{found}, this program knows {FORMAT}); update cablesim to go on where you were"
        )


def _connected(path: Path, disk: Disk) -> tuple[sqlite3.Connection, str]:
    """Connect, make the table in a new file, and bring an older one up to date."""
    path.touch(mode=0o600, exist_ok=True)
    for file in (path, *(path.with_name(path.name + ending) for ending in BESIDE)):
        _keep_private(file)
    database = sqlite3.connect(path, timeout=disk.wait, isolation_level=None, factory=Connection)
    try:
        return database, _prepare(database, path, disk)
    except BaseException:
        database.close()
        raise


def _keep_private(file: Path) -> None:
    """Take from others what rights they have to a file that was copied here, say."""
    with suppress(OSError):
        mode = file.stat().st_mode & 0o777
        if mode & 0o077:
            file.chmod(mode & 0o700)


def _prepare(database: sqlite3.Connection, path: Path, disk: Disk) -> str:
    """Set the modes and make the format the present one; return what is to be told."""
    check_format(database, path)
    if format_of(database) == FORMAT:
        # Before anything is written, so that a damaged file is set aside as it was found.
        _check_sound(database)
    known = adapt(database, disk.way)
    if format_of(database) == 1:
        copied(database, copy_of(path, 1))
    if format_of(database) < FORMAT:
        with transaction(database):
            # Another window may have done it while this one waited for its turn.
            _renew(database, format_of(database))
        check_format(database, path)
        _check_sound(database)
    clear_away(path)
    return "" if known else disk.notice


def _renew(database: sqlite3.Connection, found: int) -> None:
    """Make the tables, and bring the rows of format 1 along."""
    if found not in {0, 1}:
        return
    old = rows.read(database) if found == 1 else ()
    if found == 1:
        database.execute("DROP TABLE event")
    rows.make(database)
    rows.insert(database, old)
    database.execute(f"PRAGMA user_version = {FORMAT}")


def _check_sound(database: sqlite3.Connection) -> None:
    """Raise DatabaseError where the file is damaged or is no record."""
    columns = {str(row[1]) for row in database.execute("PRAGMA table_info(event)")}
    if not set(rows.COLUMNS.split(", ")) <= columns:
        raise sqlite3.DatabaseError("it holds no table of events")
    found = str(database.execute("PRAGMA quick_check(1)").fetchone()[0])
    if found != "ok":
        raise sqlite3.DatabaseError(found.splitlines()[-1])


def _set_aside(path: Path, disk: Disk, error: Exception) -> tuple[sqlite3.Connection, str]:
    """Move a damaged file aside, begin a fresh one, and take over what can be read."""
    aside = free(path, "damaged")
    try:
        path.rename(aside)
        for ending in BESIDE:
            log = path.with_name(path.name + ending)
            if log.exists():
                log.rename(aside.with_name(aside.name + ending))
        database, notice = _connected(path, disk)
        saved = _salvaged(aside)
        with transaction(database):
            rows.insert(database, saved)
    except (OSError, sqlite3.Error) as second:
        raise RecordError(_unusable(path, reason(second))) from error
    took = f", {len(saved)} steps could be read and were taken over" if saved else ""
    damage = f"the old record was damaged ({error}); it lies in {aside}{took}"
    return database, "; ".join(filter(None, (damage, notice)))


def _salvaged(path: Path) -> tuple[Event, ...]:
    """Return what can be read of a damaged file, from its start and from its end."""
    found: dict[str, Event] = {}
    for order in ("ASC", "DESC"):
        with suppress(sqlite3.Error, TypeError), closing(_reader(path, "mode=ro")) as database:
            events = rows.old(database) if format_of(database) == 1 else rows.each(database, order)
            for event in events:
                found.setdefault(event.id, event)
    return tuple(sorted(found.values(), key=lambda event: event.place))


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
