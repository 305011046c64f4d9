"""Invented learners: events and acts for tests of the record, and a few small exercises."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import strategies as st

from cablesim.exercises.seeds import SELF
from cablesim.lessons.acts import (
    Act,
    Confidence,
    Confident,
    Drafted,
    Finished,
    GaveUp,
    Hinted,
    Noted,
    Opened,
    Restarted,
    SelfMarked,
    Skipped,
    Tried,
    Unmarked,
    Variant,
    What,
    entry_of,
)
from cablesim.lessons.entry import Entry, Event, turn_after
from cablesim.lessons.learner import named
from cablesim.lessons.merging import Scope
from cablesim.lessons.record import Record
from cablesim.lessons.schedule import Task
from cablesim.lessons.sitting import Verdict

FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)
OPENED = Opened("1", "1", "f" * 64, "additive")


def at(days: float = 0) -> str:
    """Return a moment so many days after the first."""
    return (FIRST + timedelta(days=days)).isoformat(timespec="seconds")


def day(days: int) -> int:
    """Return the number of the day so many days after the first."""
    return FIRST.date().toordinal() + days


def events_of(told: Iterable[tuple[str, Entry]]) -> tuple[Event, ...]:
    """Return entries with their moments as events of one record."""
    events: list[Event] = []
    turn = 0
    for number, (when, entry) in enumerate(told):
        turn = turn_after(turn, when)
        events.append(Event(f"{number:032x}", turn, when, entry))
    return tuple(events)


def done(
    *whats: What, exercise: str = "add-pad", number: int = 0, days: float = 0
) -> list[tuple[str, Entry]]:
    """Return acts about one variant on one day."""
    about = Variant("s", "1.0.0", exercise, number)
    return [(at(days), entry_of(Act(about, what))) for what in whats]


RIGHT = Tried("12345", "12345", 1.0)
WRONG = Tried("12344", "12344", 0.0, ("carried",))

names = st.sampled_from(["a", "b"])
whats: st.SearchStrategy[What] = st.one_of(
    st.builds(Opened, names, names, names, names, st.sampled_from([None, 0, 2]), st.booleans()),
    st.builds(Drafted, st.text(max_size=8)),
    st.builds(Noted, st.text(max_size=8)),
    st.builds(Confident, st.sampled_from(Confidence)),
    st.builds(Hinted, st.integers(1, 3)),
    st.builds(SelfMarked, st.integers(1, 2), st.just(2), st.sampled_from([0.0, 1.5]), st.just(2.0)),
    st.builds(Unmarked, st.integers(1, 2)),
    st.builds(
        Tried,
        st.text(max_size=8),
        st.text(max_size=8),
        st.sampled_from([0.0, 0.25, 1 / 3, 1.0]),
        st.lists(st.sampled_from(["carried", "shifted"]), max_size=2).map(tuple),
    ),
    st.sampled_from([GaveUp(), Finished(), Skipped(), Restarted()]),
)
students = st.sampled_from([SELF, "b7", "Anna Tarn"])
variants = st.builds(Variant, names, names, names, st.integers(0, 2), students)
acts = st.builds(Act, variants, whats)
scopes = st.one_of(
    st.just(Scope()),
    st.builds(Scope, names),
    st.builds(Scope, names, names),
    st.builds(Scope, names, names, st.sampled_from(["0", "1"])),
)
entries = st.one_of(
    acts.map(entry_of),
    scopes.map(lambda scope: scope.entry),
    st.builds(
        Entry, names, names, names, st.dictionaries(st.text(max_size=4), st.text(max_size=8))
    ),
)
moments = st.integers(-3, 9).map(at)


@st.composite
def pools(draw: st.DrawFn) -> tuple[Event, ...]:
    """Events with identities of their own, turns that may be equal, in any order."""
    found = draw(st.lists(st.tuples(st.integers(1, 9), moments, entries), max_size=14))
    return tuple(
        Event(f"{number:032x}", turn, when, entry)
        for number, (turn, when, entry) in enumerate(found)
    )


@dataclass(frozen=True, slots=True)
class Sum:
    """A small exercise: the number of its variant, doubled."""

    number: int

    opened = OPENED
    hints = ("Twice is once and once more.", "Add it to itself.")
    confidence = True

    @property
    def asks(self) -> Sequence[str]:
        """The question."""
        return (f"Write down twice {self.number}.",)

    @property
    def model(self) -> Sequence[str]:
        """The answer."""
        return (f"It is {2 * self.number}.",)

    def judge(self, answer: str) -> Verdict:
        """Judge a number; anything else cannot be read."""
        if not answer.strip().isdigit():
            return Verdict(
                readable=False, read="", score=0, mistakes=(), says=("Figures.",), finished=False
            )
        right = int(answer) == 2 * self.number
        mistakes = () if right else ("once",)
        return Verdict(
            readable=True,
            read=answer.strip(),
            score=float(right),
            mistakes=mistakes,
            says=("Right.",) if right else ("That is not twice.",),
            finished=right,
        )

    def look(self, text: str) -> Sequence[str] | None:
        """Return the one table there is."""
        return ("Twice 1 is 2.",) if text == "table" else None


@dataclass(frozen=True, slots=True)
class Sums:
    """A catalogue of so many sums of one scenario."""

    count: int

    def tasks(self) -> Sequence[Task]:
        """Return the tasks."""
        return tuple(
            Task("s", "1.0.0", f"sum-{n}", f"Sum {n}", "sums" if n % 2 else "more sums")
            for n in range(self.count)
        )

    def deal(self, task: Task, number: int, level: int | None, student: str = SELF) -> Sum:
        """Draw a variant of a task of this catalogue; nothing of a sum is worked already."""
        assert task in self.tasks()
        assert level in {None, 0}
        assert student == SELF
        return Sum(number)


def learner_at(home: Path, name: str = SELF) -> Path:
    """Make the record of a home, with a name that draws the same variants in every process."""
    record = Record(home / "record.sqlite")
    record.add(named(name))
    record.close()
    return home


def counting() -> Callable[[], str]:
    """Return a maker of identities that counts."""

    def numbers() -> Iterator[str]:
        number = 0
        while True:
            yield f"{number:032x}"
            number += 1

    found = numbers()
    return lambda: next(found)


def entry(value: str, scenario: str = "s") -> Entry:
    """Return an entry of a walk that says one value."""
    return Entry(scenario, "1.0.0", "went", {"name": "sign", "value": value})


def values(record: Record, scenario: str = "s") -> list[str]:
    """Return the values that a record tells of one scenario, in order."""
    return [step.detail["value"] for step in record.of(scenario) if "value" in step.detail]
