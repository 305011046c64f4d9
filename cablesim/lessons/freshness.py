"""Which variant is fresh to a learner: one whose question was not put to them before.

Two draws of an exercise with few texts may give the same question. Such a draw is passed over
while another can be found; an exercise that has no other form is put again, and counts as seen,
so that an answer which was shown a minute ago is not taken for a skill.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol

from cablesim.lessons.attempts import Attempt, name_of, next_number

if TYPE_CHECKING:
    from cablesim.lessons.schedule import Task

# So many draws are looked at for a question that is new; more would be felt.
MOST_LOOKED_AT = 20
# Of so many earlier variants the questions are drawn again, the last first.
MOST_REMEMBERED = 40


class Asking(Protocol):
    """What asks something."""

    @property
    def asks(self) -> Sequence[str]:
        """The question, line by line."""


class Drawing(Protocol):
    """What draws variants; of them no more is wanted here than that they ask."""

    def deal(self, task: Task, number: int, level: int | None, student: str = ...) -> Asking:
        """Draw a variant of an exercise for a student."""


def fresh_number(
    catalogue: Drawing, task: Task, attempts: Iterable[Attempt], student: str
) -> tuple[int, bool]:
    """Return the number of a variant never opened, and whether its question was put before.

    A question counts as the same whatever the order of its options.
    """
    attempts = tuple(attempts)
    first = next_number(attempts, task.name)
    earlier = [each for each in attempts if name_of(each) == task.name][-MOST_REMEMBERED:]
    if not earlier:
        return first, False
    put = {
        _question(catalogue.deal(task, each.about.number, None, each.about.student))
        for each in earlier
    }
    for number in range(first, first + MOST_LOOKED_AT):
        if _question(catalogue.deal(task, number, None, student)) not in put:
            return number, False
    return first, True


def _question(deal: Asking) -> tuple[str, ...]:
    """Return the words of a question, whatever their order."""
    return tuple(sorted(" ".join(deal.asks).split()))
