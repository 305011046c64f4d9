"""The Chinese telegraph code: four figures for a character, from later standard tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from cablesim.systems.errors import SystemRefused
from cablesim.systems.fixed import Between, kept, without
from cablesim.systems.parameters import Choice
from cablesim.systems.system import Letters, Row, System, Way
from cablesim.text.reading import Signs

FILE = Path(__file__).resolve().parent.parent / "tables" / "chinese-telegraph-code.tsv"
MAINLAND, TAIWAN = "kMainlandTelegraph", "kTaiwanTelegraph"
NAMES = (MAINLAND, TAIWAN, "mainland", "taiwan")
FOUR = 4


@cache
def characters(taiwan: bool) -> dict[str, str]:  # noqa: FBT001 - which of two tables.
    """Return code and character of one table, in the order of the codes."""
    rows = (line.split("\t") for line in FILE.read_text(encoding="utf-8").splitlines())
    column = 2 if taiwan else 1
    return {
        row[0]: row[column]
        for row in rows
        if len(row) > column and not row[0].startswith("#") and row[column]
    }


@cache
def _codes(taiwan: bool) -> dict[str, str]:  # noqa: FBT001 - which of two tables.
    """Return the first code of every character."""
    found: dict[str, str] = {}
    for code, character in characters(taiwan).items():
        found.setdefault(character, code)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ChineseTelegraph(Letters):
    """Every character as four figures from a public book.

    What the clerk does: he looks each character up in the book and writes its four figures; the
    other clerk looks the figures up.

    The rule: a fixed table from 0000 to 9999, page by page.

    Source: kMainlandTelegraph and kTaiwanTelegraph of Unihan 15.0.0; vector
    chinese-telegraph-code-01.

    Traps: a public code keeps nothing secret, but its figures can be enciphered. Both tables are
    later standard tables, and neither is the book of 1950. Simplified and traditional characters
    are different characters.

    >>> from cablesim.codes import registry
    >>> registry.system("chinese-telegraph-code").encipher("北京").result
    '0554 0079'
    """

    table: Annotated[
        str,
        Choice(
            NAMES,
            also=(
                ("prc", MAINLAND),
                ("china", MAINLAND),
                ("simplified", MAINLAND),
                ("roc", TAIWAN),
                ("traditional", TAIWAN),
            ),
        ),
        "which later standard table",
    ] = MAINLAND
    separator: Annotated[str, Between(), "what stands between groups"] = " "

    @property
    def _taiwan(self) -> bool:
        """Whether it is the table of Taiwan."""
        return "taiwan" in self.table.lower()

    @property
    def plain(self) -> Signs:
        """The characters of the table."""
        return Signs("".join(_codes(self._taiwan)), name="characters of the table")

    @property
    def cipher(self) -> Signs:
        """Figures."""
        return Signs("0123456789" + kept(self.separator), name="figures")

    def conventions(self) -> Iterator[str]:
        """Yield the table and what it is not."""
        yield f"table: {TAIWAN if self._taiwan else MAINLAND} of Unihan 15.0.0"
        yield "a later standard table, not the book of 1950"

    def encipher(self, text: str) -> str:
        """Return the groups with blanks between."""
        codes = _codes(self._taiwan)
        return self.separator.join([codes[character] for character in text])

    def decipher(self, text: str) -> str:
        """Return the characters of the groups."""
        return "".join([character for _, character in self._read(text)])

    def _read(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield group and character; raises at a group that stands for none."""
        known, text = characters(self._taiwan), without(text, self.separator)
        for start in range(0, len(text), FOUR):
            group = text[start : start + FOUR]
            if group not in known:
                raise SystemRefused(
                    f"group {start // FOUR + 1}: {group} stands for no character in this table; "
                    "look for a wrong figure, or take the other table"
                )
            yield group, known[group]

    def columns(self, way: Way) -> tuple[str, ...]:
        """Name character and group."""
        return ("plain", "group") if way is Way.ENCIPHER else ("group", "plain")

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every character."""
        if way is Way.DECIPHER:
            for group, character in self._read(text):
                yield Row((group, character), character)
            return
        codes = _codes(self._taiwan)
        for place, character in enumerate(text):
            group = codes[character]
            yield Row((character, group), f"{self.separator}{group}" if place else group)


SYSTEMS = (
    System("chinese-telegraph-code", "telegraph", "Chinese telegraph code", ChineseTelegraph),
)
