"""A claim: one historical sentence with its standing and what proves it."""

from __future__ import annotations

from dataclasses import dataclass

from cablesim.documents.standing import Standing


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of history.

    `quote` stands letter for letter on line `line` of the document; `rests_on` names the claims
    behind an inference; `asks` is the question a gap leaves; `evidence` numbers its rows in the
    table of evidence.
    """

    id: str
    standing: Standing
    text: str
    source: str
    quote: str | None = None
    line: int | None = None
    rests_on: tuple[str, ...] = ()
    doubt: str | None = None
    asks: str | None = None
    evidence: tuple[int, ...] = ()
