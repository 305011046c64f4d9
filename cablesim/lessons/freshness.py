"""Which variant is fresh to a learner: one whose question was not put to them before.

Two draws of an exercise with few texts may give the same question. Such a draw is passed over
while another can be found; an exercise that has no other form is put again, and counts as seen,
so that an answer which was shown a minute ago is not taken for a skill.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

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
    put = {_sorted(asks(each.about.number, each.about.student)) for each in earlier}
    for number in range(first, first + MOST_LOOKED_AT):
        if _sorted(asks(number, student)) not in put:
            return number, False
    return first, True


def _sorted(question: Sequence[str]) -> tuple[str, ...]:
    """Return the words of a question, whatever their order."""
    return tuple(sorted(" ".join(question).split()))
