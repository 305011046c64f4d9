"""Whether a text is in the learner's own words: not the question again, nor one word repeated.

No program judges what a reason says; these two can be told without judging it.
"""

from __future__ import annotations

from collections.abc import Sequence

RUN = 6
SHORTEST = 3
MANY = 8


def copied(spoken: Sequence[str], given: Sequence[str], least: int) -> bool:
    """Say whether a text is for the most part copied, and has too few words beside that.

    Copied is what stands in a run of some words that the question has too, so that case, marks and
    a word put in do not count; to quote the question and go on is no copy.

    >>> asked = "What do the notes in other files do to the statement".split()
    >>> copied([*asked, "indeed"], asked, 8), copied([*asked, *"a b c d e f g h".split()], asked, 8)
    (True, False)
    """
    run = min(RUN, len(given))
    if run < SHORTEST:
        return list(spoken) == list(given)
    rows = {tuple(given[place : place + run]) for place in range(len(given) - run + 1)}
    own, done = 0, 0
    for place in range(len(spoken)):
        if tuple(spoken[place : place + run]) in rows:
            done = place + run
        own += place >= done
    return own < least and own < len(spoken) - own


def repeated(spoken: Sequence[str], least: int) -> bool:
    """Say whether a text is one word, or a few, over and over again.

    >>> repeated(["BLAH"] * 9, 8), repeated("ONE VOICE CAN BE MISTAKEN AND ONE VOICE".split(), 8)
    (True, False)
    """
    return 2 * len(set(spoken)) <= min(least, MANY)
