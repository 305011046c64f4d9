"""Figures and choices that one seed always gives again, on every machine and in every version.

A practice pad, a garble or an invented clock must come out the same when a walk is run again
years later, and the generator of the standard library promises that only for some of its calls.
So a draw is made from HMAC-SHA256 alone.
The secret and the label give a key, the key and a counter give blocks of 32 bytes,
and the bytes are taken in order.
A byte that would make one answer likelier than another is thrown away.

Every draw carries a label, and the label numbers it: "pad/page/3" is one row of figures for ever,
whatever else has been drawn before it.
A label is therefore never given a second meaning; a new use takes a new label.

>>> figures(b"practice", "pad/page/1", 10)
'0153356359'
>>> Stream(b"practice", "pad/page/1").figures(4)
'0153'

The figures are as secret as the seed, and a walk prints its seed: they keep nothing secret.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from cablesim.errors import CablesimError

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

COUNTER_BYTES = 8
BLOCK_BYTES = 64
# The bytes from 250 on would favour the figures 0 to 5; every other byte gives its last figure.
_UNFAIR = bytes(range(250, 256))
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))
_FIGURE = bytes(ord("0") + byte % 10 for byte in range(256))


class DrawError(CablesimError):
    """Something was asked for that cannot be drawn."""


def figures(secret: bytes, label: str, count: int) -> str:
    """Return the first `count` figures that belong to a secret and a label.

    Raises DrawError when `count` is negative.
    """
    return Stream(secret, label).figures(count)


@lru_cache(1024)
def _fairly(limit: int) -> tuple[int, int]:
    """Return how many bytes a draw below a limit takes, and from which number on it is unfair.

    For figures that is 250: the bytes 250 to 255 would favour the figures 0 to 5.
    """
    size = max(1, ((limit - 1).bit_length() + 7) // 8)
    return size, 256**size - 256**size % limit


def _hmac(inner: bytes, outer: bytes, message: bytes) -> bytes:
    """Return the HMAC-SHA256 of a message under the halves of a key, as RFC 2104 defines it.

    The library's own call works the key in for every message anew, and takes twice as long.
    """
    return sha256(outer + sha256(inner + message).digest()).digest()


def _halves(key: bytes) -> tuple[bytes, bytes]:
    """Return a key of at most one block as it goes before the inner and the outer message."""
    block = key.ljust(BLOCK_BYTES, b"\0")
    return block.translate(_INNER), block.translate(_OUTER)


@lru_cache(8)
def _keyed(secret: bytes) -> tuple[bytes, bytes]:
    """Return the halves of a secret; one longer than a block stands for itself as its hash."""
    return _halves(sha256(secret).digest() if len(secret) > BLOCK_BYTES else secret)


class Stream:
    """A tape of even draws that is read from its beginning, one draw after another.

    The secret and the label say which tape it is; two streams of one label read the same.
    """

    __slots__ = ("_at", "_blocks", "_inner", "_outer", "_tape")

    def __init__(self, secret: bytes, label: str) -> None:
        key = _hmac(*_keyed(secret), label.encode("utf-8", "surrogatepass"))
        self._inner, self._outer = _halves(key)
        self._blocks = 0
        self._tape = b""
        self._at = 0

    def octets(self, count: int) -> bytes:
        """Return the next `count` bytes; raises DrawError when `count` is negative."""
        if count < 0:
            raise DrawError(f"{count} cannot be drawn: ask for none or more")
        tape, start = self._tape, self._at
        end = start + count
        if end > len(tape):
            tape, start, end = tape[start:], 0, count
            while len(tape) < count:
                place = self._blocks.to_bytes(COUNTER_BYTES, "big")
                tape += _hmac(self._inner, self._outer, place)
                self._blocks += 1
            self._tape = tape
        self._at = end
        return tape[start:end]

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to, and without, `limit`, each as likely as any other.

        Raises DrawError when `limit` is not at least 1.
        """
        if limit < 1:
            raise DrawError(f"no number lies below {limit}: ask for a limit of 1 or more")
        size, fair = _fairly(limit)
        while True:
            drawn = int.from_bytes(self.octets(size), "big")
            if drawn < fair:
                return drawn % limit

    def between(self, low: int, high: int) -> int:
        """Return a whole number from `low` to `high`, both included.

        Raises DrawError when `high` lies below `low`.
        """
        if high < low:
            raise DrawError(f"no number lies between {low} and {high}: name the lower one first")
        return low + self.below(high - low + 1)

    def figures(self, count: int) -> str:
        """Return the next `count` figures 0 to 9; raises DrawError when `count` is negative."""
        if count < 0:
            raise DrawError(f"{count} figures cannot be drawn: ask for none or more")
        drawn = self.octets(count).translate(_FIGURE, _UNFAIR)
        while len(drawn) < count:
            drawn += self.octets(count - len(drawn)).translate(_FIGURE, _UNFAIR)
        return drawn.decode("ascii")

    def sample(self, items: Sequence[T], count: int) -> tuple[T, ...]:
        """Return `count` of the items in the order drawn, none of them twice.

        Raises DrawError when there are fewer items than that.
        """
        if not 0 <= count <= len(items):
            raise DrawError(
                f"{count} of {len(items)} cannot be drawn: ask for no more than there are"
            )
        pool = list(items)
        for place in range(count):
            other = self.between(place, len(pool) - 1)
            pool[place], pool[other] = pool[other], pool[place]
        return tuple(pool[:count])

    def shuffle(self, items: Sequence[T]) -> tuple[T, ...]:
        """Return all the items in an order drawn from this stream; the given row stays as it is."""
        return self.sample(items, len(items))
