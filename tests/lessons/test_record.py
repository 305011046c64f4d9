"""The record keeps what was added, in order, and lets go of what is forgotten."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pupils import counting, entry, values
from soak import old_record

from cablesim.lessons.entry import Entry
from cablesim.lessons.merging import Scope
from cablesim.lessons.progress import Progress, Step, StepKind, progress_of
from cablesim.lessons.record import Merge, Record
from cablesim.lessons.recordfile import RecordError
from cablesim.lessons.recordrows import FORMAT


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


def test_a_commit_that_went_through_unnoticed_is_not_written_twice(tmp_path: Path) -> None:
    record = Record(tmp_path / "r", identity=counting())
    record.add(entry("a"))
    twice = Record(tmp_path / "r", identity=counting())
    twice.add(entry("a"))
    assert values(record) == ["a"]


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
