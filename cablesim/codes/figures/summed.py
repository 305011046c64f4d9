"""What systems share that put a row of key under a text and reckon place by place."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cablesim.codes.figures.rows import FIGURES, added_in, less_in
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.system import Letters, Row, Way
from cablesim.text.reading import Signs

PLUS, LESS, KEY_LESS = "plain + key", "plain - key", "key - plain"
AS_FIGURES = Signs(FIGURES, name="figures")


@dataclass(frozen=True, slots=True)
class Operation:
    """How text and key are combined: a short formula; a remark may follow it."""

    choices: tuple[str, ...] = (PLUS, LESS, KEY_LESS)
    kind: str = "choice"

    def read(self, name: str, value: object) -> str:
        """Return the formula: the first sign or word of reckoning decides.

        >>> Operation().read("operation", "minuend - key, digit by digit")
        'plain - key'
        """
        text = value.strip().lower() if isinstance(value, str) else ""
        found = re.search(r"\+|plus|\badd|\bsum|[-−](?=\s|$)|minus|less|subtract", text)
        if found is None:
            raise ParameterRefused(
                name, f"'{value}' is no way to reckon; write one of {', '.join(self.choices)}"
            )
        if found.group() in ("+", "plus", "add", "sum"):
            return PLUS
        return KEY_LESS if text.startswith("key") else LESS


class Summed(Letters):
    """What systems share that put a key row under the text and reckon sign by sign."""

    __slots__ = ()
    sign_for_sign: ClassVar[bool] = True
    operation: str

    @property
    def signs(self) -> str:
        """The signs in the order of their numbers, from 0."""
        return FIGURES

    @property
    def plain(self) -> Signs:
        """The figures."""
        return AS_FIGURES

    @abstractmethod
    def key_for(self, length: int) -> str:
        """Return a key row for a text; raises `ParameterRefused` where it does not suffice."""

    def conventions(self) -> Iterator[str]:
        """Yield the rule."""
        yield f"rule: cipher is {self.operation}, modulo {len(self.signs)}, without carrying"

    def encipher(self, text: str) -> str:
        """Return the whole text with the key put to it."""
        return self._combined(text, self.operation)

    def decipher(self, text: str) -> str:
        """Return the whole text with the key taken off."""
        return self._combined(text, {PLUS: LESS, LESS: PLUS}.get(self.operation, KEY_LESS))

    def _combined(self, text: str, operation: str) -> str:
        key = self.key_for(len(text))
        if operation == PLUS:
            return added_in(text, key, self.signs)
        left, right = (text, key) if operation == LESS else (key, text)
        return less_in(left, right, self.signs)

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name text, key, result."""
        return ("plain", "key", "cipher") if way is Way.ENCIPHER else ("cipher", "key", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every sign, counted out by the rule."""
        adds = self.operation == (PLUS if way is Way.ENCIPHER else LESS)
        for sign, key in zip(text, self.key_for(len(text)), strict=True):
            value, by = self.signs.index(sign), self.signs.index(key)
            if adds:
                found, remark = self._sum(value, by)
            elif self.operation == KEY_LESS:
                found, remark = self._difference(by, value)
            else:
                found, remark = self._difference(value, by)
            yield Row((sign, key, self.signs[found]), self.signs[found], remark)

    def _sum(self, left: int, right: int) -> tuple[int, str]:
        """Return a sum and how it was got."""
        total = left + right
        size = len(self.signs)
        if total < size:
            return total, f"{left} + {right} = {total}"
        return total - size, f"{left} + {right} = {total}, less {size}"

    def _difference(self, left: int, right: int) -> tuple[int, str]:
        """Return a difference and how it was got."""
        if left >= right:
            return left - right, f"{left} - {right} = {left - right}"
        lent = left + len(self.signs)
        return lent - right, f"{left} < {right}: {lent} - {right} = {lent - right}"
