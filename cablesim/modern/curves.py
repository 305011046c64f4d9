"""The two curves in plain numbers, for the sheets of the systems alone.

Slow, and open to whoever measures its time: no key that matters is ever used here. The results
come from the cryptography package; these are the published rules, to hold them against.
"""

from __future__ import annotations

import hashlib

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
_TWIST = -121665 * pow(121666, -1, PRIME) % PRIME
_ROOT = pow(2, (PRIME - 1) // 4, PRIME)
_A24 = 121665

Point = tuple[int, int]


def clamped(scalar: bytes) -> int:
    """Return 32 bytes as the number that is used: three low bits and the top one off, one on."""
    return int.from_bytes(scalar, "little") & ~7 & (1 << 255) - 1 | 1 << 254  # Only one bit is on.


def multiplied(scalar: bytes, coordinate: bytes) -> bytes:
    """Return a coordinate times a scalar on the curve of RFC 7748, by its ladder."""
    number = clamped(scalar)
    start = int.from_bytes(coordinate, "little") & (1 << 255) - 1
    low_x, low_z, high_x, high_z = 1, 0, start, 1
    for bit in reversed(range(255)):
        swap = number >> bit & 1
        if swap:
            low_x, low_z, high_x, high_z = high_x, high_z, low_x, low_z
        plus, minus = low_x + low_z, low_x - low_z
        square, other = plus * plus, minus * minus
        spread = square - other
        left, right = (high_x - high_z) * plus, (high_x + high_z) * minus
        high_x, high_z = (left + right) ** 2 % PRIME, start * (left - right) ** 2 % PRIME
        low_x, low_z = square * other % PRIME, spread * (square + _A24 * spread) % PRIME
        if swap:
            low_x, low_z, high_x, high_z = high_x, high_z, low_x, low_z
    return (low_x * pow(low_z, PRIME - 2, PRIME) % PRIME).to_bytes(32, "little")


def _joined(left: Point, right: Point) -> Point:
    """Return the sum of two points of the curve of RFC 8032."""
    product = _TWIST * left[0] * right[0] * left[1] * right[1]
    x = (left[0] * right[1] + left[1] * right[0]) * pow(1 + product, -1, PRIME)
    y = (left[1] * right[1] + left[0] * right[0]) * pow(1 - product, -1, PRIME)
    return x % PRIME, y % PRIME


def _base() -> Point:
    """Return the point that all begin with: y is 4/5, x the even root."""
    y = 4 * pow(5, -1, PRIME) % PRIME
    square = (y * y - 1) * pow(_TWIST * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if x * x % PRIME != square:
        x = x * _ROOT % PRIME
    return (PRIME - x if x % 2 else x), y


def _times(number: int) -> bytes:
    """Return a number times the base point, as 32 bytes."""
    found, step = (0, 1), _base()
    while number:
        if number & 1:
            found = _joined(found, step)
        step = _joined(step, step)
        number >>= 1
    return (found[1] | (found[0] & 1) << 255).to_bytes(32, "little")


def signed(seed: bytes, text: bytes) -> tuple[bytes, bytes, bytes]:
    """Return public key and the two halves of a signature by RFC 8032."""
    digest = hashlib.sha512(seed).digest()
    secret = clamped(digest[:32])
    public = _times(secret)
    number = int.from_bytes(hashlib.sha512(digest[32:] + text).digest(), "little") % ORDER
    point = _times(number)
    challenge = int.from_bytes(hashlib.sha512(point + public + text).digest(), "little")
    answer = (number + challenge * secret) % ORDER
    return public, point, answer.to_bytes(32, "little")
