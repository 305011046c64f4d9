"""A sealed copy for each reader, and every way in which a copy must not open."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.modern.primitives import Refusal
from cablesim.modern.sealing import (
    ReaderKey,
    SealedCopy,
    demo_ephemerals,
    fresh_ephemerals,
    label,
    open_copy,
    seal,
)

SECRET = b"3305"
NAMES = ("Anna", "Boris", "Vera")
KEYS = tuple(ReaderKey.derived(name, SECRET, f"test/{name}") for name in NAMES)
LIST = [key.reader for key in KEYS]
TEXT = b"COME AT ONCE"
TEXTS = st.binary(max_size=60)


def sealed(text: bytes = TEXT, telegram: str = "17") -> tuple[SealedCopy, ...]:
    once = demo_ephemerals(SECRET, text, LIST, telegram=telegram)
    return seal(text, LIST, telegram=telegram, ephemerals=once)


def refused(copy: SealedCopy, key: ReaderKey) -> str:
    with pytest.raises(Refusal) as found:
        open_copy(copy, key)
    assert str(found.value) == found.value.reason
    return found.value.reason


@given(TEXTS, st.text(max_size=20), st.lists(st.text(max_size=20), min_size=1, max_size=4))
@settings(max_examples=40)
def test_every_listed_reader_opens_the_copy_made_out_to_them_and_no_other(
    text: bytes, telegram: str, names: list[str]
) -> None:
    keys = [ReaderKey.fresh(name) for name in names]
    readers = [key.reader for key in keys]
    copies = seal(text, readers, telegram=telegram, ephemerals=fresh_ephemerals(len(keys)))
    assert [copy.number for copy in copies] == list(range(1, len(keys) + 1))
    for copy, own in zip(copies, keys, strict=True):
        assert open_copy(copy, own) == text
        for other in keys:
            if other is not own:
                refused(copy, other)


def test_the_demo_copies_of_a_seed_never_change() -> None:
    assert [copy.sealed.hex() for copy in sealed()] == [
        "91d9be1eff913542a6a4c18a09c70b892a0c8339b1eca9102ee88140",
        "3ebc469b92548e94a17d4f9933e5147332847eb87e025ada4f202840",
        "4b36672ad2ff2aabb33c41af2dbe65248efcc37359047ca3ad7a131b",
    ]
    assert sealed() == sealed()


def test_demo_copies_of_two_texts_share_no_one_time_key() -> None:
    halves = [
        copy.ephemeral
        for text in (b"one", b"two")
        for telegram in ("17", "18")
        for copy in sealed(text, telegram)
    ]
    assert len(set(halves)) == len(halves) == 12


def test_fresh_keys_are_new_every_time() -> None:
    assert ReaderKey.fresh("Anna") != ReaderKey.fresh("Anna")
    assert len(set(fresh_ephemerals(50))) == 50


def test_every_single_bit_of_a_copy_matters() -> None:
    copy, key = sealed()[0], KEYS[0]
    body = copy.ephemeral + copy.sealed
    assert open_copy(copy, key) == TEXT
    for bit in range(8 * len(body)):
        hurt = bytearray(body)
        hurt[bit // 8] ^= 1 << bit % 8
        altered = replace(copy, ephemeral=bytes(hurt[:32]), sealed=bytes(hurt[32:]))
        assert "copy 1 does not hold" in refused(altered, key)


def test_the_one_bit_that_agreement_leaves_unread_is_refused_too() -> None:
    copy = sealed()[0]
    twisted = copy.ephemeral[:31] + bytes([copy.ephemeral[31] ^ 0x80])
    assert "does not hold" in refused(replace(copy, ephemeral=twisted), KEYS[0])


def test_every_bit_of_the_label_matters() -> None:
    copy, key = sealed()[0], KEYS[0]
    for field in ("telegram", "reader"):
        value: str = getattr(copy, field)
        for place in range(len(value)):
            for bit in range(7):
                sign = chr(ord(value[place]) ^ 1 << bit)
                changed = value[:place] + sign + value[place + 1 :]
                refused(
                    SealedCopy(
                        changed if field == "telegram" else copy.telegram,
                        copy.number,
                        changed if field == "reader" else copy.reader,
                        copy.ephemeral,
                        copy.sealed,
                    ),
                    key,
                )
    for bit in range(16):
        refused(replace(copy, number=copy.number ^ 1 << bit), key)


def test_labels_swapped_between_copies_are_refused() -> None:
    for (one, key), (other, _) in permutations(zip(sealed(), KEYS, strict=True), 2):
        refused(replace(one, number=other.number), key)
        refused(replace(one, reader=other.reader), key)
        refused(replace(one, number=other.number, reader=other.reader), key)
        refused(replace(one, ephemeral=other.ephemeral), key)
        refused(replace(one, sealed=other.sealed), key)
        refused(replace(other, number=one.number, reader=one.reader), key)


def test_a_copy_of_one_telegram_does_not_pass_for_another() -> None:
    first, second = sealed(telegram="17")[0], sealed(telegram="18")[0]
    refused(replace(first, telegram="18"), KEYS[0])
    refused(replace(first, sealed=second.sealed), KEYS[0])


@given(
    st.tuples(st.text(), st.integers(), st.text()), st.tuples(st.text(), st.integers(), st.text())
)
def test_two_labels_never_read_alike(
    one: tuple[str, int, str], other: tuple[str, int, str]
) -> None:
    assert (label(*one) == label(*other)) == (one == other)


def test_names_do_not_run_into_each_other_in_a_label() -> None:
    assert label("1", 1, "2") != label("11", 1, "") != label("", 11, "2")


@given(st.integers(0, 60), st.binary(min_size=1, max_size=4))
@settings(max_examples=40)
def test_a_copy_cut_short_or_made_longer_is_refused(cut: int, more: bytes) -> None:
    copy = sealed()[0]
    if cut < len(copy.sealed):
        refused(replace(copy, sealed=copy.sealed[:cut]), KEYS[0])
    if cut < len(copy.ephemeral):
        refused(replace(copy, ephemeral=copy.ephemeral[:cut]), KEYS[0])
    refused(replace(copy, sealed=copy.sealed + more), KEYS[0])


def test_the_reason_names_the_reader_and_the_key() -> None:
    reason = refused(sealed()[1], KEYS[0])
    assert reason == "copy 2 is made out to 'Boris'; the key of 'Anna' does not open it"
    under_one_name = ReaderKey.derived("Boris", SECRET, "another Boris")
    assert "sealed for another key" in refused(sealed()[1], under_one_name)
    assert "cut short" in refused(replace(sealed()[1], sealed=b""), KEYS[1])


def test_a_worthless_one_time_half_is_refused() -> None:
    assert "does not hold" in refused(replace(sealed()[0], ephemeral=bytes(32)), KEYS[0])


def test_a_list_that_cannot_be_sealed_is_refused() -> None:
    one, two, three = fresh_ephemerals(3)
    with pytest.raises(Refusal, match="no reader is listed"):
        seal(TEXT, [], telegram="17", ephemerals=[])
    with pytest.raises(Refusal, match="3 copies need as many one-time keys, not 2"):
        seal(TEXT, LIST, telegram="17", ephemerals=[one, two])
    with pytest.raises(Refusal, match="take a new one for each copy"):
        seal(TEXT, LIST, telegram="17", ephemerals=[one, two, one])
    worthless = replace(LIST[0], public=bytes(32))
    with pytest.raises(Refusal, match="nothing can be kept secret"):
        seal(TEXT, [worthless, *LIST[1:]], telegram="17", ephemerals=[one, two, three])


def test_a_private_key_is_not_shown() -> None:
    assert KEYS[0].private.hex() not in repr(KEYS[0])
    assert repr(KEYS[0].private) not in repr(KEYS[0])


def test_the_size_is_that_of_the_text_and_48_bytes() -> None:
    assert {copy.size for copy in sealed()} == {len(TEXT) + 48}
