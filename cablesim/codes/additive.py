"""Superencipherment: pad groups added to code groups without carrying, and what goes on the wire.

What clerks did: under the groups of the book they wrote the groups of a pad page and added figure
by figure, dropping the tens; the receiver subtracted the same page.

The rule of our teaching system (made up, in the manner of the 1940s): the placode is cut into
fives; each page begins with its indicator in clear and ends, on the wire, with a check group, the
sum without carrying of all groups of that part; after the last page come four groups: the end
mark (the page's next pad group), the number of groups sent, serial (three figures) and day (two),
and the check of these three.

Source: the shape follows `evidence/practice.md` 1.3; the arithmetic is vector
non-carrying-addition-03 (77651 and 74177 give 41728).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cablesim.codes.errors import CodeError
from cablesim.codes.pad import FIVE, Pad, PadPage
from cablesim.systems.working import WorkedLine, Working
from cablesim.text.digits import add_without_carry, column_sums, subtract_without_carry
from cablesim.text.groups import written

CONVENTIONS = (
    "add to encipher, subtract to decipher, figure by figure, without carrying",
    "the first group of a pad page is the indicator: sent in clear, not added",
    "after each page stands a check: the sum of its groups without carrying",
    "at the end: end mark, number of groups, serial and day, check",
)
TAIL = 4
MOST_SERIAL = 999
MOST_DAYS = 31


@dataclass(frozen=True, slots=True)
class Part:
    """What one pad page did: the groups above, the additive, the groups below, all in fives."""

    page: PadPage
    above: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def additive(self) -> tuple[str, ...]:
        """The pad groups that stood between."""
        return self.page.additive[: len(self.above)]

    @property
    def end_mark(self) -> str:
        """The page's next unused group."""
        return self.page.groups[1 + len(self.above)]


@dataclass(frozen=True, slots=True)
class Enciphered:
    """An enciphered message: its parts page by page, serial and day, the pad afterwards."""

    parts: tuple[Part, ...]
    serial: int
    day: int
    pad: Pad

    @property
    def encicode(self) -> tuple[str, ...]:
        """The enciphered groups alone, without indicators and checks."""
        return tuple(group for part in self.parts for group in part.below)

    @property
    def sections(self) -> tuple[tuple[str, ...], ...]:
        """What goes on the wire, section by section: one for each page, then the tail."""
        pages = tuple(_with_check((part.page.indicator, *part.below)) for part in self.parts)
        count = sum(len(section) for section in pages) + TAIL
        closing = f"{self.serial:03d}{self.day:02d}"
        tail = (self.parts[-1].end_mark, f"{count:05d}", closing)
        return (*pages, _with_check(tail))

    @property
    def cryptogram(self) -> tuple[str, ...]:
        """Everything that goes on the wire, in order."""
        return tuple(group for section in self.sections for group in section)

    def working(self) -> Working:
        """Return the clerk's sheet: code group, pad group, cipher group."""
        title, columns = "Additive: code groups plus pad groups", ("code", "pad", "cipher")
        return _sheet(title, columns, self.parts, written(self.cryptogram))


@dataclass(frozen=True, slots=True)
class Deciphered:
    """A deciphered message: its parts page by page, and the pad afterwards."""

    parts: tuple[Part, ...]
    pad: Pad

    @property
    def placode(self) -> tuple[str, ...]:
        """The five-figure groups after the additive is taken off."""
        return tuple(group for part in self.parts for group in part.below)

    def working(self) -> Working:
        """Return the clerk's sheet: cipher group, pad group, code group."""
        title, columns = "Additive taken off", ("cipher", "pad", "code")
        return _sheet(title, columns, self.parts, written(self.placode))


def _with_check(groups: tuple[str, ...]) -> tuple[str, ...]:
    """Return the groups with their check behind them."""
    return (*groups, column_sums(groups))


def _sheet(
    title: str, columns: tuple[str, str, str], parts: Sequence[Part], result: str
) -> Working:
    """Write the lines of all pages as one sheet."""
    rows = [
        (part.page.number, cells)
        for part in parts
        for cells in zip(part.above, part.additive, part.below, strict=True)
    ]
    lines = tuple(
        WorkedLine(place, cells, f"page {number}") for place, (number, cells) in enumerate(rows, 1)
    )
    return Working(title, CONVENTIONS, columns, lines, result)


def encipher(placode: Sequence[str], pad: Pad, *, serial: int, day: int) -> Enciphered:
    """Encipher five-figure groups with the pad's fresh pages, and strike those pages out.

    `serial` is 0 to 999, `day` 1 to 31. Raises `CodeError` where one of them is not, the pad is too
    short, a group is no group of five, or there is nothing to encipher.
    """
    if not (0 <= serial <= MOST_SERIAL and 1 <= day <= MOST_DAYS):
        raise CodeError(
            f"serial {serial} and day {day} do not fit one group; "
            f"give a serial of 0 to {MOST_SERIAL} and a day of 1 to {MOST_DAYS}"
        )
    if not placode:
        raise CodeError("there is nothing to encipher; give one group or more")
    wrong = next((group for group in placode if len(group) != FIVE), None)
    if wrong is not None:
        raise CodeError(f"'{wrong[:20]}' is no group of five figures; cut the row into fives first")
    parts: list[Part] = []
    at = 0
    for page in pad.pages_for(len(placode)):
        above = tuple(placode[at : at + len(page.additive)])
        below = tuple(map(add_without_carry, above, page.additive))
        parts.append(Part(page, above, below))
        pad = pad.spend(page.number)
        at += len(above)
    return Enciphered(tuple(parts), serial, day, pad)


def decipher(sections: Sequence[Sequence[str]], pad: Pad) -> Deciphered:
    """Decipher sound sections (see `reception`) with the receiver's pad; strike the pages out.

    Raises `CodeError` where an indicator names no page of the pad or a part does not fit its page,
    and `PageSpent` where it names a page that was used before.
    """
    parts: list[Part] = []
    for section in sections[:-1]:
        indicator, above = "".join(section[:1]), tuple(section[1:-1])
        page = next((page for page in pad.pages if page.indicator == indicator), None)
        if page is None:
            raise CodeError(f"no page of the pad begins with {indicator}; ask for the part again")
        if not 1 <= len(above) <= len(page.additive):
            raise CodeError(
                f"{len(above)} groups do not fit pad page {page.number}, which has additive for "
                f"1 to {len(page.additive)}; ask for the part again"
            )
        below = tuple(map(subtract_without_carry, above, page.additive))
        parts.append(Part(page, above, below))
        pad = pad.spend(page.number)
    return Deciphered(tuple(parts), pad)
