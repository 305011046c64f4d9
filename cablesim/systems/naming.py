"""Names of parameters as sources write them: each is led to the field that it means.

Books, tools and test collections call one thing by many names: a key is also a keyword, a pad or an
order of columns; a null is also a filler or padding. A field's own name and the system's aliases
count first, then spelling (`Key-1`, `first_key`), then the families below.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from cablesim.systems.errors import ParameterRefused

# What a source may call it, and the fields that it may mean, in the order in which they are tried.
_FAMILIES: tuple[tuple[str, str], ...] = (
    (
        "key keyword keyphrase phrase passphrase password codeword secret mainkey cipherkey",
        (
            "key keyword primer indicator_key transposition_key phrase passphrase additive order "
            "rails columns_wide shift kek key_hex start seed scalar matrix words square left_cipher"
        ),
    ),
    (
        (
            "pad additive keydigits keystream keynumbers keyfigures keytext runningkey padpage "
            "keyletters addend subtrahend"
        ),
        "key additive",
    ),
    (
        (
            "order numbers numerickey columnorder permutation keyorder keynumbers sequence "
            "numberkey columnkey columnarkey columnkeyword"
        ),
        "key order numbers transposition_key",
    ),
    (
        "transpositionkeyword transpositionkey columnkey columnarkey columnkeyword key2 keyword2",
        "transposition_key key2 second_keyword key keyword",
    ),
    ("polybiuskey squarekeyword squarekey gridkeyword key1 keyword1", "keyword key1 key"),
    (
        (
            "square keysquare polybiussquare grid table board matrix cube alphabet mixedalphabet "
            "keyedalphabet polybiusalphabet squarealphabet"
        ),
        "square cube cipher_alphabet alphabet",
    ),
    ("matrix keymatrix", "matrix"),
    ("alphabet plainalphabet plaintextalphabet letters plain", "alphabet letters"),
    (
        (
            "cipheralphabet ciphertextalphabet keyalphabet mixedalphabet substitutionalphabet "
            "substitution mapping"
        ),
        "cipher_alphabet square alphabet phrase",
    ),
    ("rails rows railcount numberofrails height depth levels fences lines", "rails rows"),
    ("offset startoffset phase startingoffset", "offset start shift"),
    ("shift offset rotation amount displacement n k places step", "shift start"),
    (
        "columns width columncount numberofcolumns turns circumference diameter faces sides",
        "columns_wide size",
    ),
    (
        (
            "fill filler padding pad padletter padchar null nulls nullletter fillletter "
            "fillerletter paddingletter filling lastrow"
        ),
        "fill filler pad odd",
    ),
    ("doubleletter doubles separatorletter insert", "filler"),
    ("odd oddend oddfiller oddlength lastletter", "odd pad fill"),
    ("period groupsize blocksize blocklength block group grouplength seriationperiod", "period"),
    ("separator delimiter groupseparator between", "separator"),
    ("merge merges merged combine combined combinedletters mergedletters", "merge"),
    ("labels coordinates header headers symbols rowlabels columnlabels rows columns", "labels"),
    ("a slope multiplier factor alpha", "a"),
    ("b intercept summand beta shift offset addend", "b"),
    ("ties tie tiebreak equalletters repeatedletters duplicates", "ties"),
    ("start startposition startpositions position positions messagekey initialposition", "start"),
    ("rule variant mode type cipher kind method", "rule"),
    ("operation direction mode addition rule method", "operation addition"),
)
_ORDINALS = {
    "first": "1", "second": "2", "third": "3", "left": "1", "right": "2", "top": "1",
    "bottom": "2", "one": "1", "two": "2", "three": "3", "a": "1", "b": "2", "c": "3",
    "input": "1", "output": "2", "plain": "1", "cipher": "2",
}  # fmt: skip
# Sentences that come with a source's parameters: printed, and changing nothing.
_NOTES = frozenset(
    ("note", "notes", "source", "comment", "comments", "remark", "remarks", "description",
     "example", "about", "unit", "units", "rule", "form", "convention", "conventions", "output")
)  # fmt: skip
_PRESETS = frozenset(
    ("preset", "variant", "convention", "conventions", "style", "form", "standard")
)


def plain_name(name: str) -> str:
    """Return a name without case, blanks and lines between its parts.

    >>> plain_name("Key-Word_1")
    'keyword1'
    """
    return re.sub(r"[\W_]+", "", name).lower()


def is_note(name: str) -> bool:
    """Say whether a parameter only tells something, as `note` or `note_on_plaintext` do."""
    return name in _NOTES or name.startswith("note_") or name.endswith("_note")


def preset_in(name: str, value: object, presets: Collection[str]) -> str | None:
    """Return the preset that a value names, as `variant="ACA"` does; none where it names none."""
    if name not in _PRESETS or not isinstance(value, str):
        return None
    word = re.match(r"[\w-]+", value.strip().lower())
    return word.group() if word and word.group() in presets else None


@cache
def _spellings(name: str) -> tuple[str, ...]:
    """Return a name's other spellings: `first_key` and `key_a` are `key1`."""
    parts = [part for part in re.split(r"[\W_]+", name.lower()) if part]
    found = ["".join(parts)]
    for end in (0, -1):
        number = _ORDINALS.get(parts[end]) if len(parts) > 1 else None
        if number is not None:
            rest = parts[1:] if end == 0 else parts[:-1]
            found.append("".join(rest) + number)
    return tuple(found)


@cache
def _meant(spelling: str) -> tuple[str, ...]:
    """Return the fields that a name may mean, in the order in which they are tried."""
    found: dict[str, None] = {}
    for words, fields in _FAMILIES:
        if spelling in words.split():
            found.update(dict.fromkeys(fields.split()))
    return tuple(found)


def led(
    given: Mapping[str, object], fields: Collection[str], aliases: Mapping[str, str]
) -> dict[str, object]:
    """Return parameters under the names of the fields; unknown names stay as they are.

    Raises `ParameterRefused` where two names mean one field and say different things.
    """
    sure = {name: _sure(name, fields, aliases) for name in given}
    taken = {field for field in sure.values() if field}
    found: dict[str, object] = {}
    for name, value in given.items():
        field = sure[name]
        if field is None and not is_note(name):
            field = next(
                (each for each in _guesses(name) if each in fields and each not in taken), None
            )
        if field is None:
            field = name
        taken.add(field)
        if field in found and found[field] != value:
            raise ParameterRefused(name, f"{field} is given under another name too; write one")
        found[field] = value
    return found


def _sure(name: str, fields: Collection[str], aliases: Mapping[str, str]) -> str | None:
    """Return the field of that name, alias or spelling."""
    if name in fields:
        return name
    if name in aliases:
        return aliases[name]
    plain = {plain_name(each): each for each in fields}
    plain |= {plain_name(each): field for each, field in aliases.items()}
    return next((plain[each] for each in _spellings(name) if each in plain), None)


def _guesses(name: str) -> Iterator[str]:
    """Yield the fields that a name may mean by its family."""
    for spelling in _spellings(name):
        yield from _meant(spelling)
