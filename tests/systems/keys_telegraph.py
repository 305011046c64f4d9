"""Keys to try the telegraph codes with."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cablesim.codes.telegraph.checks import RULES
from cablesim.codes.telegraph.chinese import NAMES
from cablesim.codes.telegraph.spelling import TABLES
from cablesim.codes.telegraph.teleprinter import CHE, ORDERS, SPACES, STARTS

Keys = SearchStrategy[dict[str, object]]
GAPS = st.sampled_from([(" ", " / "), (" ", "   "), ("|", "||"), (",", " ")])


def _key(**given: SearchStrategy[object]) -> Keys:
    return st.fixed_dictionaries(given)


def _gapped(**more: SearchStrategy[object]) -> Keys:
    return st.builds(
        lambda gaps, rest: {"letter_gap": gaps[0], "word_gap": gaps[1], **rest}, GAPS, _key(**more)
    )


KEYS: dict[str, Keys] = {
    "morse-itu": _gapped(),
    "morse-russian": _gapped(
        hard_sign=st.sampled_from(["as the soft sign", "a signal of its own"])
    ),
    "morse-itu-timing": _key(on=st.sampled_from(["=", "1"]), off=st.sampled_from([".", "0"])),
    "baudot-ita2": _key(
        bit_order=st.sampled_from(ORDERS),
        initial_shift=st.sampled_from(STARTS),
        shift_at_space=st.sampled_from(SPACES),
    ),
    "baudot-mtk2": _key(bit_order=st.sampled_from(ORDERS), che=st.sampled_from(CHE)),
    "spelling-alphabet": _key(table=st.sampled_from(list(TABLES))),
    "chinese-telegraph-code": _key(table=st.sampled_from(NAMES)),
    "commercial-code": _key(book=st.sampled_from(["one-part", "two-part"])),
    "check-figure": _key(rule=st.sampled_from(RULES), size=st.integers(1, 9)),
    "two-letter-difference": _key(others=st.just("refuse")),
}
PHRASES = ["WE", "ACCEPT", "YOUR", "OFFER", "LETTER", "FOLLOWS", "XQZ", "A", "B2", "1950", "  "]
TEXTS: dict[str, SearchStrategy[str]] = {
    "commercial-code": st.lists(st.sampled_from(PHRASES), max_size=12).map(" ".join),
    "two-letter-difference": st.lists(
        st.integers(0, 456_975).map(lambda number: f"{number:06d}"), max_size=8
    ).map("".join),
    "chinese-telegraph-code": st.text("中文北京一丁", max_size=20),
}
