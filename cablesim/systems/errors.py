"""What a system can refuse."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from cablesim.errors import CablesimError


class SystemRefused(CablesimError):  # noqa: N818 - the name says what happened.
    """A system cannot do what is asked; the message says why and what to do."""


class ParameterRefused(SystemRefused):
    """A parameter's value does not fit; the message names the parameter."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name = name


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint at the nearest known word, or an empty text.

    >>> nearest("vigener", ["vigenere", "porta"])
    "; did you mean 'vigenere'?"
    """
    near = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"; did you mean '{near[0]}'?" if near else ""
