"""Gromark: shifts by the figures of a chain, read in a mixed alphabet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.figures.rows import FIGURES, chained
from cablesim.codes.keys import key_letters, mixed, ranks, read_off
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Choice, Digits, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import Alphabet
from cablesim.text.bulk import added, less_from, modulo, numbers, spelled
from cablesim.text.reading import Signs

K2M, K2 = "K2M", "K2"
BODY, ACA = "body", "primer and check"
# A sum of a letter's number, the alphabet's length and a figure has to fit in one byte.
MOST_SIGNS = 120


@dataclass(frozen=True, slots=True)
class MixedAlphabet:
    """How the cipher alphabet is made: K2M, K2, or its letters in a row; a remark may follow."""

    choices: tuple[str, ...] = (K2M, K2)
    kind: str = "K2M, K2 or all letters in a row"

    def read(self, name: str, value: object) -> str:
        """Return the kind, or the letters."""
        text = value.strip().upper() if isinstance(value, str) else ""
        if not text:
            raise ParameterRefused(name, f"write {self.kind}")
        first = re.split(r"\W+", text)[0]
        return first if first in (K2M, K2) else "".join(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Gromark(Letters):
    """A straight alphabet over a mixed one, shifted by the figures of a chain.

    What the clerk does: he writes the keyword and the rest of the alphabet in rows under the
    keyword and reads the columns in the alphabetical order of its letters: the mixed alphabet. He
    makes the primer into a long row of figures, adding neighbours without carrying, and writes it
    under the text. Each letter he counts on in the straight alphabet by its figure, and takes
    what stands below in the mixed one.

    The rule: cipher is mixed[number of the letter + figure of the chain]; the first figures of
    the chain are the primer itself.

    Source: practice.md F6 and the sheet of the American Cryptogram Association (K2M alphabet,
    primer of five, check figure); vector gromark-01.

    Traps: ties in the keyword cannot happen, its letters are taken once. What is sent in print
    (`transmitted`) has the primer before the text and the last figure of the chain behind it;
    many programs leave both out.

    >>> from cablesim.codes import registry
    >>> gromark = registry.system("gromark")
    >>> gromark.encipher("THEREARE", keyword="ENIGMA", primer="23452").result
    'NFYCKBTI'
    >>> gromark.encipher("THEREARE", keyword="ENIGMA", primer="23452", preset="aca").result
    '23452NFYCKBTI9'
    """

    sign_for_sign: ClassVar[bool] = False
    keyword: Annotated[str, Word(empty=True), "the word that mixes the cipher alphabet"] = ""
    primer: Annotated[str, Digits(least=0, most=1000), "the figures the chain begins with"] = ""
    alphabet: Annotated[str, MixedAlphabet(), "how the cipher alphabet is made"] = K2M
    letters: Annotated[Alphabet, AlphabetOf(), "the straight alphabet"] = AUTO
    transmitted: Annotated[
        str, Choice((BODY, ACA)), "what is sent: the text alone, or primer, text and check figure"
    ] = BODY

    @property
    def plain(self) -> Signs:
        """The letters of the straight alphabet."""
        return Signs.of(self.letters)

    @property
    def cipher(self) -> Signs:
        """The letters, and the figures where primer and check are sent."""
        if self.transmitted == BODY:
            return self.plain
        if any(figure in self.letters for figure in FIGURES):
            raise ParameterRefused(
                "transmitted",
                "primer and check cannot be told from figures in the text; write body",
            )
        return Signs.of(self.letters, FIGURES)

    def mixed(self) -> str:
        """Return the cipher alphabet; raises `ParameterRefused` where it cannot be one."""
        straight = self.letters.signs
        if len(straight) > MOST_SIGNS:
            raise ParameterRefused("letters", f"write {MOST_SIGNS} signs or fewer")
        if self.alphabet not in (K2M, K2):
            if sorted(self.alphabet) != sorted(straight):
                raise ParameterRefused(
                    "alphabet", f"write K2M, K2 or the letters {straight} in another order"
                )
            return self.alphabet
        word = "".join(dict.fromkeys(key_letters("keyword", self.keyword, self.letters)))
        row = mixed(word, straight)
        if self.alphabet == K2 or not word:
            return row
        columns = read_off(ranks(word, order=straight))
        return "".join(row[column :: len(word)] for column in columns)

    def conventions(self) -> Iterator[str]:
        """Yield the alphabets, the rule of the chain, what is sent."""
        yield f"straight alphabet: {self.letters.described()}"
        how = "keyword block read by columns" if self.alphabet == K2M else self.alphabet
        yield f"cipher alphabet: {self.mixed()} ({how})"
        yield f"chain: primer {self.primer or 'as sent'}, then sums of neighbours, modulo 10"
        yield f"sent: {'the text alone' if self.transmitted == BODY else 'primer, text, check'}"

    def _chain(self, primer: str, length: int) -> str:
        """Return the figures under a text; raises `ParameterRefused` where the primer is none."""
        if len(primer) < 2:  # noqa: PLR2004 - a sum takes two.
            raise ParameterRefused("primer", "write two figures or more, five as a rule")
        return chained(primer, length)

    def encipher(self, text: str) -> str:
        """Return the whole text shifted, in the mixed alphabet."""
        chain = self._chain(self.primer, len(text))
        size = len(self.letters)
        total = added(numbers(text, self.letters.signs), numbers(chain, FIGURES))
        body = spelled(total.translate(modulo(size)), self.mixed())
        return f"{self.primer}{body}{chain[-1]}" if text and self.transmitted == ACA else body

    def decipher(self, text: str) -> str:
        """Return the whole text shifted back, in the straight alphabet."""
        primer, body = self._parts(text)
        chain = self._chain(primer, len(body)) if body else ""
        size = len(self.letters)
        shifts = numbers(chain, FIGURES).translate(less_from(size, size))
        total = added(numbers(body, self.mixed()), shifts)
        return spelled(total.translate(modulo(size)), self.letters.signs)

    def _parts(self, text: str) -> tuple[str, str]:
        """Return primer and body of a message; raises `SystemRefused` where they do not fit."""
        if self.transmitted == BODY or not text:
            return self.primer, text
        found = re.fullmatch(r"(\d+)(\D+)(\d)", text)
        if found is None:
            raise SystemRefused(
                "the message is not primer, letters, one check figure; write it so, or "
                "transmitted=body for the letters alone"
            )
        primer, body, check = found.groups()
        if self.primer not in ("", primer):
            raise SystemRefused(
                f"the message begins with {primer[:20]} and the primer is {self.primer}; take the "
                "right one, or leave the primer out"
            )
        due = self._chain(primer, len(body))[-1]
        if due != check:
            raise SystemRefused(
                f"the check figure is {check} and the chain ends with {due}: a letter is missing, "
                "or the primer is garbled; compare the message"
            )
        return primer, body

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, figure, result."""
        return (
            ("plain", "figure", "cipher") if way is Way.ENCIPHER else ("cipher", "figure", "plain")
        )

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every letter, the chain counted out beside it."""
        sent = self.transmitted == ACA and text != ""
        primer, body = (self.primer, text) if way is Way.ENCIPHER else self._parts(text)
        if sent:
            yield Row((primer, "", ""), primer if way is Way.ENCIPHER else "", "primer")
        chain = [int(figure) for figure in primer]
        straight, below = self.letters.signs, self.mixed()
        for place, letter in enumerate(body):
            by = chain[place]
            chain.append((by + chain[place + 1]) % 10)
            if way is Way.ENCIPHER:
                found = below[(straight.index(letter) + by) % len(straight)]
                remark = f"{letter} and {by} on is {straight[below.index(found)]}"
            else:
                found = straight[(below.index(letter) - by) % len(straight)]
                remark = f"{letter} stands under {straight[below.index(letter)]}, {by} back"
            yield Row((letter, str(by), found), found, remark)
        if sent:
            check = str(chain[len(body) - 1])
            yield Row(("", check, ""), check if way is Way.ENCIPHER else "", "check: last figure")


SYSTEMS = (
    System(
        "gromark",
        "figures",
        "Gromark",
        Gromark,
        presets={"aca": {"transmitted": ACA}},
        aliases={
            "key": "keyword",
            "cipher_alphabet": "alphabet",
            "mixed_alphabet": "alphabet",
            "key_digits": "primer",
            "sent": "transmitted",
        },
    ),
)
