"""What was checked before: a scenario whose every byte is the same need not be checked again."""

from __future__ import annotations

from pathlib import Path

from cablesim.scenario.private import make_folder


class Checked:
    """Marks of folders whose content was found sound: empty files named by its hash.

    A folder with a mark is built without checking its shapes again. A mark that cannot be written
    costs only time.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, content: str) -> bool:
        """Tell whether this content was found sound before."""
        try:
            return (self._folder / content).is_file()
        except OSError:
            return False

    def add(self, content: str) -> None:
        """Mark this content as sound."""
        try:
            make_folder(self._folder)
            (self._folder / content).touch(mode=0o600)
        except OSError:
            return
