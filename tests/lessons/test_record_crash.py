"""The record keeps every answer through kill -9, full disks and folders that cannot be used."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from program import ROOT
from pupils import entry, values
from soak import old_record

from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record


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
    record.add(Entry("s", "1", "went", {"value": str(n)}), firm=sys.argv[2] == "firm")
    sys.stdout.write(f"{n}\\n")
    sys.stdout.flush()
    n += 1
"""


@pytest.mark.parametrize("how", ["firm", "light"])
def test_kill_9_at_any_moment_loses_no_acknowledged_entry(tmp_path: Path, how: str) -> None:
    file = tmp_path / "r"
    for round_ in range(25):
        window = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(file), how], stdout=subprocess.PIPE
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


def test_kill_9_during_a_scripted_run_goes_on_at_the_same_exercise_and_draft(
    tmp_path: Path,
) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "soak.py"), "--kills", "60", str(tmp_path / "r")],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("60 kills")


FULL = """
import resource, sys
from pathlib import Path
from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record
def limit(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
record = Record(Path(sys.argv[1]))
record.add(Entry("s", "1", "went", {"value": "first"}))
limit(Path(sys.argv[1] + "-wal").stat().st_size + 20_000)
count = 1
while not record.trouble and count < 200:
    record.add(Entry("s", "1", "went", {"value": "x" * 900}))
    count += 1
assert "not saved" in record.trouble and not record.saved, record.trouble
for _ in range(3):
    record.add(Entry("s", "1", "went", {"value": "kept"}))
    count += 1
assert len(record.of("s")) == count
if sys.argv[2] == "room":
    limit(resource.RLIM_INFINITY)
    assert record.retry() and record.trouble == ""
print(count)
"""


@pytest.mark.parametrize("after", ["room", "none"])
def test_a_disk_that_is_really_full_damages_nothing(tmp_path: Path, after: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path / "r"), after],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    record = Record(tmp_path / "r")
    assert (record.notice, record.trouble) == ("", "")
    lost = 0 if after == "room" else 4
    assert len(values(record)) == int(done.stdout) - lost


READ_ONLY = """
import os, sys
from pathlib import Path
from cablesim.lessons.entry import Entry
from cablesim.lessons.record import Record
if os.geteuid() == 0:
    os.seteuid(65534)
record = Record(Path(sys.argv[1]))
assert "not saved" in record.trouble, record.trouble
assert record.readable
record.add(Entry("s", "1", "went", {"value": "new"}))
assert not record.saved
print(*(entry.detail["value"] for entry in record.of("s")))
"""


@pytest.mark.parametrize("old", [False, True])
def test_a_read_only_record_is_read_and_the_lesson_goes_on(*, old: bool) -> None:
    # Not in the test's own folder: another user must be able to look into it.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if old:
            old_record(folder / "r", 2)
        else:
            record = Record(folder / "r")
            record.add(entry("0"))
            record.add(entry("1"))
            record.close()
        (folder / "r").chmod(0o444)
        folder.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, str(folder / "r")],
            capture_output=True,
            text=True,
            check=False,
        )
        folder.chmod(0o700)
        assert done.returncode == 0, done.stderr
        assert done.stdout == "0 1 new\n"


def test_a_folder_that_is_mended_meanwhile_takes_what_waits(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    record = Record(tmp_path / "file" / "r")
    record.add(entry("a"))
    (tmp_path / "file").unlink()
    record.add(entry("b"))
    assert record.saved
    assert record.trouble == ""
    record.close()
    assert values(Record(tmp_path / "file" / "r")) == ["a", "b"]
