"""A number, a time of day or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from cablesim.exercises.answers import LONGEST, TO_LATIN, TOO_LONG, bare, folded
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.kinds.evidence import claim_named, proof
from cablesim.exercises.phrases import filled
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Step
from cablesim.exercises.verdict import Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Also, Exercise, Number, NumberTask

ANSWER, HOW = "answer", "how"
# What a case has for itself and not for the prompt.
_KEPT = frozenset({ANSWER, HOW})
MOST_FIGURES = 25
_NUMBER = re.compile(r"[-+]?\d+(?:[ ',]\d{3})*(?:[.,]\d+)?")
_TIME = re.compile(r"(?<!\d)(\d{1,2})\s?[:.h]?\s?(\d{2})(?!\d)")
_SPOKEN = (
    "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
)  # fmt: skip
_SPOKEN_NUMBERS = {word: str(number) for number, word in enumerate(_SPOKEN)} | {
    "zero": "0",
    "none": "0",
    "один": "1",
    "два": "2",
    "три": "3",
    "четыре": "4",
    "пять": "5",
}


def quantity(text: str, *, clock: bool = False) -> str | None:
    """Return the number that an answer holds, in one form, or None; with `clock` a time of day.

    >>> [quantity(text) for text in ("three copies", "5,794 km", "1.50", "no idea")]
    ['3', '5794', '1.5', None]
    >>> [quantity(text, clock=True) for text in ("8:15 in Beijing", "8.15", "0815", "25:00")]
    ['08:15', '08:15', '08:15', None]
    """
    words = folded(text)
    if clock:
        time = _TIME.search(words)
        fits = time is not None and int(time[1]) < 24 and int(time[2]) < 60  # noqa: PLR2004
        return f"{int(time[1]):02d}:{time[2]}" if time is not None and fits else None
    found = _NUMBER.search(words)
    if found:
        return _decimal(found[0])
    spoken = (_SPOKEN_NUMBERS.get(word) for word in re.findall(r"[^\W\d_]+", words))
    return next((number for number in spoken if number), None)


def _decimal(written: str) -> str:
    """Return a number in one form: no marks between thousands, no noughts at the end."""
    row = re.sub(r"[ ',](?=\d{3}(?:\D|$))", "", written).replace(",", ".")
    try:
        number = Decimal(row)
    except InvalidOperation:
        return row
    if len(row) > MOST_FIGURES:
        return row
    return f"{number.normalize():f}"


def same(wrote: str, meant: Number, within: float = 0.0) -> bool:
    """Say whether an answer is a number, a time or a text, as near as is wanted.

    >>> same("8:15", "08:15"), same("3 copies", 3), same("12", 11, within=1)
    (True, True, True)
    """
    text = str(meant)
    if bare(wrote) == bare(text):
        return True
    clock = _is_clock(text)
    one, other = quantity(wrote, clock=clock), quantity(text, clock=clock)
    if one is None or other is None or _is_text(text):
        return False
    if one == other or clock or not within:
        return one == other
    return abs(Decimal(one) - Decimal(other)) <= Decimal(str(within))


def _is_clock(text: str) -> bool:
    """Say whether an answer is a time of day."""
    return ":" in text and _TIME.fullmatch(text.strip()) is not None


def _is_text(text: str) -> bool:
    """Say whether an answer is more than a number or a time, and so compared as a whole."""
    return not (_NUMBER.fullmatch(text.strip()) or _is_clock(text))


@dataclass(frozen=True)
class NumberVariant:
    """The case that was drawn; without cases there is one."""

    exercise: Exercise
    item: NumberItem = field(compare=False, repr=False)
    case: tuple[tuple[str, Number], ...]
    answer: Number
    worked: str = ""

    asked = 1

    def values(self) -> Mapping[str, str]:
        """Return the words of the case."""
        return {name: str(value) for name, value in self.case if name not in _KEPT}

    def shown(self) -> Sequence[str]:
        """Return nothing: the prompt has it all."""
        return ()

    def steps(self) -> Sequence[Step]:
        """Return how the number is found, as its author says, and the line that it rests on."""
        worked = filter(None, (self.worked, self.item.proof))
        return tuple(Step(place, text) for place, text in enumerate(worked, 1))

    def how(self) -> str:
        """Say how the answer is written."""
        if ":" in str(self.answer):
            return "Write a time of day: hours and minutes."
        return "Write a number." if not _is_text(str(self.answer)) else "Write a few words."

    def model(self) -> str:
        """Return the number."""
        return str(self.answer)

    def mistakes(self) -> Iterator[Slip]:
        """Yield the other numbers that the author speaks of.

        One of several cases may ask for such a number; where there is one case, it never may.
        """
        task = self.item.task
        for number, also in enumerate(task.also, 1):
            asked = bool(task.cases) and same(str(also.value), self.answer, task.within)
            if not asked and also.score < 1:
                yield Slip(f"also-{number}", str(also.value))

    def judge(self, answer: str) -> Verdict:
        """Return the verdict: right, partly right, or wrong with the line that decides."""
        trouble = self._trouble(answer)
        if trouble:
            return unread(trouble)
        shown = self._read(answer) or bare(answer)
        if same(answer, self.answer, self.item.task.within):
            return Verdict(1.0, shown, (), (True,))
        for number, also in enumerate(self.item.task.also, 1):
            if same(answer, also.value):
                return self._also(number, also, shown)
        text = " ".join(filter(None, (f"{shown} is not what it comes to.", self.item.proof)))
        return Verdict(0.0, shown, (Remark(text, 1, wrote=shown),), (False,))

    @property
    def _clock(self) -> bool:
        """A time of day is asked for."""
        return _is_clock(str(self.answer))

    def _read(self, answer: str) -> str | None:
        """Return what was read: the number or the time; of words, all of them."""
        return None if _is_text(str(self.answer)) else quantity(answer, clock=self._clock)

    def _trouble(self, answer: str) -> str:
        """Say why an answer cannot be read, or nothing."""
        if len(answer) > LONGEST:
            return TOO_LONG
        if not bare(answer):
            return f"Nothing was written that could be read. {self.how()}"
        if _is_text(str(self.answer)):
            return ""
        if re.search(r"\d[oil]|[oil]\d", folded(answer).translate(TO_LATIN)):
            return "A letter stands among the figures (o, l or i); write figures only."
        if self._read(answer) is None:
            what = "time" if self._clock else "number"
            return f"There is no {what} in “{bare(answer)[:40]}”. {self.how()}"
        return ""

    def _also(self, number: int, also: Also, shown: str) -> Verdict:
        """Return the verdict of a number that the author speaks of."""
        text = filled(also.says, {**self.values(), "read": shown, "n": "1"})
        right = also.score >= 1
        text = text if right else " ".join(filter(None, (text, self.item.proof)))
        remark = Remark(text, 1, "" if right else f"also-{number}", shown, right)
        return Verdict(also.score, shown, (remark,), (right,))


class NumberItem:
    """An exercise of a number, made ready."""

    def __init__(self, exercise: Exercise, task: NumberTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        if task.answer is None and not task.cases:
            raise ExerciseRefused("there is no answer; write answer = ... or vary.case", ANSWER)
        if any(ANSWER not in case for case in task.cases):
            raise ExerciseRefused("a case has no answer; write answer = ... in it", "vary.case")
        scenario = sources.scenario
        self.proof = ""
        if task.claim:
            claim = claim_named(scenario.evidence, task.claim, "claim")
            self.proof = proof(scenario, claim)
        self.names = tuple(f"also-{n}" for n, also in enumerate(task.also, 1) if also.score < 1)
        keys = dict.fromkeys(key for case in task.cases for key in case if key not in _KEPT)
        self.placeholders = tuple(keys)

    def draw(self, stream: Stream, level: int | None = None) -> NumberVariant:
        """Draw a case."""
        del level
        case: Mapping[str, Number] = {}
        if self.task.cases:
            case = self.task.cases[stream.below(len(self.task.cases))]
        answer = case.get(ANSWER, self.task.answer)
        worked = str(case.get(HOW, self.task.how))
        return NumberVariant(
            self.exercise, self, tuple(case.items()), "" if answer is None else answer, worked
        )
