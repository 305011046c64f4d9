"""Reading an answer before it is judged: the one reading for both sides.

The rules, numbered by `ENGINE`: signs as `signs.clear` leaves them; blanks trimmed and folded; case
folded; groups of figures may come with any separators and line lengths, and words that only lead up
to them are left out. What looks like a figure and is a letter is told to the student and is no try.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from cablesim.exercises.reading.leads import figures_behind_lead, without_labels
from cablesim.exercises.reading.signs import clear
from cablesim.text.groups import cut

ENGINE = 1
LONGEST = 20_000
TOO_LONG = f"This is longer than {LONGEST:,} signs; write the answer alone."

# Letters that are taken for figures, on a keyboard or on paper.
LIKE_FIGURES = {
    **dict.fromkeys("OoОоΟοDQ", "0"),
    **dict.fromkeys("IlІіӀ|!", "1"),
    **dict.fromkeys("ZzЗз", "3"),
    **dict.fromkeys("Чч", "4"),
    **dict.fromkeys("SsЅѕ", "5"),
    **dict.fromkeys("бb", "6"),
    **dict.fromkeys("BВв", "8"),
    **dict.fromkeys("gq", "9"),
} | {"Z": "2", "z": "2"}
# Figures that are taken for letters, of either alphabet, and how many may stand in one word.
LIKE_LETTERS = {
    "0": "OО", "1": "IL", "2": "Z", "3": "EЗ", "4": "AЧ", "5": "S", "6": "GБ", "8": "BВ", "9": "G",
}  # fmt: skip
MOST_ODD = 4
# The first number of a list has so many figures at most.
_NUMBER = 2
# A number among words has fewer figures than a group.
_GROUP = 4
_LATIN, _CYRILLIC = "ABCEHIJKMOPSTXYaceijopsxy", "АВСЕНІЈКМОРЅТХУасеіјорѕху"
TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_LABEL = re.compile(
    r"\s*(?:the )?(?:page|shift|key|row|line|number|страница|стр|сдвиг|ключ|номер)\.? ?"
    r"\d{1,3} ?[:=](?=\s*\d)",
    re.IGNORECASE,
)
# A list of one: its number has a point and a blank behind it, and is the only one that has.
_ALONE = re.compile(r"\s*1[.):]\s+(?=\d)(?!.*\b\d{1,2}[.):]\s)", re.DOTALL)
# A line between groups, or a mark behind the last, that may stand for a 1 elsewhere.
_MARKS = re.compile(r"(?<!\S)\|(?!\S)|!+\s*\Z|^\s*\||\|\s*\Z")
_SPLIT = re.compile(r"(?:[^\w|!]|_)+")


def plain(text: str) -> str:
    """Return a text with its signs in one form and its blanks folded; case stays.

    >>> plain("  We   said “No.”  ")
    'We said "No."'
    """
    return " ".join(clear(text).split())


def folded(text: str) -> str:
    """Return a text as it is compared: `plain`, and case folded.

    >>> folded("People’s  REPUBLIC") == folded("people's republic")
    True
    """
    return plain(text).casefold()


def bare(text: str) -> str:
    """Return a folded text without the points, quotes and brackets round it.

    >>> bare(' "Sent 03:15". ')
    'sent 03:15'
    """
    return folded(text).strip(" .,;:!?\"'")


def words(text: str) -> list[str]:
    """Return the words of a text in capitals, other signs left out; Ё is read as Е.

    >>> words("We are ready, Mao’s men.")
    ['WE', 'ARE', 'READY', "MAO'S", 'MEN']
    """
    capital = plain(text).upper().replace("Ё", "Е")
    return _WORD.findall(capital)


def spoken_words(text: str, model: Sequence[str]) -> list[str]:
    """Return the words of a text without the groups of figures that stand beside them.

    Whoever writes `4679 KOREA` where words are wanted has written KOREA, and so has `1. KOREA`;
    where no word stands beside them, and where words with figures are wanted, figures stay. So does
    any other number, which is a word too many.

    >>> spoken_words("4679 KOREA", ["KOREA"]), spoken_words("4679", ["KOREA"])
    (['KOREA'], ['4679'])
    >>> spoken_words("SEND 124 TONS", ["SEND", "TONS"])
    ['SEND', '124', 'TONS']
    """
    heard = words(text)
    short = [word for word in heard if word.isdigit() and len(word) < _GROUP]
    if not short and not any(map(str.isdigit, text)):
        return heard
    if any(word.isdigit() for word in model):
        return heard
    listed = heard[:1] == ["1"] and short == [str(n) for n in range(1, len(short) + 1)]
    kept = () if listed else short
    return [word for word in heard if not word.isdigit() or word in kept] or heard


def in_letters(word: str) -> tuple[str, ...]:
    """Return how a word may have been meant in which figures stand for letters; none in others.

    >>> "MOSCOW" in in_letters("MOSC0W"), in_letters("KOREA"), in_letters("4679")
    (True, (), ())
    """
    odd = [sign for sign in word if sign in LIKE_LETTERS]
    if not odd or len(odd) > MOST_ODD or word.isdigit():
        return ()
    meant = product(*(LIKE_LETTERS.get(sign, sign) for sign in word))
    return tuple("".join(signs) for signs in meant)


def too_few(count: int, wanted: int, what: str) -> str:
    """Say that a row is not whole yet, which is no try; `what` names its parts, more than one.

    >>> too_few(1, 4, "groups")
    '1 of 4 groups is there; go on writing.'
    """
    return f"{count} of {wanted} {what} {'is' if count == 1 else 'are'} there; go on writing."


class Groups(NamedTuple):
    """Groups as read; or, where that cannot be done, why not (and then it is no try)."""

    groups: tuple[str, ...] = ()
    trouble: str = ""


def read_groups(text: str, size: int, count: int) -> Groups:
    """Read groups of `size` figures, about `count` of them, whatever stands between.

    Where the groups as written have the wrong size, the row is cut anew if that fits; otherwise the
    first wrong group is named.
    """
    if len(text) > LONGEST:
        return Groups(trouble=TOO_LONG)
    row = "".join(text.split())
    if row.isascii() and row.isdigit() and len(row) == size * count:
        return Groups(cut(row, size))
    written = tokens(text)
    if not written:
        return Groups(trouble="Nothing was written that could be read; write groups of figures.")
    wrong = next((token for token in written if not (token.isascii() and token.isdigit())), None)
    if wrong is not None:
        marked = tokens(_MARKS.sub(" ", text))
        if "".join(marked).isdecimal() and sum(map(len, marked)) == size * count:
            return Groups(cut("".join(marked), size))
        return Groups(trouble=_no_figures(wrong, written.index(wrong) + 1))
    return _cut_anew(without_numbers(written, count if size == 1 else 0), size, count)


def without_numbers(written: Sequence[str], length: int) -> Sequence[str]:
    """Return groups without the numbers of a list that stand before each of them.

    Figures that together have the `length` that is wanted are none.

    >>> without_numbers(["1", "3337", "2", "8046"], 8)
    ['3337', '8046']
    """
    numbers, groups = written[::2], written[1::2]
    if not len(numbers) == len(groups) > 1 or len(numbers[0]) > _NUMBER:
        return written
    if not (numbers[0].isascii() and numbers[0].isdigit()) or min(map(len, groups[:-1])) == 1:
        return written
    first = int(numbers[0])
    follows = all(number == str(first + n) for n, number in enumerate(numbers))
    return groups if follows and sum(map(len, written)) != length else written


def uneven(text: str, size: int, count: int) -> str:
    """Say which group has a wrong size where what was written can be cut in more than one way.

    That is so where a group goes over an end of a group of `size` figures, and neither begins nor
    ends at one. Lines of one length, and pieces that together make groups, can be cut in one way.

    >>> uneven("7565 4360 7192 3 3 9", 5, 3), uneven("7565 3 4360 3 7192 9", 5, 3)
    ('Group 1, 7565, has 4 figures; a group here has 5. Write it again.', '')
    """
    written = without_numbers(tokens(text), size * count)
    sizes = list(map(len, written))
    if not sizes or (len(set(sizes[:-1])) <= 1 and sizes[-1] <= sizes[0]):
        return ""
    end = 0
    for length in sizes:
        start, end = end, end + length
        if start // size < (end - 1) // size and (start % size or end % size):
            return _wrong_size(written, size)
    return ""


def _cut_anew(written: Sequence[str], size: int, count: int) -> Groups:
    """Return the figures in groups; name the first group that is too short or too long."""
    if all(len(token) == size for token in written):
        return Groups(tuple(written))
    row = "".join(written)
    if size == 1 or len(row) == size * count:
        return Groups(cut(row, size))
    if len(row) % size == 0 and not _broken(written, size):
        return Groups(cut(row, size))
    return Groups(trouble=_wrong_size(written, size))


def _wrong_size(written: Sequence[str], size: int) -> str:
    """Name the first group that has not the right size."""
    place = next((n for n, token in enumerate(written) if len(token) % size), 0)
    token = written[place]
    return (
        f"Group {place + 1}, {token[:20]}, has {_figures(len(token))}; "
        f"a group here has {size}. Write it again."
    )


def _broken(written: Sequence[str], size: int) -> bool:
    """Say whether most groups have the right size and a few do not: then none is cut anew."""
    whole = sum(len(token) == size for token in written)
    return len(written) > 1 and 2 * whole >= len(written)


def _figures(count: int) -> str:
    """Return a number of figures in words."""
    return f"{count} figure{'' if count == 1 else 's'}"


def tokens(text: str) -> list[str]:
    """Return what stands between separators; figures of any script as 0 to 9.

    Words that only lead up to figures are left out.

    >>> tokens("I get 3152-6722"), tokens("not 3152"), tokens("page 2: 3152")
    (['3152', '6722'], ['not', '3152'], ['3152'])
    """
    written = figures_behind_lead(_behind_label(without_labels(in_figures(clear(text)))))
    return [token for token in _SPLIT.split(written) if token]


def _behind_label(text: str) -> str:
    """Return figures without a label that has its number before a colon; other text as it is."""
    found = _ALONE.match(text) or (None if text[:1].isdigit() else _LABEL.match(text))
    return text[found.end() :] if found else text


def in_figures(text: str) -> str:
    """Return a text with the figures of any script as 0 to 9.

    >>> in_figures("٣ ٣٣٠٥")
    '3 3305'
    """
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.digit(sign)) if sign.isdecimal() and not sign.isascii() else sign
        for sign in text
    )


def _no_figures(token: str, place: int) -> str:
    """Say which letter stands where a figure should, and how the group may have been meant."""
    meant = "".join(LIKE_FIGURES.get(sign, sign) for sign in token)
    sign = next(sign for sign in token if not (sign.isascii() and sign.isdigit()))
    name = unicodedata.name(sign, "an unknown sign").lower()
    if meant.isascii() and meant.isdigit() and any(map(str.isdigit, token)):
        return (
            f"Group {place}, {token[:20]}, holds {sign} ({name}), which is no figure; "
            f"did you mean {meant[:20]}? Write it again."
        )
    return f"Group {place}, {token[:20]}, holds {sign} ({name}); write figures only."


def foreign_look(text: str, signs: str) -> str:
    """Say which letters of a text only look like those of an alphabet, or nothing.

    >>> foreign_look("ATTАCK", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    'Sign 4, А, is a Cyrillic letter that looks like the Latin A; write it again in Latin letters.'
    """
    latin = "A" in signs
    table = TO_LATIN if latin else TO_CYRILLIC
    for place, sign in enumerate(text, 1):
        twin = sign.translate(table)
        if twin != sign and twin.upper() in signs and sign.upper() not in signs:
            kinds = ("Cyrillic", "Latin") if latin else ("Latin", "Cyrillic")
            return (
                f"Sign {place}, {sign}, is a {kinds[0]} letter that looks like the {kinds[1]} "
                f"{twin}; write it again in {kinds[1]} letters."
            )
    return ""


def edit_distance(left: str, right: str, most: int) -> int:
    """Return how many signs have to be changed, put in, left out or swapped; over `most`, more.

    >>> edit_distance("CHINSE", "CHINESE", 2), edit_distance("ABCD", "WXYZ", 1)
    (1, 2)
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, sign in enumerate(left, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(right, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (sign != other))
            if i > 1 and j > 1 and sign == right[j - 2] and left[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
