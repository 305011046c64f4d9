"""The footer: one line of keys, the most needed first, as many as fit; made once, redrawn seldom.

Textual's own footer makes a widget for each key and makes them anew at every change of focus; this
one is a single line. A message from the program (nothing saved, a key that does nothing here)
takes its place until the next key.
"""

from __future__ import annotations

from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from cablesim.tui.keys import ACTIONS, Action, Place
from cablesim.tui.letters import words

GAP = "  "


class Footer(Widget):
    """The keys that matter at one place; a click on a key does what the key does."""

    DEFAULT_CSS = """
    Footer { dock: bottom; height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, place: Place) -> None:
        super().__init__()
        everywhere = (action for action in ACTIONS[Place.EVERYWHERE] if action.rank)
        own = (action for action in ACTIONS[place] if action.rank)
        self._actions = sorted((*own, *everywhere), key=lambda action: action.rank)
        self._message = ""
        self._idle: frozenset[str] = frozenset()

    def without(self, *names: str) -> None:
        """Leave out actions that have nothing to do here; their keys still say so."""
        idle = frozenset(names)
        if idle != self._idle:
            self._idle = idle
            self.refresh()

    def say(self, message: str) -> None:
        """Show a sentence instead of the keys; the empty text shows the keys again."""
        if message != self._message:
            self._message = message
            self.refresh()

    def _fitting(self) -> list[Action]:
        """Return the actions that fit into the width, the most needed first."""
        fitting: list[Action] = []
        room = self.content_size.width
        for action in self._actions:
            if action.name in self._idle:
                continue
            room -= len(_label(action)) + len(GAP)
            if room + len(GAP) < 0:
                break
            fitting.append(action)
        return fitting

    def render(self) -> Content:
        """Draw the message, or the keys that fit."""
        if self._message:
            return words(self._message, "bold")
        parts: list[Content] = []
        for action in self._fitting():
            parts += [words(action.shown, "bold $accent"), words(f" {action.word}{GAP}")]
        return Content.assemble(*parts)

    async def on_click(self, event: Click) -> None:
        """Do the action that was clicked."""
        if self._message:
            self.say("")
            return
        place = event.x - self.styles.padding.left
        for action in self._fitting():
            if 0 <= place < len(_label(action)):
                await self.screen.run_action(action.name)
                return
            place -= len(_label(action)) + len(GAP)


def _label(action: Action) -> str:
    """Return what the footer shows for an action."""
    return f"{action.shown} {action.word}"
