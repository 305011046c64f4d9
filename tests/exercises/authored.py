"""A file of one exercise as an author writes it, and what the checker says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exercises.desk import checked

if TYPE_CHECKING:
    from cablesim.scenario.finding import Finding

WHOLE = """
format = 1
[[exercise]]
id = "one"
kind = "{kind}"
skill = "x"
points = 2
prompt = "{prompt}"
hints = ["Look."]
explain = "It is so."
{more}
[[exercise.test]]
give = "right"
score = 1.0
"""
PAD = """cipher = "practice-book"
steps = ["add"]
vary.plain = [
  "WE ARE READY TO SEND JET FIGHTERS",
  "CONFIRM RECEIPT AND COMMUNICATE YOUR VIEWS",
]"""
OPTIONS = """option = [
  { text = "a", right = true, claim = "c-numbr" },
  { text = "b", right = false },
]"""
BY_SYSTEM = 'system = "vigenere"\nvary.plain = ["A"]\nvary.key = ["B"]'
ABOVE_ONE = """beside = ["c-copies"]
answer = "stronger"
partial = { direction = 0.9, reason = 0.5 }"""


def written(kind: str = "encode", prompt: str = "Add {pad} to {groups}.", more: str = PAD) -> str:
    """Return a file of one exercise."""
    return WHOLE.replace("{kind}", kind).replace("{prompt}", prompt).replace("{more}", more)


def found(text: str) -> list[Finding]:
    """Return what the checker says of a file, from so many draws as show it."""
    return checked(text, draws=25)


def codes(text: str) -> list[str]:
    """Return the codes of what is found."""
    return [finding.code for finding in found(text)]
