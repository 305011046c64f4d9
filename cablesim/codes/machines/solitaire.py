"""Solitaire: a pack of cards with two jokers gives the key letters, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.keys import key_numbers
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Choice, Word
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.alphabet import LATIN26
from cablesim.text.bulk import added, less_from, modulo, numbers, spelled
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import Signs

A_JOKER, B_JOKER, CARDS = 53, 54, 54
_GROUP, _FILL = 5, "X"
SIGNS = LATIN26.signs


@dataclass(frozen=True, slots=True)
class Deck:
    """54 cards from the top: numbers 1 to 52, A or 53, B or 54; `1..52` for cards in a row."""

    choices: tuple[str, ...] = ()
    kind: str = "cards from the top: 1 to 52, jokers A (53) and B (54); 1..52 for a row"

    def read(self, name: str, value: object) -> tuple[int, ...]:
        """Return the cards."""
        if isinstance(value, Sequence) and not isinstance(value, str):
            value = " ".join(map(str, value))
        text = value.upper() if isinstance(value, str) else ""
        # In "A joker 53" the number says it all.
        text = re.sub(r"\b[AB]\s*JOKER\s*(?==?\s*\d)|JOKER|[,;=]", " ", text)
        cards: list[int] = []
        for word in re.sub(r"\s*(\.\.|-)\s*", "-", text).split():
            found = re.fullmatch(r"(\d{1,2})(?:-(\d{1,2}))?|A|B", word)
            if found is None:
                raise ParameterRefused(name, f"'{word}' is no card; write {self.kind}")
            if found[1] is None:
                cards.append(A_JOKER if word == "A" else B_JOKER)
            else:
                cards.extend(range(int(found[1]), int(found[2] or found[1]) + 1))
        if sorted(cards) != list(range(1, CARDS + 1)):
            raise ParameterRefused(
                name, f"{len(cards)} cards, or one of them twice; write each of the 54 once"
            )
        return tuple(cards)


@dataclass(frozen=True, slots=True, kw_only=True)
class Solitaire(Letters):
    """A keyed pack of cards gives a number for every letter, which is added to it.

    What the clerk does: he puts the pack in order by the passphrase, draws a number for every
    letter by moving the jokers and cutting twice, and adds it to the letter. The receiver puts a
    pack in the same order and subtracts.

    The rule: joker A goes down one card, joker B down two, past the bottom as if the pack were a
    ring without a place above the top; what lies above the upper joker changes places with what
    lies below the lower one; as many cards as the bottom one counts go from the top to just above
    the bottom. The top card's number counts down to the card drawn; a joker gives nothing and all
    is done again. Keying does the same for every letter of the passphrase, then cuts once more by
    the letter's number instead of drawing. Letters count from A as 1; cipher is text plus number,
    modulo 26.

    Source: B. Schneier, "The Solitaire Encryption Algorithm", and its vectors: solitaire-01,
    solitaire-03, solitaire-05.

    Traps: both jokers count 53. A joker that falls from the bottom comes to lie below the top card,
    never above it. Schneier fills the last group of five with X, which stay when it is deciphered:
    `fill=X`. A pack that is used twice betrays both texts.

    >>> from cablesim.codes import registry
    >>> registry.system("solitaire").encipher("AAAAAAAAAAAAAAA").result
    'EXKYIZSGEHUNTIQ'
    >>> system = registry.system("solitaire")
    >>> system.encipher("SOLITAIRE", passphrase="CRYPTONOMICON", fill="X").result
    'KIRAKSFJAN'
    """

    sign_for_sign: ClassVar[bool] = False
    passphrase: Annotated[
        str, Word(empty=True), "the letters that order the pack; nothing: it stays as it is"
    ] = ""
    deck: Annotated[tuple[int, ...], Deck(), "the pack before keying, from the top"] = tuple(
        range(1, CARDS + 1)
    )
    fill: Annotated[str, Choice(("none", "X")), "what fills the last group of five"] = "none"

    @property
    def plain(self) -> Signs:
        """The 26 Latin letters."""
        return Signs.of(LATIN26)

    def conventions(self) -> Iterator[str]:
        """Yield the pack, the key, the filling."""
        ordered = self.deck == tuple(range(1, CARDS + 1))
        yield f"pack: {'1 to 52, A, B' if ordered else ' '.join(map(str, self.deck))}"
        yield f"passphrase: {self.passphrase or 'none'}"
        yield "both jokers count 53; cipher is text plus number, A is 1"
        yield "last group of five filled with X" if self.fill == _FILL else "nothing is filled in"

    def _filler(self, text: str) -> str:
        """Return what fills the last group."""
        return _FILL * (-len(text) % _GROUP) if self.fill == _FILL else ""

    def returned(self, text: str) -> str:
        """Return the text with its filling."""
        return text + self._filler(text)

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield the filling."""
        filler = self._filler(text)
        if way is Way.ENCIPHER and filler:
            yield Change(ChangeKind.NULL, len(text) + 1, "", filler)

    def encipher(self, text: str) -> str:
        """Return the text plus the numbers drawn."""
        row = numbers(self.returned(text), SIGNS)
        return spelled(added(row, self._drawn(len(row))).translate(modulo(26)), SIGNS)

    def decipher(self, text: str) -> str:
        """Return the text less the numbers drawn."""
        row = numbers(text, SIGNS)
        drawn = self._drawn(len(row)).translate(less_from(0, 26))
        return spelled(added(row, drawn).translate(modulo(26)), SIGNS)

    def _drawn(self, count: int) -> bytes:
        """Return as many cards drawn, jokers left out."""
        deck = bytearray(self.deck)
        for number in key_numbers("passphrase", self.passphrase, LATIN26):
            deck = _moved(deck)
            deck = deck[number + 1 : -1] + deck[: number + 1] + deck[-1:]
        out = bytearray()
        while count:
            deck = _moved(deck)
            card = deck[deck[0]] if deck[0] < B_JOKER else deck[A_JOKER]
            if card < A_JOKER:
                out.append(card)
                count -= 1
        return bytes(out)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name letter, the pack's top, bottom and jokers, the card drawn, result."""
        first, last = ("plain", "cipher") if way is Way.ENCIPHER else ("cipher", "plain")
        return first, "jokers at", "top card", "bottom card", "drawn", last

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every card drawn; a joker gives nothing."""
        cards = list(self.deck)
        for letter in self.passphrase:
            _by_hand(cards)
            _cut(cards, SIGNS.index(letter) + 1)
        for letter in self.returned(text) if way is Way.ENCIPHER else text:
            drawn = A_JOKER
            while drawn >= A_JOKER:
                _by_hand(cards)
                drawn = cards[_count(cards[0])]
                jokers = f"{cards.index(A_JOKER) + 1} {cards.index(B_JOKER) + 1}"
                seen = (jokers, str(cards[0]), str(cards[-1]))
                if drawn >= A_JOKER:
                    joker = "A" if drawn == A_JOKER else "B"
                    yield Row((letter, *seen, joker, ""), "", "joker: draw again")
            value = SIGNS.index(letter) + 1
            total = value + drawn if way is Way.ENCIPHER else value - drawn
            found = SIGNS[(total - 1) % 26]
            remark = f"{value} and {drawn} give {(total - 1) % 26 + 1}"
            yield Row((letter, *seen, str(drawn), found), found, remark)


def _moved(deck: bytearray) -> bytearray:
    """Return the pack after both jokers have moved and both cuts have been made."""
    at = deck.index(A_JOKER)
    del deck[at]
    deck.insert(at + 1 if at < A_JOKER else 1, A_JOKER)
    at = deck.index(B_JOKER)
    del deck[at]
    lower = at + 2 if at < 52 else at - 51  # noqa: PLR2004 - the last two cards.
    deck.insert(lower, B_JOKER)
    upper = deck.index(A_JOKER)
    if upper > lower:
        upper, lower = lower, upper
    if not upper:
        # A joker comes to the bottom: the second cut changes nothing.
        return deck[lower + 1 :] + deck[: lower + 1]
    bottom = deck[upper - 1]
    deck = deck[lower + 1 :] + deck[upper : lower + 1] + deck[:upper]
    return deck[bottom:-1] + deck[:bottom] + deck[-1:]


def _count(card: int) -> int:
    """Return how far a card counts: both jokers as 53."""
    return min(card, A_JOKER)


def _cut(cards: list[int], count: int) -> None:
    """Put cards from the top just above the bottom one, one at a time."""
    for _ in range(count):
        cards.insert(len(cards) - 2, cards.pop(0))


def _by_hand(cards: list[int]) -> None:
    """Move the jokers down card by card, then cut twice."""
    for joker in (A_JOKER, B_JOKER, B_JOKER):
        place = cards.index(joker)
        cards.remove(joker)
        cards.insert(place % (CARDS - 1) + 1, joker)
    first, second = sorted((cards.index(A_JOKER), cards.index(B_JOKER)))
    above, between, below = cards[:first], cards[first : second + 1], cards[second + 1 :]
    cards[:] = [*below, *between, *above]
    _cut(cards, _count(cards[-1]))


SYSTEMS = (
    System(
        "solitaire",
        "machines",
        "Solitaire",
        Solitaire,
        presets={"schneier": {"fill": "X"}},
        aliases={"key": "passphrase"},
    ),
)
