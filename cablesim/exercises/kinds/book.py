"""Encoding and decoding by a cipher of the scenario: code book, pad, or both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cablesim.codes.codebook import GROUP_SIZE
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.figures import plus, spaced
from cablesim.exercises.kinds.bookjudge import judge_groups, judge_words
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.slips import Page, decoding_slips, encoding_slips, names_of
from cablesim.exercises.sources import Sources
from cablesim.exercises.texts import BookText, book_text
from cablesim.exercises.variant import Slip
from cablesim.exercises.verdict import Verdict
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import BookTask, Exercise
from cablesim.text.groups import cut

MOST_DRAWS = 400
NOT_LOOKED_UP = "not-looked-up"


@dataclass(frozen=True)
class BookVariant(BookWork):
    """The work, with what can go wrong in it and the judge of it."""

    def mistakes(self) -> Iterator[Slip]:
        """Yield every mistake that shows in what is left to the student."""
        if not self.asked:
            return
        seen = {self.model()}
        for name, answer in self._answers():
            if answer not in seen:
                seen.add(answer)
                yield Slip(name, answer)

    def _answers(self) -> Iterator[tuple[str, str]]:
        """Yield what each mistake would have the student write."""
        if self.speaks:
            yield from self._spoken()
        for name, row in self.slips.items():
            yield name, " ".join(cut(row, self.text.size)[0 if self.speaks else self.offset :])

    def _spoken(self) -> Iterator[tuple[str, str]]:
        """Yield the slips of looking up, in words."""
        if self.task.adds:
            yield NOT_LOOKED_UP, spaced(self.text.row, self.text.size)
        shelf, left = self.text.shelf, self.left
        for name, place in (("wrong-row", 0), ("other-entry", len(left) - 1)):
            said = [part.plain for part in left]
            for offset in range(len(left)):
                at = (place + offset) % len(left)
                entry = shelf.book.entry_of(left[at].groups[0])
                beside = shelf.rows_beside(left[at].groups[0])
                if entry is None or not beside:
                    continue
                said[at] = (beside[-1] if name == "wrong-row" else shelf.far_from(entry)).plain
                yield name, " ".join(said)
                break

    def judge(self, answer: str) -> Verdict:
        """Return the verdict, group by group or word by word."""
        if not self.asked:
            return Verdict(1.0, "")
        return judge_words(self, answer) if self.speaks else judge_groups(self, answer)


class BookItem:
    """An exercise by a cipher of the scenario, made ready."""

    placeholders = ("plain", "groups", "pad", "pages", "page", "cipher")

    def __init__(self, exercise: Exercise, task: BookTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        self.names = names_of(task)
        self._shelf = sources.demand_cipher(task.cipher)
        self._texts: dict[str, BookText] = {}
        if task.fade and task.codes and task.group != GROUP_SIZE:
            raise ExerciseRefused(f"with groups of {task.group} nothing can be given away", "fade")

    def draw(self, stream: Stream, level: int | None = None) -> BookVariant:
        """Draw text and pad until no mistake looks like another, and each shows as is wanted."""
        for _ in range(MOST_DRAWS):
            variant = self._drawn(stream, level)
            if variant is not None:
                return variant
        raise ExerciseRefused(
            f"{MOST_DRAWS} draws were not fair: mistakes look alike, or spoil too few groups; "
            "give longer texts, or ask less of 'fair'",
            "vary",
        )

    def _drawn(self, stream: Stream, level: int | None) -> BookVariant | None:
        """Draw once; return nothing where the draw is not fair."""
        task = self.task
        text = self._text(task.plains[stream.below(len(task.plains))])
        pages: tuple[Page, ...] = ()
        page, row = 0, text.row
        if task.adds:
            pages = self._pages(stream, text)
            page = stream.below(len(pages)) if len(pages) > 1 else 0
            if len({each.row[: text.size] for each in pages}) < len(pages):
                return None
            if task.encodes:
                this = pages[page]
                row = this.indicator + plus(row, this.additive(len(row)))
        slips = (encoding_slips if task.encodes else decoding_slips)(task, text, pages, page, row)
        if not self._fair(row, slips, text):
            return None
        given = self._given(text, level)
        return BookVariant(self.exercise, task, text, pages, page, row, slips, given)

    def _pages(self, stream: Stream, text: BookText) -> tuple[Page, ...]:
        """Draw the pad pages: a group more than the longest row needs, and the indicator."""
        task, size = self.task, text.size
        longest = max(
            text.count, len(text.single_words) // size if task.codes and task.encodes else 0
        )
        length = (longest + 1 + task.indicator) * size
        rows = cut(stream.figures(length * task.pages), length)
        return tuple([Page(row, row[:size] if task.indicator else "") for row in rows])

    def _fair(self, row: str, slips: dict[str, str], text: BookText) -> bool:
        """Say whether all rows differ, and each mistake spoils as many groups as is wanted.

        A mistake that this text does not allow, whatever the pad, is left out.
        """
        size = text.size
        for name in ("single-words", "wrong-row", "other-entry", "swapped"):
            if slips.get(name) == row:
                del slips[name]
        if len({row, *slips.values()}) <= len(slips):
            return False
        for name, least in self.task.fair.items():
            wrong = slips.get(name, row)
            spoilt = sum(
                row[at : at + size] != wrong[at : at + size] for at in range(0, len(row), size)
            )
            if spoilt < min(least, len(row) // size):
                return False
        return True

    def _given(self, text: BookText, level: int | None) -> int:
        """Return how many steps are worked already."""
        fade = self.task.fade
        if level is None or not fade:
            return 0
        count = len(text.units) if self.task.codes else text.count
        return max(count - fade[min(level, len(fade) - 1)], 0)

    def _text(self, plain: str) -> BookText:
        """Return a text made ready, once."""
        if plain not in self._texts:
            self._texts[plain] = book_text(plain, self._shelf, self.task.group)
        return self._texts[plain]
