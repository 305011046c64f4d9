"""What is worked out beside an exercise, by line: the sheet for figures, its pages, the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablesim.cli.output import say, say_all
from cablesim.lessons.grid import Grid, Own, grid_of
from cablesim.lessons.gridlines import grid_lines, group_lines
from cablesim.text.visible import visible_line

if TYPE_CHECKING:
    from cablesim.lessons.session import Session


def sheet_of(session: Session, page: int) -> Grid | None:
    """Return the sheet as note and draft fill it in, a page in hand; None where there is none."""
    grid = grid_of(session.drawn.variant)
    if grid is None:
        return None
    kept = ((Own.NOTE, session.attempt.note), (Own.ANSWER, session.sitting.draft))
    for own, text in kept:
        grid = grid.filled(own, text) or grid
    return grid.turned(page)


def say_sheet(session: Session, page: int, group: str) -> None:
    """Read the sheet, or one of its groups figure by figure."""
    grid = sheet_of(session, page)
    if grid is None:
        say("There is no sheet of figures for this.")
    elif not group:
        say_all(grid_lines(grid))
    elif group.isdecimal():
        say_all(group_lines(grid, int(group)))
    else:
        say("Type sheet, or sheet and the number of a group.")


def turned(session: Session, page: int, wanted: str) -> int:
    """Turn to the page of the pad that was asked for, read the sheet, return the page in hand."""
    grid = sheet_of(session, page)
    pages = 1 if grid is None else len(grid.pads)
    if pages == 1:
        say("There are no pages to turn here.")
    elif wanted.isdecimal() and 1 <= int(wanted) <= pages:
        page = int(wanted) - 1
        say_sheet(session, page, "")
    else:
        say(f"The pad has the pages 1 to {pages}: type page and one of them.")
    return page


def note(session: Session, text: str) -> None:
    """Keep what was worked out on the way, or read it where nothing is said.

    Where the sheet has a row for it, only what fits there is kept, so that the screen has it too.
    """
    if not text:
        kept = session.attempt.note
        say(f"Your note: {visible_line(kept)}" if kept else "There is no note yet.")
        return
    grid = sheet_of(session, 0)
    row = None if grid is None else grid.own(Own.NOTE)
    if grid is not None and row is not None and grid.filled(Own.NOTE, text) is None:
        say(f"The note is the row '{row.name}' of the sheet: its figures in order, _ for a gap.")
        return
    session.sitting.note(text)
    say("Your note is kept.")
