"""What may not be said on the historical side, and every text that stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cablesim.lessons.page import Voice
from cablesim.scenario.proofs.words import MARKS, MUST_NOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cablesim.scenario.scenario import Scenario


def historical(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Yield every historical text with a name for messages."""
    for claim in scenario.evidence.claims:
        for text in (claim.text, claim.doubt, claim.asks):
            if text:
                yield claim.id, text
    for stage in scenario.evidence.route.stages:
        yield stage.id, stage.title
    for party in scenario.evidence.parties:
        yield party.id, party.name
    for item in scenario.evidence.form:
        yield item.kind.value, item.note
    for page in scenario.pages:
        replies = [
            reply
            for question in page.questions
            for reply in (question.why, *(option.reply for option in question.options))
            if reply is not None
        ]
        for paragraph in (*page.paragraphs, *replies):
            if paragraph.voice.value == Voice.HISTORY.value:
                yield f"walk.md:{paragraph.line}", paragraph.text


def unmarked(text: str) -> list[str]:
    """Return the must-not words of a text that stand there without a mark."""
    found = [word for word in MUST_NOT if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]
    return [] if MARKS.search(text) else found
