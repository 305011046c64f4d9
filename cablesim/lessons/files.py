"""Putting a finished file in its place, never over another, and on the disk."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from cablesim.scenario.private import synced


def named(unfinished: Path, path: Path) -> None:
    """Give a finished file its name, for good; raise FileExistsError where it is taken."""
    try:
        path.hardlink_to(unfinished)
    except FileExistsError:
        raise
    except OSError:
        # A disk without links: what is lost is the guard against a file made this very moment.
        if path.exists():
            raise FileExistsError(path) from None
        unfinished.rename(path)
    # Where folders cannot be synchronised, the system does it in its own time.
    with suppress(OSError):
        synced(path.parent)
