"""With little room the log stays small, and what cannot be saved is counted at the end."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from program import ROOT
from pupils import entry, values

from cablesim.lessons import recordfile, room
from cablesim.lessons.record import Record

if TYPE_CHECKING:
    from pathlib import Path

ID = "stalin-zhou-3305"


def log_after(file: Path, steps: int, *, firm: bool) -> int:
    """Return how large a log is after some steps."""
    record = Record(file)
    for number in range(steps):
        record.add(entry(f"{number}" + "x" * 50), firm=firm)
    size = file.with_name(f"{file.name}-wal").stat().st_size
    assert len(values(Record(file))) == steps
    return size


@pytest.mark.parametrize("firm", [True, False])
def test_where_there_is_little_room_the_log_is_not_left_to_take_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, firm: bool
) -> None:
    monkeypatch.setattr(room, "SCARCE", 0)
    assert log_after(tmp_path / "much", 40, firm=firm) > 500_000
    monkeypatch.setattr(room, "SCARCE", 2**62)
    assert log_after(tmp_path / "little", 40, firm=firm) < 60_000


def test_a_log_that_was_large_is_cut_when_room_becomes_scarce(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Record(tmp_path / "r")
    monkeypatch.setattr(room, "SCARCE", 0)
    for number in range(40):
        record.add(entry(f"{number}"))
    monkeypatch.setattr(room, "SCARCE", 2**62)
    for number in range(3):
        record.add(entry(f"then {number}"))
    assert (tmp_path / "r-wal").stat().st_size < 60_000
    assert len(values(record)) == 43


def test_a_disk_that_is_full_is_called_that_and_not_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    assert "(disk I/O error)" in recordfile.unsaved(tmp_path / "r", fault)
    monkeypatch.setattr(room, "FULL", 2**62)
    assert "not saved (its disk is full); " in recordfile.unsaved(tmp_path / "r", fault)
    (tmp_path / "folder").mkdir()
    told = Record(tmp_path / "folder").trouble
    assert "(it is no file)" in told, "what a full disk cannot cause keeps its reason"


def test_a_folder_that_cannot_be_asked_is_taken_for_roomy(tmp_path: Path) -> None:
    assert not room.is_scarce(tmp_path / "nowhere" / "r")


def run(home: Path, *words: str, stdin: str, most: int) -> subprocess.CompletedProcess[str]:
    """Run the program where no file may grow beyond a size, which is how a full disk looks."""
    program = (
        "import resource, sys; from cablesim.__main__ import main\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most}))\n"
        f"sys.argv = ['cablesim', *{words!r}]\n"
        "main()"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        input=stdin,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CABLESIM_HOME": str(home)},
        check=False,
    )


# Never the right answer, and never the same: each is a try that is kept.
ANSWERS = "".join(f"{number}\n" for number in range(4, 60)) + "q\n"
GUESSES = "".join(f"{'KOREA ' * number}\n" for number in range(2, 40)) + "q\n"


@pytest.mark.parametrize(
    ("words", "stdin"),
    [
        (("do", ID, "copies", "--plain"), ANSWERS),
        (("do", ID, "copies", "--plain"), ANSWERS[:-2]),
        (("walk", ID, "--ask"), "\n1\n" * 30 + "q\n"),
        (("learn", "1", "--plain"), f"2\n{GUESSES}"),
    ],
    ids=["do", "do to its end", "walk", "learn"],
)
def test_what_is_not_on_disk_at_the_end_is_counted_and_the_exit_code_says_so(
    tmp_path: Path, words: tuple[str, ...], stdin: str
) -> None:
    homes = [tmp_path / "full", tmp_path / "roomy"]
    for home in homes:
        record = Record(home / "record.sqlite")
        for number in range(100):
            record.add(entry(f"{number}"))
        record.close()
    most = (homes[0] / "record.sqlite").stat().st_size
    done = run(homes[0], *words, stdin=stdin, most=most)
    assert done.returncode == 1, done.stderr
    file = homes[0] / "record.sqlite"
    assert str(file) in done.stdout, "each prompt names the file"
    said = done.stderr.splitlines()[-1]
    assert "not on disk and will be gone; what was saved before is kept" in said
    assert str(file) in said
    lost = int(said.split()[1])
    assert lost > 0
    again = run(homes[1], *words, stdin=stdin, most=resource.RLIM_INFINITY)
    assert (again.returncode, again.stderr) == (0, "")
    full, roomy = (len(Record(home / "record.sqlite").events()) for home in homes)
    assert roomy == full + lost
