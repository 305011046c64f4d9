"""What was asked for at the door: a scenario and choices, or home; is a screen there at all?"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
    """A scenario by id or folder and the choices given; None leaves a choice as it was."""

    scenario: str | None = None
    seed: int | None = None
    garbles: int | None = None
    recipient: str | None = None
    clock: bool | None = None


def at_terminal() -> bool:
    """Tell whether a person sits at a terminal that can show a screen."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "") != "dumb"
