"""Groups that stand among the learner's working: sums with their results, or the rows of a sheet.

Whoever shows the work has written the answer too: it stands behind `=` or `->`, or in the last row.
"""

from __future__ import annotations

import re
from itertools import permutations

from cablesim.exercises.judging.rows import Row
from cablesim.exercises.kinds.bookwork import BookWork
from cablesim.exercises.reading.answers import read_groups
from cablesim.exercises.reading.signs import clear
from cablesim.text.groups import cut

_GIVES = r"(?:=+>?|-+>|\u2192|\u21d2)"
_MARK = re.compile(_GIVES)
_WORDS = re.compile(rf"[^\W\d_][^\d=;\n>]*?\s*{_GIVES}\s*(?=\d)")


def results(answer: str, size: int, count: int) -> Row:
    """Return the groups that stand behind the marks of sums and of words, or none.

    >>> results("7339+6766=3095; 4317 -> 5636", 4, 2), results("3095 5636", 4, 2)
    (('3095', '5636'), ())
    """
    if not ("=" in answer or ">" in answer or "→" in answer or "⇒" in answer):
        return ()
    group = rf"(?<!\d)\d{{{size}}}(?!\d)"
    text = _WORDS.sub(" ", clear(answer))
    left = rf"{group}(?:\s*[-+\u2212\u2013]\s*{group})*\s*{_GIVES}\s*(?=\d)"
    while (rest := re.sub(left, " ", text)) != text:
        text = rest
    return () if _MARK.search(text) else read_groups(text, size, count).groups


def last_row(work: BookWork, row: Row) -> Row | None:
    """Return what is written below the two rows that were given, if a row begins with them.

    It is empty where nothing stands below; where the rows are none of these it is None.
    """
    count = len(row)
    if not work.task.adds or work.given or count < 2 * work.text.count:
        return None
    size, this = work.text.size, work.pages[work.page]
    upper = work.text.row if work.task.encodes else work.laid.cipher
    rows = (upper, work.laid.pad)
    named = (this.indicator + upper, this.indicator + work.laid.pad)
    for pair in (rows, named, (rows[0], named[1]), (named[0], rows[1])):
        for over, under in permutations(pair):
            given = cut(over + under, size)
            if row[: len(given)] == given:
                return row[len(given) :]
            if count == 3 * work.text.count and row[0::3] + row[1::3] == given:
                return row[2::3]
    return None
