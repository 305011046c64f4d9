"""The sheet for figures read out: a sentence for each group, or for each figure of one group.

Rows under each other are for eyes; who listens hears of every group what stands over what, and what
became of it. The numbers are those by which a verdict calls the parts of an answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.lessons.grid import GAP, Grid, Line, Sum

EMPTY = "nothing yet"


def read_out(grid: Grid) -> Iterator[str]:
    """Yield the sheet group by group: the rows by their names, and where a ten was dropped."""
    how = "; ".join(_how(grid, each) for each in grid.sums)
    yield f"The sheet, made up for practice: {how}; nothing is carried or borrowed.{_pages(grid)}"
    yield from (f"{_name(grid, number)}: {_group(grid, number)}." for number in grid.numbers)


def group_read_out(grid: Grid, number: int) -> Iterator[str]:
    """Yield one group figure by figure, each as a sum to be worked or as it was worked."""
    numbers = grid.numbers
    if number not in numbers:
        one = f"one group, number {numbers[0]}"
        several = f"the groups {numbers[0]} to {numbers[-1]}"
        yield f"The sheet has {one if len(numbers) == 1 else several}."
        return
    yield f"{_name(grid, number)}: {_group(grid, number)}."
    columns = _columns(grid, number)
    for each in grid.sums:
        for place in columns:
            if _reaches(grid.lines[each.result], place):
                yield f"{_figure(grid, place, columns)}: {_sum(grid, each, place)}."


def _how(grid: Grid, each: Sum) -> str:
    """Say what is done with two rows, and what the result is called."""
    upper, lower, result = (grid.lines[n].name for n in (each.upper, each.lower, each.result))
    before = " of the group before" if each.back else ""
    return f"{upper} {'plus' if each.adds else 'less'} {lower}{before} is {result}"


def _reaches(line: Line, place: int) -> bool:
    """Tell whether a row has a cell in a column, as none of a telegram's has below its check."""
    return bool(line.pages) or place < line.first + len(line.cells)


def _pages(grid: Grid) -> str:
    """Say which page of the pad is in hand, where there are several."""
    if grid.pages < 2:  # noqa: PLR2004 - one page cannot be turned.
        return ""
    return f" Page {grid.page + 1} of {grid.pages} is in hand; page and a number turns to it."


def _columns(grid: Grid, number: int) -> range:
    """Return the columns of a group."""
    first = (number - grid.numbers[0]) * grid.size
    return range(first, min(first + grid.size, grid.width))


def _name(grid: Grid, number: int) -> str:
    """Return what a group is called; where single figures are judged, by which of them it holds."""
    if grid.part == grid.size:
        return f"Group {number}"
    columns = _columns(grid, number)
    return f"Group {number}, figures {grid.before + columns[0] + 1} to {_last(grid, columns)}"


def _last(grid: Grid, columns: range) -> int:
    """Return the number of a group's last figure."""
    return grid.before + columns[-1] + 1


def _figure(grid: Grid, place: int, columns: range) -> str:
    """Return what a figure is called: by its place in the group, or in the whole answer."""
    first = -grid.before if grid.part == 1 else columns[0]
    return f"Figure {place - first + 1}"


def _group(grid: Grid, number: int) -> str:
    """Return one group: every row that reaches it, and the tens."""
    columns = _columns(grid, number)
    cut = slice(columns[0], columns[-1] + 1)
    said = []
    for row, line in enumerate(grid.lines):
        cells = grid.across(row)[cut]
        if not _reaches(line, columns[0]):
            continue
        if line.own is not None and line.first <= columns[-1]:
            said.append(f"{line.name} {cells if cells.strip(GAP) else EMPTY}")
        elif cells.strip(GAP):
            said.append(f"{line.name} {cells.rstrip(GAP)}")
    for each in grid.sums:
        tens = [place for place in columns if grid.tens(each)[place] != " "]
        names = [_figure(grid, place, columns).removeprefix("Figure ") for place in tens]
        if names:
            word = "dropped" if each.adds else "lent"
            said.append(f"ten {word} at figure{'s' * (len(names) > 1)} {' and '.join(names)}")
    return ", ".join(said)


def _sum(grid: Grid, each: Sum, place: int) -> str:
    """Return one figure as a sum, with what was written below it."""
    rows = (grid.across(each.upper), grid.beneath(each), grid.across(each.result))
    upper, lower, cell = (row[place] for row in rows)
    # Where a row does not reach, as that of the book groups over an indicator, nothing is reckoned.
    reaches = [
        "unknown" if figure == GAP else figure
        for row, figure in ((each.upper, upper), (each.lower, lower))
        if place >= grid.lines[row].first
    ]
    terms = f" {each.sign} ".join(reaches)
    ten = f", ten {'dropped' if each.adds else 'lent'}" if grid.tens(each)[place] != " " else ""
    return f"{terms}: {EMPTY if cell == GAP else cell}{ten}"
