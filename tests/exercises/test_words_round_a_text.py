"""Words round a text that is the answer, and the word that was sent in its place."""

from __future__ import annotations

import pytest
from exercises.desk import DRAWS, drawn

NICKEL, COURSE = "hollow-nickel-1953", "ten-lessons"
ROUND = (
    "He writes down {}", "He writes down: {}", "he wrote {}", "The reader writes down {}",
    "only {}", "just {}", "{} in all", "{} only", "It is only {}", "только {}",
)  # fmt: skip


@pytest.mark.parametrize("wording", ROUND)
def test_words_that_lead_up_to_a_text_or_close_it_take_nothing_away(wording: str) -> None:
    for n in range(10):
        variant = drawn(NICKEL, "out-of-step", n)
        verdict = variant.judge(wording.format(variant.model()))
        assert verdict.right, verdict
        assert verdict.read == variant.model().lower()


@pytest.mark.parametrize("wording", ["only {}", "{} in all", "It says only {}", "he reads {}"])
def test_they_take_nothing_away_from_what_a_system_gives(wording: str) -> None:
    for exercise in ("shift-back", "shift-letters", "columns-back", "board-letters"):
        variant = drawn(COURSE, exercise, 0)
        verdict = variant.judge(wording.format(variant.model()))
        assert verdict.right, verdict
        assert verdict.read == variant.model()


@pytest.mark.parametrize("wording", ["not {}", "not only {}", "He does not write {}", "{} or not"])
def test_a_denied_text_is_not_right(wording: str) -> None:
    variant = drawn(NICKEL, "out-of-step", 0)
    assert not variant.judge(wording.format(variant.model())).right


def test_a_wrong_text_is_quoted_without_its_lead() -> None:
    variant = drawn(NICKEL, "out-of-step", 0)
    verdict = variant.judge("He writes down: ПИСЬМО")
    assert verdict.remarks[0].text.startswith("письмо is not what it comes to.")


def test_the_word_that_was_sent_is_told_as_such() -> None:
    for n in range(DRAWS):
        variant = drawn(NICKEL, "out-of-step", n)
        for wording in ("{}", "He writes down {}"):
            verdict = variant.judge(wording.format(variant.values()["word"]))
            assert (verdict.score, verdict.mistakes) == (0, ("also-1",))
            assert "is the word that was sent" in verdict.remarks[0].text
