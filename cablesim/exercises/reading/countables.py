"""What an answer counts where something else is asked for: `8 July`, `8 am`, `3 lines`, `3%`."""

from __future__ import annotations

import re

from cablesim.exercises.reading.answers import folded, in_figures
from cablesim.exercises.reading.dates import dates_in
from cablesim.exercises.reading.numerals import ORDINALS, SMALL

_EQUALS = re.compile(r"=|\bequals\b|\bравно\b")
_CLOCK = re.compile(r"\bo'\s?clock\b|\d\s?[ap]\s?\.?\s?m\b")
_SHARE = re.compile(r"[%‰]|\bper\s?cent(?:age)?\b|\bпроцент")
# "It may be 8" and "8 may be right" have no date.
_MAY = re.compile(r"\bmay\b(?=\s+(?:be|have|not|well)\b)")
_COUNTED = (
    "line page name telegram message word letter group figure copy division regiment person answer"
)
_FORMS = {
    form: word
    for word in _COUNTED.split()
    for form in (word, "copies" if word == "copy" else f"{word}s")
} | {"people": "person", "messages": "telegram", "message": "telegram"}
# The third line is no number of lines.
_WORDS = [word for word in SMALL if word not in ORDINALS.split()]
_BEHIND = re.compile(
    rf"(?:\d|(?<![^\W\d_])(?:{'|'.join(_WORDS)}))\s*(?P<noun>{'|'.join(_FORMS)})(?![^\W_])"
)
_ASKED = re.compile(r"\bhow many\s+(?P<rest>[^.?!,;:]*)")
_PLURAL = re.compile(
    r"(?!(?:does|was|has|this|its|his|less)\b)\b(?:[^\W\d_]{3,}s|people|aircraft)\b"
)


def count_trouble(text: str, prompt: str) -> str:
    """Say what an answer is the number of where that is not asked for, or nothing.

    >>> count_trouble("8 July", "How many days?"), count_trouble("8 days", "How many days?")
    ('This is a date, and a number is asked for.', '')
    >>> count_trouble("3 lines", "How many copies does line 19 promise?")
    'This is a number of lines, and copies are asked for.'
    """
    words = _EQUALS.split(in_figures(folded(text)))[-1]
    if not any(map(str.isalpha, words)) and "%" not in words and "‰" not in words:
        return ""
    if dates_in(_MAY.sub(" ", words)):
        return "This is a date, and a number is asked for."
    if _CLOCK.search(words):
        return "This is a time of day, and a number is asked for."
    asked = folded(prompt)
    if _SHARE.search(words) and not _SHARE.search(asked):
        return "This is a share of a hundred, and that is not asked for."
    return _other_noun(words, asked)


def _other_noun(words: str, asked: str) -> str:
    """Say which things are counted where others are asked for, or nothing."""
    wanted = [_PLURAL.search(found["rest"]) for found in _ASKED.finditer(asked)]
    nouns = [found[0] for found in wanted if found]
    named = _BEHIND.search(words)
    if not nouns or len(nouns) < len(wanted) or named is None:
        return ""
    if any(_FORMS.get(noun, noun) == _FORMS[named["noun"]] for noun in nouns):
        return ""
    noun = named["noun"]
    noun = noun if noun.endswith(("s", "people")) else "copies" if noun == "copy" else f"{noun}s"
    return f"This is a number of {noun}, and {nouns[0]} are asked for."
