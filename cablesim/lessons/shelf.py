"""The exercises at hand, as review and progress take them off the shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cablesim.errors import CablesimError
from cablesim.lessons.schedule import Task
from cablesim.lessons.sitting import Deal, Shelf


@dataclass(frozen=True, slots=True)
class EmptyShelf:
    """A shelf without exercises."""

    def tasks(self) -> Sequence[Task]:
        """Return no task."""
        return ()

    def deal(self, task: Task, number: int) -> Deal:
        """Refuse: there is nothing to draw."""
        raise CablesimError(f"there is no exercise '{task.exercise}' to draw variant {number} of")


def shelf_at_hand() -> Shelf:
    """Return the exercises of the scenarios at hand."""
    return EmptyShelf()
