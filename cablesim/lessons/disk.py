"""On what kind of file system a record lies, and how SQLite must write there.

A write-ahead log needs memory that all windows share, and the machines of a network share none: on
NFS, SMB and their like two of them can spoil the file. There a journal is kept instead, each commit
waits for the disk, and one process alone holds the file. Where the kind cannot be told, the journal
is kept too, since it is right everywhere; what it costs is some milliseconds at an answer.

Linux tells the kind in a table; no other system has a way that needs neither another program nor
guesses at the layout of its memory, so nothing is asked there.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

MOUNTS = Path("/proc/self/mountinfo")
WAIT_SECONDS = 5.0
# The one process that holds a file does not let go of it between two answers.
WAIT_FOR_THE_ONLY_ONE = 0.2
# Folders that a virtual machine shares with its host are such file systems as well.
_NAMES = (
    "9p acfs afs beegfs ceph cifs coda davfs gfs2 glusterfs gpfs lustre ncp ncpfs nfs nfs4 ocfs2 "
    "orangefs prl_fs pvfs2 smb2 smb3 smbfs vboxsf virtiofs vmhgfs fuse.ceph fuse.curlftpfs "
    "fuse.davfs fuse.davfs2 fuse.gcsfuse fuse.glusterfs fuse.grpcfuse fuse.gvfsd-fuse "
    "fuse.juicefs fuse.mfs fuse.rclone fuse.s3fs fuse.smbnetfs fuse.sshfs fuse.vmhgfs-fuse"
)
_NETWORK = frozenset(_NAMES.split())
_ESCAPED = re.compile(r"\\([0-7]{3})")


class Way(StrEnum):
    """A way of writing: with a log, with a journal, or with a journal and by one process alone."""

    LOG = "log"
    JOURNAL = "journal"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Disk:
    """The name of a file system's kind, empty where it cannot be told, and how to write there."""

    kind: str
    way: Way

    @property
    def wait(self) -> float:
        """How many seconds to wait for another window."""
        return WAIT_FOR_THE_ONLY_ONE if self.way is Way.ALONE else WAIT_SECONDS

    @property
    def notice(self) -> str:
        """What is told of it, once; nothing where all is as usual."""
        if self.way is not Way.ALONE:
            return ""
        return (
            f"the record lies on a network file system ({self.kind}), so one cablesim at a time "
            "can use it; to have two windows, name a folder on this computer in CABLESIM_HOME"
        )


def disk_of(path: Path, table: Path = MOUNTS) -> Disk:
    """Return on what a file lies, or would lie, by the table of what is mounted where."""
    try:
        mounts = table.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        kind = _kind(path.resolve(), mounts)
    except (OSError, RuntimeError):
        kind = ""
    if kind in _NETWORK:
        return Disk(kind, Way.ALONE)
    # What lies behind a file system of a user's own making is not known.
    untold = not kind or kind.startswith("fuse.")
    return Disk(kind, Way.JOURNAL if untold else Way.LOG)


def _kind(path: Path, mounts: list[str]) -> str:
    """Return the kind of the innermost mount that a path lies in; of two in one place the later."""
    found, depth = "", 0
    for folder, kind in _mounted(mounts):
        parts = len(folder.parts)
        if parts >= depth and path.is_relative_to(folder):
            found, depth = kind, parts
    return found


def _mounted(mounts: list[str]) -> Iterator[tuple[Path, str]]:
    """Return the folder and the kind of every mount of a table."""
    for line in mounts:
        place, _, source = line.partition(" - ")
        fields, kinds = place.split(" "), source.split(" ")
        if len(fields) > 4 and kinds[0]:  # noqa: PLR2004 - the fifth field is the folder.
            folder = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), fields[4])
            yield Path(folder), kinds[0]


def adapt(database: sqlite3.Connection, way: Way) -> bool:
    """Have a database written in a way from here on; tell whether its file was so already.

    Raises OperationalError where another process holds a file that one alone may use.
    """
    if way is Way.ALONE:
        # Said before anything else, so that no memory is shared, not even with a log that a file
        # brought along from elsewhere.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        # Between two commits the journal is emptied: what was forgotten is not left in it.
        database.execute("PRAGMA journal_size_limit = 0")
    begun = bool(database.execute("PRAGMA page_count").fetchone()[0])
    before = _journal(database)
    after = "wal" if way is Way.LOG else "delete"
    database.execute(f"PRAGMA journal_mode = {after}")
    database.execute(f"PRAGMA synchronous = {'FULL' if way is Way.LOG else 'EXTRA'}")
    if way is Way.ALONE:
        database.execute("BEGIN EXCLUSIVE")
        database.execute("COMMIT")
    return begun and before == after


def _journal(database: sqlite3.Connection) -> str:
    """Return the present mode of a file's journal."""
    return str(database.execute("PRAGMA journal_mode").fetchone()[0])
