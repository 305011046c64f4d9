"""The published vectors, through the very calls that sealing and signing make."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cablesim.modern.primitives import (
    Refusal,
    agree,
    agreement_public,
    check_signature,
    derive,
    lock,
    make_signature,
    signature_public,
    unlock,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Vector:
    id: str
    cipher: str
    parameters: dict[str, str]
    plaintext: str
    ciphertext: str
    source: str

    def octets(self, name: str) -> bytes:
        return bytes.fromhex(self.parameters[name])


FILE = Path(__file__).parents[1] / "vectors" / "modern.json"
VECTORS = [Vector(**one) for one in json.loads(FILE.read_text(encoding="utf-8"))["vectors"]]

# The five points of X25519 with which everybody would have one secret, two of them spelt anew.
WORTHLESS = [
    "00" * 32,
    "01" + "00" * 31,
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ec" + "ff" * 30 + "7f",
    "ed" + "ff" * 30 + "7f",
    "ee" + "ff" * 30 + "7f",
]


def of_kind(cipher: str) -> pytest.MarkDecorator:
    chosen = [pytest.param(one, id=one.id) for one in VECTORS if one.cipher == cipher]
    return pytest.mark.parametrize("vector", chosen)


def test_every_vector_has_a_source_and_is_used_below() -> None:
    used = {"x25519", "hkdf-sha256", "chacha20-poly1305", "ed25519-signature"}
    assert {one.cipher for one in VECTORS} == used
    assert all(one.source for one in VECTORS)


@of_kind("x25519")
def test_agreement_gives_the_published_secret(vector: Vector) -> None:
    secret = agree(vector.octets("scalar"), bytes.fromhex(vector.plaintext))
    assert secret.hex() == vector.ciphertext


def test_the_public_half_is_the_agreement_with_the_base_point() -> None:
    private, base = bytes(range(32)), bytes([9, *bytes(31)])
    assert agreement_public(private) == agree(private, base)


@of_kind("hkdf-sha256")
def test_derivation_gives_the_published_bytes(vector: Vector) -> None:
    key = derive(
        bytes.fromhex(vector.plaintext),
        salt=vector.octets("salt_hex"),
        info=vector.octets("info_hex"),
        length=int(vector.parameters["length"]),
    )
    assert key.hex() == vector.ciphertext


@of_kind("chacha20-poly1305")
def test_locking_gives_the_published_bytes_and_unlocking_the_text(vector: Vector) -> None:
    key, nonce, bound = (vector.octets(name) for name in ("key", "nonce", "aad"))
    text = vector.plaintext.encode()
    assert lock(key, nonce, text, bound).hex() == vector.ciphertext
    assert unlock(key, nonce, bytes.fromhex(vector.ciphertext), bound) == text


@of_kind("ed25519-signature")
def test_signing_gives_the_published_signature_and_it_holds(vector: Vector) -> None:
    text = bytes.fromhex(vector.plaintext)
    signature = make_signature(vector.octets("seed"), text)
    assert signature.hex() == vector.ciphertext
    check_signature(signature_public(vector.octets("seed")), signature, text)


@pytest.mark.parametrize("public", WORTHLESS)
def test_a_public_key_that_agrees_with_everybody_is_refused(public: str) -> None:
    with pytest.raises(Refusal, match="nothing can be kept secret"):
        agree(bytes(range(32)), bytes.fromhex(public))


def test_what_has_a_wrong_size_is_refused_and_said() -> None:
    short, right, nonce = bytes(31), bytes(range(32)), bytes(12)
    calls: list[Callable[[], bytes]] = [
        lambda: agree(short, right),
        lambda: agree(right, short),
        lambda: agreement_public(short),
        lambda: lock(short, nonce, b"", b""),
        lambda: lock(right, nonce[1:], b"", b""),
        lambda: unlock(short, nonce, bytes(16), b""),
        lambda: unlock(right, nonce[1:], bytes(16), b""),
        lambda: signature_public(short),
        lambda: make_signature(short, b""),
    ]
    for call in calls:
        with pytest.raises(Refusal, match=r"has \d+ bytes where \d+ belong; ask for it again"):
            call()
    for signature in (b"", bytes(63), bytes(65)):
        with pytest.raises(Refusal, match="a signature has"):
            check_signature(right, signature, b"")
    for locked in (b"", bytes(15)):
        with pytest.raises(Refusal, match="the tag does not fit"):
            unlock(right, nonce, locked, b"")
