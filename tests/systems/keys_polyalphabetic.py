"""Valid parameters of the polyalphabetic systems, for tests of all keys."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cablesim.text.alphabet import (
    LATIN25,
    LATIN26,
    LATIN36,
    RUSSIAN30,
    RUSSIAN32,
    RUSSIAN33,
    Alphabet,
)

Parameters = dict[str, object]

# The Greek letters stand in no one-byte code that holds the others.
GREEK = Alphabet("given", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ")
ALL = (LATIN26, RUSSIAN33, RUSSIAN32, RUSSIAN30, LATIN25, LATIN36, GREEK)
EVEN = tuple(alphabet for alphabet in ALL if len(alphabet) % 2 == 0)
MOST_LETTERS = 60


def written(alphabet: Alphabet) -> str:
    """Return an alphabet as a parameter: by name, or its signs."""
    return alphabet.signs if alphabet.name == "given" else alphabet.name


def letters(alphabet: Alphabet, least: int = 1, most: int = 12) -> SearchStrategy[str]:
    """Return key words."""
    return st.text(alphabet.signs, min_size=least, max_size=most)


@st.composite
def keyed(draw: st.DrawFn, name: str, alphabets: tuple[Alphabet, ...] = ALL) -> Parameters:
    """Return an alphabet and a key word of its letters."""
    alphabet = draw(st.sampled_from(alphabets))
    found: Parameters = {name: draw(letters(alphabet)), "alphabet": written(alphabet)}
    if alphabet is LATIN26 and draw(st.booleans()):
        del found["alphabet"]
    return found


def with_more(
    parameters: SearchStrategy[Parameters], **more: SearchStrategy[object]
) -> SearchStrategy[Parameters]:
    """Return parameters with some more, each given or not."""
    return st.tuples(parameters, st.fixed_dictionaries({}, optional=more)).map(
        lambda both: {**both[0], **both[1]}
    )


@st.composite
def running(draw: st.DrawFn) -> Parameters:
    """Return a key text that is long enough, or none where halves need none."""
    if draw(st.booleans()):
        return {"convention": "halves", "alphabet": written(draw(st.sampled_from(ALL)))}
    alphabet = draw(st.sampled_from(ALL))
    key = draw(letters(alphabet, MOST_LETTERS, MOST_LETTERS + 20))
    return {"key": key, "alphabet": written(alphabet)}


@st.composite
def quagmire(draw: st.DrawFn, *mixed: str) -> Parameters:
    """Return an indicator key, and keywords or whole alphabets for the mixed alphabets."""
    alphabet = draw(st.sampled_from(ALL))
    found: Parameters = {
        "alphabet": written(alphabet),
        "indicator_key": draw(letters(alphabet)),
    }
    for name in mixed:
        whole = st.permutations(alphabet.signs).map("".join)
        found[name] = draw(letters(alphabet) | whole)
    if draw(st.booleans()):
        under = st.sampled_from([*alphabet.signs, "first", "first letter of the plain alphabet"])
        found["indicator_under"] = draw(under)
    return found


@st.composite
def ragbaby(draw: st.DrawFn) -> Parameters:
    """Return a keyword, and an alphabet with or without merges."""
    found: Parameters = {
        "numbering": draw(st.sampled_from(["first word starts at 1", "every word starts at 1"]))
    }
    if draw(st.booleans()):
        return {**found, "keyword": draw(st.sampled_from(["GROSBEAK", "ЖУРАВЛЬ", ""]))}
    alphabet = draw(st.sampled_from(ALL))
    signs = "".join(draw(st.permutations(alphabet.signs)))
    return {
        **found,
        "alphabet24": signs,
        "keyword": draw(letters(alphabet)),
        "merge": draw(st.sampled_from(["usual", "none"])),
    }


RULE = st.sampled_from(["vigenere", "beaufort", "variant"])
FROM = st.sampled_from([0, 1])
WITH = st.sampled_from(["plaintext", "ciphertext"])
SLIDES = st.sampled_from(["right (+1 per key pair)", "left (-1 per key pair)"])
ALPHABETS = st.sampled_from(ALL).map(written)

KEYS: dict[str, SearchStrategy[Parameters]] = {
    "trithemius": st.fixed_dictionaries({"start": st.integers(-100, 100), "alphabet": ALPHABETS}),
    "vigenere": with_more(keyed("key"), numbered_from=FROM),
    "gronsfeld": st.fixed_dictionaries(
        {
            "key": st.text("0123456789", min_size=1, max_size=8)
            | st.lists(st.integers(0, 255), min_size=1, max_size=8),
            "alphabet": ALPHABETS,
        }
    ),
    "beaufort": with_more(keyed("key"), numbered_from=FROM),
    "variant-beaufort": with_more(keyed("key"), numbered_from=FROM),
    "porta": with_more(keyed("key", EVEN), lower_half_slides=SLIDES),
    "autokey": with_more(keyed("primer") | keyed("key"), key_continues_with=WITH, rule=RULE),
    "running-key": with_more(running(), rule=RULE),
    "progressive-key": with_more(keyed("key"), progression=st.integers(-40, 40), rule=RULE),
    "quagmire-1": quagmire("plain_alphabet"),
    "quagmire-2": quagmire("cipher_alphabet"),
    "quagmire-3": quagmire("plain_alphabet"),
    "quagmire-4": quagmire("plain_alphabet", "cipher_alphabet"),
    "ragbaby": ragbaby(),
}
