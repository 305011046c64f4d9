"""A sealed copy of one text for each reader on a list; no key opens another reader's copy.

For every copy a key is made that serves once (the one-time half).
Together with the reader's public key it gives a secret (X25519),
the secret gives a key for this copy alone (HKDF-SHA256),
and the copy is encrypted and tagged under it (ChaCha20-Poly1305).
The tag also covers the label: telegram number, copy number and reader.

DEMO KEYS ARE NOT SECRET.
`ReaderKey.derived` and `demo_ephemerals` work from the seed of a walk, and a walk prints its seed:
whoever reads it can make every key again.
They exist so that a lesson shows the same bytes each time.
Whatever is really to be kept secret takes `ReaderKey.fresh` and `fresh_ephemerals`.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cablesim.modern.digits import Stream
from cablesim.modern.primitives import (
    KEY_BYTES,
    NONCE_BYTES,
    TAG_BYTES,
    Refusal,
    agree,
    agreement_public,
    derive,
    lock,
    need,
    unlock,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

PURPOSE = b"cablesim sealed copy 1"

# Each copy has a key of its own, so its one nonce need not differ from that of other copies.
ONLY_NONCE = bytes(NONCE_BYTES)


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody on the copy list: a name and the public key, 32 bytes, of that name."""

    name: str
    public: bytes


@dataclass(frozen=True, slots=True)
class ReaderKey:
    """What a reader keeps: a name and the private key, 32 bytes, that opens the reader's copies."""

    name: str
    private: bytes = field(repr=False)

    @classmethod
    def fresh(cls, name: str) -> ReaderKey:
        """Return a key from the system's own randomness, the only kind that is secret."""
        return cls(name, secrets.token_bytes(KEY_BYTES))

    @classmethod
    def derived(cls, name: str, secret: bytes, label: str) -> ReaderKey:
        """Return a demo key, the same for the same seed and label, and NOT secret."""
        return cls(name, Stream(secret, label).octets(KEY_BYTES))

    @property
    def reader(self) -> Reader:
        """Return the half that may be given to everybody."""
        return Reader(self.name, agreement_public(self.private))


@dataclass(frozen=True, slots=True)
class SealedCopy:
    """One numbered copy on its way: a label in clear, and a body that one key opens.

    `ephemeral` is the public one-time half, 32 bytes; `sealed` is the text with its tag.
    """

    telegram: str
    number: int
    reader: str
    ephemeral: bytes
    sealed: bytes

    @property
    def label(self) -> bytes:
        """Return the label as the bytes that the tag covers."""
        return label(self.telegram, self.number, self.reader)

    @property
    def size(self) -> int:
        """Return how many bytes travel, the label left aside."""
        return len(self.ephemeral) + len(self.sealed)


def label(telegram: str, number: int, reader: str) -> bytes:
    """Return telegram number, copy number and reader as bytes that can be read in one way only."""
    parts = [part.encode("utf-8", "surrogatepass") for part in (telegram, str(number), reader)]
    return b"".join(len(part).to_bytes(8, "big") + part for part in parts)


def fresh_ephemerals(count: int) -> tuple[bytes, ...]:
    """Return private one-time halves from the system's own randomness, 32 bytes each."""
    return tuple(secrets.token_bytes(KEY_BYTES) for _ in range(count))


def demo_ephemerals(
    secret: bytes, text: bytes, readers: Sequence[Reader], *, telegram: str
) -> tuple[bytes, ...]:
    """Return demo one-time halves, the same for the same seed, text and list, and NOT secret.

    Text and label go into each of them: with the seed alone,
    two texts of one walk would be sealed under one key and one nonce.
    """
    digests = (
        hashlib.sha256(label(telegram, number, reader.name) + text).hexdigest()
        for number, reader in enumerate(readers, start=1)
    )
    return tuple(Stream(secret, f"modern/ephemeral/{one}").octets(KEY_BYTES) for one in digests)


def seal(
    text: bytes, readers: Sequence[Reader], *, telegram: str, ephemerals: Sequence[bytes]
) -> tuple[SealedCopy, ...]:
    """Return one sealed copy for each reader, numbered from 1 in the order of the list.

    `ephemerals` are private one-time halves, one a copy, that serve here and never again.
    Raises Refusal for an empty list, a missing or repeated half, or a worthless public key.
    """
    if not readers:
        raise Refusal("no reader is listed; name at least one")
    if len(ephemerals) != len(readers):
        raise Refusal(f"{len(readers)} copies need as many one-time keys, not {len(ephemerals)}")
    if len(set(ephemerals)) != len(ephemerals):
        raise Refusal("two copies were given one one-time key; take a new one for each copy")
    return tuple(
        _seal_one(text, reader, SealedCopy(telegram, number, reader.name, b"", b""), once)
        for number, (reader, once) in enumerate(zip(readers, ephemerals, strict=True), start=1)
    )


def open_copy(copy: SealedCopy, key: ReaderKey) -> bytes:
    """Return the text of a copy; raises Refusal, in plain words, when the copy does not hold."""
    need(copy.ephemeral, KEY_BYTES, f"the one-time half of copy {copy.number}")
    if len(copy.sealed) < TAG_BYTES:
        raise Refusal(f"copy {copy.number} is cut short; ask for it again")
    try:
        own = _copy_key(agree(key.private, copy.ephemeral), copy.ephemeral, key.reader.public)
        return unlock(own, ONLY_NONCE, copy.sealed, copy.label)
    except Refusal as found:
        raise Refusal(_why(copy, key)) from found


def _seal_one(text: bytes, reader: Reader, blank: SealedCopy, once: bytes) -> SealedCopy:
    ephemeral = agreement_public(once)
    own = _copy_key(agree(once, reader.public), ephemeral, reader.public)
    sealed = lock(own, ONLY_NONCE, text, blank.label)
    return SealedCopy(blank.telegram, blank.number, blank.reader, ephemeral, sealed)


def _copy_key(secret: bytes, ephemeral: bytes, public: bytes) -> bytes:
    # X25519 leaves the topmost bit of a public key unread, so the secret alone would not notice
    # when that bit is changed; both public halves therefore go into the key.
    return derive(secret, salt=b"", info=PURPOSE + ephemeral + public)


def _why(copy: SealedCopy, key: ReaderKey) -> str:
    if copy.reader != key.name:
        return (
            f"copy {copy.number} is made out to '{copy.reader}'; "
            f"the key of '{key.name}' does not open it"
        )
    return (
        f"copy {copy.number} does not hold: a bit of it or a word of its label was changed, "
        "or it was sealed for another key; none of its text is handed out"
    )
