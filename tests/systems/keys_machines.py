"""Valid parameters of the machines, for tests of all keys."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cablesim.codes.machines.m209 import USUAL_PINS, WHEELS
from cablesim.codes.machines.wheels import LETTERS
from cablesim.text.alphabet import RUSSIAN30, RUSSIAN33

Parameters = dict[str, object]

PAIRS = st.permutations(LETTERS).map("".join)


def several(least: int, most: int) -> SearchStrategy[str]:
    """Return some letters."""
    return st.text(LETTERS, min_size=least, max_size=most)


@st.composite
def enigma(draw: st.DrawFn) -> Parameters:
    """Return wheels, reflector, rings, start and plugs that fit a model."""
    model = draw(st.sampled_from(["I", "M3", "M4"]))
    moving = ["I", "II", "III", "IV", "V", *(["VI", "VII", "VIII"] if model != "I" else [])]
    wheels = draw(st.permutations(moving))[:3]
    places = 3
    if model == "M4":
        wheels, places = [draw(st.sampled_from(["Beta", "Gamma"])), *wheels], 4
    mixed, count = draw(PAIRS), draw(st.integers(0, 13))
    return {
        "model": model,
        "rotors_left_to_right": draw(st.sampled_from([" ".join(wheels), list(wheels)])),
        "reflector": draw(st.sampled_from(["A", "B", "C"] if model == "I" else ["B", "UKW C"])),
        "ring": draw(several(places, places)),
        "start": draw(several(places, places)),
        "plugs": " ".join(mixed[at : at + 2] for at in range(0, 2 * count, 2)) or "none",
    }


@st.composite
def m209(draw: st.DrawFn) -> Parameters:
    """Return letters that show, pins, lugs, and what becomes of blanks."""
    pins = st.tuples(*(st.text(wheel, max_size=26).map(lambda row: row or "-") for wheel in WHEELS))
    bar = st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(
        lambda wheels: wheels[0] != wheels[1] or wheels[0] == 0
    )
    bars = st.lists(bar.map(lambda wheels: f"{wheels[0]}{wheels[1]}"), min_size=1, max_size=27)
    return {
        "start": "".join(draw(st.sampled_from(wheel)) for wheel in WHEELS),
        "pins": draw(st.just(list(USUAL_PINS)) | pins.map(" ".join)),
        "lugs": draw(bars.map(" ".join)),
        "blanks": draw(st.sampled_from(["left out", "as Z"])),
    }


@st.composite
def rings(draw: st.DrawFn) -> Parameters:
    """Return two rings of the same letters."""
    signs = draw(st.sampled_from([LETTERS, RUSSIAN33.signs, RUSSIAN30.signs, "ABCD", "ABCDE"]))
    return {
        "left_cipher": "".join(draw(st.permutations(signs))),
        "right_plain": "".join(draw(st.permutations(signs))),
    }


KEYS: dict[str, SearchStrategy[Parameters]] = {
    "enigma": enigma(),
    "m-209": m209(),
    "solitaire": st.fixed_dictionaries(
        {
            "passphrase": several(0, 12),
            "deck": st.just("1..52, A joker 53, B joker 54")
            | st.permutations(range(1, 55)).map(list),
            "fill": st.sampled_from(["X", "none"]),
        }
    ),
    "chaocipher": rings(),
}
