"""Copy lists in the forms that telegrams have: run-on, numbered, one line a copy, with totals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cablesim.authoring.document_reading.found import CopyList, Holding
from cablesim.authoring.document_reading.names import TITLES, from_dative, is_short

_COUNT = re.compile(
    r"^(?:total of )?(?:отп(?:ечатано|\.)\s+(?:в\s+)?)?(?P<n>\d{1,2})\s*"
    r"(?:copies|copy|экз(?:емпляр(?:а|ов|ах)?)?\.?)"
    r"(?:\s+(?:made|printed|in all|typed|issued|всего))?\s*[:.]?$",
    re.IGNORECASE,
)
_RUN_ON = re.compile(
    r"^(?:(?:copies|copy list|distribution(?: list)?|copies (?:sent )?to|copies made|cc|"
    r"distributed to|"
    r"копии|разослано|рассылка|список рассылки)\b\s*(?:to)?"
    r"\s*(?:[-–—(,]?\s*(?:total(?:\s+of)?|всего)?:?\s*(?P<n>\d{1,2})\s*(?:copies|copy|экз\w*\.?)?"
    r"(?:\s*(?:in all|altogether|total|всего))?\s*\)?)?"
    r"|(?P<before>\d{1,2})\s*(?:copies|экз\w*\.?))"
    r"\s*[:–—-]\s*(?:(?P<inside>\d{1,2})\s*(?:copies|экз\w*)?[.;:]\s+)?(?P<list>.*)$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:\b(?:total|in all|altogether|всего|итого)\b\W*(?P<a>\d{1,2})(?:\s*(?:copies|экз\w*))?"
    r"|\b(?P<b>\d{1,2}) (?:copies|экз\w*) (?:in all|altogether|всего))\W*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:(?:copy|copies|экз(?:емпляр)?\.?)\s*)?(?:no\.?|nos\.?|№|n|#)?\s*"
    r"(?P<a>\d{1,2})(?:\s*(?:[-–—,]|and|и|to)\s*(?P<b>\d{1,2}))?"
    r"\s*(?:[.):]|[-–—]|to\b|for\b|:)+\s*(?:to\s+|for\s+|[-–—]\s*)?(?P<name>\D.*?)[.;,]?$",
    re.IGNORECASE,
)
THIS_COPY = re.compile(
    r"\b(?:copy|экз(?:емпляр)?\.?)\s*(?:no\.?|№|n|#)\s*(?P<n>\d{1,2})\s*$", re.IGNORECASE
)
_COPIES = r"(?:copies|copy|экз\w*\.?)"
_ITEM = (
    re.compile(rf"^(?P<name>.+?)\s*\(\s*(?P<n>\d{{1,2}})\s*{_COPIES}?\s*\)$", re.IGNORECASE),
    re.compile(
        rf"^(?P<name>\D.*?)\s*(?:[-–—:]|\bx)\s*(?P<n>\d{{1,2}})\s*{_COPIES}?$", re.IGNORECASE
    ),
    re.compile(
        r"^(?P<n>\d{1,2})\s*(?:[-–—x×]|copies (?:to|for)|экз\.?\s*[-–—]?)\s*(?P<name>\D.*)$",
        re.IGNORECASE,
    ),
    re.compile(r"^(?P<name>\D.*?)\s+(?P<n>\d)$"),
)  # fmt: skip
Line = tuple[int, str]


def copy_list(lines: Sequence[Line]) -> CopyList:
    """Return the copy list of a telegram's lines (numbered from 1); an empty one where none is."""
    found = _Collector()
    for number, text in lines:
        found.read(number, text.strip())
    return found.result()


def is_copy_line(text: str) -> bool:
    """Tell whether a line by itself belongs to a copy list."""
    line = text.strip()
    if _COUNT.match(line) or _RUN_ON.match(line):
        return True
    numbered = _NUMBERED.match(line)
    return bool(numbered) and re.match(r"copy|экз", line, re.IGNORECASE) is not None


