"""One run of the telegram through its procedure: from lines of the page back to text.

This is where codes and office meet: the procedure makes the texts, the office moves them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from cablesim.modern.digits import Stream
from cablesim.office.copies import Copy, numbered
from cablesim.office.line import Garble
from cablesim.scenario.choices import Choices
from cablesim.scenario.procedure import Groups, Incoming, Outgoing, Reception, carried
from cablesim.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one run made, in the order in which it was made."""

    scenario: Scenario
    choices: Choices
    page_text: str
    outgoing: Outgoing
    received: Groups
    garbles: tuple[Garble, ...]
    reception: Reception
    incoming: Incoming
    copies: tuple[Copy, ...]

    @property
    def prepared(self) -> str:
        """The text that was enciphered, as it was written down for it."""
        return self.outgoing.prepared

    @property
    def recovered(self) -> str:
        """The text that came out at the end."""
        return self.incoming.decoded.text

    @property
    def recipient(self) -> str:
        """The party that is told where a walker chooses; without a choice, the first one told."""
        choice = self.scenario.alternatives
        return next((name for name in self.told if name in choice), self.told[0])

    @property
    def told(self) -> tuple[str, ...]:
        """The parties that are told in this run: one of each set of alternatives."""
        return self.scenario.told(self.choices.recipient)


def stream(scenario: Scenario, seed: int, label: str) -> Stream:
    """Return the draws of one purpose; the same scenario and seed always give the same."""
    return Stream(f"{scenario.id}|{seed}".encode(), label)


def page_text(scenario: Scenario) -> str:
    """Return the lines of the page that are enciphered, to the letter, part after part."""
    return "\n".join(
        line
        for part in scenario.teaching.text
        for line in scenario.document.lines[part.first - 1 : part.last]
    )


def run(scenario: Scenario, choices: Choices) -> Run:
    """Encode, encipher, send, receive, repair, decipher and decode the telegram once."""
    text = page_text(scenario)
    draws = partial(stream, scenario, choices.seed)
    procedure = scenario.teaching.procedure
    outgoing = procedure.send(text, draws)
    received, garbles = carried(
        procedure, outgoing.cryptogram, draws("draw1|line"), garbles=choices.garbles
    )
    reception = outgoing.receive(received)
    entries = [(copy.to, copy.kind, copy.count) for copy in scenario.evidence.copies]
    return Run(
        scenario,
        choices,
        text,
        outgoing,
        received,
        garbles,
        reception,
        outgoing.read(reception),
        numbered(entries),
    )
