"""Arithmetic without carrying, figure by figure, as a clerk does it under a row of additive."""

from __future__ import annotations

from cablesim.errors import CablesimError

_FIGURES = frozenset("0123456789")


class NotFigures(CablesimError):  # noqa: N818 - the name says what was found.
    """Something that should be a row of figures is not."""


def _paired(left: str, right: str) -> zip[tuple[str, str]]:
    """Pair two rows of figures, or say which of them is no row of figures."""
    for row in (left, right):
        if not _FIGURES.issuperset(row):
            raise NotFigures(f"'{row[:40]}' holds something other than 0 to 9; write figures only")
    if len(left) != len(right):
        raise NotFigures(
            f"rows of {len(left)} and {len(right)} figures cannot be written under each other; "
            "make them equally long"
        )
    return zip(left, right, strict=True)


def add_without_carry(left: str, right: str) -> str:
    """Return the sum of two equally long rows of figures, dropping the tens of every place.

    >>> add_without_carry("77651", "74177")
    '41728'
    """
    return "".join(str((int(a) + int(b)) % 10) for a, b in _paired(left, right))


def subtract_without_carry(left: str, right: str) -> str:
    """Return the left row less the right one, borrowing ten wherever it is needed.

    >>> subtract_without_carry("86154", "20952")
    '66202'
    """
    return "".join(str((int(a) - int(b)) % 10) for a, b in _paired(left, right))


def column_sums(groups: tuple[str, ...]) -> str:
    """Return the sum without carrying of all groups, column by column.

    All groups are equally long; of no groups the sum is the empty row.

    >>> column_sums(("12345", "99999"))
    '01234'
    """
    for group in groups:
        if not _FIGURES.issuperset(group):
            raise NotFigures(f"'{group[:40]}' is no group of figures")
        if len(group) != len(groups[0]):
            raise NotFigures(
                f"'{group[:40]}' and '{groups[0][:40]}' cannot stand under each other; "
                "make all groups equally long"
            )
    return "".join(
        str(sum(int(figure) for figure in column) % 10) for column in zip(*groups, strict=True)
    )
