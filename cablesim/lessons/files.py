"""Putting a finished file in its place, never over another."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


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
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
