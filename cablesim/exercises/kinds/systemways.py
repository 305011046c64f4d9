"""What goes wrong with one system alone: columns in another order, pairs, labels, numbers, checks.

These are further mistakes: no draw is held against them, and each row is reckoned when it is asked
for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from cablesim.codes.transposition.rows import Columns
from cablesim.errors import CablesimError
from cablesim.exercises.kinds.throughput import Work
from cablesim.systems.system import System, Way
from cablesim.text.alphabet import LATIN26, RUSSIAN33, is_russian
from cablesim.text.groups import cut

ROW_COLUMN = "row-column"
PLACES, ALPHABET, EQUAL = "places-listed", "alphabet-places", "equal-letters"
KEY_IGNORED, LAST_FIRST = "key-ignored", "last-first"
TWO_COLUMNS, ROWS_READ = "columns-exchanged", "rows-read"
CORNERS, TURNED_PAIRS, RUN_WRONG = "corners-swapped", "pairs-turned", "line-wrong-way"
CHECK_IN_FRONT = "check-in-front"
KEY_ONCE = "key-not-repeated"
OFF_BY_ONE = "off-by-one"
_ORDERS = ("row,column", "column,row")
_RECTANGLE, _ROW, _COLUMN = "rectangle", "same row", "same column"
MOST_COLUMNS = 12
# So many wrong signs are no chance.
ENOUGH = 3
TEN = 10


def way_names(work: Work, *, encodes: bool) -> tuple[str, ...]:
    """Return the names of the mistakes that a system has for itself."""
    found: tuple[str, ...] = ()
    if _columns_of(work) is not None:
        found += (KEY_IGNORED, LAST_FIRST, TWO_COLUMNS)
        found += (ROWS_READ,) * (encodes and _is(work.system, "columnar-transposition"))
    if _is(work.system, "polybius"):
        found += (ROW_COLUMN,)
    if _is(work.system, "playfair"):
        found += (CORNERS, TURNED_PAIRS, RUN_WRONG)
    if _is(work.system, "vic-sequencing"):
        found += (PLACES, ALPHABET, EQUAL, OFF_BY_ONE)
    if _is(work.system, "check-figure") and encodes:
        found += (CHECK_IN_FRONT,)
    if work.system.family == "periodic":
        found += (KEY_ONCE,)
    return found


def ways(work: Work, right: str) -> Iterator[tuple[str, str]]:
    """Yield what each mistake of a system's own gives; nothing where it cannot be made."""
    if _columns_of(work) is not None:
        yield from _columns(work)
    elif _is(work.system, "polybius"):
        order = work.system.named(work.parameters).get("order", _ORDERS[0])
        turned = _ORDERS[str(order).lower().startswith("row")]
        yield ROW_COLUMN, work.result({"order": turned})
    elif _is(work.system, "playfair"):
        yield from _pairs(work)
    elif _is(work.system, "vic-sequencing"):
        yield from _numbers(work, right)
    elif _is(work.system, "check-figure") and work.way is Way.ENCIPHER:
        yield CHECK_IN_FRONT, " ".join([each[-1] + each[:-1] for each in right.split()])
    elif work.system.family == "periodic":
        yield from _key_once(work, right)


def _is(system: System, name: str) -> bool:
    """Say whether a system has a name."""
    return system.name == name


def _columns_of(work: Work) -> tuple[str, tuple[int, ...]] | None:
    """Return the first key over columns and the ranks (from 0) of its columns, if there is one."""
    given = work.system.named(work.parameters)
    for name, field in work.fields().items():
        if isinstance(field.reader, Columns):
            try:
                return name, field.reader.read(name, given[name]).ranks()
            except CablesimError:
                return None
    return None


