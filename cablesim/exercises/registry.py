"""The kinds by name; a kind's module is imported when an exercise of it is made ready."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from cablesim.exercises.naming import in_words
from cablesim.scenario.exercise import Exercise, SystemTask

if TYPE_CHECKING:
    from collections.abc import Callable

    from cablesim.exercises.sources import Sources
    from cablesim.exercises.variant import Item

_HOMES = {
    "form": "form:FormItem",
    "encode": "book:BookItem",
    "decode": "book:BookItem",
    "garble": "garble:GarbleItem",
    "order": "order:OrderItem",
    "support": "support:SupportItem",
    "classify": "classify:ClassifyItem",
    "depth": "depth:DepthItem",
    "number": "number:NumberItem",
    "corroborate": "corroborate:CorroborateItem",
    "explain": "explain:ExplainItem",
    "recall": "recall:RecallItem",
}
_SYSTEM = "system:SystemItem"
KINDS = tuple(_HOMES)


def item(exercise: Exercise, sources: Sources) -> Item:
    """Return an exercise made ready; raise `ExerciseRefused` where it cannot be.

    Claims are named by their words then. Encoding and decoding by a teaching system have a home of
    their own.
    """
    home = _SYSTEM if isinstance(exercise.task, SystemTask) else _HOMES[exercise.kind]
    module, _, name = home.partition(":")
    made = getattr(import_module(f"cablesim.exercises.kinds.{module}"), name)
    exercise = in_words(exercise, sources.scenario.evidence)
    return cast("Callable[[Exercise, object, Sources], Item]", made)(
        exercise, exercise.task, sources
    )
