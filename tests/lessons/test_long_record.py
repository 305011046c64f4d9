"""A long record costs what it is long, and not the square of it; nothing is read in vain.

Steps are counted here and not seconds, so that a slow machine changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar, overload

import pytest
from pupils import OPENED, WRONG, done, entry, events_of

from cablesim.lessons import attempts as folding
from cablesim.lessons import progress as walking
from cablesim.lessons import recordrows as rows
from cablesim.lessons.account import account_of
from cablesim.lessons.acts import Hinted, Restarted
from cablesim.lessons.attempts import attempts_of
from cablesim.lessons.entry import Entry
from cablesim.lessons.progress import Step, StepKind, progress_of
from cablesim.lessons.record import Record
from cablesim.lessons.schedule import Task

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.lessons.acts import What


T = TypeVar("T")


class Counted(Sequence[T]):
    """Values that count how often one of them is looked at."""

    def __init__(self, values: Sequence[T]) -> None:
        self._values = values
        self.looks = 0

    def __len__(self) -> int:
        return len(self._values)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._values[place]

    def __iter__(self) -> Iterator[T]:
        for value in self._values:
            self.looks += 1
            yield value


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that grows with every attempt or progress that is copied."""
    made: list[object] = []

    def counting(value: object, **changes: object) -> object:
        made.append(value)
        return replace(value, **changes)  # type: ignore[type-var]  # it is one, as before.

    for module in (folding, walking):
        monkeypatch.setattr(module, "replace", counting)
    return made


@pytest.mark.parametrize("what", [WRONG, Hinted(1)])
def test_many_acts_on_one_variant_make_one_attempt_and_no_copies(
    copies: list[object], what: What
) -> None:
    (attempt,) = attempts_of(events_of(done(OPENED, *[what] * 500)))
    assert len(attempt.tries) + len(attempt.hints) in {500, 1}
    assert len(copies) <= 2


def test_a_variant_begun_anew_very_often_is_copied_as_often(copies: list[object]) -> None:
    assert len(attempts_of(events_of(done(*[Restarted()] * 200)))) == 201
    assert len(copies) <= 3 * 201


def test_many_answers_on_a_walk_are_gathered_without_copies(copies: list[object]) -> None:
    steps = [Step(StepKind.ANSWERED, f"question {n % 300}", "1") for n in range(500)]
    found = progress_of(steps)
    assert len(found.answers) == 300
    assert found.answers[-1] == ("question 199", "1")
    assert len(copies) <= 2


@pytest.mark.parametrize("names", ["scenario", "exercise"])
def test_an_account_looks_at_each_step_a_few_times_whatever_they_are_about(names: str) -> None:
    told = [
        (when, replace(step, scenario=f"s-{n}") if names == "scenario" else step)
        for n in range(300)
        for when, step in done(OPENED, WRONG, exercise=f"e-{n}")
    ]
    events = Counted(events_of(told))
    tasks = [Task("s", "1", f"e-{n}", f"{n}", f"skill {n}") for n in range(300)]
    attempts = Counted(attempts_of(events))
    found = account_of(events, attempts, tasks, 0)
    assert len(found.scenarios) == (300 if names == "scenario" else 1)
    assert len(found.skills) == (1 if names == "scenario" else 300)
    assert events.looks <= 4 * len(events)
    assert attempts.looks <= 20 * len(attempts)


def test_what_was_read_is_read_anew_only_after_somebody_wrote(tmp_path: Path) -> None:
    one, other = Record(tmp_path / "r"), Record(tmp_path / "r")
    one.add(entry("a"))
    read = other.events()
    assert other.events() is read
    one.add(entry("b"))
    assert len(other.events()) == 2
    other.add(entry("c"))
    assert len(other.events()) == 3
    assert [event.entry for event in one.events()] == [event.entry for event in other.events()]


def test_one_scenario_is_read_past_all_others(tmp_path: Path) -> None:
    record = Record(tmp_path / "r")
    record.merge(events_of(("2026-03-02T09:00+00:00", entry(f"{n}")) for n in range(2000)))
    record.add(Entry("other", "1", "went", {}))
    steps: list[None] = []
    database = record._database
    assert database is not None
    database.set_progress_handler(lambda: steps.append(None), 1)
    assert len(rows.read(database, "other")) == 1
    database.set_progress_handler(None, 0)
    assert len(steps) < 200