def _columns(work: Work) -> Iterator[tuple[str, str]]:
    """Yield results with the columns in the order of their places, the last first, two exchanged.

    Two columns are exchanged at any place; in a wide block only neighbours in the order.
    """
    found = _columns_of(work)
    if found is None:
        return
    name, ranks = found
    width = len(ranks)
    yield KEY_IGNORED, work.result({name: list(range(1, width + 1))})
    yield LAST_FIRST, work.result({name: [width - rank for rank in ranks]})
    if work.way is Way.ENCIPHER and _is(work.system, "columnar-transposition"):
        order = sorted(range(width), key=ranks.__getitem__)
        rows = cut("".join(work.text.split()).upper(), width)
        read = [row[at] for row in rows for at in order if at < len(row)]
        yield ROWS_READ, "".join(read)
    for one, other in combinations(range(width), 2):
        if width > MOST_COLUMNS and other != one + 1:
            continue
        order = [{one: other, other: one}.get(rank, rank) + 1 for rank in ranks]
        yield TWO_COLUMNS, work.result({name: order})


def _pairs(work: Work) -> Iterator[tuple[str, str]]:
    """Yield results with corners, or all pairs, turned round, and with rows or columns run back."""
    sheet = _sheet(work, work.text, work.way)
    pairs = [gives for _, gives, _ in sheet]
    kinds = [kind for _, _, kind in sheet]
    yield CORNERS, _turned(pairs, [kind == _RECTANGLE for kind in kinds])
    yield TURNED_PAIRS, _turned(pairs, [True] * len(pairs))
    other = Way.DECIPHER if work.way is Way.ENCIPHER else Way.ENCIPHER
    back = [gives for _, gives, _ in _sheet(work, "".join([pair for pair, _, _ in sheet]), other)]
    if len(back) == len(pairs):
        for wrong in (_ROW, _COLUMN):
            both = zip(pairs, back, kinds, strict=True)
            yield RUN_WRONG, "".join([b if kind == wrong else a for a, b, kind in both])


def _sheet(work: Work, text: str, way: Way) -> list[tuple[str, str, str]]:
    """Return each pair of a text, what it gives, and how its letters stand; none if refused."""
    try:
        lines = list(work.system.work(text, way, dict(work.parameters)).lines)
    except CablesimError:
        return []
    return [(line.cells[0], line.cells[1], line.remark) for line in lines]


def _turned(pairs: Sequence[str], which: Sequence[bool]) -> str:
    """Return a row of pairs, some of them turned round."""
    return "".join([pair[::-1] if turn else pair for pair, turn in zip(pairs, which, strict=True)])


def _numbers(work: Work, right: str) -> Iterator[tuple[str, str]]:
    """Yield the numbers of a key's letters as they are got in other ways; up to ten letters."""
    word = "".join(work.text.split()).upper()
    if len(right) > TEN or not word.isalpha():
        return
    ranks = [int(figure) or TEN for figure in right]
    yield PLACES, _written([ranks.index(rank) + 1 for rank in range(1, len(ranks) + 1)])
    signs = (RUSSIAN33 if is_russian([word]) else LATIN26).signs
    if all(letter in signs for letter in word):
        places = [signs.index(letter) + 1 for letter in word]
        yield ALPHABET, "".join(map(str, places))
        yield ALPHABET, _written(places)
        known = sorted(set(places))
        yield EQUAL, _written([known.index(place) + 1 for place in places])
        count = range(len(places))
        backwards = sorted(count, key=lambda at: (places[at], -at))
        yield EQUAL, _written([backwards.index(at) + 1 for at in count])
    yield OFF_BY_ONE, _written([rank - 1 for rank in ranks])


def _written(numbers: Sequence[int]) -> str:
    """Return numbers with one figure for each, its last."""
    return "".join([str(number % TEN) for number in numbers])


def _key_once(work: Work, right: str) -> Iterator[tuple[str, str]]:
    """Yield results of a key that is not written on to the end: the text is left as it was."""
    key = str(work.system.named(work.parameters).get("key", ""))
    length, row = len("".join(key.split())), "".join(work.text.split()).upper()
    if len(row) == len(right):
        for end in range(length, len(row), length or 1):
            if sum(map(str.__ne__, row[end:], right[end:])) >= ENOUGH:
                yield KEY_ONCE, right[:end] + row[end:]
