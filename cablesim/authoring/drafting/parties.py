"""Who is on the way: the people and offices that the page names, and those it must leave open."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from cablesim.authoring.document_reading.facts import office_name
from cablesim.authoring.document_reading.found import Reading
from cablesim.authoring.document_reading.names import as_name, closed_up
from cablesim.documents.form import FieldKind

_LATIN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
LONGEST_ID = 40
SENDER, OFFICE, LINE, FAR_OFFICE, GO_BETWEEN = (
    "sender",
    "cipher-office",
    "line",
    "receiving-office",
    "go-between",
)
Form = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Drafted:
    """A party of the draft: the printed forms of its name are (text, line)."""

    id: str
    role: str
    name: str
    cover: str = ""
    forms: tuple[Form, ...] = ()
    alternative_to: str = ""
    named: bool = True


def slug(text: str, usual: str) -> str:
    """Return an id made of a name: Latin letters, figures and dashes.

    >>> slug("Анна Тарн", "party"), slug("6th section", "party")
    ('anna-tarn', '6th-section')
    """
    latin = "".join(_LATIN.get(sign, sign) for sign in text.casefold())
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_ID].strip("-")
    return found or usual


def parties_of(reading: Reading) -> tuple[Drafted, ...]:
    """Return the parties in the order of the way; every id stands once."""
    found = [
        *_senders(reading),
        _office(reading),
        Drafted(LINE, "line", "the line (its route is not known)", named=False),
        Drafted(FAR_OFFICE, "cipher staff", "the receiving cipher staff (not named)", named=False),
        *_readers(reading),
    ]
    return _with_holders(reading, found)


def _senders(reading: Reading) -> list[Drafted]:
    """Return who signed, the outer signature first; the edition's bracket says who it is."""
    signed = sorted(reading.signatures, key=lambda each: each.inner)
    found: list[Drafted] = []
    for each in signed:
        name = each.identity or as_name(closed_up(each.printed))
        if any(other.name.casefold() == name.casefold() for other in found):
            continue
        party = SENDER if not found else slug(name, f"signer-{len(found) + 1}")
        forms = [(each.printed, each.line)]
        if each.identity:
            forms.append((f"[{each.identity}]", each.line))
        cover = each.printed if each.identity else ""
        found.append(Drafted(party, "sender", name, cover, tuple(forms)))
    return found or [Drafted(SENDER, "sender", "the sender (not named on the page)", named=False)]


def _office(reading: Reading) -> Drafted:
    """Return the cipher office."""
    name = office_name(reading)
    forms = tuple(
        (item.value, item.line) for item in reading.fields if item.kind is FieldKind.OFFICE
    )
    if name:
        return Drafted(OFFICE, "cipher office", name, "", forms)
    return Drafted(OFFICE, "cipher office", "the cipher office (not named)", named=False)


def _readers(reading: Reading) -> list[Drafted]:
    """Return who it is sent to and for whom it is in the end."""
    to = [item for item in reading.fields if item.kind is FieldKind.TO]
    recipients = reading.recipients
    found: list[Drafted] = []
    if to and recipients.names:
        name = as_name(to[0].value)
        found.append(Drafted(GO_BETWEEN, "go-between", name, "", ((to[0].value, to[0].line),)))
        to = to[1:]
    for item in to:
        name = as_name(item.value)
        if all(other.name.casefold() != name.casefold() for other in found):
            forms = ((item.value, item.line),)
            found.append(Drafted(slug(name, f"reader-{len(found)}"), "addressee", name, "", forms))
    ids = [slug(name, f"recipient-{place}") for place, name in enumerate(recipients.names, 1)]
    for place, (name, printed) in enumerate(zip(recipients.names, recipients.printed, strict=True)):
        other = ids[(place + 1) % len(ids)] if recipients.alternatives else ""
        forms = ((printed, recipients.line),)
        found.append(Drafted(ids[place], "addressee", name, "", forms, other))
    if not any(each.role == "addressee" for each in found):
        found.append(Drafted("addressee", "addressee", "the addressee (not named)", named=False))
    return found


def _with_holders(reading: Reading, found: list[Drafted]) -> tuple[Drafted, ...]:
    """Add the holders of copies who are not there yet, and make every id differ."""
    for held in reading.copies.holdings:
        party = holder(found, held.name)
        printed = held.name if held.name in reading.lines[held.line - 1] else ""
        forms = ((printed, held.line),) if printed else ()
        if party is None:
            place = f"holder-{len(found) + 1}"
            found.append(Drafted(slug(held.name, place), "copy", held.name, "", forms))
        elif forms and forms[0] not in party.forms:
            found[found.index(party)] = replace(party, forms=(*party.forms, *forms))
    ids: set[str] = set()
    apart: list[Drafted] = []
    for each in found:
        name, number = each.id, 2
        while name in ids:
            name, number = f"{each.id}-{number}", number + 1
        ids.add(name)
        apart.append(replace(each, id=name))
    return tuple(apart)


def holder(parties: list[Drafted] | tuple[Drafted, ...], name: str) -> Drafted | None:
    """Return the party that a copy list's name means: the same name, or its last word."""
    wanted = name.casefold()
    for party in parties:
        names = {party.name.casefold(), *(text.casefold() for text, _ in party.forms)}
        if wanted in names or party.name.casefold().split()[-1:] == [wanted]:
            return party
    return None
