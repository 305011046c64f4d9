"""Encoding and decoding by a cipher of the scenario: code book, pad, or both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from cablesim.codes.codebook import GROUP_SIZE
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.figures import plus, spaced
from cablesim.exercises.judging.rows import SlipRow
from cablesim.exercises.kinds.bookjudge import judge_groups
from cablesim.exercises.kinds.bookwords import judge_words
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.kinds.slips import Laid, Page, exchanged_of, names_of, turned_of
from cablesim.exercises.sources import Sources
from cablesim.exercises.texts import BookText, book_text
from cablesim.exercises.variant import Slip
from cablesim.exercises.verdict import Verdict
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import BookTask, Exercise
from cablesim.text.groups import cut

MOST_DRAWS = 400
NOT_LOOKED_UP = "not-looked-up"
# Rows of so few groups are alike by chance now and then.
SHORT = 2
# Mistakes that some texts do not allow, whatever the pad: they are left out there.
_OF_TEXT = frozenset({"single-words", "wrong-row", "other-entry", "swapped"})


@dataclass
class BookVariant(BookWork):
    """The work, with what can go wrong in it and the judge of it."""

    def mistakes(self) -> Iterator[Slip]:
        """Yield every mistake that shows in what is left to the student."""
        if self.all_given:
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
        rarer: Iterable[SlipRow] = ()
        if not self.speaks:
            given = self.offset * self.text.size
            rarer = chain(self.rarer(), exchanged_of(self.laid), turned_of(self.laid, given))
        for name, row, _ in chain(self.slips, rarer):
            yield name, " ".join(cut(row, self.text.size)[0 if self.speaks else self.offset :])

    def _spoken(self) -> Iterator[tuple[str, str]]:
        """Yield the slips of looking up, in words."""
        if self.task.adds:
            yield NOT_LOOKED_UP, spaced(self.text.row, self.text.size)
        shelf, seen, left = self.text.shelf, self.text.seen, self.left
        for name, place in (("wrong-row", 0), ("other-entry", len(left) - 1)):
            said = [part.plain for part in left]
            for offset in range(len(left)):
                at = (place + offset) % len(left)
                entry = shelf.book.entry_of(left[at].groups[0])
                beside = seen.rows_beside(left[at].groups[0])
                if entry is None or not beside:
                    continue
                said[at] = (beside[-1] if name == "wrong-row" else seen.far_from(entry)).plain
                if said[at] != left[at].plain:
                    yield name, " ".join(said)
                break

    def judge(self, answer: str) -> Verdict:
        """Return the verdict, group by group or word by word."""
        if self.all_given:
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
        self._listed = self._shelf.listed(exercise.prompt)
        self._texts: dict[str, BookText] = {}
        self._told: dict[str, bool] = {}
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
            if len(pages) > 1:
                page = stream.below(len(pages))
                if len({each.row[: text.size] for each in pages}) < len(pages):
                    return None
            if task.encodes:
                this = pages[page]
                row = this.indicator + plus(row, this.additive(len(row)))
        given = self._given(text, level)
        drawn = BookVariant(self.exercise, Laid(task, text, pages, page, row), given)
        return drawn if self._tells(drawn) and self._shows(drawn) else None

    def _tells(self, drawn: BookVariant) -> bool:
        """Say whether the rows of all mistakes differ from each other and from the right one.

        A mistake that this text does not allow, whatever the pad, is left out. Rows of more than a
        few groups are alike only if no ten is carried, or if the text makes them so where it is
        encoded: by the entries that could be looked up for others.
        """
        task, text = drawn.task, drawn.text
        looks_up = task.codes and task.encodes
        if task.adds and text.count > SHORT and not (looks_up and text.has_near_rows):
            return drawn.laid.handed_on > 0
        if not task.adds and text.plain in self._told:
            return self._told[text.plain]
        names = {drawn.row: ""}
        told = all(
            (row == drawn.row and name in _OF_TEXT) or names.setdefault(row, name) == name
            for name, row, _ in drawn.slips
        )
        self._told[text.plain] = told
        return told

    def _shows(self, drawn: BookVariant) -> bool:
        """Say whether each mistake spoils as many groups as is wanted."""
        most = len(drawn.row) // drawn.text.size
        for name, least in self.task.fair.items():
            if self._spoilt(drawn, name) < min(least, most):
                return False
        return True

    def _spoilt(self, drawn: BookVariant, name: str) -> int:
        """Return how many groups a mistake spoils that is made in the usual way."""
        if self.task.adds and name == ("carried" if self.task.encodes else "borrowed"):
            return drawn.laid.handed_on
        wrong = next((row for slip, row, _ in drawn.slips if slip == name), drawn.row)
        size = drawn.text.size
        return sum(map(str.__ne__, cut(drawn.row, size), cut(wrong, size)))

    def _pages(self, stream: Stream, text: BookText) -> tuple[Page, ...]:
        """Draw the pad pages: a group more than the longest row needs, and the indicator."""
        task, size = self.task, text.size
        longest = len(text.row)
        if task.codes and task.encodes:
            longest = max(longest, len(text.single_words), len(text.shortest_entries))
        length = (-(-longest // size) + 1 + task.indicator) * size
        rows = cut(stream.figures(length * task.pages), length)
        return tuple([Page(row, row[:size] if task.indicator else "") for row in rows])

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
            self._texts[plain] = book_text(plain, self._shelf, self.task.group, self._listed)
        return self._texts[plain]
