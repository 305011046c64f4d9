"""Keys to try the transpositions with."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cablesim.codes.transposition.route import CORNERS, PATHS

Keys = SearchStrategy[dict[str, object]]
WORDS = st.text("ABCXYZАБЁЯ019", min_size=1, max_size=9) | st.lists(
    st.integers(0, 9), min_size=1, max_size=6
)
FILL = st.sampled_from(["none", "X", "XQZ"])
TIES = st.sampled_from(["left to right", "right to left"])


def _key(**given: SearchStrategy[object]) -> Keys:
    return st.fixed_dictionaries(given)


@st.composite
def _grilles(draw: st.DrawFn) -> dict[str, object]:
    """Draw a mask by choosing one cell of every four that turn into each other."""
    size = draw(st.integers(2, 6))
    holes = []
    for row in range((size + 1) // 2):
        for column in range(size // 2):
            cell = (row, column)
            for _ in range(draw(st.integers(0, 3))):
                cell = (cell[1], size - 1 - cell[0])
            holes.append(list(cell))
    turn = draw(st.sampled_from(["clockwise", "counterclockwise"]))
    fill = draw(FILL)
    return {"size": size, "holes_row_col_from_0": holes, "turn": turn, "fill": fill}


KEYS: dict[str, Keys] = {
    "rail-fence": _key(rails=st.integers(1, 9), offset=st.integers(0, 20)),
    "scytale": _key(columns=st.integers(1, 9), fill=FILL) | _key(rows=st.integers(1, 9)),
    "route": _key(
        columns=st.integers(1, 7),
        written=st.sampled_from(list(PATHS)),
        read=st.sampled_from(list(PATHS)),
        corner=st.sampled_from(CORNERS),
        fill=FILL,
    ),
    "turning-grille": _grilles(),
    "columnar-transposition": _key(key=WORDS, fill=FILL, ties=TIES),
    "myszkowski-transposition": _key(key=WORDS, fill=FILL),
    "amsco": _key(key=WORDS, start=st.integers(1, 2), ties=TIES),
    "nihilist-transposition": _key(
        order=WORDS,
        read_off=st.sampled_from(["columns", "rows"]),
        fill=st.sampled_from(["X", "QZ"]),
    ),
    "double-transposition": _key(key1=WORDS, key2=WORDS, fill=FILL, ties=TIES),
    "disrupted-transposition": _key(key=WORDS, ties=TIES),
}
