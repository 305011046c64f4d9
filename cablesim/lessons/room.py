"""How much room there is on a disk, so that a record makes do with little of it."""

from __future__ import annotations

import shutil
from pathlib import Path

# Four times what the log of a record may take where nobody keeps it small.
SCARCE = 16 * 1024 * 1024
# With less a record can hardly be opened: the memory that windows share takes half of it.
FULL = 64 * 1024


def is_scarce(file: Path) -> bool:
    """Tell whether there is so little room where a file lies that a log should be kept small."""
    return _has_less(file, SCARCE)


def is_full(file: Path) -> bool:
    """Tell whether there is no room where a file lies."""
    return _has_less(file, FULL)


def _has_less(file: Path, room: int) -> bool:
    """Tell whether a disk has less room than so many bytes; one that does not say it has enough."""
    try:
        return shutil.disk_usage(file.parent).free < room
    except OSError:
        return False
