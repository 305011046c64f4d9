"""Hashes and what is drawn from keys: four ways that lead one way only.

The result comes from the cryptography package; the sheet is composed from single hashes of the
standard library by the published rules.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from cablesim.modern.octets import (
    HEX,
    OUTPUT,
    TEXT,
    WRITTEN,
    Encoding,
    Hex,
    OnlyOneWay,
    blocks,
    mixed,
    octets,
)
from cablesim.modern.primitives import derive
from cablesim.systems.parameters import Line, Remark, Whole
from cablesim.systems.system import Row, Way

BLOCK = 64
INNER, OUTER = b"\x36", b"\x5c"
# RFC 5869 counts the pieces in one byte.
MOST_PIECES = 255
MOST_ROUNDS = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Sha256(OnlyOneWay):
    """A digest of 32 bytes for any text.

    What the clerk does: nothing by hand; the program stirs the text block by block into 32 bytes.
    Whoever has the text can make them again; nobody can make a text for them.

    The rule: SHA-256, blocks of 64 bytes, result in hexadecimal figures.

    Source: FIPS 180-4; vector sha-256-01.

    Traps: a digest is no cipher and has no key: anybody can try short texts until one fits. The
    bytes count, so the same letters in another encoding give another digest.

    >>> from cablesim.codes import registry
    >>> registry.system("sha-256").encipher("abc").result[:16]
    'ba7816bf8f01cfea'
    """

    called: ClassVar[str] = "sha-256"
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = TEXT
    output: Annotated[str, Remark(), OUTPUT] = ""

    def encipher(self, text: str) -> str:
        """Return the digest."""
        digest = hashes.Hash(hashes.SHA256())
        digest.update(self.octets(text))
        return digest.finalize().hex()

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every block, and the digest."""
        del way
        state = hashlib.sha256()
        for place, block in enumerate(blocks(self.octets(text), BLOCK), 1):
            state.update(block)
            yield Row((f"block {place}", block.hex(), ""))
        yield Row(("digest", "", state.hexdigest()), state.hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class HmacSha256(OnlyOneWay):
    """A tag of 32 bytes that only the holders of a key can make.

    What the clerk does: nothing by hand; the program hashes the text with the key before it, and
    the outcome once more with the key before it.

    The rule: HMAC with SHA-256; a key of more than 64 bytes is hashed first.

    Source: RFC 2104 and RFC 4231; vector hmac-sha256-01.

    Traps: a tag does not hide the text. It proves nothing to others: whoever can check it can make
    it.

    >>> from cablesim.codes import registry
    >>> hmac_sha256 = registry.system("hmac-sha256")
    >>> hmac_sha256.encipher("what do ya want for nothing?", key_hex="4a656665").result[:16]
    '5bdcc146bf60754e'
    """

    called: ClassVar[str] = "hmac-sha256"
    key_hex: Annotated[str, Hex(), "the key"]
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = TEXT
    output: Annotated[str, Remark(), OUTPUT] = ""

    def encipher(self, text: str) -> str:
        """Return the tag."""
        tag = HMAC(bytes.fromhex(self.key_hex), hashes.SHA256())
        tag.update(self.octets(text))
        return tag.finalize().hex()

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the key, the inner and the outer hash."""
        del way
        key = bytes.fromhex(self.key_hex)
        if len(key) > BLOCK:
            key = hashlib.sha256(key).digest()
        key = key.ljust(BLOCK, b"\0")
        yield Row(("key, filled up", self.key_hex, key.hex()))
        inner = hashlib.sha256(mixed(key, INNER * BLOCK) + self.octets(text)).digest()
        yield Row(("inner hash", "key with 36, then the text", inner.hex()))
        outer = hashlib.sha256(mixed(key, OUTER * BLOCK) + inner).hexdigest()
        yield Row(("outer hash", "key with 5c, then the inner hash", outer), outer)


@dataclass(frozen=True, slots=True, kw_only=True)
class HkdfSha256(OnlyOneWay):
    """Keys of any length drawn from one secret, each bound to what it is for.

    What the clerk does: nothing by hand; the program makes one strong key of the secret and the
    salt, then as many bytes as are wanted from it and a label.

    The rule: HKDF with SHA-256, extract and expand; the text is the secret, in hexadecimal
    figures unless said otherwise.

    Source: RFC 5869; vector hkdf-sha256-01.

    Traps: it takes a strong secret; for a password there is pbkdf2-hmac-sha1 and its like. The
    same label for two purposes gives the same key.

    >>> from cablesim.codes import registry
    >>> hkdf = registry.system("hkdf-sha256")
    >>> salt, info = "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9"
    >>> hkdf.encipher("0b" * 22, salt_hex=salt, info_hex=info, length=42).result[:16]
    '3cb25f25faacd57a'
    """

    called: ClassVar[str] = "hkdf-sha256"
    salt_hex: Annotated[str, Hex(), "the salt"] = ""
    info_hex: Annotated[str, Hex(), "what the key is for"] = ""
    length: Annotated[int, Whole(least=1, most=32 * MOST_PIECES), "how many bytes are drawn"] = 32
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = HEX
    output: Annotated[str, Remark(), OUTPUT] = ""

    def encipher(self, text: str) -> str:
        """Return the bytes that are drawn."""
        salt, info = bytes.fromhex(self.salt_hex), bytes.fromhex(self.info_hex)
        return derive(self.octets(text), salt=salt, info=info, length=self.length).hex()

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the strong key, then a line for every 32 bytes."""
        del way
        strong = hmac.digest(bytes.fromhex(self.salt_hex), self.octets(text), "sha256")
        yield Row(("extract", f"salt {self.salt_hex}", strong.hex()))
        piece = b""
        for place, start in enumerate(range(0, self.length, 32), 1):
            label = piece + bytes.fromhex(self.info_hex) + bytes([place])
            piece = hmac.digest(strong, label, "sha256")
            gives = piece[: self.length - start].hex()
            yield Row((f"expand {place}", label.hex(), piece.hex()), gives)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pbkdf2HmacSha1(OnlyOneWay):
    """A key drawn from a password, made slow on purpose.

    What the clerk does: nothing by hand; the program tags the salt with the password, the outcome
    again, and so on for as many rounds as are wanted, and puts all outcomes to each other.

    The rule: PBKDF2 with HMAC and SHA-1; the text is the password.

    Source: RFC 8018 and RFC 6070; vector pbkdf2-hmac-sha1-01.

    Traps: few rounds and a short password give a weak key. SHA-1 stands here for the published
    vectors; a new design takes a newer hash and very many rounds.

    >>> from cablesim.codes import registry
    >>> pbkdf2 = registry.system("pbkdf2-hmac-sha1")
    >>> pbkdf2.encipher("password", salt="salt", iterations=2, length=20).result[:16]
    'ea6c014dc72d6f8c'
    """

    called: ClassVar[str] = "pbkdf2-hmac-sha1"
    salt: Annotated[str, Line(), "the salt, as text"] = ""
    salt_hex: Annotated[str, Hex(), "the salt in hexadecimal figures, in place of text"] = ""
    iterations: Annotated[int, Whole(least=1, most=MOST_ROUNDS), "how many rounds"] = 1
    length: Annotated[int, Whole(least=1, most=10_000), "how many bytes are drawn"] = 20
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = TEXT
    output: Annotated[str, Remark(), OUTPUT] = ""

    def salted(self) -> bytes:
        """Return the salt."""
        return bytes.fromhex(self.salt_hex) or octets(self.salt, TEXT)

    def encipher(self, text: str) -> str:
        """Return the bytes that are drawn."""
        algorithm = hashes.SHA1()  # noqa: S303 - the published vectors are of this hash.
        drawn = PBKDF2HMAC(algorithm, self.length, self.salted(), self.iterations)
        return drawn.derive(self.octets(text)).hex()

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every round."""
        del way
        password = self.octets(text)
        for block, start in enumerate(range(0, self.length, 20), 1):
            once = hmac.digest(password, self.salted() + block.to_bytes(4, "big"), "sha1")
            whole = once
            for place in range(2, self.iterations + 1):
                yield Row((f"block {block}, round {place - 1}", once.hex(), whole.hex()))
                once = hmac.digest(password, once, "sha1")
                whole = mixed(whole, once)
            gives = whole[: self.length - start].hex()
            yield Row((f"block {block}, round {self.iterations}", once.hex(), whole.hex()), gives)
