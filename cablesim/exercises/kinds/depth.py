"""Two telegrams on one page of the pad: what is known of the first opens the second."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cablesim.codes.codebook import GROUP_SIZE
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.figures import minus, plus, spaced
from cablesim.exercises.judging.along import OFF
from cablesim.exercises.judging.besidewords import groups_of, words_alone
from cablesim.exercises.judging.hearing import readings, spells, trouble
from cablesim.exercises.judging.rows import EXCHANGED, Miss, Row, SlipRow, Slips
from cablesim.exercises.judging.sentences import said
from cablesim.exercises.judging.telling import remarks, written
from cablesim.exercises.judging.wording import closest, why_word
from cablesim.exercises.kinds.groupwise import by_groups, slips_beside, why_beside, wrong_figures
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, read_groups, words
from cablesim.exercises.sources import Sources
from cablesim.exercises.texts import BookText, Segment, book_text
from cablesim.exercises.variant import Slip, Step
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import DepthTask, Exercise
from cablesim.text.groups import cut

MOST_DRAWS = 200
_ADDED = "telegrams-added"
_ROWS = ("added", "pad-added", "difference", "pad-alone")
_READ_ON = Remark("You have read on beyond what is known; that is right too.", right=True)


@dataclass(frozen=True)
class DepthVariant:
    """Two texts under one pad; `opened` groups of the first are known."""

    exercise: Exercise
    task: DepthTask = field(repr=False)
    first: BookText
    second: BookText
    pad: str
    opened: int

    @property
    def asked(self) -> int:
        """How many words of the second the crib opens."""
        return len(self.open_words)

    @property
    def length(self) -> int:
        """How many figures the crib opens."""
        return self.opened * GROUP_SIZE

    @cached_property
    def ciphers(self) -> tuple[str, str]:
        """Both rows as they were sent."""
        rows = (self.first.row, self.second.row)
        one, two = (plus(row, self.pad[: len(row)]) for row in rows)
        return one, two

    @cached_property
    def open_parts(self) -> tuple[Segment, ...]:
        """The entries of the second that lie wholly within what is opened."""
        return tuple(
            part for part in self.second.segments if part.start + len(part.groups) <= self.opened
        )

    @cached_property
    def open_words(self) -> tuple[str, ...]:
        """The words of these entries."""
        return tuple(word for part in self.open_parts for word in part.words)

    @cached_property
    def crib(self) -> str:
        """The known beginning of the first, in words."""
        known = [p for p in self.first.segments if p.start + len(p.groups) <= self.opened]
        return " ".join(part.plain for part in known)

    def values(self) -> Mapping[str, str]:
        """Return both telegrams and the crib."""
        one, two = self.ciphers
        return {
            "cipher.1": spaced(one, GROUP_SIZE),
            "cipher.2": spaced(two, GROUP_SIZE),
            "crib": self.crib,
        }

    def shown(self) -> Sequence[str]:
        """Return nothing: the prompt has it all."""
        return ()

    def steps(self) -> Sequence[Step]:
        """Return the way from the crib to the second text, group by group."""
        one, two = (cut(row, GROUP_SIZE) for row in self.ciphers)
        steps = []
        for n in range(self.opened):
            code, pad = self.first.codes[n], minus(one[n], self.first.codes[n])
            found = self.second.codes[n]
            entry = self.second.shelf.book.entry_of(found)
            steps.append(
                Step(
                    n + 1,
                    f"{one[n]} - {code} = {pad}, the pad; {two[n]} - {pad} = {found}, "
                    f"{entry.plain if entry else 'not in the book'}",
                )
            )
        return tuple(steps)

    def how(self) -> str:
        """Say how the answer is written."""
        return "Write the words that the known beginning opens, or their code groups."

    def model(self) -> str:
        """Return the words that the crib opens."""
        return " ".join(self.open_words)

    @cached_property
    def slips(self) -> tuple[SlipRow, ...]:
        """The rows that each mistake gives; a difference can be taken from either side."""
        end = self.length
        one, two = (row[:end] for row in self.ciphers)
        known, pad = self.first.row[:end], self.pad[:end]
        return (
            ("added", minus(two, plus(one, known)), True),
            ("pad-added", plus(two, pad), True),
            ("difference", minus(two, one), True),
            ("difference", minus(one, two), True),
            ("pad-alone", pad, True),
        )

    def _rarer(self) -> Iterator[SlipRow]:
        """Yield the rows of mistakes that no draw is held against: of the telegrams as they are."""
        one, two = (row[: self.length] for row in self.ciphers)
        yield "copied", two, True
        yield "copied", one, True
        yield _ADDED, plus(one, two), True

    def mistakes(self) -> Iterator[Slip]:
        """Yield every mistake that can be made here."""
        for name, row, _ in self.slips:
            yield Slip(name, spaced(row, GROUP_SIZE))
        yield Slip("first-again", self.crib)

    def judge(self, answer: str) -> Verdict:
        """Return the verdict of words, or of code groups."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        heard = words_alone(answer, self.open_words, self.second.shelf, self._known)
        if not heard:
            return unread("Nothing was written that could be read; write the words.")
        model = self.open_words
        if heard == model:
            return Verdict(1.0, " ".join(heard), (), (True,) * self.asked)
        if all(map(str.isdigit, heard)) and not all(map(str.isdigit, model)):
            return self._groups(answer)
        return self._heard(answer, heard)

    def _heard(self, answer: str, heard: Row) -> Verdict:
        """Judge words that are not right as they stand, in every way to read them."""
        rows = self._readings(answer, heard)
        right = next((row for row in rows if self._opened(row)), ())
        if right:
            told = (_READ_ON,) * (len(right) > self.asked)
            return Verdict(1.0, " ".join(right), told, (True,) * self.asked)
        codes = next((row for row in rows[1:] if all(map(str.isdigit, row))), ())
        if codes:
            return self._groups(" ".join(codes))
        unclear = trouble(heard, self.open_words, self.second.shelf)
        return unread(unclear) if unclear else self._worded(rows)

    def _readings(self, answer: str, heard: Row) -> tuple[Row, ...]:
        """Return the readings of an answer, each with the blanks of the text if it is that."""
        model, every = self.open_words, self.second.words
        ends = range(len(model), len(every) + 1)
        rows = readings(answer, heard, model, self.second.shelf, self._known, groups=True)
        return tuple(next((every[:n] for n in ends if spells(row, every[:n])), row) for row in rows)

    def _known(self) -> frozenset[str]:
        """Return the groups that may stand beside words: of the texts, of what came, of the pad."""
        rows = (*self.ciphers, self.pad, *(row for _, row, _ in self.slips))
        seen = (group for row in rows for group in cut(row, GROUP_SIZE))
        return frozenset((*groups_of(self.first), *groups_of(self.second), *seen))

    def _opened(self, row: Row) -> bool:
        """Say whether words are those that the crib opens, or these and what follows."""
        return row[: self.asked] == self.open_words and self._goes_on(row)

    def _goes_on(self, row: Row) -> bool:
        """Say whether what stands behind as many words as are asked for is right."""
        return row[self.asked :] == self.second.words[self.asked : len(row)]

    def _worded(self, rows: Sequence[Row]) -> Verdict:
        """Return the verdict of words in the reading that suits the learner best."""
        if any(row == tuple(words(self.crib)) for row in rows):
            return self._first_again()
        cut_off = {row: row[: self.asked] if self._goes_on(row) else row for row in rows}
        kept, found = closest(cut_off.values(), self.open_parts, self.second)
        told = remarks(
            self.exercise,
            found.compared,
            self.values,
            lambda miss: why_word(miss, self.open_parts, self.second.shelf, tell_group=False),
            part="Word",
        )
        row = next(row for row in rows if cut_off[row] == kept)
        score = float(found.whole) if self.task.whole else found.share
        told += found.heard() + (_READ_ON,) * (len(row) > len(kept) and found.whole)
        read = " ".join((*found.shown, *row[len(kept) :]))
        return Verdict(score, read, told, found.parts, wrote=written(found.compared))

    def _first_again(self) -> Verdict:
        """Return the verdict of who wrote the first telegram, which is known."""
        row = words(self.crib)
        read = " ".join(row)
        values = {**self.values(), "read": read, "n": "1", "why": ""}
        remark = Remark(said(self.exercise, "first-again", values), 0, "first-again", read)
        shown = tuple(Part(word, n, right=False) for n, word in enumerate(row, 1))
        return Verdict(0.0, read, (remark,), (False,) * self.asked, wrote=shown)

    def _groups(self, answer: str) -> Verdict:
        """Judge code groups."""
        found = read_groups(answer, GROUP_SIZE, self.opened)
        if found.trouble:
            return unread(found.trouble)
        row, every = found.groups, self.second.codes
        model = every[: self.opened]
        read = " ".join(row)
        if row[: len(model)] == model and row == every[: len(row)]:
            text = "These are the code groups; the book says " + self.model() + "."
            return Verdict(1.0, read, (Remark(text, right=True),), (True,) * self.opened)
        slips = slips_beside(row, model, Slips(self.slips, GROUP_SIZE, rarer=self._rarer))
        result = by_groups(row, model, slips)
        told = remarks(
            self.exercise,
            result,
            self.values,
            lambda miss: (
                why_beside(miss, row, model) or self._added(miss) or wrong_figures(miss, model)
            ),
        )
        score = 0.0 if self.task.whole else result.share
        return Verdict(score, read, told, result.parts, wrote=written(result))

    def _added(self, miss: Miss) -> str:
        """Say where the known text was added to the first telegram, if it was."""
        if miss.name != "added":
            return ""
        place = slice(miss.place * GROUP_SIZE, (miss.place + 1) * GROUP_SIZE)
        known, one = (row[place] for row in (self.first.row, self.ciphers[0]))
        return f"to {one} of the first telegram you added the known {known}"


