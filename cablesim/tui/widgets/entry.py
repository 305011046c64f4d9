"""A field of one line that is empty again the moment Enter is pressed."""

from __future__ import annotations

from textual.widgets import Input


class EntryField(Input):
    """A field for one answer after another.

    The screen hears of Enter a little later than the field; were the field emptied only then, a
    second Enter close behind the first would hand in the same answer twice.
    """

    async def action_submit(self) -> None:
        """Hand in what stands there, and begin anew."""
        written = self.value
        self.clear()
        self.post_message(self.Submitted(self, written, None))
