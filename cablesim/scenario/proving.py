"""Proving what shapes cannot: quotes stand on their lines, names name something, nothing mixes."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cablesim.documents.document import Layer
from cablesim.documents.standing import Standing
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.locating import Path, Places

if TYPE_CHECKING:
    from cablesim.documents.claim import Claim
    from cablesim.scenario.scenario import Scenario
    from cablesim.scenario.tables import Tables
    from cablesim.scenario.walktext import Paragraph


@dataclass(slots=True)
class _Found:
    """The mistakes found so far, and where keys stand in each file."""

    texts: dict[str, str]
    findings: list[Finding] = field(default_factory=list)
    _places: dict[str, Places] = field(default_factory=dict)

    def add(self, file: str, path: Path, message: str, cure: str = "") -> None:
        """Note a mistake at a key of a TOML file."""
        if file not in self._places:
            self._places[file] = Places(self.texts[file])
        line, column = self._places[file].of(path)
        key = ".".join(str(part) for part in path)
        self.findings.append(Finding("H109", file, line, column, key, message, cure))


def prove(scenario: Scenario, tables: Tables, texts: dict[str, str]) -> list[Finding]:
    """Return everything about a built scenario that does not hold."""
    found = _Found(texts)
    _quotes(scenario, found)
    _unique(scenario, found)
    _references(scenario, tables, found)
    _page_facts(scenario, found)
    _apart(scenario, found)
    _walk(scenario, found)
    return found.findings


def _quotes(scenario: Scenario, found: _Found) -> None:
    """Every quote stands letter for letter on its line, in the layer that its standing means."""
    for number, claim in enumerate(scenario.evidence.claims):
        if claim.quote is None or claim.line is None:
            continue
        path: Path = ("claim", number, "quote")
        if not scenario.document.stands_on(claim.quote, claim.line):
            lines = scenario.document.lines_with(claim.quote)
            cure = f"it stands on line {lines[0]}" if lines else "copy it from the document"
            found.add("history.toml", path, f"this does not stand on line {claim.line}", cure)
        elif claim.standing is Standing.DOCUMENT and not _in_telegram(scenario, claim):
            message = "a document quote lies within the telegram and outside the edition's brackets"
            found.add("history.toml", path, message, "quote less, or write standing = edition")


def _in_telegram(scenario: Scenario, claim: Claim) -> bool:
    """Tell whether a claim's quote is wholly the telegram's own."""
    quote, line = claim.quote or "", claim.line or 0
    return scenario.document.in_layer(quote, line, Layer.TELEGRAM)


def _unique(scenario: Scenario, found: _Found) -> None:
    """No id stands twice."""
    evidence = scenario.evidence
    for file, table, names in (
        ("history.toml", "claim", [claim.id for claim in evidence.claims]),
        ("history.toml", "stage", [stage.id for stage in evidence.route.stages]),
        ("scenario.toml", "party", [party.id for party in evidence.parties]),
    ):
        for name, count in Counter(names).items():
            if count > 1:
                second = len(names) - 1 - names[::-1].index(name)
                found.add(
                    file,
                    (table, second, "id"),
                    f"the id '{name}' stands {count} times",
                    "rename one",
                )


Reference = tuple[str, Path, str]


def _references(scenario: Scenario, tables: Tables, found: _Found) -> None:
    """Every name of a claim, party or stage names one."""
    evidence = scenario.evidence
    known = {
        "claim": {claim.id for claim in evidence.claims},
        "party": {party.id for party in evidence.parties},
        "stage": {stage.id for stage in evidence.route.stages},
    }
    for kind, references in (
        ("claim", _claim_references(scenario, tables)),
        ("party", _party_references(scenario)),
        ("stage", _stage_references(tables)),
    ):
        for file, path, name in references:
            if name not in known[kind]:
                near = difflib.get_close_matches(name, known[kind], n=1)
                cure = f"write '{near[0]}'" if near else f"add the {kind}, or take the name out"
                found.add(file, path, f"there is no {kind} '{shortened(name)}'", cure)


def _claim_references(scenario: Scenario, tables: Tables) -> Iterator[Reference]:
    """Yield every place that names a claim."""
    evidence = scenario.evidence
    yield from _named("history.toml", "claim", "from", (c.rests_on for c in evidence.claims))
    yield from _named("history.toml", "stage", "sure", (s.sure for s in evidence.route.stages))
    yield from _named("scenario.toml", "party", "claims", (p.claims for p in evidence.parties))
    yield from _named("scenario.toml", "form", "claims", (f.claims for f in evidence.form))
    yield from _named("scenario.toml", "copy", "claims", (c.claims for c in evidence.copies))
    yield from _named("glossary.toml", "term", "see", (t.see for t in scenario.glossary))
    for number, leg in enumerate(tables.teaching.get("simulated", {"leg": []})["leg"]):
        if "claim" in leg:
            yield "teaching.toml", ("simulated", "leg", number, "claim"), leg["claim"]


def _named(file: str, table: str, key: str, rows: Iterable[tuple[str, ...]]) -> Iterator[Reference]:
    """Yield the names in one key of every row of a table."""
    for number, names in enumerate(rows):
        yield from ((file, (table, number, key), name) for name in names)


def _party_references(scenario: Scenario) -> Iterator[Reference]:
    """Yield every place that names a party."""
    evidence = scenario.evidence
    for number, stage in enumerate(evidence.route.stages):
        yield "history.toml", ("stage", number, "who"), stage.who
    for number, entry in enumerate(evidence.copies):
        yield "scenario.toml", ("copy", number, "to"), entry.to
    for number, party in enumerate(evidence.parties):
        if party.alternative_to:
            yield "scenario.toml", ("party", number, "alternative_to"), party.alternative_to


def _stage_references(tables: Tables) -> Iterator[Reference]:
    """Yield every place outside the route that names a stage."""
    for number, leg in enumerate(tables.teaching.get("simulated", {"leg": []})["leg"]):
        yield "teaching.toml", ("simulated", "leg", number, "stage"), leg["stage"]
    for number, contrast in enumerate(tables.teaching.get("contrast", ())):
        if "after" in contrast:
            yield "teaching.toml", ("contrast", number, "after"), contrast["after"]


def _page_facts(scenario: Scenario, found: _Found) -> None:
    """Form values, brackets, glued fields and name forms stand on the page as they are given."""
    document = scenario.document
    for number, item in enumerate(scenario.evidence.form):
        if item.value is not None and not document.stands_on(item.value, item.line or 0):
            path: Path = ("form", number, "value")
            found.add("scenario.toml", path, f"this does not stand on line {item.line or '?'}")
    for number, bracket in enumerate(document.brackets):
        if not document.stands_on(bracket.text, bracket.line):
            message = f"this bracket does not stand on line {bracket.line}"
            found.add("scenario.toml", ("bracket", number, "text"), message)
    for number, fused in enumerate(document.fused):
        if "".join(fused.parts) != document.line(fused.line):
            message = f"these parts do not join to line {fused.line}, letter for letter"
            found.add("scenario.toml", ("fused", number, "parts"), message)
    _name_forms(scenario, found)
    last = len(document.lines)
    if not scenario.teaching.text_first <= scenario.teaching.text_last <= last:
        message = f"the lines enciphered do not lie within the {last} lines of the document"
        found.add("teaching.toml", ("text",), message)


def _name_forms(scenario: Scenario, found: _Found) -> None:
    """Printed forms of names stand on their lines."""
    document = scenario.document
    for number, party in enumerate(scenario.evidence.parties):
        for form in party.forms:
            if form.line is not None and not document.stands_on(form.text, form.line):
                message = f"'{shortened(form.text)}' does not stand on line {form.line}"
                found.add("scenario.toml", ("party", number, "forms"), message)


def _apart(scenario: Scenario, found: _Found) -> None:
    """No id of the teaching side stands in the history."""
    teaching = {item.id for item in scenario.teaching.contrasts}
    for number, stage in enumerate(scenario.evidence.route.stages):
        if stage.id in teaching:
            message = f"'{stage.id}' is an id of the teaching side"
            found.add("history.toml", ("stage", number, "id"), message, "give it another id")


def _walk(scenario: Scenario, found: _Found) -> None:
    """Pages of the walk are pages, and their marks name claims."""
    pages = {"cover", "end"}
    pages |= {stage.id for stage in scenario.evidence.route.stages}
    pages |= {contrast.id for contrast in scenario.teaching.contrasts}
    claims = {claim.id for claim in scenario.evidence.claims}
    for page in scenario.pages:
        if page.id not in pages:
            near = difflib.get_close_matches(page.id, pages, n=1)
            cure = f"write '# {near[0]}'" if near else "name a stage, cover or end"
            line = page.paragraphs[0].line if page.paragraphs else 1
            finding = Finding("H109", "walk.md", line, 1, page.id, "there is no such page", cure)
            found.findings.append(finding)
        for paragraph in _all_paragraphs(scenario, page.id):
            for name in paragraph.claims:
                if name not in claims:
                    near = difflib.get_close_matches(name, claims, n=1)
                    cure = f"write {{{near[0]}}}" if near else "name a claim, teaching or task"
                    message = f"there is no claim '{shortened(name)}'"
                    found.findings.append(
                        Finding("H109", "walk.md", paragraph.line, 1, page.id, message, cure)
                    )


def _all_paragraphs(scenario: Scenario, name: str) -> Iterator[Paragraph]:
    """Yield the paragraphs, replies and answers of a page."""
    for page in scenario.pages:
        if page.id == name:
            yield from page.paragraphs
            for question in page.questions:
                yield question.why
                yield from (option.reply for option in question.options if option.reply)
