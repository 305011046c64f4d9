"""Words that only lead up to figures are left out, whatever kind takes the figures."""

from __future__ import annotations

import pytest
from exercises.desk import drawn, every

from cablesim.exercises.kinds.book import BookVariant
from cablesim.exercises.kinds.depth import DepthVariant
from cablesim.exercises.kinds.garble import GarbleVariant
from cablesim.exercises.kinds.number import NumberVariant
from cablesim.exercises.kinds.system import SystemVariant
from cablesim.exercises.reading.leads import figures_behind_lead
from cablesim.exercises.variant import Variant

LEADS = ("it means {}", "The answer is {}", "it is {}", "I get {}", "answer: {}", "It's {}",
         "my result = {}", "I think it is {}", "The groups are\n{}", "Ответ: {}")  # fmt: skip
DENIED = ("it is not {}", "not {}", "it isn't {}", "never {}", "I do not get {}", "not: {}")
KINDS = (BookVariant, SystemVariant, GarbleVariant, NumberVariant, DepthVariant)


def in_figures(variant: Variant) -> str:
    """Return the right answer in figures, where there is one."""
    if isinstance(variant, DepthVariant):
        return " ".join(variant.second.codes[: variant.opened])
    answer = variant.model()
    figures = answer.replace(" ", "").replace(":", "")
    return answer if isinstance(variant, KINDS) and figures.isdigit() else ""


FIGURES = [each for each in every() if in_figures(drawn(*each, 0))]


@pytest.mark.parametrize(("name", "exercise"), FIGURES, ids=map("/".join, FIGURES))
def test_what_only_leads_up_to_figures_does_no_harm_in_any_kind(name: str, exercise: str) -> None:
    for n in range(3):
        variant = drawn(name, exercise, n)
        for lead in LEADS:
            verdict = variant.judge(lead.format(in_figures(variant)))
            assert verdict.right, (lead, verdict)


@pytest.mark.parametrize(("name", "exercise"), FIGURES, ids=map("/".join, FIGURES))
def test_denied_figures_are_right_in_no_kind_and_no_try_without_words(
    name: str, exercise: str
) -> None:
    variant = drawn(name, exercise, 0)
    for lead in DENIED:
        verdict = variant.judge(lead.format(in_figures(variant)))
        assert not verdict.right, lead
        # Where words may be written, "not" is a word like others.
        assert isinstance(variant, DepthVariant) or not verdict.readable, lead


@pytest.mark.parametrize(
    ("name", "exercise"), [each for each in FIGURES if drawn(*each, 0).asked > 1]
)
def test_wrong_figures_behind_a_lead_are_judged_as_they_are_without_it(
    name: str, exercise: str
) -> None:
    for n in range(2):
        variant = drawn(name, exercise, n)
        for slip in variant.mistakes():
            if slip.answer.replace(" ", "").isdigit():
                alone, led = variant.judge(slip.answer), variant.judge(f"I get {slip.answer}")
                assert (led.score, led.mistakes, led.parts) == (
                    alone.score,
                    alone.mistakes,
                    alone.parts,
                )


def test_code_groups_behind_a_lead_are_read_where_their_words_are_wanted() -> None:
    variant = drawn("stalin-zhou-3305", "decode", 0)
    for lead in LEADS:
        verdict = variant.judge(lead.format(variant.values()["groups"]))
        assert verdict.mistakes == ("not-looked-up",), lead


@pytest.mark.parametrize(
    "text",
    ["no 3152 6722", "No: 3152", "it is no 3152", "page 2: 3152", "it is the 2nd, 3152", "or 3152",
     "3152 it is", "it may be 3152", "is it 3152"],
)  # fmt: skip
def test_what_is_more_than_a_lead_stays(text: str) -> None:
    assert figures_behind_lead(text) == text


def test_a_letter_among_figures_is_told_behind_a_lead_too() -> None:
    variant = drawn("stalin-zhou-3305", "add-pad", 0)
    first, *rest = variant.model().split()
    verdict = variant.judge(" ".join(["it is", f"l{first[1:]}", *rest]))
    assert not verdict.readable
    assert f"did you mean 1{first[1:]}?" in verdict.remarks[0].text


LED = ["the answer is {}", "I think {}", "my answer: {}", "I think it is {}"]


@pytest.mark.parametrize(
    "exercise", ["supported", "spot-layer", "how-known", "order-route", "recall-evidence"]
)
def test_what_leads_up_to_letters_and_terms_is_no_part_of_them(exercise: str) -> None:
    for n in range(4):
        variant = drawn("stalin-zhou-3305", exercise, n)
        for lead in LED:
            assert variant.judge(lead.format(variant.model())).right, lead
        assert not variant.judge(f"the answer is not {variant.model()}").right


@pytest.mark.parametrize(
    "lead",
    [*LED, "they say: {}", "translation: {}", "from page 2: {}", "it begins: {}", "it begins {}"],
)
def test_what_leads_up_to_words_costs_nothing(lead: str) -> None:
    for exercise in ("decode-words", "decode", "depth"):
        variant = drawn("stalin-zhou-3305", exercise, 0)
        assert variant.judge(lead.format(variant.model())).right, exercise


def test_letters_of_another_alphabet_may_lead_up_to_a_result() -> None:
    variant = drawn("ten-lessons", "shift-russian", 0)
    right = variant.model()
    assert variant.judge(f"the answer is {right}").right
    wrong = variant.judge(f"the answer is {right[1:]}{right[0]}")
    assert wrong.readable
    assert "Latin" not in wrong.remarks[0].text
    assert not variant.judge("the answer is OCEAH").readable
