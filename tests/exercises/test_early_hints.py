"""A hint before the last that has the answer in it is told for every kind; an honest one is not."""

from __future__ import annotations

import pytest
from exercises.authored import PAD, found, written

SUPPORT = """[[exercise.option]]
text = "Molotov has a copy."
right = true
says = "The list has him."
claim = "c-copies"
[[exercise.option]]
text = "Roshchin has a copy."
right = false
says = "The list has another name."
claim = "c-copies"
"""
KINDS = {
    "corroborate": 'beside = ["c-or", "c-copies"]\nanswer = "stronger"',
    "support": SUPPORT,
    "classify": 'claims = ["c-number", "g-cipher", "c-copies"]',
    "order": 'stages = ["sign", "register", "encode", "send"]',
    "form": 'ask = ["to", "signature", "kind and number"]',
    "recall": 'terms = ["pad page"]',
    "explain": (
        'words = { least = 1, most = 9 }\nrubric = [{ points = 2, text = "x" }]\n'
        'model = "The list has two names."'
    ),
    "encode": 'system = "caesar"\nparameters = { shift = 3 }\nvary.plain = ["ATTACK AT DAWN"]',
    "decode": PAD.replace('"add"', '"code"'),
}
ASKS = {"encode": "Encipher {plain}.", "decode": "Read {groups}."}


def told(kind: str, hint: str, *, last: bool = False) -> list[str]:
    """Return the keys of L103 for a hint before another one, or behind it."""
    text = written(kind, ASKS.get(kind, "What is it?"), KINDS[kind])
    hints = ("Look.", hint) if last else (hint, "Look.")
    text = text.replace('["Look."]', str(list(hints)))
    return [each.key for each in found(text) if each.code == "L103"]


GIVING = [
    ("corroborate", "It becomes stronger."),
    ("corroborate", "Stronger!"),
    ("corroborate", "Two witnesses agree, and that makes the statement stronger."),
    ("support", "Molotov has a copy, and Roshchin has not."),
    ("classify", "The first is D, and look at the others."),
    ("classify", "Look twice: the cipher is a gap."),
    ("order", "Signed, registered, encoded, sent."),
    ("form", "The signature is FILIPPOV."),
    ("form", "It is signed Filippov."),
    ("form", "Line 5 has SOVIET AMBASSADOR."),
    ("form", "Write: CIPHERED TELEGRAM No. 3305"),
    ("recall", "It is the pad page."),
    ("explain", "Say: the list has two names."),
    ("encode", "It comes to DWWDF NDWGD ZQ."),
    ("decode", "It says WE ARE READY TO SEND JET FIGHTERS."),
]
HONEST = [
    ("corroborate", "Is it stronger or weaker?"),
    ("corroborate", "Two voices make a claim stronger, one voice does not."),
    ("corroborate", "It would be stronger if both had seen it."),
    ("corroborate", "The summary has a stronger word than the telegram."),
    ("corroborate", "It is stronger than a rumour in any case."),
    ("corroborate", "It becomes weaker or stronger: say which."),
    ("support", "Ask whether Molotov has a copy."),
    ("support", "One says: Molotov has a copy. The other: Roshchin has a copy."),
    ("support", "Read the list of copies."),
    ("classify", "What the page says is D, and what nobody knows is a gap."),
    ("classify", "Square brackets are a sign left by somebody. By whom?"),
    ("classify", "The list is the document's own."),
    ("order", "Sent, encoded, registered, signed: it is not so."),
    ("order", "A telegram is encoded before it is sent."),
    ("form", "The signature is in line 18."),
    ("form", "It stands below Telegraph fulfillment, above the copies."),
    ("form", "Look right beside SOVIET AMBASSADOR."),
    ("form", "Is the Soviet ambassador named?"),
    ("recall", "Think of the page that both sides have."),
    ("explain", "The list has names. Count them."),
    ("encode", "Go on three letters: A is D."),
    ("decode", "Look up each group; the first is a word of two letters, we."),
]


@pytest.mark.parametrize(("kind", "hint"), GIVING)
def test_an_early_hint_with_the_answer_is_told_and_the_last_may_have_it(
    kind: str, hint: str
) -> None:
    assert told(kind, hint) == ["exercise.0.hints.0"]
    assert told(kind, hint, last=True) == []


@pytest.mark.parametrize(("kind", "hint"), HONEST)
def test_a_hint_that_says_where_to_look_or_gives_the_principle_is_none(
    kind: str, hint: str
) -> None:
    assert told(kind, hint) == []


@pytest.mark.parametrize(
    ("said", "judges"),
    [
        ("Stronger is right, but why?", True),
        ("Right, but why?", True),
        ("That is not right; and why?", True),
        ("It becomes stronger: say why.", True),
        ("{read} is correct. Why?", True),
        ("Give the reason too: what have the sources to do with it?", False),
        ("Is {read} right? Say why.", False),
        ("{read} may be right; give the reason, in {why}.", False),
        ("Stronger, weaker or neither alone is no answer.", False),
        ("A reason of eight words or more is wanted as well.", False),
    ],
)
def test_what_is_said_to_a_missing_reason_does_not_judge_the_direction(
    said: str,
    judges: bool,  # noqa: FBT001 - a column of the table.
) -> None:
    more = f'{KINDS["corroborate"]}\nbecause = {{ least = 8 }}\nfeedback.no-reason = "{said}"'
    text = written("corroborate", "How?", more)
    keys = [each.key for each in found(text) if each.code == "L103"]
    assert keys == ["exercise.0.feedback.no-reason"] * judges
