"""A secret agreed on in public, and a signature: two steps on a curve, one way only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.modern.curves import clamped, multiplied, signed
from cablesim.modern.octets import HEX, OUTPUT, TEXT, WRITTEN, Encoding, Hex, OnlyOneWay
from cablesim.modern.primitives import KEY_BYTES, agree, make_signature, signature_public
from cablesim.systems.errors import SystemRefused
from cablesim.systems.parameters import Remark
from cablesim.systems.system import Row, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class X25519(OnlyOneWay):
    """A secret that two have in common though they exchanged only public keys.

    What the clerk does: nothing by hand; each of the two multiplies the other's public point with
    a number of his own, and both get the same point.

    The rule: X25519; the text is the other's public key (a u-coordinate), 32 bytes in hexadecimal
    figures, the scalar is one's own private key; its lowest three bits and the top one are taken
    off and the next is set.

    Source: RFC 7748; vector x25519-01.

    Traps: the shared secret is no key yet: hkdf-sha256 makes one of it. Public keys with which
    everybody would have the same secret are refused. Whose public key it is, nobody has said.

    >>> from cablesim.codes import registry
    >>> base = "09" + "00" * 31
    >>> registry.system("x25519").encipher(base, scalar=base).result[:16]
    '422c8e7a6227d7bc'
    """

    called: ClassVar[str] = "x25519"
    scalar: Annotated[str, Hex((32,)), "one's own private key"]
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = HEX
    output: Annotated[str, Remark(), OUTPUT] = ""

    def _public(self, text: str) -> bytes:
        """Return the other's public key; refuses what is none."""
        public = self.octets(text)
        if len(public) != KEY_BYTES:
            raise SystemRefused(
                f"a public key has {KEY_BYTES} bytes and the text {len(public)}; write all of them"
            )
        return public

    def encipher(self, text: str) -> str:
        """Return the shared secret."""
        return agree(bytes.fromhex(self.scalar), self._public(text)).hex()

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the number that is used, and the ladder's result."""
        del way
        scalar = bytes.fromhex(self.scalar)
        used = clamped(scalar).to_bytes(KEY_BYTES, "little").hex()
        yield Row(("clamp", self.scalar, used))
        shared = multiplied(scalar, self._public(text)).hex()
        yield Row(("ladder of 255 steps", text, shared), shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ed25519Signature(OnlyOneWay):
    """A signature of 64 bytes that everybody can verify and only one can make.

    What the clerk does: nothing by hand; the program hashes text and key into two numbers and
    makes a point and an answer of them that fit the public key.

    The rule: Ed25519; the seed is the private key, the result is the signature in hexadecimal
    figures. The same text and seed give the same signature.

    Source: RFC 8032; vector ed25519-signature-01.

    Traps: a signature does not hide the text and is not deciphered: it is verified, with the
    public key and the text. It says who signed, not when.

    >>> from cablesim.codes import registry
    >>> registry.system("ed25519-signature").encipher("", seed="9d61b19deffd5a60ba844af492ec2cc44"
    ...     "449c5697b326919703bac031cae7f60").result[:16]
    'e5564300c360ac72'
    """

    called: ClassVar[str] = "a signature is verified, with text and public key; ed25519-signature"
    seed: Annotated[str, Hex((32,)), "the private key"]
    plaintext_encoding: Annotated[str, Encoding(), WRITTEN] = TEXT
    output: Annotated[str, Remark(), OUTPUT] = ""

    def conventions(self) -> Iterator[str]:
        """Yield how text and signature are written, and the public key."""
        yield from OnlyOneWay.conventions(self)
        yield f"public key: {signature_public(bytes.fromhex(self.seed)).hex()}"

    def encipher(self, text: str) -> str:
        """Return the signature."""
        return make_signature(bytes.fromhex(self.seed), self.octets(text)).hex()

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the public key and the two halves of the signature."""
        del way
        public, point, answer = signed(bytes.fromhex(self.seed), self.octets(text))
        yield Row(("public key", "seed", public.hex()))
        yield Row(("point", "seed and text, hashed", point.hex()), point.hex())
        yield Row(("answer", "point, key and text, hashed", answer.hex()), answer.hex())
