"""The exercises of one scenario or course as a list: order, skill, and how each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cablesim.lessons.attempts import Attempt, Outcome, done_exercises, handed_in, name_of
from cablesim.lessons.ownmarks import handed_in_words
from cablesim.lessons.schedule import Task, comes_back
from cablesim.scenario.exercise import Exercise


class State(StrEnum):
    """How an exercise stands, in a word."""

    NEW = "new"
    OPEN = "open"
    SOLVED = "solved"
    HANDED_IN = "handed in"
    SHOWN = "given up"
    PUT_OFF = "put off"


ANOTHER = "another variant open"
MARKS = {
    State.NEW: "□",
    State.OPEN: "◐",
    State.SOLVED: "■",
    State.HANDED_IN: "▣",
    State.SHOWN: "▨",
    State.PUT_OFF: "□",
}


@dataclass(frozen=True, slots=True)
class Row:
    """An exercise in the list; `due` says that it comes back today.

    `told` is what is said of the state beyond its word; `going` says that a variant is open, be
    the exercise done already or not.
    """

    task: Task
    exercise: Exercise
    state: State
    due: bool
    told: str = ""
    going: bool = False

    @property
    def mark(self) -> str:
        """The sign of the state."""
        return MARKS[self.state]

    @property
    def words(self) -> str:
        """The state in words."""
        state = self.told or self.state.value
        if self.going and self.state is not State.OPEN:
            state = f"{state}; {ANOTHER}"
        return f"{state}, due" if self.due else state


def rows(
    exercises: Iterable[tuple[Task, Exercise]], attempts: Sequence[Attempt], today: int
) -> tuple[Row, ...]:
    """Return the exercises in their order with where the learner stands on a day."""
    pairs = tuple(exercises)
    due = {
        item.task.name
        for item in comes_back([task for task, _ in pairs], attempts, today)
        if item.day <= today
    }
    waiting = handed_in(attempts)
    done = dict.fromkeys(done_exercises(attempts), State.SOLVED)
    done |= dict.fromkeys(waiting, State.HANDED_IN)
    last = {name_of(attempt): attempt.outcome for attempt in attempts}
    found = []
    for task, exercise in pairs:
        state = _state(last.get(task.name), done.get(task.name))
        told = handed_in_words(waiting[task.name]) if state is State.HANDED_IN else ""
        going = last.get(task.name) is Outcome.OPEN
        found.append(Row(task, exercise, state, task.name in due, told, going))
    return tuple(found)


def _state(last: Outcome | None, done: State | None) -> State:
    """Return how an exercise stands: what was once done stays so, whatever is open after it."""
    match last:
        case _ if done is not None:
            return done
        case Outcome.OPEN:
            return State.OPEN
        case None:
            return State.NEW
        case Outcome.SKIPPED:
            return State.PUT_OFF
        case _:
            return State.SHOWN


def found(rows: Iterable[Row], wanted: str) -> tuple[Row, ...]:
    """Return the rows that have every word typed in their id, title, kind, skill or state.

    One with just this id stands first, then those whose title has words that begin so, then those
    whose title has them at all.
    """
    typed = wanted.casefold().split()
    having = [row for row in rows if all(word in _said(row) for word in typed)]
    return tuple(sorted(having, key=lambda row: _farness(row.exercise, typed)))


def _farness(exercise: Exercise, typed: Sequence[str]) -> int:
    """Return how far id and title are from what was typed, 0 where it is the id."""
    title = exercise.name.casefold()
    if [exercise.id.casefold()] == typed:
        return 0
    if all(any(word.startswith(each) for word in title.split()) for each in typed):
        return 1
    return 2 if all(each in title for each in typed) else 3


def _said(row: Row) -> str:
    """Return everything by which a row is found."""
    exercise = row.exercise
    said = (exercise.id, exercise.name, exercise.kind, exercise.skill, row.words)
    return " ".join(said).casefold()
