"""A pad of additive: numbered pages of five-figure groups, each page for one message only.

What clerks did: sender and receiver hold the same pages; a page that was used is destroyed on
both sides. The figures come from outside (an instructor's seed), never from this module.

The rule: the page's first group is its indicator, sent in clear so that the receiver finds the
page; the last group is kept for the end mark; the groups between are the additive.

Source: the general form of such pads in the 1940s (`evidence/practice.md` 1.3), made up here.
"""

from __future__ import annotations

from dataclasses import dataclass

from cablesim.codes.errors import CodeError, PadTooShort, PageSpent

FIVE = 5
LEAST_GROUPS = 3


@dataclass(frozen=True, slots=True)
class PadPage:
    """One page: its number in the pad (from 1) and its five-figure groups."""

    number: int
    groups: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.groups) < LEAST_GROUPS:
            raise CodeError(
                f"pad page {self.number} has {len(self.groups)} groups; "
                f"give a page {LEAST_GROUPS} or more: indicator, additive, end mark"
            )
        for group in self.groups:
            if len(group) != FIVE or not (group.isascii() and group.isdigit()):
                raise CodeError(f"pad page {self.number}: '{group[:20]}' is no five figures")

    @property
    def indicator(self) -> str:
        """The first group: it names the page and hides nothing."""
        return self.groups[0]

    @property
    def additive(self) -> tuple[str, ...]:
        """The groups that are added; first and last group of the page are not among them."""
        return self.groups[1:-1]


@dataclass(frozen=True, slots=True)
class Pad:
    """One side's pad: all its pages and the numbers of those already spent."""

    pages: tuple[PadPage, ...]
    spent: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        indicators = [page.indicator for page in self.pages]
        if len(set(indicators)) < len(indicators):
            raise CodeError("two pages of the pad begin with the same group; draw the pad anew")
        if len({page.number for page in self.pages}) < len(self.pages):
            raise CodeError("two pages of the pad have the same number; number them from 1")

    def fresh(self) -> tuple[PadPage, ...]:
        """Return the pages that may still be used, in order."""
        return tuple(page for page in self.pages if page.number not in self.spent)

    def spend(self, number: int) -> Pad:
        """Return the pad with one page struck out; a page is spent once and never again."""
        if number in self.spent:
            raise PageSpent(
                f"pad page {number} is spent; a page used twice can be read by anyone who "
                "subtracts the two messages, so take a fresh one"
            )
        if all(page.number != number for page in self.pages):
            raise CodeError(f"the pad has no page {number}; it has 1 to {len(self.pages)}")
        return Pad(self.pages, self.spent | {number})

    def pages_for(self, groups: int) -> tuple[PadPage, ...]:
        """Return the fresh pages, in order, that hold additive for so many groups."""
        taken: list[PadPage] = []
        room = 0
        for page in self.fresh():
            taken.append(page)
            room += len(page.additive)
            if room >= groups:
                return tuple(taken)
        raise PadTooShort(groups, room, len(self.pages[0].additive) if self.pages else 0)
