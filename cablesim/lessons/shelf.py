"""The exercises of one scenario or course as a list: order, skill, and how each of them stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cablesim.lessons.attempts import Attempt, Outcome, name_of, solved_exercises
from cablesim.lessons.schedule import Task, comes_back
from cablesim.scenario.exercise import Exercise


class State(StrEnum):
    """How an exercise stands, in a word."""

    NEW = "new"
    OPEN = "open"
    SOLVED = "solved"
    SHOWN = "given up"
    PUT_OFF = "put off"


MARKS = {
    State.NEW: "□",
    State.OPEN: "◐",
    State.SOLVED: "■",
    State.SHOWN: "▨",
    State.PUT_OFF: "□",
}


@dataclass(frozen=True, slots=True)
class Row:
    """An exercise in the list; `due` says that it comes back today."""

    task: Task
    exercise: Exercise
    state: State
    due: bool

    @property
    def mark(self) -> str:
        """The sign of the state."""
        return MARKS[self.state]

    @property
    def words(self) -> str:
        """The state in words."""
        return f"{self.state}, due" if self.due else self.state.value


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
    solved = solved_exercises(attempts)
    last = {name_of(attempt): attempt.outcome for attempt in attempts}
    return tuple(
        Row(task, exercise, _state(last.get(task.name), task.name in solved), task.name in due)
        for task, exercise in pairs
    )


def _state(last: Outcome | None, solved: bool) -> State:  # noqa: FBT001 - one word of two.
    """Return how an exercise stands: what is open comes before what was once solved."""
    match last:
        case Outcome.OPEN:
            return State.OPEN
        case None if not solved:
            return State.NEW
        case _ if solved:
            return State.SOLVED
        case Outcome.SKIPPED:
            return State.PUT_OFF
        case _:
            return State.SHOWN


def found(rows: Iterable[Row], wanted: str) -> tuple[Row, ...]:
    """Return the rows that have every word typed in their id, title, kind, skill or state."""
    typed = wanted.casefold().split()
    return tuple(row for row in rows if all(word in _said(row) for word in typed))


def _said(row: Row) -> str:
    """Return everything by which a row is found."""
    exercise = row.exercise
    said = (exercise.id, exercise.name, exercise.kind, exercise.skill, row.words)
    return " ".join(said).casefold()
