"""A row that is right sign for sign and stands one place off, so that its groups are cut elsewhere.

Either its first sign was moved to the end, or the last one to the front; or, in groups of figures,
one figure was lost or put in on the way, and all behind it moved up or on.
"""

from __future__ import annotations

from cablesim.exercises.judging.rows import Row

OFF = "one-place-off"
# So many signs have to be beside their place: two or three may be exchanged.
LEAST = 4


def turned(row: Row, model: Row) -> bool:
    """Say whether a row is the right one turned by one sign, more than one group of it.

    >>> turned(("2345", "6781"), ("1234", "5678")), turned(("2341",), ("1234",))
    (True, False)
    """
    if len(row) != len(model) or len(row) == 1:
        return False
    wrote, right = row[0], model[0]
    if wrote[:-1] != right[1:] and wrote[1:] != right[:-1]:
        return False  # Nearly all rows end here.
    return _is_turned("".join(row), "".join(model))


def _is_turned(wrote: str, right: str) -> bool:
    """Say whether signs are others, turned by one either way."""
    if wrote[:-1] == right[1:]:
        by_one = wrote[-1] == right[0]
    else:
        by_one = wrote[1:] == right[:-1] and wrote[0] == right[-1]
    return by_one and _beside(wrote, right) >= LEAST


def _first_wrong(wrote: str, right: str) -> int:
    """Return where two rows of signs first differ, or the length of the shorter one."""
    pairs = enumerate(zip(wrote, right, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(wrote), len(right)))


def _beside(wrote: str, right: str) -> int:
    """Return how many signs are not at their place."""
    return sum(map(str.__ne__, wrote, right))


def slid(row: Row, model: Row) -> str:
    """Name a row of groups of which one figure was lost or put in, and the rest was cut anew.

    The rest has more than one group's figures, so that it is not so by chance.

    >>> slid(("1245", "6789"), ("1234", "5678")), slid(("1234", "5687"), ("1234", "5678"))
    ('one-place-off', '')
    """
    wrote, right = "".join(row), "".join(model)
    if len(row) != len(model) or len(row) == 1 or len(wrote) != len(right):
        return ""
    start = _first_wrong(wrote, right)
    moved = max(map(len, model)) < _beside(wrote[start:], right[start:])
    return OFF if moved and (_lost(wrote, right, start) or _put_in(wrote, right, start)) else ""


def _lost(wrote: str, right: str, start: int) -> bool:
    """Say whether the figure at a place was lost; at the end any other stands."""
    return wrote[start:-1] == right[start + 1 :]


def _put_in(wrote: str, right: str, start: int) -> bool:
    """Say whether a figure was put in at a place; the last one is lost."""
    return wrote[start + 1 :] == right[start:-1]


def why_off(row: Row, model: Row, sign: str = "figure", offset: int = 0) -> str:
    """Say how a row came to stand one place off; `sign` is what a sign of it is called.

    `offset` groups stand before the row.

    >>> why_off(("2345", "6781"), ("1234", "5678"))
    'the first figure, 1, stands at the end'
    >>> why_off(("1245", "6789"), ("1234", "5678"))
    'a figure is missing in group 1, and all behind it moved up'
    """
    wrote, right = "".join(row), "".join(model)
    if _is_turned(wrote, right):
        if wrote[:-1] == right[1:]:
            return f"the first {sign}, {wrote[-1]}, stands at the end"
        return f"the last {sign}, {wrote[0]}, stands in front"
    start = _first_wrong(wrote, right)
    group = offset + start // len(row[0]) + 1
    if _lost(wrote, right, start):
        return f"a {sign} is missing in group {group}, and all behind it moved up"
    return f"group {group} has a {sign} too many, {wrote[start]}, and all behind it moved on"
