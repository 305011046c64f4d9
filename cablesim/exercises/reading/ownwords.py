"""Whether a text is in the learner's own words: not the question again, nor one word repeated.

No program judges what a reason says; these can be told without judging it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

RUN = 6
SHORTEST = 3
MANY = 15
FEW = 0.6
OWN = 2
# Letters and no sound among them, one letter alone, letters with figures.
_VOWEL = re.compile("[AEIOUYАЕИОУЫЭЮЯІЄЇ]")
_PLAIN = re.compile("[A-ZА-ЯІЄЇ']+")
_SHORT = frozenset("AIИВКОСУЯ")


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


def of_question(spoken: Sequence[str], given: Sequence[str]) -> bool:
    """Say whether a text has the words of the question and hardly one beside them, in any order.

    >>> of_question("STATEMENT THE TO DO NOTES".split(), "DO THE NOTES TO THE STATEMENT".split())
    True
    """
    return len(set(spoken).difference(given)) < OWN


def wordless(spoken: Sequence[str]) -> bool:
    """Say whether most of a text is no words: single letters, letters with figures, no vowel.

    >>> wordless("A B C D E F".split()), wordless("SH IS A SIGN".split())
    (True, False)
    """
    return 2 * sum(map(_is_word, spoken)) <= len(spoken)


def _is_word(word: str) -> bool:
    """Say whether a word may be one; a number may, and what is in another script."""
    if len(word) == 1:
        return word in _SHORT or word.isdigit()
    if _PLAIN.fullmatch(word):
        return _VOWEL.search(word) is not None
    return word.isdigit() or not any(map(str.isdigit, word))


def repeated(spoken: Sequence[str], least: int) -> bool:
    """Say whether a text is one word, or a few, over and over again.

    >>> repeated(["BLAH"] * 9, 8), repeated("ONE VOICE CAN BE MISTAKEN AND ONE VOICE".split(), 8)
    (True, False)
    """
    return len(set(spoken)) <= FEW * min(least, MANY)
