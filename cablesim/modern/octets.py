"""What the systems of today share: bytes, how they are written, and that some go one way only."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.system import Letters, OneWay, Row, Way
from cablesim.text.reading import RAW, Signs

TEXT, HEX = "text", "hex"
WRITTEN = "how the plain text is written: text (UTF-8) or hex"
OUTPUT = "a remark on what comes out; it changes nothing"
LARGEST = 255


@dataclass(frozen=True, slots=True)
class Encoding:
    """How bytes are written, as text or in hexadecimal figures; other words may stand beside."""

    choices: tuple[str, ...] = (TEXT, HEX)
    kind: str = "choice"

    def read(self, name: str, value: object) -> str:
        """Return `text` or `hex`.

        >>> Encoding().read("plaintext_is", "IKM hex")
        'hex'
        """
        said = str(value).lower()
        if re.search(r"\bhex", said):
            return HEX
        if re.search(r"\b(?:text|utf-?8|ascii|string)\b", said):
            return TEXT
        raise ParameterRefused(name, f"'{said[:40]}' is unknown; write text or hex")


@dataclass(frozen=True, slots=True)
class Hex:
    """Bytes in hexadecimal figures, or as a list of numbers; sizes, where they are fixed."""

    sizes: tuple[int, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind with its sizes."""
        sizes = f", {' or '.join(map(str, self.sizes))} bytes" if self.sizes else ""
        return f"hexadecimal figures{sizes}"

    def read(self, name: str, value: object) -> str:
        """Return the figures, lower case, without blanks."""
        listed = isinstance(value, Sequence) and not isinstance(value, str)
        figures = "".join(map(_pair, value)) if listed else str(value)  # type: ignore[call-overload]  # A sequence, as tested.
        row = "".join(figures.split()).lower()
        if not re.fullmatch(r"(?:[0-9a-f]{2})*", row):
            raise ParameterRefused(name, f"'{figures[:40]}' is not in pairs of 0 to 9, a to f")
        if self.sizes and len(row) // 2 not in self.sizes:
            raise ParameterRefused(name, f"{len(row) // 2} bytes do not fit; write {self.kind}")
        return row


def _pair(number: object) -> str:
    """Return one byte of a list as two figures; anything else as what is refused."""
    fits = isinstance(number, int) and 0 <= number <= LARGEST
    return f"{number:02x}" if fits else "?"


class OverBytes(Letters):
    """What all of them share: any text goes in, and bytes are what is worked on."""

    __slots__ = ()
    sign_for_sign: ClassVar[bool] = False
    plaintext_encoding: str

    @property
    def plain(self) -> Signs:
        """Anything, as it stands."""
        return RAW

    @property
    def cipher(self) -> Signs:
        """Anything, as it stands."""
        return RAW

    def conventions(self) -> Iterator[str]:
        """Yield how plain and cipher are written."""
        plain = "text as UTF-8 bytes" if self.plaintext_encoding == TEXT else "hexadecimal figures"
        yield f"plain: {plain}; cipher: hexadecimal figures"

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name the step, what goes in, what comes out."""
        del way
        return ("step", "in", "out")

    def octets(self, text: str) -> bytes:
        """Return the bytes of a plain text; refuses what is none."""
        return octets(text, self.plaintext_encoding)

    def returned(self, text: str) -> str:
        """Return the text as its bytes are written again."""
        return written(self.octets(text), self.plaintext_encoding)


class OnlyOneWay(OverBytes):
    """What goes one way only."""

    __slots__ = ()
    called: ClassVar[str]

    def decipher(self, text: str) -> str:
        """Refuse: there is no way back."""
        del text
        raise OneWay(self.called)


def octets(text: str, encoding: str) -> bytes:
    """Return the bytes that are written as text or in hexadecimal figures; refuses what is none."""
    if encoding == TEXT:
        try:
            return text.encode()
        except UnicodeEncodeError as error:
            raise SystemRefused(
                f"place {error.start + 1}: half of a sign stands alone; write the whole sign"
            ) from None
    row = "".join(text.split())
    foreign = re.search(r"[^0-9a-fA-F]", row)
    if foreign:
        raise SystemRefused(
            f"place {foreign.start() + 1}: {foreign[0]!a} is no hexadecimal figure; write 0 to 9, "
            "a to f"
        )
    if len(row) % 2:
        raise SystemRefused(f"{len(row)} figures are no whole bytes; write two for each byte")
    return bytes.fromhex(row)


def written(row: bytes, encoding: str) -> str:
    """Return bytes as text or in hexadecimal figures; refuses bytes that are no text."""
    if encoding == HEX:
        return row.hex()
    try:
        return row.decode()
    except UnicodeDecodeError as error:
        raise SystemRefused(
            f"byte {error.start + 1}: these bytes are no text; to see them write "
            "plaintext_encoding=hex"
        ) from None


def blocks(row: bytes, size: int) -> Iterator[bytes]:
    """Yield bytes in blocks; the last may be shorter."""
    yield from (row[start : start + size] for start in range(0, len(row), size))


def mixed(left: bytes, right: bytes) -> bytes:
    """Return two rows put to each other bit by bit, modulo 2, as far as the shorter goes."""
    return bytes(one ^ other for one, other in zip(left, right, strict=False))


def spelled_out(pieces: Iterator[tuple[str, bytes, bytes]], encoding: str) -> Iterator[Row]:
    """Yield a line for each (step, what goes in, what comes out), which gives the latter."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for step, taken, given in pieces:
        gives = given.hex() if encoding == HEX else decoder.decode(given)
        yield Row((step, taken.hex(), given.hex()), gives)
