"""Sitting at one exercise in conversation: answers, hints, the worked answer, looking up."""

from __future__ import annotations

import sys

from cablesim.cli.output import say, say_all
from cablesim.lessons.acts import Confidence
from cablesim.lessons.lookup import HELP as LOOKING
from cablesim.lessons.sitting import Sitting

HELP = (
    "Type your answer on one line.",
    "hint opens a hint, show shows how it is done, skip goes on without it, q leaves.",
    f"To look something up: {LOOKING}.",
)
SURE = dict(zip("123", Confidence, strict=True))


class Left(Exception):  # noqa: N818 - it is no error: the learner went away.
    """The learner leaves, or the input has ended."""


def ask(what: str, trouble: str = "") -> str | None:
    """Ask for one line and return it without its ends; None at the end of the input."""
    sys.stdout.write(f"{what}{f' ({trouble})' if trouble else ''}: ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        sys.stdout.write("\n")
    return line.strip() if line else None


def sit(sitting: Sitting) -> None:
    """Do an exercise until it is right, shown or skipped; `Left` where the learner goes away."""
    say_all(sitting.deal.asks)
    if sitting.draft:
        say(f"You had begun: {sitting.draft}")
    while True:
        text = ask("Your answer, or hint, show, skip, help, q", sitting.record.trouble)
        match text.casefold() if text is not None else "q":
            case "q" | "quit":
                raise Left
            case "skip":
                sitting.skip()
                return
            case "show":
                say_all(sitting.give_up())
                return
            case "hint" | "?":
                say(sitting.hint() or "There is no other hint; show shows how it is done.")
            case "help":
                say_all(HELP)
            case "":
                say("Nothing was typed; help says what can be.")
            case _:
                if _answered(sitting, text or ""):
                    return


def _answered(sitting: Sitting, text: str) -> bool:
    """Look something up, or have an answer judged; return whether the exercise is done."""
    found = sitting.deal.look(text)
    if found is not None:
        say_all(found)
        return False
    if sitting.deal.confidence and sitting.deal.judge(text).readable:
        sure = SURE.get(ask("How sure are you: 1 sure, 2 fairly sure, 3 guessing") or "")
        if sure is not None:
            sitting.say(sure)
    verdict = sitting.answer(text)
    if verdict.read:
        say(f"I read: {verdict.read}")
    say_all(verdict.says)
    return verdict.finished
