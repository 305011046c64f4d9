"""The words of a telegram: its messages, its parts, its points, its figures, what it tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablesim.authoring.document_reading.found import Doubt, Message, Part, Time
from cablesim.authoring.document_reading.moments import clock_in, dates_in, times_in
from cablesim.authoring.document_reading.phrases import (
    CONTINUES,
    HEADING,
    ORDER,
    PART,
    TO_LINE,
    TOLD_DELIVERED,
    TOLD_RECEIVED,
)
from cablesim.authoring.document_reading.roles import Role, Roles

_ENDS = re.compile(r"[.!?:;…”\"»)]\s*$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZА-ЯЁ\"“«])")
POINT = re.compile(r"^[\"“«]?\s*(\d{1,2})[.)]\s+\S")


def joined(texts: Sequence[str]) -> str:
    """Return lines as running words: a line that does not end a sentence goes on in the next."""
    whole = ""
    for text in texts:
        goes_on = whole and not _ENDS.search(whole)
        whole = f"{whole} {text}" if goes_on else f"{whole}\n{text}" if whole else text
    return whole


def messages_of(lines: Sequence[str], found: Roles) -> tuple[Message, ...]:
    """Return the messages: they are parted by a word for it, a heading, or a new address."""
    messages: list[Message] = []
    body: list[int] = []
    to = next_to = ""
    signed, opens = False, min(found.roles, default=0)
    for number, role in found.roles.items():
        starts = (
            role is Role.BETWEEN or (role is Role.TO and signed) or _heads(found, lines, number)
        )
        if starts and body:
            messages.append(_message(lines, body, to, opens))
            body, signed, to, opens = [], False, "", number
        if role is Role.TO or (role is Role.HEAD and TO_LINE.match(lines[number - 1].strip())):
            addressed = TO_LINE.match(lines[number - 1].strip())
            next_to = addressed["v"] if addressed else ""
        if role is Role.BODY:
            to = to or next_to
            next_to = ""
            body.append(number)
        signed = signed or role is Role.SIGNED
    if body:
        messages.append(_message(lines, body, to, opens))
    return tuple(messages)


def joined_parts(parts: Sequence[Part]) -> tuple[Message, ...]:
    """Return the one message that parts make together, in the order of its text."""
    text = joined([part.text for part in parts])
    return (Message(min(p.first for p in parts), max(p.last for p in parts), text),)


def _heads(found: Roles, lines: Sequence[str], number: int) -> bool:
    """Tell whether a header begins at a line: it has a number, or the line before it is none."""
    if found.roles[number] is Role.HEAD and HEADING.match(lines[number - 1].strip()):
        return True
    return found.roles[number] is Role.HEAD and found.roles.get(number - 1) not in {
        Role.HEAD,
        Role.MARK,
        Role.BLANK,
    }


def _message(lines: Sequence[str], body: list[int], to: str, opens: int) -> Message:
    """Return one message of some lines."""
    text = joined([lines[number - 1].strip() for number in body])
    return Message(body[0], body[-1], text, to, opens)


def parts_of(lines: Sequence[str], found: Roles, first: int, last: int) -> tuple[Part, ...]:
    """Return the telegrams that together make one message, in the order of their text."""
    heads = [
        n
        for n in range(first, last + 1)
        if found.roles.get(n) is Role.HEAD and HEADING.match(lines[n - 1].strip())
    ]
    if len(heads) > 1:
        parts = [_part(lines, found, start, end) for start, end in _runs(heads, last)]
        linked = any(part.continues for part, _ in parts) or any(order for _, order in parts)
        return _ordered(parts) if linked else ()
    marks = [n for n in range(first, last + 1) if PART.match(lines[n - 1].strip())]
    if len(marks) > 1:
        return _ordered([_part(lines, found, start, end) for start, end in _runs(marks, last)])
    return ()


def _runs(starts: list[int], last: int) -> list[tuple[int, int]]:
    """Return the lines from each start to the next."""
    return list(zip(starts, [*(start - 1 for start in starts[1:]), last], strict=True))


def _part(lines: Sequence[str], found: Roles, first: int, last: int) -> tuple[Part, int]:
    """Return a part and the place that it claims by itself, 0 where it claims none."""
    texts = [lines[n - 1].strip() for n in range(first, last + 1)]
    heading = HEADING.match(texts[0])
    continues, order = "", 0
    for text in texts:
        link, place = CONTINUES.search(text), PART.match(text)
        if link and not continues and len(text.split()) <= 8:  # noqa: PLR2004 - a header's line.
            continues = link["n"] or "the one before"
        if place and not order:
            word = (place["n"] or place["word"] or place["a"] or "").lower()
            order = int(word) if word.isdigit() else ORDER.get(word, 0)
    body = [n for n in range(first, last + 1) if found.roles.get(n) is Role.BODY]
    own = [n for n in body if not PART.match(lines[n - 1].strip())]
    words = joined([lines[n - 1].strip() for n in own])
    spans = (own[0], own[-1]) if own else (0, 0)
    return Part(heading["n"] if heading else "", first, last, words, continues, spans), order


def _ordered(parts: list[tuple[Part, int]]) -> tuple[Part, ...]:
    """Return parts in the order of their text: by what they say of themselves, then as printed."""
    placed: list[Part] = []
    rest = [part for part, _ in parts]
    by_order = sorted((order, place) for place, (_, order) in enumerate(parts) if order)
    if len(by_order) == len(parts):
        return tuple(parts[place][0] for _, place in by_order)
    while rest:
        numbers = {part.number for part in rest}
        free = next((part for part in rest if part.continues not in numbers), rest[0])
        placed.append(free)
        rest.remove(free)
    return tuple(placed)


def seam(first: str, second: str) -> str:
    """Return the sentence that runs from the end of one part into the next."""
    whole = joined([first, second])
    at = len(first)
    start = 0
    for sentence in _SENTENCE.split(whole):
        end = start + len(sentence)
        if start <= at <= end:
            return sentence.strip()
        start = end + 1
    return ""


def told_times(
    messages: Sequence[Message], lines: Sequence[str], found: Roles, year: str, place: str
) -> list[Time]:
    """Return the times that the words themselves tell: something received or delivered."""
    times: list[Time] = []
    for message in messages:
        for number in range(message.first, message.last + 1):
            text = lines[number - 1]
            if found.roles.get(number) is not Role.BODY or number in found.quoted:
                continue
            spots = times_in(text) or times_in(text, after_word=_word_before(text))
            event = _told(text)
            if not spots or not event:
                continue
            word, _ = clock_in(text)
            clock = "local" if word and word.casefold() == place.casefold() else word
            dates = dates_in(text, year=year)
            printed = text[spots[0].start : spots[0].end]
            date = dates[0].value if dates else ""
            times.append(Time(event, printed, number, spots[0].value, date, clock))
    return times


def _word_before(text: str) -> int | None:
    """Return where a word ended behind which a bare figure may be an hour."""
    found = re.search(r"\b(?:at|в)\b", text)
    return found.end() if found else None


def _told(text: str) -> str:
    """Return what the words say happened at a time."""
    if TOLD_RECEIVED.search(text):
        return "enclosed_received"
    return "delivered" if TOLD_DELIVERED.search(text) else ""


def points_of(texts: Sequence[str]) -> tuple[int, str]:
    """Return how many numbered points the words have, and what is wrong with their numbers."""
    numbers = [int(found[1]) for text in texts if (found := POINT.match(text.strip()))]
    if numbers and numbers != list(range(1, len(numbers) + 1)):
        return len(numbers), f"the points are numbered {', '.join(map(str, numbers))}"
    return len(numbers), ""


def order_doubt(parts: Sequence[Part], shown: Sequence[str]) -> list[Doubt]:
    """Say that parts stand on the page in another order than they are read."""
    order = [part.number for part in parts]
    if len(parts) < 2 or order == list(shown) or not all(order):  # noqa: PLR2004 - a pair.
        return []
    said = f"the text runs in the order {', '.join(order)}, the page has {', '.join(shown)}"
    return [Doubt(parts[0].first, said)]
