"""The code book with a one-time pad as a procedure: the teaching system of the practice book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cablesim.codes.additive import Enciphered, decipher, encipher
from cablesim.codes.codebook import GROUP_SIZE, CodeBook
from cablesim.codes.decoding import decode
from cablesim.codes.encoding import FIVE, SPELLED, Encoded, encode
from cablesim.codes.normal import Normal, normal
from cablesim.codes.pad import LEAST_GROUPS, Pad, PadPage
from cablesim.codes.reception import Inspection, inspect
from cablesim.office.event import Form
from cablesim.office.service import RepeatRequest
from cablesim.scenario.procedure import Draws, Groups, Incoming, Made, Outgoing, Reception, Variant
from cablesim.text.groups import cut, regrouped, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.modern.digits import Stream

USUAL_GROUPS = 60
SPARE_PAGES = 1


@dataclass(frozen=True, slots=True)
class BookAndPad:
    """A book, a pad of pages (None: as many as needed and one more) and what the closing says."""

    title: str
    code: CodeBook
    pages: int | None = None
    groups: int = USUAL_GROUPS
    serial: int = 1
    day: int = 1

    @property
    def book(self) -> CodeBook:
        """The code book."""
        return self.code

    @property
    def variant(self) -> Variant | None:
        """The line damages the groups; there are no others."""
        return None

    @property
    def pinned(self) -> Groups:
        """There are none: the cipher is made up."""
        return ()

    def send(self, text: str, draws: Draws) -> Outgoing:
        """Encode and encipher; raises `CodeError` where book or pad cannot do it."""
        own = normal(text)
        encoded = encode(own.text, self.code)
        placode = regrouped(encoded.groups, FIVE)
        pad = practice_pad(draws("draw1|pad"), self._pages(len(placode)), self.groups)
        return BookMessage(own, self.code, encoded, pad, self._enciphered(placode, pad))

    def _pages(self, groups: int) -> int:
        """Return how many pages the pad has for a message of so many groups."""
        room = self.groups - LEAST_GROUPS + 1
        return self.pages or -(-groups // room) + SPARE_PAGES

    def _enciphered(self, placode: Sequence[str], pad: Pad) -> Enciphered:
        """Return the message in cipher."""
        return encipher(placode, pad, serial=self.serial, day=self.day)


def practice_pad(draw: Stream, count: int, groups: int) -> Pad:
    """Draw a pad of pages whose first groups all differ, so that each names its page."""
    pages: list[PadPage] = []
    indicators: set[str] = set()
    while len(pages) < count:
        row = cut(draw.figures(FIVE * groups), FIVE)
        if row[0] not in indicators:
            indicators.add(row[0])
            pages.append(PadPage(len(pages) + 1, row))
    return Pad(tuple(pages))


@dataclass(frozen=True, slots=True)
class BookMessage:
    """A message through book and pad, with everything its receiver needs."""

    own: Normal
    code: CodeBook
    placode: Encoded
    pad: Pad
    cipher: Enciphered

    @property
    def prepared(self) -> str:
        """The text as the book can write it."""
        return self.own.text

    @property
    def changed(self) -> tuple[str, ...]:
        """What the book's rules changed."""
        return self.own.summary()

    @property
    def registered(self) -> tuple[str, ...]:
        """Serial and day."""
        return (
            (
                f"The practice telegram gets serial {self.cipher.serial:03d} of day "
                f"{self.cipher.day:02d} in a register of our own."
            ),
            "Both go into the last groups of the message, where the receiver looks for them.",
        )

    @property
    def encoded(self) -> Made:
        """The four-figure groups of the book."""
        spelled = sum(item.how == SPELLED for item in self.placode.written)
        notes = (
            f"Our book has {len(self.code):,} entries; the longest entry that fits is taken.",
            *(f"Changed before encoding: {sentence}." for sentence in self.changed),
            (
                f"The text takes {len(self.placode.groups):,} groups of four figures; "
                f"{spelled} words are spelled because the book lacks them."
            ),
        )
        groups = written(self.placode.groups)
        return Made("Code groups", Form.PLACODE, groups, notes, self.placode.working())

    @property
    def enciphered(self) -> Made:
        """The five-figure groups after the pad."""
        first, last = self.cipher.parts[0].page.number, self.cipher.parts[-1].page.number
        notes = (
            (
                f"Run together and cut into fives, {len(self.cipher.encicode):,} groups meet the "
                f"pad: pages {first} to {last} of our practice pad."
            ),
            (
                "Each page is struck out at once; here "
                f"{len(self.cipher.pad.spent)} of {len(self.pad.pages)} are spent now."
            ),
        )
        groups = written(self.cipher.encicode)
        return Made("Enciphered groups", Form.ENCICODE, groups, notes, self.cipher.working())

    @property
    def cryptogram(self) -> Groups:
        """Indicators, cipher groups, checks and closing."""
        return self.cipher.cryptogram

    @property
    def sending(self) -> str:
        """What goes on the wire."""
        return (
            f"{len(self.cryptogram):,} groups go out: indicators, cipher groups, checks "
            "and four closing groups. Nothing else is on the line."
        )

    def receive(self, received: Groups) -> Reception:
        """Check section by section; faulty ones are asked for again and put in their places.

        Places are asked for as they were sent: every section before a faulty one is whole by then.
        Where the sections themselves cannot be told apart, everything is asked for again.
        """
        inspection = inspect(received, self.pad)
        notes = tuple(_seen(inspection))
        sections = self.cipher.sections
        if len(inspection.sections) != len(sections):
            everything = RepeatRequest(1, len(self.cryptogram))
            return Reception(notes, (everything,), (self.cryptogram,), sections)
        requests: list[RepeatRequest] = []
        repeats: list[Groups] = []
        first = 1
        for found, true in zip(inspection.sections, sections, strict=True):
            if not found.sound:
                requests.append(RepeatRequest(first, first + len(true) - 1))
                repeats.append(true)
            first += len(true)
        whole = tuple(
            found.groups if found.sound else true
            for found, true in zip(inspection.sections, sections, strict=True)
        )
        return Reception(notes, tuple(requests), tuple(repeats), whole)

    def read(self, reception: Reception) -> Incoming:
        """Take the pad off and read the groups in the book."""
        plain = decipher(reception.whole, self.pad)
        decoded = decode(regrouped(plain.placode, GROUP_SIZE), self.code)
        same = decoded.text == self.prepared
        verdict = (
            "Sign for sign it is the text that was encoded: capitals for small letters, "
            "nothing lost."
            if same
            else f"It differs from what was encoded; {len(decoded.doubts)} places are in doubt."
        )
        taken_off = (
            "The first group of each section names the page; that page is taken off again.",
            f"On this side too, {len(plain.pad.spent)} pages are struck out now.",
        )
        return Incoming(
            Made(
                "Code groups again",
                Form.PLACODE,
                written(plain.placode),
                taken_off,
                plain.working(),
            ),
            Made("Recovered text", Form.PLAIN, decoded.text, (verdict,), decoded.working()),
        )

    def beside(self) -> tuple[Sequence[str], Sequence[str]]:
        """Return the groups of the first page and its additive."""
        part = self.cipher.parts[0]
        return part.below, part.additive


def _seen(inspection: Inspection) -> list[str]:
    """Return what the clerk sees: the count, and every section's faults."""
    stated = inspection.stated
    count = (
        f"{inspection.received:,} groups came in; the message itself states {stated:,}."
        if stated is not None
        else f"{inspection.received:,} groups came in; the count in the message cannot be read."
    )
    faults = [
        f"Section {index + 1}, from group {section.first}: {', '.join(section.faults)}."
        for index, section in enumerate(inspection.sections)
        if not section.sound
    ]
    return [count, *(faults or ["Every section's check agrees: nothing was damaged."])]
