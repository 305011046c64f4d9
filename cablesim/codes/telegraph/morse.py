"""Morse: every sign as dots and dashes, international and Russian, and the same in time."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.signals import INTERNATIONAL, PUNCTUATION, RUSSIAN
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import Choice, Line, Remark, Table
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import Merge
from cablesim.text.reading import Signs

FIGURES = {sign: signal for sign, signal in INTERNATIONAL.items() if sign.isdigit()}
LETTERS = ("international", "russian")
HARD = ("as the soft sign", "a signal of its own")


class Signalled(Letters):
    """What all Morse systems share: signals with gaps between letters and between words."""

    __slots__ = ()

    @abstractmethod
    def signals(self) -> Mapping[str, str]:
        """Return the signal of every sign."""

    def merges(self) -> tuple[Merge, ...]:
        """Return the letters that are sent as others."""
        return ()

    @abstractmethod
    def gaps(self) -> tuple[str, str]:
        """Return what stands between letters and between words; raises where they are unusable."""

    @property
    def plain(self) -> Signs:
        """The signs that have signals, and blanks between words."""
        return Signs("".join(self.signals()) + " ", self.merges(), "signs of the table and blanks")

    @property
    def cipher(self) -> Signs:
        """The signs that signals and gaps are written with."""
        used = "".join((*self.signals().values(), *self.gaps()))
        return Signs("".join(dict.fromkeys(used + " ")), name="signals and gaps")

    def returned(self, text: str) -> str:
        """Return the words with one blank between."""
        return " ".join(text.split())

    def encipher(self, text: str) -> str:
        """Return the signals of every word."""
        letter, word = self.gaps()
        table = {ord(sign): signal + letter for sign, signal in self.signals().items()}
        words = (each.translate(table).removesuffix(letter) for each in text.split())
        return word.join(words)

    def decipher(self, text: str) -> str:
        """Return the words of the signals."""
        return " ".join("".join(sign for _, sign in word) for word in self._words(text))

    def _words(self, text: str) -> Iterator[list[tuple[str, str]]]:
        """Yield each word as signals and signs; raises at a signal that is none."""
        letter, word = self.gaps()
        known = {signal: sign for sign, signal in reversed(list(self.signals().items()))}
        for number, part in enumerate(text.split(word.strip() or word), 1):
            found = []
            for signal in part.split(letter.strip() or None if letter.isspace() else letter):
                if not signal.strip():
                    continue
                sign = known.get(signal.strip())
                if sign is None:
                    raise SystemRefused(
                        f"word {number}: '{signal.strip()[:20]}' is no signal of this table; look "
                        "for a lost dot or gap"
                    )
                found.append((signal.strip(), sign))
            if found:
                yield found

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name sign and signal."""
        return ("plain", "signal") if way is Way.ENCIPHER else ("signal", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every sign."""
        letter, word = self.gaps()
        if way is Way.DECIPHER:
            for number, found in enumerate(self._words(text)):
                for place, (signal, sign) in enumerate(found):
                    yield Row((signal, sign), sign if place or not number else f" {sign}")
            return
        signals = self.signals()
        for number, part in enumerate(text.split()):
            for place, sign in enumerate(part):
                before = letter if place else word if number else ""
                yield Row((sign, signals[sign]), before + signals[sign])


class Gapped(Signalled):
    """Signals of dots and dashes with written gaps."""

    __slots__ = ()
    letter_gap: str
    word_gap: str
    dot: str
    dash: str

    def _marked(self, table: Mapping[str, str]) -> Mapping[str, str]:
        """Return a table of signals in the marks that are asked for; raises where they are none."""
        marks = self.dot + self.dash
        if marks == ".-":
            return table
        if len(marks) != 2 or self.dot == self.dash or any(map(str.isspace, marks)):  # noqa: PLR2004 - two marks.
            raise ParameterRefused("dot", "write one sign for a dot and another one for a dash")
        into = str.maketrans(".-", marks)
        return {sign: signal.translate(into) for sign, signal in table.items()}

    def gaps(self) -> tuple[str, str]:
        """Return both gaps; raises where they are empty, equal, or hold dots and dashes."""
        for name, gap in (("letter_gap", self.letter_gap), ("word_gap", self.word_gap)):
            if not gap or not set(gap).isdisjoint(self.dot + self.dash):
                raise ParameterRefused(name, "write a blank or signs that are no dot and no dash")
        if self.letter_gap.strip() == self.word_gap.strip() and (
            self.letter_gap.strip() or len(self.word_gap) <= len(self.letter_gap)
        ):
            raise ParameterRefused("word_gap", "it cannot be told from the letter gap; write / ")
        return self.letter_gap, self.word_gap

    def conventions(self) -> Iterator[str]:
        """Yield gaps and merges."""
        letter, word = self.gaps()
        yield f"between letters '{letter}', between words '{word}'"
        for written, read_as in self.merges():
            yield f"{written} is sent as {read_as}"


@dataclass(frozen=True, slots=True, kw_only=True)
class MorseItu(Gapped):
    """The international Morse code.

    What the clerk does: he sends each letter as its dots and dashes, with a short pause after each
    letter and a longer one after each word.

    The rule: a fixed table of signals for letters, figures and punctuation; frequent letters have
    short ones.

    Source: Recommendation ITU-R M.1677; vector morse-itu-01.

    Traps: a code and no cipher: it keeps nothing secret. Without pauses signals run together and
    cannot be read. The Russian table is another one.

    >>> from cablesim.codes import registry
    >>> registry.system("morse-itu").encipher("SEND HELP").result
    '... . -. -.. / .... . .-.. .--.'
    """

    letter_gap: Annotated[str, Line(), "what is written between letters"] = " "
    word_gap: Annotated[str, Line(), "what is written between words"] = " / "
    table: Annotated[tuple[tuple[str, str], ...], Table(), "another table of signals"] = ()
    dot: Annotated[str, Line(), "the sign for a dot"] = "."
    dash: Annotated[str, Line(), "the sign for a dash"] = "-"

    def signals(self) -> Mapping[str, str]:
        """Return the table."""
        found = _sound(self.table) if self.table else INTERNATIONAL | PUNCTUATION
        return self._marked(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class MorseRussian(Gapped):
    """The Morse code for Russian letters.

    What the clerk does: as in the international code, with the Russian table.

    The rule: a fixed table; Ё is sent as Е, and the hard sign as the soft one or by its own signal.

    Source: the table of vector morse-russian-01.

    Traps: in most tables the hard sign has no signal of its own. Signals that Latin has too stand
    for other letters: -... is Б.

    >>> from cablesim.codes import registry
    >>> registry.system("morse-russian").encipher("ПЕКИН").result
    '.--. . -.- .. -.'
    """

    letter_gap: Annotated[str, Line(), "what is written between letters"] = " "
    word_gap: Annotated[str, Line(), "what is written between words"] = " / "
    hard_sign: Annotated[str, Choice(HARD), "how Ъ is sent"] = HARD[0]
    table: Annotated[tuple[tuple[str, str], ...], Table(), "another table of signals"] = ()
    dot: Annotated[str, Line(), "the sign for a dot"] = "."
    dash: Annotated[str, Line(), "the sign for a dash"] = "-"

    def signals(self) -> Mapping[str, str]:
        """Return the table."""
        if self.table:
            return self._marked(_sound(self.table))
        return self._marked(_russian(own=self.hard_sign == HARD[1]))

    def merges(self) -> tuple[Merge, ...]:
        """Return Ё as Е, and the hard sign where it has no signal."""
        known = self.signals()
        usual = (("Ё", "Е"), ("Ъ", "Ь"))
        return tuple(each for each in usual if each[0] not in known and each[1] in known)


def _russian(*, own: bool) -> dict[str, str]:
    """Return Russian letters and figures; the hard sign only where it has a signal of its own."""
    found = RUSSIAN | FIGURES
    return found if own else {sign: signal for sign, signal in found.items() if sign != "Ъ"}


def _sound(table: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Return a table of one's own; raises where a sign or signal is none."""
    for sign, signal in table:
        if len(sign) != 1 or not signal or not set(signal) <= set(".-"):
            raise ParameterRefused(
                "table", f"'{sign[:9]}'='{signal[:9]}': write a sign, dots, dashes"
            )
    if len({signal for _, signal in table}) != len(table):
        raise ParameterRefused("table", "two signs have one signal; give each its own")
    return dict(table)


@dataclass(frozen=True, slots=True, kw_only=True)
class MorseTiming(Signalled):
    """Morse code in time: on and off, unit by unit.

    What the clerk does: he holds the key down one unit for a dot and three for a dash, and pauses
    one unit inside a letter, three after it, seven after a word.

    The rule: dot 1, dash 3, between elements 1, between letters 3, between words 7 units.

    Source: Recommendation ITU-R M.1677; vector morse-itu-timing-01.

    Traps: some pictures end with the last letter's pause; here the last element ends the row.

    >>> from cablesim.codes import registry
    >>> registry.system("morse-itu-timing").encipher("ET A").result
    '=...===.......=.==='
    """

    on: Annotated[str, Line(), "the sign for a unit with the key down"] = "="
    off: Annotated[str, Line(), "the sign for a unit with the key up"] = "."
    unit: Annotated[str, Remark(), "the lengths; they are fixed"] = ""
    table: Annotated[
        str, Choice(LETTERS, also=(("itu", LETTERS[0]), ("latin", LETTERS[0]))), "whose letters"
    ] = LETTERS[0]

    def gaps(self) -> tuple[str, str]:
        """Return three and seven units off; raises where the signs cannot be told apart."""
        if len(self.on) != 1 or len(self.off) != 1 or self.on == self.off or self.on.isspace():
            raise ParameterRefused("on", "write one sign for on and another one for off")
        if self.off.isspace():
            raise ParameterRefused("off", "a blank cannot be counted; write another sign")
        return self.off * 3, self.off * 7

    def signals(self) -> Mapping[str, str]:
        """Return every signal in units."""
        self.gaps()
        units = {".": self.on, "-": self.on * 3}
        russian = self.table == LETTERS[1]
        table = _russian(own=False) if russian else INTERNATIONAL | PUNCTUATION
        return {
            sign: self.off.join(units[each] for each in signal) for sign, signal in table.items()
        }

    def merges(self) -> tuple[Merge, ...]:
        """Return Ё as Е and Ъ as Ь in the Russian table."""
        return (("Ё", "Е"), ("Ъ", "Ь")) if self.table == LETTERS[1] else ()

    def conventions(self) -> Iterator[str]:
        """Yield signs and lengths."""
        yield f"letters: {self.table}; on '{self.on}', off '{self.off}'"
        yield "dot 1, dash 3, between elements 1, between letters 3, between words 7"


_NAMES = {
    "letter_separator": "letter_gap",
    "word_separator": "word_gap",
    "separator": "letter_gap",
    "short_mark": "dot",
    "long_mark": "dash",
    "longer_mark": "dash",
    "dit": "dot",
    "dah": "dash",
}
SYSTEMS = (
    System("morse-itu", "telegraph", "Morse, international", MorseItu, aliases=_NAMES),
    System("morse-russian", "telegraph", "Morse, Russian", MorseRussian, aliases=_NAMES),
    System(
        "morse-itu-timing",
        "telegraph",
        "Morse in time",
        MorseTiming,
        aliases={"alphabet": "table", "letters": "table", "units": "unit", "timing": "unit"},
    ),
)
