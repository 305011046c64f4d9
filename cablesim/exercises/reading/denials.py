"""Words and signs that deny a number or a time, or only bound it: then it is not the answer.

`no 3950`, `3950 is wrong` and `> 3950` name 3950 and do not give it; `No. 3950` gives it.
"""

from __future__ import annotations

import re

from cablesim.exercises.reading.answers import folded, plain

_NEGATED = re.compile(
    r"\b(?:not|never|neither|nor|except|without|не|ни|кроме|без|нет|вряд|нельзя)\b|n't\b"
    r"|\b(?:than|least|most|больше|меньше|более|менее)\b"
    r"|\b(?:cannot|hardly|scarcely|barely|unlikely|impossible|excluded|instead of|far from)\b"
    r"|\b(?:anything|everything|all|any|nothing|none) but\b"
    r"|\bor (?:more|less|fewer|over|above|below|under|higher|lower|greater|smaller)\b"
    r"|\band (?:more|over|above|up|upwards?)\b|\bplus$"
    r"|\btoo (?:many|much|few|little|high|low|big|large|small|great|early|late)\b"
)
_SIGN = re.compile(r"!=|=/=|[<≠≤≥±]|(?<![-=])>|\d\s?\+(?!\s*[\w(])")
_NO = re.compile(r"(?<![^\W\d_])no(?![^\W\d_])", re.IGNORECASE)
# A small "no" without a point is the sign of a number only behind the word for what is numbered.
_NUMBERED = re.compile(
    r"(?<![^\W\d_])(?:N[oO]\s?[.°]?|no\s?[.°])\s?(?=\d)|(?<![^\W\d_])[Nn]o\.?\s(?=of\b)"
    r"|\b(?i:telegram|message|line|page|paragraph|row|note|group|copy|record|key|answer|number)"
    r"\s+no\b"
)
_BEFORE = re.compile(
    r"\b(?:under|below|beneath|above|over|beyond|exceed(?:s|ing)?|up to|before|after|past|until"
    r"|till|nearly|almost|max(?:imum)?|minimum|до|свыше|выше|ниже|почти|после|перед)"
    r"[\s:]+(?:(?:the|a|an|of|is|number)\s+)*$"
)
_FAULTY = re.compile(
    r"\b(?:wrong|false|incorrect|untrue|mistake[ns]?|errors?|misprint|slip|lie|nonsense)\b"
    r"|\b(?:неверн|неправильн|ошиб|лож)[а-я]*"
)
_QUESTION = re.compile(r"[^.?!:]*\?")
_OF_FAULTS = re.compile(
    r"\b(?:damage|wrong|false|fault|error|mis|mistake|differ|spoil|garble|incorrect)"
)


def denied(text: str) -> bool:
    """Say whether an answer denies what it names, or only bounds it.

    >>> [denied(text) for text in ("no, 3950", "3: no", "> 3", "3+", "3 or more", "anything but 3")]
    [True, True, True, True, True, True]
    >>> [denied(text) for text in ("No. 3950", "telegram no 3950", "=> 3", "2 + 1 = 3")]
    [False, False, False, False]
    """
    if text.isdigit():
        return False
    said = plain(text)
    if _NEGATED.search(folded(text)) or _SIGN.search(said):
        return True
    return _NO.search(said) is not None and _NO.search(_NUMBERED.sub(" ", said)) is not None


def bounded(before: str) -> bool:
    """Say whether the words before a number only bound it.

    >>> bounded("it is under "), bounded("over all it is ")
    (True, False)
    """
    return _BEFORE.search(before) is not None


def called_false(text: str, prompt: str) -> bool:
    """Say whether an answer calls false what it names, unless the prompt asks what is false.

    >>> called_false("3 is wrong", "Which is it?"), called_false("3 is wrong", "Which is damaged?")
    (True, False)
    """
    if not _FAULTY.search(folded(text)):
        return False
    asked = " ".join(_QUESTION.findall(folded(prompt))) or folded(prompt)
    return _OF_FAULTS.search(asked) is None
