"""Reading a telegram's document: every line is looked at, proposals are made, nothing is mended.

The forms are those that the evidence has and the invented specimens try out: fields alone or
beside each other, glued together, in English or Russian; copy lists of five kinds; one message or
several, in one telegram or in parts. What does not agree is a `Doubt`, told with its line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablesim.authoring.document_reading.body import (
    joined_parts,
    messages_of,
    order_doubt,
    parts_of,
    points_of,
    told_times,
)
from cablesim.authoring.document_reading.copylists import copy_list
from cablesim.authoring.document_reading.figures import written_twice
from cablesim.authoring.document_reading.found import (
    CopyList,
    Doubt,
    Message,
    Numbers,
    Proposed,
    Reading,
    Recipients,
    Time,
)
from cablesim.authoring.document_reading.layers import layers_of
from cablesim.authoring.document_reading.moments import dates_in, minutes_between
from cablesim.authoring.document_reading.names import as_name, from_dative, listed
from cablesim.authoring.document_reading.phrases import (
    ADDRESSED,
    CONTINUES,
    HEADING,
    INSTRUCTION,
    ISSUING,
    OWN,
    REFERENCE,
    SPECIAL,
)
from cablesim.authoring.document_reading.roles import Role, Roles, read_roles
from cablesim.documents.document import Bracket, Fused, Layer, LayerSpan
from cablesim.documents.form import FieldKind

_CYRILLIC = re.compile(r"[А-Яа-яЁё]")
_LATIN = re.compile(r"[A-Za-z]")
# Times of the same office as another line, on the same clock as that one.
_BESIDE = frozenset({"typed", "deciphered", "enciphered"})
_SIGNS = re.compile(r"\[[^\]]*\]")


def read(text: str) -> Reading:
    """Read a document's text; whatever it is, something is proposed."""
    raw = text.split("\n")
    lines = tuple(line.removesuffix("\r").lstrip("\ufeff") for line in raw)
    telegram, layers = layers_of(lines)
    found = read_roles(lines, telegram.first, telegram.last)
    dated = _dated(lines, layers)
    parts = parts_of(lines, found, telegram.first, telegram.last)
    messages = joined_parts(parts) if parts else messages_of(lines, found)
    numbers = _numbers(lines, telegram, layers, found)
    place = _first(found, FieldKind.PLACE)
    year = _year(found, dated)
    times = (*found.times, *told_times(messages, lines, found, year, place))
    recipients = _recipients(lines, found)
    copies = _copies(lines, telegram, found)
    date = _date(found, times)
    doubts = (
        *found.doubts,
        *_number_doubts(numbers, telegram),
        *_copy_doubts(copies),
        *_word_doubts(lines, messages),
        *_time_doubts(times),
        *_name_doubts(recipients),
        *order_doubt(parts, numbers.heading),
    )
    fused = tuple(_whole(each, raw) for each in found.fused)
    body = next((n for n, role in found.roles.items() if role is Role.BODY), telegram.first)
    return Reading(
        lines, telegram, layers, _language(lines, telegram), _fields(found, lines, copies),
        _brackets(lines, telegram), fused, times, numbers, copies, recipients,
        tuple(found.signatures), messages, parts,
        tuple(sorted(set(doubts), key=lambda doubt: doubt.line)), date, dated, body,
    )  # fmt: skip


def _whole(fused: Fused, raw: Sequence[str]) -> Fused:
    """Return glued fields with the signs that the line has beside them: its parts join to it."""
    before, _, after = raw[fused.line - 1].partition("".join(fused.parts))
    first, *middle, last = fused.parts
    return Fused(fused.line, (before + first, *middle, last + after), fused.note)


def _first(found: Roles, kind: FieldKind) -> str:
    """Return the first value of a field, or nothing."""
    return next((item.value for item in found.fields if item.kind is kind), "")


def _language(lines: Sequence[str], telegram: LayerSpan) -> str:
    """Return the telegram's language: Russian where most letters are Cyrillic."""
    text = "".join(lines[telegram.first - 1 : telegram.last])
    return "ru" if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "en"


def _dated(lines: Sequence[str], layers: Sequence[LayerSpan]) -> str:
    """Return the catalogue's date."""
    for span in layers:
        if span.layer is Layer.CATALOGUE:
            for line in lines[span.first - 1 : span.last]:
                dates = dates_in(line)
                if dates and dates[0].value:
                    return dates[0].value
    return ""


def _year(found: Roles, dated: str) -> str:
    """Return the year of the telegram, for dates that have none."""
    values = [
        spot.value
        for item in found.fields
        if item.kind is FieldKind.DATE
        for spot in dates_in(item.value)
    ]
    whole = next((value for value in values if value), dated)
    return whole[:4]


def _date(found: Roles, times: Sequence[Time]) -> str:
    """Return the telegram's date: of its own line, else of a time line."""
    for item in found.fields:
        dates = dates_in(item.value) if item.kind is FieldKind.DATE else ()
        if dates and dates[0].value:
            return dates[0].value
    return next((time.date for time in times if time.date), "")


def _numbers(
    lines: Sequence[str], telegram: LayerSpan, layers: Sequence[LayerSpan], found: Roles
) -> Numbers:
    """Return the numbers of heading, title, register, and the special one."""
    heading: list[str] = []
    special = own = ""
    for number in range(telegram.first, telegram.last + 1):
        text, role = lines[number - 1].strip(), found.roles.get(number)
        if role not in {Role.HEAD, Role.FOOT} or REFERENCE.match(text) or CONTINUES.search(text):
            continue
        if other := SPECIAL.search(text):
            special = special or other["n"]
        elif issued := ISSUING.search(text) or HEADING.search(text):
            heading += [issued["n"]] if issued["n"] not in heading else []
        elif alone := OWN.match(text):
            own = own or alone["n"]
    titles = (
        HEADING.search(line)
        for span in layers
        if span.layer is Layer.CATALOGUE
        for line in lines[span.first - 1 : span.last]
    )
    title = next((match["n"] for match in titles if match), "")
    if not heading and own:
        heading, own = [own], ""
    return Numbers(tuple(heading), title, special, own)


