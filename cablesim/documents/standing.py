"""How a sentence is known; the word that every historical sentence carries."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Standing(StrEnum):
    """How a sentence is known, from firm to open; what the program makes up is invented."""

    DOCUMENT = "document"
    EDITION = "edition"
    ELSEWHERE = "elsewhere"
    INFERENCE = "inference"
    GAP = "gap"
    INVENTED = "invented"

    @property
    def mark(self) -> str:
        """One sign for places with no room for the word."""
        return _MARKS[self]

    @property
    def meaning(self) -> str:
        """What the standing says, in a sentence."""
        return _MEANINGS[self]


_MARKS = {
    Standing.DOCUMENT: "D",
    Standing.EDITION: "E",
    Standing.ELSEWHERE: "O",
    Standing.INFERENCE: "I",
    Standing.GAP: "?",
    Standing.INVENTED: "*",
}
_MEANINGS = {
    Standing.DOCUMENT: "The telegram itself says it.",
    Standing.EDITION: "The archive's heading, brackets or summary say it.",
    Standing.ELSEWHERE: "Another document or a published work says it.",
    Standing.INFERENCE: "It is reasoned out from other claims, with a doubt.",
    Standing.GAP: "Nobody has shown it.",
    Standing.INVENTED: "It is made up for teaching.",
}
_ORDER = tuple(Standing)


def weakest(standings: Iterable[Standing]) -> Standing:
    """Return the least firm of some standings; of none, the firmest there is.

    >>> weakest([Standing.DOCUMENT, Standing.GAP]).value
    'gap'
    """
    return max(standings, key=_ORDER.index, default=Standing.DOCUMENT)
