"""Letters as coordinates: the Polybius square, the tap code, and labels made of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Annotated

from cablesim.codes.square import Square, Squared, square_of
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.fixed import Between, kept, without
from cablesim.systems.parameters import Choice, Merges, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN25, LATIN26, Merge
from cablesim.text.bulk import added, interleaved, numbers, spelled
from cablesim.text.reading import Signs

ORDERS = ("row,column", "column,row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Polybius(Squared):
    """Every letter as its row and column in a square.

    What the clerk does: he looks each letter up in a square and writes the label of its row and the
    label of its column.

    The rule: labels number rows and columns, mostly from 1; the row comes first unless the other
    order is named.

    Source: the standard definition, as in Wikipedia "Polybius square"; vectors polybius-01 and -03.

    Traps: a square of 25 has no place for J (or another letter): it is merged, and listed. Some
    programs write the column first.

    >>> from cablesim.codes import registry
    >>> registry.system("polybius").encipher("HALLO").result
    '2311313134'
    """

    labels: Annotated[str, Word(empty=True), "the labels of rows and columns; else 1, 2, 3 ..."] = (
        ""
    )
    order: Annotated[
        str,
        Choice(ORDERS, also=(("column first", ORDERS[1]), ("row first", ORDERS[0]))),
        "which label comes first",
    ] = ORDERS[0]
    separator: Annotated[str, Between(), "what stands between two letters' labels"] = ""

    @property
    def grid(self) -> Square:
        """The square, or an oblong that is a little wider than high."""
        return square_of(
            "square", self.square, self.keyword, self.alphabet, self.merge, oblong=True
        )

    def _labels(self) -> str:
        """Return as many labels as there are rows; raises where they cannot serve."""
        side = self.grid.side
        found = self.labels or "1234567890ABCDEFGHIJ"[:side]
        if len(found) != side or len(set(found)) != side:
            raise ParameterRefused("labels", f"write {side} different signs for {side} rows")
        return found

    @property
    def cipher(self) -> Signs:
        """The labels."""
        return Signs(self._labels() + kept(self.separator), name="labels")

    def conventions(self) -> Iterator[str]:
        """Yield square, labels, order."""
        yield f"square {self.grid.described()}"
        yield f"labels {self._labels()}, {self.order}"

    def encipher(self, text: str) -> str:
        """Return the labels of every letter."""
        square, labels = self.grid, self._labels()
        row, side = numbers(text, square.signs), square.side
        upper = row.translate(bytes(number // side % side for number in range(256)))
        lower = row.translate(bytes(number % side for number in range(256)))
        pair = (upper, lower) if self.order == ORDERS[0] else (lower, upper)
        found = spelled(interleaved(*pair), labels)
        if not self.separator:
            return found
        return self.separator.join(found[at : at + 2] for at in range(0, len(found), 2))

    def decipher(self, text: str) -> str:
        """Return the letters of the labels."""
        square = self.grid
        row = numbers(_pairs(without(text, self.separator)), self._labels())
        upper, lower = (row[::2], row[1::2]) if self.order == ORDERS[0] else (row[1::2], row[::2])
        scaled = bytes(number * square.side % 256 for number in range(256))
        found = added(upper.translate(scaled), lower)
        empty = bytes(range(len(square.signs), 256))
        if len(found.translate(None, empty)) < len(found):
            place = next(at for at, each in enumerate(found, 1) if each in empty)
            raise SystemRefused(f"pair {place} names an empty cell; look for a wrong label")
        return spelled(found, square.signs)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and labels."""
        return ("plain", "labels") if way is Way.ENCIPHER else ("labels", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter."""
        square, labels = self.grid, self._labels()
        turned = self.order != ORDERS[0]
        if way is Way.ENCIPHER:
            for number, letter in enumerate(text):
                places = square.place(letter)
                pair = "".join(labels[at] for at in (reversed(places) if turned else places))
                yield Row((letter, pair), f"{self.separator}{pair}" if number else pair)
            return
        whole = _pairs(without(text, self.separator))
        for start in range(0, len(whole), 2):
            pair = whole[start : start + 2]
            first, second = map(labels.index, reversed(pair) if turned else pair)
            letter = square.sign(first, second)
            yield Row((pair, letter), letter)


def _pairs(text: str) -> str:
    """Return labels in pairs; raises where one is left over."""
    if len(text) % 2:
        raise SystemRefused(f"{len(text)} labels make no pairs; look for a lost or added one")
    return text


TAPS = LATIN26.signs.replace("K", "")
FORMS = ("row taps, column taps", "dots")


@dataclass(frozen=True, slots=True, kw_only=True)
class TapCode(Letters):
    """Every letter as two numbers of taps.

    What the clerk does: he taps the number of the letter's row, pauses, and taps the number of its
    column.

    The rule: the alphabet without K in a square of five by five, row by row; C stands for K.

    Source: the standard definition, as in Wikipedia "Tap code"; vector tap-code-01.

    Traps: it is K that has no place, and not J as in the usual square.

    >>> from cablesim.codes import registry
    >>> registry.system("tap-code").encipher("WATER").result
    '52 11 44 15 42'
    """

    square: Annotated[str, Word(empty=True), "the whole square, row by row"] = ""
    merge: Annotated[tuple[Merge, ...] | None, Merges(), "letters read as others, or none"] = None
    form: Annotated[str, Choice(FORMS), "figures, or dots to be tapped"] = FORMS[0]

    def _grid(self) -> Square:
        """Return the square."""
        merges = (("K", "C"),) if self.merge is None and not self.square else self.merge
        return square_of("square", self.square or TAPS, "", LATIN25, merges)

    @property
    def plain(self) -> Signs:
        """The signs of the square."""
        return self._grid().taken()

    @property
    def cipher(self) -> Signs:
        """Figures, or dots and blanks."""
        if self.form == FORMS[1]:
            return Signs(". ", name="dots and blanks")
        return Signs("123456789"[: self._grid().side], name="figures")

    def conventions(self) -> Iterator[str]:
        """Yield square and form."""
        yield f"square {self._grid().described()}"
        yield f"form: {self.form}; the row comes first"

    def _written(self, row: int, column: int) -> str:
        """Return two numbers of taps."""
        if self.form == FORMS[1]:
            return f"{'.' * (row + 1)} {'.' * (column + 1)}"
        return f"{row + 1}{column + 1}"

    @property
    def _between(self) -> str:
        """What stands between two letters."""
        return "  " if self.form == FORMS[1] else " "

    def encipher(self, text: str) -> str:
        """Return the taps of every letter."""
        square, between = self._grid(), self._between
        table = {ord(sign): self._written(*square.place(sign)) + between for sign in square.signs}
        return text.translate(table).removesuffix(between)

    def decipher(self, text: str) -> str:
        """Return the letters of the taps."""
        return "".join(letter for _, letter in self._read(text))

    def _read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield taps and letter; raises at taps that name none."""
        square = self._grid()
        table = {
            self._written(row, column): square.sign(row, column)
            for row in range(square.side)
            for column in range(square.side)
        }
        taps = text.split() if self.form == FORMS[1] else list(text)
        between = " " if self.form == FORMS[1] else ""
        for start in range(0, len(taps), 2):
            pair = between.join(taps[start : start + 2])
            letter = table.get(pair)
            if letter is None:
                raise SystemRefused(
                    f"letter {start // 2 + 1}: '{pair[:20]}' names no place of the square; look "
                    "for a lost tap"
                )
            yield pair, letter

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and taps."""
        return ("plain", "taps") if way is Way.ENCIPHER else ("taps", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter."""
        if way is Way.DECIPHER:
            for pair, letter in self._read(text):
                yield Row((pair, letter), letter)
            return
        square = self._grid()
        for place, letter in enumerate(text):
            taps = self._written(*square.place(letter))
            yield Row((letter, taps), self._between + taps if place else taps)


CHOICES = ("first", "in turn")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckerboardAca(Squared):
    """Coordinates whose labels are the letters of words.

    What the clerk does: he writes a word down the rows and another along the columns of a square
    and takes for each letter the two letters that name its row and column; with two words on a
    side he chooses between them.

    The rule: the row's letter first, then the column's; where there are two words, the first always
    or each in turn.

    Source: the American Cryptogram Association's "Checkerboard"; vector checkerboard-aca-01.

    Traps: the words must have no letter twice, and two words on one side no letter in common in
    different places. The choice between words is free, so only deciphering has one right result.

    >>> from cablesim.codes import registry
    >>> registry.system("checkerboard-aca").encipher("NUMBERS",
    ...     square="KNIGHPQRSTOYZUAMXWVBLFEDC", row_keyword="HORSE", column_keyword="GRAYS").result
    'HRRYSGSSEAOAOY'
    """

    row_keyword: Annotated[str, Word(), "the word down the rows"]
    column_keyword: Annotated[str, Word(), "the word along the columns"]
    row_keyword2: Annotated[str, Word(empty=True), "a second word down the rows"] = ""
    column_keyword2: Annotated[str, Word(empty=True), "a second word along the columns"] = ""
    choice: Annotated[str, Choice(CHOICES), "which of two words is taken"] = CHOICES[0]

    def _words(self, name: str) -> list[str]:
        """Return the words of a side; raises where they cannot name its places."""
        side = self.grid.side
        given = {
            "row_keyword": (self.row_keyword, self.row_keyword2),
            "column_keyword": (self.column_keyword, self.column_keyword2),
        }[name]
        words = [word for word in given if word]
        for word in words:
            if len(word) != side or len(set(word)) != side:
                raise ParameterRefused(name, f"write a word of {side} different letters")
        if any(words[0].find(letter) not in (-1, at) for at, letter in enumerate(words[-1])):
            raise ParameterRefused(name, "a letter stands in both words, in different places")
        return words

    @property
    def cipher(self) -> Signs:
        """The letters of the words."""
        every = "".join(self._words("row_keyword") + self._words("column_keyword"))
        return Signs("".join(dict.fromkeys(every)), name="letters of the words")

    def conventions(self) -> Iterator[str]:
        """Yield square, words, choice."""
        yield f"square {self.grid.described()}"
        yield f"rows {' or '.join(self._words('row_keyword'))}"
        yield f"columns {' or '.join(self._words('column_keyword'))}; chosen: {self.choice}"

    def _chosen(self, name: str) -> Iterator[str]:
        """Yield the words of a side as they are chosen, letter by letter, without end."""
        words = self._words(name)
        return cycle(words if self.choice == CHOICES[1] else words[:1])

    def encipher(self, text: str) -> str:
        """Return the labels of every letter: a whole slice of the text by each pair of words."""
        square = self.grid
        rows, columns = self._words("row_keyword"), self._words("column_keyword")
        if self.choice == CHOICES[0]:
            rows, columns = rows[:1], columns[:1]
        turns = max(len(rows), len(columns))
        parts = [""] * len(text)
        for turn in range(turns):
            down, along = rows[turn % len(rows)], columns[turn % len(columns)]
            table = {}
            for sign in square.signs:
                row, column = square.place(sign)
                table[sign] = down[row] + along[column]
            parts[turn::turns] = [table[sign] for sign in text[turn::turns]]
        return "".join(parts)

    def decipher(self, text: str) -> str:
        """Return the letters that the labels name."""
        whole = _pairs(text)
        table = self._table()
        pairs = (whole[start : start + 2] for start in range(0, len(whole), 2))
        return "".join(self._letter(table, place, pair) for place, pair in enumerate(pairs, 1))

    def _table(self) -> dict[str, str]:
        """Return the letter of every pair of labels."""
        square, found = self.grid, {}
        for sign in square.signs:
            row, column = square.place(sign)
            for down in self._words("row_keyword"):
                for along in self._words("column_keyword"):
                    found[down[row] + along[column]] = sign
        return found

    @staticmethod
    def _letter(table: dict[str, str], place: int, pair: str) -> str:
        """Return the letter of a pair; raises where there is none."""
        letter = table.get(pair)
        if letter is None:
            raise SystemRefused(f"pair {place}: '{pair}' names no place; look for a wrong letter")
        return letter

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter and labels."""
        return ("plain", "labels") if way is Way.ENCIPHER else ("labels", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter."""
        square = self.grid
        if way is Way.ENCIPHER:
            chosen = zip(self._chosen("row_keyword"), self._chosen("column_keyword"), strict=False)
            for letter, (down, along) in zip(text, chosen, strict=False):
                row, column = square.place(letter)
                pair = down[row] + along[column]
                yield Row((letter, pair), pair)
            return
        table, whole = self._table(), _pairs(text)
        for start in range(0, len(whole), 2):
            pair = whole[start : start + 2]
            letter = self._letter(table, start // 2 + 1, pair)
            yield Row((pair, letter), letter)


SYSTEMS = (
    System("polybius", "substitution", "Polybius square", Polybius),
    System("tap-code", "substitution", "Tap code", TapCode),
    System(
        "checkerboard-aca",
        "substitution",
        "Checkerboard of words",
        CheckerboardAca,
        aliases={"row_word": "row_keyword", "column_word": "column_keyword"},
        parts={
            "row_keywords": ("row_keyword", "row_keyword2"),
            "column_keywords": ("column_keyword", "column_keyword2"),
            "row_keyword": ("row_keyword", "row_keyword2"),
            "column_keyword": ("column_keyword", "column_keyword2"),
        },
    ),
)
