"""Hill: blocks of letters through a matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import gcd, isqrt
from typing import Annotated

from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Rows, Word
from cablesim.systems.system import Letters, OneWay, Row, System, Way
from cablesim.text.alphabet import LATIN26, RUSSIAN33, Alphabet
from cablesim.text.bulk import added, interleaved, modulo, numbers, spelled
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import Signs

Matrix = tuple[tuple[int, ...], ...]
_MOST_SIDE = 10


def determinant(matrix: Matrix) -> int:
    """Return the determinant, by expansion along the first row's rest (fraction-free).

    >>> determinant(((6, 24, 1), (13, 16, 10), (20, 17, 15)))
    441
    """
    rows, sign, before = [list(row) for row in matrix], 1, 1
    for step in range(len(rows) - 1):
        pivot = next((at for at in range(step, len(rows)) if rows[at][step]), None)
        if pivot is None:
            return 0
        if pivot != step:
            rows[step], rows[pivot] = rows[pivot], rows[step]
            sign = -sign
        for at in range(step + 1, len(rows)):
            for column in range(step + 1, len(rows)):
                crossed = rows[at][column] * rows[step][step] - rows[at][step] * rows[step][column]
                rows[at][column] = crossed // before
        before = rows[step][step]
    return sign * rows[-1][-1]


def _minor(matrix: Matrix, row: int, column: int) -> Matrix:
    """Return the matrix without a row and a column."""
    return tuple(
        tuple(value for at, value in enumerate(values) if at != column)
        for number, values in enumerate(matrix)
        if number != row
    )


@cache
def inverse(matrix: Matrix, modulus: int) -> Matrix | None:
    """Return the inverse modulo a number; none where the determinant shares a factor with it."""
    found = determinant(matrix) % modulus
    if gcd(found, modulus) != 1:
        return None
    scale, side = pow(found, -1, modulus), range(len(matrix))
    if len(matrix) == 1:
        return ((scale % modulus,),)
    return tuple(
        tuple(
            (-1) ** (row + column) * determinant(_minor(matrix, column, row)) * scale % modulus
            for column in side
        )
        for row in side
    )


@cache
def _times(factor: int, modulus: int) -> bytes:
    """Return the table that multiplies by a number, modulo a length."""
    return bytes(factor * number % modulus for number in range(256))


@dataclass(frozen=True, slots=True)
class MatrixOf:
    """Reads a matrix: rows of numbers, or a key word of as many letters as it has places."""

    choices: tuple[str, ...] = ()
    kind: str = "rows of numbers, ';' between rows, or letters"

    def read(self, name: str, value: object) -> Matrix:
        """Return the rows."""
        word = "".join(value.split()).upper() if isinstance(value, str) else ""
        if not word.isalpha():
            return Rows().read(name, value)
        signs = next(
            (each.signs for each in (LATIN26, RUSSIAN33) if set(word) <= set(each.signs)), ""
        )
        side = isqrt(len(word))
        if not signs or side * side != len(word):
            raise ParameterRefused(name, f"{len(word)} letters make no square; write 4, 9 or 16")
        row = [signs.index(letter) for letter in word]
        return tuple(tuple(row[at : at + side]) for at in range(0, len(row), side))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hill(Letters):
    """Blocks of letters as vectors, multiplied by a matrix.

    What the clerk does: he numbers the letters, cuts the numbers into blocks as long as the matrix
    is wide, multiplies each block by the matrix, drops whole alphabets, and writes letters again.

    The rule: letters are numbered from 0; c = M p modulo the length of the alphabet with p as a
    column (or c = p M with p as a row). Deciphering takes the inverse of M, which exists when its
    determinant has no factor in common with that length.

    Source: the standard definition, as in Wikipedia "Hill cipher"; vectors hill-01 and hill-03.

    Traps: whether a block is a column or a row of numbers gives different results. A matrix that
    has no inverse still enciphers, and nobody can decipher: some public pages show such a one.
    The last block is filled up.

    >>> from cablesim.codes import registry
    >>> registry.system("hill").encipher("ACT", matrix="6 24 1; 13 16 10; 20 17 15").result
    'POH'
    """

    matrix: Annotated[Matrix, MatrixOf(), "the matrix, row by row, or its letters in a row"]
    vector: Annotated[
        str,
        Choice(("column", "row"), also=(("columns", "column"), ("rows", "row"))),
        "how a block is written",
    ] = "column"
    pad: Annotated[str, Word(empty=True), "the letter that fills up the last block; else X"] = ""
    alphabet: Annotated[Alphabet, AlphabetOf(), "the letters, in the order of their numbers"] = AUTO

    def _rows(self) -> Matrix:
        """Return the matrix as it multiplies columns; raises where it is no square."""
        side = len(self.matrix)
        if any(len(row) != side for row in self.matrix) or side > _MOST_SIDE:
            raise ParameterRefused(
                "matrix", f"write as many rows as columns, at most {_MOST_SIDE} of them"
            )
        rows = self.matrix if self.vector == "column" else tuple(zip(*self.matrix, strict=True))
        return tuple(tuple(value % len(self.alphabet) for value in row) for row in rows)

    def _inverse(self) -> Matrix:
        """Return the inverse; raises where there is none."""
        found = inverse(self._rows(), len(self.alphabet))
        if found is None:
            shared = gcd(determinant(self._rows()), len(self.alphabet))
            raise OneWay(
                f"a matrix whose determinant shares the factor {shared} with "
                f"{len(self.alphabet)} has no inverse: what it enciphers"
            )
        return found

    @property
    def plain(self) -> Signs:
        """The letters of the alphabet."""
        return Signs.of(self.alphabet)

    def conventions(self) -> Iterator[str]:
        """Yield alphabet, matrix, vector, filling, and whether there is a way back."""
        rows, length = self._rows(), len(self.alphabet)
        yield f"alphabet: {self.alphabet.described()}, numbered from 0"
        yield f"matrix: {'; '.join(' '.join(map(str, row)) for row in self.matrix)}"
        yield f"a block is a {self.vector}; modulo {length}; filled up with {self._pad()}"
        if inverse(rows, length) is None:
            yield f"determinant {determinant(rows) % length}: no inverse, nobody can decipher this"

    def _pad(self) -> str:
        """Return the letter that fills up."""
        signs = self.alphabet.signs
        letter = self.pad or next((each for each in "XХ" if each in signs), signs[-1])
        if len(letter) != 1 or letter not in signs:
            raise ParameterRefused("pad", f"'{letter}' is not one of {signs}; write one of them")
        return letter

    def _lacking(self, text: str) -> str:
        """Return what fills up the last block."""
        return self._pad() * (-len(text) % len(self._rows()))

    def returned(self, text: str) -> str:
        """Return the text in whole blocks."""
        return text + self._lacking(text)

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield what fills up the last block."""
        lacking = self._lacking(text) if way is Way.ENCIPHER else ""
        if lacking:
            yield Change(ChangeKind.FILLER, len(text) + 1, "", lacking)

    def encipher(self, text: str) -> str:
        """Return every block through the matrix."""
        return self._through(self.returned(text), self._rows())

    def decipher(self, text: str) -> str:
        """Return every block through the inverse."""
        return self._through(self._whole(text), self._inverse())

    def _whole(self, text: str) -> str:
        """Return a cipher text of whole blocks; raises where letters are left over."""
        side = len(self._rows())
        if len(text) % side:
            raise SystemRefused(
                f"{len(text)} letters make no whole blocks of {side}; a letter was lost or added"
            )
        return text

    def _through(self, text: str, rows: Matrix) -> str:
        """Return a text of whole blocks: each row of the matrix gives one letter of every block."""
        length, side = len(self.alphabet), len(rows)
        row = numbers(text, self.alphabet.signs)
        letters = [row[start::side] for start in range(side)]
        left = modulo(length)
        found = []
        for factors in rows:
            total = bytes(len(row) // side)
            for factor, part in zip(factors, letters, strict=True):
                total = added(total, part.translate(_times(factor, length))).translate(left)
            found.append(total)
        return spelled(interleaved(*found), self.alphabet.signs)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name block, sums, result."""
        return ("plain", "sums", "cipher") if way is Way.ENCIPHER else ("cipher", "sums", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every block, with the sums before whole alphabets are dropped."""
        rows = self._rows() if way is Way.ENCIPHER else self._inverse()
        whole = self.returned(text) if way is Way.ENCIPHER else self._whole(text)
        signs = self.alphabet.signs
        for start in range(0, len(whole), len(rows)):
            block = whole[start : start + len(rows)]
            values = [signs.index(letter) for letter in block]
            sums = [
                sum(factor * value for factor, value in zip(row, values, strict=True))
                for row in rows
            ]
            gives = "".join(signs[total % len(signs)] for total in sums)
            yield Row((block, " ".join(map(str, sums)), gives), gives)


SYSTEMS = (
    System(
        "hill",
        "squares",
        "Hill",
        Hill,
        aliases={
            "key": "matrix",
            "vectors": "vector",
            "block": "vector",
            "filler": "pad",
            "multiplication": "vector",
            "convention": "vector",
        },
    ),
)
