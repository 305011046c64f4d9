"""The complete VIC system: numbered song, checkerboard, two transpositions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from cablesim.codes.figures import vic_moves as moves
from cablesim.codes.figures.rows import filled, grouped
from cablesim.codes.figures.summed import AS_FIGURES
from cablesim.codes.figures.vic_board import REFUSE, SHOW, Board, in_braces, shown
from cablesim.codes.figures.vic_checkerboard import (
    LATIN_MARKS,
    RUSSIAN_MARKS,
    Times,
    VicCheckerboard,
    worded_board,
)
from cablesim.codes.figures.vic_keys import HALF, ORDER, TEN, Keyed
from cablesim.codes.figures.vic_parts import VicKeyDerivation, VicSequencing
from cablesim.codes.keys import ranks
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import Choice, Digits, Line, Remark, Whole, Word
from cablesim.systems.system import Row, System, Way
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import Signs

AS_WRITTEN, CUT = "as written", "cut"
# At the end of a message so many figures at most are nulls.
SPARE = HALF - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Vic(Keyed):
    """Text through a checkerboard, then through two transpositions, the second with triangles.

    What the clerk does: he draws two keys and a header from the song, the date, his number and
    five figures of the day. He cuts the text in two and sends the second half first, a mark
    between. The checkerboard makes it figures, nulls fill up the last five. He writes the figures
    under the first key, reads the columns in its order, and writes what he reads under the second
    key, first around triangles, then into them; the columns of this table are sent. The key group
    stands among the groups where the last figure of the date says, counted from the end.

    The rule: a triangle begins at the top under the figure 1 of the second key and loses a place
    in each row; one whole row lies between it and the next. Numbering counts 0 as ten and ties
    left to right. Every figure of the text is written three times.

    Source: practice.md 1.1 and F6, peers.md 4.5; vectors vic-01, vic-key-derivation-01 and -03,
    vic-checkerboard-01.

    Traps: one wrong figure at the wrong place spoils much of the rest; `garbles=show` reads on with
    a question mark. The nulls come back as letters at the end. Which half comes first is for the
    writer to say (`halves`).

    >>> from cablesim.codes import registry
    >>> vic = registry.system("vic")
    >>> key = {"keyword": "СНЕГОПА", "phrase20": "ТОЛЬКО СЛЫШНО НА УЛИЦЕ Г"}
    >>> key |= {"date_digits": "391945", "personal_number": 13, "keygroup": "20818"}
    >>> vic.encipher("Желаем успеха.", **key).result
    '20818 23677 44179 90262 53174'
    """

    sign_for_sign: ClassVar[bool] = False
    keyword: Annotated[str, Word(), "seven letters for the top row of the checkerboard"]
    phrase20: Annotated[str, Word(), "a line of a song: its first twenty letters"]
    date_digits: Annotated[str, Digits(), "the figures of a date, six as a rule"]
    personal_number: Annotated[int, Whole(least=1, most=99), "the writer's own number"]
    keygroup_position_from_end: Annotated[
        int, Whole(least=0, most=1000), "which group from the end is the key group; 0: by the date"
    ] = 0
    nulls_at_end: Annotated[
        str, Digits(most=20), "the figures that fill up the last group, as many as it needs"
    ] = "214"
    message_start_marker: Annotated[str, Line(), "how the mark of the beginning is written"] = ""
    repeat_sign: Annotated[str, Line(), "how the mark for repeat is written"] = ""
    digits: Annotated[int, Times(), "how often each figure is written"] = 3
    halves: Annotated[
        str, Choice((AS_WRITTEN, CUT)), "cut: cut the text in two and send the second half first"
    ] = AS_WRITTEN
    garbles: Annotated[
        str, Choice((REFUSE, SHOW)), "what becomes of figures that cannot be read"
    ] = REFUSE
    checkerboard: Annotated[str, Remark(), "a remark on the board; it changes nothing"] = ""
    note_on_plaintext: Annotated[str, Remark(), "a remark on the text; it changes nothing"] = ""

    def board(self, header: str = ORDER) -> Board:
        """Return the board; refuses marks that it lacks."""
        board = worded_board(header, self.keyword, self.alphabet, self.digits)
        marks = {shown(cell) for cell in board.codes()}
        for name, mark in (
            ("message_start_marker", self.message_start_marker),
            ("repeat_sign", self.repeat_sign),
        ):
            if mark and in_braces(mark) not in marks:
                raise ParameterRefused(
                    name, f"'{mark[:20]}' is no mark of the board; leave it out, or write its own"
                )
        return board

    @property
    def start(self) -> str:
        """The mark that stands where the message begins."""
        return in_braces(RUSSIAN_MARKS[1] if "Н" in self.alphabet else LATIN_MARKS[1])

    @property
    def position(self) -> int:
        """Which group from the end is the key group; a date that ends with 0 says ten."""
        return self.keygroup_position_from_end or int(self.date_digits[-1:] or 0) or TEN

    @property
    def plain(self) -> Signs:
        """The signs of the board, figures, marks in braces."""
        return self.board().taken(self.alphabet)

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return AS_FIGURES

    def conventions(self) -> Iterator[str]:
        """Yield keys, board, places of key group and nulls, the halves."""
        yield f"alphabet: {self.alphabet.described()}"
        if self.keygroup:
            derived = self.derived()
            yield f"first transposition: {derived.first}; second: {derived.second}"
            yield f"board: {self.board(derived.header).described()}"
        else:
            yield "key group: taken from the message"
        yield "second table: a whole row between two triangles"
        yield f"figures: each {self.digits} times between two marks for figures"
        yield f"nulls: {self.nulls_at_end}, as many as needed; at the end the unreadable is null"
        yield f"key group: number {self.position} from the end, or first in a shorter message"
        yield f"halves: {self.halves}; what cannot be read: {self.garbles}"
        remarks = {"checkerboard": self.checkerboard, "note_on_plaintext": self.note_on_plaintext}
        yield from (f"{name}: {remark}" for name, remark in remarks.items() if remark)

    def encipher(self, text: str) -> str:
        """Return the groups of the message, moved about in whole columns and rows."""
        key = self.derived()
        row = self.board(key.header).encoded(self._arranged(text))
        row += filled(row, HALF, self.nulls_at_end)
        row = moves.taken_by_columns(row, _ranks(key.first))
        second = _ranks(key.second)
        row = moves.taken_by_columns(moves.written_around(row, second), second)
        place = self._place(len(row) // HALF + 1) * HALF
        return grouped(row[:place] + self.keygroup + row[place:], HALF) if row else ""

    def decipher(self, text: str) -> str:
        """Return the text of a message."""
        if not text:
            return ""
        own, row = self._opened(text)
        key = own.derived()
        second = _ranks(key.second)
        row = moves.read_around(moves.put_by_columns(row, second), second)
        row = moves.put_by_columns(row, _ranks(key.first))
        found = self.board(key.header).decoded(row, spare=SPARE, garbles=self.garbles)
        return self._in_order(found)

    def _place(self, groups: int) -> int:
        """Return the place of the key group among all groups, from 0."""
        return max(0, groups - self.position)

    def _opened(self, text: str) -> tuple[Vic, str]:
        """Return the system with the key group of a message, and the other groups."""
        if len(text) % HALF or len(text) <= HALF:
            raise SystemRefused(
                f"{len(text)} figures are no groups of five, the key group among them; compare the "
                "message"
            )
        place = self._place(len(text) // HALF) * HALF
        group = text[place : place + HALF]
        if self.garbles == REFUSE and self.keygroup not in ("", group):
            raise SystemRefused(
                f"group {place // HALF + 1} is {group} and not the key group {self.keygroup}; "
                "compare the message and keygroup_position_from_end"
            )
        own = self if self.keygroup else replace(self, keygroup=group)
        return own, text[:place] + text[place + HALF :]

    def _arranged(self, text: str) -> str:
        """Return a text as it is enciphered: where it is to be cut, the second half first."""
        if self.halves == AS_WRITTEN or not text:
            return text
        text = self.board().canonical(text)
        if self.start in text:
            raise SystemRefused(
                f"the text has {self.start} already; leave it out, or write halves='as written'"
            )
        return moves.second_half_first(text, self.start)

    def _in_order(self, text: str) -> str:
        """Return a text as it was written: where it was cut, the first half first."""
        if self.halves == AS_WRITTEN or not text:
            return text
        if self.start not in text and self.garbles == REFUSE:
            raise SystemRefused(
                f"the text has no {self.start}, so nobody can say where it begins; write "
                "halves='as written'"
            )
        return moves.first_half_first(text, self.start)

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield the nulls."""
        if way is Way.DECIPHER:
            return
        row = self.board().encoded(self._arranged(text))
        nulls = filled(row, HALF, self.nulls_at_end)
        if nulls:
            yield Change(ChangeKind.NULL, len(text) + 1, "", nulls)

    def returned(self, text: str) -> str:
        """Return the text with its nulls, read as letters as far as they can be."""
        if not text:
            return ""
        board = self.board(self.derived().header)
        arranged = board.canonical(self._arranged(text))
        nulls = filled(board.encoded(arranged), HALF, self.nulls_at_end)
        return self._in_order(arranged + board.decoded(nulls, spare=SPARE, garbles=self.garbles))

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name the step, what goes in, what comes out."""
        del way
        return ("step", "from", "gives")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the key, the board and the tables, figure by figure; the last step gives."""
        if text:
            yield from self._there(text) if way is Way.ENCIPHER else self._back(text)

    def _key_lines(self, found: dict[str, str]) -> Iterator[Row]:
        """Yield the lines of the key and keep them."""
        for letter, figures, remark in self.counted():
            found[letter] = figures
            yield Row(("key", letter, figures), "", remark)

    def _there(self, text: str) -> Iterator[Row]:
        """Yield the lines of enciphering."""
        key: dict[str, str] = {}
        yield from self._key_lines(key)
        row = ""
        for sign, code in self.board(key["S"]).coded(self._arranged(text)):
            row += code
            yield Row(("board", sign, code))
        short = -len(row) % HALF
        nulls = "".join(self.nulls_at_end[at % len(self.nulls_at_end)] for at in range(short))
        yield Row(("nulls", "", nulls), "", f"{len(row)} figures and {short}")
        row += nulls
        for table, line in ((1, "Q"), (2, "R")):
            order = _ranks(key[line])
            grid = dict(zip(moves.cells(len(row), order, triangles=table > 1), row, strict=True))
            row = ""
            for rank, column in enumerate(moves.columns(len(grid), order), 1):
                taken = "".join(grid[cell] for cell in column)
                row += taken
                yield Row((f"table {table}", f"rank {rank}", taken))
        groups = [row[at : at + HALF] for at in range(0, len(row), HALF)]
        place = self._place(len(groups) + 1)
        groups.insert(place, self.keygroup)
        for at, group in enumerate(groups):
            remark = "the key group" if at == place else ""
            yield Row(("send", "", group), f" {group}" if at else group, remark)

    def _back(self, text: str) -> Iterator[Row]:
        """Yield the lines of deciphering."""
        own, row = self._opened(text)
        yield Row(("key group", f"number {self.position} from the end", own.keygroup))
        key: dict[str, str] = {}
        yield from own._key_lines(key)  # noqa: SLF001 - it is the same system with its key group.
        for table, line in ((2, "R"), (1, "Q")):
            order = _ranks(key[line])
            grid: dict[moves.Cell, str] = {}
            start = 0
            for rank, column in enumerate(moves.columns(len(row), order), 1):
                figures = row[start : start + len(column)]
                start += len(column)
                grid.update(zip(column, figures, strict=True))
                yield Row((f"table {table}", f"rank {rank}", figures))
            row = "".join(grid[cell] for cell in moves.cells(len(row), order, triangles=table > 1))
        pairs = list(self.board(key["S"]).read(row, spare=SPARE, garbles=self.garbles))
        texts = [pair[1] for pair in pairs]
        first = texts.index(self.start) + 1 if self.halves == CUT and self.start in texts else 0
        ordered = pairs[first:] + pairs[: max(first - 1, 0)]
        yield from (Row(("board", code, sign), sign) for code, sign in ordered)


def _ranks(key: str) -> moves.Ranks:
    """Return the ranks of a key of figures, 0 last."""
    return ranks(key, order=ORDER)


SYSTEMS = (
    System("vic-sequencing", "figures", "VIC: numbering", VicSequencing),
    System("vic-key-derivation", "figures", "VIC: lines of the key", VicKeyDerivation),
    System("vic-checkerboard", "figures", "VIC: checkerboard", VicCheckerboard),
    System("vic", "figures", "VIC", Vic),
)
