"""Seeing that a folder's files changed, by their sizes and times alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TypeAlias

MOST_FILES = 200
Stamp: TypeAlias = tuple[tuple[str, int, int, int], ...]


def stamp(folder: Path) -> Stamp:
    """Return name, size, time of writing and inode of every plain file in a folder.

    A file that is written in place, replaced, added or taken away changes it; hidden files, such
    as the halves of files being written, do not.
    """
    found: list[tuple[str, int, int, int]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                facts = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(facts.st_mode):
                    found.append((entry.name, facts.st_size, facts.st_mtime_ns, facts.st_ino))
                if len(found) == MOST_FILES:
                    break
    except OSError:
        return ()
    return tuple(sorted(found))
