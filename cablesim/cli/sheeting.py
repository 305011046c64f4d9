"""What is worked out beside an exercise, by line: the sheet for figures, its pages, the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablesim.cli.output import say, say_all
from cablesim.lessons.grid import GAP, Grid, Own
from cablesim.lessons.sheetread import group_read_out, read_out
from cablesim.lessons.sheets import grid_of
from cablesim.text.visible import visible_line

if TYPE_CHECKING:
    from cablesim.lessons.session import Session


def sheet_of(session: Session, page: int) -> Grid | None:
    """Return the sheet as note and draft fill it in, a page in hand; None where there is none."""
    grid = grid_of(session.drawn.variant)
    if grid is None:
        return None
    # Where the answer is words, figures in the draft are still on the way to them.
    words = not grid.has(Own.ANSWER)
    draft = session.sitting.draft if words else ""
    figures = session.attempt.note or (draft if len(draft) >= grid.size else "")
    kept = ((Own.NOTE, figures), (Own.ANSWER, session.sitting.draft))
    for own, text in kept:
        grid = grid.filled(own, text) or grid
    return grid.turned(page)


def say_sheet(session: Session, page: int, group: str) -> None:
    """Read the sheet, or one of its groups figure by figure; fill in figures that fit its note."""
    grid = sheet_of(session, page)
    if grid is None:
        say("There is no sheet of figures for this.")
    elif not group:
        say_all(read_out(grid))
        say(_to_fill(grid))
    elif len(group) >= grid.size and grid.filled(Own.NOTE, group) is not None:
        note(session, group)
        say_sheet(session, page, "")
    elif group.isdecimal():
        say_all(group_read_out(grid, int(group)))
        if len(group) >= grid.size:
            say(_to_fill(grid))
    else:
        say("Type sheet, or sheet and the number of a group.")


def _to_fill(grid: Grid) -> str:
    """Say how the learner's rows are filled in."""
    orders = ((Own.NOTE, "note"), (Own.ANSWER, "draft"))
    rows = [
        f"{order} and figures for {' / '.join(line.name for line in grid.lines if line.own is own)}"
        for own, order in orders
        if grid.has(own)
    ]
    return f"To fill it in: {'; '.join(rows)}."


def turned(session: Session, page: int, wanted: str) -> int:
    """Turn to the page of the pad that was asked for, read the sheet, return the page in hand."""
    grid = sheet_of(session, page)
    pages = 0 if grid is None else grid.pages
    if pages < 2:  # noqa: PLR2004 - one page cannot be turned.
        say("There are no pages to turn here.")
    elif wanted.isdecimal() and 1 <= int(wanted) <= pages:
        page = int(wanted) - 1
        say_sheet(session, page, "")
    else:
        say(f"The pad has the pages 1 to {pages}: type page and one of them.")
    return page


def hole(session: Session, text: str) -> str:
    """Return where an answer that was written as on the sheet has a gap; nothing for any other."""
    grid = sheet_of(session, 0)
    filled = None if grid is None or GAP not in text else grid.filled(Own.ANSWER, text)
    return "" if filled is None else filled.hole


def note(session: Session, text: str) -> None:
    """Keep what was worked out on the way, or read it where nothing is said.

    Where the sheet has a row for it, only what fits there is kept, so that the screen has it too.
    """
    if not text:
        kept = session.attempt.note
        say(f"Your note: {visible_line(kept)}" if kept else "There is no note yet.")
        return
    grid = sheet_of(session, 0)
    if grid is not None and grid.has(Own.NOTE) and grid.filled(Own.NOTE, text) is None:
        rows = " / ".join(line.name for line in grid.lines if line.own is Own.NOTE)
        say(f"On the sheet a note stands for: {rows}. Type figures in order, _ for a gap.")
        return
    session.sitting.note(text)
    say(
        "Your note is here, and not saved."
        if session.sitting.record.trouble
        else "Your note is kept."
    )
