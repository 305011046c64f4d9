"""How much room there is on a disk, so that a record makes do with little of it."""

from __future__ import annotations

import shutil
from pathlib import Path

# Four times what the log of a record may take where nobody keeps it small.
SCARCE = 16 * 1024 * 1024


def is_scarce(file: Path) -> bool:
    """Tell whether there is so little room where a file lies that a log should be kept small."""
    try:
        return shutil.disk_usage(file.parent).free < SCARCE
    except OSError:
        return False
