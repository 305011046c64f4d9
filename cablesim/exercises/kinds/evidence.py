"""How a claim is shown when an answer is judged: its quote and line, or its source."""

from __future__ import annotations

from cablesim.documents.claim import Claim
from cablesim.documents.document import Layer
from cablesim.documents.evidence import Evidence, EvidenceError
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.naming import MOST, brief, near_id, shortened
from cablesim.scenario.scenario import Scenario

_WROTE = {
    Layer.CATALOGUE: "the catalogue",
    Layer.TELEGRAM: "the telegram",
    Layer.BRACKET: "the edition, in brackets",
    Layer.SUMMARY: "the archive, in its summary",
    Layer.FURNITURE: "the page, not the telegram",
    Layer.RIGHTS: "the archive, in its notice",
}
_EMPTY = "Line {} is empty."


def claim_named(evidence: Evidence, name: str, key: str) -> Claim:
    """Return a claim; raise `ExerciseRefused` at the exercise's key, with the nearest name."""
    try:
        return evidence.claim(name)
    except EvidenceError as error:
        hint = near_id(name, (claim.id for claim in evidence.claims))
        raise ExerciseRefused(f"there is no claim '{name}'{hint}", key) from error


def proof(scenario: Scenario, claim: Claim) -> str:
    """Return what a claim rests on, in one sentence: its line and quote, or its source."""
    if claim.quote is not None and claim.line is not None:
        return f"Line {claim.line}: “{claim.quote}” ({writer(scenario, claim)})."
    if claim.asks:
        return claim.asks
    if claim.rests_on:
        doubt = f" The doubt: {claim.doubt}" if claim.doubt else ""
        return f"Reasoned from {_behind(scenario, claim)}.{doubt}"
    return f"Source: {claim.source}."


def to_look_at(scenario: Scenario, claim: Claim) -> str:
    """Return what decides how a claim is known, for one who is still to say how.

    The line, the place or what lies behind it is shown; the standing is not named.
    """
    if claim.quote is not None and claim.line is not None:
        return f"Look at line {claim.line}: “{claim.quote}”. Who wrote these words?"
    if claim.asks:
        return f"Look for an answer to this: {claim.asks}"
    if claim.rests_on:
        doubt = f" A doubt: {claim.doubt}" if claim.doubt else ""
        return f"Look at what lies behind it: {_behind(scenario, claim)}.{doubt}"
    return f"Look at where it stands: {claim.source}."


def _behind(scenario: Scenario, claim: Claim) -> str:
    """Return in short the claims from which another one is reasoned."""
    return "; ".join(brief(scenario.evidence.claim(name)) for name in claim.rests_on)


def what_stands(scenario: Scenario, number: int) -> str:
    """Return the beginning of a line of the document, or that there is no such line."""
    if not 1 <= number <= len(scenario.document.lines):
        return f"The document has no line {number}."
    text = scenario.document.line(number)
    return (
        f"Line {number} has “{shortened(text, MOST)}”." if text.strip() else _EMPTY.format(number)
    )


def writer(scenario: Scenario, claim: Claim) -> str:
    """Say who wrote the words that a claim quotes."""
    document, line = scenario.document, claim.line or 0
    for layer in (Layer.BRACKET, document.layer(line)):
        if document.in_layer(claim.quote or "", line, layer):
            return _WROTE[layer]
    return _WROTE[document.layer(line)]
