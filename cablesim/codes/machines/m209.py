"""M-209: six pin wheels and a drum of 27 bars give a number, from which the letter is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Choice, Word
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26
from cablesim.text.bulk import added, less_from, modulo, numbers, repeated, spelled
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import Signs

SIGNS = LATIN26.signs
SIZE = len(SIGNS)
_NO_W = SIGNS.replace("W", "")
# The letters on the wheels, from left to right: 26, 25, 23, 21, 19, 17 of them.
WHEELS = (SIGNS, _NO_W, _NO_W[:23], SIGNS[:21], SIGNS[:19], SIGNS[:17])
# How many letters on from the one that shows the pin stands that works.
AHEAD = (15, 14, 13, 12, 11, 10)
BARS = 27
USUAL_PINS = (
    "ABDHIKMNSTVW", "ADEGJKLORSUX", "ABGHJLMNRSTUX", "CEFHIMNPSTU", "BDEFHIMNPS", "ABDHKNOQ",
)  # fmt: skip
USUAL_LUGS = (
    "36", "06", "16", "15", "45", *["04"] * 4, *["20"] * 10, *["25"] * 2, *["05"] * 6,
)  # fmt: skip


def _parts(value: object, between: str) -> list[str]:
    """Return the parts of a list or of a text; a list in a list is run together."""
    if isinstance(value, str):
        return [part for part in re.split(between, value.upper()) if part]
    if isinstance(value, Sequence):
        return [
            each.upper() if isinstance(each, str) else "".join(map(str, each))
            for each in value
            if isinstance(each, Sequence)
        ]
    return []


@dataclass(frozen=True, slots=True)
class Pins:
    """The pins that work: their letters wheel by wheel, or 1 and 0 for every pin."""

    choices: tuple[str, ...] = ()
    kind: str = "six rows of letters with blanks between (-: no pin), or rows of 1 and 0"

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return the letters of each wheel."""
        rows = _parts(value, r"[\s,;/|]+")
        if len(rows) != len(WHEELS):
            raise ParameterRefused(name, f"{len(rows)} wheels; write {self.kind}")
        return tuple(
            _pins(name, place, row, letters)
            for place, (row, letters) in enumerate(zip(rows, WHEELS, strict=True), 1)
        )


def _pins(name: str, place: int, row: str, letters: str) -> str:
    """Return the letters of one wheel's working pins, in the wheel's order."""
    if len(row) == len(letters) and set(row) <= {"0", "1"}:
        return "".join(letter for letter, pin in zip(letters, row, strict=True) if pin == "1")
    given = set(row) - {"-"}
    if not given <= set(letters):
        raise ParameterRefused(
            name, f"wheel {place}: '{row}' does not fit; it has the letters {letters}"
        )
    return "".join(letter for letter in letters if letter in given)


@dataclass(frozen=True, slots=True)
class Lugs:
    """The lugs of each bar as the two wheels they stand at: ``36``, ``04*4`` for four bars."""

    choices: tuple[str, ...] = ()
    kind: str = f"up to {BARS} bars like 36 06 04*4: two wheels 1 to 6, or 0 for none"

    def read(self, name: str, value: object) -> tuple[str, ...]:
        """Return two figures for each bar; bars left out have no lugs."""
        bars: list[str] = []
        for part in _parts(value, r"[\s,;/|]+"):
            found = re.fullmatch(r"([0-6])-?([0-6])(?:[*X](\d{1,2}))?", part)
            if found is None or found[1] == found[2] != "0":
                raise ParameterRefused(name, f"'{part}' is no bar; write {self.kind}")
            bars += [found[1] + found[2]] * int(found[3] or 1)
        if not 0 < len(bars) <= BARS:
            raise ParameterRefused(name, f"{len(bars)} bars; write {self.kind}")
        return (*bars, *["00"] * (BARS - len(bars)))


