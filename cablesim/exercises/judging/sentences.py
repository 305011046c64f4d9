"""What is said to a named mistake where the author of an exercise says nothing of his own."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from cablesim.exercises.phrases import filled
from cablesim.scenario.exercise import Exercise

USUAL: Mapping[str, str] = {
    "carried": "{part} {n}, {read}, is what comes out if tens are carried. Here every figure "
    "stands alone: {why}.",
    "borrowed": "{part} {n}, {read}, is what comes out if tens are borrowed from the neighbour. "
    "Here every figure stands alone: {why}.",
    "subtracted": "{part} {n}, {read}, is what is left when the pad, or key, is taken away: {why}. "
    "To encipher, it is added; to decipher it is taken away.",
    "added-twice": "{part} {n}, {read}, has the pad added twice: {why}.",
    "not-added": "{part} {n}, {read}, is the code group as it was; the pad has still to be added.",
    "added": "{part} {n}, {read}, comes out if what the sender added is added once more: {why}. "
    "Take it away.",
    "not-taken-off": "{part} {n}, {read}, is the cipher group as it came; the pad has still to be "
    "taken off.",
    "not-looked-up": "The code groups are right; now the words. Look each group up in the book.",
    "shifted": "{part} {n}, {read}, fits the pad moved by one place. Is the first pad group under "
    "the first group?",
    "wrong-page": "{part} {n}, {read}, was worked with another page of the pad than {page}.",
    "other-pad": "{part} {n}, {read}: {why}.",
    "worked-indicator": "You took the pad off the first group that came in too. It only names the "
    "page: leave it out, and begin with the second.",
    "forgot-indicator": "The groups are right, but the indicator is left out. Without it the "
    "receiver cannot find the page.",
    "added-indicator": "{part} {n}, {read}, was worked with the indicator as additive. The page's "
    "first group only names it; the additive begins with the second.",
    "single-words": "You looked up single words. Where the book has several words in one entry, "
    "the longest that fits is taken.",
    "wrong-row": "{part} {n}, {read}, comes from the row above or below in the book. Lay a ruler "
    "under the line.",
    "shorter-entry": "{part} {n}, {read}: {why}.",
    "other-entry": "{part} {n}, {read}: {why}.",
    "swapped": "{part} {n}, {read}, has two neighbouring signs in each other's place.",
    "other-way": "You went the other way: {way} was asked for.",
    "copied": "This is the text that was given; nothing has been done to it yet.",
    "off-by-one": "Everything is one step off. Where does the counting begin, with nought or one?",
    "key-shifted": "The key lies one place beside its own. Its first sign belongs to the first "
    "sign of the text.",
    "exchanged": "{part} {n}, {read}, stands in the place of another one, and that one in its "
    "place.",
    "one-place-off": "It is right sign for sign, and stands one place off: {why}.",
    "turned-round": "The two rows stand the wrong way round: {why}. The pad, or key, is what is "
    "taken away.",
    "smaller-from-larger": "{part} {n}, {read}, comes out if the smaller figure is taken from the "
    "larger: {why}. The second row is always taken from the first, with ten lent for nothing.",
    "pad-copied": "{part} {n}, {read}, is what stands in the pad, or key. It has still to be "
    "worked with the other row.",
    "key-orders": "The columns stand in the order of their places. The number over a column says "
    "when it is read, not where it is put.",
    "key-ignored": "The columns stand from left to right, and the key has done nothing yet. The "
    "number over a column says when it is read.",
    "last-first": "The columns stand in the order of the key with the last one first. Column 1 is "
    "the first to be read.",
    "columns-exchanged": "Two columns stand in each other's place. Number the key once more.",
    "rows-read": "The columns were put in the order of the key, and then the rows were read. Read "
    "the columns, each from top to bottom.",
    "corners-swapped": "Where a pair makes a rectangle, its two letters stand in each other's "
    "place. The first letter gives the corner in its own row, and so does the second.",
    "pairs-turned": "The two letters of every pair stand in each other's place.",
    "line-wrong-way": "Pairs in one row, or in one column, went the wrong way: {way} was asked "
    "for.",
    "row-column": "Row and column stand in each other's place. Which of the two comes first?",
    "places-listed": "This lists the places of the letters in the order of the alphabet. Under "
    "each letter goes its own number instead: the first in the alphabet gets 1, where it stands.",
    "alphabet-places": "These are the places in the whole alphabet. Number the letters of the key "
    "among themselves: the first of them gets 1.",
    "equal-letters": "Every letter has a number of its own; of equal letters the left one comes "
    "first.",
    "check-in-front": "{part} {n}, {read}, has its check in front; it belongs behind the group.",
    "key-not-repeated": "The key came to its end, and the rest of the text was left as it was. "
    "The key is written again and again, up to the last letter.",
    "keys-swapped": "The two keys were used in each other's place.",
    "backwards": "It stands the wrong way round, last first.",
    "next-group": "The damaged group is not {read}, but one beside it. Count again from the first "
    "group that came in.",
    "as-received": "{read} is the group as it came, damage and all. Which figure of it is wrong?",
    "not-in-book": "{read} gives a group that the book does not have, so it cannot have been sent.",
    "two-figures": "{read} changes more than one figure; the line damaged one.",
    "wrong-sign": "{read} goes the wrong way: the right figure is changed by the right amount, and "
    "what the sum lacks of the check is added to it, not taken away.",
    "other-repair": "{read} gives a word of the book, but the check group does not agree.",
    "too-early": "{read} stands before something that it must follow: {why}.",
    "too-late": "{read} stands behind something that has to follow it: {why}.",
    "extra": "{read} does not belong in this row.",
    "left-out": "Left out: {read}. Name all that belong in the row.",
    "all": "You chose every statement. Each one asks: which line says so?",
    "wrong-line": "{read}: the statement is supported, but not by that line. {why} Which line "
    "says it?",
    "no-line": "{read}: give the line too; every letter needs its own.",
    "pad-added": "Here the pad was added to the second telegram. It was added when it was sent; "
    "take it away.",
    "difference": "This is the difference of the two telegrams. It is free of the pad; with the "
    "known text it leads to the second.",
    "telegrams-added": "This is the sum of the two telegrams, and the pad is in it twice. Taken "
    "from each other they are free of it.",
    "pad-alone": "{part} {n}, {read}, is the pad, and that is half the way. Take it off the second "
    "telegram, and look up what is left.",
    "first-again": "That is the first telegram again.",
    "bracket": "The words in square brackets were added by the edition. Who wrote which part?",
    "other-field": "For “{field}” you wrote what stands in another field: {why}.",
    "invented": "The page has no such field. What it does not have is answered with none.",
    "none": "The page does have “{field}”. Look at the head and the foot once more.",
    "no-reason": "The direction needs its reason: {why}; go on writing.",
    "short": "This has {read}, and the task asks for {why}; go on writing.",
    "long": "This has {read}, and the task asks for {why}. What can go?",
    "other-term": "{read} is another term: {why}",
}


def asks_why(exercise: Exercise, name: str) -> bool:
    """Say whether what is said to a mistake has the reason in it."""
    return "{why}" in (exercise.feedback.get(name) or USUAL.get(name, ""))


def said(
    exercise: Exercise,
    name: str,
    values: Mapping[str, str],
    more: Callable[[], Mapping[str, str]] | None = None,
) -> str:
    """Return what is said to a named mistake: the author's sentence, or the usual one.

    `more` gives further values for placeholders, if they are needed.
    """
    text = exercise.feedback.get(name) or USUAL.get(name, "")
    return filled(text, values, more)
