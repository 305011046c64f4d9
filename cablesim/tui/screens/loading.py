"""Opening what takes a moment to load: in a thread, with a word in the footer, mistakes shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.screen import Screen
from textual.worker import Worker, get_current_worker

from cablesim.errors import CablesimError
from cablesim.tui.letters import words
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.waiting import WaitingApp
from cablesim.tui.widgets.footer import Footer

T = TypeVar("T")


def load_then(
    screen: Screen[None], load: Callable[[], T], then: Callable[[T], object], what: str
) -> None:
    """Load something in a thread, then go on with it; where it is broken, show why.

    `what` is its name within a sentence. Meanwhile keys are for nobody; Esc calls it off.
    """
    screen.query_one(Footer).say(f"Opening {what} ... Esc goes back.")
    work = partial(_work, screen, load, then, what)
    worker = screen.run_worker(work, group="loading", exclusive=True, thread=True)
    if isinstance(screen.app, WaitingApp):
        screen.app.opening = partial(_call_off, screen, worker)


def _work(
    screen: Screen[None], load: Callable[[], T], then: Callable[[T], object], what: str
) -> None:
    """Load in the thread; everything that is drawn is drawn by the app."""
    app, worker = screen.app, get_current_worker()
    try:
        loaded = load()
    except CablesimError as error:
        app.call_from_thread(_refused, screen, worker, what, str(error))
    else:
        app.call_from_thread(_opened, screen, worker, then, loaded)


def _call_off(screen: Screen[None], worker: Worker[None]) -> None:
    """Show nothing of what is being loaded."""
    worker.cancel()
    _ended(screen)


def _ended(screen: Screen[None]) -> None:
    """Take keys again."""
    screen.query_one(Footer).say("")
    if isinstance(screen.app, WaitingApp):
        screen.app.opening = None


def _opened(
    screen: Screen[None], worker: Worker[None], then: Callable[[T], object], loaded: T
) -> None:
    """Go on, unless it was called off or the learner is elsewhere."""
    if worker.is_cancelled:
        return
    _ended(screen)
    if screen.app.screen is screen:
        then(loaded)


def _refused(screen: Screen[None], worker: Worker[None], what: str, why: str) -> None:
    """Show why something cannot be opened, unless it was called off."""
    if worker.is_cancelled:
        return
    _ended(screen)
    screen.app.push_screen(ReadingScreen(f"{what.upper()} CANNOT BE OPENED", words(why)))
