"""History in questions, hints and feedback has its standing and its source at the sentence."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from exercises.desk import drawn, scenario, shipped

from cablesim.documents.claim import Claim
from cablesim.documents.evidence import Evidence
from cablesim.exercises.helping import question
from cablesim.exercises.naming import cited, in_words, texts, unknown_claims
from cablesim.exercises.proofing.unmarked import unmarked
from cablesim.scenario.exercise import CorroborateTask, Exercise, ExplainTask

SHIP = "stalin-zhou-3305"
EVERY = [(name, each) for name, book in shipped().items() for each in book.exercises]
OTHERS = re.compile(r"\bRussian record\b|\b[Oo]ther telegrams\b|\b[Tt]elegram \d{3,}|\bdecree\b")


def asked(prompt: str, explain: str = "") -> Exercise:
    """Return an exercise in words with a prompt."""
    task = ExplainTask(10, 60, (), "")
    return Exercise("one", "explain", "writing", 1, prompt, task, explain=explain)


def evidence() -> Evidence:
    """Return the evidence on No. 3305."""
    return scenario().evidence


def claim(name: str) -> Claim:
    """Return a claim of No. 3305."""
    return scenario().evidence.claim(name)


@pytest.mark.parametrize(("name", "exercise"), EVERY, ids=lambda each: getattr(each, "id", each))
def test_no_shipped_sentence_speaks_of_a_day_that_no_claim_carries(
    name: str, exercise: Exercise
) -> None:
    assert not list(unmarked(exercise, shipped()[name].scenario.evidence))


@pytest.mark.parametrize(("name", "exercise"), EVERY, ids=lambda each: getattr(each, "id", each))
def test_no_placeholder_of_a_claim_is_left_as_it_was_written(name: str, exercise: Exercise) -> None:
    told = in_words(exercise, shipped()[name].scenario.evidence)
    assert not [text for _, text in texts(told) if re.search(r"\{(?:claim|source)\.", text)]


@pytest.mark.parametrize("text", [
    "In February 1949 an answer was demanded.", "It was sent on 5 July.",
    "He was minister in 1949.", "On 16 October 1949 he came.",
])  # fmt: skip
def test_a_day_or_year_without_a_claim_is_told_and_one_with_a_claim_is_not(text: str) -> None:
    for exercise, key in ((asked(text), "prompt"), (asked("Why?", text), "explain")):
        fault, *more = unmarked(exercise, evidence())
        assert (fault.code, fault.key, more) == ("E112", key, [])
    for carried in (f"{text} (e-chaser)", f"{text} {{source.e-62}}", f"{{claim.e-62}} {text}"):
        assert not list(unmarked(asked(carried), evidence()))


def test_the_day_of_the_document_what_is_supposed_and_what_is_made_up_are_let_pass() -> None:
    assert not list(unmarked(asked("What is the date, 13 July 1950, written as?"), evidence()))
    assert not list(unmarked(asked("Suppose that it was sent on 5 July. Why?"), evidence()))
    made_up = replace(asked("It was sent on 5 July 1931."), made_up=True)
    assert not list(unmarked(made_up, evidence()))


def test_a_claim_stands_in_a_question_with_its_mark_and_its_source() -> None:
    told = in_words(
        asked("{claim.e-62} It is half {source.c-124}. {claim.i-124}"), evidence()
    ).prompt
    assert f"[O] {claim('e-62').text[:-1]} ({claim('e-62').source})." in told
    assert "half [D: line 14, “" in told
    assert re.search(r"\[I\] One division of 124 .* \(from line 14, .*; the doubt: No doc", told)
    assert cited("{claim.e-62} {source.c-124} (i-124)") == {"e-62", "c-124", "i-124"}


def test_a_claim_that_is_not_there_is_told_by_its_key() -> None:
    exercise = asked("{claim.e-63} It is half {source.nothing}.")
    assert list(unknown_claims(exercise, evidence())) == [("prompt", "e-63"), ("prompt", "nothing")]
    assert in_words(exercise, evidence()).prompt == exercise.prompt


@pytest.mark.parametrize(("exercise", "mark"), [
    ("who-is-not-there", "[O]"), ("no-direct-line", "[O: "), ("division-of-124", "[O]"),
    ("chaser", "[O]"), ("days-between", "[O: "), ("copies-stated", "[O: "),
    ("two-clocks", "[O: "), ("four-cities", "[O: "), ("predict-sending", "[O: "),
])  # fmt: skip
def test_what_other_papers_say_is_marked_in_the_question(exercise: str, mark: str) -> None:
    for number in range(6):
        assert mark in question(drawn(SHIP, exercise, number))[0]


def test_what_the_russian_record_has_is_marked_in_feedback() -> None:
    variant = drawn(SHIP, "read-form", 0)
    fields = variant.model().split("; ")
    said = variant.judge("; ".join([*fields[:-1], "top secret"])).remarks[0].text
    assert said.startswith(f"[O] {claim('e-top-secret').text[:-1]} (Russian record")


@pytest.mark.parametrize(("name", "exercise"), EVERY, ids=lambda each: getattr(each, "id", each))
def test_what_other_records_have_is_said_with_a_claim_beside_it(
    name: str, exercise: Exercise
) -> None:
    claims = {claim.id for claim in shipped()[name].scenario.evidence.claims}
    asks = claims & cited(" ".join(text for key, text in texts(exercise) if _is_asked(key)))
    beside = isinstance(exercise.task, CorroborateTask) or bool(asks)
    for key, text in texts(exercise):
        if OTHERS.search(text) and not beside:
            assert claims & cited(text), (key, text)


def _is_asked(key: str) -> bool:
    """Say whether a text stands in the question."""
    return key.startswith(("prompt", "vary.case"))
