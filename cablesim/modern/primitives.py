"""The five calls into the cryptography package, each with one way to use it and one refusal.

The rest of this room calls only these, so that the published vectors, which are run through them,
cover what is really used: X25519 (RFC 7748), HKDF-SHA256 (RFC 5869),
ChaCha20-Poly1305 (RFC 8439) and Ed25519 (RFC 8032).
"""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from cablesim.errors import CablesimError

KEY_BYTES = 32
NONCE_BYTES = 12
TAG_BYTES = 16
SIGNATURE_BYTES = 64


class Refusal(CablesimError):  # noqa: N818 -- A refusal is the right answer to a wrong copy.
    """Something sealed or signed does not hold, and nothing of it is handed out.

    `reason` says in plain words what was found, without a full stop.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def need(octets: bytes, size: int, what: str) -> None:
    """Refuse bytes that have not the size their kind always has."""
    if len(octets) != size:
        raise Refusal(f"{what} has {len(octets)} bytes where {size} belong; ask for it again")


def agreement_public(private: bytes) -> bytes:
    """Return the public half, 32 bytes, of an X25519 key."""
    need(private, KEY_BYTES, "a private key")
    return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def agree(private: bytes, public: bytes) -> bytes:
    """Return the secret, 32 bytes, that one's private and the other's public key have in common.

    Raises Refusal for a public key with which everybody would have the same secret.
    """
    need(private, KEY_BYTES, "a private key")
    need(public, KEY_BYTES, "a public key")
    try:
        other = X25519PublicKey.from_public_bytes(public)
        return X25519PrivateKey.from_private_bytes(private).exchange(other)
    except ValueError as found:
        reason = "the public key is one with which nothing can be kept secret; ask for another"
        raise Refusal(reason) from found


def derive(secret: bytes, *, salt: bytes, info: bytes, length: int = KEY_BYTES) -> bytes:
    """Return `length` bytes of key, drawn from a secret and bound to what `info` says."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(secret)


def lock(key: bytes, nonce: bytes, text: bytes, bound: bytes) -> bytes:
    """Return a text encrypted under a key and a nonce, with a tag of 16 bytes at its end.

    `bound` stays readable and is covered by the tag.
    A pair of key and nonce may serve once and never again.
    """
    need(key, KEY_BYTES, "a key")
    need(nonce, NONCE_BYTES, "a nonce")
    return ChaCha20Poly1305(key).encrypt(nonce, text, bound)


def unlock(key: bytes, nonce: bytes, locked: bytes, bound: bytes) -> bytes:
    """Return the text that was locked, or raise Refusal and return nothing of it."""
    need(key, KEY_BYTES, "a key")
    need(nonce, NONCE_BYTES, "a nonce")
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, locked, bound)
    except InvalidTag as found:
        reason = "the tag does not fit: another key, or something was changed on the way"
        raise Refusal(reason) from found


def signature_public(private: bytes) -> bytes:
    """Return the public half, 32 bytes, of an Ed25519 key."""
    need(private, KEY_BYTES, "a private key")
    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def make_signature(private: bytes, text: bytes) -> bytes:
    """Return the signature, 64 bytes, of a text under a private key."""
    need(private, KEY_BYTES, "a private key")
    return Ed25519PrivateKey.from_private_bytes(private).sign(text)


def check_signature(public: bytes, signature: bytes, text: bytes) -> None:
    """Return quietly when the signature holds, and raise Refusal when it does not.

    A caller looks for keys of small order first; `signing` does.
    """
    need(public, KEY_BYTES, "a public key")
    need(signature, SIGNATURE_BYTES, "a signature")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
    except (InvalidSignature, ValueError) as found:
        reason = "the signature does not hold: another key made it, or the text was changed"
        raise Refusal(reason) from found
