"""The page: form values, brackets, glued fields and printed names stand where it is said."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.documents.document import Document
from cablesim.scenario.facts import Facts, Row
from cablesim.scenario.finding import Finding, shortened


def prove_page(facts: Facts) -> Iterator[Finding]:
    """Yield what the document does not say where a table says that it does."""
    page = facts.page
    if page is None:
        return
    for row in facts.rows("form"):
        yield from _on_line(row, "value", page)
    for row in facts.rows("bracket"):
        yield from _on_line(row, "text", page)
    for party in facts.rows("party"):
        for row in party.rows("forms"):
            yield from _on_line(row, "text", page)
    for row in facts.rows("fused"):
        line, parts = row.number("line"), [text for _, text in row.names("parts")]
        if line is not None and parts and "".join(parts) != page.line(line):
            message = f"these parts do not join to line {line}, letter for letter"
            yield row.finding(
                "H117", ("parts",), message, f"the line is: {shortened(page.line(line))}"
            )
    yield from _lines(facts, page)


def _on_line(row: Row, key: str, page: Document) -> Iterator[Finding]:
    """What a table takes from the page stands there."""
    text, line = row.text(key), row.number("line")
    if not text or line is None or page.stands_on(text, line):
        return
    lines = page.lines_with(text)
    cure = f"it stands on line {lines[0]}: write line = {lines[0]}" if lines else "copy it exactly"
    mend = row.rewritten("line", str(lines[0])) if lines else ()
    message = f"'{shortened(text)}' does not stand on line {line} of the document"
    yield row.finding("H117", (key,), message, cure, *mend)


def _lines(facts: Facts, page: Document) -> Iterator[Finding]:
    """Lines that are named lie within the document, the first before the last."""
    # What stands behind the last line end is no line; a page that is empty has one all the same.
    last = max(len(page.lines) - (not page.lines[-1]), 1)
    spans = [row for source in facts.rows("source") for row in source.rows("telegram")]
    spans += [row for source in facts.rows("source") for row in source.rows("apparatus")]
    spans += facts.rows("text")
    for row in spans:
        first, end = row.number("first"), row.number("last")
        if first is None or end is None:
            continue
        if first > end:
            message = f"the first line, {first}, stands behind the last one, {end}"
            yield row.finding("H121", (), message, "write the smaller number first")
        elif end > last:
            message = f"the document has {last} lines, and these go on to {end}"
            yield row.finding("H121", (), message, f"write last = {last} or less")
