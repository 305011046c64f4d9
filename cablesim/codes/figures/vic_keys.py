"""The key of a VIC message: figures drawn from a date, a line of a song and a group of five.

Two roads lead to the same lines: `derived` works on whole rows, `counted` goes figure by figure as
the clerk does and says what he does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.figures.rows import added_in, chained, less_in
from cablesim.codes.keys import key_letters, ranks, read_off
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import AUTO, AlphabetOf, Digits, Whole, Word
from cablesim.systems.system import Letters
from cablesim.text.alphabet import LATIN26, RUSSIAN30, Alphabet

TEN = 10
HALF = 5
# Nought is the last figure: it counts as ten.
ORDER = "1234567890"
BLOCK = "KLMNP"


@dataclass(frozen=True, slots=True)
class Derived:
    """All lines of a derivation by their letters, and the two widths."""

    lines: dict[str, str]
    widths: tuple[int, int]

    @property
    def first(self) -> str:
        """The key of the first transposition."""
        return self.lines["Q"]

    @property
    def second(self) -> str:
        """The key of the second transposition."""
        return self.lines["R"]

    @property
    def header(self) -> str:
        """The figures over the checkerboard."""
        return self.lines["S"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed(Letters):
    """What the parts of the system share: song, date, number, group of five, alphabet."""

    keyword: Annotated[str, Word(empty=True), "the word in the top row of the checkerboard"] = ""
    phrase20: Annotated[str, Word(empty=True), "a line of a song: its first twenty letters"] = ""
    date_digits: Annotated[str, Digits(least=0), "the figures of a date, six as a rule"] = ""
    personal_number: Annotated[int, Whole(least=1, most=99), "the writer's own number"] = 1
    keygroup: Annotated[str, Digits(least=0, most=5), "the key group, five figures"] = ""
    alphabet: Annotated[Alphabet, AlphabetOf(LATIN26, RUSSIAN30), "the letters in their order"] = (
        AUTO
    )

    def phrase_halves(self) -> tuple[str, str]:
        """Return the two halves of the phrase, ten letters each."""
        letters = key_letters("phrase20", self.phrase20, self.alphabet)
        if len(letters) < 2 * TEN:
            raise ParameterRefused("phrase20", f"it has {len(letters)} letters; write twenty")
        return letters[:TEN], letters[TEN : 2 * TEN]

    def opening(self) -> tuple[str, str]:
        """Return the key group and the first five figures of the date."""
        if len(self.keygroup) != HALF:
            raise ParameterRefused("keygroup", "write five figures")
        if len(self.date_digits) < HALF:
            raise ParameterRefused("date_digits", "write six figures, five at least")
        return self.keygroup, self.date_digits[:HALF]

    def derived(self) -> Derived:
        """Return all lines, each row at once."""
        group, date = self.opening()
        left, right = self.phrase_halves()
        order = self.alphabet.signs
        start = less_in(group, date)
        chain = chained(start, TEN)
        first, second = sequence(left, order), sequence(right, order)
        total = added_in(chain, first)
        seed = total.translate(str.maketrans(ORDER, second))
        block = chained(seed, 6 * TEN)[TEN:]
        rows = dict(
            zip(BLOCK, (block[at : at + TEN] for at in range(0, 5 * TEN, TEN)), strict=True)
        )
        columns = read_off(ranks(seed, order=ORDER))
        drawn = "".join(block[column::TEN] for column in columns)
        widths = self.widths(rows["P"])
        lines = {
            "A": group,
            "B": date,
            "C": chain,
            "D": left + right,
            "E": first + second,
            "E1": first,
            "E2": second,
            "F": chain + ORDER,
            "F1": chain,
            "F2": ORDER,
            "G": total,
            "H": seed,
            "J": sequence(seed, ORDER),
            **rows,
            "Q": drawn[: widths[0]],
            "R": drawn[widths[0] : sum(widths)],
            "S": sequence(rows["P"], ORDER),
            "K-P": block,
            "widths": " ".join(map(str, widths)),
        }
        return Derived(lines, widths)

    def widths(self, last: str) -> tuple[int, int]:
        """Return the widths of the two tables: the number plus the last two unlike figures."""
        after = last[-1]
        before = next((figure for figure in reversed(last) if figure != after), after)
        widths = (self.personal_number + int(before), self.personal_number + int(after))
        if sum(widths) > len(BLOCK) * TEN:
            raise ParameterRefused(
                "personal_number",
                f"tables {widths[0]} and {widths[1]} wide take more than the fifty figures; "
                "write a smaller number",
            )
        return widths

    def counted(self) -> Iterator[tuple[str, str, str]]:
        """Yield letter, figures and remark of every line, counted out figure by figure."""
        group, date = self.opening()
        left, right = self.phrase_halves()
        yield "A", group, "the key group"
        yield "B", date, "the first five figures of the date"
        chain = [(int(a) - int(b)) % 10 for a, b in zip(group, date, strict=True)]
        chain += _more(chain, HALF)
        yield "C", _row(chain), "A less B without borrowing, then chain addition to ten"
        yield "D", left + right, "the phrase in two halves"
        signs = self.alphabet.signs
        first, second = numbered(left, signs), numbered(right, signs)
        yield "E1", _row(first), "the first half numbered, 1 to 9 and 0, ties left to right"
        yield "E2", _row(second), "the second half numbered"
        total = [(a + b) % 10 for a, b in zip(chain, first, strict=True)]
        yield "G", _row(total), "C and E1 added without carrying"
        seed = [second[(figure or TEN) - 1] for figure in total]
        yield "H", _row(seed), "each figure of G names a place of E2, 1 to 9 and 0"
        yield "J", _row(numbered(_row(seed), ORDER)), "H numbered, 0 last"
        block = _more(seed, 5 * TEN)
        for at, letter in enumerate(BLOCK):
            yield letter, _row(block[at * TEN : (at + 1) * TEN]), "chain addition goes on from H"
        yield from self._keys(seed, block)

    def _keys(self, seed: list[int], block: list[int]) -> Iterator[tuple[str, str, str]]:
        """Yield the two keys and the header."""
        last = _row(block[-TEN:])
        widths = self.widths(last)
        wanted = sorted(range(TEN), key=lambda place: (seed[place] or TEN, place))
        drawn = [block[row * TEN + column] for column in wanted for row in range(len(BLOCK))]
        number = self.personal_number
        yield (
            "Q",
            _row(drawn[: widths[0]]),
            f"columns of K to P by J: {number} + {widths[0] - number}",
        )
        rest = drawn[widths[0] : sum(widths)]
        yield "R", _row(rest), f"the next figures: {number} + {widths[1] - number}"
        yield "S", _row(numbered(last, ORDER)), "P numbered, 0 last: over the checkerboard"


def sequence(text: str, order: str) -> str:
    """Return the figures that number signs by their order: 1 to 9, then 0; ties left to right.

    >>> sequence("IDREAMOFJE", LATIN26.signs)
    '6203189574'
    """
    return "".join(str((rank + 1) % TEN) for rank in ranks(text, order=order))


def numbered(text: str, order: str) -> list[int]:
    """Return what `sequence` returns, by counting for each sign those that come before it."""
    found = []
    for place, sign in enumerate(text):
        value = order.index(sign)
        before = sum(order.index(other) < value for other in text)
        found.append((before + text[:place].count(sign) + 1) % 10)
    return found


def _more(row: list[int], count: int) -> list[int]:
    """Return the next figures of a chain."""
    chain = list(row)
    for place in range(count):
        chain.append((chain[place] + chain[place + 1]) % 10)
    return chain[len(row) :]


def _row(figures: list[int]) -> str:
    """Return figures as a row."""
    return "".join(map(str, figures))


# What a line is called in words; the first that is found in the description decides.
_CALLED = (
    ("widths", r"^(?:the )?(?:two )?widths?\b"),
    ("Q", r"first (?:columnar )?(?:transposition|table)|transposition (?:key )?(?:1|one)\b"),
    ("R", r"(?:second|disrupted|diagonal) (?:transposition|table)"),
    ("R", r"transposition (?:key )?(?:2|two)\b"),
    ("S", r"header|board"),
    ("P", r"(?:last|fifth|bottom) (?:row|line)|(?:row|line) (?:5|five)"),
    ("K-P", r"block|fifty|50|five (?:rows|lines)|k\s*(?:-|to|\.\.)\s*p"),
    ("J", r"(?:sequenc|number|order)\w* (?:of )?(?:line )?h\b|column order"),
    ("H", r"(?:through|by|via) (?:the )?(?:second half|e2)|look|encod|substitut|map"),
    ("G", r"c\s*\+\s*e|sum|plus|added to"),
    ("C", r"minus|less|difference|subtract|chain|a\s*-\s*b"),
    ("E2", r"second half|right half|second ten"),
    ("E1", r"first half|left half|first ten"),
    ("E", r"sequenc|number"),
    ("D", r"phrase|song"),
    ("A", r"key ?group|indicator"),
    ("B", r"date"),
)
LETTERS = (
    "A",
    "B",
    "C",
    "D",
    "E",
    "E1",
    "E2",
    "F",
    "F1",
    "F2",
    "G",
    "H",
    "J",
    *BLOCK,
    "Q",
    "R",
    "S",
)


@dataclass(frozen=True, slots=True)
class LineOf:
    """A line of the derivation: its letter, or its description."""

    choices: tuple[str, ...] = (*LETTERS, "K-P", "widths")
    kind: str = "letter of a line, or what it is"

    def read(self, name: str, value: object) -> str:
        """Return the line's letter.

        >>> LineOf().read("line", "C: keygroup minus date, chain-added to ten digits")
        'C'
        >>> LineOf().read("line", "first transposition key, width 17 = 13 + 4")
        'Q'
        """
        text = value.strip() if isinstance(value, str) else ""
        letter = re.match(r"(?:[Ll]ine\s+)?([A-S])[.\s]?([12])?(?=$|\s*[:;,.=()–—])", text)
        if letter:
            found = letter[1] + (letter[2] or "")
            if found in LETTERS:
                return found
        low = text.lower()
        called = (each for each, pattern in _CALLED if low and re.search(pattern, low))
        line = next(called, None)
        if line is None:
            raise ParameterRefused(
                name, f"'{text[:60]}' is no line; write one of {', '.join(self.choices)}"
            )
        return line
