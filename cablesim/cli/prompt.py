"""Asking for a line, from a pipe as from a terminal, and what is said of the record around it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from cablesim.cli.output import say

if TYPE_CHECKING:
    from cablesim.lessons.record import Record


NOT_SAVED = "not saved"
DONE = "This variant is done."
GO_ON = "What you have written is kept; what you type now goes below it."
LONG_PROMPT = "Your answer, a full stop alone on its last line; or hint, help, quit alone on a line"
BELOW = "What you type now goes below it; a full stop alone hands it in; clear rubs it out."
NOTHING = "Nothing was typed. Type help to see what can be."
# What each record's owner was told last of why it is not saved: the reason is said once.
_TOLD: WeakKeyDictionary[Record, str] = WeakKeyDictionary()


def ask(prompt: str, record: Record | None = None) -> str | None:
    """Ask and return what was typed without its ends; None at the end of the input.

    Where the record is not saved, the reason is said once, and then that it is so: whoever types
    should know it.
    """
    mark = "" if record is None else _unsaved(record)
    sys.stdout.write(f"{prompt}{mark}: ")
    return following()


def _unsaved(record: Record) -> str:
    """Return what stands behind a prompt while a record is not saved; say the reason if it is new.

    What is in the file and not forced to the disk yet is told so.
    """
    if record.trouble and _TOLD.get(record) != record.trouble:
        say(f"Note: {record.trouble}.")
    _TOLD[record] = record.trouble
    short = record.trouble.partition(" (")[0]
    return f" ({short if short.startswith('not ') else NOT_SAVED})" if short else ""


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
    _TOLD[record] = record.trouble


def say_left(record: Record) -> None:
    """Say to somebody who leaves whether it can be gone on with, after a last try to keep it."""
    say("Your place is kept." if record.retry() else "Your place could not be kept.")
