"""A party: a person or office on the way, with the printed forms of the name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameForm:
    """One printed form of a name: on a line of the document, or in another source."""

    text: str
    line: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Who holds, passes on or reads the message; printed names are never normalised away."""

    id: str
    role: str
    name: str
    place: str = ""
    cover: str = ""
    alternative_to: str = ""
    forms: tuple[NameForm, ...] = ()
    claims: tuple[str, ...] = ()
