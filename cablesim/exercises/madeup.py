"""What of an exercise can never be real: the house's own book and pad, and whatever chance draws.

An author may say that something is not made up, such as the dates of telegrams, or a word of the
message under the message's own keys. Nobody can say so of these.
"""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.exercises.fault import Fault
from cablesim.scenario.exercise import (
    BookTask,
    DepthTask,
    Drawn,
    Exercise,
    GarbleTask,
    SystemTask,
    Task,
)

CODE = "E109"


def never_real(task: Task) -> str:
    """Say what of a task is made up whatever its author says, or nothing.

    A list of values to choose from may hold real ones; what is drawn figure by figure may not.
    """
    match task:
        case BookTask():
            return "the code book, and the pad that is drawn," if task.adds else "the code book"
        case GarbleTask():
            return "the damage, and the pad that is drawn,"
        case DepthTask():
            return "the code book, and the pad that is drawn,"
        case SystemTask():
            drawn = [name for name, how in task.drawn.items() if _by_chance(how)]
            return f"what is drawn for '{drawn[0]}'" if drawn else ""
        case _:
            return ""


def _by_chance(how: Drawn) -> bool:
    """Say whether a value is drawn sign by sign, as a number or as an order."""
    return bool(how.figures or how.letters or how.shuffle or how.least or how.most)


def called_real(exercise: Exercise) -> Iterator[Fault]:
    """Yield a fault where an author calls real what never is."""
    made = "" if exercise.made_up else never_real(exercise.task)
    if made:
        message = f"made_up = false stands here, and {made} can never be real"
        cure = "take made_up = false out; where some of it is real, say which in a banner"
        yield Fault(CODE, message, cure, "made_up")
