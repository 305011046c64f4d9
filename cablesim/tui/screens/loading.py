"""Opening what takes a moment to load: in a thread, with a word in the footer, mistakes shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.screen import Screen

from cablesim.errors import CablesimError
from cablesim.tui.letters import words
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.widgets.footer import Footer

T = TypeVar("T")


def load_then(
    screen: Screen[None], load: Callable[[], T], then: Callable[[T], object], what: str
) -> None:
    """Load something in a thread, then go on with it; where it is broken, show why.

    A second wish while the first is loaded takes its place.
    """
    screen.query_one(Footer).say(f"{what} is being opened ...")
    work = partial(_work, screen, load, then, what)
    screen.run_worker(work, group="loading", exclusive=True, thread=True, exit_on_error=True)


def _work(
    screen: Screen[None], load: Callable[[], T], then: Callable[[T], object], what: str
) -> None:
    """Load in the thread; everything that is drawn is drawn by the app."""
    app = screen.app
    try:
        loaded = load()
    except CablesimError as error:
        app.call_from_thread(_refused, screen, what, str(error))
        return
    app.call_from_thread(_opened, screen, then, loaded)


def _opened(screen: Screen[None], then: Callable[[T], object], loaded: T) -> None:
    """Go on, unless the learner went elsewhere meanwhile."""
    screen.query_one(Footer).say("")
    if screen.app.screen is screen:
        then(loaded)


def _refused(screen: Screen[None], what: str, why: str) -> None:
    """Show why something cannot be opened."""
    screen.query_one(Footer).say("")
    screen.app.push_screen(ReadingScreen(f"{what.upper()} CANNOT BE OPENED", words(why)))
