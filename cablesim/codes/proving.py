"""Proving the systems: every vector through the system it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cablesim.codes.registry import system
from cablesim.systems.errors import SystemRefused
from cablesim.systems.vectors import Outcome, Proof, Vector, prove


def prove_all(vectors: Iterable[Vector]) -> Iterator[Proof]:
    """Yield a proof for each vector; one whose system is unknown is refused."""
    for vector in vectors:
        try:
            found = system(vector.system)
        except SystemRefused as error:
            yield Proof(vector, Outcome.REFUSED, Outcome.REFUSED, str(error))
            continue
        yield prove(vector, found)