@dataclass(frozen=True, slots=True, kw_only=True)
class M209(Letters):
    """Pin wheels of different lengths choose the bars that turn a reversed alphabet.

    What the clerk does: he sets the pins of the six wheels, the lugs of the 27 bars and the letters
    that show, dials a letter and turns the drum once; the machine prints the other letter and all
    wheels move on by one. Deciphering is the same act.

    The rule: a wheel works when its pin, some letters on from the one that shows (15, 14, 13, 12,
    11, 10 of them, from left to right), is set. A bar moves when one of its lugs stands at a
    working wheel, and counts once. Letters are numbered from 0; the result is 25 plus the bars
    moved, less the letter, modulo 26.

    Source: the usual pins and lugs are those of the example in Wikipedia "M-209", which pycipher
    and a unit test of CrypTool 2 (M209Test.cs) carry with the text below.

    Traps: the pin that works is not the one at the letter that shows. A bar with both lugs at
    working wheels counts once only. Wheels 2 and 3 have no W. Blanks are left out, or written as
    Z (`blanks=as Z`); then every Z comes back as a blank.

    >>> from cablesim.codes import registry
    >>> registry.system("m-209").encipher("A" * 26, start="AAAAAA").result
    'TNJUWAUQTKCZKNUTOTBCWARMIO'
    """

    sign_for_sign: ClassVar[bool] = False
    start: Annotated[str, Word(), "the six letters that show, left to right"] = "AAAAAA"
    pins: Annotated[tuple[str, ...], Pins(), "the working pins of each wheel"] = USUAL_PINS
    lugs: Annotated[tuple[str, ...], Lugs(), "the two lugs of each bar"] = USUAL_LUGS
    blanks: Annotated[str, Choice(("left out", "as Z")), "what becomes of blanks between words"] = (
        "left out"
    )

    @property
    def _blanks_as_z(self) -> bool:
        """Whether blanks are written as Z."""
        return self.blanks == "as Z"

    @property
    def plain(self) -> Signs:
        """The 26 Latin letters, and the blank where it is written as Z."""
        return Signs.of(LATIN26, " " if self._blanks_as_z else "")

    @property
    def cipher(self) -> Signs:
        """The 26 Latin letters."""
        return Signs.of(LATIN26)

    def returned(self, text: str) -> str:
        """Return the text, with a blank for every Z where blanks are written so."""
        return text.replace("Z", " ") if self._blanks_as_z else text

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield the blanks that are written as Z."""
        if way is Way.ENCIPHER and self._blanks_as_z:
            for found in re.finditer(" +", text):
                run = found.group()
                yield Change(ChangeKind.MERGED, found.start() + 1, run, "Z" * len(run))

    def _shown(self) -> list[int]:
        """Return the places of the letters that show."""
        if len(self.start) != len(WHEELS):
            raise ParameterRefused("start", f"{self.start} does not fit; write six letters")
        for place, (letter, letters) in enumerate(zip(self.start, WHEELS, strict=True), 1):
            if letter not in letters:
                raise ParameterRefused(
                    "start", f"wheel {place} has no {letter}; take one of {letters}"
                )
        return [wheel.index(letter) for letter, wheel in zip(self.start, WHEELS, strict=True)]

    def conventions(self) -> Iterator[str]:
        """Yield pins, lugs, start and what becomes of blanks."""
        self._shown()
        for place, (pins, letters) in enumerate(zip(self.pins, WHEELS, strict=True), 1):
            yield f"wheel {place}, letters {letters}: working pins {pins or 'none'}"
        yield f"lugs, bar by bar: {' '.join(self.lugs)}"
        yield f"start {self.start}; working pins lie {', '.join(map(str, AHEAD))} letters on"
        yield "result is 25 plus bars moved, less letter, modulo 26; A is 0; the same both ways"
        yield f"blanks are {'written as Z' if self._blanks_as_z else self.blanks}"

    def encipher(self, text: str) -> str:
        """Return the text through the machine."""
        return self._through(text.replace(" ", "Z"))

    def decipher(self, text: str) -> str:
        """Return the text through the machine; Z is printed as a blank where blanks are so."""
        return self.returned(self._through(text))

    def _through(self, text: str) -> str:
        """Return letters through the machine.

        Each wheel's pins are one row of 0 and its own power of two, repeated; their sum says at
        every place which wheels work, and a table how many bars they move.
        """
        row = numbers(text, SIGNS)
        working = bytes(len(row))
        for place, (shown, wheel) in enumerate(zip(self._shown(), WHEELS, strict=True)):
            first = (shown + AHEAD[place]) % len(wheel)
            pins = bytes((letter in self.pins[place]) << place for letter in wheel)
            working = added(working, repeated(pins[first:] + pins[:first], len(row)))
        bars = [_mask(bar) for bar in self.lugs]
        moved = bytes(sum(1 for bar in bars if bar & wheels) for wheels in range(64))
        sums = added(working.translate(moved.ljust(256, b"\0")), row.translate(less_from(25, SIZE)))
        return spelled(sums.translate(modulo(SIZE)), SIGNS)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, letters that show, working wheels, bars moved, result."""
        first, last = ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")
        return first, "showing", "working wheels", "bars moved", last

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter: the drum turned bar by bar, the wheels moved on."""
        shown = self._shown()
        for sign in text:
            letter = "Z" if sign == " " else sign
            showing, working = "", ""
            for place, (at, wheel) in enumerate(zip(shown, WHEELS, strict=True)):
                showing += wheel[at]
                if wheel[(at + AHEAD[place]) % len(wheel)] in self.pins[place]:
                    working += str(place + 1)
            bars = sum(1 for bar in self.lugs if bar[0] in working or bar[1] in working)
            found = SIGNS[(25 + bars - SIGNS.index(letter)) % SIZE]
            if way is Way.DECIPHER and self._blanks_as_z and found == "Z":
                found = " "
            yield Row((sign, showing, working or "none", str(bars), found), found)
            shown = [(at + 1) % len(wheel) for at, wheel in zip(shown, WHEELS, strict=True)]


def _mask(bar: str) -> int:
    """Return the wheels that a bar's lugs stand at, as powers of two."""
    return sum(1 << int(wheel) - 1 for wheel in set(bar) if wheel != "0")


SYSTEMS = (
    System(
        "m-209",
        "machines",
        "M-209",
        M209,
        aliases={
            "key": "start",
            "wheel_starts": "start",
            "key_wheels": "start",
            "external_key": "start",
            "wheels": "start",
            "positions": "start",
            "bars": "lugs",
            "sliders": "lugs",
        },
        example=Example("ATTACK AT DAWN", {"start": "AAAAAA"}),
    ),
)
