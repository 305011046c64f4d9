"""Wishes that a screen has and the program fulfils, so that screens need not know each other."""

from __future__ import annotations

from pathlib import Path

from textual.message import Message


class WritingWanted(Message):
    """Somebody wants to write in the files of a scenario."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
