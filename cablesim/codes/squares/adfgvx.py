"""ADFGX and ADFGVX: letters as pairs of labels, the labels transposed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.keys import read_off
from cablesim.codes.square import Square, Squared, square_of
from cablesim.codes.transposition.columnar import column_lines, read_columns, write_columns
from cablesim.codes.transposition.rows import TIES, ColumnKey, Columns, spaced
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.fixed import Always
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Remark
from cablesim.systems.system import Row, System, Way
from cablesim.text.alphabet import LATIN36, RUSSIAN36, Alphabet
from cablesim.text.bulk import added, interleaved, numbers, spelled
from cablesim.text.reading import Signs


@dataclass(frozen=True, slots=True, kw_only=True)
class Adfgx(Squared):
    """Every letter as two of five labels, and the labels in columns.

    What the clerk does: he writes for every letter the labels of its row and its column in the
    square, writes these under a key word, and reads off the columns in the key's order.

    The rule: row label, then column label, from A D F G X; then a columnar transposition whose last
    row may be short.

    Source: the standard definition, as in Wikipedia "ADFGVX cipher"; vectors adfgx-01 and -03.

    Traps: sources print squares in different orders, so give the square itself. With a short last
    row the long columns must be reckoned before deciphering.

    >>> from cablesim.codes import registry
    >>> registry.system("adfgx").encipher("ATTACKATONCE", square="BTALPDHOZKQFVSNGICUXMREWY",
    ...     transposition_key="CARGO").result
    'FAXDFADDDGDGFFFAFAXAFAFX'
    """

    labels: ClassVar[str] = "ADFGX"
    transposition_key: Annotated[ColumnKey, Columns(), "the key over the columns"]
    ties: Annotated[str, Choice(TIES), "how equal key signs are counted"] = TIES[0]
    coordinates: Annotated[str, Always(("ADFG", "row")), "the labels of the square"] = ""
    fill: Annotated[
        str, Always(("none", "no", "irregular", "incomplete")), "the last row may be short"
    ] = ""
    remainder: Annotated[str, Remark(), "how the source fills its square"] = ""

    @property
    def grid(self) -> Square:
        """The square, as wide as there are labels."""
        square = square_of("square", self.square, self.keyword, self.alphabet, self.merge)
        if square.side != len(self.labels):
            raise ParameterRefused(
                "square", f"it has {len(square.signs)} signs; write {len(self.labels) ** 2}"
            )
        return square

    @property
    def cipher(self) -> Signs:
        """The labels."""
        return Signs(self.labels, name="labels")

    def conventions(self) -> Iterator[str]:
        """Yield square, labels, key."""
        ranks = self.transposition_key.ranks(self.ties)
        yield f"square {self.grid.described()}"
        yield f"labels {self.labels}: the row's first, then the column's"
        yield (
            f"key: {self.transposition_key}, columns read in the order "
            f"{spaced(str(rank + 1) for rank in ranks)}, equal signs {self.ties}"
        )
        yield "the last row may be short"

    def encipher(self, text: str) -> str:
        """Return the labels, transposed."""
        square = self.grid
        row, side = numbers(text, square.signs), square.side
        rows = bytes(ord(self.labels[number // side % side]) for number in range(256))
        columns = bytes(ord(self.labels[number % side]) for number in range(256))
        labelled = interleaved(row.translate(rows), row.translate(columns)).decode("ascii")
        return read_columns(labelled, read_off(self.transposition_key.ranks(self.ties)))

    def decipher(self, text: str) -> str:
        """Return the letters of the labels in their places again."""
        square = self.grid
        labelled = write_columns(
            self._whole(text), read_off(self.transposition_key.ranks(self.ties))
        )
        row = numbers(labelled, self.labels)
        scaled = bytes(number * square.side % 256 for number in range(256))
        return spelled(added(row[::2].translate(scaled), row[1::2]), square.signs)

    def _whole(self, text: str) -> str:
        """Return labels in pairs; raises where one is left over."""
        if len(text) % 2:
            raise SystemRefused(
                f"{len(text)} labels make no pairs; a label was lost or added on the way"
            )
        return text

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name what is done and the signs it is done with."""
        del way
        return ("step", "signs")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the labels of the letters and the sheet of the transposition."""
        square, key = self.grid, self.transposition_key
        ranks = key.ranks(self.ties)
        if way is Way.ENCIPHER:
            labelled = []
            for letter in text:
                row, column = square.place(letter)
                labelled.append(self.labels[row] + self.labels[column])
                yield Row((letter, labelled[-1]))
            yield from column_lines("".join(labelled), key, ranks, way)
            return
        given = []
        for row_of_sheet in column_lines(self._whole(text), key, ranks, way):
            given.append(row_of_sheet.gives)
            yield row_of_sheet._replace(gives="")
        flat = "".join(given)
        for start in range(0, len(flat), 2):
            first, second = map(self.labels.index, (flat[start], flat[start + 1]))
            letter = square.sign(first, second)
            yield Row((flat[start : start + 2], letter), letter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adfgvx(Adfgx):
    """Every letter and figure as two of six labels, and the labels in columns.

    What the clerk does: as for ADFGX, with a square of 36 signs, letters and figures.

    The rule: row label, then column label, from A D F G V X; then a columnar transposition whose
    last row may be short.

    Source: the standard definition, as in Wikipedia "ADFGVX cipher"; vectors adfgvx-01 and -03.

    Traps: some programs drop figures without a word, so that a number in the text is lost.

    >>> from cablesim.codes import registry
    >>> system = registry.system("adfgvx")
    >>> system.encipher("ATTACKAT1200AM", square="NA1C3H8TB2OME5WRPD4F6G7I9J0KLQSUVXYZ",
    ...     transposition_key="PRIVACY").result
    'DGDDDAGDDGAFADDFDADVDVFAADVX'
    """

    labels: ClassVar[str] = "ADFGVX"
    alphabet: Annotated[
        Alphabet, AlphabetOf(LATIN36, RUSSIAN36), "the signs of the square, if it is not given"
    ] = AUTO


_NAMES = {
    "key": "transposition_key",
    "key1": "keyword",
    "key2": "transposition_key",
    "keyword1": "keyword",
    "keyword2": "transposition_key",
    "labels": "coordinates",
    "header": "coordinates",
    "nulls": "fill",
    "padding": "fill",
}
SYSTEMS = (
    System("adfgx", "squares", "ADFGX", Adfgx, aliases=_NAMES),
    System("adfgvx", "squares", "ADFGVX", Adfgvx, aliases=_NAMES),
)
