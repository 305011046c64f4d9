"""From written words to words of a page: who speaks, and how firmly what is said is known."""

from __future__ import annotations

from cablesim.documents.evidence import Evidence
from cablesim.documents.standing import Standing
from cablesim.lessons.page import Choice, Paragraph, Question, Reply, Voice
from cablesim.scenario.walktext import Option, WalkPage
from cablesim.scenario.walktext import Paragraph as Written
from cablesim.scenario.walktext import Question as Asked


def paragraph(evidence: Evidence, written: Written) -> Paragraph:
    """Return a written paragraph with its voice and standing."""
    voice = Voice(written.voice.value) if written.voice.value in set(Voice) else Voice.TASK
    return Paragraph(voice, written.text, _standing(evidence, written.claims), written.claims)


def questions(evidence: Evidence, words: WalkPage, page: str) -> tuple[Question, ...]:
    """Return the questions of a page, numbered so that an answer finds its question again."""
    return tuple(
        _question(evidence, f"{page}.{number}", asked)
        for number, asked in enumerate(words.questions, 1)
    )


def _standing(evidence: Evidence, claims: tuple[str, ...]) -> Standing | None:
    """Return the weakest standing of the claims that a sentence rests on."""
    return evidence.standing_of(claims) if claims else None


def _reply(evidence: Evidence, written: Written) -> Reply:
    """Return what is said to an answer."""
    said = paragraph(evidence, written)
    return Reply(said.text, said.voice, said.standing, said.claims)


def _question(evidence: Evidence, name: str, asked: Asked) -> Question:
    """Return one question with keys for its options."""
    options = tuple(
        _choice(evidence, str(key), option) for key, option in enumerate(asked.options, 1)
    )
    return Question(name, asked.is_prediction, asked.prompt, options, _reply(evidence, asked.why))


def _choice(evidence: Evidence, key: str, option: Option) -> Choice:
    """Return one option."""
    reply = None if option.reply is None else _reply(evidence, option.reply)
    return Choice(key, option.text, option.right, reply)
