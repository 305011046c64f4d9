"""Valid parameters of the systems of figures, for the tests that hold for all of them."""

from __future__ import annotations

import string

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cablesim.text.alphabet import LATIN25, LATIN26, LATIN36, RUSSIAN30, RUSSIAN33, RUSSIAN36

Keys = SearchStrategy[dict[str, object]]

FIGURES = string.digits
OPERATIONS = ("plain + key", "plain - key", "key - plain")


def row(least: int, most: int | None = None, signs: str = FIGURES) -> SearchStrategy[str]:
    """Return rows of signs."""
    return st.text(signs, min_size=least, max_size=least if most is None else most)


def distinct(signs: str, count: int) -> SearchStrategy[str]:
    """Return rows of so many different signs."""
    return st.permutations(signs).map(lambda each: "".join(each[:count]))


PAD: Keys = st.fixed_dictionaries(
    {"key": row(200, 230), "operation": st.sampled_from(OPERATIONS), "start": st.integers(0, 80)}
)
SHORT: Keys = st.fixed_dictionaries(
    {"key": row(1, 90), "operation": st.sampled_from(OPERATIONS), "key_use": st.just("repeat")}
)
LONG: Keys = st.fixed_dictionaries({"key": row(120, 150)})
ADDITION = SHORT | LONG


@st.composite
def letter_pads(draw: st.DrawFn) -> dict[str, object]:
    """Return pads of letters of several alphabets."""
    alphabet = draw(st.sampled_from([LATIN26, LATIN36, RUSSIAN33, RUSSIAN30]))
    return {
        "key": draw(row(120, 140, alphabet.signs)),
        "alphabet": alphabet.name,
        "operation": draw(st.sampled_from(OPERATIONS)),
        "start": draw(st.integers(0, 60)),
    }


@st.composite
def bit_pads(draw: st.DrawFn) -> dict[str, object]:
    """Return pads of bits in both writings."""
    encoding = draw(st.sampled_from(["hex", "bits"]))
    signs, count = ("0123456789abcdefABCDEF", 300) if encoding == "hex" else ("01", 1200)
    return {
        "key": draw(row(count, count + 9, signs)),
        "key_encoding": encoding,
        "output": draw(st.sampled_from(["hex", "bits"])),
        "start": draw(st.integers(0, 20)),
    }


@st.composite
def nihilists(draw: st.DrawFn) -> dict[str, object]:
    """Return squares of several sizes, by keyword or given whole, with all ways of adding."""
    alphabet = draw(st.sampled_from([LATIN25, LATIN36, RUSSIAN36]))
    square = "".join(draw(st.permutations(alphabet.signs)))
    shape = {"square": square} if draw(st.booleans()) else {"keyword": square[:6]}
    return {
        **shape,
        "alphabet": alphabet.name,
        "key": draw(row(1, 9, alphabet.signs)),
        "addition": draw(st.sampled_from(["ordinary", "mod 100", "without carrying"])),
    }


@st.composite
def gromarks(draw: st.DrawFn) -> dict[str, object]:
    """Return keys of Gromark in two alphabets, with and without primer and check."""
    alphabet = draw(st.sampled_from([LATIN26, RUSSIAN33]))
    kinds = ["K2M", "K2", "".join(draw(st.permutations(alphabet.signs)))]
    return {
        "keyword": draw(row(0, 9, alphabet.signs)),
        "primer": draw(row(2, 7)),
        "letters": alphabet.name,
        "alphabet": draw(st.sampled_from(kinds)),
        "transmitted": draw(st.sampled_from(["body", "primer and check"])),
    }


CODES = st.fixed_dictionaries(
    {
        "key": row(260, 280),
        "code_size": st.integers(1, 6),
        "group_size": st.integers(1, 7),
        "fill": row(1, 3),
        "indicator": st.just("") | st.just("pad"),
        "start": st.integers(1, 5),
        "operation": st.sampled_from(OPERATIONS),
    }
)


@st.composite
def vics(draw: st.DrawFn, alphabet: str = RUSSIAN30.signs) -> dict[str, object]:
    """Return what a writer of VIC messages remembers."""
    return {
        "keyword": draw(distinct(alphabet, 7)),
        "phrase20": draw(row(20, 24, alphabet)),
        "date_digits": draw(row(6)),
        "personal_number": draw(st.integers(1, 16)),
        "keygroup": draw(row(5)),
    }


VIC_FULL = st.tuples(
    vics(),
    st.fixed_dictionaries(
        {
            "keygroup_position_from_end": st.integers(0, 12),
            "nulls_at_end": row(1, 5),
            "digits": st.sampled_from(["tripled", "doubled"]),
            "halves": st.sampled_from(["as written", "cut"]),
        }
    ),
).map(lambda parts: {**parts[0], **parts[1]})

VIC_BOARDS = st.tuples(
    vics(),
    st.fixed_dictionaries({"header": distinct(FIGURES, 10) | st.just("")}),
).map(lambda parts: {**parts[0], **parts[1]})

LINES = (
    "A",
    "C",
    "D",
    "E",
    "E2",
    "F",
    "F2",
    "G",
    "H",
    "J",
    "K",
    "P",
    "K-P",
    "Q",
    "R",
    "S",
    "widths",
)

KEYS: dict[str, Keys] = {
    "non-carrying-addition": ADDITION,
    "non-carrying-subtraction": ADDITION,
    "chain-addition": st.fixed_dictionaries(
        {
            "extend_by": st.integers(0, 90),
            "rule": st.sampled_from(["1", "append (s[i]+s[i+2]) mod 10"]),
        }
    ),
    "nihilist-substitution": nihilists(),
    "code-plus-additive": CODES,
    "one-time-pad-letters": letter_pads(),
    "one-time-pad-figures": PAD,
    "one-time-pad-bits": bit_pads(),
    "gromark": gromarks(),
    "vic-sequencing": st.fixed_dictionaries(
        {"alphabet": st.sampled_from(["latin26", "russian30", "russian33"])}
    ),
    "vic-key-derivation": st.tuples(vics(), st.sampled_from(LINES)).map(
        lambda parts: {**parts[0], "line": parts[1]}
    ),
    "vic-checkerboard": VIC_BOARDS,
    "vic": VIC_FULL,
}

MARKED = st.lists(
    st.sampled_from([*RUSSIAN30.signs, *".,№", *FIGURES, "{ПВТ}", "{П/Л}"]), max_size=60
).map("".join)

TEXTS: dict[str, SearchStrategy[str]] = {
    "chain-addition": row(0, 0) | row(3, 60),
    "code-plus-additive": st.integers(0, 3).flatmap(lambda count: row(60 * count)),
    "vic-checkerboard": MARKED,
    "vic": MARKED,
}
