"""The rail fence: a text written up and down over some rails, and read rail by rail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from cablesim.codes.transposition.rows import (
    Material,
    Transposition,
    material,
    spaced,
    text_of,
    woven,
)
from cablesim.systems.parameters import Whole
from cablesim.systems.system import Row, System, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class RailFence(Transposition):
    """A text that goes down and up over the rails.

    What the clerk does: he writes the text sign by sign down to the last rail and up again, and
    reads off one rail after the other, the highest first.

    The rule: with r rails the places repeat after 2r - 2; the sign at place i stands on rail
    min(p, 2r - 2 - p), where p is the remainder of i plus offset.

    Source: the standard definition, as in Wikipedia "Rail fence cipher"; vectors rail-fence-01 and
    rail-fence-03, the second with an offset.

    Traps: the offset says where in the zigzag the first sign stands, not which rail is read first.
    One rail changes nothing. Blanks are left out and listed, unlike in some tools.

    >>> from cablesim.codes import registry
    >>> registry.system("rail-fence").encipher("WEAREDISCOVEREDFLEEATONCE", rails=3).result
    'WECRLTEERDSOEEFEAOCAIVDEN'
    """

    rails: Annotated[int, Whole(1, 10_000), "how many rails there are"]
    offset: Annotated[int, Whole(0), "how far along the zigzag the first sign stands"] = 0

    @property
    def _period(self) -> int:
        """After how many signs the zigzag comes again."""
        return max(2 * (self.rails - 1), 1)

    def conventions(self) -> Iterator[str]:
        """Yield rails and offset."""
        yield f"rails: {self.rails}, read from the highest"
        yield f"offset: {self.offset}"

    def _starts(self) -> Iterator[tuple[int, ...]]:
        """Yield for every rail the places where its slices begin, the nearer one first."""
        period = self._period
        for rail in range(self.rails):
            phases = {rail % period, -rail % period}
            yield tuple(sorted((phase - self.offset) % period for phase in phases))

    def encipher(self, text: str) -> str:
        """Return the rails one after another, each woven from its slices."""
        row, period = material(text), self._period
        return text_of(woven([row[start::period] for start in starts]) for starts in self._starts())

    def decipher(self, text: str) -> str:
        """Return the signs of the rails in their places again."""
        row, period, at = material(text), self._period, 0
        slices: dict[int, Material] = {}
        for starts in self._starts():
            counts = [len(range(start, len(row), period)) for start in starts]
            rail = row[at : at + sum(counts)]
            at += sum(counts)
            for place, start in enumerate(starts):
                slices[start] = rail[place :: len(starts)]
        return text_of([woven([slices[start] for start in sorted(slices)])])

    def _rail(self, place: int) -> int:
        """Return the rail of a place, counted out along the zigzag."""
        phase = (place + self.offset) % self._period
        return min(phase, self._period - phase) if self.rails > 1 else 0

    def lines(self, text: str, way: Way) -> Iterator[Row]:
        """Yield a line for every rail, then, deciphering, the way along the zigzag."""
        rails: dict[int, list[int]] = {}
        for place in range(len(text)):
            rails.setdefault(self._rail(place), []).append(place)
        if way is Way.ENCIPHER:
            for rail, found in sorted(rails.items()):
                signs = [text[place] for place in found]
                yield Row((f"rail {rail + 1}", spaced(signs)), "".join(signs))
            return
        at, signs_at = 0, [""] * len(text)
        for rail, found in sorted(rails.items()):
            part = text[at : at + len(found)]
            at += len(found)
            for place, sign in zip(found, part, strict=True):
                signs_at[place] = sign
            yield Row((f"rail {rail + 1}", spaced(part)))
        for start in range(0, len(text), self._period):
            part = "".join(signs_at[start : start + self._period])
            yield Row(("down and up", spaced(part)), part)


SYSTEMS = (
    System("rail-fence", "transposition", "Rail fence", RailFence, aliases={"key": "rails"}),
)
