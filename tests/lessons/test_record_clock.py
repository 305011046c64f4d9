"""No clock changes the order of a record, and impossible times are marked."""

from __future__ import annotations

from pathlib import Path

from pupils import entry, values

from cablesim.lessons.entry import moment, now
from cablesim.lessons.record import Record


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


def test_the_clock_of_the_record_says_no_seconds() -> None:
    assert len(now()) == len("2026-03-02T09:00+00:00")
    read = moment(now())
    assert read is not None
    assert read.second == 0
