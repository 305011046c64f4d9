"""What is shown while the terminal is too small."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from cablesim.tui.letters import words


class TooSmallScreen(Screen[None]):
    """A sentence; the screen below comes back by itself when there is room."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(id="too-small")
        self._least = (width, height)

    def compose(self) -> ComposeResult:
        """Say what is needed."""
        width, height = self._least
        yield Static(
            words(
                f"This window is too small: make it {width} by {height} or larger. Nothing is lost."
            )
        )
