"""A journal of what is typed into a file: each change is put away before the next key.

A journal belongs to one file and one running program. It begins with the text as it was on disk
and holds every change since, one a line; so the text can be had again after `kill -9`, a closed
window or a full disk, up to the key in flight. Room for it is taken ahead, so that a disk that
fills up while somebody types does not stop it at once. What cannot be put away is kept in memory,
tried again with the next change, and told in `trouble`.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cablesim.scenario.private import make_folder

FORMAT = 1
ROOM = 64 * 1024
LARGEST = 16 * 1024 * 1024
ENDING = ".journal"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a text: where, how many signs went, which came."""

    at: int
    removed: int
    inserted: str

    def of(self, text: str) -> str:
        """Return the text after this change."""
        return text[: self.at] + self.inserted + text[self.at + self.removed :]


def difference(before: str, after: str) -> Change:
    """Return the one change that leads from a text to another, as small as it can be."""
    same = _common(before, after)
    room = min(len(before), len(after)) - same
    behind = _common(before[::-1][:room], after[::-1][:room])
    return Change(same, len(before) - same - behind, after[same : len(after) - behind])


def _common(first: str, second: str) -> int:
    """Return how many signs two texts have in common at their beginning."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


@dataclass(frozen=True, slots=True)
class Left:
    """What a program that ended left unsaved: the journal, the text as begun and as it was last."""

    journal: Path
    base: str
    text: str
    changes: int

    def forget(self) -> None:
        """Throw the journal away."""
        with contextlib.suppress(OSError):
            self.journal.unlink()


class Journal:
    """The journal of one file while it is being edited; nothing is on disk before the first key."""

    def __init__(self, folder: Path, file: Path, base: str) -> None:
        self.path = folder / f"{_name(file)}.{os.getpid()}{ENDING}"
        self.trouble = ""
        self._file = str(file)
        self._base = base
        self._descriptor: int | None = None
        self._at = self._room = 0
        self._waiting: list[bytes] = []

    def add(self, change: Change) -> None:
        """Put a change away; on failure keep it and say so."""
        self._waiting.append(_line([change.at, change.removed, change.inserted]))
        try:
            self._write()
        except OSError as error:
            self.trouble = f"not kept on disk ({error.strerror}): free space; the text stays here"
        else:
            self.trouble = ""

    def _write(self) -> None:
        """Write everything that waits."""
        if self._descriptor is None:
            self._open()
        while self._waiting and self._descriptor is not None:
            line = self._waiting[0]
            self._take_room(len(line))
            written = os.pwrite(self._descriptor, line, self._at)
            if written < len(line):
                raise OSError(28, os.strerror(28))
            self._at += written
            self._waiting.pop(0)

    def _open(self) -> None:
        """Make the file, lock it as a living one, and write the text as it was."""
        make_folder(self.path.parent)
        flags = os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
        descriptor = os.open(self.path, flags, 0o600)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            raise
        self._descriptor = descriptor
        self._at = self._room = 0
        head = {"format": FORMAT, "file": self._file, "base": self._base}
        self._waiting.insert(0, _line(head))

    def _take_room(self, size: int) -> None:
        """Take room ahead; where there is none, what is there is used up first."""
        if self._descriptor is not None and self._at + size > self._room:
            with contextlib.suppress(OSError):
                os.posix_fallocate(self._descriptor, self._at, max(ROOM, size))
                self._room = self._at + max(ROOM, size)

    def put_on_disk(self) -> None:
        """Ask the system to put the journal on the disk itself."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.fdatasync(self._descriptor)

    def begin_again(self, base: str) -> None:
        """Throw away what was kept: the file on disk holds this text now."""
        self._base = base
        self._waiting.clear()
        self.trouble = ""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                self.path.unlink()
            self.close()

    def close(self) -> None:
        """Let go of the journal; what is in it stays, for the next start."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def left_behind(folder: Path, file: Path) -> tuple[Left, ...]:
    """Return what programs that run no more left unsaved of a file, the latest last."""
    found = sorted(folder.glob(f"{_name(file)}.*{ENDING}"), key=_age)
    return tuple(left for path in found if (left := _read(path)) is not None)


def _name(file: Path) -> str:
    """Return the name under which a file's journals lie."""
    return hashlib.sha256(str(file.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _age(path: Path) -> float:
    """Return when a journal was last written."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _line(data: object) -> bytes:
    """Return one line of a journal."""
    return json.dumps(data, ensure_ascii=True).encode() + b"\n"


def _read(path: Path) -> Left | None:
    """Read a journal that no living program holds; one that says nothing new is thrown away."""
    with _held(path) as data:
        if data is None:
            return None
        left = _replayed(path, data)
    if left is None or left.text == left.base:
        with contextlib.suppress(OSError):
            path.unlink()
        return None
    return left


@contextlib.contextmanager
def _held(path: Path) -> Iterator[bytes | None]:
    """Hold a journal's lock while it is read; give nothing where somebody else holds it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        yield None
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield os.read(descriptor, LARGEST)
    except OSError:
        yield None
    finally:
        os.close(descriptor)


def _replayed(path: Path, data: bytes) -> Left | None:
    """Do all changes of a journal again; a line that was cut short ends it."""
    lines = data.rstrip(b"\0").split(b"\n")
    try:
        head = json.loads(lines[0])
        base = head["base"]
        text = str(base)
    except (ValueError, KeyError, TypeError):
        return None
    changes = 0
    for line in lines[1:-1]:
        try:
            at, removed, inserted = json.loads(line)
            text = Change(int(at), int(removed), str(inserted)).of(text)
        except (ValueError, TypeError):
            break
        changes += 1
    return Left(path, str(base), text, changes)
