"""`scenario.toml` of a draft: source, layers, parties, form, brackets, glued fields, copies."""

from __future__ import annotations

import hashlib
import re

from cablesim.authoring.document_reading.found import Reading
from cablesim.authoring.document_reading.names import as_name
from cablesim.authoring.drafting.claims import Draft
from cablesim.authoring.drafting.lines import (
    FILL_IN,
    PROPOSED,
    head,
    key,
    remarks,
    section,
    text_of,
)
from cablesim.authoring.drafting.parties import Drafted, holder, slug
from cablesim.authoring.drafting.pieces import pieces_of
from cablesim.authoring.editing import Value
from cablesim.documents.document import Layer
from cablesim.documents.form import FieldKind

_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_FILE = re.compile(
    r"\b(?:file|archive|copy|registry|section|department|дело|архив|отдел)\b", re.IGNORECASE
)
LONGEST_TITLE = 70
MINUTES = 20


def scenario_file(
    name: str,
    reading: Reading,
    data: bytes,
    parties: tuple[Drafted, ...],
    claims: tuple[Draft, ...],
) -> str:
    """Return the text of `scenario.toml`."""
    lines = [
        "#:schema scenario",
        "# What the document is and what its page shows. History stands in history.toml, what is",
        "# made up in teaching.toml. Lines with a mark wait for you:",
        f"#   {PROPOSED:<28} read from the page; take the mark away when it is right",
        f"#   {FILL_IN:<28} nobody but you can know it",
        *_doubts(reading),
        key("format", 1),
        key("id", slug(name, "scenario")),
        key("version", "0.1.0"),
        key("title", _title(reading), PROPOSED),
        key("lang", reading.language, PROPOSED),
        key("minutes", MINUTES, FILL_IN),
        key("authors", ["the author"], FILL_IN),
        key("licence", "CC-BY-4.0", FILL_IN),
        *_source(reading, data),
        *_rights(reading),
        *_brackets(reading),
        *_parties(parties, claims),
        *_places(reading),
        *_form(reading, claims),
        *_copies(reading, parties, claims),
    ]
    return text_of(lines)


def _doubts(reading: Reading) -> list[str]:
    """Return what is doubtful as remarks; nothing of it was mended."""
    if not reading.doubts:
        return []
    said = [f"  line {doubt.line}: {doubt.sentence}" for doubt in reading.doubts]
    return ["#", *remarks(["Doubtful on the page, and left as it is:", *said])]


def _title(reading: Reading) -> str:
    """Return a title: the kind and number, and the date, as printed."""
    numbers = reading.values(FieldKind.NUMBER)
    dates = reading.values(FieldKind.DATE)
    words = next((value for value in numbers if re.search(r"[^\W\d_]{5}", value)), "A telegram")
    when = f", {dates[0]}" if dates else ""
    return f"{words[:LONGEST_TITLE]}{when}"


def _source(reading: Reading, data: bytes) -> list[str]:
    """Return the table of the source, with the layers of the page."""
    spans = [
        {"first": span.first, "last": span.last, "layer": span.layer.value}
        for span in reading.layers
    ]
    pieces: Value = [
        {"first": piece.lines[0], "last": piece.lines[1], "title": piece.title}
        for piece in pieces_of(reading)
    ]
    whole: Value = {"first": reading.telegram.first, "last": reading.telegram.last}
    return [
        "",
        "[source]",
        key("file", "document.txt"),
        key("sha256", hashlib.sha256(data).hexdigest()),
        key("encoding", "utf-8"),
        key("kind", "a telegram, as the page has it", FILL_IN),
        key("edition", "where the document comes from is not filled in yet", FILL_IN),
        key("language", reading.language, PROPOSED),
        key("telegram", pieces or whole, PROPOSED),
        *([key("apparatus", spans, PROPOSED)] if spans else []),
        key("unseen", "What was not seen of the original is not filled in yet.", FILL_IN),
    ]


