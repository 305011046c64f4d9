"""Leaving out what is broken in the parts that a walk can do without: its words, its glossary."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cablesim.scenario.scenario import Scenario
from cablesim.scenario.walktext import Paragraph, Question, WalkPage


def without_unknown(scenario: Scenario) -> Scenario:
    """Return a scenario whose words and terms name only claims that are there."""
    claims = {claim.id for claim in scenario.evidence.claims}
    terms = tuple(
        replace(term, see=tuple(name for name in term.see if name in claims))
        for term in scenario.glossary
    )
    pages = tuple(_page(page, claims) for page in scenario.pages)
    return replace(scenario, pages=pages, glossary=terms)


def _page(page: WalkPage, claims: Collection[str]) -> WalkPage:
    """Return a page without the paragraphs and questions that name an unknown claim."""
    paragraphs = tuple(each for each in page.paragraphs if _rests(each, claims))
    questions = tuple(each for each in page.questions if _asked(each, claims))
    return replace(page, paragraphs=paragraphs, questions=questions)


def _rests(paragraph: Paragraph, claims: Collection[str]) -> bool:
    """Tell whether every claim of a paragraph is there."""
    return all(name in claims for name in paragraph.claims)


def _asked(question: Question, claims: Collection[str]) -> bool:
    """Tell whether every reply of a question rests on claims that are there."""
    replies = (option.reply for option in question.options if option.reply is not None)
    return _rests(question.why, claims) and all(_rests(reply, claims) for reply in replies)
