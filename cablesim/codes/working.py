"""The clerk's sheet: what was written, line by line, and under which conventions.

Every teaching system gives its result as a `Working`, so that the screen, a hint, a print and a
test all read the same lines.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkedLine:
    """One line of the sheet: its place (from 1), the cells under the columns, a remark."""

    place: int
    cells: tuple[str, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Working:
    """A sheet: title, the conventions applied, the names of the columns, the lines, the result."""

    title: str
    conventions: tuple[str, ...]
    columns: tuple[str, ...]
    lines: tuple[WorkedLine, ...]
    result: str

    def text(self) -> str:
        """Return the stable text form: it can be saved, compared and quoted."""
        head = [self.title, *(f"convention: {rule}" for rule in self.conventions)]
        columns = "\t".join(("place", *self.columns, "remark"))
        rows = ["\t".join((str(line.place), *line.cells, line.remark)) for line in self.lines]
        return "\n".join([*head, columns, *rows, f"result: {self.result}"])
