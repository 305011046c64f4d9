"""Keys to try the substitutions with."""

from __future__ import annotations

from math import gcd

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cablesim.codes.substitution.simple import FILLS

Keys = SearchStrategy[dict[str, object]]
LATIN = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=10)
RUSSIAN = st.text("АБВГДЕЖЗИКЛМНОПЭЮЯ", min_size=1, max_size=10)
WORD = LATIN | RUSSIAN
ALPHABETS = st.sampled_from(
    ["latin26", "latin25", "latin36", "russian33", "russian32", "russian30", "figures", "XYZ♠♥"]
)
EVEN = st.sampled_from(["latin26", "russian32", "russian30", "figures", "ABCD"])
SQUARE25 = st.permutations("ABCDEFGHIKLMNOPQRSTUVWXYZ").map("".join)
FIVE = st.permutations("ABCDEFGHIJ").map(lambda letters: "".join(letters[:5]))


def _key(**given: SearchStrategy[object]) -> Keys:
    return st.fixed_dictionaries(given)


@st.composite
def _boards(draw: st.DrawFn) -> dict[str, object]:
    """Draw a full board of 28 cells with two labelled rows."""
    labels = draw(st.permutations("0123456789"))[:2]
    header = "".join(draw(st.permutations("0123456789")))
    signs = draw(st.permutations("ABCDEFGHIJKLMNOPQRSTUVWXYZ/."))
    rest = iter(signs)
    top = "".join("_" if figure in labels else next(rest) for figure in header)
    rows = {f"row_{label}": "".join(next(rest) for _ in range(10)) for label in labels}
    repeat = draw(st.integers(1, 3))
    return {"header": header, "top_row": top, "figure_repeat": repeat, **rows}


def _with_additive(board: dict[str, object], additive: str) -> dict[str, object]:
    return {**board, "additive": additive}


ADDITIVE = st.text("0123456789", min_size=1, max_size=6)
ADDED = st.builds(_with_additive, _boards(), ADDITIVE)
CHOICE = st.sampled_from(["first", "in turn"])
WORDS = "LADYBUGS AZIMUTHS CALFSKIN QUACKISH UNJOYFUL EVULSION ROWDYISM SEXTUPLE"
KEYS: dict[str, Keys] = {
    "caesar": _key(shift=st.integers(-99, 99), alphabet=ALPHABETS),
    "rot13": _key(alphabet=EVEN),
    "rot5-digits": _key(shift=st.integers(0, 9)),
    "atbash": _key(alphabet=ALPHABETS),
    "affine": st.one_of(
        _key(
            a=st.integers(1, 99).filter(lambda a: gcd(a, 26) == 1),
            b=st.integers(-9, 99),
            alphabet=st.just("latin26"),
        ),
        _key(
            a=st.integers(1, 99).filter(lambda a: gcd(a, 33) == 1),
            b=st.integers(-9, 99),
            alphabet=st.just("russian33"),
        ),
    ),
    "simple-substitution": _key(
        keyword=WORD, fill=st.sampled_from(FILLS), move=st.integers(-30, 30)
    ),
    "a1z26": _key(alphabet=ALPHABETS, separator=st.sampled_from([" ", "-", ", ", "/"])),
    "bacon": _key(alphabet=st.sampled_from(["24", "26"])) | _key(a=st.just("0"), b=st.just("1")),
    "homophonic": _key(key=st.text("GOLFABZ", min_size=1, max_size=4), choice=CHOICE)
    | _key(key=st.text("АБЯ", min_size=1, max_size=3), choice=CHOICE)
    | _key(table=st.just("A=01,27,53 B=02 C=99"), choice=CHOICE),
    "grandpre": _key(words=st.just(WORDS), choice=CHOICE),
    "key-phrase": _key(phrase=st.text("ABCDEF", min_size=26, max_size=26)),
    "tridigital": _key(digits=st.permutations("0123456789").map("".join), keyword=LATIN),
    "polybius": _key(keyword=WORD, order=st.sampled_from(["row,column", "column,row"]))
    | _key(square=SQUARE25, labels=FIVE),
    "tap-code": _key(form=st.sampled_from(["row taps, column taps", "dots"])),
    "checkerboard-aca": _key(square=SQUARE25, row_keyword=FIVE, column_keyword=FIVE, choice=CHOICE)
    | _key(
        row_keyword=st.just("HORSE"),
        row_keyword2=st.just("BLACK"),
        column_keyword=st.just("GRAYS"),
        column_keyword2=st.just("WHITE"),
        choice=CHOICE,
    ),
    "straddling-checkerboard": _boards()
    | _key(
        keyword=LATIN, two_digit_rows=st.permutations("0123456789").map(lambda d: "".join(d[:2]))
    ),
    "straddling-checkerboard+additive": ADDED,
    "straddling-checkerboard+additive+reverse": ADDED,
    "monome-dinome": _key(digits=st.permutations("0123456789").map("".join), keyword=LATIN),
}
