"""The file of a record: newer versions, damage, older formats, and who may read it."""

from __future__ import annotations

import contextlib
import re
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from pupils import entry, values

from cablesim.lessons.disk import Disk, Way
from cablesim.lessons.merging import Scope
from cablesim.lessons.record import Record
from cablesim.lessons.recordfile import RecordError
from cablesim.lessons.recordrows import FORMAT


def test_the_folder_and_file_are_the_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "record.sqlite"
    Record(file).close()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def made_newer(file: Path) -> sqlite3.Connection:
    """Do what a newer program might do; its connection is open still."""
    database = sqlite3.connect(file, isolation_level=None)
    database.execute("ALTER TABLE event ADD COLUMN more TEXT NOT NULL DEFAULT ''")
    database.execute(f"PRAGMA user_version = {FORMAT + 1}")
    return database


def contents(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder; the memory that windows share is none of it."""
    files = (file for file in folder.iterdir() if not file.name.endswith("-shm"))
    return {file.name: file.read_bytes() for file in files if file.is_file()}


@pytest.mark.parametrize("way", Way)
@pytest.mark.parametrize("open_still", [False, True])
def test_a_newer_record_is_not_written_and_the_reason_is_said(
    tmp_path: Path, way: Way, *, open_still: bool
) -> None:
    file = tmp_path / "data" / "r"
    first = Record(file)
    first.add(entry("old"))
    first.close()
    newer = made_newer(file)
    if not open_still:
        newer.close()
    before = contents(file.parent)
    assert (f"{file.name}-wal" in before) is open_still
    record = Record(file, disk=lambda _: Disk("a kind", way))
    record.add(entry("a"))
    assert "newer cablesim" in record.trouble
    assert "update" in record.trouble
    assert not record.saved
    assert values(record) == ["a"], "the lesson goes on in memory"
    with pytest.raises(RecordError, match="newer cablesim"):
        record.forget(Scope())
    record.close()
    assert record.loss.endswith("Update cablesim, then do it again"), "no disk is at fault"
    assert contents(file.parent) == before
    newer.close()


def test_a_record_that_a_newer_program_renews_under_a_window_is_not_written_any_more(
    tmp_path: Path,
) -> None:
    record = Record(tmp_path / "r")
    record.add(entry("old"))
    newer = made_newer(tmp_path / "r")
    before = newer.execute("SELECT * FROM event").fetchall()
    record.add(entry("a"))
    record.add(entry("b"))
    assert "newer cablesim" in record.trouble
    assert values(record) == ["a", "b"], "what is not saved is not lost while the window is open"
    record.close()
    assert newer.execute("SELECT * FROM event").fetchall() == before
    newer.close()


def test_a_damaged_record_is_set_aside_and_a_fresh_one_begins(tmp_path: Path) -> None:
    file = tmp_path / "r"
    file.write_bytes(b"this is no database" * 100)
    record = Record(file)
    record.add(entry("a"))
    assert record.saved
    assert values(record) == ["a"]
    aside = list(tmp_path.glob("r.damaged-*"))
    assert len(aside) == 1
    assert aside[0].read_bytes().startswith(b"this is no database")
    assert str(aside[0].name) in record.notice


def test_what_can_be_read_of_a_damaged_record_is_taken_over(tmp_path: Path) -> None:
    file = tmp_path / "r"
    record = Record(file)
    for number in range(400):
        record.add(entry(f"{number}" + "." * 300))
    record.close()
    data = bytearray(file.read_bytes())
    middle = data.index(b'"200...') // 4096 * 4096
    data[middle : middle + 4096] = b"\xa5" * 4096
    file.write_bytes(data)
    record = Record(file)
    assert "were taken over" in record.notice
    found = [int(value.strip(".")) for value in values(record)]
    assert found == sorted(found)
    assert 300 < len(found) < 400
    assert 200 not in found
    assert {0, 399} <= set(found)
    record.add(entry("next"))
    assert record.saved


@pytest.mark.parametrize("sql", ["DROP TABLE event", "ALTER TABLE event DROP COLUMN version"])
def test_a_file_that_holds_no_record_is_set_aside(tmp_path: Path, sql: str) -> None:
    Record(tmp_path / "r").close()
    with contextlib.closing(sqlite3.connect(tmp_path / "r")) as database:
        for index in ("event_place", "event_scenario"):
            database.execute(f"DROP INDEX {index}")
        database.execute(sql)
    record = Record(tmp_path / "r")
    assert "damaged" in record.notice
    record.add(entry("a"))
    assert record.saved


def spoilt(data: bytes, place: int, bytes_: bytes) -> bytes:
    return data[:place] + bytes_ + data[place + len(bytes_) :]


PAGE = 4096
DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "text": lambda _: b"this is no database" * 100,
    "another kind of file": lambda data: b"PK\x03\x04" + data[4:],
    "noughts": lambda data: bytes(len(data)),
    "the end is cut off": lambda data: data[: len(data) // 2 // PAGE * PAGE],
    "cut within a page": lambda data: data[: len(data) // 2 + 77],
    "only the first page": lambda data: data[:PAGE],
    "the head is spoilt": lambda data: spoilt(data, 16, b"\xff" * 80),
    "the list of tables is spoilt": lambda data: spoilt(data, 100, b"\xa5" * (PAGE - 100)),
    "the second page is spoilt": lambda data: spoilt(data, PAGE, b"\xa5" * PAGE),
    "the last page is spoilt": lambda data: spoilt(data, len(data) - PAGE, b"\xa5" * PAGE),
    "every page but the first is nought": lambda data: data[:PAGE] + bytes(len(data) - PAGE),
    "a page twice": lambda data: data[: 2 * PAGE] + data[PAGE : 2 * PAGE] + data[3 * PAGE :],
}


@pytest.mark.parametrize("way", [Way.LOG, Way.ALONE])
@pytest.mark.parametrize("name", DAMAGE)
def test_whatever_the_damage_the_file_is_kept_under_a_dated_name_and_told(
    tmp_path: Path, name: str, way: Way
) -> None:
    file = tmp_path / "r"
    first = Record(file)
    for number in range(80):
        first.add(entry(f"{number}" + "." * 300))
    first.close()
    data = DAMAGE[name](file.read_bytes())
    file.write_bytes(data)
    record = Record(file, disk=lambda _: Disk("a kind", way))
    record.add(entry("new"))
    assert record.saved
    dated = re.compile(r"r\.damaged-\d{8}-\d{6}")
    (aside,) = (path for path in tmp_path.iterdir() if dated.fullmatch(path.name))
    assert aside.read_bytes() == data
    assert str(aside) in record.notice
    found = [int(value.strip(".")) for value in values(record)[:-1]]
    assert found == sorted(set(found))
    record.close()
    assert Record(file).notice == ""


def test_an_empty_file_is_a_new_record(tmp_path: Path) -> None:
    (tmp_path / "r").touch()
    record = Record(tmp_path / "r")
    record.add(entry("a"))
    assert (record.saved, record.notice) == (True, "")


def test_two_damaged_files_in_one_second_are_both_kept(tmp_path: Path) -> None:
    for text in (b"one", b"two", b"three"):
        (tmp_path / "r").write_bytes(text * 1000)
        Record(tmp_path / "r").close()
    kept = [path.read_bytes() for path in sorted(tmp_path.glob("r.damaged-*"))]
    assert kept == [b"one" * 1000, b"two" * 1000, b"three" * 1000]
