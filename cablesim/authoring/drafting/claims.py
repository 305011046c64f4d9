"""The claims of a draft: what each field of the page says, and the gaps that it leaves.

A drafted claim says no more than that certain words stand on a certain line. A gap says what the
page does not say; whoever knows it from elsewhere replaces the gap.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from cablesim.authoring.document_reading.found import Reading
from cablesim.authoring.drafting.pieces import telegram_spans
from cablesim.documents.document import Document, Layer
from cablesim.documents.form import FieldKind

_STAGES: dict[FieldKind, str] = {
    FieldKind.NUMBER: "register",
    FieldKind.OFFICE: "register",
    FieldKind.CLASSIFICATION: "register",
    FieldKind.SERIES_MARK: "register",
    FieldKind.URGENCY: "register",
    FieldKind.DATE: "register",
    FieldKind.CLOCK: "register",
    FieldKind.PLACE: "send",
    FieldKind.HANDLING: "send",
    FieldKind.TO: "hand",
    FieldKind.CLERKS: "decipher",
    FieldKind.INSTRUCTION: "deliver",
    FieldKind.SERVICE_ORDER: "report",
    FieldKind.SIGNATURE: "sign",
    FieldKind.COPIES: "copies",
}
_EVENT_STAGES = {
    "sent": "send",
    "transmitted": "send",
    "received": "receive",
    "at_section": "receive",
    "enciphered": "encipher",
    "deciphered": "decipher",
    "typed": "decode",
    "delivered": "deliver",
}
# What a page of a telegram hardly ever says; each stands at its stage until somebody shows it.
GAPS: tuple[tuple[str, str, str, str], ...] = (
    ("g-drafter", "sign", "The page does not say who drafted the words.",
     "Which paper would name the one who wrote them?"),
    ("g-register", "register", "The page does not say which register the number belongs to.",
     "Where is the register that would show its neighbours?"),
    ("g-cipher", "encode", "The page does not say which cipher or code carried the message.",
     "Which source would name it?"),
    ("g-encipherer", "encipher", "The page does not say who enciphered the message.",
     "Which paper of the office would name the clerk?"),
    ("g-route", "send", "The page does not say by which line it travelled.",
     "Which source would show the line?"),
    ("g-arrival", "receive", "The page does not say when the groups arrived.",
     "Which paper at the other end would have the hour?"),
    ("g-damage", "repair", "The page does not say in what state the groups arrived.",
     "What would show whether any had to be repeated?"),
    ("g-decipher", "decipher", "The page does not say who deciphered it.",
     "Which paper would name the clerk?"),
    ("g-text", "decode", "The page does not show the text as it lay on the receiver's desk.",
     "Does a copy from there survive?"),
    ("g-hand", "hand", "The page does not say how the text reached the one it is addressed to.",
     "Who could have seen it?"),
    ("g-delivery", "deliver", "The page does not say whether, when and how it was passed on.",
     "Where would a delivery have left a trace?"),
    ("g-report", "report", "The page does not say whether a report went back.",
     "In which series would one look for it?"),
    ("g-copies", "copies", "The page does not say what became of each copy.",
     "Which register would show their return?"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim of the draft: its stage, and the quote with its line or the question it leaves."""

    id: str
    stage: str
    text: str
    quote: str = ""
    line: int = 0
    asks: str = ""
    standing: str = "gap"


def document_of(reading: Reading, data: bytes) -> Document:
    """Return the document with the layers that were read."""
    return Document(
        data,
        reading.lines,
        (*telegram_spans(reading), *reading.layers),
        reading.brackets,
        reading.fused,
    )


def claims_of(reading: Reading, data: bytes) -> tuple[Draft, ...]:
    """Return the claims of fields, of the edition's own words, and the gaps."""
    document = document_of(reading, data)
    counts: Counter[str] = Counter()
    found: list[Draft] = []
    for item in reading.fields:
        kind = item.kind.value.replace(" ", "-").replace("kind-and-", "")
        counts[kind] += 1
        number = f"-{counts[kind]}" if counts[kind] > 1 else ""
        text = f"As its {item.kind.value}, line {item.line} has “{item.value}”."
        found.append(
            Draft(f"c-{kind}{number}", _stage_of(reading, item.kind, item.line), text,
                  item.value, item.line, standing=_standing(document, item.value, item.line))
        )  # fmt: skip
    found += _edition(reading)
    found += _doubted(reading)
    found += [
        Draft(name, stage, text, asks=asks)
        for name, stage, text, asks in GAPS
        if stage != "copies" or reading.copies.holdings
    ]
    return tuple(found)


def _standing(document: Document, quote: str, line: int) -> str:
    """Return whether a quote is the telegram's own, or has to do with an editor's bracket."""
    own = document.in_layer(quote, line, Layer.TELEGRAM)
    return "document" if own else "edition"


def _stage_of(reading: Reading, kind: FieldKind, line: int) -> str:
    """Return the stage at which a field is shown."""
    if kind is FieldKind.TIME_LINE:
        event = next((time.event for time in reading.times if time.line == line), "")
        return _EVENT_STAGES.get(event, "register")
    return _STAGES[kind]


def _edition(reading: Reading) -> list[Draft]:
    """Return what the edition adds: its heading, and whom it names in brackets."""
    found: list[Draft] = []
    for span in reading.layers:
        if span.layer is Layer.CATALOGUE:
            for number in range(span.first, span.last + 1):
                quote = reading.lines[number - 1].strip()
                if quote:
                    name = f"e-heading-{len(found) + 1}"
                    text = f"The edition's heading, line {number}, has “{quote}”."
                    found.append(Draft(name, "sign", text, quote, number, standing="edition"))
    for place, each in enumerate((s for s in reading.signatures if s.identity), 1):
        quote = f"[{each.identity}]"
        text = f"Behind the signature {each.printed} a bracket on line {each.line} has {quote}."
        found.append(
            Draft(f"e-bracket-{place}", "sign", text, quote, each.line, standing="edition")
        )
    return found


def _doubted(reading: Reading) -> list[Draft]:
    """Return the gaps that the page itself opens: numbers and totals that do not agree."""
    found: list[Draft] = []
    numbers, copies = reading.numbers, reading.copies
    if numbers.title and numbers.heading and numbers.title not in numbers.heading:
        text = f"The heading has No. {numbers.title}, the text No. {numbers.heading[0]}."
        asks = "Which of the two fits its neighbours in the series?"
        found.append(Draft("g-number", "register", text, asks=asks))
    if copies.agrees is False:
        text = f"The page states {copies.stated} copies and lists {len(copies.names)}."
        asks = "Is a holder missing, or is the total wrong?"
        found.append(Draft("g-total", "copies", text, asks=asks))
    if reading.times and not any(time.clock for time in reading.times):
        asks = "Do other telegrams of the series name a clock?"
        found.append(
            Draft("g-clock", "register", "The page does not say whose clock its times are of.",
                  asks=asks)
        )  # fmt: skip
    return found
