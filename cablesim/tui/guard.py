"""The second wall: no control, direction or invisible sign leaves for the terminal.

Every text is made visible where it becomes content (see `paint`); this filter on the whole screen
catches what a widget might still let through.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from cablesim.text.visible import visible_line


class VisibleOnly(LineFilter):
    """Replace hidden signs in every drawn segment; segments that steer the terminal pass."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments with every hidden sign made visible, as wide as they were."""
        del background
        if all(segment.control or segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment
            if segment.control or segment.text.isprintable()
            else Segment(_as_wide(segment.text), segment.style)
            for segment in segments
        ]


def _as_wide(text: str) -> str:
    """Return a text with each hidden sign as one visible sign, so that no cell moves."""
    return "".join(sign if sign.isprintable() else visible_line(sign)[:1] for sign in text)
