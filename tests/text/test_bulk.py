"""Whole texts at once give what sign by sign gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablesim.text import bulk

ROWS = st.binary(max_size=300)
ALPHABETS = st.sampled_from(["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБВГДЕЁЖ", "0123456789", "♠♥♦♣", "AЖ9"])


@given(st.data(), ALPHABETS)
def test_numbers_and_signs_are_each_other_undone(data: st.DataObject, signs: str) -> None:
    text = data.draw(st.text(signs, max_size=80))
    row = bulk.numbers(text, signs)
    assert list(row) == [signs.index(sign) for sign in text]
    assert bulk.spelled(row, signs) == text


@given(ROWS, st.lists(st.integers(0, 25), min_size=1, max_size=9))
def test_strided_tables_take_turns(row: bytes, shifts: list[int]) -> None:
    row = bytes(value % 26 for value in row)
    done = bulk.strided(row, [bulk.shift(by, 26) for by in shifts])
    wanted = [(value + shifts[place % len(shifts)]) % 26 for place, value in enumerate(row)]
    assert list(done) == wanted


@given(st.lists(st.tuples(st.integers(0, 127), st.integers(0, 128)), max_size=300))
def test_sums_never_run_over_into_the_next_place(pairs: list[tuple[int, int]]) -> None:
    left, right = bytes(a for a, _ in pairs), bytes(b for _, b in pairs)
    assert list(bulk.added(left, right)) == [a + b for a, b in pairs]


def test_sums_of_long_rows_are_those_of_their_blocks() -> None:
    left = bytes(range(100)) * 2000
    assert bulk.added(left, left) == bytes(2 * value for value in range(100)) * 2000


@given(st.lists(st.binary(min_size=5, max_size=5), min_size=1, max_size=4))
def test_interleaved_rows_can_be_taken_apart(rows: list[bytes]) -> None:
    woven = bulk.interleaved(*rows)
    assert [woven[start :: len(rows)] for start in range(len(rows))] == rows


@given(ROWS, st.integers(0, 500))
def test_a_repeated_row_has_the_length_asked_for(row: bytes, length: int) -> None:
    long = bulk.repeated(row, length)
    assert len(long) == (length if row else 0)
    assert all(value == row[place % len(row)] for place, value in enumerate(long))
