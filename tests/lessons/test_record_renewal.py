"""A record of an older format is copied and renewed; a fault at any statement leaves old or new."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import stat
from pathlib import Path

import pytest
from pupils import entry, values
from soak import old_record

from cablesim.lessons.disk import Disk, Way
from cablesim.lessons.record import Merge, Record
from cablesim.lessons.recordfile import Connection
from cablesim.lessons.recordrows import FORMAT

PAST = {1: old_record}
KILLED = 9
WAYS = (Way.LOG, Way.ALONE)


def renewed(path: Path, way: Way = Way.LOG) -> Record:
    return Record(path, disk=lambda _: Disk("a kind", way))


def test_every_past_format_is_renewed_here() -> None:
    assert set(PAST) == set(range(1, FORMAT)), "a new format needs its past one in these tests"


class Faulty(Connection):
    """A connection that fails at the statement whose number is given, or ends the process there."""

    number = 0
    left = 0
    ends = False

    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        self._count()
        return super().execute(sql, *values)  # type: ignore[arg-type]  # The types of sqlite3 name no values of ours.

    def executemany(self, sql: str, *values: object) -> sqlite3.Cursor:
        self._count()
        return super().executemany(sql, *values)  # type: ignore[arg-type]  # As above.

    @classmethod
    def _count(cls) -> None:
        cls.number += 1
        cls.left -= 1
        if cls.left == 0 and cls.ends:
            os._exit(KILLED)
        if cls.left == 0:
            raise sqlite3.OperationalError("disk I/O error")


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> type[Faulty]:
    """Have every connection of the program count its statements; the test's own do not."""
    monkeypatch.setattr("cablesim.lessons.recordfile.Connection", Faulty)
    monkeypatch.setattr(Faulty, "number", 0)
    monkeypatch.setattr(Faulty, "left", 0)
    monkeypatch.setattr(Faulty, "ends", False)
    return Faulty


def statements(folder: Path, old: int, way: Way, faulty: type[Faulty]) -> int:
    """Return how many statements a renewal takes."""
    folder.mkdir()
    PAST[old](folder / "r", 5)
    faulty.number = 0
    renewed(folder / "r", way).close()
    return faulty.number


def look(file: Path, told: tuple[str, ...], old: int) -> None:
    """The file is old or new, whole, and a copy, where there is one, is whole too."""
    faults = [name.name for name in file.parent.iterdir() if ".part" in name.name]
    assert len(faults) <= 1, "only a process that was killed leaves a part of a copy"
    copy = file.with_name(f"{file.name}.format-{old}")
    if copy.exists():
        with contextlib.closing(sqlite3.connect(copy)) as database:
            assert database.execute("SELECT count(*) FROM event").fetchone() == (len(told),)
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with contextlib.closing(sqlite3.connect(file)) as database:
        found = database.execute("PRAGMA user_version").fetchone()[0]
    assert found in {old, FORMAT}
    assert found == old or copy.exists(), "the copy comes first"
    record = Record(file)
    assert (record.notice, record.trouble) == ("", "")
    assert values(record) == list(told)
    record.add(entry("new"))
    record.close()
    assert values(Record(file)) == [*told, "new"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("old", PAST)
def test_an_error_at_any_statement_leaves_the_old_record_or_the_new(
    tmp_path: Path, faulty: type[Faulty], old: int, way: Way
) -> None:
    count = statements(tmp_path / "count", old, way, faulty)
    assert count > 15
    for number in range(1, count + 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        told = PAST[old](folder / "r", 5)
        faulty.left = number
        renewed(folder / "r", way).close()
        faulty.left = 0
        look(folder / "r", told, old)


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("old", PAST)
def test_a_kill_at_any_statement_leaves_the_old_record_or_the_new(
    tmp_path: Path, faulty: type[Faulty], old: int, way: Way
) -> None:
    count = statements(tmp_path / "count", old, way, faulty)
    for number in range(1, count + 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        told = PAST[old](folder / "r", 5)
        child = os.fork()
        if child == 0:
            faulty.left, faulty.ends = number, True
            renewed(folder / "r", way).close()
            os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED
        look(folder / "r", told, old)


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
