"""A scenario as values: what is historical, what is made up, and the words that lead through."""

from __future__ import annotations

from dataclasses import dataclass, field

from cablesim.codes.codebook import CodeBook
from cablesim.documents.document import Document
from cablesim.documents.evidence import Evidence
from cablesim.documents.standing import Standing
from cablesim.errors import CablesimError
from cablesim.office.clock import Leg
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.exercise import ExerciseSet
from cablesim.scenario.finding import Finding
from cablesim.scenario.procedure import Procedure
from cablesim.scenario.walktext import WalkPage

FINAL_ROLES = frozenset({"addressee", "recipient", "final recipient"})
USUAL_PLACES = {
    "moscow": "Moscow",
    "line": "on the line",
    "beijing": "Beijing",
    "origin": "where it began",
    "destination": "where it arrived",
}


@dataclass(frozen=True, slots=True)
class Rights:
    """What the rights holder of the document says; it travels with the document."""

    statement: str
    quote: str
    contact: str


@dataclass(frozen=True, slots=True)
class PartSpan:
    """Lines of one message or part of the telegram, first and last included, and its name."""

    first: int
    last: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What the document is, what was not seen, and the messages or parts that it holds."""

    kind: str
    edition: str
    unseen: str
    telegram: tuple[PartSpan, ...]


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
    """Everything made up: banner, lines enciphered, the procedure, clock, contrasts.

    `cipher` is the id that the author gave the procedure; nothing where none was written.
    """

    banner: str
    text: tuple[PartSpan, ...]
    procedure: Procedure
    steps: tuple[CipherStep, ...]
    legs: tuple[Leg, ...]
    contrasts: tuple[Contrast, ...]
    cipher: str = ""

    @property
    def title(self) -> str:
        """The cipher's name."""
        return self.procedure.title

    @property
    def text_first(self) -> int:
        """The first line that is enciphered."""
        return min(part.first for part in self.text)

    @property
    def text_last(self) -> int:
        """The last line that is enciphered."""
        return max(part.last for part in self.text)

    @property
    def book(self) -> CodeBook:
        """The code book; raises `CablesimError` where the cipher has none."""
        book = self.procedure.book
        if book is None:
            raise CablesimError(f"'{self.title}' has no code book; take a scenario that has one")
        return book


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
    places: tuple[tuple[str, str], ...] = ()
    faults: tuple[Finding, ...] = ()

    @property
    def recipient_sets(self) -> tuple[tuple[str, ...], ...]:
        """The final recipients: each set is told, by telling one of its alternatives."""
        parties = self.evidence.parties
        named = {party.alternative_to for party in parties}
        final = [p for p in parties if p.alternative_to or p.role in FINAL_ROLES or p.id in named]
        if not final:
            return tuple((party.id,) for party in parties[-1:])
        sets: dict[str, set[str]] = {}
        for party in final:
            joined = {party.id, *filter(None, [party.alternative_to])}
            for name in tuple(joined):
                joined |= sets.get(name, set())
            sets.update(dict.fromkeys(joined, joined))
        ordered = [tuple(p.id for p in final if p.id in sets[party.id]) for party in final]
        return tuple(dict.fromkeys(ordered))

    @property
    def recipients(self) -> tuple[str, ...]:
        """All final recipients in order."""
        return tuple(name for names in self.recipient_sets for name in names)

    def told(self, chosen: str | None) -> tuple[str, ...]:
        """Return who is told: of each set of alternatives the chosen one, else the first."""
        return tuple(chosen if chosen in names else names[0] for names in self.recipient_sets)

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The final recipients among whom a walker may choose."""
        return tuple(name for names in self.recipient_sets if len(names) > 1 for name in names)

    @property
    def left_out(self) -> tuple[Finding, ...]:
        """What was left out because it is broken; warnings and notices are not among it."""
        return tuple(fault for fault in self.faults if fault.severity is Severity.ERROR)

    def place_name(self, place: str) -> str:
        """Return a place of the route in words."""
        named = {**USUAL_PLACES, **dict(self.places)}
        return named.get(place, place.replace("-", " ").title())

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
