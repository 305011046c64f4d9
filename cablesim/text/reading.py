"""Reading a writer's text into the signs that a system takes, with a ledger of every change.

Lower case is read as upper case, merged letters as their stand-in, blanks and line ends are left
out; any other sign is refused with its place, unless it is to be kept where it stands or left out.
A text that needs no change is recognised at the speed of the memory.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from cablesim.errors import CablesimError
from cablesim.text.alphabet import Alphabet, Merge
from cablesim.text.ledger import Change, ChangeKind, Ledger

_BLOCK = 1 << 16
_CODEC = "iso8859_5"  # Holds ASCII and all Russian letters, one byte each.
_SHOWN = bytes([*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)])


class ForeignSign(CablesimError):  # noqa: N818 - the name says what was found.
    """A text holds a sign that the system does not take."""

    def __init__(self, sign: str, place: int, taken: str) -> None:
        super().__init__(
            f"place {place}: {sign!a} (U+{ord(sign[0]):04X}) is not one of {taken}; write it in "
            "those signs, or have other signs kept or dropped (others=keep, others=drop)"
        )
        self.sign, self.place, self.taken = sign, place, taken


class Others(Enum):
    """What becomes of signs that a system does not take."""

    REFUSE = "refuse"
    KEEP = "keep"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs that a system takes, upper case; none named: any sign that shows.

    Where a blank is one of them, it stays. `raw` takes a text as it stands, whatever it holds.
    """

    taken: str = ""
    merges: tuple[Merge, ...] = ()
    name: str = ""
    raw: bool = False

    @classmethod
    def of(cls, alphabet: Alphabet, more: str = "") -> Signs:
        """Return the signs of an alphabet, and some more."""
        return cls(alphabet.signs + more, alphabet.merges, alphabet.name)

    def described(self) -> str:
        """Return the signs as a refusal names them."""
        return f"{self.name} {self.taken}".strip() if self.taken else "the signs that show"


ANY = Signs()
RAW = Signs(raw=True)


@dataclass(frozen=True, slots=True)
class Read:
    """A text as a system takes it: its signs, and what was written."""

    written: str
    text: str
    signs: Signs
    others: Others
    kept_case: bool

    @property
    def ledger(self) -> Ledger:
        """Every change from what was written, in order."""
        return Ledger(lambda: _changes(self))

    def restored(self, result: str) -> str:
        """Return a result of one sign for one sign in the writer's case, kept signs in place."""
        if self.written is self.text:
            return result
        return "".join(piece for _, piece in self.pieces(result))

    def pieces(self, result: str) -> Iterator[tuple[bool, str]]:
        """Yield (from the result, signs), run by run as the writer's text has them."""
        at = 0
        text = _composed(self.written)
        for match in _runs(text, self.signs).finditer(text):
            run, kind = match.group(), match.lastgroup
            if kind in ("blank", "foreign"):
                if self.others is Others.KEEP:
                    yield False, run
                continue
            piece = result[at : at + len(run)]
            at += len(run)
            yield True, piece.lower() if kind == "lower" and self.kept_case else piece


def read(
    text: str, signs: Signs, others: Others = Others.REFUSE, *, keep_case: bool = False
) -> Read:
    """Read a text into the signs of a system.

    `keep_case` is for systems of one sign for one sign: the result takes the writer's case, and
    case is then no loss. Raises `ForeignSign` where a sign is not taken and others are refused.
    """
    if _clean(text, signs):
        return Read(text, text, signs, others, kept_case=keep_case)
    composed = _composed(text)
    foreign = _foreign(composed, signs)
    if foreign and others is Others.REFUSE:
        place = next(place for place, sign in enumerate(composed, 1) if sign in foreign)
        raise ForeignSign(composed[place - 1], place, signs.described())
    table = _table(signs) | {ord(sign): None for sign in foreign} | _blanks(composed, signs)
    return Read(text, composed.translate(table), signs, others, kept_case=keep_case)


def _composed(text: str) -> str:
    """Return the text with letters and their marks as one sign each (NFC)."""
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text
    return unicodedata.normalize("NFC", text)


def _clean(text: str, signs: Signs) -> bool:
    """Say whether a text holds nothing but signs that are taken as they stand."""
    if signs.raw:
        return True
    single = _single(signs.taken) if signs.taken else _SHOWN
    if single is not None:
        codec = "ascii" if text.isascii() else _CODEC
        try:
            return _all_of(text, single, codec, shows=not signs.taken and codec == "ascii")
        except UnicodeEncodeError:
            pass
    if signs.taken:
        return set(text) <= set(signs.taken)
    return not any(sign.isspace() or _hidden(sign) for sign in set(text)) and text == _composed(
        text
    )


