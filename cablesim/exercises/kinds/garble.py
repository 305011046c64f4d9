"""A figure damaged on the line: which group is wrong, and what it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cablesim.codes.codebook import GROUP_SIZE, EntryKind
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.figures import minus, one_changed, plus, spaced
from cablesim.exercises.judging.repairs import Message, read, short
from cablesim.exercises.judging.sentences import said
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, in_figures, plain, words
from cablesim.exercises.shelf import Shelf
from cablesim.exercises.sources import Sources
from cablesim.exercises.texts import BookText, book_text
from cablesim.exercises.variant import Slip, Step
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Exercise, GarbleTask
from cablesim.text.digits import column_sums
from cablesim.text.groups import cut

OPEN = "?"
_CHECK = (
    "The last group is the check: the sum, without carrying, of all groups before it as they were "
    "sent."
)
_NAMES = ("next-group", "as-received", "not-in-book", "two-figures", "other-repair", "wrong-sign")
_DECIPHERED = (
    "{} is what the group deciphers to as it came, damage and all. Which figure of it is wrong?"
)


class Damage(NamedTuple):
    """A damaged code group: its place (from 0), and the group that it became."""

    place: int
    became: str


@dataclass(frozen=True)
class DamagedText:
    """A text and every damage of one figure that an exercise may do to it."""

    text: BookText
    damages: tuple[Damage, ...]


@dataclass(frozen=True)
class GarbleVariant:
    """A text, its pad, the damage, and whether a check group closes the message."""

    exercise: Exercise
    task: GarbleTask = field(repr=False)
    text: BookText
    pad: str
    damage: Damage

    asked = 2

    @cached_property
    def sent(self) -> tuple[str, ...]:
        """The cipher groups as they were sent, the check left out."""
        return cut(plus(self.text.row, self.pad[: len(self.text.row)]), GROUP_SIZE)

    @cached_property
    def received(self) -> tuple[str, ...]:
        """The cipher groups as they came, the check behind them where there is one."""
        groups = list(self.sent)
        groups[self.damage.place] = plus(self.damage.became, self._pad_at(self.damage.place))
        return (*groups, column_sums(self.sent)) if self.task.check else tuple(groups)

    def _pad_at(self, place: int) -> str:
        """Return the pad group at a place."""
        return self.pad[place * GROUP_SIZE : (place + 1) * GROUP_SIZE]

    @property
    def repair(self) -> str:
        """The cipher group as it was sent."""
        return self.sent[self.damage.place]

    @property
    def repairs(self) -> int:
        """How many single figures, changed, would make the message whole.

        With a check the sum tells which figure of a group is off, and by how much; without one any
        change that gives a group of the book is a repair.
        """
        if not self.task.check:
            return _repairs(self.text.shelf, self.damage.became)
        book, codes, place = self.text.shelf.book, list(self.text.codes), self.damage.place
        off = minus(codes[place], self.damage.became)
        codes[place] = self.damage.became
        strange = [n for n, code in enumerate(codes) if book.entry_of(code) is None]
        places = strange if len(strange) == 1 else range(len(codes)) if not strange else ()
        return sum(book.entry_of(plus(codes[n], off)) is not None for n in places)

    def values(self) -> Mapping[str, str]:
        """Return what came, the pad, and the number of groups."""
        return {
            "cipher": " ".join(self.received),
            "pad": spaced(self.pad, GROUP_SIZE),
            "count": str(len(self.text.codes)),
        }

    def shown(self) -> Sequence[str]:
        """Return what is to be known of the check."""
        if not self.task.check:
            return ()
        return (_CHECK,)

    def steps(self) -> Sequence[Step]:
        """Return every group deciphered, as it came, and what follows for the damaged one."""
        book = self.text.shelf.book
        steps = []
        for place, group in enumerate(self.received[: len(self.sent)]):
            code = minus(group, self._pad_at(place))
            entry = book.entry_of(code)
            read = entry.plain if entry is not None else "not in the book"
            steps.append(f"{group} - {self._pad_at(place)} = {code}: {read}")
        steps += [self._summed()] if self.task.check else []
        return tuple(Step(n, text) for n, text in enumerate((*steps, self._mended()), 1))

    @property
    def _column(self) -> int:
        """The place of the damaged figure within its group, from 0."""
        pairs = zip(self.received[self.damage.place], self.repair, strict=True)
        return next(place for place, (came, sent) in enumerate(pairs) if came != sent)

    def _summed(self) -> str:
        """Return the sum of what came beside the check: the column, and by how much it is off."""
        total, check, at = column_sums(self.received[:-1]), self.received[-1], self._column
        off = minus(check, total)[at]
        return (
            f"without carrying, all groups but the last add up to {total}, and the check is "
            f"{check}: figure {at + 1} differs, {total[at]} + {off} = {check[at]}"
        )

    def _mended(self) -> str:
        """Return how the damaged group is put right, and what it then says."""
        came, sent, at = self.received[self.damage.place], self.repair, self._column
        code, pad = self.text.codes[self.damage.place], self._pad_at(self.damage.place)
        off = minus(sent, came)[at]
        entry = self.text.shelf.book.entry_of(code)
        says = f", {entry.plain}" if entry is not None else ""
        return (
            f"so group {self.damage.place + 1} is put right at figure {at + 1}: "
            f"{came[at]} + {off} = {sent[at]}, {came} was sent as {sent}; "
            f"{sent} - {pad} = {code}{says}"
        )

    def how(self) -> str:
        """Say how the answer is written."""
        return f"Write the number of the group (1 to {len(self.sent)}) and the group it should be."

    def model(self) -> str:
        """Return place and repair."""
        return f"{self.damage.place + 1} {self.repair}"

    def mistakes(self) -> Iterator[Slip]:
        """Yield every mistake that can be made here."""
        place = self.damage.place
        beside = place + 1 if place + 1 < len(self.sent) else place - 1
        if beside >= 0:
            yield Slip("next-group", f"{beside + 1} {self.repair}")
        yield Slip("as-received", f"{place + 1} {self.received[place]}")
        for name in _NAMES[2:]:
            wrong = (plus(code, self._pad_at(place)) for code in self._wrong())
            found = next((group for group in wrong if self._of_group(group) == name), None)
            if found is not None:
                yield Slip(name, f"{place + 1} {found}")

    def _wrong(self) -> Iterator[str]:
        """Yield code groups that are no repair: of one figure changed, then of two.

        One whose cipher group is by chance the right code group, or the damaged one, is left out:
        it would be read as that.
        """
        pad = self._pad_at(self.damage.place)
        twins = {minus(self.text.codes[self.damage.place], pad), minus(self.damage.became, pad)}
        once = [code for code in one_changed(self.damage.became) if code not in twins]
        yield from once
        for code in once:
            yield from (other for other in one_changed(code) if other not in twins)

    def _kind(self, code: str) -> str:
        """Name what is wrong with a code group given as the repair; nothing where it is right."""
        right = self.text.codes[self.damage.place]
        if code == right:
            return ""
        if code == self.damage.became:
            return "as-received"
        if changed_in(code, self.damage.became) > 1:
            return "two-figures"
        if self.task.check and plus(code, right) == plus(self.damage.became, self.damage.became):
            return "wrong-sign"
        known = self.text.shelf.book.entry_of(code) is not None
        return "other-repair" if known else "not-in-book"

    def judge(self, answer: str) -> Verdict:
        """Return the verdict: the place, and the repair as cipher group, code group or word."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        text = in_figures(plain(answer)).replace("_", " ")
        place, repair, trouble = short(text, len(self.sent)) or read(text, self._message)
        if trouble:
            return unread(f"{trouble} {self.how()}")
        if place is None and not repair:
            return unread(f"No group is named there. {self.how()}")
        named = f"group {place + 1 if place is not None else OPEN}; {repair or OPEN}"
        if OPEN not in text and (place is None or not repair):
            return unread(self._half(place), named)
        right_place = place == self.damage.place
        right_repair, told = self._judged(repair, place)
        score = self.task.place * right_place + self.task.repair * right_repair
        notes: list[Remark] = []
        if not right_place:
            notes.append(self._at_place(place))
        notes += told
        at = f"group {place + 1}" if place is not None else ""
        shown = (Part(at, 1, right_place), Part(repair, 2, right_repair))
        right = (right_place, right_repair)
        return Verdict(round(score, 4), named, tuple(notes), right, wrote=shown)

    @cached_property
    def _message(self) -> Message:
        """What came, as it is needed to read an answer."""
        code = self.text.codes[self.damage.place]
        entry = self.text.shelf.book.entry_of(code)
        return Message(
            self.received,
            cut(self.pad, GROUP_SIZE)[: len(self.sent)],
            len(self.sent),
            self.text.shelf,
            frozenset((code, self.repair)),
            tuple(words(entry.plain)) if entry is not None else (),
        )

    def _half(self, place: int | None) -> str:
        """Say which half of an answer is wanting; without it there is no try."""
        which = "the first" if place is None else "the second"
        return (
            f"Which group, and what should stand there: {which} is missing. Write both, or {OPEN} "
            "for what you do not know."
        )

    def _judged(self, repair: str, place: int | None) -> tuple[bool, list[Remark]]:
        """Judge the repair; which of its forms it has is told where it is not the cipher group."""
        right = self.text.codes[self.damage.place]
        if not repair:
            return False, [Remark("What the group should be is left open.", 2)]
        if repair == self.repair:
            return True, []
        if not repair.isdigit():
            entry = self.text.shelf.named(tuple(words(repair)))
            if entry is not None and right in entry.groups:
                return True, [Remark(f"{repair} is {right}, sent as {self.repair}.", 2, right=True)]
            return False, [self._of_word(repair, entry.groups if entry is not None else (), place)]
        if repair == right:
            text = (
                f"{right} is the code group; on the line it was {self.repair}. That is right too."
            )
            return True, [Remark(text, 2, wrote=repair, right=True)]
        return False, [self._of_wrong(repair, place)]

    def _of_wrong(self, repair: str, place: int | None) -> Remark:
        """Say what is wrong with a group that is no repair."""
        if repair == self.damage.became:
            return Remark(_DECIPHERED.format(repair), 2, "as-received", repair)
        name = self._of_group(repair)
        elsewhere = self._elsewhere(repair, repair, place) if name == "two-figures" else None
        return elsewhere or self._told(name, repair)

    def _of_word(self, word: str, groups: Sequence[str], place: int | None) -> Remark:
        """Say what is wrong with a word that is no repair, by the nearest of its groups."""
        became = self.damage.became
        group = min(groups, key=lambda each: changed_in(each, became), default="")
        name = self._kind(group) if group else "other-repair"
        if name == "as-received":
            return Remark(_DECIPHERED.format(word), 2, name, word)
        elsewhere = self._elsewhere(word, group, place) if name == "two-figures" else None
        read = f"{word}, {group} in the book," if name == "two-figures" else word
        return elsewhere or self._told(name, read)._replace(wrote=word)

    def _elsewhere(self, wrote: str, group: str, place: int | None) -> Remark | None:
        """Say what a repair does to the group that it is for, where that one is whole; or None."""
        if place is None or place == self.damage.place:
            return None
        came = self.received[place]
        off = min(changed_in(group, each) for each in (came, minus(came, self._pad_at(place))))
        if off > 1:
            return None
        does = "changes one figure of" if off else "changes nothing in"
        return Remark(f"{wrote} {does} group {place + 1}, and the line damaged another.", 2)

    def _of_group(self, repair: str) -> str:
        """Name what is wrong with a group, taken as a code group where that is nearer to it."""
        name = self._kind(minus(repair, self._pad_at(self.damage.place)))
        return self._kind(repair) if name == "two-figures" else name

    def _at_place(self, place: int | None) -> Remark:
        """Say what is wrong with the place."""
        if place is None:
            return Remark("Which group is wrong is left open.", 1)
        if abs(place - self.damage.place) == 1:
            return self._told("next-group", f"group {place + 1}", 1)
        code = minus(self.received[place], self._pad_at(place))
        entry = self.text.shelf.book.entry_of(code)
        stands = f"it deciphers to {code}, {entry.plain}" if entry else f"it deciphers to {code}"
        return Remark(f"Group {place + 1} is whole: {stands}.", 1, wrote=str(place + 1))

    def _told(self, name: str, wrote: str, part: int = 2) -> Remark:
        """Return the remark for a named mistake."""
        values = {**self.values(), "n": str(part), "read": wrote, "why": ""}
        return Remark(said(self.exercise, name, values), part, name, wrote)


