"""An import takes nothing away without a word, and no clock that was ahead is obeyed."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pupils import at, entry, pools, values

from cablesim.lessons.acts import Act, Tried, Variant, entry_of
from cablesim.lessons.attempts import attempts_of
from cablesim.lessons.days import LATEST, calendar
from cablesim.lessons.entry import Entry, Event, turn_after
from cablesim.lessons.merging import FORGOTTEN, Scope, WouldRemove, joined, kept
from cablesim.lessons.record import Record
from cablesim.lessons.review import Review
from cablesim.lessons.transfer import exported, imported

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from cablesim.lessons.schedule import Task
    from cablesim.lessons.sitting import Deal

AHEAD = 365 * 4


def record_on(folder: Path, days: float, *steps: str) -> Record:
    """Return a record whose clock stands so many days after the first, with some steps on it."""
    folder.mkdir(exist_ok=True)
    record = Record(folder / "r", clock=lambda: at(days))
    for step in steps:
        record.add(entry(step))
    return record


def forgotten(turn: int, scope: Scope, when: str = at()) -> Event:
    return Event("f" * 32, turn, when, scope.entry)


def taken(record: Record) -> tuple[Event, ...]:
    """Return a record as another machine reads it."""
    return imported(exported(record.events()).encode())


def test_steps_that_the_other_record_forgot_are_counted_before_anything_is_changed(
    tmp_path: Path,
) -> None:
    theirs = record_on(tmp_path / "a", 1.002, "x")
    theirs.forget(Scope())
    ours = record_on(tmp_path / "b", 1, *"1234567")
    before = ours.events()
    with pytest.raises(
        WouldRemove, match=r"^7 of your steps would be removed.*nothing was"
    ) as said:
        ours.merge(taken(theirs))
    assert said.value.steps == before
    assert ours.events() == before
    assert [file.name for file in (tmp_path / "b").glob("*before*")] == []


def test_what_is_removed_by_agreement_is_counted_and_kept_in_a_dated_copy(tmp_path: Path) -> None:
    theirs = record_on(tmp_path / "a", 1.002, "x")
    theirs.forget(Scope())
    ours = record_on(tmp_path / "b", 1, *"1234567")
    before = ours.events()
    done = ours.merge(taken(theirs), removing=True)
    assert (done.removed, done.unheeded) == (before, 0)
    assert [event.entry.kind for event in ours.events()] == [FORGOTTEN]
    assert done.copy is not None
    assert done.copy.name.startswith("r.before-import-20")
    assert stat.S_IMODE(done.copy.stat().st_mode) == 0o600
    assert Record(done.copy).events() == before
    assert not list((tmp_path / "b").glob("*.part*"))
    again = ours.merge(taken(theirs))
    assert (again.new, again.removed, again.copy) == (0, (), None)


def test_forgetting_everything_removes_the_dated_copy_too_and_less_names_it(
    tmp_path: Path,
) -> None:
    ours = record_on(tmp_path / "b", 1, "1")
    mark = forgotten(turn_after(0, at(1)) + 1000, Scope("s"))
    done = ours.merge([mark], removing=True)
    ours.add(entry("2"))
    ours.add(entry("3", "other"))
    assert ours.forget(Scope("s")).aside == (done.copy,)
    assert ours.forget(Scope()).files == (done.copy,)
    assert done.copy is not None
    assert not done.copy.exists()


def test_what_both_had_forgotten_needs_no_agreement(tmp_path: Path) -> None:
    ours = record_on(tmp_path / "b", 1, "1")
    ours.forget(Scope("s"))
    mark = forgotten(turn_after(0, at(1)) + 1000, Scope())
    assert ours.merge([mark]).removed == ()
    assert ours.events() == (mark,)


def test_a_wish_to_forget_by_a_clock_that_was_ahead_takes_no_step_away(tmp_path: Path) -> None:
    theirs = record_on(tmp_path / "a", AHEAD, "x")
    theirs.forget(Scope())
    theirs.add(entry("after"))
    ours = record_on(tmp_path / "b", 1, *"123")
    for removing in (False, True):
        done = ours.merge(taken(theirs), removing=removing)
        assert (done.removed, done.unheeded) == ((), 1)
        assert values(ours) == ["1", "2", "3", "after"]
    ours.add(entry("4"))
    assert values(ours)[-1] == "4", "what came by a clock that was ahead is not the newest for ever"


def test_such_a_wish_is_kept_where_it_takes_nothing_away(tmp_path: Path) -> None:
    theirs = record_on(tmp_path / "a", 0, "x")
    old = taken(theirs)
    mark = forgotten(turn_after(0, at(AHEAD)), Scope(), at(AHEAD))
    fresh = record_on(tmp_path / "b", 1)
    assert fresh.merge([mark]).new == 1
    done = fresh.merge(old)
    assert (done.new, done.forgotten, values(fresh)) == (0, 1, [])


@pytest.mark.parametrize("turn", [10**15, 10**15 - 1, 10**16, turn_after(0, at(9))])
def test_a_record_with_a_turn_far_ahead_can_still_be_taken_elsewhere(
    tmp_path: Path, turn: int
) -> None:
    ours = record_on(tmp_path / "b", 1, "1")
    for number, far in enumerate([turn, turn - 1]):
        ours.merge([Event(f"{number:032x}", far, at(), entry(f"far {number}"))])
    ours.add(entry("2"))
    assert values(ours) == ["1", "far 0", "far 1", "2"]
    elsewhere = record_on(tmp_path / "c", 1)
    elsewhere.merge(taken(ours))
    assert elsewhere.events() == ours.events()
    assert elsewhere.events()[-1].turn < turn_after(0, at(1.1))


def test_what_came_by_a_clock_that_was_ahead_keeps_its_own_order(tmp_path: Path) -> None:
    ours = record_on(tmp_path / "b", 1, "1")
    far = [Event(f"{n:032x}", 10**15 - n, at(AHEAD), entry(f"{n}")) for n in range(5)]
    ours.merge(far)
    assert values(ours) == ["1", "4", "3", "2", "1", "0"]
    assert ours.merge(far).known == 5


def test_a_machine_whose_clock_lost_the_years_moves_nothing(tmp_path: Path) -> None:
    theirs = record_on(tmp_path / "a", 30, *"12")
    ours = Record(tmp_path / "r", clock=lambda: "1970-01-01T00:00+00:00")
    ours.merge(taken(theirs))
    assert ours.events() == theirs.events()


@settings(max_examples=60)
@given(pools(), pools(), st.integers(1, 12))
def test_joining_at_any_present_leaves_nothing_after_it_and_no_step_of_ours_out(
    ours: Sequence[Event], theirs: Iterable[Event], present: int
) -> None:
    ours = kept(ours)
    theirs = [Event(f"f{e.id[1:]}", e.turn * 10**12, e.at, e.entry) for e in theirs]
    now = at(present * 365)
    done = joined(ours, theirs, now)
    end = max([turn_after(0, now) + 300_000, *(event.turn for event in ours)])
    assert all(event.turn <= end + len(theirs) for event in done.comes)
    assert len(done.comes) + done.forgotten + done.unheeded == len(theirs)
    latest = turn_after(0, now) + 300_000
    believed = any(e.entry.kind == FORGOTTEN and e.turn <= latest for e in theirs)
    assert believed or done.lost == ()


class NoTasks:
    """A catalogue with one exercise."""

    def __init__(self, *tasks: Task) -> None:
        self._tasks = tasks

    def tasks(self) -> Sequence[Task]:
        """Return them."""
        return self._tasks

    def deal(self, task: Task, number: int, level: int | None, student: str = "") -> Deal:
        """Nothing is drawn here."""
        raise AssertionError(f"{task} {number} {level} {student}")


def tried(number: int, when: str) -> Event:
    act = Act(Variant("s", "1.0.0", "sum-0", number), Tried("1", "1", 1.0))
    return Event(f"{number:032x}", turn_after(0, at(1)), when, entry_of(act))


@pytest.mark.parametrize(
    "when", ["9999-12-31T00:00+00:00", "9999-12-31T23:59-23:59", at(AHEAD), at(400 * 365)]
)
def test_a_moment_that_cannot_be_right_stops_no_review(tmp_path: Path, when: str) -> None:
    ours = record_on(tmp_path / "b", 1)
    ours.merge([tried(1, when)])
    review = Review(ours, NoTasks(), at(2))
    assert date.fromordinal(review.today).isoformat() == at(2)[:10]
    assert review.end().startswith("Nothing comes back")
    (attempt,) = attempts_of(ours.events())
    assert attempt.day <= review.today


@given(st.datetimes(), st.integers(1, 10**16))
def test_no_day_is_later_than_a_calendar_can_count(when: object, turn: int) -> None:
    moment = f"{when}+00:00"
    event = Event("0" * 32, turn, moment, Entry("s", "1", "went", {}))
    today = calendar([moment, event.believed]).today
    assert today <= LATEST
    assert event.believed in {"", moment}
    assert date.fromordinal(today + 1000).year < 2130


def test_a_record_of_one_machine_believes_all_its_own_moments(tmp_path: Path) -> None:
    days = [3.0, 1.0, 400.0, 2.0]
    record = Record(tmp_path / "r", clock=lambda: at(days[0]))
    for _ in range(4):
        record.add(entry("x"))
        days.append(days.pop(0))
    assert all(event.believed == event.at for event in record.events())


@pytest.mark.parametrize("place", ["at", "scenario", "version", "kind"])
def test_half_a_sign_is_refused_with_its_line(place: str) -> None:
    fields = {"at": at(), "scenario": "s", "version": "1", "kind": "went", place: "\ud800"}
    when = fields.pop("at")
    bad = Event("0" * 32, 1, when, Entry(**fields, detail={}))
    good = Event("1" * 32, 1, at(), entry("a"))
    with pytest.raises(Exception, match="line 3 holds half a sign"):
        imported(exported([good, bad]).encode())


def test_half_a_sign_that_was_typed_is_exported_and_read_back(tmp_path: Path) -> None:
    ours = record_on(tmp_path / "b", 1, "\udcff")
    other = record_on(tmp_path / "c", 1)
    other.merge(taken(ours))
    assert other.events() == ours.events()


def test_the_copy_of_a_record_can_be_put_in_its_place(tmp_path: Path) -> None:
    ours = record_on(tmp_path / "b", 1, *"12")
    done = ours.merge([forgotten(turn_after(0, at(1)) + 1000, Scope())], removing=True)
    assert done.copy is not None
    with closing(sqlite3.connect(done.copy)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    ours.close()
    done.copy.rename(tmp_path / "b" / "r")
    back = record_on(tmp_path / "b", 1, "3")
    assert (values(back), back.trouble, back.notice) == (["1", "2", "3"], "", "")
