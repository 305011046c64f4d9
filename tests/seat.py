"""Where somebody sits at real terminals: programs on one record, all closed at the end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from program import ROOT
from terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path


class Seat:
    """Terminals of one test."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._open: list[Terminal] = []

    def start(
        self,
        *words: str,
        columns: int = 80,
        rows: int = 24,
        program: tuple[str, ...] = ("-m", "cablesim"),
        ignore_hangup: bool = False,
        **env: str,
    ) -> Terminal:
        """Start the program with some words; Python may be told to start it in another way."""
        variables = {"CABLESIM_HOME": str(self.home), "PYTHONPATH": str(ROOT), **env}
        argv = [sys.executable, *program, *words]
        if ignore_hangup:
            argv = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh", *argv]
        terminal = Terminal(argv, columns, rows, env=variables, cwd=ROOT)
        self._open.append(terminal)
        return terminal

    def close(self) -> None:
        for terminal in self._open:
            terminal.close()
