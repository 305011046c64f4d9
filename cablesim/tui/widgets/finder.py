"""What screens have in common that find things by typing: a field above, a list below."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import OptionList


class FinderScreen(Screen[None]):
    """A field and a list; arrows move in the list while somebody types, Enter opens.

    A screen of this kind has an action `open`, for what the cursor is on.
    """

    async def on_input_submitted(self) -> None:
        """Open what the cursor is on; a second Enter close behind the first opens nothing more."""
        if self.is_current:
            await self.run_action("open")

    async def on_option_list_option_selected(self) -> None:
        """Open what was chosen with Enter or the mouse."""
        await self.run_action("open")

    def action_down(self) -> None:
        """Go down the list from the field as well."""
        self.query_one(OptionList).action_cursor_down()

    def action_up(self) -> None:
        """Go up the list from the field as well."""
        self.query_one(OptionList).action_cursor_up()
