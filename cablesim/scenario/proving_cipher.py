"""Proving that a system of the program carries a scenario, and gives the groups that are pinned.

Unlike the other proofs this one needs the built scenario: it enciphers the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from cablesim.errors import CablesimError
from cablesim.scenario.bysystem import BySystem
from cablesim.scenario.choices import FIRST_SEED
from cablesim.scenario.finding import Finding
from cablesim.scenario.running import page_text, stream

if TYPE_CHECKING:
    from cablesim.scenario.facts import Facts
    from cablesim.scenario.scenario import Scenario


def prove_cipher(scenario: Scenario, facts: Facts) -> Iterator[Finding]:
    """Yield what does not hold of a cipher that is a system of the program."""
    procedure = scenario.teaching.procedure
    rows = facts.rows("cipher")
    if not isinstance(procedure, BySystem) or not rows:
        return
    draws = partial(stream, scenario, FIRST_SEED)
    text = page_text(scenario)
    try:
        place = procedure.differing(text, draws) if procedure.pinned else None
        count = len(procedure.send(text, draws).cryptogram)
    except CablesimError as error:
        message, _, cure = str(error).partition("; ")
        yield rows[0].finding("C109", ("system",), message, cure)
        return
    if place is not None:
        key = "groups_file" if rows[0].text("groups_file") else "groups"
        message = f"enciphering gives another group {place} than the one pinned"
        yield rows[0].finding("C110", (key,), message, "compare text, parameters and groups")
    variant = procedure.variant
    if variant is not None and len(variant.groups) != count:
        message = f"the variant has {len(variant.groups)} groups, the message {count}"
        yield rows[0].finding("C110", ("variant",), message, "give as many groups")
