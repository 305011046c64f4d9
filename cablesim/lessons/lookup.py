"""Looking things up, by line: the document, the claims, the practice book, the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cablesim.codes.codebook import CodeBook, Entry
from cablesim.documents.evidence import Evidence
from cablesim.errors import CablesimError
from cablesim.lessons.chart import document_lines, glossary_lines, term_line
from cablesim.lessons.lines import claim_lines, shown
from cablesim.scenario.exercise import CorroborateTask, Exercise
from cablesim.scenario.scenario import Scenario
from cablesim.systems.errors import nearest
from cablesim.text.visible import visible_line

HELP = "? WORD for what a word means, glossary, document, claims, book WORD or book GROUP"
MOST = 24
BESIDE, ALL_CLAIMS = "Set side by side here", "Every claim"


def set_beside(exercise: Exercise) -> tuple[str, ...]:
    """Return the names of the claims that the question of an exercise shows itself.

    Those on which any other exercise rests are its answer, and are not told apart.
    """
    return exercise.task.beside if isinstance(exercise.task, CorroborateTask) else ()


def looked_up(scenario: Scenario, text: str, first: Sequence[str] = ()) -> tuple[str, ...] | None:
    """Return the lines that a request stands for, or None where the text is no request.

    The claims that are named `first` stand before all of them.
    """
    asked = text.strip()
    if asked.startswith("?") and asked.strip("? "):
        return term_lines(scenario, asked.lstrip("? "))
    word, _, wanted = asked.partition(" ")
    match word.casefold(), wanted.strip():
        case "document", "":
            return tuple(document_lines(scenario))
        case "claims", "":
            return tuple(_claims(scenario.evidence, first))
        case "glossary", "":
            return tuple(glossary_lines(scenario))
        case "book", wanted:
            return _book(scenario, wanted)
        case _:
            return None


def _claims(evidence: Evidence, first: Sequence[str]) -> Iterator[str]:
    """Yield every claim with its proof, some of them before all."""
    if first:
        yield f"{BESIDE}:"
        for name in first:
            yield from claim_lines(shown(evidence, evidence.claim(name)))
        yield f"{ALL_CLAIMS}:"
    for claim in evidence.claims:
        yield from claim_lines(shown(evidence, claim))


def _book(scenario: Scenario, wanted: str) -> tuple[str, ...]:
    """Return what the practice book has, or that there is none."""
    try:
        book = scenario.teaching.book
    except CablesimError as error:
        return (str(error),)
    return (scenario.teaching.banner, *book_lines(book, wanted))


def term_lines(scenario: Scenario, wanted: str) -> tuple[str, ...]:
    """Return what a word means: that very word, or all that have it in them."""
    sought = wanted.casefold()
    found = [term for term in scenario.glossary if sought in term.term.casefold()]
    very = [term for term in found if term.term.casefold() == sought]
    if found:
        return tuple(map(term_line, very or found))
    hint = nearest(wanted, [term.term for term in scenario.glossary]) or "; see: glossary"
    return (f"The glossary has no word '{visible_line(wanted)}'{hint}",)


def asked_for(text: str) -> str:
    """Return what is looked up: a word or group, with or without the word `book` before it.

    >>> asked_for("book KOREA")
    'KOREA'
    """
    word, _, wanted = text.strip().partition(" ")
    return wanted.strip() if word.casefold() == "book" and wanted.strip() else text.strip()


def book_lines(book: CodeBook, wanted: str) -> Iterator[str]:
    """Yield the entries that begin with a word or a part of it, or whose group begins so."""
    wanted = _as_sought(wanted)
    if not wanted:
        yield f"{book.title}: {len(book)} entries. Which? A word or a group, such as KOREA or 0417."
        return
    found = [entry for entry in book.entries if _begins(entry, wanted)]
    yield from map(_line, _ordered(found, wanted))
    if not found:
        yield _nothing(book, wanted)
    if len(found) > MOST:
        yield f"{len(found) - MOST} more begin so; say more of the word."


def _as_sought(text: str) -> str:
    """Return a text as entries are compared with it: blanks and hyphens are alike."""
    return " ".join(text.upper().replace("-", " ").split())


def _nothing(book: CodeBook, wanted: str) -> str:
    """Say that nothing begins so; of several words, which of them stand in the book alone."""
    shown, words = wanted[:40], wanted.split()
    if wanted.replace(" ", "").isdigit():
        return f"The book has no group that begins with {shown}."
    if len(words) == 1:
        return f"The book has nothing that begins with {shown}; such words are spelled."
    plain = {_as_sought(entry.plain) for entry in book.entries}
    alone = list(dict.fromkeys(word for word in words if word in plain))
    has = f"by itself it has {', '.join(alone)}" if alone else "nor has it these words alone"
    return f"The book has nothing that begins with {shown}; {has}."


def _begins(entry: Entry, wanted: str) -> bool:
    """Tell whether an entry or one of its groups begins with what is wanted."""
    return _as_sought(entry.plain).startswith(wanted) or any(
        group.startswith(wanted) for group in entry.groups
    )


def _ordered(entries: Iterable[Entry], wanted: str) -> list[Entry]:
    """Return the first entries, the very word before longer ones."""
    return sorted(entries, key=lambda entry: (_as_sought(entry.plain) != wanted, entry.plain))[
        :MOST
    ]


def _line(entry: Entry) -> str:
    """Return an entry in a line."""
    return f"{entry.plain} ({entry.kind.value}): {' or '.join(entry.groups)}"
