"""What screens have in common that find things by typing: a field above, a list below."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import OptionList


class FinderScreen(Screen[None]):
    """A field and a list; arrows move in the list while somebody types, Enter opens."""

    def on_input_submitted(self) -> None:
        """Open what the cursor is on; a second Enter close behind the first opens nothing more."""
        if self.is_current:
            self.action_open()

    def on_option_list_option_selected(self) -> None:
        """Open what was chosen with Enter or the mouse."""
        self.action_open()

    def action_down(self) -> None:
        """Go down the list from the field as well."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Go up the list from the field as well."""
        self.query_one(OptionList).action_cursor_up()

    def action_open(self) -> None:
        """Open what the cursor is on."""
        raise NotImplementedError
