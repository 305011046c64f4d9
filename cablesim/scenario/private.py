"""Folders for their owner alone, whatever the umask says, and what is in them on the disk."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone.

    Raises NotADirectoryError where something else is in the way.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True, mode=0o700)
        with suppress(OSError):
            synced(each.parent)
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")


def synced(path: Path) -> None:
    """Force a file or folder to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
