"""Morse signals cut anew: by threes into letters, by twos into figures."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.keys import mixed, ranks
from cablesim.codes.signals import INTERNATIONAL
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import Digits, Remark, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26
from cablesim.text.bulk import added, numbers, spelled
from cablesim.text.reading import Signs

SIGNALS = ".-x"
_BACK = {signal: letter for letter, signal in INTERNATIONAL.items()}
_SENT = str.maketrans(
    {letter: f"{signal}x" for letter, signal in INTERNATIONAL.items()} | {" ": "x"}
)


class Fractionated(Letters):
    """What both systems share: a text as signals with x between letters, cut into pieces."""

    __slots__ = ()
    size: ClassVar[int]

    @property
    def plain(self) -> Signs:
        """Letters, figures and blanks between words."""
        return Signs("".join(INTERNATIONAL) + " ", name="Morse letters, figures and blanks")

    @abstractmethod
    def signs(self) -> str:
        """Return the sign of every piece, in the order of the pieces."""

    def returned(self, text: str) -> str:
        """Return the words with one blank between."""
        return " ".join(text.split())

    def _signals(self, text: str) -> str:
        """Return the signals, x after each letter and one more after each word, filled up."""
        sent = self.returned(text).translate(_SENT)[:-1]
        return sent + "x" * (-len(sent) % self.size)

    def encipher(self, text: str) -> str:
        """Return the sign of every piece of the signals."""
        row = numbers(self._signals(text), SIGNALS)
        total = bytes(len(row) // self.size)
        for place in range(self.size):
            scale = len(SIGNALS) ** (self.size - 1 - place)
            scaled = bytes(number * scale % 256 for number in range(256))
            total = added(total, row[place :: self.size].translate(scaled))
        return spelled(total, self.signs())

    def decipher(self, text: str) -> str:
        """Return the words of the signals."""
        row = numbers(text, self.signs())
        pieces = bytearray(self.size * len(row))
        for place in range(self.size):
            scale = len(SIGNALS) ** (self.size - 1 - place)
            digit = bytes(number // scale % len(SIGNALS) for number in range(256))
            pieces[place :: self.size] = row.translate(digit)
        return self._words(spelled(pieces, SIGNALS))

    def _words(self, sent: str) -> str:
        """Return the words of a row of signals; raises where a signal is none."""
        words = sent.rstrip("x").split("xx") if sent.strip("x") else []
        return " ".join("".join(map(self._letter, word.split("x"))) for word in words)

    @staticmethod
    def _letter(signal: str) -> str:
        """Return the letter of a signal."""
        letter = _BACK.get(signal)
        if letter is None:
            raise SystemRefused(
                f"'{signal[:20]}' is no Morse signal; look for a wrong letter or another key"
            )
        return letter

    def _piece(self, number: int) -> str:
        """Return the piece of signals with a number."""
        figures = []
        for _ in range(self.size):
            number, figure = divmod(number, len(SIGNALS))
            figures.append(SIGNALS[figure])
        return "".join(reversed(figures))

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name what stands before and after."""
        return (
            ("plain", "signals", "cipher")
            if way is Way.ENCIPHER
            else ("cipher", "signals", "plain")
        )

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the signals letter by letter, then the pieces; deciphering, the other way round."""
        signs = self.signs()
        if way is Way.ENCIPHER:
            sent = []
            words = text.split()
            for place, word in enumerate(words, 1):
                for at, letter in enumerate(word, 1):
                    last = place == len(words) and at == len(word)
                    end = "" if last else "xx" if at == len(word) else "x"
                    sent.append(INTERNATIONAL[letter] + end)
                    yield Row((letter, sent[-1], ""))
            flat = "".join(sent)
            flat += "x" * (-len(flat) % self.size)
            for start in range(0, len(flat), self.size):
                piece = flat[start : start + self.size]
                number = sum(
                    SIGNALS.index(each) * len(SIGNALS) ** place
                    for place, each in enumerate(reversed(piece))
                )
                yield Row(("", piece, signs[number]), signs[number])
            return
        flat = ""
        for sign in text:
            piece = self._piece(signs.index(sign))
            flat += piece
            yield Row((sign, piece, ""))
        between = ""
        for word in flat.rstrip("x").split("xx") if flat.strip("x") else []:
            for signal in word.split("x"):
                letter = self._letter(signal)
                yield Row(("", signal, letter), between + letter)
                between = ""
            between = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class FractionatedMorse(Fractionated):
    """Morse signals cut into threes, each three a letter.

    What the clerk does: he writes the text in Morse signals with an x after each letter and two
    after each word, cuts the row into threes, and writes for each the letter of a mixed alphabet.

    The rule: the threes stand in the order of . - x (... then ..- then ..x and so on to xx-), one
    letter of the mixed alphabet each; a last piece is filled up with x.

    Source: the American Cryptogram Association's "Fractionated Morse"; vector
    fractionated-morse-01.

    Traps: some sources end the message with two x more. A wrong letter spoils its neighbours and
    can make signals that do not exist.

    >>> from cablesim.codes import registry
    >>> system = registry.system("fractionated-morse")
    >>> system.encipher("COME AT ONCE", keyword="ROUNDTABLE").result
    'CBIILTMHVVFL'
    """

    size: ClassVar[int] = 3
    keyword: Annotated[str, Word(empty=True), "the word the mixed alphabet begins with"] = ""
    alphabet: Annotated[str, Word(empty=True), "the whole mixed alphabet, 26 letters"] = ""
    triplets: Annotated[str, Remark(), "the order of the threes"] = ""
    word_break: Annotated[str, Remark(), "what parts two words: xx"] = ""
    terminal_mark: Annotated[str, Remark(), "what ends the message: nothing"] = ""

    def signs(self) -> str:
        """Return the mixed alphabet; raises where it is not 26 letters."""
        found = self.alphabet or mixed(self.keyword, LATIN26.signs)
        if sorted(found) != sorted(LATIN26.signs):
            raise ParameterRefused(
                "alphabet" if self.alphabet else "keyword", "write Latin letters, each of 26 once"
            )
        return found

    @property
    def cipher(self) -> Signs:
        """The letters."""
        return Signs.of(LATIN26)

    def conventions(self) -> Iterator[str]:
        """Yield alphabet and order."""
        yield f"alphabet {self.signs()} for ... ..- ..x and so on to xx-"
        yield "x after a letter, xx after a word, nothing at the end; filled up with x"


@dataclass(frozen=True, slots=True, kw_only=True)
class Morbit(Fractionated):
    """Morse signals cut into twos, each two a figure.

    What the clerk does: he writes the text in Morse signals with an x after each letter and two
    after each word, cuts the row into twos, and writes for each the figure that the key gives it.

    The rule: the nine twos stand in the order .. .- .x -. -- -x x. x- xx under the figures 1 to 9,
    which are the ranks of a key word of nine letters.

    Source: the American Cryptogram Association's "Morbit"; vector morbit-01.

    Traps: the last two is filled up with x. Equal key letters count from left to right.

    >>> from cablesim.codes import registry
    >>> registry.system("morbit").encipher("ONCE UPON A TIME", keyword="WISECRACK").result
    '27435881512827465679378'
    """

    size: ClassVar[int] = 2
    keyword: Annotated[str, Word(empty=True), "a word of nine letters"] = ""
    digits: Annotated[str, Digits(9, 9), "the figures 1 to 9 in the order of the twos"] = ""
    pairs: Annotated[str, Remark(), "the order of the twos"] = ""

    def signs(self) -> str:
        """Return the figures in the order of the twos; raises where they are not 1 to 9."""
        if len(self.keyword) != 9 and not self.digits:  # noqa: PLR2004 - nine twos.
            raise ParameterRefused("keyword", f"'{self.keyword}' has not nine letters; write nine")
        found = self.digits or "".join(str(rank + 1) for rank in ranks(self.keyword))
        if sorted(found) != list("123456789"):
            raise ParameterRefused("digits", "write each of 1 to 9 once")
        return found

    @property
    def cipher(self) -> Signs:
        """The figures 1 to 9."""
        return Signs("123456789", name="figures")

    def conventions(self) -> Iterator[str]:
        """Yield figures and order."""
        yield f"figures {self.signs()} for .. .- .x -. -- -x x. x- xx"
        yield "x after a letter, xx after a word, nothing at the end; filled up with x"


SYSTEMS = (
    System("fractionated-morse", "squares", "Fractionated Morse", FractionatedMorse),
    System("morbit", "squares", "Morbit", Morbit),
)
