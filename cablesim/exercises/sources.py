"""What exercises draw from: the scenario, and its code books made ready once."""

from __future__ import annotations

from cablesim.errors import CablesimError
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.shelf import Shelf
from cablesim.scenario.scenario import Scenario
from cablesim.systems.errors import nearest


class Sources:
    """A scenario with its shelves of books; one for all exercises of the scenario."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._shelves: dict[str, Shelf] = {}

    def shelf(self, cipher: str) -> Shelf:
        """Return the shelf of a cipher of the scenario."""
        if cipher not in self._shelves:
            try:
                self._shelves[cipher] = Shelf(self.scenario.teaching.book)
            except CablesimError as error:
                raise ExerciseRefused(str(error), "cipher") from error
        return self._shelves[cipher]

    def demand_cipher(self, cipher: str) -> Shelf:
        """Return the shelf of a cipher that an exercise names; it has to name that of the scenario.

        In a scenario that has no cipher written, any name is that of the usual one.
        """
        own = self.scenario.teaching.cipher
        if not cipher:
            raise ExerciseRefused("this exercise names neither a cipher nor a system", "cipher")
        if own and cipher != own:
            hint = nearest(cipher, [own]) or f"; there is: {own}"
            raise ExerciseRefused(f"there is no cipher '{cipher}'{hint}", "cipher")
        return self.shelf(cipher)
