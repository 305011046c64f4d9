"""The clerk's sheet: what was written, line by line, and under which conventions.

Every teaching system gives its result as a `Working`, so that the screen, a hint, a print and a
test all read the same lines. A sheet has no greatest length: its lines may be written out only
when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import overload

from cablesim.text.ledger import Ledger


@dataclass(frozen=True, slots=True)
class WorkedLine:
    """One line of the sheet: its place (from 1), the cells under the columns, a remark.

    `gives` is what the line writes down of the result; a line that only prepares gives nothing.
    """

    place: int
    cells: tuple[str, ...]
    remark: str = ""
    gives: str = ""


class LazyLines(Sequence[WorkedLine]):
    """Lines written out anew each time they are gone through, so that they take no memory."""

    def __init__(self, write: Callable[[], Iterator[WorkedLine]]) -> None:
        self._write = write

    def __iter__(self) -> Iterator[WorkedLine]:
        return self._write()

    @cached_property
    def _count(self) -> int:
        """How many lines there are."""
        return sum(1 for _ in self)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> WorkedLine: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[WorkedLine]: ...
    def __getitem__(self, place: int | slice) -> WorkedLine | Sequence[WorkedLine]:
        if isinstance(place, slice):
            first, last, step = place.indices(len(self))
            return tuple(islice(self, first, last, step)) if step > 0 else tuple(self)[place]
        line = next(islice(self, place if place >= 0 else len(self) + place, None), None)
        if line is None:
            raise IndexError(place)
        return line


@dataclass(frozen=True, slots=True)
class Working:
    """A sheet: title, the conventions applied, the names of the columns, the lines, the result.

    The ledger lists what was changed in the writer's text before the work began.
    """

    title: str
    conventions: tuple[str, ...]
    columns: tuple[str, ...]
    lines: Sequence[WorkedLine]
    result: str
    ledger: Ledger = field(default_factory=Ledger)

    def replay(self) -> str:
        """Return what the lines give when they are read one after another: the result again."""
        return "".join(line.gives for line in self.lines)

    def rows(self) -> Iterator[str]:
        """Yield the stable text form row by row, however long it is."""
        yield self.title
        yield from (f"convention: {rule}" for rule in self.conventions)
        yield from (f"changed: {change.sentence()}" for change in self.ledger)
        yield "\t".join(("place", *self.columns, "remark"))
        for line in self.lines:
            yield "\t".join((str(line.place), *line.cells, line.remark))
        yield f"result: {self.result}"

    def text(self) -> str:
        """Return the stable text form: it can be saved, compared and quoted."""
        return "\n".join(self.rows())
