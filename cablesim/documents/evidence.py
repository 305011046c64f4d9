"""The evidence of a scenario: claims, parties, form, route and copy list, found by their ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cablesim.documents.claim import Claim
from cablesim.documents.copies import CopyEntry, StatedTotal
from cablesim.documents.form import FormField
from cablesim.documents.party import Party
from cablesim.documents.route import Route, Stage
from cablesim.documents.standing import Standing, weakest
from cablesim.errors import CablesimError


class EvidenceError(CablesimError):
    """An id that names nothing."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything historical that a scenario may say."""

    claims: tuple[Claim, ...]
    parties: tuple[Party, ...]
    form: tuple[FormField, ...]
    route: Route
    copies: tuple[CopyEntry, ...]
    stated: StatedTotal | None = None

    def claim(self, name: str) -> Claim:
        """Return a claim by id."""
        for claim in self.claims:
            if claim.id == name:
                return claim
        raise EvidenceError(f"there is no claim '{name}'")

    def party(self, name: str) -> Party:
        """Return a party by id."""
        for party in self.parties:
            if party.id == name:
                return party
        raise EvidenceError(f"there is no party '{name}'")

    def standing_of(self, claims: Iterable[str]) -> Standing:
        """Return the least firm standing among some claims."""
        return weakest(self.claim(name).standing for name in claims)

    def rests_on_gap(self, stage: Stage) -> bool:
        """Tell whether one of a stage's claims is a gap; such a stage is drawn dotted."""
        return any(self.claim(name).standing is Standing.GAP for name in stage.sure)
