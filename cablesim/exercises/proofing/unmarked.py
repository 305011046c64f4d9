"""Days and years of the past in an exercise, with no claim beside them that carries them.

A sentence of history has its standing where it stands: a claim named in the same text, a source set
beside the question, the claim of an option, or the question itself where it names its claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablesim.documents.claim import Claim
from cablesim.documents.evidence import Evidence
from cablesim.documents.standing import Standing
from cablesim.exercises.fault import Fault
from cablesim.exercises.naming import cited, in_words, texts
from cablesim.scenario.exercise import (
    BookTask,
    CorroborateTask,
    DepthTask,
    Exercise,
    GarbleTask,
    NumberTask,
    RecallTask,
    SupportTask,
    SystemTask,
)

CODE = "E112"
# What these ask is worked with figures, and a number of four is a group.
_FIGURES = (BookTask, SystemTask, GarbleTask, DepthTask, RecallTask)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_PAST = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTHS})\b(?: 1[5-9]\d\d\b)?|\b(?:{_MONTHS}) 1[5-9]\d\d\b"
    r"|\b(?:in|of|year|since|until|by|from) (?P<year>1[5-9]\d\d)\b(?!-)"
)
# What is supposed is no statement.
_SUPPOSED = re.compile(r"\b(?:suppose|imagine|somebody says)\b", re.IGNORECASE)
# A statement to be judged may be false, and what is beside the point may be anything.
_JUDGED = re.compile(r"(?:option|extra)\.\d+\.text")
# Sums of days that the question has.
_SUMS = re.compile(r"how|vary\.case\.\d+\.how|also\.\d+\.says|hints\.\d+")
_OPTION = re.compile(r"option\.(\d+)\.")


def unmarked(exercise: Exercise, evidence: Evidence) -> Iterator[Fault]:
    """Yield each text of an exercise with a day or a year that no claim beside it carries."""
    if exercise.made_up or isinstance(exercise.task, _FIGURES):
        return
    known = {claim.id: claim for claim in evidence.claims}
    shown = " ".join(_shown(exercise, known))
    reckons = isinstance(exercise.task, NumberTask) and bool(known.keys() & _asked(exercise))
    if known.keys() & cited(exercise.prompt):
        shown += in_words(exercise, evidence).prompt
    for key, text in texts(exercise):
        if _JUDGED.fullmatch(key) or known.keys() & cited(text):
            continue
        if reckons and _SUMS.fullmatch(key):
            continue
        carried = shown + _words(known.get(_own(exercise, key)))
        for found in _PAST.finditer(text):
            past = found["year"] or found[0]
            if past not in carried and not _SUPPOSED.search(text, 0, found.start()):
                message = f"“{past}” speaks of the past, and no claim stands beside it"
                cure = "name the claim that carries it: {claim.ID}, {source.ID} or (ID)"
                yield Fault(CODE, message, cure, key)
                break


def _asked(exercise: Exercise) -> set[str]:
    """Return the ids that the question names, in its prompt or in what is drawn for it."""
    asks = (text for key, text in texts(exercise) if key.startswith(("prompt", "vary.case")))
    return {name for text in asks for name in cited(text)}


def _shown(exercise: Exercise, known: dict[str, Claim]) -> Iterator[str]:
    """Yield the words of the claims that stand beside the question, and of the document's own."""
    task = exercise.task
    beside = task.beside if isinstance(task, CorroborateTask) else ()
    yield from (_words(known.get(name)) for name in beside)
    yield from (_words(each) for each in known.values() if each.standing is Standing.DOCUMENT)


def _own(exercise: Exercise, key: str) -> str:
    """Return the claim that is shown with a text: that of its option, or of a number."""
    task, option = exercise.task, _OPTION.match(key)
    if isinstance(task, SupportTask) and option:
        return task.options[int(option[1])].claim
    return task.claim if isinstance(task, NumberTask) and key != "prompt" else ""


def _words(claim: Claim | None) -> str:
    """Return what a claim says and where from; nothing of none."""
    return f"{claim.text} {claim.source} " if claim else ""
