"""Claims by their words in what a learner reads.

An author names a claim by its id, `(i-came-in, g-sent)`, so that the checker sees what a sentence
rests on; a learner is shown how it is known and what it says. `{claim.e-62}` stands for the whole
sentence with its mark and source, and `{source.e-62}` for mark and source behind a sentence of the
author's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from difflib import get_close_matches
from typing import TypeVar

from cablesim.documents.claim import Claim
from cablesim.documents.evidence import Evidence
from cablesim.scenario.exercise import Exercise

MOST = 90
# So much like an id is a word that was meant for it, whatever it begins with.
ALIKE = 0.8
_ORDINARY = frozenset({"e-mail", "e-mails", "x-ray", "x-rays"})
# The keys of an exercise and of its task whose texts are read by learners.
_TEXTS = frozenset(
    {"prompt", "hints", "feedback", "explain", "banner", "says", "model", "text", "how", "because"}
)
# The fields that hold such texts, with their keys in the file; a task has none of its own.
_TABLES = {
    "task": "",
    "options": "option",
    "extras": "extra",
    "conventions": "convention",
    "rules": "rule",
    "rubric": "rubric",
    "also": "also",
    "cases": "vary.case",
}
_ID = r"[a-z0-9]+(?:-[a-z0-9]+)+"
_NAMED = re.compile(rf"\((?P<all>{_ID}(?:, {_ID})*)\)|(?<![\w-])(?P<one>{_ID})(?![\w-])")
CLAIM, SOURCE = "claim", "source"
_PLACED = re.compile(rf"\{{(?P<what>{CLAIM}|{SOURCE})\.(?P<id>{_ID}|[a-z0-9]+)\}}")
_INNER = str.maketrans("“”", "‘’")
Value = TypeVar("Value")


def in_words(exercise: Exercise, evidence: Evidence) -> Exercise:
    """Return an exercise in which claims are named by their words; one that names none as it is."""
    told = _deep(exercise, {claim.id: claim for claim in evidence.claims})
    return exercise if told == exercise else told


def unknown_claims(exercise: Exercise, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """Yield the key of each text that names a claim which is not there, with that name.

    In brackets a name is one that begins as the claims do, `(i-nothing-such)`, or that stands
    beside a claim, or is much like one; elsewhere it has to begin so and be like one. Ordinary
    words with a hyphen are none.
    """
    known = {claim.id for claim in evidence.claims}
    begins = {name[0] for name in known if name[1:2] == "-"}
    for key, text in texts(exercise):
        placed = (found["id"] for found in _PLACED.finditer(text))
        yield from ((key, name) for name in placed if name not in known)
        rest = _PLACED.sub("", text)
        for found in _NAMED.finditer(rest if "-" in rest else ""):
            names = (found["all"] or found["one"]).split(", ")
            beside = not known.isdisjoint(names)
            for name in names:
                if name in known or name in _ORDINARY:
                    continue
                begun = name[1:2] == "-" and name[0] in begins
                if found["one"]:
                    told = begun and bool(get_close_matches(name, known, 1))
                else:
                    told = begun or beside or bool(get_close_matches(name, known, 1, ALIKE))
                if told:
                    yield key, name


def near_id(name: str, known: Iterable[str]) -> str:
    """Return a hint at the claim whose id is much like a name, or an empty text.

    Ids are short and begin alike, so that what is only somewhat like one was not meant for it.

    >>> near_id("c-copis", ["c-copies", "e-no-sheet"]), near_id("c-nowhere", ["e-no-sheet"])
    ("; did you mean 'c-copies'?", '')
    """
    near = get_close_matches(name, list(known), 1, ALIKE)
    return f"; did you mean '{near[0]}'?" if near else ""


def texts(exercise: Exercise) -> Iterator[tuple[str, str]]:
    """Yield every text of an exercise that learners read, with its key in the file."""
    return _texts(exercise, "")


def _texts(value: object, key: str) -> Iterator[tuple[str, str]]:
    """Yield the texts within a value that learners read, each with its key in the file."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _texts(each, f"{key}.{number}")
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _texts(each, f"{key}.{name}")
    elif is_dataclass(value):
        for field in fields(value):
            if field.name in _TEXTS or field.name in _TABLES:
                own = _TABLES.get(field.name, field.name)
                yield from _texts(getattr(value, field.name), f"{key}.{own}".strip("."))


