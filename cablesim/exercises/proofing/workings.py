"""Sums that an author writes into `how`: whether they come out, and end in the answer.

Sums of teaching systems drop tens, and clocks and alphabets go round, so that what is off by such a
round is let pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from cablesim.exercises.fault import Fault
from cablesim.exercises.reading.answers import bare
from cablesim.exercises.reading.numerals import spoken
from cablesim.scenario.exercise import Number, NumberTask

CODE = "E111"
# A week, tens that are dropped, the clock, alphabets of 26, 30 to 33 letters, an hour.
_ROUNDS = (7, 10, 12, 24, 26, 30, 31, 32, 33, 60)
_NUMBER = r"\d{1,9}(?:\.\d{1,6})?"
_SUM = re.compile(
    rf"(?<![\w.,:/)=+*×÷^-])(?<![+*×÷/^)x-]\s)(?P<left>{_NUMBER}(?:\s?[-+*×−]\s?{_NUMBER})+)"
    rf"\s?=\s?(?P<right>-?{_NUMBER})(?![\w:/]|[.,]\d|\s?[-+*×÷−/^%(])"
)
_PIECE = re.compile(rf"([-+*×−]?)\s?({_NUMBER})")


def wrong_sums(task: NumberTask) -> Iterator[Fault]:
    """Yield each sum that does not come out, and each `how` whose sums end in no answer."""
    answer = "" if task.answer is None else task.answer
    written: list[tuple[str, str, Number]] = [("how", task.how, answer)]
    written += [
        (f"vary.case.{n}.how", str(case.get("how", task.how)), case.get("answer", ""))
        for n, case in enumerate(task.cases)
        if "how" in case
    ]
    for key, text, meant in written:
        sums = [(found["left"], found["right"]) for found in _SUM.finditer(text)]
        wrong = [(left, right) for left, right in sums if not _comes_out(left, right)]
        for left, right in wrong[:1]:
            message = f"{left} = {right} stands here, and it comes to {_value(left):g}"
            yield Fault(CODE, message, "reckon it again", key)
        if sums and not wrong and not (key == "how" and task.cases) and not _has(text, meant):
            message = f"the sum ends in {sums[-1][1]}, and the answer is {meant}"
            yield Fault(CODE, message, "write the sum that gives the answer", key)


def _value(text: str) -> Decimal:
    """Return what a row of sums comes to, products first.

    >>> _value("2 + 3 * 4"), _value("5 - 7")
    (Decimal('14'), Decimal('-2'))
    """
    terms: list[Decimal] = []
    for sign, number in _PIECE.findall(text):
        value = Decimal(number)
        if sign in ("*", "×"):
            terms[-1] *= value
        else:
            terms.append(-value if sign in ("-", "−") else value)
    return sum(terms, Decimal())


def _comes_out(left: str, right: str) -> bool:
    """Say whether a sum comes out, or is off by the rounds of a clock, an alphabet or of tens.

    >>> _comes_out("7 + 5", "12"), _comes_out("7 + 5", "2"), _comes_out("15 + 14", "30")
    (True, True, False)
    """
    said = Decimal(right)
    off = _value(left) - said
    if not off or any(off % each == 0 and 0 <= said <= each for each in _ROUNDS):
        return True
    return _without_tens(left) == right


def _without_tens(text: str) -> str:
    """Return the sum of whole numbers figure by figure, tens dropped; nothing of other sums.

    >>> _without_tens("4717 + 8356"), _without_tens("12 + 3")
    ('2063', '')
    """
    pieces = _PIECE.findall(text)
    numbers = [number for _, number in pieces]
    alike = len({len(number) for number in numbers}) == 1 and all(map(str.isdigit, numbers))
    if not alike or any(sign in ("*", "×") for sign, _ in pieces):
        return ""
    signs = [-1 if sign in ("-", "−") else 1 for sign, _ in pieces]
    columns = zip(*numbers, strict=True)
    return "".join(
        str(sum(sign * int(figure) for sign, figure in zip(signs, column, strict=True)) % 10)
        for column in columns
    )


def _has(text: str, answer: Number) -> bool:
    """Say whether a text has an answer in it, in figures or in words."""
    wanted, said = bare(str(answer)), bare(text)
    if re.search(rf"(?<![\w.,:]){re.escape(wanted)}(?!\w|[.,:]\d)", said):
        return True
    tokens = re.findall(r"[^\W_]+", said)
    figures = wanted.replace(".0", "")
    return any(str(value) == figures for _, _, value in spoken(tokens))
