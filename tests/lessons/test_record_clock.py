"""No clock changes the order of a record, and impossible times are marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pupils import at, counting, entry, events_of, values
from soak import step

from cablesim.lessons.account import Account, account_of
from cablesim.lessons.acts import entry_of
from cablesim.lessons.attempts import attempts_of, marks_of
from cablesim.lessons.days import calendar, clock_behind, doubts
from cablesim.lessons.entry import moment, now
from cablesim.lessons.record import Record
from cablesim.lessons.report import event_lines
from cablesim.lessons.schedule import Task


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


# What somebody does within an hour, entry by entry; nothing of it asks for the time.
SCRIPT = [entry_of(step(number)) for number in range(23)]


def end_state(file: Path, moments: list[str], present: str) -> object:
    """Work through the script by a clock; return all that follows from the record."""
    clock = iter(moments)
    record = Record(file, clock=lambda: next(clock), identity=counting())
    for each in SCRIPT:
        record.add(each)
    record.close()
    record = Record(file)
    events = record.events()
    record.close()
    attempts = attempts_of(events, UTC)
    today = calendar([*(event.at for event in events), present], UTC).today
    tasks = [Task("soak", "1.0.0", f"exercise-{n}", f"{n}", "additive") for n in range(7)]
    account = account_of(events, attempts, tasks, today)
    marks = marks_of(attempts, lambda attempt: max(t.tried.score for t in attempt.tries))
    timeless = tuple(replace(attempt, judged_at=0) for attempt in attempts)
    turns = [event.turn for event in events]
    assert turns == sorted(set(turns))
    return [event.entry for event in events], timeless, account_without_turns(account), marks


def account_without_turns(account: Account) -> Account:
    """Return an account whose attempts tell no turn: that alone follows the clock."""
    return replace(account, open=tuple(replace(left, judged_at=0) for left in account.open))


RIGHT_CLOCK = [at(number / 1440) for number in range(len(SCRIPT))]
PRESENT = at(0.5)


@pytest.mark.parametrize("wrong", ["an hour back", "1970", "no moment"])
@pytest.mark.parametrize("first", [1, 4, 9, 20])
@pytest.mark.parametrize("until", [5, 23])
def test_a_clock_set_back_changes_neither_order_nor_marks_nor_days(
    tmp_path: Path, wrong: str, first: int, until: int
) -> None:
    moments = list(RIGHT_CLOCK)
    for number in range(first, until):
        moments[number] = {
            "an hour back": at((number - 60) / 1440),
            "1970": (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=number)).isoformat(),
            "no moment": "soon",
        }[wrong]
    right = end_state(tmp_path / "right", RIGHT_CLOCK, PRESENT)
    assert end_state(tmp_path / "wrong", moments, PRESENT) == right


# Minutes back on the same day, or to years before this program was written. On another day a
# clock that runs on for two days behind is believed again: that is another rule.
YEAR = 60 * 24 * 365
BACK = st.one_of(st.integers(-500, 0), st.integers(-56 * YEAR, -7 * YEAR))


@settings(max_examples=10)
@given(st.lists(BACK, min_size=22, max_size=22))
def test_whatever_a_clock_set_back_shows_the_end_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, minutes: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("clock")
    # The first moment is right; afterwards the clock never shows a later one.
    moments = [RIGHT_CLOCK[0], *(at(back / 1440) for back in minutes)]
    still = [RIGHT_CLOCK[0]] * len(SCRIPT)
    right = end_state(folder / "right", still, PRESENT)
    assert end_state(folder / "wrong", moments, PRESENT) == right


def test_impossible_times_are_marked_and_the_others_are_not() -> None:
    told = {
        at(0): "",
        at(1 / 24): "",
        at(0.001): "by a clock that was set back",
        at(1 / 24 + 0.001): "",
        "1970-01-01T00:00+00:00": "before this program was written",
        "nonsense": "no moment at all",
        at(-1): "by a clock that was set back",
        at(400): "by a clock that was ahead",
        at(2): "",
        at(1.5): "by a clock that was set back",
        at(5): "",
    }
    found = list(doubts(told, at(6), UTC))
    assert dict(zip(told, found, strict=True)) == told
    events = events_of((when, entry("x")) for when in told)
    lines = list(event_lines(events, at(6)))
    assert lines[2].startswith(f"{at(0.001)} (by a clock that was set back) s 1.0.0: went")
    assert lines[0].startswith(f"{at(0)} s 1.0.0: went")


def test_a_clock_that_runs_on_is_never_doubted() -> None:
    moments = [at(number / 24) for number in range(500)]
    assert not any(doubts(moments, moments[-1]))


def test_a_step_in_the_future_is_told_with_what_follows() -> None:
    ahead = [at(0), at(400)]
    first = clock_behind(ahead, at(1), UTC)
    assert day(1) in first
    assert day(400) in first
    assert "from 2 days after your next step on it is believed" in first
    assert f"from {day(3)} on it is believed" in clock_behind([*ahead, at(1)], at(1), UTC)
    assert f"from {day(3)} on it is believed" in clock_behind([*ahead, at(1)], at(2), UTC)
    assert clock_behind([*ahead, at(1)], at(3), UTC) == "", "it is believed again"


def test_of_a_right_clock_nothing_is_told() -> None:
    assert clock_behind([], at(0), UTC) == ""
    assert clock_behind([at(0), at(400)], at(400), UTC) == ""
    assert clock_behind([at(0.5)], at(0.2), UTC) == "", "an hour back on the same day moves no day"
    assert clock_behind([at(1)], "nonsense", UTC) == ""


def day(number: int) -> str:
    """Return a day as it is written."""
    return at(number)[:10]
