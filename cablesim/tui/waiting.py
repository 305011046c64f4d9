"""While something is being opened, keys and clicks wait for nothing: they are not for home.

Esc goes back at once; what is loaded by then is not shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App
from textual.events import Event, InputEvent, Key, Paste

if TYPE_CHECKING:
    from collections.abc import Callable

# Leaving the program is no key of the screen that is being left.
ALWAYS = frozenset({"ctrl+q", "ctrl+c"})


class WaitingApp(App[None]):
    """An app that passes nothing on from the hands while something is being opened.

    `opening` is what calls that off, None where nothing is being opened.
    """

    opening: Callable[[], None] | None = None

    async def on_event(self, event: Event) -> None:
        """Drop what hands do meanwhile; Esc calls the opening off."""
        if self.opening is None or not isinstance(event, InputEvent | Paste):
            await super().on_event(event)
        elif isinstance(event, Key) and event.key == "escape":
            self.opening()
        elif isinstance(event, Key) and event.key in ALWAYS:
            await super().on_event(event)
