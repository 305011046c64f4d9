"""Which lines of a page are the telegram's and which the edition's: catalogue, summary, rights."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablesim.authoring.document_reading.copylists import is_copy_line
from cablesim.authoring.document_reading.moments import dates_in
from cablesim.authoring.document_reading.names import is_capitals
from cablesim.authoring.document_reading.phrases import HEADING, KIND_ALONE
from cablesim.documents.document import Layer, LayerSpan

FURNITURE = re.compile(
    r"^(?:author(?:s|\(s\))?|contributor(?:s|\(s\))?|associated [\w &]+|document information|source"
    r"|original archive|original language|language|original uploaded date|record id|document id"
    r"|translat(?:or|ion|ed by).*|donors?|share|permalink|cite|citation|related documents|keywords"
    r"|subjects?(?: discussed)?|collections?|автор(?:ы)?|источник|архив|переводчик|место хранения"
    r"|ключевые слова|язык)\s*(?:\(s\))?\s*:?\s*$",
    re.IGNORECASE,
)
RIGHTS_HEAD = re.compile(
    r"^(?:rights|copyright|права|авторские права|licen[cs]e)\s*:?\s*$", re.IGNORECASE
)
RIGHTS = re.compile(
    r"©|\(c\) \d{4}|\bcopyright\b|all rights reserved|public domain|\bcc[ -]by\b"
    r"|creative commons|rights holders?|все права защищены|permission (?:to|for)",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"^(?:[\w ]*\b)?(?:telegram|cable|message|letter|телеграмма|шифртелеграмма|шифротелеграмма)\b.*"
    r"(?:,| from | to | от | к | для )",
    re.IGNORECASE,
)
SUMMARY = re.compile(
    r"^(?:summary|abstract|description|краткое содержание|аннотация)\s*:|"
    r"^(?:an?\s+|the\s+)?(?:ciphered\s+|short\s+)?(?:telegram|cable|message|letter|report|stalin|instructions?)\b"
    r".*\b(?:from|to|in which|detail\w*|inform\w*|ask\w*|request\w*|report\w*|discuss\w*|about"
    r"|concerning)\b",
    re.IGNORECASE,
)
LEAST_SUMMARY = 50
SHORT_LINE = 6


def layers_of(lines: Sequence[str]) -> tuple[LayerSpan, tuple[LayerSpan, ...]]:
    """Return the telegram's lines and the edition's spans; numbers count from 1."""
    last = max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
    end, behind = _behind(lines, last)
    first, before = _before(lines, end)
    return LayerSpan(Layer.TELEGRAM, first, max(end, first)), (*before, *behind)


def _before(lines: Sequence[str], end: int) -> tuple[int, list[LayerSpan]]:
    """Return the telegram's first line and what the edition put before it."""
    title = 0
    for number in range(1, min(end, 6) + 1):
        line = lines[number - 1].strip()
        if not line or _is_date(line):
            continue
        title = number if _is_title(lines, number, end) else 0
        break
    if not title or title >= end:
        return 1, []
    first = title + 1
    while first < end and not lines[first - 1].strip():
        first += 1
    catalogue = LayerSpan(Layer.CATALOGUE, 1, title)
    summary = first
    while summary < end and _is_summary(lines[summary - 1]):
        summary += 1
    if summary == first or summary >= end:
        return first, [catalogue]
    return summary, [catalogue, LayerSpan(Layer.SUMMARY, first, summary - 1)]


def _is_date(line: str) -> bool:
    """Tell whether a line is a date and nothing else."""
    spots = dates_in(line)
    return len(spots) == 1 and not (line[: spots[0].start] + line[spots[0].end :]).strip(" .,")


def _is_title(lines: Sequence[str], number: int, end: int) -> bool:
    """Tell whether a line is a catalogue's title: not the telegram's own heading below it."""
    line = lines[number - 1].strip()
    if is_capitals(line) or not TITLE.search(line):
        return False
    dated = any(_is_date(each.strip()) for each in lines[: number - 1])
    below = [each.strip() for each in lines[number:end]]
    headed = any(HEADING.match(each) or KIND_ALONE.match(each) for each in below)
    return dated or headed


def _is_summary(line: str) -> bool:
    """Tell whether a line reads like an edition's summary."""
    text = line.strip()
    return len(text) >= LEAST_SUMMARY and SUMMARY.match(text) is not None


def _behind(lines: Sequence[str], last: int) -> tuple[int, list[LayerSpan]]:
    """Return the telegram's last line and what the edition put behind it: never the whole page."""
    spans: list[LayerSpan] = []
    rights = _rights_from(lines, last)
    end = last
    if rights:
        spans.append(LayerSpan(Layer.RIGHTS, rights, last))
        end = _filled(lines, rights - 1)
    furniture = next((n for n in range(2, end + 1) if FURNITURE.match(lines[n - 1].strip())), 0)
    if furniture:
        spans.insert(0, LayerSpan(Layer.FURNITURE, furniture, end))
        end = _filled(lines, furniture - 1)
    summary = end
    while summary > 1 and _ends_page(lines, summary, edition=bool(spans)):
        summary -= 1
    summary += 1
    if summary <= end:
        spans.insert(0, LayerSpan(Layer.SUMMARY, summary, end))
        end = _filled(lines, summary - 1)
    return end, spans


def _filled(lines: Sequence[str], number: int) -> int:
    """Return the last line at or before a number that is not blank."""
    while number > 1 and not lines[number - 1].strip():
        number -= 1
    return number


def _rights_from(lines: Sequence[str], last: int) -> int:
    """Return where the rights begin, 0 where the page has none or would be nothing else."""
    for number in range(2, last + 1):
        line = lines[number - 1].strip()
        if RIGHTS_HEAD.match(line):
            return number
    number = last
    while number > 1 and RIGHTS.search(lines[number - 1]):
        number -= 1
    return number + 1 if number < last else 0


def _ends_page(lines: Sequence[str], number: int, *, edition: bool) -> bool:
    """Tell whether a line behind the telegram is a summary's: prose after signature or copies."""
    text = lines[number - 1].strip()
    if len(text) < LEAST_SUMMARY or is_capitals(text) or is_copy_line(text):
        return False
    before = next((line.strip() for line in reversed(lines[: number - 1]) if line.strip()), "")
    closed = is_copy_line(before) or len(before.split()) <= SHORT_LINE
    marked = SUMMARY.match(text) is not None
    return text.endswith((".", "”", '"')) and closed and (edition or marked)
