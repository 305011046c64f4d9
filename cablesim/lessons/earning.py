"""What tries earn and what is taken off, as sums that a learner can follow."""

from __future__ import annotations

from cablesim.lessons.attempts import Attempt
from cablesim.lessons.catalogue import practice_mark
from cablesim.scenario.exercise import Exercise, Marking


def cost_words(marking: Marking) -> str:
    """Return what hints and wrong tries take off the points, and how many tries count.

    >>> cost_words(Marking(hint_cost=0.1, attempt_cost=0.1, attempts=3))
    'Points taken off: each hint 10%, each wrong try 10%. The first 3 tries count.'
    """
    costs = ((marking.hint_cost, "each hint"), (marking.attempt_cost, "each wrong try"))
    said = ", ".join(f"{what} {share:.0%}" for share, what in costs if share)
    off = f"Points taken off: {said}. " if said else ""
    return f"{off}{_limit(marking).capitalize()}."


def earned_words(attempt: Attempt, exercise: Exercise, marking: Marking) -> str:
    """Return what the tries have earned, as a sum; an attempt without a try has none.

    Where an earlier try earned more than the last one, or the last counts no more, it says so.
    """
    mark = practice_mark(attempt, exercise, marking)
    head = f"{_figure(mark.points)} of {mark.of:g} points"
    late = mark.tries > marking.attempts
    if not mark.best:
        why = (
            f"{_limit(marking)}, and nothing was earned by then"
            if late
            else "hints and wrong tries took all of them"
        )
        return f"{head}: {why}."
    best = attempt.tries[mark.best - 1]
    wrong = sum(not each.right for each in attempt.tries[: mark.best - 1])
    if mark.best == mark.tries:
        less = _less(best.hints, wrong, marking)
        return f"{head}: {mark.of:g}{less}." if less else f"{head}."
    less = _less(best.hints, wrong, marking, of=f" of {mark.of:g} points")
    limit = f"{_limit(marking)}, and " if late else ""
    return (
        f"{head}: {limit}try {mark.best} earned most, "
        f"{_figure(best.tried.score * mark.of)} for what was right in it{less}. "
        "What came after it takes nothing off."
    )


def _limit(marking: Marking) -> str:
    """Return how many tries count."""
    if marking.attempts == 1:
        return "only the first try counts"
    return f"the first {marking.attempts} tries count"


def _less(hints: int, wrong: int, marking: Marking, of: str = "") -> str:
    """Return what is taken off a try: so much for each wrong one before it, and for each hint.

    `of` says of what the shares are taken, where that is not what stands before.
    """
    costs = (
        (marking.attempt_cost, wrong, "wrong try" if wrong == 1 else "wrong tries"),
        (marking.hint_cost, hints, "hint" if hints == 1 else "hints"),
    )
    said = [
        f"{share:.0%}{of} for {'each of ' * (count > 1)}{count} {what}"
        for share, count, what in costs
        if share and count
    ]
    return f"{',' * bool(of)} less {' and '.join(said)}" if said else ""


def _figure(points: float) -> str:
    """Return points as they are read: at most two places, none that says nothing."""
    return f"{round(points, 2):g}"
