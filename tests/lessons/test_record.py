"""The record keeps every answer through crashes, full disks, two windows and newer versions."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from program import ROOT
from pupils import at, counting
from soak import old_record

from cablesim.lessons.entry import Entry, moment, now
from cablesim.lessons.merging import Scope
from cablesim.lessons.progress import Progress, Step, StepKind, progress_of
from cablesim.lessons.record import Merge, Record
from cablesim.lessons.recordfile import FORMAT, RecordError


def entry(value: str, scenario: str = "s") -> Entry:
    return Entry(scenario, "1.0.0", "went", {"name": "sign", "value": value})


def values(record: Record, scenario: str = "s") -> list[str]:
    return [step.detail["value"] for step in record.of(scenario) if "value" in step.detail]


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
    record.add(Entry("s", "1", "went", {"value": str(n)}), firm=sys.argv[2] == "firm")
    sys.stdout.write(f"{n}\\n")
    sys.stdout.flush()
    n += 1
"""


def test_what_need_not_wait_for_the_disk_is_in_the_file_and_is_forced_there_later(
    tmp_path: Path,
) -> None:
    record = Record(tmp_path / "r")
    record.add(entry("turned"), firm=False)
    assert record.saved
    assert values(Record(tmp_path / "r")) == ["turned"]
    before = record.settled
    record.settle()
    assert (before, record.settled) == (False, True)
    record.add(entry("turned again"), firm=False)
    record.add(entry("answered"))
    assert record.settled, "an answer takes along to the disk what was written before it"
    assert values(Record(tmp_path / "r")) == ["turned", "turned again", "answered"]


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


def test_a_clock_set_back_changes_no_order(tmp_path: Path) -> None:
    moments = iter(
        [
            "2026-03-02T09:00:00+00:00",
            "1970-01-01T00:00:00+00:00",
            "nonsense",
            "2026-03-02T08:00:00Z",
        ]
    )
    record = Record(tmp_path / "r", clock=lambda: next(moments))
    for value in "abcd":
        record.add(entry(value))
    record.close()
    record = Record(tmp_path / "r")
    assert values(record) == list("abcd")
    turns = [event.turn for event in record.events()]
    assert turns == sorted(set(turns))


def test_the_other_window_is_told_and_sees_what_was_done(tmp_path: Path) -> None:
    one, other = Record(tmp_path / "r"), Record(tmp_path / "r")
    assert not other.news()
    one.add(entry("a"))
    assert other.news()
    assert not other.news()
    assert not one.news()
    other.add(entry("b"))
    assert values(one) == values(other) == ["a", "b"]


@settings(max_examples=25)
@given(st.lists(st.tuples(st.booleans(), st.integers(-800, 800), st.booleans()), max_size=12))
def test_two_windows_with_any_clocks_keep_one_order(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[bool, int, bool]]
) -> None:
    file = tmp_path_factory.mktemp("two") / "r"
    days = [0]
    windows = [Record(file, clock=lambda: at(days[0])) for _ in range(2)]
    expected: list[str] = []
    for number, (which, day, forgets) in enumerate(told):
        days[0] = day
        if forgets:
            windows[which].forget(Scope("s"))
            expected.clear()
        windows[which].add(entry(str(number)))
        expected.append(str(number))
        assert values(windows[not which]) == expected
    for window in windows:
        assert window.saved
        window.close()
    record = Record(file)
    assert values(record) == expected
    record.close()


def test_a_commit_that_went_through_unnoticed_is_not_written_twice(tmp_path: Path) -> None:
    record = Record(tmp_path / "r", identity=counting())
    record.add(entry("a"))
    twice = Record(tmp_path / "r", identity=counting())
    twice.add(entry("a"))
    assert values(record) == ["a"]


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


def test_what_is_forgotten_is_gone_from_the_disk_and_the_rest_stays(tmp_path: Path) -> None:
    old_record(tmp_path / "r", 1)
    record = Record(tmp_path / "r")
    for number in range(50):
        for name, secret in (("one", "SECRETWORD"), ("two", "otherword")):
            detail = {"exercise": name, "number": "0", "text": f"{secret}{number}"}
            record.add(Entry("s", "1", "drafted", detail))
    removal = record.forget(Scope("s", "one"))
    assert len(removal.events) == 50
    assert removal.gone
    assert removal.files == (tmp_path / "r.format-1",)
    files = list(tmp_path.iterdir())
    assert not any(b"SECRETWORD" in file.read_bytes() for file in files)
    assert any(b"otherword49" in file.read_bytes() for file in files)
    left = [event.entry.kind for event in record.events()]
    assert left == ["went", *["drafted"] * 50, "forgotten"]
    assert record.forget(Scope("s", "three")).events == ()
    assert record.merge(removal.events) == Merge(0, 0, 50)
    assert len(record.forget(Scope()).events) == 51
    assert [event.entry.kind for event in record.events()] == ["forgotten"]


def test_nothing_is_forgotten_or_joined_where_nothing_can_be_written(tmp_path: Path) -> None:
    Record(tmp_path / "r").close()
    with contextlib.closing(sqlite3.connect(tmp_path / "r")) as database:
        database.execute(f"PRAGMA user_version = {FORMAT + 1}")
    record = Record(tmp_path / "r")
    with pytest.raises(RecordError, match="newer cablesim"):
        record.forget(Scope())
    with pytest.raises(RecordError, match="newer cablesim"):
        record.merge(())


def test_the_clock_of_the_record_says_no_seconds() -> None:
    assert len(now()) == len("2026-03-02T09:00+00:00")
    read = moment(now())
    assert read is not None
    assert read.second == 0
