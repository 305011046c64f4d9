"""A commercial code: phrases as words of five letters, in one part or in two; made for practice."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import ascii_uppercase
from typing import Annotated

from cablesim.codes.telegraph.checks import WORDS, word_of
from cablesim.systems.errors import SystemRefused
from cablesim.systems.parameters import Choice
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.reading import Signs

BOOKS = ("one-part", "two-part")
BEGIN, END = "(begin spell)", "(end spell)"
_FIVE = 5
# Invented for practice; no phrase is from any book.
_PHRASES = """
ACCEPT|ACCEPT YOUR OFFER|ACCEPTED|ACCORDING TO|ACCORDING TO YOUR INSTRUCTIONS|ACCOUNT
ACKNOWLEDGE|ADVANCE|ADVISE|ADVISE BY TELEGRAPH|AFTER|AGAIN|AGENT|AGREE|AGREED|AGREEMENT|ALL
ALREADY|AMOUNT|AND|ANSWER|ANSWER AT ONCE|APPROVE|APPROVED|APRIL|ARE|ARRIVE|ARRIVED
ARRIVED SAFELY|AS|AS SOON AS|AS SOON AS POSSIBLE|AT|AT ONCE|AUGUST|AWAIT|AWAITING YOUR REPLY
BANK|BANK DRAFT|BE|BEFORE|BEGIN|BETWEEN|BILL|BILL OF LADING|BOUGHT|BUY|BY|CANCEL|CANCELLED
CANNOT|CANNOT ACCEPT|CARGO|CHANGE|CHARGES|CHEAPER|CLOSE|COAL|COMPANY|COMPLETE|CONFIRM
CONFIRM BY LETTER|CONFIRMED|CONTRACT|COPPER|COST|COTTON|CREDIT|DATE|DAY|DAYS|DECEMBER|DECLINE
DELAY|DELAYED|DELIVER|DELIVERED|DELIVERY|DEMAND|DEPART|DISCOUNT|DO|DO NOT|DO NOT BUY|DO NOT SELL
DOLLARS|DOUBT|DUE|DURING|EARLY|ENGINE|ENQUIRE|ERROR|EXCHANGE|EXPECT|EXPECT TO ARRIVE|EXPENSES
EXPORT|FEBRUARY|FIRM|FIRST|FOLLOWING|FOR|FOR ACCOUNT OF|FREIGHT|FRIDAY|FROM|FULL|FURTHER|GIVE
GOODS|GRAIN|GUARANTEE|HALF|HAS|HAVE|HAVE NOT|HAVE NOT RECEIVED|HE|HIGHER|HOLD|HOUSE|HOW|HOW MANY
HOW MUCH|HUNDRED|IF|IF NOT|IF POSSIBLE|IMMEDIATELY|IMPORT|IN|IN REPLY TO
IN REPLY TO YOUR TELEGRAM|INCREASE|INSTRUCTIONS|INSURANCE|INSURED|INTEREST|INVOICE|IRON|IS|IT
JANUARY|JULY|JUNE|KEEP|LAST|LATE|LESS|LETTER|LETTER FOLLOWS|LIMIT|LOAD|LOADED|LOADING|LOSS|LOWER
MACHINERY|MAIL|MARCH|MARKET|MAY|MEET|MESSAGE|MONDAY|MONEY|MONTH|MORE|MUST|NAME|NECESSARY|NEW
NEXT|NO|NO DOUBT|NOT|NOTHING|NOVEMBER|NOW|NUMBER|OCTOBER|OF|OFFER|OFFICE|OIL|ON|ON ACCOUNT OF
ON ARRIVAL|ON BOARD|ONE|OPEN|OR|ORDER|OUR|PAID|PART|PARTNER|PAY|PAYMENT|PAYMENT ON DELIVERY
PER CENT|PLEASE|PLEASE CONFIRM|PLEASE REPEAT|PORT|POSSIBLE|POUNDS|PREMIUM|PRICE
PRICES ARE FALLING|PRICES ARE RISING|PROFIT|PROMISE|PROPOSAL|PURCHASE|QUALITY|QUANTITY|QUARTER
QUOTE|RAILWAY|RATE|READY|RECEIVE|RECEIVED|REFER|REFUSE|REFUSED|REGRET|REMAIN|REMIT|REPAIR|REPEAT
REPLY|REPORT|REQUEST|REQUIRE|RESERVE|RISK|SAIL|SAILED|SAILS|SAMPLE|SATURDAY|SECOND|SECURITY|SELL
SEND|SEND MONEY|SENT|SEPTEMBER|SHIP|SHIPMENT|SHIPPED|SIGN|SIGNED|SILK|SOLD|SOON|STATE|STEAMER
STEEL|STOCK|STOP|STORE|SUGAR|SUNDAY|TAKE|TEA|TELEGRAM|TELEGRAPH|TERMS|THAT|THE|THIRD|THIS
THOUSAND|THURSDAY|TIMBER|TIME|TO|TODAY|TOMORROW|TON|TONS|TRAIN|TUESDAY|UNABLE TO|UNDERSTAND
UNTIL|URGENT|VALUE|VESSEL|WAIT|WE|WE ACCEPT|WE REGRET|WEATHER|WEDNESDAY|WEEK|WEIGHT|WHAT|WHEAT
WHEN|WHEN WILL|WHERE|WHO|WILL|WITH|WITHOUT|WOOL|YEAR|YES|YESTERDAY|YOU|YOUR|YOUR LETTER
YOUR OFFER|YOUR TELEGRAM|YOUR TELEGRAM RECEIVED|ZINC
"""


def phrases() -> tuple[str, ...]:
    """Return the book's phrases in alphabetical order."""
    found = {" ".join(part.split()) for line in _PHRASES.split("\n") for part in line.split("|")}
    return tuple(sorted(found - {""}))


