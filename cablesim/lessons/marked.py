"""An answer as it was read, with a sign at every part: which are right, which are not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from cablesim.exercises.verdict import WRONG, Part

# Stands where something is missing.
GAP = "·"


class Judged(Protocol):
    """A verdict as far as it says what was written, and what is right in it."""

    @property
    def read(self) -> str:
        """What was read."""

    @property
    def parts(self) -> tuple[bool, ...]:
        """Right or not, for each part that was asked for."""

    @property
    def wrote(self) -> tuple[Part, ...]:
        """What was written, in its own order."""


def marked(verdict: Judged) -> tuple[Part, ...]:
    """Return what was written, part by part; nothing where it cannot be told apart."""
    if verdict.wrote:
        return verdict.wrote
    pieces = _pieces(verdict.read, len(verdict.parts))
    return tuple(
        Part(text, number, right)
        for number, (text, right) in enumerate(zip(pieces, verdict.parts, strict=False), 1)
    )


def signed(part: int, text: str, *, right: bool) -> str:
    """Return a remark behind the sign and number of the part that it is about."""
    return f"· {text}" if right or not part else f"{WRONG}{part} {text}"


def _pieces(read: str, count: int) -> Sequence[str]:
    """Cut what was read into so many pieces, or return none."""
    for pieces in (read.split(), [piece.strip() for piece in read.split(";")]):
        if len(pieces) == count:
            return pieces
    return ()


def rows_of(parts: Sequence[Part], width: int) -> tuple[tuple[str, str], ...]:
    """Return the parts in pairs of lines, text over sign, none wider than a width where it can be.

    A part without a text is a gap.
    """
    cells = [(part.text or GAP, part.sign) for part in parts]
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
