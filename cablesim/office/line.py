"""The line: groups go in, groups come out, and a bad stretch damages some of them.

Made up for teaching. The kinds and their shares follow one company's records of telegraph errors
(half of them a sign misread, a quarter a matter of spacing; `evidence/practice.md` 2.1), carried
over to figures. No mark of a garble was found in the telegrams of the evidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from cablesim.office.draw import Draw

APART = 64


class Damage(StrEnum):
    """What the line did to a group."""

    MISREAD = "one figure became another"
    CLIPPED = "the last figure was lost"
    LOST = "the group was lost"
    DOUBLED = "the group came twice"
    SWAPPED = "two neighbouring figures changed places"
    SEVERAL = "several figures became others"


_SHARES = (
    *(Damage.MISREAD,) * 4,
    Damage.CLIPPED,
    Damage.LOST,
    Damage.DOUBLED,
    Damage.SWAPPED,
)

# Signs that one may be taken for another: figures, letters of an alphabet, dots and dashes.
_FELLOWS = ("0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ", ".-")


@dataclass(frozen=True, slots=True)
class Garble:
    """One damaged place: the group's place as sent (from 1), what was sent, what came, and why."""

    place: int
    sent: str
    came: tuple[str, ...]
    damage: Damage

    @classmethod
    def between(cls, place: int, sent: str, came: str | None) -> Garble:
        """Return the damage between a group as sent and as it came; None: it did not come."""
        if came is None:
            return cls(place, sent, (), Damage.LOST)
        return cls(place, sent, (came,), _kind(sent, came))


def _kind(sent: str, came: str) -> Damage:
    """Name the damage that makes one group of another."""
    if came == sent[:-1]:
        return Damage.CLIPPED
    if len(came) != len(sent):
        return Damage.SEVERAL
    differing = [at for at, (old, new) in enumerate(zip(sent, came, strict=True)) if old != new]
    if len(differing) == 1:
        return Damage.MISREAD
    first, last = differing[0], differing[-1]
    turned = last == first + 1 and sent[first] == came[last] and sent[last] == came[first]
    return Damage.SWAPPED if turned else Damage.SEVERAL


def carry(
    groups: Sequence[str], draw: Draw, *, garbles: int
) -> tuple[tuple[str, ...], tuple[Garble, ...]]:
    """Carry groups over the line; return what comes out and the list of damaged places.

    At most `garbles` places are damaged, never two within 64 groups of each other, so that a
    check after every sixty groups can see each of them.
    """
    places: list[int] = []
    for _ in range(garbles):
        free = [
            place
            for place in range(len(groups))
            if all(abs(place - other) >= APART for other in places)
        ]
        if not free:
            break
        places.append(free[draw.below(len(free))])
    made = tuple(_garble(place, groups[place], draw) for place in sorted(places))
    by_place = {garble.place - 1: garble.came for garble in made}
    out = [group for place, sent in enumerate(groups) for group in by_place.get(place, (sent,))]
    return tuple(out), made


def _garble(place: int, group: str, draw: Draw) -> Garble:
    """Damage one group."""
    damage = _SHARES[draw.below(len(_SHARES))]
    came: tuple[str, ...]
    match damage:
        case Damage.CLIPPED:
            came = (group[:-1],)
        case Damage.LOST:
            came = ()
        case Damage.DOUBLED:
            came = (group, group)
        case Damage.SWAPPED if len(group) > 1:
            came = (_swapped(group, draw),)
        case _:
            came = (_misread(group, draw),)
    if came == (group,):
        damage, came = Damage.MISREAD, (_misread(group, draw),)
    if came == ("",):
        damage, came = Damage.LOST, ()
    return Garble(place + 1, group, came, damage)


def _misread(group: str, draw: Draw) -> str:
    """Change one sign into another of its kind."""
    at = draw.below(len(group))
    row = next((signs for signs in _FELLOWS if group[at] in signs), group[at] + "?")
    other = row[(row.index(group[at]) + draw.between(1, len(row) - 1)) % len(row)]
    return f"{group[:at]}{other}{group[at + 1 :]}"


def _swapped(group: str, draw: Draw) -> str:
    """Exchange two neighbouring signs."""
    at = draw.below(len(group) - 1)
    return f"{group[:at]}{group[at + 1]}{group[at]}{group[at + 2 :]}"
