"""Reading which group of a message is damaged, and what it should be.

One place and one repair are read, and no others. The repair is a group or a word of the book; what
is known already (the group as it came, its pad, what it deciphers to) may stand beside it, and so
may a reason behind "because". A whole message is compared with the one that came. Where several
places or repairs stand, or a "not" or an "or", nothing is taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cablesim.codes.codebook import GROUP_SIZE
from cablesim.exercises.figures import minus
from cablesim.exercises.reading.answers import LIKE_FIGURES, words
from cablesim.exercises.reading.numerals import ORDINALS, SMALL
from cablesim.exercises.shelf import Shelf
from cablesim.text.groups import cut

MOST_WORDS = 12
MOST_NAMED = 5
MOST_BEHIND = 5
LEAST_ROW = 3

_SHORT = re.compile(r"(?:group ?)?(\d{1,2})[ ,;:.=)-]{1,3}(\d{4})\.?", re.IGNORECASE)
_GROUP = re.compile(rf"(?<!\d)\d{{{GROUP_SIZE}}}(?!\d)")
_ODD_SIZE = re.compile(rf"(?<!\d)(?:\d{{3}}|\d{{{GROUP_SIZE + 1},}})(?!\d)")
_MIXED = re.compile(r"[^\W_]{3,}")
_BECAUSE = re.compile(r"\b(?:because|since)\b")
_NTH = "|".join(ORDINALS.split()[1:])
_FIGURE = re.compile(
    rf"\b(?:figure|digit|column|fig)\b[.:]? ?\d{{1,2}}\b"
    rf"|\b(?:\d{{1,2}}(?:st|nd|rd|th)|{_NTH}|last) (?:figure|digit|column)\b"
)
_SOME_ONE = re.compile(
    r"\b(?:the )?(?:wrong|damaged|bad|garbled|broken|spoilt|only) one\b|\bthe one\b"
)
_SPELT = "|".join(word for word, n in SMALL.items() if n > 0)
_PLACE = re.compile(
    rf"\b(?:g|gr|groups?|no|nr)? ?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\bgroup (?P<spelt>{_SPELT})\b"
    rf"|\b(?:the )(?P<the>{_NTH})\b|\b(?P<nth>{_NTH}) (?:cipher |code )?group\b"
    rf"|\A(?P<bare>{_SPELT})[ ,;:.=)-]*(?= {{{GROUP_SIZE}}})"
)
_FROM_BEHIND = re.compile(
    r"\b(?:from|before|counting from) (?:the )?(?:end|last|back|behind|right|rear)\b"
    r"|\b(?:last but|(?:second|third|next|2nd|3rd)[ -]to[ -]last|penultimate)\b"
)
_LOOSE = re.compile(rf"\b(?:{_NTH})\b")
_BUT_NOT = re.compile(r"\b(?:not|rather than|instead of) (?:the )?(\d{4})\b")
_WRONG = re.compile(
    rf"\b(\d{{{GROUP_SIZE}}}),? (?:(?:is|was|seems|looks) )?(?:all )?"
    r"(?:wrong|false|bad|incorrect|damaged|garbled|broken|spoilt|mistaken|untrue)\b(?! group)"
)
# Between a place and a group, or behind them: words for what should stand there.
_WORDED = re.compile(
    r"(?:group ?)?\d{1,2}[ ,;:.=)-]+(?P<before>[a-z][a-z' ]*?)[ ,;:=(-]+\d{4}[ ).]*"
    r"|(?:group ?)?\d{1,2}[ ,;:.=)-]+\d{4}[ ,;:=(-]+(?P<behind>[a-z][a-z' ]*?)[ ).]*"
)
_DENIED = re.compile(
    r"\b(?:not|never|neither|nor|except|cannot|hardly|barely|scarcely|far from|anything but|"
    r"wrong to|all but|more than|less than|не|ни|кроме)\b|n't\b|\bno,"
    r"|\b\d{1,2} (?:is|was|seems|looks) (?:right|correct|whole|fine|ok|okay|good|sound|undamaged)\b"
)
_CHOICE = re.compile(r"\b(?:or|either|или|либо)\b")
_IN_GROUP = re.compile(r"(?:\bin )?\bgroup ?$")
_WORDS_SAID = (
    "ALL AM ANSWER ARE BAD BE BECOMES BEEN BELIEVE BROKEN CAN CANNOT CERTAIN CHANGE CHANGED CIPHER "
    "CODE CORRECT CORRECTED COULD DAMAGED ENTRY FALSE GARBLED GROUP GROUPS HAS HAVE HERE INTO IS "
    "IT JUST KNOW MAY MEAN MEANS MEND MENDED MIGHT MUST MY NEVER NO NOT NUMBER OFF ONE ONLY OUGHT "
    "OUT PLAIN READ READS REPAIR REPAIRED RIGHT SAY SAYS SENT SHOULD SPOILT STAND STANDS SURE "
    "TEXT THAT THERE THINK THIS WAS WHICH WORD WOULD WRITE WRONG"
)
_SAID_OF_A_PLACE = frozenset(("AND", "IS", "WAS"))
# What is said of a group beside its repair; small words go with it, and may be the repair.
_SAID = frozenset(_WORDS_SAID.split())
_FRAME = _SAID.union(("A", "AN", "AND", "AS", "AT", "FOR", "I", "IN", "OF", "ONE", "SO", "THE"))
_FRAME |= {"THEN", "TO"}
_SMALL = _FRAME
_FRAME -= {"CANNOT", "NEVER", "NOT"}


class Reading(NamedTuple):
    """What an answer names: the place from 0, and the repair; `trouble` says why it is no try."""

    place: int | None = None
    repair: str = ""
    trouble: str = ""


@dataclass(frozen=True)
class Message:
    """A message as it came, with its pad: `count` of its groups may be damaged, and a check not.

    `right` are the groups that are right at the damaged place, and `word` the words for them.
    """

    received: tuple[str, ...]
    pads: tuple[str, ...]
    count: int
    shelf: Shelf
    right: frozenset[str]
    word: tuple[str, ...]

    @cached_property
    def deciphered(self) -> tuple[str, ...]:
        """The code groups, as they came."""
        return tuple(map(minus, self.received[: self.count], self.pads))

    def known(self, place: int) -> frozenset[str]:
        """Return the groups that are known of a place before it is repaired."""
        known = {self.received[place], self.pads[place], self.deciphered[place]}
        return frozenset(known - self.right)


def short(text: str, count: int) -> Reading | None:
    """Return the reading of a number and a group and no more, as `4 1223`; of others nothing."""
    found = _SHORT.fullmatch(text)
    if found is None or not 1 <= int(found[1]) <= count:
        return None
    return Reading(int(found[1]) - 1, found[2])


def read(text: str, message: Message) -> Reading:
    """Return what an answer names; a reason behind it is left aside where the rest is whole."""
    folded = text.casefold()
    trouble = _letters(text)
    if trouble:
        return Reading(trouble=trouble)
    if _FROM_BEHIND.search(folded):
        return Reading(trouble="Count the groups from the first one that came in.")
    head = _BECAUSE.split(folded, maxsplit=1)[0]
    if len(head) < len(folded):
        found = _Answer(head, message).reading
        if found.place is not None and found.repair and not found.trouble:
            return found
    return _Answer(folded, message).reading


def _letters(text: str) -> str:
    """Say which letter stands in a group where a figure should, or nothing."""
    for token in _MIXED.findall(text):
        if token.isdigit() or not any(map(str.isdigit, token)):
            continue
        meant = "".join(LIKE_FIGURES.get(sign, sign) for sign in token)
        if meant.isascii() and meant.isdigit():
            sign = next(sign for sign in token if not sign.isdigit())
            name = unicodedata.name(sign, "an unknown sign").lower()
            return (
                f"{token[:20]} holds {sign} ({name}), which is no figure; did you mean "
                f"{meant[:20]}? Write it again."
            )
    return ""


class _Answer:
    """A folded answer beside the message."""

    def __init__(self, text: str, message: Message) -> None:
        self.message = message
        self.text = _SOME_ONE.sub(" ", _FIGURE.sub(" ", text))
        whole = GROUP_SIZE * len(message.received)
        runs = _ODD_SIZE.findall(self.text)
        self.odd = next((run for run in runs if len(run) != whole), "")
        if runs and not self.odd:
            self.text = re.sub(r"\d{5,}", lambda found: " ".join(cut(found[0], 4)), self.text)
        self.groups: list[str] = _GROUP.findall(self.text)
        self.places = list(self._places())

    def _places(self) -> Iterator[tuple[int, int, int]]:
        """Yield every place that is named, from 1, and where it stands."""
        rest = _GROUP.sub("    ", self.text)
        found = list(_PLACE.finditer(rest)) or list(_LOOSE.finditer(rest))
        for each in found:
            spelt = (each.lastgroup and each[each.lastgroup]) or each[0]
            yield int(spelt) if spelt.isdigit() else SMALL[spelt], each.start(), each.end()

    @property
    def reading(self) -> Reading:
        """The place and the repair, or why they cannot be read."""
        if self.odd:
            count = len(self.odd)
            return Reading(
                trouble=f"{self.odd[:20]} has {count} figures; a group here has {GROUP_SIZE}. "
                "Write it again."
            )
        row = self._row()
        if row is not None:
            return row
        named = list(dict.fromkeys(number for number, _, _ in self.places))
        if len(named) > 1:
            return Reading(trouble=self._several(named))
        if named and not 1 <= named[0] <= self.message.count:
            return Reading(
                trouble=f"The groups to choose from are 1 to {self.message.count}, and "
                f"{named[0]} is none of them."
            )
        return self._one(named[0] - 1 if named else None)

    def _several(self, named: list[int]) -> str:
        """Say that more than one place is named, or that a group is not written in one piece."""
        if not self.groups:
            return f"Write the whole group as it should be, {GROUP_SIZE} figures in one piece."
        listed = ", ".join(map(str, named[:MOST_NAMED]))
        return f"Several places are named there: {listed}. Choose one."

    def _row(self) -> Reading | None:
        """Return what a whole message says that is written as it should be; of others nothing."""
        message, groups = self.message, tuple(self.groups)
        if groups[: len(message.received)] == message.received and len(groups) > len(
            message.received
        ):
            groups = groups[len(message.received) :]
        sent = message.received[: message.count]
        for came in (message.received, sent, message.deciphered):
            if len(groups) != len(came) or len(came) < LEAST_ROW:
                continue
            off = [n for n, pair in enumerate(zip(groups, came, strict=True)) if len(set(pair)) > 1]
            if 2 * len(off) <= len(came):
                return self._of_row(groups, off)
        return None

    def _of_row(self, groups: tuple[str, ...], off: list[int]) -> Reading:
        """Return what a message says that differs from the one that came at some places."""
        if not off:
            return Reading(trouble="This is the message as it came.")
        if len(off) > 1:
            listed = ", ".join(str(place + 1) for place in off[:MOST_NAMED])
            return Reading(
                trouble=f"These groups are not as they came: {listed}. The line damaged one only."
            )
        if off[0] >= self.message.count:
            return Reading(trouble="Only the check there is not as it came, the last group.")
        named = {number for number, _, _ in self.places}
        if named - {off[0] + 1} and named != set(range(1, len(groups) + 1)):
            return Reading(trouble=self._several([*sorted(named - {off[0] + 1}), off[0] + 1]))
        return self._plainly(Reading(off[0], groups[off[0]]), self.text)

    def _one(self, place: int | None) -> Reading:
        """Return the reading of an answer that names one place at most."""
        distinct = list(dict.fromkeys(self.groups))
        if place is None and len(distinct) > 1:
            place = self._by_group(distinct)
            distinct = (
                distinct
                if place is None
                else [group for group in distinct if group != self.message.received[place]]
            )
        rest = self._repairs(distinct, place)
        if len(rest) > 1:
            listed = ", ".join(rest[:MOST_NAMED])
            return Reading(place, trouble=f"Several groups stand there: {listed}. Choose one.")
        known = self.message.known(place) if place is not None else frozenset()
        text = _BUT_NOT.sub(lambda found: " " if found[1] in known else found[0], self.text)
        text = _WRONG.sub(lambda found: " " if found[1] in known else found[0], text)
        if rest or self.groups:
            other = self._other_word(place, rest[0]) if place is not None and rest else ""
            if other:
                return Reading(place, trouble=other)
            return self._plainly(Reading(place, rest[0] if rest else ""), text)
        spoken, about = self._spoken()
        return self._plainly(Reading(place, spoken), about if spoken else text)

    def _other_word(self, place: int, repair: str) -> str:
        """Say that a word stands beside the repair and is another group, or nothing."""
        found = _WORDED.fullmatch(self.text.strip())
        spoken = tuple(words(found["before"] or found["behind"])) if found else ()
        entry = None if _FRAME.issuperset(spoken) else self.message.shelf.named(spoken)
        same = {repair, minus(repair, self.message.pads[place])}
        if entry is None or not same.isdisjoint(entry.groups):
            return ""
        return (
            f"{entry.plain} is {entry.groups[0]} in the book, and {repair} is another group. "
            "Write one of them."
        )

    def _plainly(self, found: Reading, text: str) -> Reading:
        """Return a reading if no denial and no choice stands in a text."""
        word = _CHOICE.search(text) or _DENIED.search(text) or _WRONG.search(text)
        if word is not None:
            said = word[0].replace("n't", "not")
            return Reading(trouble=f"With “{said}” in it, no one group and no one repair is named.")
        return found

    def _by_group(self, distinct: list[str]) -> int | None:
        """Return the place that is named by the group that came there."""
        sent = self.message.received[: self.message.count]
        named = [group for group in distinct if sent.count(group) == 1]
        certain = len(named) == 1 or (named and len(distinct) == len(named) == len("ab"))
        return sent.index(named[0]) if certain else None

    def _repairs(self, distinct: list[str], place: int | None) -> list[str]:
        """Return the groups that may be the repair; one where it stands with its code group."""
        if place is None or len(distinct) < 2:  # noqa: PLR2004 - one group is the repair.
            return distinct
        known = self.message.known(place)
        rest = [group for group in distinct if group not in known]
        if len(rest) == 2:  # noqa: PLR2004 - a pair.
            pad = self.message.pads[place]
            for one, other in (rest, rest[::-1]):
                if minus(one, pad) == other:
                    return [one]
        return rest

    def _spoken(self) -> tuple[str, str]:
        """Return the words that are given as the repair, and the text round them."""
        start, end = (self.places[0][1], self.places[-1][2]) if self.places else (0, 0)
        before, behind = self.text[:start], self.text[end:]
        spoken = self._entry(words(behind))
        if spoken:
            return spoken, before
        ahead = _IN_GROUP.sub("", before).rstrip()
        if ahead.endswith((",", ";", ":", "=", "-")) and self._named(words(ahead)):
            return " ".join(words(ahead)), behind
        told = words(before)
        right = self.message.word
        if told and told[-1] in _SAID_OF_A_PLACE and tuple(told[-len(right) :]) != right:
            return "", ""
        while told and told[-1] in _FRAME and tuple(told[-len(right) :]) != right:
            told.pop()
        return (self._entry(told), behind) if told else ("", "")

    def _named(self, spoken: list[str]) -> bool:
        """Say whether these words are an entry of the book."""
        return self.message.shelf.named(tuple(spoken)) is not None

    def _entry(self, spoken: list[str]) -> str:
        """Return the longest entry with which a row of words ends, if the rest is said of a group.

        Words that are said of a group are an entry only where they are the right one, and small
        words only where they end the row.
        """
        clear = next((n for n, word in enumerate(spoken) if word not in _FRAME), len(spoken))
        for end in range(len(spoken), max(len(spoken) - MOST_BEHIND, 0), -1):
            for start in range(max(end - MOST_WORDS, 0), min(clear + 1, end)):
                entry = spoken[start:end]
                right = tuple(entry) == self.message.word
                said = _SAID if end == len(spoken) else _SMALL
                if (right or not said.issuperset(entry)) and self._named(entry):
                    return " ".join(entry)
            if spoken[end - 1] not in _SAID:
                break
        return ""
