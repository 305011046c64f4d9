"""The sheet for figures as plain lines: a line for each group, or for each figure of one group."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.lessons.grid import GAP, Cells, Grid, Own

EMPTY = "nothing yet"


def grid_lines(grid: Grid) -> Iterator[str]:
    """Yield the sheet group by group: what stands over the pad, the pad, what is worked out."""
    yield f"The sheet, made up for practice: {_how(grid)}{_pages(grid)}."
    yield from (f"Group {number}: {_group(grid, number)}." for number in _numbers(grid))


def group_lines(grid: Grid, number: int) -> Iterator[str]:
    """Yield one group figure by figure, each as a sum to be worked or as it was worked."""
    numbers = _numbers(grid)
    if number not in numbers:
        yield f"The sheet has the groups {numbers[0]} to {numbers[-1]}."
        return
    first = (number - numbers[0]) * grid.size
    yield f"Group {number}: {_group(grid, number)}."
    for place in range(first, min(first + grid.size, grid.width)):
        yield f"Figure {place - first + 1}: {_sum(grid, place)}."


def _numbers(grid: Grid) -> range:
    """Return the numbers of the groups on the sheet, as a verdict calls them."""
    return range(grid.offset + 1, grid.offset + 1 - (-grid.width // grid.size))


def _how(grid: Grid) -> str:
    """Say what is done with the pad."""
    if grid.adds:
        return "the pad is added figure by figure, tens are dropped, nothing is carried"
    return "the pad is taken away figure by figure, tens are lent, nothing is borrowed"


def _pages(grid: Grid) -> str:
    """Say which page of the pad is in hand, where there are several."""
    if len(grid.pads) == 1:
        return ""
    return f". Page {grid.page + 1} of {len(grid.pads)} is in hand; page and a number turns to it"


def _group(grid: Grid, number: int) -> str:
    """Return one group: the rows by their names, and where a ten was dropped or lent."""
    first = (number - grid.offset - 1) * grid.size
    end = min(first + grid.size, grid.width)
    rows = [*_above(grid, first, end), f"pad {grid.pad[first:end] or EMPTY}"]
    last = grid.rows[-1]
    if end > last.first:
        rows.append(_own(last, first, end))
    tens = [str(at + 1) for at, mark in enumerate(grid.tens[first:end]) if mark != " "]
    if tens:
        word = "dropped" if grid.adds else "lent"
        rows.append(f"ten {word} at figure{'s' * (len(tens) > 1)} {' and '.join(tens)}")
    return ", ".join(rows)


def _above(grid: Grid, first: int, end: int) -> Iterator[str]:
    """Yield the row over the pad, where it reaches this group."""
    note = grid.own(Own.NOTE)
    name, figures = grid.above
    if figures and grid.over[first:end].strip(GAP):
        yield f"{name} {grid.over[first:end]}"
    elif not figures and note is not None and end > note.first:
        yield _own(note, first, end)


def _own(row: Cells, first: int, end: int) -> str:
    """Return a group of one of the learner's own rows; what is not worked out is said."""
    cells = row.cells[max(first - row.first, 0) : end - row.first]
    return f"{row.name} {cells if cells.strip(GAP) else EMPTY}"


def _sum(grid: Grid, place: int) -> str:
    """Return one figure as a sum, with what was written below it."""
    upper, lower = grid.over[place], grid.pad[place : place + 1] or GAP
    row = grid.rows[-1]
    cell = row.cells[place - row.first] if place >= row.first else GAP
    sign = "+" if grid.adds else "-"
    known = "" if upper == GAP else f"{upper} {sign} "
    ten = ", ten dropped" if grid.adds else ", ten lent"
    yours = EMPTY if cell == GAP else f"{cell}{ten if grid.tens[place] != ' ' else ''}"
    return f"{known}{lower}: {yours}"
