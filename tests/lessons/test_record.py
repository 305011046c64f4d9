"""The record keeps every answer through crashes, full disks, two windows and newer versions."""

from __future__ import annotations

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.lessons.entry import Entry
from cablesim.lessons.progress import Progress, Step, StepKind, progress_of
from cablesim.lessons.record import Record
from cablesim.lessons.recordfile import FORMAT

if TYPE_CHECKING:
    from pathlib import Path


def entry(value: str, scenario: str = "s") -> Entry:
    return Entry(scenario, "1.0.0", "went", {"name": "sign", "value": value})


def values(record: Record, scenario: str = "s") -> list[str]:
    return [found.detail["value"] for found in record.of(scenario)]


def test_what_was_added_is_there_after_opening_again(tmp_path: Path) -> None:
    file = tmp_path / "data" / "record.sqlite"
    record = Record(file)
    record.add(entry("predict"))
    record.add(entry("see"))
    assert record.saved
    record.close()
    assert values(Record(file)) == ["predict", "see"]


def test_scenarios_do_not_mix(tmp_path: Path) -> None:
    record = Record(tmp_path / "r")
    record.add(entry("a", "one"))
    record.add(entry("b", "two"))
    assert values(record, "one") == ["a"]


def test_the_folder_and_file_are_the_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "data" / "record.sqlite"
    Record(file).close()
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_two_windows_write_side_by_side_and_none_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "r"
    program = (
        "import sys; from pathlib import Path; from cablesim.lessons.entry import Entry\n"
        "from cablesim.lessons.record import Record\n"
        "record = Record(Path(sys.argv[1]))\n"
        "for n in range(60): record.add(Entry('s', '1', 'went', {'value': sys.argv[2] + str(n)}))\n"
        "sys.exit(0 if record.saved else 1)"
    )
    windows = [subprocess.Popen([sys.executable, "-c", program, str(file), name]) for name in "ab"]
    assert [window.wait(60) for window in windows] == [0, 0]
    found = values(Record(file))
    assert len(found) == 120
    assert [value for value in found if value[0] == "a"] == [f"a{n}" for n in range(60)]


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


def test_a_folder_that_cannot_be_made_is_told_and_the_lesson_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    record = Record(tmp_path / "file" / "r")
    record.add(entry("a"))
    assert "not saved" in record.trouble
    assert values(record) == ["a"]


def test_a_full_disk_is_told_at_once_and_what_waits_is_saved_when_there_is_room(
    tmp_path: Path,
) -> None:
    record = Record(tmp_path / "r")
    database = record._database
    assert database is not None
    record.add(entry("before"))
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    for number in range(200):
        record.add(Entry("s", "1", "went", {"value": f"{number}" + "x" * 500}))
    assert "not saved" in record.trouble
    assert len(values(record)) == 201, "nothing is lost while it waits"
    database.execute("PRAGMA max_page_count = 100000")
    record.add(entry("after"))
    assert record.trouble == ""
    assert record.saved
    record.close()
    assert len(values(Record(tmp_path / "r"))) == 202


PROGRAM = """
import sys
from pathlib import Path
from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record
record = Record(Path(sys.argv[1]))
n = len(record.of("s"))
while True:
    record.add(Entry("s", "1", "went", {"value": str(n)}))
    sys.stdout.write(f"{n}\\n")
    sys.stdout.flush()
    n += 1
"""


def test_kill_9_at_any_moment_loses_no_acknowledged_entry(tmp_path: Path) -> None:
    file = tmp_path / "r"
    for round_ in range(25):
        window = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(file)], stdout=subprocess.PIPE
        )
        assert window.stdout is not None
        first = window.stdout.readline()
        assert first
        time.sleep(0.002 * round_)
        os.kill(window.pid, signal.SIGKILL)
        said = [first, *window.stdout.read().splitlines(keepends=True)]
        window.wait(10)
        window.stdout.close()
        acknowledged = int([line for line in said if line.endswith(b"\n")][-1])
        found = values(Record(file))
        assert found == [str(n) for n in range(len(found))], "in order, none missing"
        assert len(found) >= acknowledged + 1


@given(
    st.lists(st.builds(Step, st.sampled_from(StepKind), st.text(max_size=12), st.text(max_size=12)))
)
def test_progress_is_a_fold_that_takes_any_steps(steps: list[Step]) -> None:
    whole = progress_of(steps)
    assert 0 <= whole.choices.garbles <= 5
    if steps:
        assert progress_of(steps) == progress_of(steps[:-1] + steps[-1:])
    assert progress_of([*steps, Step(StepKind.AGAIN, "", "")]) == Progress()


@pytest.mark.parametrize("text", ["", "[]", "nonsense", "{", '{"a": 1}'])
def test_an_unreadable_detail_counts_as_empty(tmp_path: Path, text: str) -> None:
    file = tmp_path / "r"
    record = Record(file)
    record.add(entry("a"))
    record.close()
    database = sqlite3.connect(file)
    with database:
        database.execute("UPDATE event SET detail = ?", (text,))
    database.close()
    (found,) = Record(file).of("s")
    assert all(isinstance(value, str) for value in found.detail.values())
