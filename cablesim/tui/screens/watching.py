"""A screen that looks at a scenario's folder anew whenever a file in it is saved."""

from __future__ import annotations

from textual import work
from textual.screen import Screen

from cablesim.authoring.previewing import Look, Preview

EVERY_SECONDS = 0.5


class WatchingScreen(Screen[None]):
    """A screen over a `Preview`; checking is done beside the screen, which is told by `taken`."""

    preview: Preview
    _looking = False
    _again = False

    def watch_folder(self) -> None:
        """Begin to watch; while another screen is in front, that one watches."""
        self.set_interval(EVERY_SECONDS, self._watch)

    def _watch(self) -> None:
        """Look at the folder where a file was saved."""
        if self.app.screen is self and self.preview.changed:
            self.look()

    def look(self) -> None:
        """Check and make the walk anew; one look at a time, so that none overtakes another."""
        self._again = self._looking
        if not self._looking:
            self._looking = True
            self._look()

    @work(thread=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        """Check and make the walk beside the screen."""
        look: Look | None = None
        try:
            look = self.preview.look()
        finally:
            self.app.call_from_thread(self._looked, look)

    def _looked(self, look: Look | None) -> None:
        """Show what a look found, and look again where that was wanted meanwhile."""
        self._looking = False
        if look is not None and self.is_attached:
            self.taken(look)
        if self._again:
            self.look()

    def taken(self, look: Look) -> None:
        """Take in what a look found; a screen shows it here."""
        self.preview.take(look)
