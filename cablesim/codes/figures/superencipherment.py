"""Code groups with the groups of a pad added to them, cut anew for the wire."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.figures.phrases import Book, Pairs
from cablesim.codes.figures.rows import FIGURES, added_in, filled, grouped, less_in
from cablesim.codes.figures.summed import AS_FIGURES, LESS, PLUS, Operation
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.parameters import Digits, Table, Whole, Word
from cablesim.systems.system import Example, Letters, Row, System, Way
from cablesim.text.ledger import Change, ChangeKind
from cablesim.text.reading import Signs

USUAL = 4
OWN = "PAD"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodePlusAdditive(Letters):
    """Groups of a code book, cut into fives, with the groups of a pad added without carrying.

    What the clerk does: he looks the words up in the book, runs the code groups together, cuts
    them into groups of five and fills up the last. Under them he writes the groups of the pad from
    the starting point on, adds figure by figure without carrying, and sends the sums. An indicator
    before them may tell the receiver the page. The receiver subtracts and looks the groups up.

    The rule: cipher is placode plus pad, modulo 10, figure by figure. `book` gives the group of
    each word; without it the text itself is code groups. What is left over at the end and makes
    no code group is fill and falls away.

    Source: practice.md F3 and 1.3; a published example (peers.md 4.1): 7934 2157 1139, cut anew
    79342 15711 39000, with the pad 13962 70992 65172 gives 82204 85603 94172.

    Traps: code groups and groups on the wire need not have one size: the count of code groups must
    come out. With code groups of one or two figures the fill may make whole groups; these come
    back. The pad is used once; adding where the other side added spoils all.

    >>> from cablesim.codes import registry
    >>> system = registry.system("code-plus-additive")
    >>> system.encipher("7934 2157 1139", key="13962 70992 65172").result
    '82204 85603 94172'
    >>> book = "MEET=7934 AT=2157 MACAULAY=1139"
    >>> system.decipher("82204 85603 94172", key="13962 70992 65172", book=book).result
    'MEET AT MACAULAY'
    """

    sign_for_sign: ClassVar[bool] = False
    key: Annotated[str, Digits(), "the groups of the pad"]
    book: Annotated[Pairs, Table(), "the code book; without it the text is code groups"] = ()
    code_size: Annotated[
        int, Whole(least=0, most=20), "figures of a code group; 0: as in the book, or 4"
    ] = 0
    group_size: Annotated[int, Whole(least=1, most=20), "figures of a group on the wire"] = 5
    fill: Annotated[str, Digits(most=20), "the figures that fill up the last group"] = "0"
    indicator: Annotated[
        str,
        Word(empty=True),
        "a group sent first in clear; pad: the first group of the pad; empty: none",
    ] = ""
    start: Annotated[int, Whole(least=1), "the group of the pad with which adding begins"] = 1
    operation: Annotated[str, Operation(), "how placode and pad are combined to encipher"] = PLUS

    @property
    def plain(self) -> Signs:
        """Words with blanks between, or code groups."""
        return Book.of(self.book, self.code_size).taken() if self.book else AS_FIGURES

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return AS_FIGURES

    @property
    def size(self) -> int:
        """How many figures a code group has."""
        return Book.of(self.book, self.code_size).size if self.book else self.code_size or USUAL

    def conventions(self) -> Iterator[str]:
        """Yield the book, the sizes, the fill, the pad, the indicator, the rule."""
        groups = f"{len(self.book)} groups, the text is words" if self.book else "none given"
        yield f"book: {groups}"
        yield f"code groups of {self.size} figures, groups of {self.group_size} on the wire"
        yield f"fill: {self.fill}, at the end, as far as the last group needs it"
        yield f"pad: {len(self.key)} figures, begun at its group {self.start}"
        sent = f"{self._indicator()}, sent first in clear" if self.indicator else "none"
        yield f"indicator: {sent}"
        yield f"rule: cipher is {self.operation}, modulo 10, without carrying"

    def encipher(self, text: str) -> str:
        """Return the groups for the wire, all sums at once."""
        placode = self._placode(text)
        if not placode:
            return ""
        row = self._combined(placode + filled(placode, self.group_size, self.fill), self.operation)
        return grouped(self._indicator() + row, self.group_size)

    def decipher(self, text: str) -> str:
        """Return the words, or the code groups."""
        row = self._combined(self._body(text), LESS if self.operation == PLUS else self._back())
        return self._decoded(self._without_fill(row))

    def _back(self) -> str:
        """Return how the receiver reckons where the sender subtracts."""
        return PLUS if self.operation == LESS else self.operation

    def _combined(self, row: str, operation: str) -> str:
        key = self._key_for(len(row))
        if operation == PLUS:
            return added_in(row, key)
        return less_in(row, key) if operation == LESS else less_in(key, row)

    def _key_for(self, length: int) -> str:
        """Return the figures of the pad under a message; refuses a pad that is too short."""
        first = self.group_size * (self.start - 1 + (self.indicator == OWN))
        left = max(len(self.key) - first, 0)
        if left < length:
            raise ParameterRefused(
                "key",
                f"the pad has {left} figures from there on and the message has {length}; a pad is "
                "not used again: take a longer page, or a shorter message",
            )
        return self.key[first : first + length]

    def _indicator(self) -> str:
        """Return the group that is sent first."""
        group = self.key[: self.group_size] if self.indicator == OWN else self.indicator
        if self.indicator and (len(group) != self.group_size or set(group) - set(FIGURES)):
            raise ParameterRefused(
                "indicator", f"write {self.group_size} figures, or pad for the pad's first group"
            )
        return group

    def _placode(self, text: str) -> str:
        """Return the code groups of a text, run together."""
        if self.book:
            return "".join(group for _, group in Book.of(self.book, self.code_size).coded(text))
        if len(text) % self.size:
            raise SystemRefused(
                f"{len(text)} figures are no groups of {self.size}: {len(text) % self.size} are "
                "over; write whole groups, or another code_size"
            )
        return text

    def _body(self, text: str) -> str:
        """Return a message without its indicator; refuses broken groups and a foreign page."""
        if len(text) % self.group_size:
            raise SystemRefused(
                f"{len(text)} figures are no groups of {self.group_size}: a figure is lost or too "
                "many; compare the message"
            )
        indicator = self._indicator()
        sent = text[: len(indicator)]
        if text and sent != indicator:
            raise SystemRefused(
                f"the message names page {sent} and this one is {indicator}; take the page it names"
            )
        return text[len(indicator) :]

    def _without_fill(self, row: str) -> str:
        """Return a row without what is left over, and without whole groups that can only be fill.

        Such groups are the fill's figures and not in the book. Refuses more left over than a fill.
        """
        over = len(row) % self.size
        if over >= self.group_size:
            raise SystemRefused(
                f"{len(row)} figures leave {over} over, more than a fill; compare the message and "
                "code_size"
            )
        words = Book.of(self.book, self.code_size).words if self.book else {}
        for more in range((self.group_size - 1 - over) // self.size if self.book else 0, 0, -1):
            count = over + more * self.size
            groups = (row[-at * self.size - over :][: self.size] for at in range(1, more + 1))
            if row.endswith((self.fill * count)[:count]) and words.keys().isdisjoint(groups):
                return row[:-count]
        return row[: len(row) - over]

    def _decoded(self, row: str) -> str:
        """Return the words of code groups, or the groups themselves."""
        if not self.book:
            return grouped(row, self.size)
        return " ".join(Book.of(self.book, self.code_size).decoded(row))

    def changes(self, text: str, way: Way) -> Iterator[Change]:
        """Yield the fill."""
        if way is Way.DECIPHER:
            return
        fill = filled(self._placode(text), self.group_size, self.fill)
        if fill:
            yield Change(ChangeKind.NULL, len(text) + 1, "", fill)

    def returned(self, text: str) -> str:
        """Return the words or groups, with such fill as makes whole groups."""
        placode = self._placode(text)
        row = placode + filled(placode, self.group_size, self.fill)
        return self._decoded(self._without_fill(row))

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name what stands above, between and below the line."""
        del way
        return ("above", "between", "below")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the looking up and the adding, group by group."""
        yield from self._there(text) if way is Way.ENCIPHER else self._home(text)

    def _there(self, text: str) -> Iterator[Row]:
        """Yield the book's lines, the indicator, then a line for each group on the wire."""
        placode = ""
        if self.book:
            for word, group in Book.of(self.book, self.code_size).coded(text):
                placode += group
                yield Row((word, "book", group))
        placode = placode or self._placode(text)
        short = -len(placode) % self.group_size
        placode += "".join(self.fill[place % len(self.fill)] for place in range(short))
        if self.indicator and placode:
            yield Row(("", "indicator", self._indicator()), self._indicator(), "in clear")
        between = " " if self.indicator else ""
        for above, key, below in self._under(placode, self.operation):
            yield Row((above, key, below), between + below)
            between = " "

    def _home(self, text: str) -> Iterator[Row]:
        """Yield a line for each group received, then one for each word or code group."""
        row = ""
        operation = {PLUS: LESS, LESS: PLUS}.get(self.operation, self.operation)
        for above, key, below in self._under(self._body(text), operation):
            row += below
            yield Row((above, key, below))
        row = self._without_fill(row)
        words = Book.of(self.book, self.code_size).decoded(row) if self.book else []
        for start in range(0, len(row), self.size):
            group = row[start : start + self.size]
            word = words[start // self.size] if self.book else group
            by = "book" if self.book else "code group"
            yield Row((group, by, word), f" {word}" if start else word)

    def _under(self, row: str, operation: str) -> Iterator[tuple[str, str, str]]:
        """Yield each group, the pad's group and what they give, figure by figure."""
        key = self._key_for(len(row))
        for start in range(0, len(row), self.group_size):
            above = row[start : start + self.group_size]
            between = key[start : start + self.group_size]
            below = "".join(
                str(_figure(int(left), int(right), operation))
                for left, right in zip(above, between, strict=True)
            )
            yield above, between, below


def _figure(left: int, right: int, operation: str) -> int:
    """Return one figure without carrying or borrowing."""
    if operation == PLUS:
        return (left + right) % 10
    return (left - right if operation == LESS else right - left) % 10


SYSTEMS = (
    System(
        "code-plus-additive",
        "figures",
        "Code and additive",
        CodePlusAdditive,
        aliases={
            "pad": "key",
            "additive": "key",
            "wire_size": "group_size",
            "regroup": "group_size",
            "code": "book",
            "codebook": "book",
        },
        example=Example(
            "MEET AT MACAULAY",
            {"book": "MEET=7934 AT=2157 MACAULAY=1139", "pad": "13962 70992 65172"},
        ),
    ),
)
