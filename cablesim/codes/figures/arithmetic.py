"""Figures added and subtracted without carrying, and chains of figures that add up themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, ClassVar

from cablesim.codes.figures.rows import chained
from cablesim.codes.figures.summed import AS_FIGURES, LESS, PLUS, Operation, Summed
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.fixed import Always
from cablesim.systems.parameters import Choice, Digits, Whole
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.bulk import repeated
from cablesim.text.reading import Signs


@dataclass(frozen=True, slots=True, kw_only=True)
class NonCarryingAddition(Summed):
    """A row of figures with a key of figures under it, added without carrying.

    What the clerk does: he writes the key under the figures and adds place by place; of a sum
    above nine he writes the units and forgets the tens. The receiver subtracts the same key and
    borrows ten wherever he needs it.

    The rule: every cipher figure is text plus key, modulo 10.

    Source: practice.md F1; vectors non-carrying-addition-01 and -03 (77651 and 74177 give 41728).

    Traps: whoever carries spoils the figure before; whoever adds where the other side added too
    gets nonsense, so the way is said (`operation`). A key that is written twice (`key_use`) is a
    period, and two texts under one key give their difference away.

    >>> from cablesim.codes import registry
    >>> registry.system("non-carrying-addition").encipher("77651", key="74177").result
    '41728'
    """

    key: Annotated[str, Digits(), "the figures that are put under the text"]
    operation: Annotated[str, Operation(), "how text and key are combined to encipher"] = PLUS
    key_use: Annotated[
        str, Choice(("once", "repeat")), "whether a key that is too short is written again"
    ] = "once"
    modulus: Annotated[str, Always(("10", "mod 10")), "figures are added modulo 10"] = ""

    def conventions(self) -> Iterator[str]:
        """Yield the rule and the use of the key."""
        yield from Summed.conventions(self)
        again = "again and again" if self.key_use == "repeat" else "once"
        yield f"key: {len(self.key)} figures, written {again}"

    def key_for(self, length: int) -> str:
        """Return the key, as long as the text."""
        if self.key_use == "repeat":
            return repeated(self.key.encode(), length).decode()
        if len(self.key) < length:
            raise ParameterRefused(
                "key",
                f"it has {len(self.key)} figures and the text has {length}; write a longer key, "
                "or key_use=repeat to write it again and again",
            )
        return self.key[:length]


@dataclass(frozen=True, slots=True, kw_only=True)
class NonCarryingSubtraction(NonCarryingAddition):
    """A row of figures with a key of figures under it, subtracted without borrowing for good.

    What the clerk does: he writes the key under the figures and subtracts place by place; where
    the upper figure is the smaller one he thinks ten more and owes nobody.

    The rule: every cipher figure is text less key, modulo 10; the receiver adds.

    Source: practice.md F1; vector non-carrying-subtraction-01 (86154 less 20952 gives 66202).

    Traps: text less key and key less text are two conventions; the second is the same act both
    ways. Which one holds is said (`operation`).

    >>> from cablesim.codes import registry
    >>> registry.system("non-carrying-subtraction").encipher("86154", key="20952").result
    '66202'
    """

    operation: Annotated[str, Operation(), "how text and key are combined to encipher"] = LESS


@dataclass(frozen=True, slots=True)
class ChainRule:
    """The rule of a chain, `append (s[i]+s[i+1]) mod 10`; another distance may stand in it."""

    choices: tuple[str, ...] = ()
    kind: str = "rule like append (s[i]+s[i+1]) mod 10"

    def read(self, name: str, value: object) -> int:
        """Return the distance of the two figures that are added."""
        text = re.sub(r"\s", "", str(value)).lower()
        found = re.search(r"s\[i\]\+s\[i\+(\d{1,3})\]\)?(?:mod(?:ulo)?(\d+))?", text)
        if found is None and re.fullmatch(r"\d{1,3}", text):
            found = re.fullmatch(r"(\d+)()", text)
        if found is None or int(found[1]) < 1 or found[2] not in (None, "", "10"):
            raise ParameterRefused(
                name, f"'{str(value)[:60]}' is no such rule; write append (s[i]+s[i+1]) mod 10"
            )
        return int(found[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainAddition(Letters):
    """A few figures made into many: each further figure is the sum of two earlier ones.

    What the clerk does: he adds the first figure to the second and writes the units at the end of
    the row, then the second to the third, and so on until the row is long enough.

    The rule: s[n + length of the seed] is s[n] + s[n + 1] modulo 10. To decipher, the seed is
    cut off again and the rest is held against the rule.

    Source: practice.md F6; vectors chain-addition-01 and -03 (86154 gives 8615447698).

    Traps: the last figure of the seed is added to the first *new* figure, not to the first of the
    seed: 86154 goes on 4769 and then 8, not 2. A seed of noughts stays noughts.

    >>> from cablesim.codes import registry
    >>> registry.system("chain-addition").encipher("86154", extend_by=5).result
    '8615447698'
    """

    sign_for_sign: ClassVar[bool] = False
    extend_by: Annotated[int, Whole(least=0), "how many figures are appended"] = 5
    seed_digits: Annotated[
        int, Whole(least=0, most=1000), "how many figures the seed has; 0: as many as are given"
    ] = 0
    rule: Annotated[int, ChainRule(), "which two figures are added; a number: their distance"] = 1
    length: Annotated[
        int, Whole(least=0), "figures in all, instead of how many more; 0: not said"
    ] = 0

    @property
    def plain(self) -> Signs:
        """The figures."""
        return AS_FIGURES

    def conventions(self) -> Iterator[str]:
        """Yield the rule and how far it goes."""
        yield f"rule: append (s[i]+s[i+{self.rule}]) mod 10, {self.extend_by} times"
        yield "the result is the seed and what is appended"

    def encipher(self, text: str) -> str:
        """Return the seed with the chain behind it."""
        self._seeded(len(text))
        return chained(text, len(text) + self._more(len(text)), self.rule) if text else ""

    def decipher(self, text: str) -> str:
        """Return the seed; raises `SystemRefused` where the rest does not follow from it."""
        seed = self._cut(text)
        chain = self.encipher(seed)
        if chain != text:
            place = next(
                at for at, pair in enumerate(zip(chain, text, strict=True)) if len({*pair}) > 1
            )
            self._broken(place, chain[place], text[place])
        return seed

    def _cut(self, text: str) -> str:
        """Return the seed of a row; raises `SystemRefused` where the row has none."""
        more = self.extend_by
        if self.length and self.seed_digits:
            more = len(text) - self.seed_digits
        elif self.length:
            raise SystemRefused("with a length alone the seed cannot be told; write extend_by")
        if text and len(text) <= more:
            raise SystemRefused(
                f"{len(text)} figures hold no seed where {more} were appended; write the "
                "whole row, or another extend_by"
            )
        return text[: len(text) - more]

    def _more(self, seed: int) -> int:
        """Return how many figures are appended to a seed."""
        return max(self.length - seed, 0) if self.length else self.extend_by

    def _seeded(self, length: int) -> None:
        """Refuse a seed that is of another length, or too short for the rule."""
        if length and self.seed_digits not in (0, length):
            raise SystemRefused(
                f"the seed has {length} figures where {self.seed_digits} belong; write "
                f"{self.seed_digits} figures, or seed_digits={length}"
            )
        if 0 < length <= self.rule:
            raise SystemRefused(
                f"a seed of {length} does not do for this rule; write {self.rule + 1} or more"
            )

    def _broken(self, place: int, wanted: str, found: str) -> None:
        """Refuse a row that breaks the rule at a place (from 0)."""
        raise SystemRefused(
            f"place {place + 1}: the chain gives {wanted} and {found} stands there; compare the row"
        )

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name the two figures and their sum."""
        return ("figure", "and", "sum") if way is Way.ENCIPHER else ("figure", "and", "found")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield the seed figure by figure, then a line for every sum."""
        row = list(text if way is Way.ENCIPHER else self._cut(text))
        self._seeded(len(row))
        yield from (Row((figure, "", figure), figure, "seed") for figure in row)
        for place in range(self._more(len(row)) if row else 0):
            left, right = row[place], row[place + self.rule]
            total = int(left) + int(right)
            row.append(str(total)[-1])
            if way is Way.ENCIPHER:
                yield Row((left, right, row[-1]), row[-1], f"{left} + {right} = {total}")
            else:
                yield Row((left, right, text[len(row) - 1]), "", "as the rule has it")


SYSTEMS = (
    System("non-carrying-addition", "figures", "Non-carrying addition", NonCarryingAddition),
    System(
        "non-carrying-subtraction", "figures", "Non-carrying subtraction", NonCarryingSubtraction
    ),
    System(
        "chain-addition",
        "figures",
        "Chain addition",
        ChainAddition,
        aliases={
            "count": "extend_by",
            "extend": "extend_by",
            "append": "extend_by",
            "digits_added": "extend_by",
            "new_digits": "extend_by",
            "steps": "extend_by",
            "seed_length": "seed_digits",
            "total": "length",
            "to_length": "length",
            "extend_to": "length",
        },
    ),
)
