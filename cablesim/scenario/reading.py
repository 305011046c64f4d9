"""Opening a scenario's files so that a stranger's folder can do no harm.

Only regular files that lie directly in the folder are opened, never through a link, never a
device, a pipe or a file with a second name; sizes are bounded before anything is read.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cablesim.scenario.finding import Finding, ScenarioError

LARGEST_FILE = 256 * 1024
LARGEST_FOLDER = 2 * 1024 * 1024
REFUSED = "put a plain file of that name into the folder"


@dataclass(frozen=True, slots=True)
class Folder:
    """A scenario's folder as read: the bytes of each file by name."""

    path: Path
    files: dict[str, bytes]

    def text(self, name: str) -> str:
        """Return a file as UTF-8 text; raise `ScenarioError` naming the first wrong byte."""
        data = self.files[name]
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
            message = f"byte {data[error.start]:#04x} is no UTF-8"
            finding = Finding("T104", name, line, column, "", message, "save the file as UTF-8")
            raise ScenarioError([finding]) from error


def read_folder(path: Path, wanted: Iterable[str], optional: Iterable[str] = ()) -> Folder:
    """Read the wanted files of a folder; all that is wrong with them is raised at once."""
    folder, findings = open_folder(path, wanted, optional)
    if findings:
        raise ScenarioError(findings)
    return folder


def open_folder(
    path: Path, wanted: Iterable[str], optional: Iterable[str] = ()
) -> tuple[Folder, list[Finding]]:
    """Read what can be read of the wanted files of a folder; tell what is wrong with the rest."""
    files: dict[str, bytes] = {}
    findings: list[Finding] = []
    may_lack = set(optional)
    try:
        folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "no such name"
        finding = Finding("T102", path.name, 1, 1, "", f"the folder cannot be opened ({reason})")
        return Folder(path, {}), [finding]
    try:
        for name in (*wanted, *may_lack):
            found = _read(folder, name)
            if isinstance(found, bytes):
                files[name] = found
            elif not (found.code == "T101" and name in may_lack):
                findings.append(found)
    finally:
        os.close(folder)
    if sum(map(len, files.values())) > LARGEST_FOLDER:
        findings.append(
            Finding("T103", path.name, 1, 1, "", f"holds more than {LARGEST_FOLDER:,} bytes")
        )
    return Folder(path, files), findings


def _read(folder: int, name: str) -> bytes | Finding:
    """Read one file relative to the folder, or say why not."""
    if name in {"", ".", ".."} or "/" in name or "\\" in name or "\0" in name:
        return Finding(
            "T102", name, 1, 1, "", "a file of a scenario lies in its folder", "name it plainly"
        )
    try:
        file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    except FileNotFoundError:
        return Finding("T101", name, 1, 1, "", "there is no such file in the folder", REFUSED)
    except OSError as error:
        return Finding("T102", name, 1, 1, "", f"cannot be opened ({error.strerror})", REFUSED)
    try:
        return _bounded(file, name)
    except OSError as error:
        return Finding("T102", name, 1, 1, "", f"cannot be read ({error.strerror})", REFUSED)
    finally:
        os.close(file)


def _bounded(file: int, name: str) -> bytes | Finding:
    """Read an open file if it is a plain one of allowed size."""
    facts = os.fstat(file)
    if not stat.S_ISREG(facts.st_mode):
        return Finding("T102", name, 1, 1, "", "is no plain file", REFUSED)
    if facts.st_nlink > 1:
        return Finding("T102", name, 1, 1, "", "has a second name elsewhere (a hard link)", REFUSED)
    data = b""
    while len(data) <= LARGEST_FILE:
        piece = os.read(file, LARGEST_FILE + 1 - len(data))
        if not piece:
            return data
        data += piece
    message = f"is larger than {LARGEST_FILE:,} bytes"
    return Finding("T103", name, 1, 1, "", message, "divide it, or leave out what is not needed")
