"""Words that only lead up to an answer: `it means`, `the answer is`, `I get`, `page 2:`.

They are no part of it, whether words or figures follow. A "not" among them makes them none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablesim.exercises.reading.numerals import SMALL
from cablesim.exercises.reading.signs import clear

# So many words may lead up to an answer.
MOST_LEADING = 6
_SAYING = (
    "IS ARE WAS WERE MEAN MEANS SAY SAYS READ READS SPELL SPELLS GIVE GIVES GET GOT EQUALS "
    "BEGIN BEGINS START STARTS THINK BELIEVE GUESS WRITE WRITES WROTE DOWN "
    "IT'S THAT'S ЭТО ЗНАЧИТ ОЗНАЧАЕТ ГЛАСИТ ДУМАЮ"
)
_NUMBERED = "PAGE SHIFT KEY ROW LINE NO NUMBER СТРАНИЦА СТР СДВИГ КЛЮЧ НОМЕР"
_BEGINNING = (
    "I IT THIS THAT THE MY SO WE WORD WORDS TEXT MESSAGE TELEGRAM ANSWER RESULT PLAIN "
    "THEY HE SHE READER CLERK RECEIVER FROM TRANSLATION DECODED DECIPHERED DECRYPTED CLEAR "
    "PLAINTEXT SOLUTION SURE OK HERE IT'S THAT'S "
    "РЕШЕНИЕ ЭТО Я ОТВЕТ МОЙ СЛОВО СЛОВА ТЕКСТ ТЕЛЕГРАММА ПЕРЕВОД"
)
_BETWEEN = (
    "A AND STAND STANDS GROUP GROUPS CODE CIPHER ENCIPHERED ENCODED FIRST SECOND OTHER "
    "ГРУППА ГРУППЫ"
)
_SAYS, _LABELS = frozenset(_SAYING.split()), frozenset(_NUMBERED.split())
FIRST = _LABELS | frozenset(_BEGINNING.split())
_LEADING = FIRST | _SAYS | frozenset(_BETWEEN.split())
_STANDS_FOR = ("STANDS", "FOR")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_ALL_BEFORE = re.compile(r"^\W*(?:only|just|simply|exactly|только)\b[\s:,]*", re.IGNORECASE)
_ALL_BEHIND = re.compile(
    r"[\s,;]+(?:in all|in total|altogether|only|and no more|всего)\W*$", re.IGNORECASE
)
_MARK = re.compile(r"[:=>→\n]")
# Before figures a number is one of them, and "no" may deny them.
_NOT_BEFORE_FIGURES = re.compile(r"\d|\bno\b", re.IGNORECASE)


_LABEL = re.compile(
    r"(?<![^\W_])(?:group|gr|word|letter|figure|piece|группа|слово)\.? ?(?P<number>\d{1,2})"
    r"\.? ?[:=)-]+",
    re.IGNORECASE,
)


def without_labels(text: str) -> str:
    """Return a text without labels that number its parts, `Group 1: 3152, group 2: 6722`.

    The numbers have to follow each other, and a label has to be first.

    >>> without_labels("Group 1: 3152 Group 2: 6722"), without_labels("Group 3: 31, group 1: 67")
    (' 3152  6722', 'Group 3: 31, group 1: 67')
    """
    found = list(_LABEL.finditer(text))
    if not found or text[: found[0].start()].strip(" \n\t-*•"):
        return text
    numbers = [int(each["number"]) for each in found]
    follows = all(number == numbers[0] + n for n, number in enumerate(numbers))
    return _LABEL.sub("", text) if follows else text


def behind_lead(answer: str) -> Iterator[str]:
    """Yield what stands behind the words that lead up to an answer, the longest rest first.

    Such words end in one that says so, in a label with its number, or before a mark.

    >>> list(behind_lead("The word is pilot")), list(behind_lead("page 2: we agree"))
    ([' pilot'], [': we agree'])
    >>> list(behind_lead("Nine, it is pilot"))
    []
    """
    text = clear(answer)
    at, before = 0, ""
    for count in range(MOST_LEADING):
        found = _WORD.search(text, at)
        if found is None:
            return
        word, at = found[0].upper(), found.end()
        says = word in _SAYS or (before, word) == _STANDS_FOR
        number = word.isdigit() or (before in _LABELS and word.casefold() in SMALL)
        fits = word in _LEADING or says or number
        if not (fits if count else word in FIRST):
            return
        after = _WORD.search(text, at)
        marked = after is not None and _MARK.search(text, at, after.start()) is not None
        if after is not None and (marked or says or (number and before in _LABELS)):
            yield text[at:]
        before = word


def without_fillers(text: str) -> str:
    """Return a text without words round it that say no more than that it is all: `only`, `in all`.

    >>> without_fillers("only PILOT"), without_fillers("PILOT in all."), without_fillers("PILOT")
    ('PILOT', 'PILOT', 'PILOT')
    """
    return _ALL_BEHIND.sub("", _ALL_BEFORE.sub("", text))


def figures_behind_lead(text: str) -> str:
    """Return figures without the words that lead up to them; any other text as it is.

    >>> figures_behind_lead("The groups are 3152 6722"), figures_behind_lead("it is not 3152")
    (' 3152 6722', 'it is not 3152')
    """
    if text[:1].isdigit():
        return text
    for rest in behind_lead(text):
        first = _WORD.search(rest)
        if first is not None and any(map(str.isdigit, first[0])):
            lead = text[: len(text) - len(rest)]
            return text if _NOT_BEFORE_FIGURES.search(lead) else rest
    return text