class DepthItem:
    """An exercise of two telegrams on one page, made ready."""

    names = (
        *_ROWS, "copied", _ADDED, "first-again", "wrong-row", "other-entry", "swapped", EXCHANGED,
        OFF,
    )  # fmt: skip
    placeholders = ("cipher.1", "cipher.2", "crib")

    def __init__(self, exercise: Exercise, task: DepthTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        self._shelf = sources.demand_cipher(task.cipher)
        self._listed = self._shelf.listed(exercise.prompt)
        self._texts: dict[str, BookText] = {}

    def draw(self, stream: Stream, level: int | None = None) -> DepthVariant:
        """Draw a pair, which of it is the first, and the pad."""
        del level
        for _ in range(MOST_DRAWS):
            pair = self.task.pairs[stream.below(len(self.task.pairs))]
            first, second = (self._text(plain) for plain in pair)
            pad = stream.figures(max(len(first.row), len(second.row)))
            opened = min(self.task.crib, first.count, second.count)
            variant = DepthVariant(self.exercise, self.task, first, second, pad, opened)
            if not (variant.open_words and variant.crib):
                raise ExerciseRefused(
                    f"{self.task.crib} known groups open no whole word of both texts; "
                    "give more groups, or texts whose first words are in the book",
                    "vary.crib",
                )
            rows = {second.row[: variant.length], *(row for _, row, _ in variant.slips)}
            if len(rows) > len(variant.slips) and variant.crib != variant.model():
                return variant
        raise ExerciseRefused("the two texts begin alike, so nothing can be told apart", "vary")

    def _text(self, plain: str) -> BookText:
        """Return a text made ready, once."""
        if plain not in self._texts:
            self._texts[plain] = book_text(plain, self._shelf, GROUP_SIZE, self._listed)
        return self._texts[plain]
