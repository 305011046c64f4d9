"""Writing an author's files so that each stands whole or as it was, whatever happens meanwhile.

A file is written beside its place, put on disk, and then takes the place in one step; the folder
is put on disk as well. A disk that is full, a key that kills the program or a power cut leaves the
old file or the new one. Links are refused: what they lead to was not opened by the author.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from cablesim.errors import CablesimError

USUAL_MODE = 0o644
HALF = ".half"


class NotWritten(CablesimError):  # noqa: N818 - the name says what was found.
    """A file that could not be written; what stood there stands there still."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole: beside its place, on disk, then into its place; its mode is kept.

    Raises `NotWritten` with the reason and what to do.
    """
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise _not_written(path, error) from error
    half = f".{path.name}.{os.getpid()}{HALF}"
    try:
        mode = _mode(folder, path)
        _sweep(folder, path.name)
        _put(folder, half, data, mode)
        os.rename(half, path.name, src_dir_fd=folder, dst_dir_fd=folder)
        os.fsync(folder)
    except OSError as error:
        with contextlib.suppress(OSError):
            os.unlink(half, dir_fd=folder)
        raise _not_written(path, error) from error
    finally:
        os.close(folder)


def make_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder with files in one step; one that is there already is left alone.

    Raises `NotWritten`; no half-made folder stays.
    """
    if os.path.lexists(path):
        raise NotWritten(f"'{path}' is there already; name a folder that is not there yet")
    half = path.with_name(f".{path.name}.{os.getpid()}{HALF}")
    try:
        half.mkdir()
    except OSError as error:
        raise _not_written(path, error) from error
    try:
        with _opened(half) as folder:
            for name, data in files.items():
                _put(folder, name, data, USUAL_MODE)
            os.fsync(folder)
        half.rename(path)
        with _opened(path.parent) as parent:
            os.fsync(parent)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        shutil.rmtree(half, ignore_errors=True)


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    """Open a folder for as long as it is needed."""
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield folder
    finally:
        os.close(folder)


def _mode(folder: int, path: Path) -> int:
    """Return the mode that a file is to have; refuse what is no plain file with one name."""
    try:
        facts = os.stat(path.name, dir_fd=folder, follow_symlinks=False)
    except FileNotFoundError:
        return USUAL_MODE
    if not stat.S_ISREG(facts.st_mode):
        raise NotWritten(f"'{path}' is no plain file (a link?); nothing was written to it")
    if facts.st_nlink > 1:
        raise NotWritten(f"'{path}' has a second name elsewhere (a hard link); copy it first")
    return stat.S_IMODE(facts.st_mode)


def _put(folder: int, name: str, data: bytes, mode: int) -> None:
    """Write a new file into a folder and put it on disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
    file = os.open(name, flags, mode, dir_fd=folder)
    try:
        os.fchmod(file, mode)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)


def _sweep(folder: int, name: str) -> None:
    """Take away halves of this file that a killed program left behind."""
    for found in os.listdir(folder):
        middle = found.removeprefix(f".{name}.").removesuffix(HALF)
        if found == f".{name}.{middle}{HALF}" and middle.isdigit() and not _lives(int(middle)):
            with contextlib.suppress(OSError):
                os.unlink(found, dir_fd=folder)


def _lives(process: int) -> bool:
    """Tell whether another process of that number runs; this one's own half is old."""
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _not_written(path: Path, error: OSError) -> NotWritten:
    """Return what to say of a failure."""
    return NotWritten(
        f"'{path}' was not written ({error.strerror}); free space or rights, then save again"
    )
