"""The file of a record: newer versions, damage, older formats, and who may read it."""

from __future__ import annotations

import contextlib
import sqlite3
import stat
from pathlib import Path

import pytest
from pupils import entry, values
from soak import old_record

from cablesim.lessons.record import Merge, Record
from cablesim.lessons.recordfile import FORMAT


def test_the_folder_and_file_are_the_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "record.sqlite"
    Record(file).close()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_newer_record_is_not_written_and_the_reason_is_said(tmp_path: Path) -> None:
    file = tmp_path / "r"
    Record(file).close()
    database = sqlite3.connect(file)
    database.execute(f"PRAGMA user_version = {FORMAT + 1}")
    database.close()
    before = file.read_bytes()
    record = Record(file)
    record.add(entry("a"))
    assert "newer cablesim" in record.trouble
    assert "update" in record.trouble
    assert not record.saved
    assert values(record) == ["a"], "the lesson goes on in memory"
    assert file.read_bytes() == before


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


def test_a_record_of_format_1_is_copied_and_goes_on(tmp_path: Path) -> None:
    told = old_record(tmp_path / "r", 5)
    old = (tmp_path / "r").read_bytes()
    record = Record(tmp_path / "r")
    assert values(record) == list(told)
    record.add(entry("new"))
    record.close()
    assert values(Record(tmp_path / "r")) == [*told, "new"]
    copy = tmp_path / "r.format-1"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "r").write_bytes(old)
    again = Record(tmp_path / "other" / "r")
    record = Record(tmp_path / "r")
    assert record.merge(again.events()) == Merge(0, 5, 0), "copies of one record are one record"
    with contextlib.closing(sqlite3.connect(copy)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM event").fetchone() == (5,)


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
