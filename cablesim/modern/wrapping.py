"""Keys wrapped in a key, and tokens that carry their time: AES in two published forms."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from cryptography.fernet import Fernet as Package
from cryptography.fernet import InvalidToken
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

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
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import Line, Remark, Whole
from cablesim.systems.system import Row, Way

HALF, BLOCK = 8, 16
MOST_SECONDS = 2**40
FIRST = b"\xa6" * HALF
VERSION = b"\x80"
HEADER, MAC = 25, 32


def _one_block(key: bytes, block: bytes, *, back: bool = False) -> bytes:
    """Return one block of 16 bytes through AES."""
    cipher = Cipher(algorithms.AES(key), modes.ECB())  # noqa: S305 - a single block, as the rules compose them.
    return (cipher.decryptor() if back else cipher.encryptor()).update(block)


@dataclass(frozen=True, slots=True, kw_only=True)
class AesKeyWrap(OverBytes):
    """A key enciphered under another key, so that a change is noticed.

    What the clerk does: nothing by hand; the program takes the key in halves of 8 bytes and stirs
    each of them six times with a check value through AES.

    The rule: AES key wrap without padding; the text is the key to be wrapped, in hexadecimal
    figures, 16 bytes or more in steps of 8; the result is 8 bytes longer.

    Source: RFC 3394 and NIST SP 800-38F; vector aes-key-wrap-01.

    Traps: the same key wrapped twice looks the same. It is meant for keys, which cannot be
    guessed, and not for texts.

    >>> from cablesim.codes import registry
    >>> wrap = registry.system("aes-key-wrap")
    >>> wrap.encipher("42136d3c384a3eeac95a066fd28fed3f", kek="7575da3a93607cc2bfd8cec7aadfd9a6"
    ...     ).result[:16]
    '031f6bd7e61e643d'
    """

    kek: Annotated[str, Hex((16, 24, 32)), "the key that wraps"]
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = HEX
    output: Annotated[str, Remark(), OUTPUT] = ""

    def encipher(self, text: str) -> str:
        """Return the wrapped key."""
        return aes_key_wrap(bytes.fromhex(self.kek), _halves(self.octets(text), 2)).hex()

    def decipher(self, text: str) -> str:
        """Return the key; refuses one whose check value does not come out."""
        row = _halves(octets(text, HEX), 3)
        try:
            found = aes_key_unwrap(bytes.fromhex(self.kek), row)
        except InvalidUnwrap:
            raise SystemRefused(
                "the check value does not come out: another key, or something was changed"
            ) from None
        return written(found, self.plaintext_encoding)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every one of the six rounds over all halves."""
        kek = bytes.fromhex(self.kek)
        there = way is Way.ENCIPHER
        parts = list(blocks(self.octets(text) if there else octets(text, HEX), HALF))
        check = FIRST if there else parts.pop(0)
        steps = [(turn * len(parts) + at + 1, at) for turn in range(6) for at in range(len(parts))]
        for step, at in steps if there else reversed(steps):
            count = step.to_bytes(HALF, "big")
            if there:
                block = check + parts[at]
                found = _one_block(kek, block)
                check, parts[at] = mixed(found[:HALF], count), found[HALF:]
            else:
                block = mixed(check, count) + parts[at]
                found = _one_block(kek, block, back=True)
                check, parts[at] = found[:HALF], found[HALF:]
            yield Row((f"step {step}, half {at + 1}", block.hex(), found.hex()))
        whole = b"".join(parts)
        gives = (check + whole).hex() if there else written(whole, self.plaintext_encoding)
        yield Row(("all halves", f"check value {check.hex()}", whole.hex()), gives)


