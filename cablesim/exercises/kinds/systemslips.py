"""What a student writes who goes wrong with a teaching system: whole results by named mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cablesim.codes.transposition.rows import Columns
from cablesim.errors import CablesimError
from cablesim.exercises import figures
from cablesim.exercises.judging.along import OFF
from cablesim.exercises.judging.rows import EXCHANGED, SlipRow, distinct
from cablesim.exercises.kinds.sumslips import (
    ADDS,
    FIVE,
    TAKES_AWAY,
    rarer_sums,
    sum_names,
    sum_slips,
)
from cablesim.exercises.kinds.systemways import OFF_BY_ONE, way_names, ways
from cablesim.exercises.kinds.throughput import Work
from cablesim.systems.parameters import Digits, Word
from cablesim.systems.system import System, Way
from cablesim.text.groups import cut

# Two keys of one system that are taken for each other.
_PAIRS = (
    ("key1", "key2"),
    ("left", "right"),
    ("top_right", "bottom_left"),
    ("row_keyword", "column_keyword"),
    ("indicator_key", "plain_alphabet"),
    ("left_cipher", "right_plain"),
    ("a", "b"),
)
# Of these the key lies under the text sign by sign, so that it can begin one sign late.
_UNDER = frozenset({"periodic", "long keys", "figures"})
_OVER_TEXT = frozenset({"periodic", "long keys", "figures", "substitution"})
COPIED = "copied"


def system_slips(work: Work) -> tuple[SlipRow, ...]:
    """Return the results by mistake, the usual way to make each one first.

    What the system refuses or does not have is left out; so is an unusual way that gives what
    another mistake gives.
    """
    right = work.result()
    usual: dict[str, SlipRow] = {}
    further: list[SlipRow] = []
    for name, row in _rows(work, right):
        if not row or row == right:
            continue
        if name in usual:
            further.append((name, row, True))
        else:
            usual[name] = (name, row, True)
    first = tuple(usual.values())
    return (*first, *distinct(further, [right, *(row for _, row, _ in first)]))


def rarer_slips(
    work: Work, right: str, usual: Sequence[SlipRow], accepted: Sequence[str] = ()
) -> Iterator[SlipRow]:
    """Yield the results of further mistakes, that no draw is held against; all when one is wanted.

    What a usual mistake gives is left out, and what is accepted by another convention.
    """
    encodes = work.way is Way.ENCIPHER
    found = list(rarer_sums(work.system, work.text, work.parameters, encodes=encodes))
    found += ways(work, right)
    if " " not in right:
        found += _exchanged(list(cut(right, FIVE)))
    rows = [(name, row, True) for name, row in found]
    yield from distinct(rows, ["", right, *accepted, *(row for _, row, _ in usual)])


def _exchanged(blocks: list[str]) -> Iterator[tuple[str, str]]:
    """Yield a result with two unlike groups, as it is shown, in each other's place."""
    for place in range(len(blocks) - 1):
        one, other = blocks[place : place + 2]
        if one != other and len(one) == len(other):
            yield EXCHANGED, "".join([*blocks[:place], other, one, *blocks[place + 2 :]])
            return


def names_of(system: System, parameters: Mapping[str, object], *, encodes: bool) -> tuple[str, ...]:
    """Return the named mistakes that a system has, whatever is drawn."""
    work = Work(system, Way.ENCIPHER, "", parameters)
    found = [COPIED, "backwards", "swapped", _other_way(system, encodes=encodes)]
    found += sum_names(system, encodes=encodes)
    fields = work.fields()
    found += [OFF_BY_ONE] * (number_of(work) is not None or _counts(system))
    found += ["key-shifted"] * (_key_of(work) is not None)
    found += ["key-orders"] * any(isinstance(each.reader, Columns) for each in fields.values())
    found += ["keys-swapped"] * (_pair_of(work) is not None)
    found += [EXCHANGED, OFF, *way_names(work, encodes=encodes)]
    return tuple(dict.fromkeys(found))


