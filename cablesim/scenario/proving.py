"""Proving what shapes cannot: quotes stand on their lines, names name something, nothing mixes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cablesim.scenario.facts import Facts
from cablesim.scenario.finding import Finding
from cablesim.scenario.proofs.book import prove_book
from cablesim.scenario.proofs.claims import prove_claims
from cablesim.scenario.proofs.forms import prove_forms
from cablesim.scenario.proofs.leaks import prove_leaks
from cablesim.scenario.proofs.names import prove_names
from cablesim.scenario.proofs.page import prove_page
from cablesim.scenario.proofs.route import prove_route
from cablesim.scenario.proofs.words import prove_words

PROOFS: tuple[Callable[[Facts], Iterator[Finding]], ...] = (
    prove_claims,
    prove_names,
    prove_route,
    prove_page,
    prove_forms,
    prove_words,
    prove_book,
    prove_leaks,
)


def prove(facts: Facts) -> list[Finding]:
    """Return everything about the files of a scenario that does not hold."""
    return [finding for proof in PROOFS for finding in proof(facts)]
