"""Our systems as a comparison of cipher libraries asks for them: an id, and a function each way.

A harness that takes an adapter file finds `NAME`, `VERSION` and `CIPHERS` here; each function takes
a text and returns one. Everything goes through the registry, as any user's call does.
"""

from __future__ import annotations

from collections.abc import Callable

from cablesim import __version__
from cablesim.codes import registry
from cablesim.systems.vectors import shipped

NAME = "cablesim"
VERSION = __version__
Act = Callable[[str], str]


def system(name: str, **parameters: object) -> tuple[Act, Act]:
    """Return both ways of a system with its parameters fixed."""
    found = registry.system(name)
    return (
        lambda text: found.encipher(text, **parameters).result,
        lambda text: found.decipher(text, **parameters).result,
    )


def columns(key: str) -> tuple[Act, Act]:
    """Return a ragged columnar transposition."""
    return system("columnar-transposition", key=key)


def vic() -> tuple[Act, Act]:
    """Return the message of 1953 both ways: the harness names the message, not its text."""
    vector = next(each for each in shipped() if each.id == "vic-01")
    there, back = system("vic", **vector.parameters)
    return (lambda _: there(vector.plain), lambda _: back(vector.cipher))


def in_groups(act: Act) -> Act:
    """Return an act whose result is cut into fives."""

    def cut(text: str) -> str:
        row = act(text).replace(" ", "")
        return " ".join(row[start : start + 5] for start in range(0, len(row), 5))

    return cut


def grouped_vic() -> tuple[Act, Act]:
    """Return the message of 1953 in groups, as the harness compares it."""
    there, back = vic()
    return in_groups(there), back


BIFID = "BGWKZQPNDSIOAXEFCLUMTHYVR"
TRIFID = "FELIXMARDSTBCGHJKNOPQUVWYZ+"
NO_Q = "ABCDEFGHIJKLMNOPRSTUVWXYZ"
BTALP = "BTALPDHOZKQFVSNGICUXMREWY"
NACHT = "NA1C3H8TB2OME5WRPD4F6G7I9J0KLQSUVXYZ"
BOARD: dict[str, object] = {
    "header": "0123456789",
    "top_row": "ET AON RIS",
    "row_2": "BCDFGHJKLM",
    "row_6": "PQ/UVWXYZ.",
    "blanks": [2, 6],
}
CIPHERS: dict[str, tuple[Act, Act]] = {
    "caesar": system("caesar", shift=3, others="keep"),
    "atbash": system("atbash", others="keep"),
    "affine": system("affine", a=23, b=23, others="keep"),
    "simple": system("simple-substitution", keyword="ZEBRAS"),
    "vigenere": system("vigenere", key="EDWARD", others="keep"),
    "autokey": system("autokey", primer="SECRETKEY", others="keep"),
    "beaufort": system("beaufort", key="GERMAN"),
    "gronsfeld": system("gronsfeld", key="2781393"),
    "porta": system("porta", key="FORTIFICATION"),
    "playfair": system("playfair", keyword="PLAYFAIREXAMPLE"),
    "foursquare": system(
        "four-square",
        top_left=NO_Q,
        bottom_right=NO_Q,
        top_right="EXAMPLBCDFGHIJKNORSTUVWYZ",
        bottom_left="KEYWORDABCFGHIJLMNPSTUVXZ",
    ),
    "bifid": system("bifid", square=BIFID, period=0),
    "trifid": system("trifid", cube=TRIFID, period=5),
    "polybius": system("polybius"),
    "nihilist": system("nihilist-substitution", polybius_keyword="ZEBRAS", key="RUSSIAN"),
    "railfence": system("rail-fence", rails=3),
    "columnar": columns("ZEBRAS"),
    "double": system("double-transposition", key1="ZEBRAS", key2="STRIPE"),
    "myszkowski": system("myszkowski-transposition", key="TOMATO"),
    "adfgx": system("adfgx", square=BTALP, transposition_key="CARGO"),
    "adfgvx": system("adfgvx", square=NACHT, transposition_key="PRIVACY"),
    "checkerboard": system("straddling-checkerboard", **BOARD),
    "checkadd": system("straddling-checkerboard+additive", additive="0452", **BOARD),
    "chao": system(
        "chaocipher",
        left_cipher="HXUCZVAMDSLKPEFJRIGTWOBNYQ",
        right_plain="PTLNBQDEOYSFAVZKGJRIHWXUMC",
    ),
    "enigma": system(
        "enigma", rotors_left_to_right="I II III", reflector="B", ring="AAA", start="AAA"
    ),
    "m209": system("m-209", start="AAAAAA"),
    "codebook": system(
        "code-plus-additive",
        book="MEET=7934 AT=2157 MACAULAY=1139",
        pad="13962 70992 65172",
    ),
    "vic": grouped_vic(),
}
