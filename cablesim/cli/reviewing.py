"""`cablesim review`: at most ten exercises a day, in conversation or as data."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_all, say_json
from cablesim.cli.recording import record_at_hand, say_news
from cablesim.lessons.lookup import HELP as LOOKING
from cablesim.lessons.wish import Door, Wish, at_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from cablesim.lessons.acts import Confidence
    from cablesim.lessons.record import Record
    from cablesim.lessons.review import Review
    from cablesim.lessons.sitting import Sitting

FORMAT = 1
HELP = "Type your answer, or one of: hint, show (the answer), skip (another day), look, quit"


@click.command("review")
@click.option("--plain", is_flag=True, help="Plain lines, one question at a time.")
@click.option("--json", "as_json", is_flag=True, help="What is due today, as one JSON document.")
@click.pass_obj
def command(open_screen: Callable[[Wish], int], *, plain: bool, as_json: bool) -> int:
    """Do again what you did before, in fresh variants: at most ten a day, then it ends.

    At a terminal this opens the screen; with --plain it asks line by line.
    """
    if not (plain or as_json) and at_terminal():
        return open_screen(Wish(door=Door.REVIEW))
    from cablesim.lessons.catalogue import catalogue_at_hand
    from cablesim.lessons.report import due_json
    from cablesim.lessons.review import Review

    record = record_at_hand(to_write=False)
    names = (event.entry.scenario for event in record.events())
    review = Review(record, catalogue_at_hand(names))
    if as_json:
        say_json(
            {
                "format": FORMAT,
                "today": date.fromordinal(review.today).isoformat(),
                "due": [due_json(due) for due in review.left()],
            }
        )
        return 0
    converse(review, record)
    return 0


def converse(review: Review, record: Record) -> None:
    """Ask item by item until the review, the input or the learner's patience ends."""
    count = len(review.left())
    if count:
        say(f"Review: {count} today. {HELP}.")
    for place in range(1, count + 1):
        sitting = review.sitting()
        if sitting is None:
            break
        say()
        say(f"{place} of {count}: {sitting.task.title} ({sitting.task.skill})")
        say_all(sitting.deal.asks)
        if sitting.draft:
            say(f"You had begun: {sitting.draft}")
        if not _item(sitting):
            say("Your place is kept." if record.saved else "Your place could not be kept.")
            return
    say(review.end())


def _item(sitting: Sitting) -> bool:
    """Ask for one item until it is closed; return False where the learner leaves."""
    while True:
        say_news(sitting.record)
        text = _asked(f"{HELP}", sitting.record.trouble)
        match text.casefold() if text is not None else "quit":
            case "quit":
                return False
            case "skip":
                sitting.skip()
                say("It comes back another day.")
                return True
            case "show":
                say_all(sitting.give_up())
                return True
            case "hint":
                say(sitting.hint() or "There is no other hint; show shows the answer.")
            case "look":
                say(f"To look something up, type one of: {LOOKING}.")
            case "":
                pass
            case _:
                if _looked_up(sitting, text or "") or not _judged(sitting, text or ""):
                    continue
                return True


def _looked_up(sitting: Sitting, text: str) -> bool:
    """Print what was asked to be looked up; return whether it was a request at all."""
    found = sitting.deal.look(text)
    say_all(found or ())
    return found is not None


def _judged(sitting: Sitting, text: str) -> bool:
    """Have an answer judged; return whether the item is done."""
    sitting.type(text)
    if sitting.deal.judge(text).readable and sitting.deal.confidence:
        sure = _confidence(sitting.record.trouble)
        if sure is not None:
            sitting.say(sure)
    verdict = sitting.answer(text)
    if verdict.read:
        say(f"I read: {verdict.read}")
    say_all(verdict.says)
    return verdict.finished


def _confidence(trouble: str) -> Confidence | None:
    """Ask how sure the learner is; anything but a number of the list is no answer."""
    from cablesim.lessons.acts import Confidence

    choices = dict(zip("123", Confidence, strict=True))
    words = ", ".join(f"{key} {sure.value}" for key, sure in choices.items())
    return choices.get(_asked(f"How sure are you? {words}", trouble) or "")


def _asked(question: str, trouble: str) -> str | None:
    """Ask and return what was typed without its ends; None at the end of the input."""
    sys.stdout.write(f"{question}{f' ({trouble})' if trouble else ''}: ")
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        sys.stdout.write("\n")
    return line.strip() if line else None
