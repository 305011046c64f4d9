"""A scenario as values: what is historical, what is made up, and the words that lead through."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablesim.codes.codebook import CodeBook
from cablesim.documents.document import Document
from cablesim.documents.evidence import Evidence
from cablesim.documents.standing import Standing
from cablesim.office.clock import Leg
from cablesim.scenario.exercise import ExerciseSet
from cablesim.scenario.walktext import WalkPage


@dataclass(frozen=True, slots=True)
class Rights:
    """What the rights holder of the document says; it travels with the document."""

    statement: str
    quote: str
    contact: str


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What the document is and what was not seen."""

    kind: str
    edition: str
    unseen: str
    telegram_first: int
    telegram_last: int


@dataclass(frozen=True, slots=True)
class CipherStep:
    """A step of the teaching cipher in words."""

    id: str
    does: str
    text: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A modern station."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Teaching:
    """Everything made up: banner, lines enciphered, book, pad, closing, clock, contrasts."""

    banner: str
    text_first: int
    text_last: int
    title: str
    book: CodeBook
    steps: tuple[CipherStep, ...]
    pages: int
    groups: int
    serial: int
    day: int
    legs: tuple[Leg, ...]
    contrasts: tuple[Contrast, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the glossary."""

    term: str
    text: str
    see: tuple[str, ...]
    teaching: bool


@dataclass(frozen=True, slots=True)
class Scenario:
    """One telegram to follow.

    `lessons` are those of a course, where a course has taken the place of the exercises.
    """

    id: str
    version: str
    title: str
    lang: str
    level: str
    minutes: int
    authors: tuple[str, ...]
    licence: str
    about: str
    source: SourceNote
    rights: Rights
    document: Document
    evidence: Evidence
    teaching: Teaching
    glossary: tuple[Term, ...]
    pages: tuple[WalkPage, ...]
    exercises: ExerciseSet = field(default_factory=ExerciseSet, compare=False)
    lessons: tuple[str, ...] = ()

    @property
    def recipients(self) -> tuple[str, ...]:
        """The final recipients in order; of alternatives one is enough."""
        parties = self.evidence.parties
        final = tuple(p.id for p in parties if p.alternative_to or p.role == "addressee")
        return final or tuple(party.id for party in parties[-1:])

    @property
    def copies_standing(self) -> Standing:
        """How firmly the numbered copies are known: the least firm claim of the list."""
        names = [name for entry in self.evidence.copies for name in entry.claims]
        return self.evidence.standing_of(names)

    @property
    def rights_line(self) -> str:
        """The rights of the document in one line."""
        contact = f" ({self.rights.contact})" if self.rights.contact else ""
        return f"{self.source.edition}. {self.rights.statement}{contact}"
