"""A screen that looks at a scenario's folder anew whenever a file in it is saved."""

from __future__ import annotations

from textual import work
from textual.screen import Screen

from cablesim.authoring.previewing import Look, Preview

EVERY_SECONDS = 0.5


class WatchingScreen(Screen[None]):
    """A screen over a `Preview`; checking is done beside the screen, which is told by `taken`."""

    preview: Preview

    def watch_folder(self) -> None:
        """Begin to watch; while another screen is in front, that one watches."""
        self.set_interval(EVERY_SECONDS, self._watch)

    def _watch(self) -> None:
        """Look at the folder where a file was saved."""
        if self.app.screen is self and self.preview.changed:
            self.look()

    def look(self) -> None:
        """Check and make the walk anew."""
        self._look()

    @work(thread=True, exclusive=True, group="look", exit_on_error=False)
    def _look(self) -> None:
        """Check and make the walk beside the screen."""
        look = self.preview.look()
        self.app.call_from_thread(self.taken, look)

    def taken(self, look: Look) -> None:
        """Take in what a look found; a screen shows it here."""
        self.preview.take(look)