def brief(claim: Claim, most: int | None = None) -> str:
    """Return a claim as it is named beside another: its line and quote, or else its sentence."""
    if claim.quote is not None and claim.line is not None:
        return f"line {claim.line}, “{shortened(claim.quote, most)}”"
    return f"“{shortened(claim.text.rstrip('.'), most)}”"


def shortened(text: str, most: int | None) -> str:
    """Return a text as it stands within quotes, or its beginning with a sign for the rest.

    It is cut where a part of the sentence ends, if there is such a place in its second half.
    """
    text = text.translate(_INNER)
    if most is None or len(text) <= most:
        return text
    begun = text[:most].rsplit(maxsplit=1)[0]
    end = max(begun.rfind(sign) for sign in ",;:")
    return f"{begun[:end] if 2 * end > most else begun.rstrip(',;:')} ..."


def _deep(value: Value, known: Mapping[str, Claim], *, told: bool = False) -> Value:
    """Return a value with the texts in it told in words; only those of `_TEXTS` are read."""
    made: object = value
    match value:
        case str() if told:
            made = _told(value, known)
        case tuple():
            made = tuple(_deep(each, known, told=told) for each in value)
        case Mapping() if told:
            made = {name: _deep(each, known, told=told) for name, each in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            changed = {
                field.name: _deep(
                    getattr(value, field.name), known, told=field.name in {*_TEXTS, "cases"}
                )
                for field in fields(value)
            }
            made = replace(value, **changed)
    return made  # type: ignore[return-value]  # Every arm gives what it was given.


def _told(text: str, known: Mapping[str, Claim]) -> str:
    """Return one text with the claims that it names in words."""

    def words(found: re.Match[str]) -> str:
        """Return what stands for one id, or for some in brackets."""
        names = (found["all"] or found["one"]).split(", ")
        if not all(name in known for name in names):
            return found[0]
        said = "; ".join(known_so(known[name]) for name in names)
        return f"({said})" if found["all"] else brief(known[names[0]], MOST)

    if "-" not in text and "{" not in text:
        return text
    # What is put in place has words of its own, which name nothing.
    pieces = _PLACED.split(text)
    for at in range(0, len(pieces), 3):
        pieces[at] = _NAMED.sub(words, pieces[at])
    for at in range(1, len(pieces), 3):
        what, name = pieces[at : at + 2]
        claim = known.get(name)
        put = {CLAIM: whole, SOURCE: behind}[what](claim, known) if claim else ""
        pieces[at : at + 2] = [put or f"{{{what}.{name}}}", ""]
    return "".join(pieces)


def cited(text: str) -> frozenset[str]:
    """Return the ids that a text names in one of the three ways; whether they are there is open.

    >>> sorted(cited("{claim.e-62} It is twice that (i-124)."))
    ['e-62', 'i-124']
    """
    names = {found["id"] for found in _PLACED.finditer(text)}
    for found in _NAMED.finditer(_PLACED.sub("", text)):
        names.update((found["all"] or found["one"]).split(", "))
    return frozenset(names)


def whole(claim: Claim, known: Mapping[str, Claim]) -> str:
    """Return a claim as a sentence of its own, with its mark before it and its source behind."""
    return f"[{claim.standing.mark}] {claim.text.rstrip('.')} ({_rests(claim, known)})."


def behind(claim: Claim, known: Mapping[str, Claim]) -> str:
    """Return mark and source of a claim, as they stand behind a sentence that it carries."""
    return f"[{claim.standing.mark}: {_rests(claim, known)}]"


def _rests(claim: Claim, known: Mapping[str, Claim]) -> str:
    """Return what a claim rests on: line and quote, other claims and the doubt, its source."""
    if claim.quote is not None and claim.line is not None:
        return brief(claim, MOST)
    if claim.rests_on:
        reasons = "; ".join(brief(known[name], MOST) for name in claim.rests_on if name in known)
        return f"from {reasons}{f'; the doubt: {claim.doubt}' if claim.doubt else ''}".rstrip(".")
    return claim.source or claim.standing.meaning.rstrip(".")


def known_so(claim: Claim) -> str:
    """Return how a claim is known and what it says, as it is named to a learner."""
    said = brief(claim, MOST)
    return said if claim.quote is not None else f"{claim.standing.value}: {said}"
