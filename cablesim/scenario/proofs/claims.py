"""Claims: quotes stand on their lines, inferences on claims, gaps on questions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablesim.documents.document import Document, Layer
from cablesim.scenario.facts import Facts, Row
from cablesim.scenario.finding import Finding
from cablesim.scenario.proofs.circles import circles
from cablesim.scenario.scan.bare import quoted

QUESTION_MARKS = ("?", "？", "؟", ";")
_SAME = str.maketrans(
    {**dict.fromkeys("“”„«»″", '"'), **dict.fromkeys("‘’‚´`", "'"), "–": "-", "—": "-"}
)


def prove_claims(facts: Facts) -> Iterator[Finding]:
    """Yield what does not hold of single claims, and of inferences that rest on each other."""
    for row in facts.rows("claim"):
        match row.text("standing"):
            case "document" | "edition":
                yield from _quote(row, facts.page)
            case "gap":
                yield from _question(row)
            case _:
                pass
    yield from _circles(facts)


def _quote(row: Row, page: Document | None) -> Iterator[Finding]:
    """A quote stands letter for letter on its line, in the layer that its standing means."""
    quote, line = row.text("quote"), row.number("line")
    if page is None or not quote or line is None:
        return
    if not page.stands_on(quote, line):
        yield _elsewhere(row, quote, line, page)
        return
    if row.text("standing") != "document" or page.in_layer(quote, line, Layer.TELEGRAM):
        return
    if page.layer(line) is not Layer.TELEGRAM:
        where = page.layer(line).value
        message = f"line {line} is the edition's ({where}) and not the telegram's"
        cure = 'quote a line of the telegram, or write standing = "edition"'
        yield row.finding(
            "H102", ("quote",), message, cure, *row.rewritten("standing", '"edition"')
        )
        return
    message = "this quote holds an editor's bracket, which the telegram does not have"
    cure = 'quote less, or write standing = "edition"'
    yield row.finding("H103", ("quote",), message, cure, *row.rewritten("standing", '"edition"'))


def _elsewhere(row: Row, quote: str, line: int, page: Document) -> Finding:
    """Say where a quote stands that is not on its line, or what is nearest to it."""
    message = f"this does not stand on line {line} of the document"
    lines = page.lines_with(quote)
    if lines:
        numbers = " and ".join(map(str, lines[:3]))
        cure = f"it stands on line {numbers}: write line = {lines[0]}"
        return row.finding("H101", ("quote",), message, cure, *row.rewritten("line", str(lines[0])))
    for number in (line, *range(1, len(page.lines) + 1)):
        there = _written_there(quote, page.line(number))
        if there:
            cure = f"line {number} has it in this writing: {quoted(there)}"
            mend = row.rewritten("quote", quoted(there)) if number == line else ()
            return row.finding("H101", ("quote",), message, cure, *mend)
    cure = "it stands on no line: copy it from the document, within one line"
    return row.finding("H101", ("quote",), message, cure)


def _written_there(quote: str, line: str) -> str:
    """Return the piece of a line that is the quote but for its signs, capitals or blanks."""
    plain = quote.translate(_SAME).casefold()
    pattern = r"\s+".join(re.escape(word) for word in plain.split())
    shown = line.translate(_SAME)
    if len(shown.casefold()) != len(line):
        return ""
    found = re.search(pattern, shown.casefold()) if pattern else None
    return line[found.start() : found.end()] if found else ""


def _question(row: Row) -> Iterator[Finding]:
    """A gap leaves a question, and a question ends as one."""
    asks = row.text("asks").rstrip()
    if asks and not asks.endswith(QUESTION_MARKS):
        mend = row.rewritten("asks", quoted(asks.rstrip(".") + "?"))
        yield row.finding(
            "H107", ("asks",), "what a gap asks is no question", "end it with ?", *mend
        )


def _circles(facts: Facts) -> Iterator[Finding]:
    """No inference rests on itself, not even by way of others."""
    rows = {row.text("id"): row for row in facts.rows("claim") if row.text("id")}
    rests = {name: [each for _, each in row.names("from")] for name, row in rows.items()}
    for circle in circles(rests):
        way = " from ".join(f"'{name}'" for name in (*circle, circle[0]))
        cure = "take one of them out of from"
        message = f"these inferences rest on each other: {way}"
        if len(circle) == 1:
            message, cure = "this inference rests on itself", "name another claim"
        yield rows[circle[0]].finding("H105", ("from",), message, cure)
