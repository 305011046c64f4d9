"""A scenario's exercises made ready: found by name, drawn for a student.

>>> from cablesim.scenario.loading import load
>>> from cablesim.scenario.places import resolve
>>> book = Workbook(load(resolve("stalin-zhou-3305")))
>>> book.draw("copies").judge("3").score
1.0
"""

from __future__ import annotations

from collections.abc import Sequence

from cablesim.exercises.errors import ExerciseRefused, UnknownExercise
from cablesim.exercises.registry import item
from cablesim.exercises.seeds import SALT, SELF, Seed
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Item, Variant
from cablesim.scenario.exercise import Exercise, Marking
from cablesim.scenario.scenario import Scenario
from cablesim.systems.errors import nearest


class Workbook:
    """The exercises of one scenario; each is made ready when it is first asked for."""

    def __init__(self, scenario: Scenario, *, salt: str = SALT, student: str = SELF) -> None:
        self.scenario = scenario
        self.salt = salt
        self.student = student
        self.sources = Sources(scenario)
        self._items: dict[str, Item] = {}

    @property
    def marking(self) -> Marking:
        """How tries become marks."""
        return self.scenario.exercises.marking

    @property
    def exercises(self) -> Sequence[Exercise]:
        """The exercises whose shape is sound, in the order of the file."""
        return self.scenario.exercises.exercises

    def exercise(self, name: str) -> Exercise:
        """Return an exercise by its id; raise `UnknownExercise` with the nearest one."""
        found = self.scenario.exercises.named(name)
        if found is None:
            known = [each.id for each in self.exercises]
            hint = nearest(name, known) or f"; see: cablesim do {self.scenario.id}"
            broken = next(
                (str(each) for each in self.scenario.exercises.findings if name in each.message), ""
            )
            raise UnknownExercise(
                f"there is no exercise '{name}' in {self.scenario.id}{hint}"
                + (f" ({broken})" if broken else "")
            )
        return found

    def item(self, name: str) -> Item:
        """Return an exercise made ready; raise `ExerciseRefused` where it is broken."""
        if name not in self._items:
            try:
                self._items[name] = item(self.exercise(name), self.sources)
            except ExerciseRefused as error:
                message = f"the exercise '{name}' cannot be done: {error}"
                raise ExerciseRefused(message, error.key) from error
        return self._items[name]

    def seed(self, name: str, n: int = 0, student: str = "") -> Seed:
        """Return the seed of the n-th variant of an exercise, for the student or another one."""
        return Seed(self.salt, self.scenario.id, name, student or self.student, n)

    def draw(self, name: str, n: int = 0, level: int | None = None, student: str = "") -> Variant:
        """Draw the n-th variant, for the student or another one.

        `level` says how far the worked steps have faded.
        """
        return self.item(name).draw(self.seed(name, n, student).stream(), level)
