"""What is one key away everywhere: the document, the map, the copies, the glossary, the help."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Mapping

from textual.content import Content

from cablesim.documents.document import Layer
from cablesim.lessons.chart import MapRow, left_out_lines, map_rows
from cablesim.lessons.lines import shown
from cablesim.lessons.page import Page, Shown
from cablesim.scenario.running import Run
from cablesim.scenario.scenario import Scenario
from cablesim.systems.system import System
from cablesim.tui.keys import Place, help_rows
from cablesim.tui.letters import LIT, QUIET, TEACHING, joined, words
from cablesim.tui.paint import card, history_content, mark

LAYER_MARKS = {
    Layer.CATALOGUE: "catalogue",
    Layer.TELEGRAM: "telegram",
    Layer.BRACKET: "bracket",
    Layer.SUMMARY: "summary",
    Layer.FURNITURE: "page",
    Layer.RIGHTS: "rights",
}
WIDE_MAP = 76


def _quotes(page: Page) -> dict[int, list[str]]:
    """Return the quoted words of a page's claims by line."""
    quotes: dict[int, list[str]] = {}
    for block in page.history:
        if isinstance(block, Shown) and block.claim.quote and block.claim.line:
            quotes.setdefault(block.claim.line, []).append(block.claim.quote)
    return quotes


def first_lit(scenario: Scenario, page: Page) -> int:
    """Return before which drawn line the first quoted words stand, 0 where there are none."""
    quotes = _quotes(page)
    if not quotes or page.id == "end":
        return 0
    # Every line of the document is drawn as a heading and a text, after two lines of head.
    return 2 + 2 * (min(quotes) - 1) if scenario.document.lines else 0


def document_content(scenario: Scenario, page: Page) -> Content:
    """Return the document to the letter: line numbers, layers, the page's quoted words lit."""
    quotes = _quotes(page) if page.id != "end" else {}
    parts: list[Content] = [
        words(scenario.rights_line, QUIET),
        words("Layers: catalogue, telegram, [bracket], summary, page, rights.", QUIET),
    ]
    for number in range(1, len(scenario.document.lines) + 1):
        parts += _line(scenario, number, quotes.get(number, []))
    return joined(parts)


def _line(scenario: Scenario, number: int, quotes: list[str]) -> list[Content]:
    """Return one line of the document under its number and layers."""
    segments = scenario.document.segments(number)
    layers = " + ".join(dict.fromkeys(LAYER_MARKS[segment.layer] for segment in segments))
    fused = "".join(f" · {item.note}" for item in scenario.document.fused_on(number))
    head = words(f"{number:>2} {layers}{fused}", QUIET)
    text = words("".join(segment.text for segment in segments))
    at = 0
    for segment in segments:
        if segment.layer is Layer.BRACKET:
            text = text.stylize("italic underline", at, at + len(segment.text))
        at += len(segment.text)
    for quote in quotes:
        start = text.plain.find(quote)
        if start >= 0:
            text = text.stylize(LIT, start, start + len(quote))
    return [head, text]


def map_content(run: Run, here: str, width: int) -> Content:
    """Return the map of the route: a table where there is room, sentences where there is not."""
    head = words(
        "Made up for teaching, but for the parties and places. ◆ is where you are.", TEACHING
    )
    rows = [_map_row(row, here=row.stage == here, width=width) for row in map_rows(run)]
    return joined([head, Content(""), *rows])


def _map_row(row: MapRow, *, here: bool, width: int) -> Content:
    """Return one row of the map."""
    sign = "◆" if here else " "
    readers = ", ".join(row.readers) or "nobody without book and pad"
    form = f"{row.form} ({row.about})" if row.about else row.form
    style = LIT if here else ""
    said = f"{row.holder}: {form}. Read by {readers}."
    if width >= WIDE_MAP:
        head = f"{sign} {row.stage:<9} {row.place:<12} {row.simulated:<8} "
        first, *rest = textwrap.wrap(said, max(width - len(head) - 2, 20))
        return words(f"\n{' ' * len(head)}".join([head + first, *rest]), style)
    return words(f"{sign} {row.stage}, {row.place}: {said}", style)


def copies_content(run: Run) -> Content:
    """Return the copies as cards, and under them what the list of copies rests on."""
    evidence = run.scenario.evidence
    names = dict.fromkeys(name for entry in evidence.copies for name in entry.claims)
    return joined(
        [
            mark(run.scenario.copies_standing),
            *(card(copy, evidence.party(copy.holder).name) for copy in run.copies),
            Content(""),
            words("What this rests on", "bold"),
            Content(""),
            history_content([shown(evidence, evidence.claim(name)) for name in names], proof=True),
        ]
    )


def glossary_content(scenario: Scenario) -> Content:
    """Return what was left out of the scenario, then the glossary; teaching terms say so."""
    terms = [words(f"✗ {line}", "bold") for line in left_out_lines(scenario)]
    for term in scenario.glossary:
        sign = words(" TEACHING", TEACHING) if term.teaching else words("")
        terms.append(joined([Content.assemble(words(term.term, "bold"), sign), words(term.text)]))
    return joined(terms, "\n\n")


def help_content(
    place: Place,
    sentence: str,
    *,
    typing: bool = False,
    without: Collection[str] = (),
    instead: Mapping[str, str] | None = None,
) -> Content:
    """Return the help of a place: what it is for, then every key that acts now."""
    rows = help_rows(place, typing=typing, without=without, instead=instead)
    marks = (
        (
            "Marks: [D] the document says it, [E] the edition, [O] another document or work, "
            "[I] inferred, [?] nobody has shown it, [*] made up. "
            "On the route ■ is done, ◆ here, □ to come, ◇ modern; ┄ leads to a station on a gap."
        ),
        "Text can be selected with the mouse; Ctrl+C copies a selection, Ctrl+Q quits.",
    )
    return joined(
        [
            words(sentence, "bold"),
            Content(""),
            *map(_row, rows),
            *([] if "screen.sheet" in without else _sheet_rows(place)),
            Content(""),
            *(words(line, QUIET) for line in marks),
        ]
    )


def _row(row: tuple[str, str]) -> Content:
    """Return keys and what they do."""
    keys, text = row
    return Content.assemble(words(f"{keys:<24} ", "bold"), words(text))


def _sheet_rows(place: Place) -> list[Content]:
    """Return the keys of the sheet for figures, where there is one."""
    if place is not Place.EXERCISE:
        return []
    head = words("On the sheet for figures, which F4 opens:", "bold")
    return [Content(""), head, *map(_row, help_rows(Place.GRID, everywhere=False))]


def about_content(system: System) -> Content:
    """Return what a system is: the parts of its description, alphabets, parameters, presets."""
    parts = [words(f"{system.title} ({system.name})", "bold")]
    parts += [words(f"\n{paragraph}") for paragraph in system.description]
    if system.alphabets:
        parts.append(
            words(f"\nAlphabets: {', '.join(system.alphabets)} and any other row of signs.")
        )
    parts.append(words("\nParameters", "bold"))
    for parameter in system.parameters:
        needed = "needed" if parameter.required else f"else {parameter.shown_default or 'none'}"
        parts.append(words(f"{parameter.name} ({needed}): {parameter.meaning}"))
    parts += [
        words(f"Preset {name}: {', '.join(f'{key}={value}' for key, value in values.items())}")
        for name, values in system.presets.items()
    ]
    return joined(parts)
