"""The first run in plain lines: one group deciphered, figure by figure, then the choice."""

from __future__ import annotations

from cablesim.cli.output import say, say_all
from cablesim.cli.prompt import ask
from cablesim.cli.rooms import HELP, ROOMS
from cablesim.lessons.firstrun import BANNER, CHOICES, CIPHER, DONE, PAD, TASK, FirstRun
from cablesim.lessons.record import Record
from cablesim.lessons.whereabouts import welcomed
from cablesim.text.visible import visible_line

LEAVING = frozenset({"q", "quit"})
ASKING = frozenset({"?", "h", "help"})


def greet(record: Record) -> str | None:
    """Have somebody new decipher one group; return their choice, or None where they leave.

    The choice is a key of `CHOICES`, a word as at home, or nothing for home. Whoever leaves before
    the choice is greeted again.
    """
    say("Welcome. Here is your first group; skip goes past it, and it comes only once.")
    say_all((BANNER, *TASK))
    say(f"Came in: {' '.join(CIPHER)}. Your pad: {' '.join(PAD)}.")
    run = FirstRun()
    while not run.done:
        typed = ask(f"{run.asks} Type one figure, or skip, quit")
        if typed is None or typed.casefold() in LEAVING:
            return None
        if typed.casefold() == "skip":
            welcomed(record)
            return ""
        if typed.casefold() in ASKING:
            say_all((*TASK, "Type the figure that is asked for; skip goes past all this."))
            continue
        run = _typed(run, "".join(typed.split()))
    return _chosen(record, run)


def _typed(run: FirstRun, figures: str) -> FirstRun:
    """Take what was typed figure by figure; the first that is wrong ends it."""
    if not (figures.isascii() and figures.isdigit()):
        say(f"'{visible_line(figures)}' is no figure from 0 to 9." if figures else "Type a figure.")
        return run
    for figure in figures:
        before = run
        run, said = run.typed(figure)
        say(said)
        if run == before:
            break
        if run.done:
            break
    return run


def _chosen(record: Record, run: FirstRun) -> str | None:
    """Say what was done, and ask what comes now."""
    head, choose = DONE
    say_all((head.format(group=run.group), choose))
    _say_choices()
    welcomed(record)
    while True:
        typed = ask(f"Type 1 to {len(CHOICES)}, or Enter for all of it, or quit")
        if typed is None or typed.casefold() in LEAVING:
            return None
        if not typed or typed in CHOICES or typed.partition(" ")[0].casefold() in ROOMS:
            return typed
        if typed.casefold() in ASKING:
            _say_choices()
            say_all(("Or a word, as at home; lessons lists the lessons.", *HELP[1:]))
            continue
        say(f"'{visible_line(typed)}' is none of them.")


def _say_choices() -> None:
    """Say what the numbers stand for."""
    say_all(f"{key}: {name}, {what}." for key, (name, what) in CHOICES.items())
