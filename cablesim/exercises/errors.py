"""What an exercise can refuse."""

from __future__ import annotations

from cablesim.errors import CablesimError


class ExerciseRefused(CablesimError):  # noqa: N818 - the name says what happened.
    """An exercise cannot be drawn from what its author wrote; the message says what to mend.

    `key` is the key of the exercise that is to be mended, such as `vary.plain`.
    """

    def __init__(self, message: str, key: str = "") -> None:
        super().__init__(message)
        self.key = key


class UnknownExercise(CablesimError):  # noqa: N818 - the name says what was found.
    """An exercise that is not in the scenario."""
