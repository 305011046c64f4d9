"""Asking for a line, from a pipe as from a terminal, and what is said of the record around it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cablesim.cli.output import say

if TYPE_CHECKING:
    from cablesim.lessons.record import Record


def ask(prompt: str, trouble: str = "") -> str | None:
    """Ask and return what was typed without its ends; None at the end of the input.

    `trouble` is what keeps the record from being saved: whoever types should know it.
    """
    sys.stdout.write(f"{prompt}{f' ({trouble})' if trouble else ''}: ")
    return following()


def following() -> str | None:
    """Take one more line without asking; None at the end of the input."""
    sys.stdout.flush()
    typed = sys.stdin.readline()
    if not (typed and sys.stdin.isatty()):
        # At a terminal the key that ends a line has gone to a new one already.
        sys.stdout.write("\n")
    return typed.strip() if typed else None


def say_notices(record: Record) -> None:
    """Say what there is to say of a record before it is used."""
    for sentence in filter(None, (record.notice, record.trouble)):
        say(f"Note: {sentence}.")


def say_left(record: Record) -> None:
    """Say to somebody who leaves whether it can be gone on with, after a last try to keep it."""
    say("Your place is kept." if record.retry() else "Your place could not be kept.")
