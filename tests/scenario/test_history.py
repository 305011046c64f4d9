"""The history of No. 3305: every sentence has its standing, its source, and nothing it must not."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from saying import historical, unmarked

from cablesim.documents.document import Layer
from cablesim.documents.standing import Standing
from cablesim.lessons.page import Voice
from cablesim.scenario.course_proving import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cablesim.scenario.course import Course
    from cablesim.scenario.scenario import Scenario


def exercise_texts(scenario: Scenario) -> Iterator[tuple[str, str]]:
    """Yield every sentence of the exercises, each apart, so that a mark of one excuses no other."""
    for exercise in scenario.exercises:
        task = exercise.task
        texts = [exercise.prompt, exercise.explain, *exercise.hints, *exercise.feedback.values()]
        texts += [getattr(task, "model", "")]
        for part in (*getattr(task, "options", ()), *getattr(task, "also", ())):
            texts += [getattr(part, "text", ""), part.says]
        yield from (
            (exercise.id, each) for text in texts for each in re.split(r"(?<=[.?!]) ", text)
        )


def named_claims(scenario: Scenario) -> set[str]:
    """Return the claims that exercises show, ask about or name in their words."""
    found: set[str] = set()
    for exercise in scenario.exercises:
        task = exercise.task
        found |= {*getattr(task, "claims", ()), *getattr(task, "beside", ())}
        found |= {option.claim for option in getattr(task, "options", ())}
        found.add(getattr(task, "claim", ""))
    for _, text in exercise_texts(scenario):
        found |= set(re.findall(r"\b[cegi]-[a-z0-9]+(?:-[a-z0-9]+)*", text))
    return found - {""}


def test_no_word_of_the_must_not_list_stands_on_the_historical_side_without_a_mark(
    telegram: Scenario,
) -> None:
    wrong = {name: unmarked(text) for name, text in historical(telegram) if unmarked(text)}
    assert not wrong


def test_what_is_said_of_history_in_the_exercises_and_lessons_keeps_to_the_list_too(
    telegram: Scenario, lessons: Course
) -> None:
    history = {"form", "support", "classify", "corroborate", "number", "explain", "order"}
    kinds = {exercise.id: exercise.kind for exercise in telegram.exercises}
    texts = [(name, text) for name, text in exercise_texts(telegram) if kinds[name] in history]
    for lesson in lessons.lessons:
        for page in lesson.words:
            said = (p for p in paragraphs(page) if p.voice.value == Voice.HISTORY.value)
            texts += [(lesson.id, paragraph.text) for paragraph in said]
    assert len(texts) > 300
    assert not {name: unmarked(text) for name, text in texts if unmarked(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The telegram was enciphered on a Fialka.",
        "Its indicator was the first group.",
        "The clerk took a pad page.",
        "It went through VCh.",
    ],
)
def test_the_guard_sees_such_a_word(text: str) -> None:
    assert unmarked(text)


def test_every_claim_has_a_standing_and_what_the_standing_asks_for(telegram: Scenario) -> None:
    for claim in telegram.evidence.claims:
        assert claim.standing is not Standing.INVENTED
        assert claim.source, claim.id
        match claim.standing:
            case Standing.DOCUMENT | Standing.EDITION:
                assert claim.quote
                assert telegram.document.stands_on(claim.quote, claim.line or 0), claim.id
            case Standing.INFERENCE:
                assert claim.rests_on
                assert claim.doubt
            case Standing.GAP:
                assert claim.asks
                assert claim.asks.endswith("?")
            case _:
                assert not claim.quote


def test_a_document_quote_is_the_telegrams_own_and_never_the_editions(telegram: Scenario) -> None:
    for claim in telegram.evidence.claims:
        if claim.standing is Standing.DOCUMENT:
            assert telegram.document.in_layer(claim.quote or "", claim.line or 0, Layer.TELEGRAM)


def test_all_45_rows_of_the_table_of_evidence_are_carried_by_a_claim(telegram: Scenario) -> None:
    carried = {row for claim in telegram.evidence.claims for row in claim.evidence}
    assert carried == set(range(1, 46))


def test_every_paragraph_question_and_answer_of_the_walk_has_a_mark(telegram: Scenario) -> None:
    for page in telegram.pages:
        for paragraph in page.paragraphs:
            assert paragraph.marked, f"walk.md:{paragraph.line}"
        for question in page.questions:
            assert question.why.marked, f"walk.md:{question.why.line}"
            for option in question.options:
                assert option.reply is None or option.reply.marked, option.text


def test_every_claim_is_used_somewhere(telegram: Scenario, lessons: Course) -> None:
    evidence = telegram.evidence
    used = {name for stage in evidence.route.stages for name in stage.sure}
    used |= named_claims(telegram) | named_claims(lessons.practice)
    for lesson in lessons.lessons:
        used |= {name for page in lesson.words for p in paragraphs(page) for name in p.claims}
    used |= {name for claim in evidence.claims for name in claim.rests_on}
    used |= {name for party in evidence.parties for name in party.claims}
    used |= {name for item in evidence.form for name in item.claims}
    used |= {name for entry in evidence.copies for name in entry.claims}
    used |= {name for term in telegram.glossary for name in term.see}
    used |= {leg.claim for leg in telegram.teaching.legs if leg.claim}
    for page in telegram.pages:
        for paragraph in page.paragraphs:
            used |= set(paragraph.claims)
        for question in page.questions:
            used |= set(question.why.claims)
            used |= {name for o in question.options if o.reply for name in o.reply.claims}
    assert {claim.id for claim in evidence.claims} - used == set()


def test_the_document_is_pinned_and_line_5_is_two_fields_glued_together(telegram: Scenario) -> None:
    document = telegram.document
    assert document.sha256 == "618df103d483b0f186077d2027af96dbf66918ff78098b382533f4dd761ce6d0"
    assert document.line(5) == "SOVIET AMBASSADORSent 03:15"
    (fused,) = document.fused_on(5)
    assert fused.parts == ("SOVIET AMBASSADOR", "Sent 03:15")
    assert [(piece.text, piece.layer) for piece in document.segments(18)] == [
        ("FILIPPOV ", Layer.TELEGRAM),
        ("[Stalin]", Layer.BRACKET),
    ]
    layers = [document.layer(number).value for number in range(1, 31)]
    assert (
        layers
        == ["catalogue"] * 2 + ["telegram"] * 17 + ["summary"] + ["furniture"] * 7 + ["rights"] * 3
    )


def test_simulated_legs_that_name_a_claim_have_the_cases_behind_them(telegram: Scenario) -> None:
    stages = {stage.id for stage in telegram.evidence.route.stages}
    assert {leg.stage for leg in telegram.teaching.legs} == stages
    for leg in telegram.teaching.legs:
        assert leg.low <= leg.middle <= leg.high
        assert (leg.n > 0) is (leg.claim is not None)


def test_the_practice_book_is_a_real_one(telegram: Scenario) -> None:
    book = telegram.teaching.book
    words = [entry for entry in book.entries if entry.kind.value == "word"]
    assert len(words) >= 1_000
    several = [entry for entry in book.entries if len(entry.groups) > 1]
    assert len(several) >= 20
    # Two parts: the order of groups has nothing to do with the alphabet.
    groups = [entry.groups[0] for entry in sorted(words, key=lambda entry: entry.plain)]
    rising = sum(a < b for a, b in pairwise(groups))
    assert 0.45 < rising / len(groups) < 0.55