def _all_of(text: str, single: bytes, codec: str, *, shows: bool) -> bool:
    """Say whether a text holds these bytes only; `shows` where letters and figures are of them."""
    # Block by block: memory that is used again is faster than memory that is new.
    for start in range(0, len(text), _BLOCK):
        block = text[start : start + _BLOCK].encode(codec)
        # Letters and figures alone: the usual case, and the fastest to tell.
        if not (shows and block.isalnum()) and block.translate(None, single):
            return False
    return True


@cache
def _single(taken: str) -> bytes | None:
    """Return the signs as single bytes; none where one of them has none."""
    try:
        return taken.encode(_CODEC)
    except UnicodeEncodeError:
        return None


def _hidden(sign: str) -> bool:
    """Say whether a sign is not seen, or hangs on the one before it."""
    return unicodedata.category(sign)[0] in "MCZ"


def _foreign(text: str, signs: Signs) -> frozenset[str]:
    """Return the signs of a text that are not taken, not read as another, and no blanks."""
    found = {sign for sign in set(text) if not sign.isspace()}
    if not signs.taken:
        return frozenset(filter(_hidden, found))
    return frozenset(found.difference(map(chr, _table(signs))))


@cache
def _table(signs: Signs) -> dict[int, str | None]:
    """Return what each sign is read as: itself, its upper case, its stand-in."""
    read_as = {sign: sign for sign in signs.taken} | dict(signs.merges)
    lower = {
        sign.lower(): meant
        for sign, meant in read_as.items()
        if len(sign.lower()) == 1 and sign.lower() not in read_as
    }
    return {ord(sign): meant for sign, meant in (lower | read_as).items()}


def _blanks(text: str, signs: Signs) -> dict[int, str | None]:
    """Return what becomes of the blanks of a text: nothing, or one kind of blank."""
    meant = " " if " " in signs.taken else None
    return {ord(sign): meant for sign in set(text) if sign.isspace() and sign not in signs.taken}


def _runs(text: str, signs: Signs) -> re.Pattern[str]:
    """Return the pattern that cuts a text into runs: taken, lower case, merged, blank, foreign."""
    foreign = _foreign(text, signs)
    blank = {sign for sign in set(text) if sign.isspace()} - set(signs.taken)
    known = set(map(chr, _table(signs))) if signs.taken else set(text) - foreign - blank
    merged = {written for written, _ in signs.merges} & known
    lower = {sign for sign in known - set(signs.taken) - merged if signs.taken}
    classes = {
        "taken": known - lower - merged,
        "lower": lower,
        "merged": merged,
        "blank": blank,
        "foreign": foreign,
    }
    return re.compile(
        "|".join(
            f"(?P<{name}>[{''.join(map(re.escape, sorted(members)))}]+)"
            for name, members in classes.items()
            if members
        )
        or "(?!)"
    )


def _changes(reading: Read) -> Iterator[Change]:
    """Yield every change of a reading, run by run; places are those of the composed text."""
    if reading.written is reading.text:
        return
    text = _composed(reading.written)
    if text != reading.written:
        yield from _compositions(reading.written)
    table = _table(reading.signs)
    for match in _runs(text, reading.signs).finditer(text):
        run, place = match.group(), match.start() + 1
        match match.lastgroup:
            case "blank" if " " not in reading.signs.taken:
                kept = reading.others is Others.KEEP and reading.kept_case
                kind = ChangeKind.KEPT if kept else ChangeKind.BLANK
                yield Change(kind, place, run, run if kept else "")
            case "foreign":
                kept = reading.others is Others.KEEP and reading.kept_case
                kind = ChangeKind.KEPT if kept else ChangeKind.DROPPED
                yield Change(kind, place, run, run if kept else "")
            case "merged":
                yield Change(ChangeKind.MERGED, place, run, run.translate(table))
            case "lower":
                yield from _lower(run, place, reading, table)
            case _:
                pass


def _compositions(written: str) -> Iterator[Change]:
    """Yield every letter that was written with its marks apart, or as a sign of another number."""
    marks = {sign for sign in set(written) if unicodedata.combining(sign)}
    cluster = f"[{''.join(map(re.escape, sorted(marks)))}]*" if marks else ""
    shrunk = 0
    for match in re.finditer(rf"(?s:.){cluster}", written):
        composed = unicodedata.normalize("NFC", match.group())
        if composed != match.group():
            yield Change(ChangeKind.COMPOSED, match.start() + 1 - shrunk, match.group(), composed)
            shrunk += len(match.group()) - len(composed)


def _lower(run: str, place: int, reading: Read, table: dict[int, str | None]) -> Iterator[Change]:
    """Yield what changed in a run of lower case: its case, and letters that are merged."""
    meant = run.translate(table)
    if not reading.kept_case:
        yield Change(ChangeKind.CASE, place, run, meant)
        return
    for at, (sign, letter) in enumerate(zip(run, meant, strict=True), place):
        if sign.upper() != letter:
            yield Change(ChangeKind.MERGED, at, sign, letter.lower())