def _rights(reading: Reading) -> list[str]:
    """Return the table of rights: the page's own notice, or that it has none."""
    span = next((span for span in reading.layers if span.layer is Layer.RIGHTS), None)
    if span is None:
        said = "The page prints no notice of rights."
        return ["", "[rights]", key("statement", said, FILL_IN)]
    lines = [line.strip() for line in reading.lines[span.first - 1 : span.last] if line.strip()]
    quote = next((line for line in lines if len(line.split()) > 1), lines[0])
    contact = _CONTACT.search(" ".join(lines))
    said = f"The page prints a notice of rights on lines {span.first} to {span.last}."
    return [
        "",
        "[rights]",
        key("statement", said, PROPOSED),
        key("quote", quote, PROPOSED),
        *([key("contact", contact[0], PROPOSED)] if contact else []),
    ]


def _brackets(reading: Reading) -> list[str]:
    """Return the editor's brackets and the glued fields."""
    lines: list[str] = []
    for bracket in reading.brackets:
        lines += [*head("bracket", PROPOSED), key("line", bracket.line), key("text", bracket.text)]
    for fused in reading.fused:
        lines += [*head("fused", PROPOSED), key("line", fused.line)]
        lines += [key("parts", fused.parts), key("note", fused.note)]
    return lines


def _parties(parties: tuple[Drafted, ...], claims: tuple[Draft, ...]) -> list[str]:
    """Return people and offices with the printed forms of their names."""
    lines = section("people and offices")
    for party in parties:
        lines += head("party", PROPOSED if party.named else FILL_IN)
        lines += [key("id", party.id), key("role", party.role), key("name", party.name)]
        if party.cover:
            lines.append(key("cover", party.cover))
        if party.alternative_to:
            lines.append(key("alternative_to", party.alternative_to))
        if party.forms:
            lines.append(key("forms", [{"text": text, "line": line} for text, line in party.forms]))
        names = [
            claim.id
            for claim in claims
            for text, line in party.forms
            if claim.line == line and claim.quote and text in claim.quote
        ]
        if names:
            lines.append(key("claims", list(dict.fromkeys(names))))
    return lines


def _places(reading: Reading) -> list[str]:
    """Return the places of the header by their names; who is there, the page does not say."""
    names = {slug(value, "place"): as_name(value) for value in reading.values(FieldKind.PLACE)}
    lines: list[str] = []
    for place, name in names.items():
        if not name:
            continue
        lines += [*head("place", PROPOSED), key("id", place), key("name", name)]
    return lines


def _form(reading: Reading, claims: tuple[Draft, ...]) -> list[str]:
    """Return the fields of the form, and those that the page was not found to have."""
    lines = section("the form")
    for item in reading.fields:
        own = [claim.id for claim in claims if (claim.quote, claim.line) == (item.value, item.line)]
        lines += head("form", PROPOSED)
        lines += [key("field", item.kind.value), key("value", item.value), key("line", item.line)]
        if item.note:
            lines.append(key("note", item.note))
        lines.append(key("claims", own))
    found = {item.kind for item in reading.fields}
    for kind in FieldKind:
        if kind not in found:
            lines += [*head("form", PROPOSED), key("field", kind.value), key("missing", value=True)]
            lines.append(key("note", "Other telegrams have one; none was found on this page."))
    return lines


def _copies(reading: Reading, parties: tuple[Drafted, ...], claims: tuple[Draft, ...]) -> list[str]:
    """Return the holders of copies."""
    if not reading.copies.holdings:
        return []
    lines = section("the copy list")
    for held in reading.copies.holdings:
        party = holder(parties, held.name)
        if party is None:
            continue
        kind = "file" if _FILE.search(held.name) else "person"
        own = [claim.id for claim in claims if claim.line == held.line and claim.stage == "copies"]
        lines += [*head("copy", PROPOSED), key("to", party.id), key("count", held.count)]
        lines += [key("kind", kind), key("claims", own)]
    return [*lines, *_total(reading, claims)]


def _total(reading: Reading, claims: tuple[Draft, ...]) -> list[str]:
    """Return the total that the page states, and whether its list agrees."""
    copies = reading.copies
    if copies.stated is None:
        return []
    own = [
        claim.id
        for claim in claims
        if claim.id == "g-total" or (claim.line == copies.stated_on and claim.stage == "copies")
    ]
    lines = ["", f"[copies]  {PROPOSED}", key("total", copies.stated)]
    if not copies.agrees:
        lines.append(key("agrees", value=False))
    return [*lines, key("line", copies.stated_on), key("claims", own)]
