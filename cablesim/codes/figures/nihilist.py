"""Nihilist substitution: the numbers of a square, and the numbers of a key word added to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle
from typing import Annotated, ClassVar

from cablesim.codes.square import Square, Squared
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.fixed import Between, kept
from cablesim.systems.parameters import Choice, Word
from cablesim.systems.system import Row, System, Way
from cablesim.text.bulk import added, interleaved, numbers, spelled, strided
from cablesim.text.reading import Signs

ORDINARY, MODULO, APART = "ordinary", "mod 100", "without carrying"
_ALSO = {
    "carrying": ORDINARY,
    "modulo 100": MODULO,
    "non-carrying": APART,
    "figure by figure": APART,
}
RULES = {
    ORDINARY: "ordinary sums, hundreds kept",
    MODULO: "ordinary sums, hundreds dropped",
    APART: "tens and units each modulo 10",
}
HUNDRED = 100
MOST_SIDE = 9
NONE = 255
# So many numbers are written out at once: they take several signs each.
BLOCK = 1 << 16
FIGURES = Signs("0123456789 ", name="figures")


@dataclass(frozen=True, slots=True)
class Addition:
    """How the two numbers of a place are added; a remark may follow."""

    choices: tuple[str, ...] = (ORDINARY, MODULO, APART)
    kind: str = "choice"

    def read(self, name: str, value: object) -> str:
        """Return the way of adding under its usual name."""
        found = Choice((*self.choices, *_ALSO)).read(name, value)
        return _ALSO.get(found, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nihilist(Squared):
    """The numbers of the letters in a square, with the numbers of a key word added.

    What the clerk does: he writes each letter as the number of its row and column, the key word's
    numbers again and again beneath, and adds the two numbers of every place as one adds at
    school. The receiver subtracts and looks the numbers up.

    The rule: rows and columns are counted from 1, the row first; cipher is number of the letter
    plus number of the key letter. Sums above 99 keep their hundred (`ordinary`), drop it
    (`mod 100`, as the American Cryptogram Association has it), or no figure is carried at all
    (`without carrying`).

    Source: practice.md F2; vectors nihilist-substitution-01, -03 and -05.

    Traps: with ordinary sums three figures begin with 1 and two figures never do, so blanks may
    be left out. Every figure is a sum of two small ones, so the sums betray much of the key. Which
    letters share a cell is said (`merge`).

    >>> from cablesim.codes import registry
    >>> nihilist = registry.system("nihilist-substitution")
    >>> nihilist.encipher("DYNAMITE", keyword="ZEBRAS", key="RUSSIAN").result
    '37 106 62 36 67 47 86 26'
    """

    sign_for_sign: ClassVar[bool] = False
    key: Annotated[str, Word(), "the key word whose numbers are added"]
    addition: Annotated[str, Addition(), "how the two numbers of a place are added"] = ORDINARY
    separator: Annotated[str, Between(), "what stands between the sums"] = " "

    @property
    def cipher(self) -> Signs:
        """Figures and blanks."""
        return Signs(FIGURES.taken + kept(self.separator), name="figures")

    @property
    def board(self) -> Square:
        """The square; raises `ParameterRefused` where rows have no figure of their own."""
        grid = self.grid
        if grid.side > MOST_SIDE:
            raise ParameterRefused("square", f"it has {grid.side} rows; write {MOST_SIDE} or fewer")
        return grid

    def key_numbers(self) -> tuple[int, ...]:
        """Return the numbers of the key's letters."""
        grid = self.board
        merged = dict(grid.merges)
        letters = [merged.get(letter, letter) for letter in self.key]
        foreign = next((letter for letter in letters if letter not in grid.signs), None)
        if foreign is not None:
            raise ParameterRefused("key", f"{foreign!a} is not in the square; write its letters")
        return tuple(_number(grid, letter) for letter in letters)

    def conventions(self) -> Iterator[str]:
        """Yield the square, the key's numbers, how sums are written."""
        yield f"square {self.board.described()}"
        yield "a letter's number is row, then column, both from 1"
        yield f"key: {self.key}, {' '.join(map(str, self.key_numbers()))}, again and again"
        yield f"addition: {self.addition}: {RULES[self.addition]}"

    def _total(self, number: int, by: int) -> int:
        """Return the sum of two numbers under the rule of addition."""
        if self.addition == APART:
            return (number // 10 + by // 10) % 10 * 10 + (number + by) % 10
        return (number + by) % HUNDRED if self.addition == MODULO else number + by

    def encipher(self, text: str) -> str:
        """Return the sums of all places: tables by place of the key, figures woven together."""
        grid = self.board
        places = [_number(grid, sign) for sign in grid.signs]
        tables = [
            bytes(self._total(place, by) for place in places).ljust(256, b"\0")
            for by in self.key_numbers()
        ]
        row = strided(numbers(text, grid.signs), tables)
        starts = range(0, len(row), BLOCK)
        found = "".join(_spaced_out(row[start : start + BLOCK]) for start in starts).rstrip(" ")
        return found if self.separator == " " else found.replace(" ", self.separator)

    def decipher(self, text: str) -> str:
        """Return the letters of all sums, the key's numbers taken off."""
        row = self._sums(text)
        grid = self.board
        tables = []
        for by in self.key_numbers():
            table = bytearray([NONE] * 256)
            for at, sign in enumerate(grid.signs):
                table[self._total(_number(grid, sign), by)] = at
            tables.append(bytes(table))
        found = strided(row, tables)
        wrong = found.find(bytes([NONE]))
        if wrong >= 0:
            by = self.key_numbers()[wrong % len(tables)]
            raise SystemRefused(
                f"number {wrong + 1} is {row[wrong]:02d}: less {by} it is no place of the square; "
                "compare the message, the key and the way of adding"
            )
        return spelled(found, grid.signs)

    def _sums(self, text: str) -> bytes:
        """Return the numbers of a message; raises `SystemRefused` where a group is none."""
        row = self._spaced(text)
        good = re.match(rf"(?:{self._pattern()} )*+", row + " ")
        end = good.end() if good else 0
        if row and end <= len(row):
            place = row.count(" ", 0, end) + 1
            raise SystemRefused(
                f"number {place} is {row[end:].split()[0][:20]}: this is no sum of two numbers of "
                "the square; write sums with blanks between"
            )
        given = b" " + row.encode("ascii") if row else b""
        if self.addition == ORDINARY:
            given = given.replace(b" 1", b"\xff")
        hundreds = given[0::3].translate(bytes([0] * 255 + [HUNDRED]))
        return added(hundreds, added(_times(given[1::3], 10), _times(given[2::3], 1)))

    def _pattern(self) -> str:
        """Return what a sum looks like: three figures begin with 1, two never do."""
        return r"(?:1\d\d|[2-9]\d)" if self.addition == ORDINARY else r"\d\d"

    def _spaced(self, text: str) -> str:
        """Return a message with one blank between its numbers; without any it is cut up."""
        row = text
        for sign in kept(self.separator):
            row = row.replace(sign, " ")
        row = row.strip(" ")
        if " " not in row:
            return re.sub(rf"({self._pattern()})(?=.)", r"\1 ", row)
        return re.sub(" {2,}", " ", row) if "  " in row else row

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, number, key letter, its number, sum."""
        if way is Way.ENCIPHER:
            return ("plain", "number", "key", "its number", "cipher")
        return ("cipher", "key", "its number", "number", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter, looked up and added as at school."""
        if way is Way.DECIPHER:
            yield from self._back(text)
            return
        grid = self.board
        keys = cycle(zip(self.key, self.key_numbers(), strict=True))
        for place, (sign, (letter, by)) in enumerate(zip(text, keys, strict=False)):
            row, column = grid.place(sign)
            number = 10 * (row + 1) + column + 1
            total = f"{self._total(number, by):02d}"
            gives = f"{self.separator}{total}" if place else total
            yield Row(
                (sign, str(number), letter, str(by), total), gives, f"{number} + {by} = {total}"
            )

    def _back(self, text: str) -> Iterator[Row]:
        """Yield a line for every sum."""
        grid = self.board
        keys = cycle(zip(self.key, self.key_numbers(), strict=True))
        for total, (letter, by) in zip(self._spaced(text).split(), keys, strict=False):
            if self.addition == APART:
                number = (int(total[0]) - by // 10) % 10 * 10 + (int(total[1]) - by % 10) % 10
            else:
                number = int(total) - by
                number += HUNDRED if number < 0 else 0
            sign = grid.sign(number // 10 - 1, number % 10 - 1)
            cells = (total, letter, str(by), f"{number:02d}", sign)
            yield Row(cells, sign, f"{total} - {by} = {number:02d}")


def _spaced_out(row: bytes) -> str:
    """Return numbers in figures, a blank after each: two figures, or three from 100 on."""
    hundreds = row.translate(bytes([0] * HUNDRED + [ord("1")] * 156))
    tens = row.translate(bytes(ord("0") + number // 10 % 10 for number in range(256)))
    units = row.translate(bytes(ord("0") + number % 10 for number in range(256)))
    woven = interleaved(hundreds, tens, units, b" " * len(row))
    return woven.translate(None, b"\0").decode("ascii")


def _number(grid: Square, sign: str) -> int:
    """Return row and column of a sign, from 1, as one number of two figures."""
    row, column = grid.place(sign)
    return 10 * (row + 1) + column + 1


def _times(row: bytes, factor: int) -> bytes:
    """Return figures as numbers, times a factor."""
    zero = ord("0")
    table = bytes((sign - zero) * factor if zero <= sign <= ord("9") else 0 for sign in range(256))
    return row.translate(table)


SYSTEMS = (
    System(
        "nihilist-substitution",
        "figures",
        "Nihilist substitution",
        Nihilist,
        presets={"aca": {"addition": MODULO}, "wikipedia": {"addition": ORDINARY}},
        aliases={
            "polybius_keyword": "keyword",
            "polybius_key": "keyword",
            "keyword1": "keyword",
            "keyword2": "key",
            "key1": "keyword",
            "key2": "key",
            "additive": "key",
        },
    ),
)