@cache
def book(kind: str) -> dict[str, str]:
    """Return entry and code word; entries are phrases, letters, figures and the two spell marks.

    In one part code words rise with the phrases; in two parts they stand in an order drawn once.
    """
    entries = [BEGIN, END, *(f"({sign})" for sign in ascii_uppercase + "0123456789"), *phrases()]
    step = WORDS // (len(entries) + 1)
    words = [word_of((place + 1) * step) for place in range(len(entries))]
    if kind == BOOKS[1]:
        words.sort(key=lambda word: hashlib.sha256(f"practice {word}".encode()).digest())
    return dict(zip(entries, words, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class CommercialCode(Letters):
    """Phrases of a code book as words of five letters.

    What the clerk does: he looks for the longest phrase of the book at each place of the text and
    writes its code word; what the book lacks he spells between two marks.

    The rule: the longest entry first; in a one-part book code words rise with the phrases, so one
    book serves both ways; in a two-part book they do not, and each way has a half of its own. Any
    two code words differ in two letters.

    Source: made for practice by this project; no phrase and no code word is from any book.

    Traps: a code saves words and is no secret where the book can be bought. Blanks part words and
    count; other signs than letters and figures are refused.

    >>> from cablesim.codes import registry
    >>> system = registry.system("commercial-code")
    >>> system.decipher(system.encipher("WE ACCEPT YOUR OFFER").result).result
    'WE ACCEPT YOUR OFFER'
    >>> len(system.encipher("WE ACCEPT YOUR OFFER").result.split())
    2
    """

    book: Annotated[str, Choice(BOOKS), "in one part, or in two"] = BOOKS[1]

    @property
    def plain(self) -> Signs:
        """Letters, figures and blanks between words."""
        return Signs(ascii_uppercase + "0123456789 ", name="letters, figures and blanks")

    @property
    def cipher(self) -> Signs:
        """Letters."""
        return Signs(ascii_uppercase, name="letters")

    def conventions(self) -> Iterator[str]:
        """Yield the book."""
        yield f"book: {self.book}, {len(book(self.book))} entries, made for practice"
        yield "the longest phrase first; spelled between two marks where the book lacks a word"

    def returned(self, text: str) -> str:
        """Return the words with one blank between."""
        return " ".join(text.split())

    def _entries(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield what is written for a text: the words meant, and the book's entry."""
        known, words, at = book(self.book), text.split(), 0
        while at < len(words):
            size = next(
                (
                    size
                    for size in range(min(6, len(words) - at), 0, -1)
                    if " ".join(words[at : at + size]) in known
                ),
                0,
            )
            if size:
                phrase = " ".join(words[at : at + size])
                yield phrase, phrase
                at += size
                continue
            yield "", BEGIN
            yield from ((sign, f"({sign})") for sign in words[at])
            yield "", END
            at += 1

    def encipher(self, text: str) -> str:
        """Return the code words with blanks between."""
        known = book(self.book)
        return " ".join([known[entry] for _, entry in self._entries(text)])

    def decipher(self, text: str) -> str:
        """Return the phrases of the code words."""
        return "".join([given for _, _, given in self._read(text)])

    def _read(self, text: str) -> Iterator[tuple[str, str, str]]:
        """Yield code word, entry and what it gives; raises at a word that is not in the book."""
        entries = {word: entry for entry, word in book(self.book).items()}
        spelling, first = False, True
        for start in range(0, len(text), _FIVE):
            word = text[start : start + _FIVE]
            entry = entries.get(word)
            if entry is None:
                raise SystemRefused(
                    f"word {start // _FIVE + 1}: {word} is not in the {self.book} book; look for a "
                    "wrong letter, or take the other book"
                )
            gives = ""
            if entry in (BEGIN, END):
                spelling = entry == BEGIN
                gives = "" if first or not spelling else " "
            elif entry.startswith("("):
                gives = entry[1] if spelling or first else f" {entry[1]}"
            else:
                gives = entry if first else f" {entry}"
            first = first and not gives and entry != BEGIN
            yield word, entry, gives

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name phrase and code word."""
        return ("phrase", "word") if way is Way.ENCIPHER else ("word", "phrase")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every code word."""
        if way is Way.DECIPHER:
            for word, entry, gives in self._read(text):
                yield Row((word, entry), gives)
            return
        known = book(self.book)
        for place, (_, entry) in enumerate(self._entries(text)):
            yield Row((entry, known[entry]), f" {known[entry]}" if place else known[entry])


SYSTEMS = (
    System(
        "commercial-code",
        "telegraph",
        "Commercial code",
        CommercialCode,
        example=Example("WE ACCEPT YOUR OFFER LETTER FOLLOWS", {"book": "two-part"}),
    ),
)