def items(text: str) -> tuple[tuple[str, int], ...]:
    """Return the holders of a run-on list with their counts, as printed."""
    pieces = (piece.strip() for piece in re.split(r"[,;]", text.strip().rstrip(".")))
    return tuple(_item(piece) for piece in pieces if piece)


def _item(piece: str) -> tuple[str, int]:
    """Return one holder and the count behind or before the name; without one it is 1."""
    for form in _ITEM:
        found = form.match(piece)
        if found:
            return _holder(found["name"]), int(found["n"])
    return _holder(piece), 1


def _holder(name: str) -> str:
    """Return a holder's name without a title."""
    return TITLES.sub("", name.strip().strip(".,;")).strip()


class _Collector:
    """Reads line by line: a list may begin with a total, run on, or stand one holder a line."""

    def __init__(self) -> None:
        self.holdings: list[Holding] = []
        self.stated: int | None = None
        self.stated_on = 0
        self.this: int | None = None
        self.lines: list[int] = []
        self._open = ""
        self._heads = 0

    def read(self, number: int, text: str) -> None:
        """Read one line."""
        run_on, count, numbered = _RUN_ON.match(text), _COUNT.match(text), _NUMBERED.match(text)
        named = re.match(r"copy|экз", text, re.IGNORECASE) is not None
        if run_on:
            self._run_on(number, run_on)
        elif count:
            self._total(number, count["n"])
            self._open = "numbered"
            self.lines.append(number)
        elif numbered and (named or self._open == "numbered") and is_short(numbered["name"]):
            self._numbered(number, numbered)
        elif self._open == "run-on" and text and is_short(text.split(",", maxsplit=1)[0]):
            self._items(number, text)
        elif self.lines and (total := _TOTAL.search(text)) and len(text.split()) <= 4:  # noqa: PLR2004 - a total alone.
            self._total(number, total["a"] or total["b"])
            self.lines.append(number)
        else:
            self._open = ""
            this = THIS_COPY.search(text)
            self.this = int(this["n"]) if this else self.this

    def _total(self, number: int, stated: str) -> None:
        """Take a stated total and its line."""
        self.stated, self.stated_on = int(stated), number

    def _run_on(self, number: int, found: re.Match[str]) -> None:
        """Take a list that runs on; nothing behind the colon opens a list of lines."""
        text = found.string[found.start("inside" if found["inside"] else "list") :]
        first = _NUMBERED.match(text.strip())
        stated = found["n"] or found["before"] or ("" if first else found["inside"])
        if stated:
            self._total(number, stated)
        self.lines.append(number)
        if first and "," not in first["name"] and is_short(first["name"]):
            self._numbered(number, first)
        elif found["list"].strip():
            self._items(number, found["list"])
        else:
            self._open = "numbered"

    def _items(self, number: int, text: str) -> None:
        """Take the holders of one line; a comma at its end means that there are more."""
        total = _TOTAL.search(text)
        if total:
            self._total(number, total["a"] or total["b"])
            text = text[: total.start()]
        self.lines.append(number)
        self.holdings += [Holding(from_dative(name), count, number) for name, count in items(text)]
        self._open = "run-on" if text.rstrip().endswith((",", ";")) else ""

    def _numbered(self, number: int, found: re.Match[str]) -> None:
        """Take one numbered copy, or a row of numbers with one holder."""
        first, last = int(found["a"]), int(found["b"] or found["a"])
        count = last - first + 1 if last >= first else 1
        self._open = "numbered"
        self.lines.append(number)
        self.holdings.append(Holding(from_dative(_holder(found["name"])), count, number))

    def result(self) -> CopyList:
        """Return what was read; several copies of one holder in a row are one entry."""
        joined: list[Holding] = []
        for each in self.holdings:
            if joined and joined[-1].name == each.name:
                joined[-1] = Holding(each.name, joined[-1].count + each.count, joined[-1].line)
            else:
                joined.append(each)
        first, last = (min(self.lines), max(self.lines)) if self.lines else (0, 0)
        rows = tuple(sorted(set(self.lines)))
        return CopyList(tuple(joined), self.stated, self.this, first, last, rows, self.stated_on)
