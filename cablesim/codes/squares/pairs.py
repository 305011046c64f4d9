"""What systems of letter pairs share: sound squares, fillers, pairs through a table, a sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from cablesim.codes.square import Square, square_of
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.system import Row, Way
from cablesim.text.alphabet import Alphabet, Merge
from cablesim.text.bulk import numbers, paired, spelled

# Two numbers are read as one code point, which must not be one that UTF-16 keeps for itself.
MOST_SIGNS = 196
_FILLERS, _SECOND_FILLERS = "XХ", "QZФ"

Pair = tuple[str, str]
Rule = Callable[[str, str], Pair]


@cache
def sound(square: Square, size: str = "") -> Square:
    """Return a square that a text can go through.

    Raises `ParameterRefused` where it is too large, where a letter is merged that it holds or into
    one that it lacks, and where it has not the rows that `size` names.
    """
    signs, side = square.signs, str(square.side)
    if len(signs) > MOST_SIGNS:
        raise ParameterRefused(
            "square", f"it has {len(signs)} signs; write {MOST_SIGNS} of them at most"
        )
    for written, read in square.merges:
        if written in signs:
            raise ParameterRefused("merge", f"the square holds {written} itself; leave it out")
        if read not in signs:
            raise ParameterRefused(
                "merge", f"the square has no {read} for {written}; its signs are {signs}"
            )
    if any(figures.lstrip("0") != side for figures in re.findall(r"[0-9]+", size)[:2]):
        raise ParameterRefused(
            "size", f"the square is {side}x{side}; name another alphabet, as latin25 or latin36"
        )
    return square


@cache
def other_square(
    name: str, given: str, base: Alphabet, merges: tuple[Merge, ...] | None = None
) -> Square:
    """Return a square given whole, or an alphabet that the given word begins.

    `name` is the parameter's; raises `ParameterRefused` as `square_of` does.
    """
    whole = len(given) in {len(base), 25, 36} and len(set(given)) == len(given)
    if whole:
        return sound(square_of(name, given, "", base, merges))
    return sound(square_of(name, "", given, base, merges))


def straight(square: Square) -> Alphabet:
    """Return the signs of a square in the order of their alphabet, figures behind the letters."""
    signs = sorted(square.signs, key=lambda sign: (sign.isdigit(), sign))
    return Alphabet("square", "".join(signs), square.merges)


def filler(name: str, given: str, signs: str, besides: str = "") -> str:
    """Return the filler that is given, else X or a Russian Х, else the last sign there is.

    `besides` is a filler that this one stands in for. Raises `ParameterRefused` under `name` where
    it is no single sign of the square, or that other one.
    """
    usual = _SECOND_FILLERS if besides else _FILLERS
    letter = given or next(
        each for each in (*usual, *reversed(signs)) if each in signs and each != besides
    )
    if len(letter) != 1 or letter not in signs:
        raise ParameterRefused(name, f"'{letter}' is no letter of the square; write one of {signs}")
    if letter == besides:
        raise ParameterRefused(name, f"'{letter}' is the filler itself; write another letter")
    return letter


def table_of(rule: Rule, first: str, second: str, into: str) -> dict[int, int]:
    """Return the table of all pairs by a rule; letters are numbered in the row `into`.

    `first` and `second` are the letters that may stand first and second in a pair.
    """
    number = {letter: place for place, letter in enumerate(into)}
    found = {}
    for left in first:
        for right in second:
            above, below = rule(left, right)
            found[number[left] + 256 * number[right]] = number[above] + 256 * number[below]
    return found


def through(text: str, signs: str, table: dict[int, int]) -> str:
    """Return a text of even length pair by pair through a table."""
    return spelled(paired(numbers(text, signs), table), signs)


def even(text: str) -> str:
    """Return a cipher text of whole pairs; raises `SystemRefused` where one letter is left over."""
    if len(text) % 2:
        raise SystemRefused(
            f"{len(text)} letters make no whole pairs, place {len(text)} is left over; look for a "
            "letter that was lost or added on the way"
        )
    return text


def pair_lines(text: str, rule: Rule, remark: Callable[[str, str], str]) -> Iterator[Row]:
    """Yield a line for every pair by the rule, with what kind of pair it is."""
    for start in range(0, len(text), 2):
        left, right = text[start], text[start + 1]
        gives = "".join(rule(left, right))
        yield Row((left + right, gives), gives, remark(left, right))


def pair_columns(way: Way) -> tuple[str, ...]:
    """Name both pairs."""
    return ("plain pair", "cipher pair") if way is Way.ENCIPHER else ("cipher pair", "plain pair")
