"""`cablesim review`: at most ten exercises a day, in conversation or as data."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from cablesim.cli.output import say, say_json
from cablesim.cli.recording import let_go, record_at_hand
from cablesim.lessons.wish import Door, Wish, at_terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from cablesim.lessons.catalogue import Workbooks
    from cablesim.lessons.record import Record
    from cablesim.lessons.review import Review

FORMAT = 1


@click.command("review")
@click.option("--plain", is_flag=True, help="Plain lines, one question at a time.")
@click.option("--json", "as_json", is_flag=True, help="What is due today, as one JSON document.")
@click.pass_obj
def command(open_screen: Callable[[Wish], int], *, plain: bool, as_json: bool) -> int:
    """Do again what you did before: at most ten a day, then it ends.

    It comes back in a fresh variant where the exercise has another, and else as it was.

    At a terminal this opens the screen; with --plain it asks line by line. Scenarios in folders of
    your own are found where you last did one of their exercises.
    """
    if not (plain or as_json) and at_terminal():
        return open_screen(Wish(door=Door.REVIEW))
    if not as_json:
        return review_in_lines()
    from cablesim.lessons.catalogue import catalogue_at_hand
    from cablesim.lessons.report import due_json
    from cablesim.lessons.review import Review

    record = record_at_hand(to_write=False)
    review = Review(record, catalogue_at_hand(record.events()))
    say_json(
        {
            "format": FORMAT,
            "today": date.fromordinal(review.today).isoformat(),
            "due": [due_json(due) for due in review.left()],
        }
    )
    return 0


def review_in_lines() -> int:
    """Do today's review in conversation."""
    from cablesim.lessons.catalogue import catalogue_at_hand
    from cablesim.lessons.review import Review

    record = record_at_hand(to_write=False)
    books = catalogue_at_hand(record.events())
    try:
        converse(Review(record, books), books, record)
    finally:
        lost = let_go(record)
    return lost


def converse(review: Review, books: Workbooks, record: Record) -> None:
    """Ask item by item until the review, the input or the learner's patience ends."""
    from cablesim.cli.practising import practise
    from cablesim.cli.prompt import say_left
    from cablesim.lessons.session import Session

    _say_lost(books, record)
    left, done = len(review.left()), review.done()
    count = left + done
    if left:
        begun = f"{review.so_far()}; {left} to do" if done else str(count)
        say(f"Review: {begun} today, then it ends. What you leave waits; nothing piles up.")
    for place in range(done + 1, count + 1):
        sitting = review.sitting()
        if sitting is None:
            break
        say()
        say(f"{place} of {count}: {sitting.task.title} ({sitting.task.skill})")
        if not practise(Session(books, sitting)):
            say_left(record)
            return
    say(review.end())


def _say_lost(books: Workbooks, record: Record) -> None:
    """Say which scenarios of the learner's own are not where they were."""
    from cablesim.lessons.folders import kept_folders, lost_line

    there = {scenario.id for scenario in books.scenarios}
    for scenario, path in kept_folders(record.events()).items():
        if scenario not in there:
            say(f"Note: {lost_line(scenario, path)}.")
