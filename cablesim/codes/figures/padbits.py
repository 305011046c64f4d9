"""The one-time pad of bits: any bytes, with random bits of the same number put to them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import Choice, Line, Whole
from cablesim.systems.system import Letters, Row, Way
from cablesim.text.reading import RAW, Signs

TEXT, HEX, BITS = "text", "hex", "bits"
_FIGURES = "0123456789abcdef"
_UPPER = tuple((sign.upper(), sign) for sign in "abcdef")
SIGNS = {
    TEXT: RAW,
    HEX: Signs(_FIGURES, _UPPER, "hexadecimal figures"),
    BITS: Signs("01", (), BITS),
}
WIDTH = {TEXT: 8, HEX: 4, BITS: 1}

# A row of bits as one long number, and how many bits there are.
_Bits = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneTimePadBits(Letters):
    """Any bytes with a pad of random bits put to them.

    What the clerk does: his tape of text and his tape of random holes run through together; where
    the two holes are alike he gets none, where they differ he gets one. The receiver runs the
    same random tape and gets the text back.

    The rule: every cipher bit is text bit plus pad bit, modulo 2; the same act both ways. The pad
    has as many bits as the text or more.

    Source: practice.md F4; the arithmetic is addition modulo 2.

    Traps: a text becomes bytes first (UTF-8 here, so a Russian letter takes two). A pad that is
    too short is refused. What comes out of a wrong pad is no text as a rule: that is said.

    >>> from cablesim.codes import registry
    >>> registry.system("one-time-pad-bits").encipher("AB", key="ff00 3c").result
    'be42'
    """

    sign_for_sign: ClassVar[bool] = False
    key: Annotated[str, Line(), "the pad, in hexadecimal figures or in bits"]
    key_encoding: Annotated[str, Choice((HEX, BITS)), "how the pad is written"] = HEX
    plaintext_encoding: Annotated[str, Choice((TEXT, HEX, BITS)), "how the text is written"] = TEXT
    output: Annotated[str, Choice((HEX, BITS)), "how the cipher text is written"] = HEX
    start: Annotated[int, Whole(least=0), "how many bits of the pad are used up already"] = 0

    @property
    def plain(self) -> Signs:
        """Any text, or hexadecimal figures, or bits."""
        return SIGNS[self.plaintext_encoding]

    @property
    def cipher(self) -> Signs:
        """Hexadecimal figures, or bits."""
        return SIGNS[self.output]

    def conventions(self) -> Iterator[str]:
        """Yield the rule and how everything is written."""
        yield "rule: cipher is text plus pad, bit by bit, modulo 2; the same both ways"
        encoded = "text as UTF-8 bytes" if self.plaintext_encoding == TEXT else "text"
        yield f"{encoded}, plain as {self.plaintext_encoding}, cipher as {self.output}"
        yield f"pad as {self.key_encoding}; {self.start} bits of it were used up before; used once"

    def encipher(self, text: str) -> str:
        """Return all bits with the pad's put to them."""
        return self._through(text, self.plaintext_encoding, self.output)

    def decipher(self, text: str) -> str:
        """Return all bits with the pad's taken off."""
        return self._through(text, self.output, self.plaintext_encoding)

    def _through(self, text: str, taken: str, given: str) -> str:
        value, count = _number(text, taken)
        pad, length = self._pad()
        self._suffices(length, count)
        under = (pad >> (length - self.start - count)) & ((1 << count) - 1) if count else 0
        return _written(value ^ under, count, given)

    def _pad(self) -> _Bits:
        """Return the pad as a number and the count of its bits."""
        key = "".join(self.key.lower().split())
        foreign = set(key) - set(SIGNS[self.key_encoding].taken)
        if foreign:
            raise ParameterRefused(
                "key",
                f"{min(foreign)!a} is none of the {self.key_encoding} signs; write these only",
            )
        return _number(key, self.key_encoding)

    def _suffices(self, length: int, count: int) -> None:
        """Refuse a pad that is too short for a text."""
        left = max(length - self.start, 0)
        if left < count:
            raise ParameterRefused(
                "key",
                f"the pad has {left} bits left and the text has {count}; a one-time pad is as long "
                "as the text and is never used twice: take a longer one or cut the text",
            )

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name text, pad, result."""
        return ("plain", "pad", "cipher") if way is Way.ENCIPHER else ("cipher", "pad", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every eight bits, compared one by one."""
        ways = (self.plaintext_encoding, self.output)
        taken, given = ways if way is Way.ENCIPHER else reversed(ways)
        bits = "".join(_bits(text, taken))
        pad = "".join(_bits("".join(self.key.lower().split()), self.key_encoding))
        decoder = codecs.getincrementaldecoder("utf-8")()
        for start in range(0, len(bits), 8):
            above = bits[start : start + 8]
            between = pad[self.start + start :][: len(above)]
            below = "".join("01"[left != right] for left, right in zip(above, between, strict=True))
            gives = below
            if given == HEX:
                gives = "".join(
                    _FIGURES[int(below[at : at + 4], 2)] for at in range(0, len(below), 4)
                )
            elif given == TEXT:
                gives = decoder.decode(bytes([int(below, 2)]))
            yield Row((above, between, below), gives)


def _bits(text: str, encoding: str) -> Iterator[str]:
    """Yield the bits of a text, sign by sign."""
    if encoding == TEXT:
        yield from (f"{octet:08b}" for octet in text.encode())
    else:
        yield from (f"{_FIGURES.index(sign):0{WIDTH[encoding]}b}" for sign in text)


def _number(text: str, encoding: str) -> _Bits:
    """Return a text as one long number and the count of its bits."""
    if encoding == TEXT:
        try:
            row = text.encode()
        except UnicodeEncodeError as error:
            raise SystemRefused(
                f"place {error.start + 1}: half of a sign stands alone; write the whole sign"
            ) from None
        return int.from_bytes(row, "big"), 8 * len(row)
    return int(text or "0", 16 if encoding == HEX else 2), len(text) * WIDTH[encoding]


def _written(value: int, count: int, encoding: str) -> str:
    """Return bits as text, hexadecimal figures or bits."""
    if count % WIDTH[encoding]:
        raise SystemRefused(
            f"{count} bits cannot be written as {encoding}: it takes {WIDTH[encoding]} at a time; "
            "write it as bits"
        )
    if encoding != TEXT:
        kind = "x" if encoding == HEX else "b"
        return f"{value:0{count // WIDTH[encoding]}{kind}}" if count else ""
    try:
        return value.to_bytes(count // 8, "big").decode()
    except UnicodeDecodeError as error:
        raise SystemRefused(
            f"place {error.start + 1}: these bytes are no text: another pad, or a garble; to see "
            "them write plaintext_encoding=hex"
        ) from None
