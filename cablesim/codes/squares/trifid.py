"""Trifid: three coordinates for every sign, torn apart and read as signs again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.keys import mixed
from cablesim.codes.squares.bifid import WHOLE, mended, torn
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Whole, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26, Alphabet, AlphabetRefused
from cablesim.text.bulk import added, numbers, spelled
from cablesim.text.reading import Signs

SIDE, SIZE = 3, 27
_MOST = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Trifid(Letters):
    """Three figures for every sign, read across a block.

    What the clerk does: he writes under every sign its layer, row and column in a cube of 27 signs,
    block by block, reads the three lines of figures of a block one after the other, and takes the
    figures by threes as signs again.

    The rule: sign number n of the cube (from 0) has the figures n // 9, n // 3 % 3 and n % 3; a
    block of p signs gives all first figures, then all second, then all third ones; each three of
    them name a sign. A period of 0 takes the whole text as one block.

    Source: the standard definition, as in Wikipedia "Trifid cipher"; vectors trifid-01 and -03.

    Traps: a 27th sign is needed beside 26 letters, and sources use + or # or a full stop. The last
    block may be short.

    >>> from cablesim.codes import registry
    >>> cube = "FELIXMARDSTBCGHJKNOPQUVWYZ+"
    >>> registry.system("trifid").encipher("AIDETOILECIELTAIDERA", cube=cube, period=5).result
    'FMJFVOISSUFTFPUFEQQC'
    """

    cube: Annotated[str, Word(empty=True), "the 27 signs, layer by layer and row by row"] = ""
    keyword: Annotated[str, Word(empty=True), "the word the cube begins with, if not given"] = ""
    square1: Annotated[str, Word(empty=True), "the first layer, if written apart"] = ""
    square2: Annotated[str, Word(empty=True), "the second layer, likewise"] = ""
    square3: Annotated[str, Word(empty=True), "the third layer, likewise"] = ""
    sign27: Annotated[str, Word(), "the 27th sign, if the cube is not given"] = "+"
    period: Annotated[
        int, Whole(0, _MOST, words=WHOLE), "signs in a block; 0 takes the whole text"
    ] = 5

    def _cube(self) -> str:
        """Return the 27 signs; raises where they are not 27."""
        signs = (
            self.cube
            or self.square1 + self.square2 + self.square3
            or mixed(self.keyword, LATIN26.signs + self.sign27)
        )
        try:
            Alphabet("cube", signs)
        except AlphabetRefused as error:
            raise ParameterRefused("cube", str(error)) from None
        if len(signs) != SIZE:
            raise ParameterRefused("cube", f"it has {len(signs)} signs; write {SIZE}")
        return signs

    @property
    def plain(self) -> Signs:
        """The signs of the cube."""
        return Signs(self._cube(), name="cube")

    def conventions(self) -> Iterator[str]:
        """Yield cube and period."""
        cube = self._cube()
        yield f"cube: {cube[:9]} {cube[9:18]} {cube[18:]}"
        yield f"period: {self.period or 'the whole text'}; a last block may be short"

    def _period(self, count: int) -> int:
        """Return how many signs a block has."""
        return self.period or max(count, 1)

    def encipher(self, text: str) -> str:
        """Return the text with its figures read across."""
        across = torn(self._figures(text), self._period(len(text)))
        return self._signs([across[start::SIDE] for start in range(SIDE)])

    def decipher(self, text: str) -> str:
        """Return the text whose figures were read so."""
        triples = bytearray(SIDE * len(text))
        for kind, part in enumerate(self._figures(text)):
            triples[kind::SIDE] = part
        return self._signs(mended(bytes(triples), SIDE, self._period(len(text))))

    def _figures(self, text: str) -> list[bytes]:
        """Return the first, second and third figures of all signs."""
        row = numbers(text, self._cube())
        return [
            row.translate(bytes(number // scale % SIDE for number in range(256)))
            for scale in (9, 3, 1)
        ]

    def _signs(self, parts: list[bytes]) -> str:
        """Return the signs that three rows of figures name."""
        nine = bytes(number * 9 % 256 for number in range(256))
        three = bytes(number * 3 % 256 for number in range(256))
        first, second, third = parts
        total = added(added(first.translate(nine), second.translate(three)), third)
        return spelled(total, self._cube())

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name block, lines of figures, result."""
        return (
            ("plain", "figures", "cipher")
            if way is Way.ENCIPHER
            else ("cipher", "figures", "plain")
        )

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every block, the three lines of figures with strokes between."""
        cube, period = self._cube(), self._period(len(text))
        for start in range(0, len(text), period):
            block = text[start : start + period]
            triples = [_figures_of(cube.index(sign)) for sign in block]
            flat = "".join(triples)
            if way is Way.ENCIPHER:
                across = "".join("".join(column) for column in zip(*triples, strict=True))
                found = [across[at : at + SIDE] for at in range(0, len(across), SIDE)]
            else:
                size = len(block)
                across = flat
                found = [flat[at::size] for at in range(size)]
            size = len(block)
            shown = " / ".join(across[at : at + size] for at in range(0, len(across), size))
            gives = "".join(cube[int(each, SIDE)] for each in found)
            yield Row((block, shown.translate(_FROM_ONE), gives), gives)


_FROM_ONE = str.maketrans("012", "123")


def _figures_of(number: int) -> str:
    """Return layer, row and column of a sign's number."""
    return f"{number // 9}{number // 3 % 3}{number % 3}"


SYSTEMS = (
    System(
        "trifid",
        "squares",
        "Trifid",
        Trifid,
        aliases={
            "alphabet": "cube",
            "key": "keyword",
            "square": "cube",
            "extra": "sign27",
            "filler": "sign27",
            "27th": "sign27",
        },
    ),
)