def _halves(row: bytes, least: int) -> bytes:
    """Return bytes that come in halves of 8; refuses others."""
    if len(row) % HALF or len(row) < least * HALF:
        raise SystemRefused(
            f"{len(row)} bytes are no key; write {least * HALF} or more, in steps of {HALF}"
        )
    return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Fernet(OverBytes):
    """A token: a text enciphered and sealed, with the time at which it was made.

    What the clerk does: nothing by hand; the program enciphers the text in blocks, each put to
    the one before, and tags version, time, first block and cipher.

    The rule: half of the key tags (HMAC with SHA-256), half enciphers (AES in CBC, filled up by
    PKCS 7); the token is base64 with - and _.

    Source: the specification of Fernet; vector fernet-01.

    Traps: the time can be read by everybody. Time and first block are given, never drawn, so that
    the same token comes out again; in earnest the first block is random.

    >>> from cablesim.codes import registry
    >>> fernet = registry.system("fernet")
    >>> key = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4="
    >>> token = fernet.encipher("hello", key=key, time=499162800, iv="00" * 16).result
    >>> fernet.decipher(token, key=key).result
    'hello'
    """

    key: Annotated[str, Line(), "the key: 32 bytes in base64 with - and _"]
    time: Annotated[int | None, Whole(least=0, most=MOST_SECONDS), "seconds since 1970"] = None
    iv: Annotated[str, Hex((16,)), "the first block, 16 bytes"] = ""
    now: Annotated[int | None, Whole(least=0, most=MOST_SECONDS), "the time of reading"] = None
    ttl: Annotated[int | None, Whole(least=0, most=MOST_SECONDS), "how long a token holds"] = None
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = TEXT
    output: Annotated[str, Remark(), OUTPUT] = ""

    def conventions(self) -> Iterator[str]:
        """Yield how the texts are written, time and first block."""
        plain = "text as UTF-8 bytes" if self.plaintext_encoding == TEXT else "hexadecimal figures"
        yield f"plain: {plain}; token: base64 with - and _"
        if self.time is not None:
            yield f"time {self.time}, first block {self.iv}"
        limited = self.now is not None and self.ttl is not None
        yield (
            f"holds for {self.ttl} seconds, read at {self.now}" if limited else "age: not looked at"
        )

    def _keys(self) -> tuple[bytes, bytes]:
        """Return the half that tags and the half that enciphers."""
        try:
            key = base64.b64decode(self.key.strip(), altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if len(key) != 2 * BLOCK:
            raise ParameterRefused("key", "it is not 32 bytes in base64; write 44 signs")
        return key[:BLOCK], key[BLOCK:]

    def _begun(self) -> tuple[bytes, bytes]:
        """Return the head of the token and the first block; refuses where one is not given."""
        if self.time is None:
            raise ParameterRefused("time", "give the seconds since 1970 at which it is made")
        if not self.iv:
            raise ParameterRefused("iv", "give the first block: 16 bytes in hexadecimal figures")
        first = bytes.fromhex(self.iv)
        return VERSION + self.time.to_bytes(8, "big") + first, first

    def encipher(self, text: str) -> str:
        """Return the token."""
        tags, enciphers = self._keys()
        head, first = self._begun()
        filler = padding.PKCS7(8 * BLOCK).padder()
        row = filler.update(self.octets(text)) + filler.finalize()
        body = Cipher(algorithms.AES(enciphers), modes.CBC(first)).encryptor().update(row)
        tag = HMAC(tags, hashes.SHA256())
        tag.update(head + body)
        return base64.urlsafe_b64encode(head + body + tag.finalize()).decode()

    def decipher(self, text: str) -> str:
        """Return the text; refuses a token that does not hold."""
        self._keys()
        package = Package(self.key.strip())
        token = "".join(text.split()).encode("ascii", "replace")
        try:
            if self.now is None or self.ttl is None:
                found = package.decrypt(token)
            else:
                found = package.decrypt_at_time(token, self.ttl, self.now)
        except InvalidToken:
            raise SystemRefused(
                "the token does not hold: another key, a change on the way, or it is too old"
            ) from None
        return written(found, self.plaintext_encoding)

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the head, a line for every block, the tag."""
        yield from self._there(text) if way is Way.ENCIPHER else self._back(text)

    def _there(self, text: str) -> Iterator[Row]:
        """Yield the lines of making a token."""
        tags, enciphers = self._keys()
        head, before = self._begun()
        yield Row(("version, time, first block", "", head.hex()))
        row = self.octets(text)
        short = BLOCK - len(row) % BLOCK
        token = head
        for place, block in enumerate(blocks(row + bytes([short]) * short, BLOCK), 1):
            before = _one_block(enciphers, mixed(block, before))
            token += before
            yield Row((f"block {place}", block.hex(), before.hex()))
        token += hmac.digest(tags, token, "sha256")
        yield Row(("tag", "all before", token[-MAC:].hex()))
        spelled = base64.urlsafe_b64encode(token).decode()
        yield Row(("token", "all in base64", spelled), spelled)

    def _back(self, text: str) -> Iterator[Row]:
        """Yield the lines of opening a token that holds."""
        tags, enciphers = self._keys()
        token = base64.urlsafe_b64decode("".join(text.split()))
        yield Row(("version, time, first block", "", token[:HEADER].hex()))
        tag = hmac.digest(tags, token[:-MAC], "sha256")
        yield Row(("tag", "all before it", tag.hex()), "", "it fits")
        body = list(blocks(token[HEADER - BLOCK : -MAC], BLOCK))
        found = [
            mixed(_one_block(enciphers, at, back=True), before) for before, at in pairwise(body)
        ]
        last = found[-1][: -found[-1][-1]]
        pieces = zip(
            (f"block {place}" for place in range(1, len(found) + 1)),
            body[1:],
            (*found[:-1], last),
            strict=True,
        )
        yield from spelled_out(pieces, self.plaintext_encoding)
