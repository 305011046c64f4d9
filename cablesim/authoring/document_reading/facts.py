"""Facts that follow from a reading, each by a rule that can be said in a sentence."""

from __future__ import annotations

import re
from datetime import date

from cablesim.authoring.document_reading.body import seam
from cablesim.authoring.document_reading.found import Reading, Signature
from cablesim.authoring.document_reading.moments import dates_in, minutes_between
from cablesim.authoring.document_reading.names import as_name
from cablesim.authoring.document_reading.phrases import REFERENCE
from cablesim.documents.form import FieldKind

_NO_WORD = re.compile(
    r"\bno (?:word|answer|reply|confirmation|report|news)\b"
    r"|\bnot (?:received|had|confirmed|answered)\b"
    r"|\bне (?:получили|поступило|подтвердили|имеем)\b|\bнет (?:ответа|подтверждения)\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\bimmediate(?:ly)? (?:answer|reply)|\b(?:answer|reply) (?:immediately|at once)"
    r"|немедленн\w+ ответ\w*|ответ\w* немедленно",
    re.IGNORECASE,
)
_ALIAS = re.compile(
    r"(?:^|[.!?]\s+)(?P<v>The [A-ZА-ЯЁ][a-z]+|Instantsiya|Инстанция) "
    r"(?:asks|demands|requests|orders|expects|considers|просит|требует|считает)",
    re.MULTILINE,
)
_WAYS = (
    ("wire", r"wire|провод"),
    ("radio", r"radio|радио"),
    ("telegraph", r"telegraph|телеграф"),
    ("courier", r"courier|курьер"),
    ("cipher", r"cipher|шифр"),
)
_STAMP = re.compile(r"(?:incoming|вх\w*\.?)\s*(?:no\.?|№)\s*(?P<n>[\d/\w]+)", re.IGNORECASE)


def minutes_in_office(reading: Reading) -> int | None:
    """Return the minutes from coming in to sending, where both are printed on one day."""
    by_event = {time.event: time for time in reading.times}
    first, second = by_event.get("came_in"), by_event.get("sent")
    if first is None or second is None or first.date != second.date:
        return None
    return minutes_between(first.time, second.time)


def report_demanded(reading: Reading) -> bool:
    """Tell whether the telegram orders that its fulfilment be reported."""
    orders = reading.values(FieldKind.SERVICE_ORDER)
    return any(re.search(r"fulfil|execution|исполнени", order, re.IGNORECASE) for order in orders)


def encloses(reading: Reading) -> bool:
    """Tell whether a message is quoted within the telegram, which has a frame of its own."""
    quoted = any(line.strip()[:1] in tuple('“"«') for line in reading.lines)
    return quoted and any(not each.inner for each in reading.signatures)


def signed_by(reading: Reading, *, inner: bool) -> str:
    """Return the signature within the quotation, or the one outside it.

    The outer one is written as the copy list writes the same name, where it has it.
    """
    found = next((each for each in reading.signatures if each.inner is inner), None)
    if found is None:
        return ""
    return found.printed if inner else holder_spelling(reading, found)


def holder_spelling(reading: Reading, signature: Signature) -> str:
    """Return a signature as the copy list spells that name, else as printed."""
    for name in reading.copies.names:
        if name.casefold() == signature.printed.casefold():
            return name
    return signature.printed


def sentence_across(reading: Reading) -> str:
    """Return the sentence that runs from one part into the next."""
    if len(reading.parts) < 2:  # noqa: PLR2004 - a seam lies between two.
        return ""
    words = seam(reading.parts[0].text, reading.parts[1].text)
    return re.sub(r"^(?:To|For) [A-Z][\w ]*\. ", "", words)


def reference(reading: Reading) -> tuple[str, str]:
    """Return the number of the writer's own telegram that this adds to, and its incoming number."""
    for line in reading.lines:
        found = REFERENCE.match(line.strip())
        if found:
            return found["own"], found["incoming"] or ""
    return "", ""


def refers_to(reading: Reading) -> str:
    """Return the first date that the words name, one without a year in the telegram's own."""
    own = reading.date or reading.dated
    for message in reading.messages:
        for spot in dates_in(message.text, year=own[:4]):
            if spot.value and spot.value != own:
                return spot.value
    return ""


def acknowledged(reading: Reading) -> bool | None:
    """Return False where the words say that no answer came, None where they say nothing of it."""
    return False if _NO_WORD.search(reading.body_text) else None


def order(reading: Reading) -> str:
    """Return the order to answer at once, where there is one."""
    return "answer immediately" if _AT_ONCE.search(reading.body_text) else ""


def institution(reading: Reading) -> str:
    """Return the institution in whose name the words ask, where they do."""
    found = _ALIAS.search(reading.body_text)
    return re.sub(r"^The ", "the ", found["v"]) if found else ""


def mode(reading: Reading) -> str:
    """Return how it was to travel, as the handling line says it."""
    line = " ".join(reading.values(FieldKind.HANDLING)).casefold()
    return ", ".join(word for word, form in _WAYS if re.search(form, line))


def stamp_number(reading: Reading) -> str:
    """Return the incoming number of a stamp that stands within the text."""
    for bracket in reading.brackets:
        found = _STAMP.search(bracket.text)
        if found:
            return found["n"]
    return ""


def names_signed(reading: Reading) -> tuple[str, ...]:
    """Return the signatures outside quotations as printed."""
    return tuple(each.printed for each in reading.signatures if not each.inner)


def fits_series(
    candidates: tuple[str, ...], dated: str, neighbours: tuple[tuple[str, str], ...]
) -> str:
    """Return the one number that lies between its dated neighbours in the series, or nothing.

    Where several fit or none does, the series cannot decide and nothing is returned.
    """
    day = date.fromisoformat(dated)
    before = [int(n) for n, when in neighbours if date.fromisoformat(when) <= day]
    after = [int(n) for n, when in neighbours if date.fromisoformat(when) >= day]
    low, high = max(before, default=None), min(after, default=None)
    fitting = [
        number
        for number in candidates
        if (low is None or int(number) >= low) and (high is None or int(number) <= high)
    ]
    return fitting[0] if len(fitting) == 1 else ""


def office_name(reading: Reading) -> str:
    """Return the office that the form names, as names are written."""
    offices = reading.values(FieldKind.OFFICE)
    return as_name(offices[-1]) if offices else ""
