"""From checked tables to values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablesim.documents.claim import Claim
from cablesim.documents.copies import CopyEntry, StatedTotal
from cablesim.documents.document import Bracket, Document, Fused, Layer, LayerSpan
from cablesim.documents.evidence import Evidence
from cablesim.documents.form import FieldKind, FormField
from cablesim.documents.moment import Moment
from cablesim.documents.party import NameForm, Party
from cablesim.documents.route import Route, Stage
from cablesim.documents.standing import Standing
from cablesim.office.clock import Leg
from cablesim.scenario.bookandpad import USUAL_GROUPS, BookAndPad
from cablesim.scenario.books import book_of
from cablesim.scenario.bysystem import BySystem
from cablesim.scenario.longhand import listed
from cablesim.scenario.procedure import Procedure, Variant
from cablesim.scenario.scenario import (
    CipherStep,
    Contrast,
    PartSpan,
    Rights,
    Scenario,
    SourceNote,
    Teaching,
    Term,
)

if TYPE_CHECKING:
    from cablesim.scenario import shapes
    from cablesim.scenario.tables import Tables
    from cablesim.scenario.walktext import WalkPage


def build(tables: Tables, walk: tuple[WalkPage, ...], data: bytes) -> Scenario:
    """Return the scenario; raise what its values refuse (hash, book, order of stages)."""
    head = tables.head
    document = _document(head, data)
    document.demand(head["source"]["sha256"])
    return Scenario(
        id=head["id"],
        version=head["version"],
        title=head["title"],
        lang=head["lang"],
        level=head.get("level", ""),
        minutes=head["minutes"],
        authors=tuple(head["authors"]),
        licence=head["licence"],
        about=_folded(head.get("about", "")),
        source=_source(head["source"]),
        rights=Rights(
            head["rights"]["statement"],
            head["rights"].get("quote", ""),
            head["rights"].get("contact", ""),
        ),
        document=document,
        evidence=_evidence(tables),
        teaching=_teaching(tables, document),
        glossary=tuple(
            Term(
                term["term"], term["text"], tuple(term.get("see", ())), term.get("teaching", False)
            )
            for term in tables.glossary["term"]
        ),
        pages=walk,
        places=tuple((place["id"], place["name"]) for place in head.get("place", ())),
    )


def _folded(text: str) -> str:
    """Return a text that an author wrote on several lines as one line."""
    return " ".join(text.split())


def _parts(parts: list[shapes.Part]) -> tuple[PartSpan, ...]:
    """Return runs of lines in the order in which they were given."""
    return tuple(PartSpan(part["first"], part["last"], part.get("title", "")) for part in parts)


def _source(source: shapes.Source) -> SourceNote:
    """Return what the document is."""
    unseen = _folded(source.get("unseen", ""))
    return SourceNote(source["kind"], source["edition"], unseen, _parts(listed(source["telegram"])))


def _document(head: shapes.ScenarioFile, data: bytes) -> Document:
    """Return the document with its layers; its text is never changed."""
    telegram = listed(head["source"]["telegram"])
    begins = min(part["first"] for part in telegram)
    spans = [LayerSpan(Layer.TELEGRAM, part["first"], part["last"]) for part in telegram]
    for span in head["source"].get("apparatus", ()):
        before = span["last"] < begins
        usual = Layer.CATALOGUE if before else Layer.FURNITURE
        layer = Layer(span["layer"]) if "layer" in span else usual
        spans.append(LayerSpan(layer, span["first"], span["last"]))
    return Document(
        data,
        tuple(data.decode("utf-8", "replace").split("\n")),
        tuple(spans),
        tuple(Bracket(item["line"], item["text"]) for item in head.get("bracket", ())),
        tuple(
            Fused(item["line"], tuple(item["parts"]), item["note"])
            for item in head.get("fused", ())
        ),
    )


def _evidence(tables: Tables) -> Evidence:
    """Return claims, parties, form, route and copy list."""
    head = tables.head
    return Evidence(
        tuple(_claim(claim, head["source"]["edition"]) for claim in tables.history["claim"]),
        tuple(_party(party) for party in head["party"]),
        tuple(_field(field) for field in head.get("form", ())),
        Route(tuple(_stage(stage) for stage in tables.history["stage"])),
        tuple(
            CopyEntry(
                item["to"], item["count"], item.get("kind", "person"), tuple(item.get("claims", ()))
            )
            for item in head.get("copy", ())
        ),
        None if "copies" not in head else _stated(head["copies"]),
    )


def _stated(copies: shapes.CopiesShape) -> StatedTotal:
    """Return how many copies the page states."""
    agrees, claims = copies.get("agrees", True), tuple(copies.get("claims", ()))
    return StatedTotal(copies["total"], agrees, copies.get("line"), claims)


def _claim(claim: shapes.AnyClaim, edition: str) -> Claim:
    """Return one claim; a quoted one without a source of its own has the edition and its line."""
    standing = Standing(claim["standing"])
    evidence = tuple(claim.get("evidence", ()))
    name, text, doubt = claim["id"], claim["text"], claim.get("doubt")
    match claim["standing"]:
        case "document" | "edition":
            source = claim.get("source", f"{edition}, line {claim['line']} of the page")
            return Claim(
                name,
                standing,
                text,
                source,
                quote=claim["quote"],
                line=claim["line"],
                doubt=doubt,
                evidence=evidence,
            )
        case "elsewhere":
            return Claim(name, standing, text, claim["source"], doubt=doubt, evidence=evidence)
        case "inference":
            rests = tuple(claim["from"])
            source = claim.get("source", f"reasoned from {', '.join(rests)}")
            return Claim(
                name, standing, text, source, rests_on=rests, doubt=doubt, evidence=evidence
            )
        case "gap":
            source = claim.get("source", "not found in the evidence seen")
            asks = claim["asks"]
            return Claim(name, standing, text, source, doubt=doubt, asks=asks, evidence=evidence)


def _party(party: shapes.PartyShape) -> Party:
    """Return one party with the printed forms of its name."""
    return Party(
        party["id"],
        party["role"],
        party["name"],
        party.get("place", ""),
        party.get("cover", ""),
        party.get("alternative_to", ""),
        tuple(
            NameForm(form["text"], form.get("line"), form.get("source", ""))
            for form in party.get("forms", ())
        ),
        tuple(party.get("claims", ())),
    )


def _field(field: shapes.FormShape) -> FormField:
    """Return one field of the form."""
    return FormField(
        FieldKind(field["field"]),
        field.get("value"),
        field.get("line"),
        field.get("note", ""),
        tuple(field.get("claims", ())),
    )


def _stage(stage: shapes.StageShape) -> Stage:
    """Return one stage of the route."""
    moment = stage.get("moment")
    printed = None
    if moment is not None:
        printed = Moment(
            moment["event"],
            moment["printed"],
            moment["clock"],
            Standing.DOCUMENT,
            moment.get("date", ""),
            moment.get("line"),
        )
    return Stage(
        stage["id"],
        stage["title"],
        stage["who"],
        stage.get("where", ""),
        tuple(stage.get("after", ())),
        printed,
        tuple(stage.get("sure", ())),
        stage.get("act", ""),
    )


def _teaching(tables: Tables, document: Document) -> Teaching:
    """Return everything that is made up."""
    teaching = tables.teaching
    text = _parts(teaching["text"])
    simulated = teaching.get("simulated")
    legs = () if simulated is None else tuple(_leg(leg) for leg in simulated["leg"])
    lines = [line for part in text for line in document.lines[part.first - 1 : part.last]]
    return Teaching(
        teaching["banner"],
        text,
        _procedure(tables, "\n".join(lines)),
        tuple(
            CipherStep(step["id"], step["does"], step["text"])
            for step in teaching["cipher"].get("step", ())
        ),
        legs,
        tuple(Contrast(item["id"], item["title"]) for item in teaching.get("contrast", ())),
        teaching["cipher"]["id"],
    )


def _leg(leg: shapes.LegShape) -> Leg:
    """Return how long a stage takes in the simulation."""
    return Leg(leg["stage"], leg["low"], leg["middle"], leg["high"], leg["n"], leg.get("claim"))


def _procedure(tables: Tables, text: str) -> Procedure:
    """Return the cipher of the walk: a system by its name, or a book and a pad."""
    teaching = tables.teaching
    cipher = teaching["cipher"]
    if "system" in cipher:
        variant = cipher.get("variant")
        return BySystem(
            cipher["title"],
            cipher["system"],
            cipher.get("parameters", {}),
            _groups(cipher, tables.groups),
            None
            if variant is None
            else Variant(
                variant["name"], _groups(variant, tables.groups), variant.get("source", "")
            ),
        )
    pad, closing = teaching["pad"], teaching["closing"]
    return BookAndPad(
        cipher["title"],
        book_of(tables.book, text, cipher["title"], tables.head["id"]),
        pad.get("pages"),
        pad.get("groups", USUAL_GROUPS),
        closing.get("serial", 1),
        closing.get("day", 1),
    )


def _groups(
    given: shapes.CipherShape | shapes.VariantShape, files: dict[str, str]
) -> tuple[str, ...]:
    """Return groups that stand in the table itself or in a file of their own."""
    return tuple((given.get("groups") or files.get(given.get("groups_file", ""), "")).split())
