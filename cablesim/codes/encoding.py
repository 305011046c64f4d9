"""From text to placode: the clerk looks up the longest entry and spells what the book lacks.

What clerks did: see `codebook`. The conventions of our teaching book, all made up:

- the longest entry that fits is taken; of several groups for one entry the next in turn;
- a word that the book lacks is spelled between "begin spell" and "end spell", with the longest
  syllables first;
- a number stands between "begin figures" and "end figures", each figure three times; a number of
  three or more figures is said again after "repeat";
- a line end is one "paragraph" group; blanks are not sent (see `spacing`);
- nulls fill the placode until it can be cut into groups of five.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from cablesim.codes.codebook import CodeBook, Control, Entry, EntryKind
from cablesim.codes.errors import CodeError, UnknownSign
from cablesim.codes.spacing import gap
from cablesim.systems.working import WorkedLine, Working
from cablesim.text.groups import regrouped, written

LONGEST = "the longest entry that fits is taken"
IN_TURN = "of several groups for one entry, the next in turn is taken"
BLANKS = "blanks are not sent where the usual spacing has them"
# How something was written, and the convention behind it.
IN_BOOK, SPELLED, PARAGRAPH = "in the book", "spelled", "paragraph"
FIGURES, AGAIN = "figures, each three times", "the number again, after repeat"
FILLED = "null, means nothing"
CONVENTIONS = {
    SPELLED: "a word that the book lacks is spelled, longest syllables first",
    FIGURES: "each figure is written three times",
    AGAIN: "a number of three or more figures is said again",
    PARAGRAPH: "a line end is one paragraph group",
    FILLED: "nulls fill up until the row can be cut into fives",
}
TIMES = 3
REPEATED_FROM = 3
FIVE = 5

_FIGURES = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Written:
    """One thing the clerk wrote: the plain, its groups, how they were found, where it stood."""

    plain: str
    groups: tuple[str, ...]
    how: str
    start: int


@dataclass(frozen=True, slots=True)
class Encoded:
    """The placode of a text: what was written, in order, and the four-figure groups of it all."""

    text: str
    written: tuple[Written, ...]

    @property
    def groups(self) -> tuple[str, ...]:
        """The four-figure groups in order, the filling nulls included."""
        return tuple(group for item in self.written for group in item.groups)

    def working(self) -> Working:
        """Return the clerk's sheet of the encoding."""
        lines = tuple(
            WorkedLine(place, (item.plain.replace("\n", "¶"), " ".join(item.groups)), item.how)
            for place, item in enumerate(self.written, 1)
        )
        result = written(regrouped(self.groups, FIVE))
        columns = ("plain", "groups")
        return Working("From words to code groups", self._conventions(), columns, lines, result)

    def _conventions(self) -> tuple[str, ...]:
        """Return the conventions that this text called for."""
        ways = {item.how for item in self.written}
        entries = [item.plain for item in self.written if item.how == IN_BOOK]
        in_turn = len(set(entries)) < len(entries) or ways & {SPELLED, FIGURES}
        always = (LONGEST, *(IN_TURN,) * bool(in_turn), *(BLANKS,) * (" " in self.text))
        return (*always, *(rule for way, rule in CONVENTIONS.items() if way in ways))


