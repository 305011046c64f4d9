"""ChaCha20 alone and with a tag: a key stream put to the text, and a seal over both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20 as Algorithm
from cryptography.hazmat.primitives.poly1305 import Poly1305

from cablesim.modern.octets import (
    HEX,
    OUTPUT,
    TEXT,
    WRITTEN,
    Encoding,
    Hex,
    OverBytes,
    blocks,
    mixed,
    octets,
    spelled_out,
    written,
)
from cablesim.modern.primitives import TAG_BYTES, lock, unlock
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import Remark, Whole
from cablesim.systems.system import Row, Way

BLOCK = 64
MOST_COUNT = 2**32


def _start(nonce: bytes, counter: int) -> bytes:
    """Return counter and nonce as the 16 bytes that a stream begins with."""
    return counter.to_bytes(16 - len(nonce), "little") + nonce


def _stream(key: bytes, nonce: bytes, counter: int, text: bytes) -> bytes:
    """Return a text with the key stream put to it."""
    return Cipher(Algorithm(key, _start(nonce, counter)), mode=None).encryptor().update(text)


def _block_by_block(
    key: bytes, nonce: bytes, counter: int, text: bytes
) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield step, key stream and outcome for every 64 bytes, put to each other byte by byte."""
    for place, block in enumerate(blocks(text, BLOCK), counter):
        stream = _stream(key, nonce, place, bytes(BLOCK))
        yield f"block {place}", stream[: len(block)], mixed(block, stream)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaCha20(OverBytes):
    """A key stream of any length, put to the text bit by bit.

    What the clerk does: nothing by hand; the program stirs key, counter and nonce into 64 bytes
    of key stream for every block and puts them to the text, as with a pad of bits.

    The rule: ChaCha20 with a counter of 32 bits and a nonce of 12 bytes (or 64 bits and 8 bytes);
    cipher is text plus key stream modulo 2, the same act both ways.

    Source: RFC 8439; vector chacha20-01.

    Traps: a nonce used twice under one key is a pad used twice: the two ciphers put to each other
    are the two texts put to each other. Nothing tells whether a bit was changed on the way.

    >>> from cablesim.codes import registry
    >>> chacha20 = registry.system("chacha20")
    >>> noughts = {"key": "00" * 32, "nonce": "00" * 12, "plaintext_encoding": "hex"}
    >>> chacha20.encipher("00 00 00 00", **noughts).result
    '76b8e0ad'
    """

    key: Annotated[str, Hex((32,)), "the key"]
    nonce: Annotated[str, Hex((12, 8)), "the number used once"]
    counter: Annotated[int, Whole(least=0, most=MOST_COUNT - 1), "the count of the first block"] = 0
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = TEXT
    output: Annotated[str, Remark(), OUTPUT] = ""

    def conventions(self) -> Iterator[str]:
        """Yield how the texts are written, where the count begins."""
        yield from OverBytes.conventions(self)
        yield f"counter begins with {self.counter}; nonce {self.nonce}, never again with this key"

    def encipher(self, text: str) -> str:
        """Return the text with the key stream put to it."""
        return self._through(self.octets(text)).hex()

    def decipher(self, text: str) -> str:
        """Return the text with the key stream put to it once more."""
        return written(self._through(octets(text, HEX)), self.plaintext_encoding)

    def _through(self, row: bytes) -> bytes:
        if self.counter + -(-len(row) // BLOCK) > MOST_COUNT:
            raise ParameterRefused("counter", "the text passes its end; begin with a smaller count")
        return _stream(bytes.fromhex(self.key), bytes.fromhex(self.nonce), self.counter, row)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every 64 bytes."""
        there = way is Way.ENCIPHER
        row = self.octets(text) if there else octets(text, HEX)
        key, nonce = bytes.fromhex(self.key), bytes.fromhex(self.nonce)
        pieces = _block_by_block(key, nonce, self.counter, row)
        yield from spelled_out(pieces, HEX if there else self.plaintext_encoding)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaCha20Poly1305(OverBytes):
    """A key stream put to the text, and a tag over the text and what is bound to it.

    What the clerk does: nothing by hand; the program enciphers with ChaCha20 from block 1 on and
    makes of block 0 the key of a tag over what is bound, the cipher and both lengths.

    The rule: ChaCha20-Poly1305; cipher and tag of 16 bytes run together in hexadecimal figures.

    Source: RFC 8439; vector chacha20-poly1305-01.

    Traps: a nonce used twice gives away the texts and the key of the tag. What is bound (`aad`)
    can be read by everybody. Where the tag does not fit, nothing is given out.

    >>> from cablesim.codes import registry
    >>> sealed = registry.system("chacha20-poly1305")
    >>> sealed.decipher(sealed.encipher("peking", key="80" * 32, nonce="07" * 12).result,
    ...     key="80" * 32, nonce="07" * 12).result
    'peking'
    """

    key: Annotated[str, Hex((32,)), "the key"]
    nonce: Annotated[str, Hex((12,)), "the number used once"]
    aad: Annotated[str, Hex(), "what is bound to the text and stays readable"] = ""
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = TEXT
    output: Annotated[str, Remark(), OUTPUT] = ""

    def conventions(self) -> Iterator[str]:
        """Yield how the texts are written, what is bound."""
        yield from OverBytes.conventions(self)
        yield f"cipher, then the tag of {TAG_BYTES} bytes; bound: {self.aad or 'nothing'}"
        yield f"nonce {self.nonce}, never again with this key"

    def _keys(self) -> tuple[bytes, bytes, bytes]:
        """Return key, nonce and what is bound."""
        return bytes.fromhex(self.key), bytes.fromhex(self.nonce), bytes.fromhex(self.aad)

    def encipher(self, text: str) -> str:
        """Return cipher and tag."""
        key, nonce, bound = self._keys()
        return lock(key, nonce, self.octets(text), bound).hex()

    def decipher(self, text: str) -> str:
        """Return the text; refuses a message whose tag does not fit."""
        row = octets(text, HEX)
        if len(row) < TAG_BYTES:
            raise SystemRefused(
                f"{len(row)} bytes hold no tag of {TAG_BYTES}; write cipher and tag run together"
            )
        key, nonce, bound = self._keys()
        return written(unlock(key, nonce, row, bound), self.plaintext_encoding)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the key of the tag, a line for every 64 bytes, the tag."""
        key, nonce, bound = self._keys()
        there = way is Way.ENCIPHER
        row = self.octets(text) if there else octets(text, HEX)[:-TAG_BYTES]
        once = _stream(key, nonce, 0, bytes(32))
        yield Row(("block 0: key of the tag", nonce.hex(), once.hex()))
        pieces = list(_block_by_block(key, nonce, 1, row))
        yield from spelled_out(iter(pieces), HEX if there else self.plaintext_encoding)
        sent = b"".join(given for _, _, given in pieces) if there else row
        lengths = len(bound).to_bytes(8, "little") + len(sent).to_bytes(8, "little")
        covered = b"".join(part + bytes(-len(part) % 16) for part in (bound, sent)) + lengths
        tag = Poly1305.generate_tag(once, covered).hex()
        yield Row(("tag", "bound, cipher, lengths", tag), tag if there else "")
