"""Line numbers that an author writes: lines that the page has, and the line of the claim beside.

A number is that of another paper's line where the words behind it say so, `line 44 of the list`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cablesim.documents.claim import Claim
from cablesim.documents.document import Document
from cablesim.exercises.fault import Fault
from cablesim.exercises.naming import texts
from cablesim.scenario.exercise import (
    BookTask,
    DepthTask,
    Exercise,
    GarbleTask,
    Option,
    SupportTask,
    SystemTask,
)
from cablesim.scenario.scenario import Scenario

NOT_THERE, ANOTHER = "E103", "E111"
# Their prompts may have rows and lines of a sheet, and say nothing of the page.
_OF_CIPHERS = (BookTask, SystemTask, GarbleTask, DepthTask)
_NUMBERS = r"\d{1,4}(?:(?:\s?[-–]\s?|,?\s+(?:to|and|or)\s+|,\s*)\d{1,4})*(?![\d:./-]*\d)"
_LINES = re.compile(
    rf"(?<!\bno )\blines?\s+(?P<numbers>{_NUMBERS})(?=(?P<behind>[^.,;:!?]{{0,40}}))"
)
_OURS = r"(?:the|this|our) (?:page|document|telegram|message|text|edition)"
_ELSEWHERE = re.compile(rf"\s+(?:of|in|on) (?!{_OURS}\b)")
_RANGE = re.compile(r"(\d+)\s?(?:[-–]|to)\s?(\d+)")
_DENIES = re.compile(r"\b(?:no|not|nothing|nobody|never|none|without)\b|n't\b", re.IGNORECASE)


def lines_named(text: str) -> list[int]:
    """Return the lines of the page that a text names; of a range, all.

    >>> lines_named("Lines 3 to 5 and line 7, not line 44 of the October list")
    [3, 4, 5, 7]
    """
    found: list[int] = []
    for each in _LINES.finditer(text.replace("Line", "line")):
        if _ELSEWHERE.match(each["behind"]):
            continue
        found += map(int, re.findall(r"\d+", each["numbers"]))
        for first, last in _RANGE.findall(each["numbers"]):
            found += range(int(first), int(last) + 1)
    return sorted(set(found))


def false_lines(exercise: Exercise, scenario: Scenario) -> Iterator[Fault]:
    """Yield line numbers that the page does not have, and those that a claim contradicts."""
    if isinstance(exercise.task, _OF_CIPHERS):
        return
    last = max(n for n, line in enumerate(("-", *scenario.document.lines)) if line.strip())
    for key, text in texts(exercise):
        beyond = [number for number in lines_named(text) if not 1 <= number <= last]
        # A statement to choose from may be false, and is to be.
        if beyond and not key.endswith(".text"):
            message = f"line {beyond[0]} is named, and the document has {last} lines"
            cure = "write the number of the line; empty lines count"
            yield Fault(NOT_THERE, message, cure, key)
    if isinstance(exercise.task, SupportTask):
        claims = {claim.id: claim for claim in scenario.evidence.claims}
        yield from _beside(exercise.task.options, claims, scenario.document)


def _beside(
    options: Sequence[Option], claims: dict[str, Claim], document: Document
) -> Iterator[Fault]:
    """Yield what is said of an option by other lines than that of its claim.

    What is said to a wrong option may deny: line 3 has no such name.
    """
    for number, option in enumerate(options):
        claim = claims.get(option.claim)
        named = lines_named(option.says)
        if claim is None or claim.line is None or not named:
            continue
        lines = {claim.line, *document.lines_with(claim.quote or "")}
        denied = not option.right and _DENIES.search(option.says)
        beyond = not all(1 <= each <= len(document.lines) for each in named)
        if lines.isdisjoint(named) and not (denied or beyond):
            message = f"line {named[0]} is named here, and the claim beside it, "
            message += f"'{option.claim}', has its quote on line {claim.line}"
            cure = f"write {claim.line}, or name the claim that is meant"
            yield Fault(ANOTHER, message, cure, f"option.{number}.says")
