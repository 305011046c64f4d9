"""Five-unit codes of teleprinters: every sign as five marks, with shifts between registers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.fixed import Between, kept, without
from cablesim.systems.parameters import Choice, Digits, Remark
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import Merge
from cablesim.text.reading import Signs

UNITS = 5
ORDERS = ("bit 5 first", "bit 1 first")
STARTS = ("letters assumed, not sent", "letters sent")
SPACES = ("before the space", "after the space", "unshift on space")
CHE = ("figure 4", "D key")
# Keys in the order of the alphabet, bit 5 first.
_KEYS = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        [
            "00011",
            "11001",
            "01110",
            "01001",
            "00001",
            "01101",
            "11010",
            "10100",
            "00110",
            "01011",
            "01111",
            "10010",
            "11100",
            "01100",
            "11000",
            "10110",
            "10111",
            "01010",
            "00101",
            "10000",
            "00111",
            "11110",
            "10011",
            "11101",
            "10101",
            "10001",
        ],
        strict=True,
    )
)
_SPACE = "00100"
_FIGURE_KEYS = dict(zip("QWERTYUIOPABCKLMNSVXZ", "1234567890-?:().,'=/+", strict=True))
_RUSSIAN_KEYS = dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗ", strict=True))
_RUSSIAN_FIGURES = {"F": "Э", "G": "Ш", "H": "Щ", "J": "Ю"}

Register = Mapping[str, str]
_ENDS = (
    ("msb first", ORDERS[0]), ("most significant", ORDERS[0]), ("msb", ORDERS[0]),
    ("b5 b4 b3 b2 b1", ORDERS[0]), ("54321", ORDERS[0]),
    ("lsb first", ORDERS[1]), ("least significant", ORDERS[1]), ("lsb", ORDERS[1]),
    ("b1 b2 b3 b4 b5", ORDERS[1]), ("12345", ORDERS[1]),
)  # fmt: skip
_BEGIN = (
    ("not sent", STARTS[0]), ("assumed", STARTS[0]), ("none", STARTS[0]), ("letters", STARTS[0]),
    ("sent", STARTS[1]), ("sent first", STARTS[1]), ("ltrs sent", STARTS[1]),
    ("ltrs first", STARTS[1]), ("letters first", STARTS[1]), ("letters sent first", STARTS[1]),
    ("ltrs sent first", STARTS[1]), ("ltrs is sent", STARTS[1]), ("letters shift sent", STARTS[1]),
)  # fmt: skip
_WHERE = (
    ("before", SPACES[0]), ("after", SPACES[1]), ("usos", SPACES[2]),
    ("unshift", SPACES[2]), ("space unshifts", SPACES[2]),
)  # fmt: skip
_NAMES = {"shift": "shift_at_space", "shift_back": "shift_at_space", "order": "bit_order",
          "endianness": "bit_order", "return_to_letters": "shift_at_space",
          "shift_before_space": "shift_at_space", "first_shift": "initial_shift"}  # fmt: skip


class FiveUnit(Letters):
    """What both codes share: registers, shifts between them, marks in either order."""

    __slots__ = ()
    bit_order: str
    separator: str

    @abstractmethod
    def registers(self) -> dict[str, Register]:
        """Return the registers by name: sign and marks; the first one is where the machine is."""

    @abstractmethod
    def shifts(self) -> dict[str, str]:
        """Return the marks of each register's shift."""

    @abstractmethod
    def start(self) -> str:
        """Return the register in force before anything is sent; none where a shift comes first."""

    def space_home(self) -> str:
        """Return the register to which a space belongs; none where it is in all of them."""
        return ""

    def falls_back(self) -> str:
        """Return the register into which a space brings the machine; none where it does not."""
        return ""

    @property
    def plain(self) -> Signs:
        """The signs of all registers, and blanks."""
        every = "".join(sign for register in self.registers().values() for sign in register)
        return Signs("".join(dict.fromkeys(every)) + " ", self.merges(), "signs of the machine")

    def merges(self) -> tuple[Merge, ...]:
        """Return the signs that are sent as others."""
        return ()

    @property
    def cipher(self) -> Signs:
        """Noughts and ones."""
        return Signs("01" + kept(self.separator), name="noughts and ones")

    def _marks(self, marks: str) -> str:
        """Return marks in the order in which they are written."""
        return marks if self.bit_order == ORDERS[0] else marks[::-1]

    def _sent(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what is sent, shift or sign, and its marks."""
        registers, shifts, now = self.registers(), self.shifts(), self.start()
        for sign in text:
            if sign == " ":
                home = self.space_home()
                if home and now != home:
                    now = home
                    yield f"shift to {now}", shifts[now]
                yield "space", _SPACE
                now = self.falls_back() or now
                continue
            if not now or sign not in registers[now]:
                now = next(name for name, register in registers.items() if sign in register)
                yield f"shift to {now}", shifts[now]
            yield sign, registers[now][sign]

    def encipher(self, text: str) -> str:
        """Return the marks of every sign and shift, fives with blanks between."""
        return self.separator.join([self._marks(marks) for _, marks in self._sent(text)])

    def decipher(self, text: str) -> str:
        """Return the signs of the marks."""
        return "".join([sign for _, sign in self._read(text)])

    def _read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield marks and what they print, nothing for a shift; raises where they print none."""
        registers = {
            name: {marks: sign for sign, marks in register.items()}
            for name, register in self.registers().items()
        }
        shifts = {marks: name for name, marks in self.shifts().items()}
        now, text = self.start() or next(iter(registers)), without(text, self.separator)
        for start in range(0, len(text), UNITS):
            written = text[start : start + UNITS]
            marks = self._marks(written)
            if marks in shifts:
                now = shifts[marks]
                yield written, ""
            elif marks == _SPACE:
                now = self.falls_back() or now
                yield written, " "
            elif marks in registers[now]:
                yield written, registers[now][marks]
            else:
                raise SystemRefused(
                    f"group {start // UNITS + 1}: {written} prints nothing in the register of "
                    f"{now}; look for a lost mark or shift"
                )

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name sign and marks."""
        return ("plain", "marks") if way is Way.ENCIPHER else ("marks", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every sign and shift."""
        if way is Way.DECIPHER:
            for written, sign in self._read(text):
                yield Row((written, sign or "shift"), sign)
            return
        for place, (name, marks) in enumerate(self._sent(text)):
            written = self._marks(marks)
            yield Row((name, written), f"{self.separator}{written}" if place else written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ita2(FiveUnit):
    """The international five-unit code No. 2.

    What the clerk does: he types; the machine sends five marks for each key, and a shift whenever
    the text goes from letters to figures or back.

    The rule: a fixed table of two registers; one combination shifts to letters, one to figures, and
    a space stands in both.

    Source: the international telegraph alphabet No. 2; vector baudot-ita2-01.

    Traps: sources write the marks from either end. Some send the shift back to letters before the
    space, some after it, and some machines fall back to letters at every space. One lost shift
    spoils a run of signs.

    >>> from cablesim.codes import registry
    >>> registry.system("baudot-ita2").encipher("NO 5").result
    '01100 11000 00100 11011 10000'
    """

    bit_order: Annotated[str, Choice(ORDERS, also=_ENDS), "from which end marks are written"] = (
        ORDERS[0]
    )
    initial_shift: Annotated[
        str, Choice(STARTS, also=_BEGIN), "whether the first shift is sent"
    ] = STARTS[0]
    shift_at_space: Annotated[
        str,
        Choice(SPACES, also=_WHERE),
        "where figures end: the shift before or after a space, or none",
    ] = SPACES[0]
    ltrs: Annotated[str, Digits(5, 5), "the marks that shift to letters, bit 5 first"] = "11111"
    figs: Annotated[str, Digits(5, 5), "the marks that shift to figures, bit 5 first"] = "11011"
    separator: Annotated[str, Between(), "what stands between fives"] = " "

    def conventions(self) -> Iterator[str]:
        """Yield order, start, spaces, shifts."""
        yield f"marks: {self.bit_order}; start: {self.initial_shift}"
        yield f"from figures to letters: the shift {self.shift_at_space}"
        shifts = self.shifts()
        yield f"letters {shifts['letters']}, figures {shifts['figures']}"

    def registers(self) -> dict[str, Register]:
        """Return letters and figures."""
        return {
            "letters": _KEYS,
            "figures": {sign: _KEYS[key] for key, sign in _FIGURE_KEYS.items()},
        }

    def shifts(self) -> dict[str, str]:
        """Return both shifts; raises where they are no free marks."""
        used = {*_KEYS.values(), _SPACE}
        for name, marks in (("ltrs", self.ltrs), ("figs", self.figs)):
            if not set(marks) <= {"0", "1"} or marks in used or self.ltrs == self.figs:
                raise ParameterRefused(name, f"{marks} is not free; write 11111 or 11011")
        return {"letters": self.ltrs, "figures": self.figs}

    def start(self) -> str:
        """Return letters, or nothing where the first shift is sent."""
        return "letters" if self.initial_shift == STARTS[0] else ""

    def space_home(self) -> str:
        """Return letters where the shift comes before the space."""
        return "letters" if self.shift_at_space == SPACES[0] else ""

    def falls_back(self) -> str:
        """Return letters where a space brings the machine back to them."""
        return "letters" if self.shift_at_space == SPACES[2] else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mtk2(FiveUnit):
    """The five-unit code MTK-2 with Russian, Latin and figures.

    What the clerk does: he types; the machine sends five marks for each key, and a shift whenever
    the text goes from one of the three registers to another.

    The rule: Russian letters stand on the keys of Latin ones that sound or look alike; the marks
    00000 shift to Russian, 11111 to Latin, 11011 to figures, where Э Ш Щ Ю stand as well.

    Source: the table of vector baudot-mtk2-01.

    Traps: Ч is sent as the figure 4, or stands on another key: sources disagree, so it is a
    parameter. Ё is sent as Е, Ъ as Ь.

    >>> from cablesim.codes import registry
    >>> registry.system("baudot-mtk2").encipher("ПЕКИН").result
    '00000 10110 00001 01111 00110 01100'
    """

    bit_order: Annotated[str, Choice(ORDERS, also=_ENDS), "from which end marks are written"] = (
        ORDERS[0]
    )
    che: Annotated[
        str, Choice(CHE, also=(("4", CHE[0]), ("figure", CHE[0]), ("d", CHE[1]))), "how Ч is sent"
    ] = CHE[0]
    separator: Annotated[str, Between(), "what stands between fives"] = " "
    shift: Annotated[str, Remark(), "the marks of the Russian shift; they are fixed"] = ""
    missing_letters: Annotated[str, Remark(), "what the source says of rare letters"] = ""

    def conventions(self) -> Iterator[str]:
        """Yield order, shifts, rare letters."""
        yield f"marks: {self.bit_order}; Russian 00000, Latin 11111, figures 11011"
        yield f"the first shift is sent; a space stands in every register; Ч: {self.che}"
        yield "Э Ш Щ Ю stand among the figures; Ё as Е, Ъ as Ь"

    def registers(self) -> dict[str, Register]:
        """Return Russian, figures, Latin."""
        figures = _FIGURE_KEYS | _RUSSIAN_FIGURES
        if self.che == CHE[1]:
            figures |= {"D": "Ч"}
        return {
            "Russian": {sign: _KEYS[key] for key, sign in _RUSSIAN_KEYS.items()},
            "figures": {sign: _KEYS[key] for key, sign in figures.items()},
            "Latin": _KEYS,
        }

    def merges(self) -> tuple[Merge, ...]:
        """Return Ё, Ъ, and Ч where it is the figure 4."""
        usual = (("Ё", "Е"), ("Ъ", "Ь"))
        return (*usual, ("Ч", "4")) if self.che == CHE[0] else usual

    def shifts(self) -> dict[str, str]:
        """Return the three shifts."""
        return {"Russian": "00000", "figures": "11011", "Latin": "11111"}

    def start(self) -> str:
        """Return nothing: the first shift is always sent."""
        return ""


SYSTEMS = (
    System(
        "baudot-ita2",
        "telegraph",
        "Teleprinter ITA2",
        Ita2,
        aliases=_NAMES,
    ),
    System("baudot-mtk2", "telegraph", "Teleprinter MTK-2", Mtk2, aliases={"order": "bit_order"}),
)
