"""Folders for their owner alone, whatever the umask says."""

from __future__ import annotations

from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone.

    Raises NotADirectoryError where something else is in the way.
    """
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir(exist_ok=True, mode=0o700)
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")
