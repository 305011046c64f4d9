"""What lies where a record should be, and beside it: links, newer records, copies half made."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from pupils import entry, values
from soak import old_record

from cablesim.lessons.record import Record
from cablesim.lessons.recordrows import FORMAT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("what", ["a record", "another file", "nothing"])
def test_a_link_where_the_record_should_be_is_not_followed_and_that_is_said(
    tmp_path: Path, what: str
) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "r"
    if what == "a record":
        record = Record(target)
        record.add(entry("theirs"))
        record.close()
    elif what == "another file":
        target.write_text("something of somebody's", encoding="utf-8")
    before = target.read_bytes() if target.exists() else None
    (tmp_path / "r").symlink_to(target)
    record = Record(tmp_path / "r")
    record.add(entry("mine"))
    assert "it is a symbolic link, and none is followed" in record.trouble
    assert "name another folder in CABLESIM_HOME" in record.trouble
    assert (record.saved, record.readable, values(record)) == (False, False, ["mine"])
    record.close()
    assert (tmp_path / "r").is_symlink()
    assert (target.read_bytes() if target.exists() else None) == before
    assert {each.name for each in tmp_path.iterdir()} <= {"home", "r", "there"}
    (tmp_path / "r").unlink()
    again = Record(tmp_path / "r")
    again.add(entry("mine"))
    assert again.saved


def test_a_newer_record_that_is_looked_at_gets_no_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "h").mkdir()
    file = tmp_path / "h" / "r"
    Record(file).close()
    with closing(sqlite3.connect(file)) as database:
        database.execute(f"PRAGMA user_version = {FORMAT + 1}")
    before = file.read_bytes()
    record = Record(file)
    record.add(entry("a"))
    record.close()
    assert "newer cablesim" in record.trouble
    assert [each.name for each in file.parent.iterdir()] == ["r"]
    assert file.read_bytes() == before


def dead_process() -> int:
    """Return the number of a process that has ended."""
    return int(
        subprocess.run(
            [sys.executable, "-c", "import os; print(os.getpid())"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )


@pytest.mark.parametrize("old", [True, False])
def test_what_a_killed_process_had_begun_is_cleared_away_at_the_next_start(
    tmp_path: Path, *, old: bool
) -> None:
    home = tmp_path / "h"
    home.mkdir()
    if old:
        old_record(home / "r", 2)
    else:
        Record(home / "r").close()
    killed, running = dead_process(), os.getppid()
    names = [
        f"r.format-1.{killed}.part",
        f"r.format-1.{killed}.part-journal",
        f"r.before-import-20261126-120000.{killed}.part",
    ]
    others = [f"r.format-1.{running}.part", "r.format-1.x.part", f"other.{killed}.part", "r.part"]
    for name in (*names, *others):
        (home / name).write_bytes(b"half")
    record = Record(home / "r")
    assert (record.trouble, record.notice) == ("", "")
    left = {each.name for each in home.iterdir()}
    assert left.isdisjoint(names)
    assert left >= set(others), "what may still be written, or is not ours, stays"
