"""What was asked for at the door: a scenario and choices, or home; and is a screen there."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A scenario by id or folder and the choices given; None leaves a choice as it was.

    `record` names the file that a recorded walk is written to.
    """

    scenario: str | None = None
    seed: int | None = None
    garbles: int | None = None
    recipient: str | None = None
    clock: bool | None = None
    record: str | None = None


def at_terminal() -> bool:
    """Tell whether a person sits at a terminal that can show a screen."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream.isatty() for stream in streams) and os.environ.get("TERM") != "dumb"
