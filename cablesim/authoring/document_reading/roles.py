"""What each line of a telegram is: read from the top, header, then words, then the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cablesim.authoring.document_reading.copylists import copy_list, is_copy_line
from cablesim.authoring.document_reading.found import Doubt, Proposed, Signature, Time
from cablesim.authoring.document_reading.header import Peeled, fused_in, peel, rest_of
from cablesim.authoring.document_reading.moments import dates_in
from cablesim.authoring.document_reading.names import closed_up, is_capitals, is_short
from cablesim.authoring.document_reading.phrases import (
    ADDRESSED,
    CONTINUES,
    FROM,
    HEADING,
    INSTRUCTION,
    KIND_ALONE,
    OFFICE,
    OWN,
    PART,
    REFERENCE,
    RULE,
    SEPARATOR,
    SERVICE_ORDER,
    SIGNED,
    TO_LINE,
)
from cablesim.documents.document import Fused
from cablesim.documents.form import FieldKind

OPENING, CLOSING = '“"«„', '”"»“'
_BRACKET = re.compile(r"\[[^\]]*\]")
_INNER = re.compile(
    r"(?:[.!?…]|^)\s+(?P<v>[A-ZА-ЯЁ]{2}[A-ZА-ЯЁ .'-]*?)(?:\s*(?P<b>\[[^\]]+\]))?"
    r"(?:\s+\d[\d./ ]*)?\.?\s*[”\"»]$"
)

_DAY_ALONE = re.compile(r"^(?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])\.?$")


class Role(StrEnum):
    """What a line is in its telegram."""

    HEAD = "head"
    BODY = "body"
    FOOT = "foot"
    MARK = "mark"
    BLANK = "blank"
    TO = "to"
    SIGNED = "signed"
    BETWEEN = "between"


@dataclass(slots=True)
class Roles:
    """The roles of a telegram's lines by number, and what was read on the way."""

    roles: dict[int, Role] = field(default_factory=dict)
    fields: list[Proposed] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    fused: list[Fused] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    quoted: set[int] = field(default_factory=set)
    places: bool = False

    def of(self, role: Role) -> list[int]:
        """Return the numbers of the lines of one role."""
        return [number for number, found in self.roles.items() if found is role]


def marks_in(lines: Sequence[str], first: int, last: int) -> set[int]:
    """Return the lines that are wholly an editor's: a bracket alone, or one over several lines."""
    marks: set[int] = set()
    number = first
    while number <= last:
        text = lines[number - 1].strip()
        if text.startswith("[") and text.endswith("]") and text.count("[") == 1:
            marks.add(number)
        elif text.startswith("[") and "]" not in text:
            end = next((n for n in range(number, last + 1) if "]" in lines[n - 1]), 0)
            marks |= set(range(number, end + 1))
            number = max(end, number)
        number += 1
    return marks


def quoted_in(lines: Sequence[str], first: int, last: int, marks: set[int]) -> set[int]:
    """Return the lines that stand between quotation marks which open and close at line ends."""
    quoted: set[int] = set()
    start = 0
    for number in range(first, last + 1):
        text = lines[number - 1].strip()
        if number in marks or not text:
            continue
        if not start and text[0] in OPENING:
            start = number
            text = text[1:]
        if start and text.rstrip(" .")[-1:] in tuple(CLOSING) and text:
            quoted |= set(range(start, number + 1))
            start = 0
    return quoted


def read_roles(lines: Sequence[str], first: int, last: int) -> Roles:
    """Read the lines of a telegram from the top."""
    marks = marks_in(lines, first, last)
    found = Roles(quoted=quoted_in(lines, first, last, marks))
    copies = copy_list([(n, lines[n - 1]) for n in range(first, last + 1) if n not in found.quoted])
    held = set(copies.rows)
    head = True
    for number in range(first, last + 1):
        text = lines[number - 1].strip()
        role = _plain_role(number, text, marks, held)
        if role is None:
            role = _quoted(found, number, text) if number in found.quoted else None
        if role is None:
            role = _head(found, number, lines) if head or _is_heading(text) else None
            role = role or _body(found, number, text, lines)
        head = role in {Role.HEAD, Role.MARK, Role.BLANK, Role.FOOT} and (head or role is Role.HEAD)
        found.roles[number] = role
    return found


def _plain_role(number: int, text: str, marks: set[int], held: set[int]) -> Role | None:
    """Return the role of a line that needs no reading."""
    if not text:
        return Role.BLANK
    if number in marks:
        return Role.MARK
    if number in held or is_copy_line(text):
        return Role.FOOT
    return Role.BETWEEN if RULE.match(text) or SEPARATOR.match(text) else None


def _is_heading(text: str) -> bool:
    """Tell whether a line begins another telegram."""
    found = HEADING.match(text)
    return KIND_ALONE.match(text) is not None or (
        found is not None and not text[found.end() :].strip(" .").islower()
        and len(text[found.end() :].split()) <= 3  # noqa: PLR2004 - a mark or two may follow.
    )  # fmt: skip