def _other_way(system: System, *, encodes: bool) -> str:
    """Name going the other way: with figures it is adding or taking away."""
    if system.name in ADDS:
        return "subtracted" if encodes else "added"
    return "other-way"


def _rows(work: Work, right: str) -> Iterator[tuple[str, str]]:
    """Yield what each mistake gives, the likeliest first."""
    encodes = work.way is Way.ENCIPHER
    other = Way.DECIPHER if encodes else Way.ENCIPHER
    copied = "".join(work.text.split()).upper()
    if copied.isdigit() == right.isdigit():
        yield COPIED, copied
    yield _other_way(work.system, encodes=encodes), work.result(way=other)
    if work.system.name in ADDS | TAKES_AWAY:
        yield from sum_slips(work.system, work.text, work.parameters, encodes=encodes)
    yield from _of_keys(work)
    row = right.split() if " " in right else list(right)
    joint = " " if " " in right else ""
    yield "backwards", joint.join(reversed(row))
    yield from _swapped(row, joint)


def _swapped(row: list[str], joint: str) -> Iterator[tuple[str, str]]:
    """Yield a result with two unlike neighbours of a piece in each other's place."""
    for number, piece in enumerate(row if joint else ["".join(row)]):
        swapped = figures.neighbours_swapped(piece, max(len(piece), 1))
        if swapped != piece:
            yield (
                "swapped",
                joint.join([*row[:number], swapped, *row[number + 1 :]] if joint else [swapped]),
            )
            break


def _of_keys(work: Work) -> Iterator[tuple[str, str]]:
    """Yield the mistakes with keys."""
    given = work.system.named(work.parameters)
    number, key, pair = number_of(work), _key_of(work), _pair_of(work)
    if number is not None:
        name, value = number
        yield OFF_BY_ONE, work.result({name: value - 1})
        yield OFF_BY_ONE, work.result({name: value + 1})
    elif _counts(work.system):
        counted = given.get("numbered_from", 0)
        yield OFF_BY_ONE, work.result({"numbered_from": 1 - int(str(counted))})
    if key is not None:
        word = "".join(str(given[key]).split())
        yield "key-shifted", work.result({key: word[1:] + word[:1]})
        yield "key-shifted", work.result({key: word[-1:] + word[:-1]})
        if work.system.family in _UNDER:
            yield "key-shifted", work.rest()
    for name, field in work.fields().items():
        if isinstance(field.reader, Columns):
            ranks = field.reader.read(name, given[name]).ranks()
            inverse = [ranks.index(place) + 1 for place in range(len(ranks))]
            yield "key-orders", work.result({name: inverse})
            break
    if pair is not None:
        one, two = pair
        yield "keys-swapped", work.result({one: given[two], two: given[one]})


def number_of(work: Work) -> tuple[str, int] | None:
    """Return the parameter whose number is the key of a system, and the number, if it has one."""
    given = work.system.named(work.parameters)
    for name, field in work.fields().items():
        if not (field.required or name in ("shift", "start")) or work.system.family == "figures":
            continue
        try:
            value = field.reader.read(name, given[name])
        except CablesimError:
            continue
        if isinstance(value, int) and not isinstance(value, bool):
            return name, value
    return None


def _counts(system: System) -> bool:
    """Say whether a system's letters may be counted from nought or from one."""
    return any(each.name == "numbered_from" for each in system.parameters)


def _key_of(work: Work) -> str | None:
    """Return the key that stands over the text, if a system has one."""
    if work.system.family not in _OVER_TEXT:
        return None
    for name, field in work.fields().items():
        if name in ("key", "primer", "indicator_key", "additive") and isinstance(
            field.reader, Word | Digits
        ):
            return name
    return None


def _pair_of(work: Work) -> tuple[str, str] | None:
    """Return two keys of one kind that were both given."""
    fields = work.fields()
    return next((pair for pair in _PAIRS if all(name in fields for name in pair)), None)
