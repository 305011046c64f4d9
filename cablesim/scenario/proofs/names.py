"""Names: every id stands once, every reference names something, nothing crosses the border."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from cablesim.scenario.facts import Facts, Row, Sheet, at
from cablesim.scenario.finding import Edit, Finding, nearest, shortened
from cablesim.scenario.locating import Path
from cablesim.scenario.valueslips import slug
from cablesim.scenario.walktext import Paragraph, WalkPage

WALK = "walk.md"
# Ids of several words, as they are named within a text; each place is looked at once, however long
# a text without hyphens is.
_WORDS = re.compile(r"(?<![a-z0-9])[a-z0-9]++(?:-[a-z0-9]++)+")
PAGE_ID = re.compile(r"[a-z0-9][a-z0-9-]*\Z")
_USES = {
    "claim": (
        ("claim", "from"),
        ("stage", "sure"),
        ("party", "claims"),
        ("form", "claims"),
        ("copy", "claims"),
        ("copies", "claims"),
        ("term", "see"),
    ),
    "party": (("stage", "who"), ("copy", "to"), ("party", "alternative_to")),
    "stage": (("stage", "after"), ("contrast", "after")),
}
_CODES = {"claim": "H109", "party": "H110", "stage": "H111"}
# A name is compared with every name there is, to find the nearest; so many times in all.
MOST_COMPARED = 10_000
_TEACHING = (("cipher", "id"), ("contrast", "id"))
# Of a short clock: what is no stage.
_CLOCK_KEYS = frozenset({"unit", "like", "leg"})


@dataclass(slots=True)
class _Names:
    """The ids of one kind; `lost` counts tables without an id, or with that of another."""

    known: dict[str, Row] = field(default_factory=dict)
    lost: int = 0

    def has(self, name: str) -> bool:
        """Tell whether a reference names something, ids of another form included."""
        return name in self.known or slug(name) in self.known


@dataclass(slots=True)
class _Near:
    """Finds the nearest names, for as long as not too many were compared; then it finds none."""

    left: int = MOST_COMPARED

    def to(self, name: str, known: Collection[str]) -> str:
        """Return the known name that is nearest, or nothing."""
        self.left -= len(known)
        return nearest(name, known) if self.left >= 0 else ""


def prove_names(facts: Facts) -> Iterator[Finding]:
    """Yield ids that stand twice, references to nothing, claims that nobody uses."""
    names = {kind: _names(facts, kind) for kind in _CODES}
    for kind in (*_CODES, "exercise"):
        yield from _twice(facts, kind)
    wanted: set[str] = set()
    helper = _Near()
    for kind, references in _references(facts).items():
        if not (names[kind].known or facts.whole):
            continue
        excused: set[str] = set()
        for sheet, path, name in references:
            if names[kind].has(name):
                continue
            excused |= {name} if len(excused) < names[kind].lost else set()
            if name not in excused:
                near = helper.to(name, names[kind].known)
                wanted |= {near}
                yield _unknown(sheet, path, kind, name, near)
    yield from _marks(facts, names["claim"], wanted, helper)
    yield from _unused(facts, wanted)
    yield from _apart(facts)


def _names(facts: Facts, kind: str) -> _Names:
    """Return the ids of one kind; one of another form counts as what it was meant to be."""
    found = _Names()
    for row in facts.rows(kind):
        name = row.text("id")
        found.lost += not name or name in found.known
        if name:
            found.known.setdefault(name, row)
            found.known.setdefault(slug(name), row)
    return found


def _twice(facts: Facts, kind: str) -> Iterator[Finding]:
    """No id stands twice."""
    first: dict[str, Row] = {}
    for row in facts.rows(kind):
        name = row.text("id")
        if name and name in first:
            line = row.sheet.places.value((*first[name].path, "id"))[0]
            message = f"the id '{shortened(name)}' stands already on line {line}"
            yield row.finding("S111", ("id",), message, "give one of them another id")
        elif name:
            first[name] = row


def _references(facts: Facts) -> dict[str, list[tuple[Sheet, Path, str]]]:
    """Return every place that names a claim, a party or a stage."""
    found: dict[str, list[tuple[Sheet, Path, str]]] = {kind: [] for kind in _CODES}
    for kind, uses in _USES.items():
        for table, key in uses:
            for row in facts.rows(table):
                found[kind] += ((row.sheet, path, name) for path, name in row.names(key))
    for clock in facts.rows("simulated"):
        for leg in clock.rows("leg"):
            for key in ("claim", "stage"):
                found[key] += ((leg.sheet, path, name) for path, name in leg.names(key))
        for like in clock.rows("like"):
            for key in like.data:
                found["claim"] += ((like.sheet, path, name) for path, name in like.names(key))
        found["stage"] += (
            (clock.sheet, (*clock.path, key), key) for key in clock.data if key not in _CLOCK_KEYS
        )
    return found


def _unknown(sheet: Sheet, path: Path, kind: str, name: str, near: str) -> Finding:
    """Say that a name names nothing, and which one is near."""
    message = f"there is no {kind} '{shortened(name)}'"
    cure = f"write '{near}'" if near else f"add the {kind}, or take the name out"
    written = sheet.places.written(path)
    mend: tuple[Edit, ...] = ()
    if near and written is not None and written[1][1:-1] == name:
        mend = (Edit(written[0], written[0] + len(written[1]), f'"{near}"'),)
    return at(sheet, _CODES[kind], path, message, cure, *mend)


def _marks(facts: Facts, claims: _Names, wanted: set[str], helper: _Near) -> Iterator[Finding]:
    """Pages of the walk are pages, and their marks name claims."""
    pages = {"cover", "end"} | {row.text("id") for row in facts.rows("stage")}
    pages |= {row.text("id") for row in facts.rows("contrast")}
    for page in facts.pages:
        if (
            PAGE_ID.match(page.id)
            and page.id not in pages
            and slug(page.id) not in pages
            and facts.whole
        ):
            near = helper.to(page.id, pages)
            cure = f"write # {near}" if near else "name a stage, a modern station, cover or end"
            message = f"there is no page '{shortened(page.id)}'"
            yield Finding("H118", WALK, page.line, 1, page.id, message, cure)
        for paragraph in paragraphs_of(page):
            for name in paragraph.claims:
                if not claims.has(name) and (claims.known or facts.whole) and not claims.lost:
                    near = helper.to(name, claims.known)
                    wanted |= {near}
                    cure = f"write {{{near}}}" if near else "name a claim, teaching or task"
                    message = f"there is no claim '{shortened(name)}'"
                    line, column = _mark_place(facts, paragraph, name)
                    yield Finding("H109", WALK, line, column, page.id, message, cure)


def _mark_place(facts: Facts, paragraph: Paragraph, name: str) -> tuple[int, int]:
    """Return where a mark stands, on the first line of its paragraph that has it."""
    for number in range(paragraph.line, len(facts.walk_lines) + 1):
        line = facts.walk_lines[number - 1]
        column = line.find(name, max(line.rfind("{"), 0))
        if column >= 0 and "{" in line:
            return number, column + 1
        if not line.strip():
            break
    return paragraph.line, 1


def paragraphs_of(page: WalkPage) -> Iterator[Paragraph]:
    """Yield the paragraphs, replies and answers of a page."""
    yield from page.paragraphs
    for question in page.questions:
        yield question.why
        yield from (option.reply for option in question.options if option.reply)


def _unused(facts: Facts, wanted: set[str]) -> Iterator[Finding]:
    """A claim that nothing names is shown nowhere."""
    inferences = [row for row in facts.rows("claim") if row.text("standing") == "inference"]
    if not facts.whole or any(not list(row.names("from")) for row in inferences):
        return
    used = {text for sheet in facts.sheets.values() for text in _texts(sheet.data, "")}
    exercises = facts.sheets.get("exercises.toml")
    told = _texts(exercises.data, "") if exercises is not None else ()
    used |= {name for text in told for name in _WORDS.findall(text)}
    used |= {name for page in facts.pages for p in paragraphs_of(page) for name in p.claims}
    used |= {slug(name) for name in used} | facts.used
    for row in facts.rows("claim"):
        name = row.text("id")
        if name and slug(name) not in used and name not in wanted:
            message = f"nothing uses the claim '{shortened(name)}', so nobody will see it"
            cure = f"name it where it is needed: in sure, from, claims or see, or as {{{name}}}"
            yield row.finding("H108", ("id",), message, cure)


def _texts(value: object, key: str) -> Iterator[str]:
    """Yield every text in a value but ids and words to read, which are no uses."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _texts(each, str(name))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, key)
    elif isinstance(value, str) and key != "id":
        yield value


def _apart(facts: Facts) -> Iterator[Finding]:
    """No id of the teaching side stands in the history."""
    teaching = {row.text(key) for table, key in _TEACHING for row in facts.rows(table)} - {""}
    for table, keys in (("claim", ("text", "doubt", "asks")), ("stage", ("title",))):
        for row in facts.rows(table):
            if row.text("id") in teaching:
                message = f"'{row.text('id')}' is an id of the teaching side"
                yield row.finding("H115", ("id",), message, "give it another id")
            for key in keys:
                for name in _named_in(row.text(key), teaching):
                    message = f"'{name}' is an id of the teaching side, and this is history"
                    cure = "say here only what is known of the telegram"
                    yield row.finding("H115", (key,), message, cure)


def _named_in(text: str, teaching: set[str]) -> list[str]:
    """Return the ids of several words that a text names."""
    return sorted(set(_WORDS.findall(text)) & teaching) if teaching else []
