"""What must stand before each stage of an exercise: by the route, freed and bound by its author."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.judging.chains import ancestors
from cablesim.scenario.exercise import OrderTask
from cablesim.systems.errors import nearest

_NO_ORDER = "no order keeps these bounds: a stage would stand before one that it must follow"


def waits(task: OrderTask, after: Mapping[str, Collection[str]]) -> Mapping[str, frozenset[str]]:
    """Return for each stage of an exercise all that must stand before it.

    `after` is the route: for each of its stages those that it follows. No stage waits for a loose
    one, unless the task says that the loose one stands before it; a free one waits for none.

    Raises ExerciseRefused for a name that is not there, and for bounds that no order keeps.

    >>> task = OrderTask(("sign", "time", "read"), (), False, ("time",), {"time": ("read",)})
    >>> found = waits(task, {"sign": [], "time": ["sign"], "send": ["time"], "read": ["send"]})
    >>> {name: sorted(names) for name, names in found.items()}
    {'sign': [], 'time': ['sign'], 'read': ['sign', 'time']}
    """
    for name, known, key, where in _named(task, after):
        if name not in known:
            raise ExerciseRefused(f"{where.format(name)}{nearest(name, known)}", key)
    whole, bound = ancestors(after), set(task.stages) - set(task.loose)
    free = frozenset(task.free)
    found = {name: set() if name in free else {*whole[name]} & bound for name in task.stages}
    for name, later in task.before.items():
        for each in later:
            found[each].add(name)
    try:
        return ancestors(found)
    except CycleError:
        raise ExerciseRefused(_NO_ORDER, "before") from None


def _named(
    task: OrderTask, after: Mapping[str, Collection[str]]
) -> Iterator[tuple[str, Collection[str], str, str]]:
    """Yield (name, the names that it may be, key, what is said if it is none of them)."""
    here = "'{}' is none of the stages of this exercise"
    for name in task.stages:
        yield name, after, "stages", "there is no stage '{}' in history.toml"
    for key, names in (("loose", task.loose), ("free", task.free), ("because", task.because)):
        for name in names:
            yield name, task.stages, key, here
    for name, later in task.before.items():
        yield name, task.loose, "before", "'{}' is none of the loose stages"
        for each in later:
            yield each, task.stages, f"before.{name}", here
