"""Where a blank stands by itself, so that no group has to be spent on it.

The rule of our books: between two things a blank stands, unless a sign says otherwise. A comma
has none before it, an opening quotation mark none after it, a dash none on either side. Where a
text differs from the rule, the book's "close up" or "space" group says so, and so the text comes
back sign for sign.
"""

from __future__ import annotations

_AFTER_ONLY = frozenset(".,:;?!)]}”»…%°")
_BEFORE_ONLY = frozenset("([{“«„‘№#$£<")
_NEITHER = frozenset("-–—/'’_@^~`·|\\*\"\n")


def blank_before(sign: str) -> bool:
    """Tell whether a blank stands before this sign (or the first sign of a word) by the rule."""
    return sign not in _AFTER_ONLY and sign not in _NEITHER


def blank_after(sign: str) -> bool:
    """Tell whether a blank stands after this sign (or the last sign of a word) by the rule."""
    return sign not in _BEFORE_ONLY and sign not in _NEITHER


def gap(left: str, right: str) -> str:
    """Return what stands by the rule between two pieces of text: one blank or nothing.

    >>> gap("KOREA", "."), gap("KOREA", "AND"), gap("“", "WE")
    ('', ' ', '')
    """
    if not left or not right:
        return ""
    return " " if blank_after(left[-1]) and blank_before(right[0]) else ""
