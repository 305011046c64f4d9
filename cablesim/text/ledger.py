"""The loss ledger: everything that was changed in the writer's text, with its place.

Nothing is dropped without a word: case, merged letters, blanks, signs left out, nulls and fillers
each have an entry. An entry stands for a run of neighbouring signs changed in the same way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum


class ChangeKind(Enum):
    """What was done to a run of signs; the value is the word that is shown."""

    CASE = "case"
    MERGED = "merged"
    BLANK = "blank left out"
    DROPPED = "left out"
    KEPT = "kept as it stands"
    COMPOSED = "composed"
    FILLER = "filler put in"
    NULL = "null added"


@dataclass(frozen=True, slots=True)
class Change:
    """One run of signs that was changed: where it begins (from 1), as written, as read."""

    kind: ChangeKind
    place: int
    written: str
    read: str

    def sentence(self) -> str:
        """Return the entry in words.

        >>> Change(ChangeKind.MERGED, 3, "J", "I").sentence()
        "place 3: merged, 'J' read as 'I'"
        """
        if not self.written:
            return f"place {self.place}: {self.kind.value}, '{self.read}'"
        if self.kind in (ChangeKind.BLANK, ChangeKind.DROPPED, ChangeKind.KEPT):
            return f"place {self.place}: {self.kind.value}, '{self.written}'"
        return f"place {self.place}: {self.kind.value}, '{self.written}' read as '{self.read}'"


def _nothing() -> Iterator[Change]:
    """Return no changes."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Ledger:
    """All changes, counted out anew each time they are asked for, so that it costs no memory."""

    source: Callable[[], Iterator[Change]] = field(default=_nothing)

    def __iter__(self) -> Iterator[Change]:
        return self.source()

    def counts(self) -> Counter[ChangeKind]:
        """Return how many signs were changed in which way."""
        found: Counter[ChangeKind] = Counter()
        for change in self:
            found[change.kind] += len(change.written) or len(change.read)
        return found

    def summary(self) -> str:
        """Return one line: what was changed how often.

        >>> Ledger(lambda: iter([Change(ChangeKind.CASE, 1, "at", "AT")])).summary()
        'case: 2 signs'
        """
        counts = self.counts()
        parts = [
            f"{kind.value}: {count} sign{'' if count == 1 else 's'}"
            for kind, count in counts.items()
        ]
        return "; ".join(parts) or "nothing"
