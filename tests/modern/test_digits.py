"""The seeded figures: even, and the same for ever."""

from __future__ import annotations

import hmac
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.modern.digits import DrawError, Stream, figures

SECRETS = st.binary(max_size=40) | st.binary(min_size=60, max_size=130)
LABELS = st.text(max_size=20)


def tape(secret: bytes, label: str, blocks: int) -> bytes:
    """Write out the rule once more, in another way than the program does."""
    key = hmac.new(secret, label.encode("utf-8", "surrogatepass"), "sha256").digest()
    return b"".join(
        hmac.new(key, block.to_bytes(8, "big"), "sha256").digest() for block in range(blocks)
    )


def test_the_figures_of_a_seed_and_a_label_never_change() -> None:
    assert figures(b"practice", "pad/page/1", 60) == (
        "015335635944866198563255155958429439006316283715172141599891"
    )
    assert figures(b"3305", "pad/page/1", 30) == "295837363674860082858707187757"
    assert figures(b"", "", 20) == "58564635656584508660"


def test_every_other_kind_of_draw_never_changes_either() -> None:
    stream = Stream(b"3305", "golden")
    drawn = (
        stream.octets(4).hex(),
        [stream.below(6) for _ in range(8)],
        [stream.below(100_000) for _ in range(3)],
        [stream.between(-3, 3) for _ in range(8)],
        "".join(stream.sample("ABCDEFGHIJ", 4)),
        "".join(stream.shuffle("ABCDEFGHIJ")),
    )
    assert drawn == (
        "4b41af9c",
        [1, 3, 1, 1, 3, 2, 1, 3],
        [22468, 10400, 77161],
        [-3, 0, 0, 0, 1, -2, 0, -3],
        "BAIE",
        "BGEIHJAFCD",
    )


@given(SECRETS, LABELS, st.integers(0, 200))
def test_figures_are_the_bytes_below_250_taken_in_order(
    secret: bytes, label: str, count: int
) -> None:
    fair = [str(byte % 10) for byte in tape(secret, label, 20) if byte < 250]
    assert figures(secret, label, count) == "".join(fair[:count])


@given(SECRETS, LABELS, st.integers(0, 50), st.integers(0, 50))
def test_a_stream_goes_on_where_it_stopped(secret: bytes, label: str, some: int, more: int) -> None:
    stream = Stream(secret, label)
    assert stream.figures(some) + stream.figures(more) == figures(secret, label, some + more)


def test_another_label_gives_other_figures() -> None:
    rows = {figures(b"3305", f"pad/page/{page}", 60) for page in range(200)}
    assert len(rows) == 200


def test_a_secret_and_a_label_cannot_run_into_each_other() -> None:
    assert figures(b"ab", "c", 40) != figures(b"a", "bc", 40)


def test_figures_are_even_alone_and_in_pairs() -> None:
    row = figures(b"evenness", "count", 100_000)
    singles = Counter(row)
    pairs = Counter(row[place : place + 2] for place in range(0, len(row), 2))
    # The chance limits of one in ten thousand, for 9 and for 99 degrees of freedom.
    assert sum((seen - 10_000) ** 2 / 10_000 for seen in singles.values()) < 33.7
    assert sum((seen - 500) ** 2 / 500 for seen in pairs.values()) < 160
    assert len(singles) == 10
    assert len(pairs) == 100


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 10, 200, 255, 256, 257, 1000])
def test_numbers_below_a_limit_are_even(limit: int) -> None:
    stream = Stream(b"evenness", f"below/{limit}")
    seen = Counter(stream.below(limit) for _ in range(40 * limit))
    assert set(seen) <= set(range(limit))
    square = sum((seen[one] - 40) ** 2 / 40 for one in range(limit))
    assert square < limit + 6 * (2 * limit) ** 0.5


@given(SECRETS, LABELS, st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_a_number_between_two_lies_between_them(
    secret: bytes, label: str, low: int, more: int
) -> None:
    assert low <= Stream(secret, label).between(low, low + more) <= low + more


def test_both_ends_are_drawn() -> None:
    stream = Stream(b"ends", "between")
    assert {stream.between(3, 5) for _ in range(100)} == {3, 4, 5}


@given(SECRETS, LABELS, st.lists(st.integers()))
def test_shuffling_keeps_every_item_and_leaves_the_row_alone(
    secret: bytes, label: str, items: list[int]
) -> None:
    before = list(items)
    assert sorted(Stream(secret, label).shuffle(items)) == sorted(items)
    assert items == before


@given(SECRETS, LABELS, st.integers(0, 20))
def test_a_sample_holds_no_item_twice(secret: bytes, label: str, count: int) -> None:
    sample = Stream(secret, label).sample(range(20), count)
    assert len(sample) == len(set(sample)) == count


def test_all_orders_of_three_are_equally_likely() -> None:
    stream = Stream(b"evenness", "orders")
    seen = Counter(stream.shuffle("ABC") for _ in range(6000))
    assert len(seen) == 6
    assert sum((count - 1000) ** 2 / 1000 for count in seen.values()) < 25.7


@pytest.mark.parametrize(
    "draw",
    [
        lambda stream: stream.figures(-1),
        lambda stream: stream.octets(-1),
        lambda stream: stream.below(0),
        lambda stream: stream.between(2, 1),
        lambda stream: stream.sample("AB", 3),
        lambda stream: stream.sample("AB", -1),
    ],
)
def test_what_cannot_be_drawn_is_said(draw: object) -> None:
    assert callable(draw)
    with pytest.raises(DrawError, match=r"cannot be drawn|no number lies"):
        draw(Stream(b"", ""))


def test_the_figures_bring_in_neither_cryptography_nor_chance() -> None:
    code = "import sys, cablesim.modern.digits; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"cryptography", "random", "secrets"} & set(told.stdout.split())
