"""Signatures, and the fourteen keys under which a signature means nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.modern.primitives import Refusal, check_signature
from cablesim.modern.signing import SMALL_ORDER, Sender, SenderKey, enrol, sign, verify

KEY = SenderKey.derived("Filin", b"3305", "test/sender")
OTHER = SenderKey.derived("Sova", b"3305", "test/other")
TEXT = b"COME AT ONCE"

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
CURVE = -121665 * pow(121666, -1, PRIME) % PRIME

Point = tuple[int, int]


def add(one: Point, other: Point) -> Point:
    """Add two points of the curve -x² + y² = 1 + d x² y²."""
    (x1, y1), (x2, y2) = one, other
    shared = CURVE * x1 * x2 * y1 * y2
    x = (x1 * y2 + x2 * y1) * pow(1 + shared, -1, PRIME)
    y = (y1 * y2 + x1 * x2) * pow(1 - shared, -1, PRIME)
    return x % PRIME, y % PRIME


def root(square: int) -> int | None:
    found = pow(square, (PRIME + 3) // 8, PRIME)
    for candidate in (found, found * pow(2, (PRIME - 1) // 4, PRIME) % PRIME):
        if candidate * candidate % PRIME == square % PRIME:
            return candidate
    return None


def decoded(encoding: bytes) -> Point | None:
    """Read a public key generously: heights beyond the prime and the sign of nought pass."""
    number = int.from_bytes(encoding, "little")
    y = number % 2**255 % PRIME
    x = root((y * y - 1) * pow(CURVE * y * y + 1, -1, PRIME))
    if x is None:
        return None
    return (PRIME - x if x % 2 != number >> 255 else x) % PRIME, y


def torsion() -> set[Point]:
    """Find the points of small order: any point times the great prime order falls on one."""
    found: set[Point] = set()
    for height in range(60):
        point = decoded(height.to_bytes(32, "little"))
        if point is None:
            continue
        total, doubled = (0, 1), point
        for bit in range(ORDER.bit_length()):
            if ORDER >> bit & 1:
                total = add(total, doubled)
            doubled = add(doubled, doubled)
        found.add(total)
    return found


def spelt(point: Point) -> set[bytes]:
    """Write a point in every way in which 32 bytes can be read as it."""
    x, y = point
    heights = [high for high in (y, y + PRIME) if high < 2**255]
    signs = [0, 1] if x == 0 else [x % 2]
    return {(high + (sign << 255)).to_bytes(32, "little") for high in heights for sign in signs}


def test_the_list_of_small_order_is_the_one_that_the_curve_gives() -> None:
    points = torsion()
    assert len(points) == 8
    assert {spelling for point in points for spelling in spelt(point)} == SMALL_ORDER
    assert len(SMALL_ORDER) == 14


def test_all_fourteen_vanish_when_multiplied_by_eight() -> None:
    for encoding in SMALL_ORDER:
        point = decoded(encoding)
        assert point is not None
        for _ in range(3):
            point = add(point, point)
        assert point == (0, 1)


def test_without_the_list_one_signature_would_hold_for_every_text() -> None:
    fixed = bytes([1, *bytes(63)])
    texts = [f"text {number}".encode() for number in range(64)]
    held = {key: sum(holds(key, fixed, text) for text in texts) for key in SMALL_ORDER}
    assert sorted(held.values())[-4:] == [64] * 4
    assert all(held.values())


def holds(public: bytes, signature: bytes, text: bytes) -> bool:
    try:
        check_signature(public, signature, text)
    except Refusal:
        return False
    return True


@pytest.mark.parametrize("public", sorted(SMALL_ORDER), ids=bytes.hex)
def test_a_key_of_small_order_is_refused_at_enrolment_and_at_every_check(public: bytes) -> None:
    with pytest.raises(Refusal, match="texts that nobody signed"):
        enrol("Filin", public)
    with pytest.raises(Refusal, match="texts that nobody signed"):
        verify(TEXT, bytes([1, *bytes(63)]), Sender("Filin", public))


@given(st.binary(max_size=100))
def test_a_signature_holds_for_its_text_and_key(text: bytes) -> None:
    key = SenderKey.fresh("Filin")
    verify(text, sign(text, key), enrol("Filin", key.sender.public))


@given(st.binary(max_size=40), st.binary(max_size=40))
@settings(max_examples=60)
def test_a_signature_holds_for_no_other_text_and_no_other_key(one: bytes, other: bytes) -> None:
    with pytest.raises(Refusal, match="not signed by the key of Sova"):
        verify(one, sign(one, KEY), OTHER.sender)
    if one != other:
        with pytest.raises(Refusal, match="not signed by the key of Filin"):
            verify(other, sign(one, KEY), KEY.sender)


def test_every_single_bit_of_a_signature_and_of_its_text_matters() -> None:
    signed = sign(TEXT, KEY) + TEXT
    for bit in range(8 * len(signed)):
        hurt = bytearray(signed)
        hurt[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Refusal):
            verify(bytes(hurt[64:]), bytes(hurt[:64]), KEY.sender)


def test_a_signature_has_no_second_form() -> None:
    signature = sign(TEXT, KEY)
    second = int.from_bytes(signature[32:], "little") + ORDER
    with pytest.raises(Refusal):
        verify(TEXT, signature[:32] + second.to_bytes(32, "little"), KEY.sender)


def test_a_name_on_the_list_does_not_help_another_key() -> None:
    with pytest.raises(Refusal):
        verify(TEXT, sign(TEXT, replace(OTHER, name="Filin")), KEY.sender)


def test_keys_and_signatures_of_a_wrong_size_are_refused() -> None:
    with pytest.raises(Refusal, match="the public key of Filin has 31 bytes where 32 belong"):
        enrol("Filin", bytes(31))
    with pytest.raises(Refusal, match="has 63 bytes where 64 belong"):
        verify(TEXT, bytes(63), KEY.sender)


def test_bytes_that_are_no_point_of_the_curve_are_refused_at_the_check() -> None:
    stray = next(
        encoding
        for encoding in (number.to_bytes(32, "little") for number in range(2, 50))
        if decoded(encoding) is None
    )
    with pytest.raises(Refusal, match="not signed by"):
        verify(TEXT, sign(TEXT, KEY), Sender("Filin", stray))


def test_the_demo_key_never_changes_and_a_private_key_is_not_shown() -> None:
    assert (
        KEY.sender.public.hex()
        == "5acbe3dda1e736365821d33d10499237be693401d45c6b718509030819f17592"
    )
    assert KEY.private.hex() not in repr(KEY)
    assert repr(KEY.private) not in repr(KEY)
    assert SenderKey.fresh("Filin") != SenderKey.fresh("Filin")
