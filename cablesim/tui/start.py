"""Starting the screen: guards first, then as little as the first frame needs."""

from __future__ import annotations

import os
import select
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cablesim.lessons.wish import Room, Wish
from cablesim.text.visible import visible

if TYPE_CHECKING:
    from textual.screen import Screen

    from cablesim.lessons.walk import Walk
    from cablesim.tui.desk import Desk

LOST = 1
BUG = 70
HUNG_UP = 129
WITHOUT_COLOUR = "ansi-dark"


def start(wish: Wish) -> int:
    """Open the screen, at home or at a scenario, and return the exit code."""
    # The standard says that an empty NO_COLOR asks for nothing; Textual would obey it.
    wanted = os.environ.get("NO_COLOR")
    if wanted == "":
        del os.environ["NO_COLOR"]
    elif wanted:
        # Only a theme of the terminal's own colours can be stripped of all of them, and Textual
        # looks for it before the program can choose one.
        os.environ["TEXTUAL_THEME"] = WITHOUT_COLOUR
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    from cablesim.lessons.places import record_file
    from cablesim.lessons.record import Record
    from cablesim.scenario.listing import listing
    from cablesim.tui.desk import Desk

    desk = Desk(listing(), Record(record_file()))
    if wish.door is not None:
        from cablesim.tui.doors import opening

        return _run(desk, None, opening(desk, wish))
    if wish.scenario is None:
        return _run(desk, None)
    if wish.room is not Room.WALK:
        return _run(desk, None, partial(_written, wish))
    walk = _walk(desk, wish)
    if wish.record is None:
        return _run(desk, walk)
    from pathlib import Path

    from cablesim.lessons.recording import record_to

    finish = record_to(walk, Path(wish.record))
    code = _run(desk, walk)
    finish()
    return code


def _written(wish: Wish) -> Screen[None]:
    """Open a scenario that is being written: as a student sees it, or in its files."""
    path = Path(wish.scenario or "")
    if wish.room is Room.PREVIEW:
        from cablesim.tui.screens.findings import opened

        return opened(path)
    from cablesim.tui.screens.studio import StudioScreen

    return StudioScreen(path, wish.file)


def _walk(desk: Desk, wish: Wish) -> Walk:
    """Load the scenario that was named, and make the choices that were given."""
    from cablesim.scenario.places import resolve

    walk = desk.walk(resolve(wish.scenario or ""))
    walk.wish(wish)
    return walk


def _run(desk: Desk, walk: Walk | None, opening: Callable[[], Screen[None]] | None = None) -> int:
    """Run the screen until it is left."""
    from cablesim.tui.app import CablesimApp

    app = CablesimApp(desk, walk, opening)
    threading.Thread(target=_leave_when_hung_up, daemon=True).start()
    app.run()
    desk.record.close()
    if app.bug:
        sys.stderr.write(f"cablesim: this is a bug in cablesim, please report it: {app.bug}\n")
        return BUG
    if desk.record.loss:
        sys.stderr.write(f"cablesim: {visible(desk.record.loss)}\n")
        return LOST
    return 0


def _leave_when_hung_up() -> None:
    """Wait until the terminal is gone, then leave at once: everything is on the record.

    A window that is closed sends a signal to the shell or to make, which may keep it to itself;
    the program would then read from nothing for ever.
    """
    poll = select.poll()
    poll.register(0, 0)
    if any(event & select.POLLHUP for _, event in poll.poll()):
        os._exit(HUNG_UP)
