"""Groups: a long row of figures cut into equal pieces, as it is written and sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def cut(figures: str, size: int) -> tuple[str, ...]:
    """Cut a row into groups of `size` signs; a last group may be shorter.

    >>> cut("793421571139", 5)
    ('79342', '15711', '39')
    """
    return tuple([figures[start : start + size] for start in range(0, len(figures), size)])


def written(groups: Iterable[str], per_line: int = 10) -> str:
    r"""Write groups with single spaces, `per_line` groups a line.

    >>> written(("12345", "67890", "11111"), per_line=2)
    '12345 67890\n11111'
    """
    row = tuple(groups)
    lines = (row[start : start + per_line] for start in range(0, len(row), per_line))
    return "\n".join(" ".join(line) for line in lines)


def regrouped(groups: Sequence[str], size: int) -> tuple[str, ...]:
    """Run groups together and cut them anew into groups of `size` figures.

    >>> regrouped(("7934", "2157", "1139"), 5)
    ('79342', '15711', '39')
    """
    return cut("".join(groups), size)
