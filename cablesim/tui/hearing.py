"""Once a second: what is written is forced to the disk, and other windows are heard of.

A screen that shows what another window may change has a method `take_in`, which is given the events
and draws anew; what is being typed stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablesim.lessons.windows import told
from cablesim.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import App

    from cablesim.lessons.record import Record

# The promise is two seconds.
EVERY_SECONDS = 1.0


class Hearing:
    """Looks after the record while the screen is open."""

    def __init__(self, app: App[None], record: Record) -> None:
        self._app = app
        self._record = record
        self._notice = record.notice

    def tend(self) -> None:
        """Force what was written to the disk, and say what another window has done."""
        self._record.settle()
        events = self._record.news()
        said = told(events)
        if said:
            for screen in self._app.screen_stack:
                take_in = getattr(screen, "take_in", None)
                if take_in is not None:
                    take_in(events)
        if self._record.notice != self._notice:
            self._notice = self._record.notice
            said = self._notice
        if said:
            for footer in self._app.screen.query(Footer):
                footer.say(said)
