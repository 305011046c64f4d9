"""What stands beside the time of day of an answer and is not understood: a day, a clock, a denial.

Such a time is not taken, since a false day or a false clock makes another moment of it.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from cablesim.exercises.reading.answers import folded, plain

# Words beside a time that say nothing but that it is one, or lead up to it.
_ENGLISH = (
    "a about also an and answer approximately are around as at be been being can clock clock's "
    "clocks comes did display displayed displays equals exactly for get gets give given gives got "
    "group groups had has have hour hours hr hrs h i i'd i'm in is it it'd it'll it's its just "
    "leads let's local make makes mean means min mins minute minutes m my now o'clock o of on one "
    "precisely read reads result right roughly said say says sending sent set sharp should show "
    "showed shown shows so solution stand stands stood summer telegram that that'd that's the "
    "their then there therefore they think this thus time times to turns up was watch watches we "
    "were what when which will would write written x yes y you am pm p morning afternoon evening "
    "night noon midday midnight"
)
_RUSSIAN = (
    "в во время вечера вечер дня день ночи ночь утра утро час часа часов ч мин минут минута минуты "
    "и это на показывали показали было будет ответ равно ровно местное по местному времени полдень "
    "полночь г"
)
_HARMLESS = frozenset((*_ENGLISH.split(), *_RUSSIAN.split()))
MOST_QUOTED = 5
_BETWEEN = r"\D{0,12}?"
_WORD = re.compile(r"\+?[^\W_]+(?:'[^\W_]+)*")
_NAME = re.compile(r"[^\W\d_]+")


def harmless(values: Collection[str], prompt: str) -> frozenset[str]:
    """Return the words that a case and its prompt allow beside a time.

    Those are the case's own words; where the case has no name, the names of the prompt.

    >>> sorted(harmless(["Beijing", "8 hours"], "It is noon in Moscow, and in {city}?"))
    ['8', 'beijing', 'hours']
    >>> sorted(harmless(["8"], "It is noon in Moscow, and in the town?"))
    ['8', 'it', 'moscow']
    """
    own = frozenset(word for value in values for word in _WORD.findall(folded(value)))
    if any(word[0].isupper() for value in values for word in _NAME.findall(value)):
        return own
    return own | {folded(word) for word in _NAME.findall(prompt) if word[0].isupper()}


def not_understood(left: str, wrote: str, known: Collection[str]) -> str:
    """Return the words of what is left of an answer beside its time that nobody understands.

    They are quoted as they were written.

    >>> not_understood("  gmt in the morning", "08:15 GMT in the morning", ())
    'GMT'
    """
    strange = [word for word in _WORD.findall(left) if word not in _HARMLESS and word not in known]
    text = plain(wrote)
    # Numbers that were written in words are figures by now, and not to be found.
    some = [word for word in strange if _as_written(word, text)][:MOST_QUOTED] or strange[:1]
    row = re.search(_BETWEEN.join(map(re.escape, some)), text, re.IGNORECASE)
    return row[0] if row else ", ".join(_as_written(word, text) or word for word in some)


def _as_written(word: str, text: str) -> str:
    """Return a folded word as a text has it, or nothing where it is part of a longer one."""
    more = r"\d" if word[-1].isdigit() else r"[^\W\d_]"
    before = rf"(?<!{more})" if word[0].isalnum() else ""
    found = re.search(rf"{before}{re.escape(word)}(?!{more})", text, re.IGNORECASE)
    return found[0] if found else ""
