"""Names that an exercise lists and that are not there: all of them, and not the first alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.fault import Fault
from cablesim.exercises.registry import item
from cablesim.exercises.sources import Sources
from cablesim.scenario.exercise import (
    ClassifyTask,
    CorroborateTask,
    Exercise,
    FormTask,
    OrderTask,
    RecallTask,
    SupportTask,
    Task,
)

CODE = "E103"


def refusals(exercise: Exercise, sources: Sources, first: ExerciseRefused) -> tuple[Fault, ...]:
    """Return why an exercise cannot be made ready: what was found first, and each name like it.

    Each name of a list is tried by itself, at its own key.
    """
    found = [Fault(CODE, str(first), key=first.key)]
    for task in _one_by_one(exercise.task):
        try:
            item(replace(exercise, task=task), sources)
        except ExerciseRefused as error:
            if str(error) not in {fault.message for fault in found}:
                found.append(Fault(CODE, str(error), key=error.key))
    return tuple(found)


def _one_by_one(task: Task) -> Iterator[Task]:
    """Yield a task again for each name in its list, with that name alone."""
    match task:
        case RecallTask():
            yield from (replace(task, terms=(name,)) for name in task.terms)
        case FormTask():
            yield from (replace(task, ask=(name,), accept={}) for name in task.ask)
            for name in task.accept:
                yield replace(task, ask=(), accept={name: task.accept[name]})
        case ClassifyTask():
            yield from (replace(task, claims=(name,)) for name in task.claims)
        case CorroborateTask():
            yield from (replace(task, beside=(name,)) for name in task.beside)
        case OrderTask():
            bare = replace(task, loose=(), before={}, free=(), because={})
            yield from (replace(bare, stages=(name,)) for name in task.stages)
        case SupportTask():
            for number in range(len(task.options)):
                kept = (
                    option if n == number else replace(option, claim="")
                    for n, option in enumerate(task.options)
                )
                yield replace(task, options=tuple(kept))
        case _:
            return