def _quoted(found: Roles, number: int, text: str) -> Role:
    """Read a line of a quotation: its words, and a signature at its end."""
    inner = _INNER.search(text)
    if inner:
        identity = (inner["b"] or "").strip("[]")
        printed = inner["v"].strip(" .")
        found.signatures.append(Signature(printed, number, identity, inner=True))
    return Role.BODY


def _head(found: Roles, number: int, lines: Sequence[str]) -> Role | None:
    """Read a header line, or return None where it is none."""
    text = lines[number - 1]
    bare = text.strip()
    if _begins_words(bare):
        return None
    parted = fused_in(text)
    peeled = peel(number, text, glued=parted is not None)
    if parted and _begins_field(peeled, parted[1]):
        parts = (parted[0], parted[1])
        said = f"On the page two fields stand glued together: {parts[0]} and {parts[1]}."
        found.fused.append(Fused(number, parts, said))
        found.doubts.append(Doubt(number, f"two fields are glued together: {text.strip()}"))
    if CONTINUES.search(bare) or PART.match(bare) or REFERENCE.match(bare):
        return Role.HEAD
    place = found.places or any(item.kind is FieldKind.PLACE for item in peeled.fields)
    if not rest_of(peeled, has_place=place):
        return None
    _keep(found, peeled)
    return Role.HEAD


def _begins_field(peeled: Peeled, text: str) -> bool:
    """Tell whether the second part of a glued line begins with a field of its own."""
    known = [time.printed[:4] for time in peeled.times[:1]]
    known += [item.value for item in peeled.fields if item.kind is FieldKind.HANDLING]
    return text.startswith(tuple(known)) or FROM.match(text) is not None


def _begins_words(text: str) -> bool:
    """Tell whether a line begins the message: an order to pass it on, or words to somebody."""
    if SERVICE_ORDER.match(text) or ADDRESSED.match(text):
        return True
    return INSTRUCTION.match(text) is not None and not OFFICE.search(text)


def _keep(found: Roles, peeled: Peeled) -> None:
    """Keep what was read from a header line."""
    found.fields += sorted(peeled.fields, key=lambda item: peeled.text.find(item.value))
    found.times += peeled.times
    found.doubts += peeled.doubts
    found.places |= any(item.kind is FieldKind.PLACE for item in peeled.fields)


def _body(found: Roles, number: int, text: str, lines: Sequence[str]) -> Role:
    """Read a line below the header."""
    if SERVICE_ORDER.match(text):
        found.fields.append(Proposed(FieldKind.SERVICE_ORDER, text, number))
        return Role.FOOT
    if INSTRUCTION.match(text) and (text.endswith((":", ".")) or _before_quote(number, lines)):
        found.fields.append(Proposed(FieldKind.INSTRUCTION, text, number))
        return Role.BODY
    if _is_foot(found, number, text):
        return Role.FOOT
    if TO_LINE.match(text) and is_short(text) and not ADDRESSED.match(text):
        value = TO_LINE.match(text)
        if value and value["v"].removeprefix("the ")[:1].isupper():
            found.fields.append(Proposed(FieldKind.TO, value["v"], number))
            return Role.TO
    signed = _signature(found, number, text)
    return Role.SIGNED if signed else Role.BODY


def _before_quote(number: int, lines: Sequence[str]) -> bool:
    """Tell whether the next line opens a quotation."""
    following = next((line.strip() for line in lines[number:] if line.strip()), "")
    return following[:1] in tuple(OPENING)


def _is_foot(found: Roles, number: int, text: str) -> bool:
    """Read a number, a date or a clerk's line of the foot; tell whether it is one."""
    if _DAY_ALONE.match(text):
        found.fields.append(
            Proposed(FieldKind.DATE, text.rstrip("."), number, "no year is printed")
        )
        return True
    date = dates_in(text)
    alone = len(date) == 1 and not (text[: date[0].start] + text[date[0].end :]).strip(" .,г")
    if not (
        OWN.match(text)
        or alone
        or re.match(r"(?:typed|deciphered|отпечатан|расшифр)", text, re.IGNORECASE)
    ):
        return False
    peeled = peel(number, text, glued=False)
    if not peeled.fields:
        return False
    _keep(found, peeled)
    return True


def _signature(found: Roles, number: int, text: str) -> bool:
    """Read a signature: short and in capitals, or behind a word that says so."""
    signed = SIGNED.match(text)
    name = signed["v"] if signed else _BRACKET.sub("", text).strip()
    if not signed and not (is_capitals(name) and is_short(name) and not name.endswith(("?", ":"))):
        return False
    if any(sign.isdigit() for sign in name):
        return False
    bracket = _BRACKET.search(text)
    identity = bracket[0].strip("[]") if bracket else ""
    printed = name.strip().rstrip(".")
    found.signatures.append(Signature(printed, number, identity))
    found.fields.append(Proposed(FieldKind.SIGNATURE, printed, number, _spaced(printed)))
    return True


def _spaced(printed: str) -> str:
    """Say that a name is spaced out, or nothing."""
    closed = closed_up(printed)
    return f"spaced out on the page; read as {closed}" if closed != printed else ""
