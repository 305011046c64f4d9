"""The exercises at hand, as review and progress take them off the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cablesim.errors import CablesimError
from cablesim.lessons.schedule import Task
from cablesim.lessons.sitting import Catalogue, Deal


@dataclass(frozen=True, slots=True)
class EmptyCatalogue:
    """A catalogue without exercises."""

    def tasks(self) -> Sequence[Task]:
        """Return no task."""
        return ()

    def deal(self, task: Task, number: int, level: int | None) -> Deal:
        """Refuse: there is nothing to draw."""
        del level
        raise CablesimError(f"there is no exercise '{task.exercise}' to draw variant {number} of")


def catalogue_at_hand() -> Catalogue:
    """Return the exercises of the scenarios at hand."""
    return EmptyCatalogue()
