"""When an exercise comes back, and which ones make up today's review.

An exercise that was judged once comes back after the first of its days; each time that a fresh
variant is right at once it waits for the next, after the last it rests. Any other end brings it
back to the first. There is no debt: whatever is due, a day has at most ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from cablesim.lessons.attempts import Attempt, Outcome, in_order, name_of, put_off

DAYS = (1, 3, 7, 21)
A_DAY = 10


@dataclass(frozen=True, slots=True)
class Task:
    """An exercise as review and progress need it: where it is, its words, its days."""

    scenario: str
    version: str
    exercise: str
    title: str
    skill: str
    days: tuple[int, ...] = DAYS

    @property
    def name(self) -> tuple[str, str]:
        """The scenario and the exercise."""
        return self.scenario, self.exercise


@dataclass(frozen=True, slots=True)
class Due:
    """An exercise and the day, as `date.toordinal` numbers it, on which it comes back.

    `sure_and_wrong` tells of the last answer. `number` and `student` say which variant is gone on
    with, and whose; None and empty stand for a fresh one.
    """

    task: Task
    day: int
    sure_and_wrong: bool
    number: int | None = None
    student: str = ""


@dataclass(frozen=True, slots=True)
class _Memory:
    """What the attempts at one exercise leave: the place among its days, the last day that counts.

    A success before its day moves nothing: what was done four times in an hour is not yet kept.
    """

    place: int
    day: int
    sure_and_wrong: bool

    def after(self, attempt: Attempt, days: Sequence[int]) -> _Memory:
        """Return the memory after one more judged attempt."""
        if not attempt.at_once:
            return _first(attempt)
        if self.place < len(days) and attempt.day < self.day + days[self.place]:
            return replace(self, sure_and_wrong=False)
        return _Memory(self.place + 1, attempt.day, sure_and_wrong=False)


def _first(attempt: Attempt) -> _Memory:
    """Return what a first attempt leaves, or one that was not right at once."""
    return _Memory(0, attempt.day, attempt.sure_and_wrong)


def comes_back(tasks: Iterable[Task], attempts: Iterable[Attempt], today: int) -> tuple[Due, ...]:
    """Return every exercise that will come back, the most urgent first.

    Sure and wrong comes first, then the earlier day, then the order of the tasks. An exercise
    that was done on a day that is yet to come, by a clock that was wrong, comes back today.
    """
    tasks = tuple(tasks)
    memories = _memories(attempts, {task.name: task.days for task in tasks})
    found = []
    for task in tasks:
        memory = memories.get(task.name)
        if memory is None or memory.place >= len(task.days):
            continue
        day = memory.day + task.days[memory.place] if memory.day <= today else today
        found.append(Due(task, day, memory.sure_and_wrong))
    return tuple(sorted(found, key=lambda due: (not due.sure_and_wrong, due.day)))


def _memories(
    attempts: Iterable[Attempt], days: Mapping[tuple[str, str], Sequence[int]]
) -> dict[tuple[str, str], _Memory]:
    """Fold the judged attempts at each exercise."""
    memories: dict[tuple[str, str], _Memory] = {}
    for attempt in in_order(attempts):
        name = name_of(attempt)
        before = memories.get(name)
        memories[name] = (
            _first(attempt) if before is None else before.after(attempt, days.get(name, DAYS))
        )
    return memories


def done_on(attempts: Iterable[Attempt], today: int) -> frozenset[tuple[str, str]]:
    """Return the exercises that were done or put off in the review of a day."""
    reviews = [attempt for attempt in attempts if attempt.opened.review]
    open_ = {name_of(attempt) for attempt in reviews if attempt.outcome is Outcome.OPEN}
    return frozenset(name_of(each) for each in reviews if each.day == today) - open_


def _taken_up(due: Due, attempts: Iterable[Attempt]) -> Due:
    """Return what is due with the variant that was put off in an earlier review, if one was."""
    left = put_off(attempts, due.task.name, review=True)
    if left is None:
        return due
    return replace(due, number=left.about.number, student=left.about.student)


def todays(
    tasks: Iterable[Task], attempts: Iterable[Attempt], today: int, most: int = A_DAY
) -> tuple[Due, ...]:
    """Return what is left of today's review: at most ten, less what was done or put off today.

    A review that was interrupted goes on with the very variant that was open, before all others;
    one that was put off with nothing judged comes back as it was.
    """
    attempts, tasks = tuple(attempts), tuple(tasks)
    known = {task.name: task for task in tasks}
    reviews = [attempt for attempt in attempts if attempt.opened.review]
    going_on = {
        name_of(left): Due(
            known[name_of(left)],
            today,
            sure_and_wrong=False,
            number=left.about.number,
            student=left.about.student,
        )
        for left in reviews
        if left.outcome is Outcome.OPEN and name_of(left) in known
    }
    done = done_on(attempts, today)
    fresh = [
        _taken_up(due, attempts)
        for due in comes_back(tasks, attempts, today)
        if due.day <= today and due.task.name not in done and due.task.name not in going_on
    ]
    return tuple([*going_on.values(), *fresh][: max(0, most - len(done))])
