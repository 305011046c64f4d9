"""A scenario's files read for the checker: whatever can be read is, and the rest is told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cablesim.scenario.checking import SHAPES, check, head_shape, shape_of
from cablesim.scenario.facts import Facts, Sheet
from cablesim.scenario.finding import Edit, Finding
from cablesim.scenario.migrating import migrated
from cablesim.scenario.parting import (
    BOOK,
    DOCUMENT_FILE,
    PARTS,
    WALK_FILE,
    Part,
    book_of,
    document_of,
    parted,
    tops_of,
)
from cablesim.scenario.places import HEAD
from cablesim.scenario.reading import Folder
from cablesim.scenario.toml import read_whole
from cablesim.scenario.walktext import WalkPage, scan_walk

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Signs that nobody sees: soft hyphen, zero widths, marks and turns of direction, controls of the
# second kind, tags. A joiner behind a sign beyond ASCII is honest: emoji and scripts need it.
_UNSEEN = re.compile(
    "[\x80-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\U000e0000-\U000e007f]|(?<![\u0080-\U0010ffff])[\u200c\u200d]"
)
_ESCAPED = re.compile(
    r"\\u(?:00[01][0-9a-f]|00[7][f]|00[89][0-9a-f]|00ad|061c|200[b-f]|202[89a-e]|206[0-9a-f]|feff)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Files:
    """What was read: texts as shown in findings, facts to prove, findings so far.

    `mended` holds the files as they would be with the cures of their slips carried out.
    """

    texts: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    sheets: dict[str, Sheet] = field(default_factory=dict)
    mended: dict[str, bytes] = field(default_factory=dict)
    pages: tuple[WalkPage, ...] = ()
    broken: bool = False
    document: str = DOCUMENT_FILE
    book: str = BOOK
    present: frozenset[str] = frozenset()

    def facts(self, folder: Folder, used: frozenset[str]) -> Facts:
        """Return what can be proved; `used` are names that others take from the scenario."""
        lines = tuple(self.texts.get(WALK_FILE, "").split("\n"))
        document = folder.files.get(self.document)
        return Facts(self.sheets, document, self.pages, lines, not self.broken, used)


def read_files(folder: Folder, names: tuple[str, ...]) -> Files:
    """Read the files of a folder by name; what is wrong with one hides nothing of another."""
    tops = tops_of(folder)
    document = document_of(tops[0]) if tops else DOCUMENT_FILE
    present = frozenset(folder.files)
    files = Files(document=document, book=book_of(tops), present=present)
    for name in names:
        if name not in folder.files:
            continue
        text = _text(folder.files[name], name, files)
        files.mended[name] = text.encode("utf-8", "surrogateescape")
        if name.endswith(".toml"):
            _toml(text, name, files)
        elif name == WALK_FILE:
            files.pages, findings = scan_walk(text, name)
            files.findings += findings
    return files


def _text(data: bytes, name: str, files: Files) -> str:
    """Return a file's text with what hinders reading mended, and told."""
    text = data.decode("utf-8", "surrogateescape")
    if name == files.document:
        files.texts[name] = data.decode("utf-8", "replace")
        return text
    text = _utf8(text, name, files)
    if text.startswith("\ufeff"):
        text = text[1:]
        message = "an editor put a byte order mark (three bytes nobody sees) before the text"
        _tell(files, "T105", name, (1, 1), message, "save the file as UTF-8 without BOM")
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
        message = "the lines end in CR LF, as Windows editors write them"
        _tell(files, "T106", name, (1, 1), message, "save the file with LF line ends")
    files.texts[name] = text
    return _signs(text, name, files)


def _utf8(text: str, name: str, files: Files) -> str:
    """Read bytes that are no UTF-8 as the old Windows code page has them, and tell the first."""
    found = re.search("[\udc80-\udcff]", text)
    if found is None:
        return text
    odd = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    byte = ord(found[0]) - 0xDC00
    mended = re.sub("[\udc80-\udcff]", lambda each: _old(ord(each[0]) - 0xDC00), text)
    cure = f"save the file as UTF-8; in an old Windows file this byte is {_old(byte)}"
    _tell(files, "T104", name, (odd, column), f"byte {byte:#04x} is no UTF-8", cure)
    return mended


def _old(byte: int) -> str:
    """Return the sign of a byte in the old Windows code page, or the sign for none."""
    return bytes([byte]).decode("cp1252", "replace")


def _signs(text: str, name: str, files: Files) -> str:
    """Tell signs that nobody sees; return the text with control signs as blanks."""
    toml = name in SHAPES
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        found = list(_CONTROL.finditer(line))
        if found:
            message = f"a control sign (U+{ord(found[0][0]):04X}) stands here"
            mend = _without(found, start)
            _tell(files, "T129", name, (number, found[0].start() + 1), message, "take it out", mend)
        unseen = [*_UNSEEN.finditer(line), *(_ESCAPED.finditer(line) if toml else ())]
        if unseen:
            first = unseen[0][0]
            sign = f"U+{ord(first):04X}" if len(first) == 1 else first
            message, mend = f"a sign that nobody sees ({sign}) stands here", _without(unseen, start)
            place = (number, unseen[0].start() + 1)
            _tell(files, "T107", name, place, message, "take it out", mend)
        start += len(line) + 1
    if toml and "\t" in text:
        _tabs(text, name, files)
    return _CONTROL.sub(" ", text)


def _without(found: list[re.Match[str]], start: int) -> tuple[Edit, ...]:
    """Return the edits that take out what was found on a line that begins at an offset."""
    return tuple(Edit(start + each.start(), start + each.end(), "") for each in found)


def _tabs(text: str, name: str, files: Files) -> None:
    """Tell the first tab of a file; the edits write blanks for all of them."""
    at = text.index("\t")
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    count = text.count("\t")
    message = "a tab stands here, and every editor shows it in another width"
    message += f" ({count} in this file)" if count > 1 else ""
    mend = tuple(Edit(each.start(), each.end(), "  ") for each in re.finditer("\t", text))
    files.findings.append(Finding("T108", name, line, column, "", message, "write blanks", mend))


def _tell(
    files: Files,
    code: str,
    name: str,
    place: tuple[int, int],
    message: str,
    cure: str,
    mend: tuple[Edit, ...] = (),
) -> None:
    """Note a finding about the text of a file."""
    files.findings.append(Finding(code, name, *place, "", message, cure, mend))


def _toml(text: str, name: str, files: Files) -> None:
    """Read a TOML file, and check its tables against their shapes."""
    own = BOOK if name == files.book else name
    if name == HEAD:
        reading = read_whole(text, name, head_shape(frozenset(files.present & PARTS.keys())))
    else:
        reading = read_whole(text, name, shape_of(own) if own in SHAPES else None)
    files.findings += reading.findings
    if reading.data is None:
        files.broken = True
        return
    files.mended[name] = reading.text.encode("utf-8", "replace")
    parts = [part for part in PARTS if part not in files.present] if name == HEAD else []
    data, notices = migrated(reading.data, name, own, *parts)
    files.findings += notices
    files.sheets[own] = Sheet(name, text, data, reading.places)
    found = parted(data, files.present) if name == HEAD else (Part(own, name, data),)
    for part in found:
        if part.name in SHAPES:
            files.findings += check(part.name, part.data, text, name, reading.places)
