"""A signature that one private key makes and everybody can check (Ed25519).

A check is only as good as the public key it is made with.
Fourteen byte strings pass for public keys although no secret stands behind them:
the eight points of small order, and six careless spellings of four of these points.
Multiplied by eight they vanish, and with some of them one fixed signature holds for every text.
Whoever got such a key into the list could have any text accepted under that name.
So the fourteen are refused twice: when a key is enrolled, and again at every check,
because a list may have been written by something else than `enrol`.

DEMO KEYS ARE NOT SECRET: `SenderKey.derived` works from the seed of a walk, which the walk prints.
Whatever is really to be trusted takes `SenderKey.fresh`.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from cablesim.modern.digits import Stream
from cablesim.modern.primitives import (
    KEY_BYTES,
    Refusal,
    check_signature,
    make_signature,
    need,
    signature_public,
)

# The curve is the one of RFC 8032; the tests find the same fourteen by its arithmetic.
PRIME = 2**255 - 19
EIGHTH = 0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD84D3D706A17C7


def _encodings() -> frozenset[bytes]:
    heights = (0, 1, PRIME - 1, PRIME, PRIME + 1, EIGHTH, PRIME - EIGHTH)
    signs = (0, 1 << 255)
    return frozenset(
        (high + sign).to_bytes(KEY_BYTES, "little") for high in heights for sign in signs
    )


SMALL_ORDER = _encodings()


@dataclass(frozen=True, slots=True)
class Sender:
    """Somebody whose texts are checked: a name and the public key, 32 bytes, enrolled for it."""

    name: str
    public: bytes


@dataclass(frozen=True, slots=True)
class SenderKey:
    """What a sender keeps: a name and the private key, 32 bytes, that signs under it."""

    name: str
    private: bytes = field(repr=False)

    @classmethod
    def fresh(cls, name: str) -> SenderKey:
        """Return a key from the system's own randomness, the only kind that is secret."""
        return cls(name, secrets.token_bytes(KEY_BYTES))

    @classmethod
    def derived(cls, name: str, secret: bytes, label: str) -> SenderKey:
        """Return a demo key, the same for the same seed and label, and NOT secret."""
        return cls(name, Stream(secret, label).octets(KEY_BYTES))

    @property
    def sender(self) -> Sender:
        """Return the half that is enrolled."""
        return Sender(self.name, signature_public(self.private))


def enrol(name: str, public: bytes) -> Sender:
    """Return a sender whose key may be trusted to have one holder at most.

    Raises Refusal for a key of small order or of a wrong size.
    """
    _refuse_small_order(name, public)
    return Sender(name, public)


def sign(text: bytes, key: SenderKey) -> bytes:
    """Return the signature of a text, 64 bytes, always the same for one text and one key."""
    return make_signature(key.private, text)


def verify(text: bytes, signature: bytes, sender: Sender) -> None:
    """Return quietly when the sender's key signed this text; raises Refusal when it did not."""
    _refuse_small_order(sender.name, sender.public)
    try:
        check_signature(sender.public, signature, text)
    except Refusal as found:
        raise Refusal(f"not signed by the key of {sender.name}: {found.reason}") from found


def _refuse_small_order(name: str, public: bytes) -> None:
    need(public, KEY_BYTES, f"the public key of {name}")
    if public in SMALL_ORDER:
        reason = f"the key given for {name} would accept texts that nobody signed; ask for another"
        raise Refusal(reason)
