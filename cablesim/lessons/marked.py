"""An answer as it was read, with a sign at every part: which are right, which are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

RIGHT, WRONG = "✓", "✗"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer: what stands there, its number (from 1), whether it is right."""

    text: str
    number: int
    right: bool

    @property
    def sign(self) -> str:
        """The sign below the part; a wrong part has its number too."""
        return RIGHT if self.right else f"{WRONG}{self.number}"


def marked(read: str, parts: Sequence[bool], offset: int = 0) -> tuple[Part, ...]:
    """Return an answer part by part; `offset` parts stood before the first that was asked for.

    Parts are the words of what was read where there are as many of them, or else its signs; where
    neither fits, the parts have no text of their own.

    >>> [(part.text, part.sign) for part in marked("6954 3718", (True, False))]
    [('6954', '✓'), ('3718', '✗2')]
    """
    pieces = _pieces(read, len(parts))
    return tuple(
        Part(text, number, right)
        for number, (text, right) in enumerate(zip(pieces, parts, strict=True), offset + 1)
    )


def _pieces(read: str, count: int) -> Sequence[str]:
    """Cut what was read into so many pieces, or return empty ones."""
    for pieces in (read.split(), [piece.strip() for piece in read.split(";")]):
        if len(pieces) == count:
            return pieces
    signs = [sign for sign in read if not sign.isspace()]
    return signs if len(signs) == count else [""] * count


def rows_of(parts: Sequence[Part], width: int) -> tuple[tuple[str, str], ...]:
    """Return the parts in pairs of lines, text over sign, none wider than a width where it can be.

    Parts without a text are told by their numbers.
    """
    cells = [(part.text or str(part.number), part.sign) for part in parts]
    if not cells:
        return ()
    wide = [max(len(text), len(sign)) for text, sign in cells]
    gap = 1 if max(wide) <= 2 else 2  # noqa: PLR2004 - single signs and their marks.
    lines: list[tuple[str, str]] = []
    above = below = ""
    for (text, sign), size in zip(cells, wide, strict=True):
        if above and len(above) + size > width:
            lines.append((above.rstrip(), below.rstrip()))
            above = below = ""
        above += text.ljust(size + gap)
        below += sign.ljust(size + gap)
    return (*lines, (above.rstrip(), below.rstrip()))
