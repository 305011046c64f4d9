"""Recorded conversations: what was typed in plain lines, and all that was said to it.

A file holds commands behind `$`, what they print, and what was typed behind `»`, at the end of the
prompt that asked for it; `^D` is the end of the input. `$ day 3` goes on three days after the
first. To record a file anew, with what is typed in it as it is: `python tests/talking.py FILE`.
"""

from __future__ import annotations

import io
import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from unittest.mock import patch

from cablesim.__main__ import guarded
from cablesim.exercises.seeds import SELF
from cablesim.lessons import entry, learner

FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)
TYPED, END = "» ", "^D"


class Keyboard:
    """Somebody who types lines one after another; each is seen where it was asked for."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def readline(self) -> str:
        """Type the next line; at the end of all there is the end of the input."""
        line = self._lines.pop(0) if self._lines else END
        typed = "" if line == END else f"{line}\n"
        sys.stdout.write(f"{TYPED}{typed or END}")
        return typed

    def isatty(self) -> bool:
        """Say that a person types, so that the program leaves the new line to the keyboard."""
        return True


def _clock(days: int) -> type[datetime]:
    """Return a clock that stands still so many days after the first."""

    class Still(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Still:
            moment = (FIRST + timedelta(days=days)).astimezone(tz)
            return cls.fromisoformat(moment.isoformat())

    return Still


def _parts(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield every command of a file with what is typed to it; remarks come as they are."""
    command, typed = "", list[str]()
    for line in text.splitlines():
        if line.startswith(("$ ", "# ")):
            if command:
                yield command, typed
            command, typed = line, []
        elif TYPED in line:
            typed.append(line.partition(TYPED)[2])
    if command:
        yield command, typed


def performed(text: str, home: Path) -> str:
    """Run the commands of a file with what is typed in it, and return the file as it is then."""
    said = io.StringIO()
    days = 0
    for command, typed in _parts(text):
        said.write(f"{command}\n")
        words = shlex.split(command)[1:]
        if command.startswith("# "):
            continue
        if words[0] == "day":
            days = int(words[1])
            continue
        errors = io.StringIO()
        with (
            patch.dict(os.environ, {"CABLESIM_HOME": str(home)}),
            patch.object(entry, "datetime", _clock(days)),
            patch.object(learner, "new_learner", lambda: SELF),
            patch.object(sys, "stdin", Keyboard(typed)),
            redirect_stdout(said),
            redirect_stderr(errors),
        ):
            code = guarded(words[1:])
        said.write("".join(f"! {line}\n" for line in errors.getvalue().splitlines()))
        if code:
            said.write(f"! exit {code}\n")
        said.write("".join(f"! never asked for: {line}\n" for line in typed))
    return said.getvalue()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        file = Path(name)
        with tempfile.TemporaryDirectory() as folder:
            file.write_text(performed(file.read_text("utf-8"), Path(folder)), "utf-8")