class GarbleItem:
    """An exercise of a damaged figure, made ready."""

    names = _NAMES
    placeholders = ("cipher", "pad", "count")

    def __init__(self, exercise: Exercise, task: GarbleTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        self._shelf = sources.demand_cipher(task.cipher)
        self._texts: dict[str, DamagedText] = {}

    def draw(self, stream: Stream, level: int | None = None) -> GarbleVariant:
        """Draw text, damage and pad; only such damage as the exercise allows.

        A pad that makes the damaged group look like the right code group is drawn anew.
        """
        del level
        while True:
            ready = self._text(self.task.plains[stream.below(len(self.task.plains))])
            damage = ready.damages[stream.below(len(ready.damages))]
            pad = stream.figures(len(ready.text.row) + GROUP_SIZE)
            variant = GarbleVariant(self.exercise, self.task, ready.text, pad, damage)
            if variant.received[damage.place] != ready.text.codes[damage.place]:
                return variant

    def _text(self, text: str) -> DamagedText:
        """Return a text with its damages, once; raise where none is allowed."""
        if text not in self._texts:
            made = book_text(text, self._shelf, GROUP_SIZE)
            damages = tuple(self._damages(made))
            if not damages:
                raise ExerciseRefused(
                    "no damage to this text has only one repair in so full a book; "
                    "add check = true, so that a check group makes it certain",
                    "vary.damage",
                )
            self._texts[text] = DamagedText(made, damages)
        return self._texts[text]

    def _damages(self, text: BookText) -> Iterator[Damage]:
        """Yield every damage that the exercise allows; the pad has no part in it."""
        book, task = self._shelf.book, self.task
        for place, code in enumerate(text.codes):
            if place == 0 and task.spares_first:
                continue
            for became in one_changed(code):
                leaves = book.entry_of(became) is None
                certain = not task.one_repair or task.check or _repairs(self._shelf, became) == 1
                if (leaves or not task.leaves_book) and certain:
                    yield Damage(place, became)


def changed_in(group: str, other: str) -> int:
    """Return in how many figures two groups differ."""
    return sum(map(str.__ne__, group, other))


def _repairs(shelf: Shelf, became: str) -> int:
    """Return how many groups of the book differ from a damaged one in one figure, nulls aside."""
    found = map(shelf.book.entry_of, one_changed(became))
    return sum(1 for entry in found if entry is not None and entry.kind is not EntryKind.NULL)