def _recipients(lines: Sequence[str], found: Roles) -> Recipients:
    """Return for whom the message is: named by the order to pass it on, or by its first words."""
    for number, role in found.roles.items():
        text = lines[number - 1].strip()
        order = (
            INSTRUCTION.match(text) if role is Role.BODY and number not in found.quoted else None
        )
        address = ADDRESSED.match(text) if role is Role.BODY else None
        match = order or address
        if match:
            printed, alternatives = listed(match["who"])
            names = tuple(from_dative(as_name(name)) for name in printed)
            return Recipients(names, printed, number, alternatives and len(names) > 1)
    return Recipients()


def _copies(lines: Sequence[str], telegram: LayerSpan, found: Roles) -> CopyList:
    """Return the copy list: of lines outside quotations."""
    numbers = range(telegram.first, telegram.last + 1)
    return copy_list([(n, lines[n - 1]) for n in numbers if n not in found.quoted])


def _fields(found: Roles, lines: Sequence[str], copies: CopyList) -> tuple[Proposed, ...]:
    """Return the fields in the order of their lines, the copy list's with them."""
    fields = list(found.fields)
    for number in copies.rows:
        value = _SIGNS.sub("", lines[number - 1]).strip()
        fields.append(Proposed(FieldKind.COPIES, value, number))
    kept = [item for item in fields if item.value in lines[item.line - 1]]
    return tuple(sorted(kept, key=lambda item: (item.line, lines[item.line - 1].find(item.value))))


def _brackets(lines: Sequence[str], telegram: LayerSpan) -> tuple[Bracket, ...]:
    """Return the brackets of the telegram's lines; one over several lines stands on each."""
    brackets: list[Bracket] = []
    inside = False
    for number in range(telegram.first, telegram.last + 1):
        text = lines[number - 1]
        if inside:
            end = text.find("]") + 1
            brackets.append(Bracket(number, text[: end or len(text)].strip() or text))
            inside = not end
            text = text[end:] if end else ""
        brackets += [Bracket(number, match[0]) for match in _SIGNS.finditer(text)]
        open_at = text.rfind("[")
        if open_at > text.rfind("]") and any("]" in line for line in lines[number : telegram.last]):
            brackets.append(Bracket(number, text[open_at:]))
            inside = True
    return tuple(bracket for bracket in brackets if bracket.text)


# Doubts.


def _number_doubts(numbers: Numbers, telegram: LayerSpan) -> list[Doubt]:
    """Say where title and heading have different numbers, or there is none."""
    if not numbers.heading:
        return [Doubt(telegram.first, "no number of the telegram was found")]
    if numbers.title and numbers.title not in numbers.heading:
        said = (
            f"the title has No. {numbers.title}, the text has No. {' and '.join(numbers.heading)}; "
            "neighbours in the series may decide"
        )
        return [Doubt(1, said)]
    return []


def _copy_doubts(copies: CopyList) -> list[Doubt]:
    """Say where the stated total is not what is listed."""
    if copies.agrees is False:
        said = f"{copies.stated} copies are stated, {len(copies.names)} are listed"
        return [Doubt(copies.first, said)]
    return []


def _word_doubts(lines: Sequence[str], messages: Sequence[Message]) -> list[Doubt]:
    """Say where points are numbered strangely, and figures and words differ."""
    doubts: list[Doubt] = []
    for message in messages:
        count, wrong = points_of(lines[message.first - 1 : message.last])
        if wrong and count > 1:
            doubts.append(Doubt(message.first, f"{wrong}; one may be lost"))
        for twice in written_twice(message.text):
            if not twice.agree:
                said = f"{twice.figure} in figures is '{twice.words}' in words"
                doubts.append(Doubt(message.first, said))
    if len(messages) > 1:
        doubts.append(Doubt(messages[1].first, f"{len(messages)} messages were found in one page"))
        if len({len(_CYRILLIC.findall(each.text)) > len(each.text) / 2 for each in messages}) > 1:
            said = "the messages are in two languages: one may be a translation of the other"
            doubts.append(Doubt(messages[1].first, said))
    return doubts


def _time_doubts(times: Sequence[Time]) -> list[Doubt]:
    """Say what times leave open: whose clock, and an order that cannot be on one clock."""
    silent = [time.line for time in times if not time.clock and time.event not in _BESIDE]
    where = ", ".join(str(number) for number in dict.fromkeys(silent))
    doubts = (
        [Doubt(silent[0], f"no clock is named for the times of line {where}")] if silent else []
    )
    received = next((time for time in times if time.event in {"received", "came_in"}), None)
    enclosed = next((time for time in times if time.event == "enclosed_received"), None)
    if received and enclosed and minutes_between(enclosed.time, received.time) < 0:
        said = (
            f"at face value it was received ({received.time}) before what it encloses "
            f"({enclosed.time}): two clocks, or two days"
        )
        doubts.append(Doubt(enclosed.line, said))
    return doubts


def _name_doubts(recipients: Recipients) -> list[Doubt]:
    """Say which names were read back from a case."""
    changed = [
        f"'{printed}' is read as {name}"
        for printed, name in zip(recipients.printed, recipients.names, strict=True)
        if as_name(printed) != name
    ]
    return [Doubt(recipients.line, f"{'; '.join(changed)}: check the names")] if changed else []
