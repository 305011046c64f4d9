"""The only place where text becomes content for a widget.

A plain string given to a Textual widget is markup: "FILIPPOV [Stalin]" would lose its bracket, and
a file could bring actions along. So no string of a document, a scenario or a learner reaches a
widget but through `words`, and styles are given beside texts, never inside them.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from cablesim.text.visible import visible

QUIET = "$foreground 75%"
HISTORY = "bold $primary"
TEACHING = "bold $accent"
LIT = "reverse bold"
TAB_WIDTH = 4
# Stands before a choice, so that it is never parted from it at the margin.
YOURS = "your choice: "


def words(text: str, style: str = "") -> Content:
    """Return a text as content, to the letter, with every hidden sign made visible."""
    return Content.styled(visible(text).expandtabs(TAB_WIDTH), style)


def joined(parts: Iterable[Content], between: str = "\n") -> Content:
    """Return contents joined by a text of our own."""
    return Content(between).join(parts)
