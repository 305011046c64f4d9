"""Keys: letters as numbers, mixed alphabets, and the order in which key letters name columns."""

from __future__ import annotations

from functools import lru_cache

from cablesim.systems.errors import ParameterRefused
from cablesim.text.alphabet import Alphabet


def key_letters(name: str, key: str, alphabet: Alphabet) -> str:
    """Return a key in the letters of an alphabet, merged ones read as their stand-ins.

    `name` is the parameter's; raises `ParameterRefused` at a letter that the alphabet lacks.
    """
    merged = dict(alphabet.merges)
    read = "".join(merged.get(letter, letter) for letter in key)
    foreign = next((letter for letter in read if letter not in alphabet), None)
    if foreign is not None:
        raise ParameterRefused(
            name, f"{foreign!a} is not in the alphabet {alphabet.described()}; write its letters"
        )
    return read


def key_numbers(name: str, key: str, alphabet: Alphabet) -> tuple[int, ...]:
    """Return the numbers (from 0) of a key's letters; raises as `key_letters` does."""
    return tuple(map(alphabet.signs.index, key_letters(name, key, alphabet)))


def mixed(keyword: str, signs: str) -> str:
    """Return the keyword's letters, each once, then the rest of the signs in their order.

    >>> mixed("KRYPTOS", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    'KRYPTOSABCDEFGHIJLMNQUVWXZ'
    """
    return "".join(dict.fromkeys(keyword + signs))


def ranks(key: str, *, order: str = "") -> tuple[int, ...]:
    """Return each key sign's rank (from 0) in alphabetical order; ties count left to right.

    `order` names the signs in the order that counts, where it is not their natural one.

    >>> ranks("ZEBRAS")
    (5, 2, 1, 3, 0, 4)
    """
    places = range(len(key))
    if order:
        sequence = sorted(places, key=lambda place: (order.index(key[place]), place))
    else:
        sequence = sorted(places, key=lambda place: (key[place], place))
    found = [0] * len(key)
    for rank, place in enumerate(sequence):
        found[place] = rank
    return tuple(found)


@lru_cache(256)
def read_off(found: tuple[int, ...]) -> tuple[int, ...]:
    """Return the columns (from 0) in the order in which their ranks have them read.

    >>> read_off((5, 2, 1, 3, 0, 4))
    (4, 2, 1, 3, 5, 0)
    """
    return tuple(sorted(range(len(found)), key=found.__getitem__))
