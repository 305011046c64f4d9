"""One run of the telegram through the teaching system: from lines of the page back to text.

This is where codes and office meet: the code room makes the texts, the office moves them.
"""

from __future__ import annotations

from dataclasses import dataclass

from cablesim.codes.additive import Deciphered, Enciphered, decipher, encipher
from cablesim.codes.codebook import GROUP_SIZE
from cablesim.codes.decoding import Decoded, decode
from cablesim.codes.encoding import FIVE, Encoded, encode
from cablesim.codes.normal import Normal, normal
from cablesim.codes.pad import Pad, PadPage
from cablesim.codes.reception import Inspection, Section, inspect
from cablesim.modern.digits import Stream
from cablesim.office.copies import Copy, numbered
from cablesim.office.line import Garble, carry
from cablesim.office.service import RepeatRequest
from cablesim.scenario.choices import Choices
from cablesim.scenario.scenario import Scenario
from cablesim.text.groups import regrouped


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that one run made, in the order in which it was made."""

    scenario: Scenario
    choices: Choices
    page_text: str
    normal: Normal
    encoded: Encoded
    pad: Pad
    enciphered: Enciphered
    received: tuple[str, ...]
    garbles: tuple[Garble, ...]
    inspection: Inspection
    requests: tuple[RepeatRequest, ...]
    repeats: tuple[tuple[str, ...], ...]
    repaired: tuple[Section, ...]
    deciphered: Deciphered
    decoded: Decoded
    copies: tuple[Copy, ...]

    @property
    def recipient(self) -> str:
        """The party that is told in this run."""
        return self.choices.recipient or self.scenario.recipients[0]


def stream(scenario: Scenario, seed: int, label: str) -> Stream:
    """Return the draws of one purpose; the same scenario and seed always give the same."""
    return Stream(f"{scenario.id}|{seed}".encode(), label)


def practice_pad(scenario: Scenario, seed: int) -> Pad:
    """Draw the pad of a run: pages whose first groups all differ, so that each names its page."""
    draw = stream(scenario, seed, "draw1|pad")
    pages: list[PadPage] = []
    indicators: set[str] = set()
    while len(pages) < scenario.teaching.pages:
        groups = tuple(draw.figures(FIVE) for _ in range(scenario.teaching.groups))
        if groups[0] not in indicators:
            indicators.add(groups[0])
            pages.append(PadPage(len(pages) + 1, groups))
    return Pad(tuple(pages))


def page_text(scenario: Scenario) -> str:
    """Return the lines of the page that are enciphered, to the letter."""
    first, last = scenario.teaching.text_first, scenario.teaching.text_last
    return "\n".join(scenario.document.lines[first - 1 : last])


def run(scenario: Scenario, choices: Choices) -> Run:
    """Encode, encipher, send, receive, repair, decipher and decode the telegram once."""
    text = page_text(scenario)
    written = normal(text)
    encoded = encode(written.text, scenario.teaching.book)
    pad = practice_pad(scenario, choices.seed)
    placode = regrouped(encoded.groups, FIVE)
    sent = encipher(placode, pad, serial=scenario.teaching.serial, day=scenario.teaching.day)
    draw = stream(scenario, choices.seed, "draw1|line")
    received, garbles = carry(sent.cryptogram, draw, garbles=choices.garbles)
    inspection = inspect(received, pad)
    requests, repeats, repaired = _repair(sent, inspection)
    deciphered = decipher([section.groups for section in repaired], pad)
    decoded = decode(regrouped(deciphered.placode, GROUP_SIZE), scenario.teaching.book)
    entries = [(copy.to, copy.kind, copy.count) for copy in scenario.evidence.copies]
    return Run(
        scenario,
        choices,
        text,
        written,
        encoded,
        pad,
        sent,
        received,
        garbles,
        inspection,
        requests,
        repeats,
        repaired,
        deciphered,
        decoded,
        numbered(entries),
    )


def _repair(
    sent: Enciphered, inspection: Inspection
) -> tuple[tuple[RepeatRequest, ...], tuple[tuple[str, ...], ...], tuple[Section, ...]]:
    """Ask for the faulty sections again and put the repeats in their places.

    Places are asked for as they were sent: every section before a faulty one is whole by then.
    Where the sections themselves cannot be told apart, everything is asked for again.
    """
    whole = sent.sections
    if len(inspection.sections) != len(whole):
        everything = RepeatRequest(1, len(sent.cryptogram))
        return (everything,), (sent.cryptogram,), tuple(_sections(whole))
    requests: list[RepeatRequest] = []
    repeats: list[tuple[str, ...]] = []
    repaired: list[Section] = []
    for index, true in enumerate(_sections(whole)):
        if inspection.sections[index].sound:
            repaired.append(inspection.sections[index])
            continue
        requests.append(RepeatRequest(true.first, true.first + len(true.groups) - 1))
        repeats.append(true.groups)
        repaired.append(true)
    return tuple(requests), tuple(repeats), tuple(repaired)


def _sections(whole: tuple[tuple[str, ...], ...]) -> list[Section]:
    """Return the sections as sent, each with the place of its first group."""
    sections: list[Section] = []
    first = 1
    for groups in whole:
        sections.append(Section(first, groups, ()))
        first += len(groups)
    return sections