@dataclass(slots=True)
class _Clerk:
    """The clerk at work: the book at hand, which group of each entry comes next."""

    book: CodeBook
    text: str
    done: list[Written] = field(default_factory=list)
    turns: Counter[str] = field(default_factory=Counter)

    def group(self, entry: Entry) -> str:
        """Take the next group in turn of an entry."""
        key = f"{entry.kind.value} {entry.plain}"
        turn = self.turns[key]
        self.turns[key] = turn + 1
        return entry.groups[turn % len(entry.groups)]

    def control(self, control: Control) -> str:
        """Take a steering group."""
        return self.group(self.book.control(control))

    def write(self, plain: str, groups: tuple[str, ...], how: str, start: int) -> None:
        """Put one thing on the sheet."""
        self.done.append(Written(plain, groups, how, start))

    def blank(self, previous: str, at: int) -> int:
        """Write a steering group where the text's blank is not the rule's; return the next place.

        A blank at the beginning or end of a line cannot stand in a normal text.
        """
        has = self.text[at] == " "
        if has and at + 1 == len(self.text):
            raise self.unknown(at)
        right = self.text[at + 1] if has else self.text[at]
        by_rule = gap(previous, right)
        if has and not by_rule:
            self.write(" ", (self.control(Control.SPACE),), "a blank against the rule", at)
        if not has and by_rule:
            self.write("", (self.control(Control.CLOSE_UP),), "no blank, against the rule", at)
        return at + 1 if has else at

    def phrase(self, at: int) -> str | None:
        """Return the longest entry that stands here as whole words."""
        word = _word(self.text, at)
        for plain in self.book.phrases_from(word):
            end = at + len(plain)
            if self.text.startswith(plain, at) and not _runs_on(self.text, end):
                return plain
        return None

    def spelled(self, word: str, at: int) -> tuple[str, ...]:
        """Spell a word, longest syllables first."""
        groups = [self.control(Control.BEGIN_SPELL)]
        place = 0
        while place < len(word):
            entry = self._syllable(word, place)
            if entry is None:
                raise self.unknown(at + place)
            groups.append(self.group(entry))
            place += len(entry.plain)
        return (*groups, self.control(Control.END_SPELL))

    def _syllable(self, word: str, place: int) -> Entry | None:
        """Return the longest syllable, or the letter, that stands at a place of a word."""
        for length in range(min(len(word) - place, 4), 1, -1):
            entry = self.book.entry(EntryKind.SYLLABLE, word[place : place + length])
            if entry is not None:
                return entry
        return self.book.entry(EntryKind.LETTER, word[place])

    def figures(self, number: str, at: int) -> tuple[str, ...]:
        """Write a number, each figure three times."""
        groups = [self.control(Control.BEGIN_FIGURES)]
        for offset, figure in enumerate(number):
            entry = self.book.entry(EntryKind.FIGURE, figure)
            if entry is None:
                raise self.unknown(at + offset)
            groups += [self.group(entry) for _ in range(TIMES)]
        return (*groups, self.control(Control.END_FIGURES))

    def unknown(self, at: int) -> UnknownSign:
        """Say which sign the book lacks, and where it stands."""
        line = self.text.count("\n", 0, at) + 1
        column = at - (self.text.rfind("\n", 0, at) + 1) + 1
        return UnknownSign(self.text[at], line, column)


def _word(text: str, at: int) -> str:
    """Return the run of letters at a place, or the one sign that stands there."""
    end = at
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[at : max(end, at + 1)]


def _runs_on(text: str, end: int) -> bool:
    """Tell whether the word before `end` goes on there."""
    return end < len(text) and text[end - 1].isalnum() and text[end].isalnum()


def encode(text: str, book: CodeBook) -> Encoded:
    """Encode a text that is already written as the book can write it (see `normal`).

    Raises `UnknownSign` with the place of a sign that the book lacks; nothing is ever dropped.
    """
    clerk = _Clerk(book, text)
    at = 0
    previous = ""
    while at < len(text):
        if previous:
            at = clerk.blank(previous, at)
        piece = _step(clerk, at)
        previous = piece
        at += len(piece)
    _fill(clerk)
    return Encoded(text, tuple(clerk.done))


def _step(clerk: _Clerk, at: int) -> str:
    """Write the next thing of the text; return the piece of text that it covers."""
    text = clerk.text
    if text[at] == "\n":
        clerk.write("\n", (clerk.control(Control.PARAGRAPH),), PARAGRAPH, at)
        return "\n"
    number = _FIGURES.match(text, at)
    if number:
        _number(clerk, number[0], at)
        return number[0]
    plain = clerk.phrase(at)
    if plain is not None:
        entry = clerk.book.entry(EntryKind.WORD, plain)
        if entry is None:
            raise CodeError(f"the book's index names '{plain}' and the book does not have it")
        clerk.write(plain, (clerk.group(entry),), IN_BOOK, at)
        return plain
    if text[at].isalpha():
        word = _word(text, at)
        clerk.write(word, clerk.spelled(word, at), SPELLED, at)
        return word
    sign = clerk.book.entry(EntryKind.SIGN, text[at])
    if sign is None:
        raise clerk.unknown(at)
    clerk.write(text[at], (clerk.group(sign),), "sign", at)
    return text[at]


def _number(clerk: _Clerk, number: str, at: int) -> None:
    """Write a number, and say a long one again."""
    clerk.write(number, clerk.figures(number, at), FIGURES, at)
    if len(number) >= REPEATED_FROM:
        groups = (clerk.control(Control.REPEAT), *clerk.figures(number, at))
        clerk.write("", groups, AGAIN, at)


def _fill(clerk: _Clerk) -> None:
    """Add nulls until the placode can be cut into groups of five."""
    count = sum(len(item.groups) for item in clerk.done)
    while count % FIVE:
        entry = clerk.book.entry(EntryKind.NULL, "null")
        if entry is None:
            raise CodeError("the book has no nulls to fill the last group; add some to its nulls")
        clerk.write("", (clerk.group(entry),), FILLED, len(clerk.text))
        count += 1
