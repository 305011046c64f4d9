"""Keys to try the squares and the fractionating systems with."""

from __future__ import annotations

from math import gcd

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cablesim.codes.squares.hill import determinant

Keys = SearchStrategy[dict[str, object]]
LATIN = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=10)
RUSSIAN = st.text("АБВГДЕЁЖЗИЙКЛМНОПЪЭЮЯ", min_size=1, max_size=10)
WORD = LATIN | RUSSIAN
CUBE = st.permutations("ABCDEFGHIJKLMNOPQRSTUVWXYZ+").map("".join)
SQUARE25 = st.permutations("ABCDEFGHIKLMNOPQRSTUVWXYZ").map("".join)
SQUARE36 = st.permutations("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789").map("".join)
PERIOD = st.integers(0, 12)
COLUMNS = st.text("ABCXYZ", min_size=1, max_size=7)


def _key(**given: SearchStrategy[object]) -> Keys:
    return st.fixed_dictionaries(given)


def _pair(**more: SearchStrategy[object]) -> Keys:
    """Return keys of two words in one script, or two whole squares."""
    return st.one_of(
        *(_key(left=words, right=words, **more) for words in (LATIN, RUSSIAN, SQUARE25))
    )


def _invertible(given: dict[str, object]) -> bool:
    matrix = given["matrix"]
    length = {"latin26": 26, "russian33": 33, "latin25": 25}[str(given["alphabet"])]
    assert isinstance(matrix, list)
    return gcd(determinant(tuple(map(tuple, matrix))), length) == 1


@st.composite
def _matrices(draw: st.DrawFn) -> list[list[int]]:
    side = draw(st.integers(1, 3))
    row = st.lists(st.integers(-30, 60), min_size=side, max_size=side)
    return draw(st.lists(row, min_size=side, max_size=side))


SPLIT = st.sampled_from(["inside pairs", "every double", "none"])
KEYS: dict[str, Keys] = {
    "playfair": _key(keyword=WORD, split=SPLIT)
    | _key(square=SQUARE25, filler=st.just("Q"), split=SPLIT)
    | _key(square=SQUARE36, odd=st.just("Z")),
    "seriated-playfair": _key(
        keyword=WORD, period=st.integers(1, 12), split=st.sampled_from(["inside pairs", "none"])
    )
    | _key(square=SQUARE36, filler=st.just("Z"), period=st.integers(1, 5)),
    "two-square": _pair(
        layout=st.sampled_from(["horizontal", "vertical"]),
        ciphertext_order=st.sampled_from(["right-square letter first", "left-square letter first"]),
    )
    | _pair(same_row=st.just("reverse"))
    | _pair(same_row=st.just("transparent"), ciphertext_order=st.just("left-square letter first"))
    | _pair(same_row=st.just("transparent"), layout=st.just("vertical")),
    "four-square": _key(top_right=LATIN, bottom_left=LATIN)
    | _key(top_right=RUSSIAN, bottom_left=RUSSIAN)
    | _key(top_left=SQUARE25, bottom_right=SQUARE25, top_right=SQUARE25, bottom_left=SQUARE25),
    "hill": _key(
        matrix=_matrices(),
        alphabet=st.sampled_from(["latin26", "russian33", "latin25"]),
        vector=st.sampled_from(["column", "row"]),
    ).filter(_invertible),
    "bifid": _key(keyword=WORD, period=PERIOD) | _key(square=SQUARE36, period=PERIOD),
    "cm-bifid": _key(square=SQUARE25, second_square=SQUARE25, period=PERIOD)
    | _key(keyword=LATIN, second_keyword=LATIN, period=PERIOD)
    | _key(keyword=RUSSIAN, second_keyword=RUSSIAN, period=PERIOD),
    "trifid": _key(cube=CUBE, period=PERIOD) | _key(keyword=LATIN, period=PERIOD),
    "adfgx": _key(square=SQUARE25, transposition_key=COLUMNS)
    | _key(keyword=LATIN, transposition_key=COLUMNS),
    "adfgvx": _key(square=SQUARE36, transposition_key=COLUMNS)
    | _key(keyword=RUSSIAN, transposition_key=COLUMNS),
    "fractionated-morse": _key(keyword=LATIN),
    "morbit": _key(digits=st.permutations("123456789").map("".join)),
}
