"""Which variant is fresh to a learner: one whose question was not put to them before.

Two draws of an exercise with few texts may give the same question. Such a draw is passed over
while another can be found; where all were put, one comes again, and counts as seen, so that an
answer which was shown a minute ago is not taken for a skill. It is not the question put last while
there is any other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from cablesim.lessons.acts import Variant
from cablesim.lessons.attempts import Attempt, name_of, next_number

# So many draws are looked at for a question that is new; more would be felt.
MOST_LOOKED_AT = 20
# Of so many earlier variants the questions are drawn again, the last first.
MOST_REMEMBERED = 40


def fresh_number(
    exercise: tuple[str, str],
    attempts: Iterable[Attempt],
    student: str,
    asks: Callable[[int, str], Sequence[str]],
) -> tuple[int, bool]:
    """Return the number of a variant never opened, and whether its question was put before.

    `exercise` is the scenario and the exercise; `asks` draws the question of a number for a
    student. A question counts as the same whatever the order of its options.
    """
    attempts = tuple(attempts)
    first = next_number(attempts, exercise)
    earlier = [each for each in attempts if name_of(each) == exercise][-MOST_REMEMBERED:]
    if not earlier:
        return first, False
    put = [_sorted(asks(each.about.number, each.about.student)) for each in earlier]
    again = None
    for number in range(first, first + MOST_LOOKED_AT):
        question = _sorted(asks(number, student))
        if question not in put:
            return number, False
        if again is None and question != put[-1]:
            again = number
    return first if again is None else again, True


def has_another(
    about: Variant, attempts: Iterable[Attempt], asks: Callable[[int, str], Sequence[str]]
) -> bool:
    """Tell whether a variant to come asks anything else than this one; `asks` draws as above."""
    this = _sorted(asks(about.number, about.student))
    first = next_number(attempts, (about.scenario, about.exercise))
    numbers = range(first, first + MOST_LOOKED_AT)
    return any(_sorted(asks(number, about.student)) != this for number in numbers)


def _sorted(question: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a question, whatever their order."""
    return tuple(sorted(" ".join(question).split()))
