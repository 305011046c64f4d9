"""Reading the fields of a form out of an answer: which piece of it stands for which field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from cablesim.exercises.reading.answers import folded, in_figures, plain
from cablesim.exercises.reading.leads import behind_lead
from cablesim.exercises.reading.signs import clear

# Says whether a text would be right for a field (by its place from 0).
Fits: TypeAlias = Callable[[int, str], bool]

_STRONG = re.compile(r"[\n;|\t]+")
_WEAK = (",", "/")
_NUMBERED = re.compile(r"^\s*(\d{1,2})\s?[.)]\s+|^\s*(\d{1,2})[.)](?=\D)")
_LABELLED = re.compile(r"(?:\d{1,2}[.)]\s*)?([^:=]+)[:=]")
# A bullet before a line, and signs for bold letters and code.
_DRESS = re.compile(r"^[^\S\n]*[-*•][^\S\n]+|\*\*|`+", re.MULTILINE)
_QUOTED_NAME = re.compile(r'"([^"\n]*)"\s*:')
MOST_PIECES = 24
_IN_ONE = "All of it stands in one piece; write ; between the fields, or name them: {name}: ..."


@dataclass(frozen=True, slots=True)
class Fields:
    """What was written for each field, nothing where it is left out; or why nothing was read."""

    wrote: tuple[str, ...] = ()
    trouble: str = ""


def read_fields(answer: str, names: Sequence[str], fits: Fits) -> Fields:
    """Read an answer into fields, by their names or in order.

    Where there are more pieces than fields, as where a line was broken or a value has commas,
    neighbours are joined as it suits the student best. What stands in one piece is no try.

    >>> read_fields("no: 1/date: 2", ("date", "no"), lambda *_: True).wrote
    ('2', '1')
    >>> read_fields("1, 2", ("date", "no"), lambda *_: True).wrote
    ('1', '2')
    """
    found = _read(_undressed(in_figures(clear(answer))), names, fits)
    return Fields(tuple(_said_alone(found.wrote, names, fits)), found.trouble)


def _undressed(text: str) -> str:
    r"""Return a text without the marks of a list, of bold letters or of code round its fields.

    >>> _undressed("- **to**: Mao\n- date: 1 May"), _undressed('{"to": "Mao", "date": "1 May"}')
    ('to: Mao\ndate: 1 May', 'to: "Mao"; date: "1 May"')
    """
    text = _DRESS.sub("", text).strip("*` \n")
    if text[:1] == "{" and text[-1:] == "}":
        text = _QUOTED_NAME.sub(r"\1:", text[1:-1].strip())
        return re.sub(r'"\s*,\s*', '"; ', text)
    return text


def _said_alone(wrote: Sequence[str], names: Sequence[str], fits: Fits) -> Iterator[str]:
    """Yield fields without their names before them, where they are right without.

    So is the first one read behind words that only lead up to the answer.
    """
    for place, text in enumerate(wrote):
        name = folded(names[place])
        rest = text[len(name) :].strip(" -")
        named = folded(text[: len(name)]) == name and text[len(name) : len(name) + 1] in " -"
        behind = [rest] if named else []
        if place == 0 and not fits(place, text):
            behind += [each.strip(" :=>-") for each in behind_lead(text)]
        fitting = (each for each in behind if fits(place, each))
        yield text if fits(place, text) else next(fitting, text)


def _read(text: str, names: Sequence[str], fits: Fits) -> Fields:
    """Read a cleared answer into fields."""
    if not plain(text).strip(" ;|,/"):
        return Fields(trouble="Nothing was written that could be read; write the fields.")
    for sign in (";", "|", "\t", "\n"):
        exact = _unnumbered(_cut(text, sign))
        if len(exact) == len(names) > 1 and _in_their_places(exact, names):
            return Fields(tuple(_unlabelled(piece, names)[1] for piece in exact))
    by_name = _by_name(text, names, fits)
    return Fields(by_name) if by_name is not None else _in_order(text, names, fits)


def _in_their_places(pieces: list[str], names: Sequence[str]) -> bool:
    """Say whether no piece names another field than the one whose place it has."""
    found = [_unlabelled(piece, names)[0] for piece in pieces]
    return any(pieces) and all(name in (None, place) for place, name in enumerate(found))


def _unlabelled(piece: str, names: Sequence[str]) -> tuple[int | None, str]:
    """Return the field (from 0) that a piece names, if it does, and the piece without the name."""
    found = _LABELLED.match(piece)
    known = [folded(name) for name in names]
    if found is None or folded(found[1]) not in known:
        return None, piece
    return known.index(folded(found[1])), piece[found.end() :].strip()


def _cut(text: str, sign: str) -> list[str]:
    """Return the pieces between a separator; empty ones count, save at the end and of lines."""
    pieces = [plain(piece) for piece in text.split(sign)]
    if sign == "\n":
        return [piece for piece in pieces if piece]
    return pieces[:-1] if len(pieces) > 1 and not pieces[-1] else pieces


def _unnumbered(pieces: list[str]) -> list[str]:
    """Return pieces without the numbers of a list, if they are numbered from 1 on throughout."""
    found = [_NUMBERED.match(piece) for piece in pieces]
    numbers = [int(each[1] or each[2]) if each else 0 for each in found]
    if len(pieces) < 2 or numbers != list(range(1, len(pieces) + 1)):  # noqa: PLR2004 - a list.
        return pieces
    return [piece[each.end() :] for piece, each in zip(pieces, found, strict=True) if each]


def _by_name(text: str, names: Sequence[str], fits: Fits) -> tuple[str, ...] | None:
    """Return the fields of an answer that names them, or None where it names none.

    Between named fields any separator does. What follows a named field without a name goes on with
    it, as a broken line does, or is a field left over: whichever makes more of them right.
    """
    found = _labels(text, names)
    if not found:
        return None
    known = [folded(name) for name in names]
    before = _pieces(text[: found[0].start()])
    ends = [each.start() for each in found[1:]] + [len(text)]
    rows = [_pieces(text[each.end() : end]) for each, end in zip(found, ends, strict=True)]
    places = [known.index(folded(each["name"])) for each in found]
    first, on = [""] * len(names), [""] * len(names)
    for place, row in zip(places, rows, strict=True):
        first[place] = "".join(row[:1]).rstrip(" ,/")
        on[place] = " ".join(row).rstrip(" ,/")
    loose = [*before, *(piece for row in rows for piece in row[1:])]
    free = [place for place in range(len(names)) if place not in places]
    options = [on] if not before else []
    if loose and len(loose) <= len(free):
        for place, piece in zip(free, loose, strict=False):
            first[place] = piece
        options.append(first)
    best = max(options, key=lambda row: sum(map(fits, range(len(row)), row)), default=None)
    return None if best is None else tuple(best)


def _labels(text: str, names: Sequence[str]) -> list[re.Match[str]]:
    """Return where the fields of an answer are named; behind a comma only if it begins so."""
    label = "|".join(sorted((re.escape(folded(name)) for name in names), key=len, reverse=True))
    begin = r"(?P<sep>^|[\n;|\t]|[,/])[^\S\n\t]*(?:\d{1,2}[.)][^\S\n\t]*)?"
    found = list(re.finditer(rf"{begin}(?P<name>{label})\s*[:=]", text, re.IGNORECASE))
    whole = len({folded(each["name"]) for each in found}) == len(names)
    leads = len(found) > 1 and not plain(text[: found[0].start()])
    if not (whole or leads):
        found = [each for each in found if each["sep"] not in _WEAK]
    alone = len(names) > 1 and not _STRONG.search(text) and not whole and not leads
    return [] if alone and plain(text[: found[0].start() if found else 0]) else found


def _pieces(text: str) -> list[str]:
    """Return the pieces of a text that have anything in them."""
    return [piece for piece in map(plain, _STRONG.split(text)) if piece]


def _in_order(text: str, names: Sequence[str], fits: Fits) -> Fields:
    """Read fields in order where the pieces are not as many as the fields."""
    count = len(names)
    strong = _unnumbered(_pieces(text))
    if len(strong) > count:
        return Fields(_joined(strong, " ", count, fits) or tuple(strong[:count]))
    if len(strong) > 1 or count == 1:
        return Fields((*strong, *[""] * (count - len(strong))))
    for sign in _WEAK:
        weak = [plain(piece) for piece in text.split(sign)]
        if len(weak) == count:
            return Fields(tuple(_unnumbered(weak)))
        joined = _joined(weak, sign, count, fits) if len(weak) > count else None
        if joined is not None:
            return Fields(joined)
    return Fields(trouble=_IN_ONE.format(name=names[0]))


def _joined(pieces: list[str], sign: str, count: int, fits: Fits) -> tuple[str, ...] | None:
    """Join neighbours until there are as many pieces as fields, with the most fields right.

    None where not one field would be right, so that it cannot be told what was meant.
    """
    if len(pieces) > MOST_PIECES:
        return None
    between = ", " if sign == "," else sign

    @cache
    def best(at: int, place: int) -> tuple[int, tuple[str, ...]]:
        if place == count - 1:
            ends: Sequence[int] = (len(pieces),)
        else:
            ends = range(at + 1, len(pieces) - (count - place - 1) + 1)
        options = []
        for end in ends:
            value = between.join(pieces[at:end])
            right, rest = best(end, place + 1) if place < count - 1 else (0, ())
            options.append((right + fits(place, value), (value, *rest)))
        return max(options, key=lambda option: option[0])

    right, wrote = best(0, 0)
    return wrote if right else None
