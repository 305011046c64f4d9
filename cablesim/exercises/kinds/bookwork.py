"""The work of one book exercise: text, pad pages, what is given and what is left to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cablesim.codes.codebook import GROUP_SIZE
from cablesim.exercises.figures import plus, spaced
from cablesim.exercises.judging.rows import Reckoned, SlipRow
from cablesim.exercises.kinds.slips import Laid, Page, rarer_of, slips_of
from cablesim.exercises.phrases import Lazily
from cablesim.exercises.texts import BookText, Segment
from cablesim.exercises.variant import Step
from cablesim.scenario.exercise import BookTask, Exercise
from cablesim.text.groups import cut


@dataclass
class BookWork:
    """A text over its pad as it was drawn, and how much of the work is given."""

    exercise: Exercise
    laid: Laid
    given: int = 0

    @property
    def task(self) -> BookTask:
        """What is to be done."""
        return self.laid.task

    @property
    def text(self) -> BookText:
        """The text, written by the book."""
        return self.laid.text

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pad pages; none where no pad is used."""
        return self.laid.pages

    @property
    def page(self) -> int:
        """Which of the pages is used, from 0."""
        return self.laid.page

    @property
    def row(self) -> str:
        """The right row, indicator and all."""
        return self.laid.row

    @cached_property
    def slips(self) -> Reckoned:
        """The rows of the named mistakes, those made in the usual way first."""
        return Reckoned(slips_of(self.laid))

    def rarer(self) -> Iterator[SlipRow]:
        """Yield the rows of rarer mistakes, which hold no draw up."""
        return rarer_of(self.laid)

    @property
    def asked(self) -> int:
        """How many steps are left to the student."""
        return len(self.units) - self.given

    @property
    def all_given(self) -> bool:
        """Nothing is left to the student."""
        return self.given > 0 and not self.asked

    @cached_property
    def units(self) -> tuple[int, ...]:
        """How many groups each step of the work has."""
        return self.text.units if self.task.codes else (1,) * self.text.count

    @property
    def offset(self) -> int:
        """How many groups of the answer are given; with them goes the indicator."""
        return sum(self.units[: self.given]) + bool(self.task.indicator) if self.given else 0

    @property
    def speaks(self) -> bool:
        """The answer is words."""
        return self.task.codes and not self.task.encodes

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The right groups that are left to the student."""
        return cut(self.row, self.text.size)[0 if self.speaks else self.offset :]

    @property
    def cipher(self) -> str:
        """The row on the wire."""
        return self.pages[self.page].indicator + self.laid.cipher

    def values(self) -> Mapping[str, str]:
        """Return text, groups, pad and cipher, as far as they belong to this exercise."""
        text, size = self.text, self.text.size
        found = {"plain": lambda: text.plain, "groups": lambda: spaced(text.row, size)}
        if self.task.adds:
            found["cipher"] = lambda: spaced(self.cipher, size)
            found["pad"] = lambda: spaced(self.pages[self.page].row, size)
            found["page"] = lambda: str(self.page + 1)
            found["pages"] = lambda: "; ".join(self._page_lines())
        return Lazily(found)

    def _page_lines(self) -> Iterator[str]:
        """Yield the pad page by page."""
        for number, page in enumerate(self.pages, 1):
            yield f"page {number}: {spaced(page.row, self.text.size)}"

    def shown(self) -> Sequence[str]:
        """Return the pages, where there are several, and the steps that are given."""
        pages = list(self._page_lines()) if len(self.pages) > 1 else []
        return (*pages, *(step.text for step in self.steps() if step.given))

    def steps(self) -> Sequence[Step]:
        """Return the work group by group, or entry by entry."""
        lines = self._entry_lines() if self.task.codes else self._group_lines()
        return tuple(Step(place, text, place <= self.given) for place, text in enumerate(lines, 1))

    def _group_lines(self) -> Iterator[str]:
        """Yield one line for each group that is added or taken off."""
        size = self.text.size
        codes = cut(self.text.row, size)
        pads = cut(self.laid.pad, size)
        for code, pad in zip(codes, pads, strict=True):
            sent = plus(code, pad)
            encodes = self.task.encodes
            yield f"{code} + {pad} = {sent}" if encodes else f"{sent} - {pad} = {code}"

    def _entry_lines(self) -> Iterator[str]:
        """Yield one line for each entry, with the pad where it is used.

        Where the groups are cut anew, cutting is a line of its own, and so is each sum.
        """
        sums = list(self._group_lines()) if self.task.adds else []
        if self.text.size == GROUP_SIZE:
            yield from self._entries(sums)
            return
        codes, groups = " ".join(self.text.codes), " ".join(self.text.groups)
        if self.task.encodes:
            yield from self._entries()
            yield f"{codes}, run together and cut anew: {groups}"
            yield from sums
        else:
            yield from sums
            yield f"{groups}, run together and cut anew: {codes}"
            yield from self._entries()

    def _entries(self, sums: Sequence[str] = ()) -> Iterator[str]:
        """Yield one line for each entry, with its sums where they go along with it."""
        at = 0
        for item in self.text.written:
            groups, plain = self._named(item.groups), item.plain.replace("\n", "¶") or item.how
            added = "; ".join(sums[at : at + len(item.groups)])
            at += len(item.groups)
            found = (
                [f"{plain} is {groups}", added]
                if self.task.encodes
                else [added, f"{groups} is {plain}"]
            )
            yield "; ".join(filter(None, found))

    def _named(self, groups: Sequence[str]) -> str:
        """Return the groups of one thing written; of several each with what it stands for."""
        if len(groups) == 1:
            return groups[0]
        entries = map(self.text.shelf.book.entry_of, groups)
        return ", ".join(
            f"{group} {entry.plain if entry else ''}".rstrip()
            for group, entry in zip(groups, entries, strict=True)
        )

    def how(self) -> str:
        """Say how the answer is written."""
        if self.all_given:
            return "Nothing is left to do here; read the steps."
        if self.speaks:
            one = len(self.asked_words) == 1
            left = f" that {'is' if one else 'are'} left" * bool(self.given)
            return f"Write the word{'s' * (not one)}{left}."
        count, last = len(self.groups), "the last " * bool(self.given)
        said = "group" if count == 1 and last else f"{count} group{'s' * (count != 1)}"
        return f"Write {last}{said} of {self.text.size} figures."

    def model(self) -> str:
        """Return the right groups or words."""
        if self.speaks:
            return " ".join(self.asked_words)
        return " ".join(self.groups)

    @property
    def asked_words(self) -> tuple[str, ...]:
        """The words that are left to the student."""
        if not self.given:
            return self.text.spoken
        return tuple(word for part in self.left for word in part.words)

    @cached_property
    def left(self) -> tuple[Segment, ...]:
        """The entries whose words are left to the student."""
        if not self.given:
            return self.text.segments
        given = sum(self.units[: self.given])
        return tuple(part for part in self.text.segments if part.start >= given)
