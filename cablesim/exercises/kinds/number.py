"""A number, a time of day or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.kinds.evidence import claim_named, proof
from cablesim.exercises.phrases import filled
from cablesim.exercises.reading.answers import (
    LONGEST,
    TO_CYRILLIC,
    TOO_LONG,
    bare,
    folded,
    foreign_look,
    plain,
    words,
)
from cablesim.exercises.reading.beside import harmless, not_understood
from cablesim.exercises.reading.clocks import beside_clock, read_clock
from cablesim.exercises.reading.countables import count_trouble
from cablesim.exercises.reading.dates import Day, are_true, dates_in, days
from cablesim.exercises.reading.denials import called_false
from cablesim.exercises.reading.leads import behind_lead, without_fillers
from cablesim.exercises.reading.meant import in_figures_if_number, is_clock, is_text, misread
from cablesim.exercises.reading.quantities import (
    Quantity,
    points_at,
    read_number,
    thing_trouble,
    unit_trouble,
)
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Step
from cablesim.exercises.verdict import Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Also, Exercise, Number, NumberTask
from cablesim.text.alphabet import RUSSIAN33

ANSWER, HOW, ON = "answer", "how", "on"
# What a case has for itself and not for the prompt.
# Another number that is each case's own: the name of one of its words.
_NAMED = re.compile(r"\{([a-z_][a-z0-9_-]*)\}")
_KEPT = frozenset({ANSWER, HOW, ON})
# "The second" may be the number 2, and never one that nobody counts up to.
MOST_IN_A_ROW = 31
_FALSE_DATE = (
    "The time is right, and the date beside it is not. Find the day too, or write the time alone."
)
_NOT_JUDGED = Remark("Only the time was asked for; the date beside it is not judged.", right=True)
_SOME_DAY = Day(1, 1, None)
_CYRILLIC = re.compile("[А-ЯЁ]+")


def same(wrote: str, meant: Number, within: float = 0.0) -> bool:
    """Say whether an answer is a number, a time or a text, as near as is wanted.

    >>> same("8:15", "08:15"), same("3 copies", 3), same("12", 11, within=1)
    (True, True, True)
    """
    return _match(wrote, read_as(wrote, meant), meant, within) is not None


def read_as(wrote: str, meant: Number) -> Quantity:
    """Return what an answer holds where a number, a time or a text of this form is wanted."""
    text = str(meant)
    if is_clock(text):
        return read_clock(wrote)
    if not is_text(text):
        return read_number(wrote)
    return Quantity(trouble=_look_alike(wrote, text)) if _look_alike(wrote, text) else _text(wrote)


def _match(wrote: str, found: Quantity, meant: Number, within: float) -> str | None:
    """Return the reading of an answer that is the one meant, as near as is wanted, if any is."""
    text = str(meant)
    if bare(wrote) == bare(text):
        return _said(found, wrote)
    wanted = read_as(text, meant).readings[:1]
    if is_text(text):
        said = (each for each in (wrote, *_spoken(wrote)) if _text(each).readings[0] in wanted)
        return next(map(_shown, said), None)
    for reading in found.readings:
        if reading in wanted:
            return reading
        if within and wanted and not is_clock(text):
            off = abs(Decimal(reading) - Decimal(wanted[0]))
            if off <= Decimal(str(within)):
                return reading
    return None


def _said(found: Quantity, wrote: str) -> str:
    """Return how an answer is read back."""
    return found.readings[0] if found.readings else bare(wrote)


def _text(wrote: str) -> Quantity:
    """Return a text as it is compared: its letters and figures alone."""
    return Quantity(("".join(words(wrote)) or bare(wrote),))


def _spoken(wrote: str) -> tuple[str, ...]:
    """Return what may be meant of a text: what stands behind a lead, without `only` and `in all`.

    The shortest is the last.
    """
    texts = (wrote, *behind_lead(wrote))
    return (*texts[1:], *(without_fillers(text) for text in texts))


def _shown(text: str) -> str:
    """Return a text as it is read back, without the mark that a lead may end in."""
    return bare(text.strip(" :=>→"))


def _look_alike(wrote: str, meant: str) -> str:
    """Say which letter of an answer only looks like one of the alphabet that is wanted."""
    letters = "".join(sign for sign in plain(wrote).upper() if sign.isalpha())
    russian = _CYRILLIC.fullmatch("".join(words(meant))) is not None
    if not russian or not _CYRILLIC.fullmatch(letters.translate(TO_CYRILLIC)):
        return ""
    return foreign_look(letters, RUSSIAN33.signs)


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
        return "Write a number." if not is_text(str(self.answer)) else "Write a few words."

    def model(self) -> str:
        """Return the number."""
        return str(self.answer)

    def mistakes(self) -> Iterator[Slip]:
        """Yield the other numbers that the author speaks of.

        One of several cases may ask for such a number; where there is one case, it never may.
        """
        task = self.item.task
        for number, also, value in self._others():
            asked = bool(task.cases) and same(str(value), self.answer, task.within)
            if not asked and also.score < 1:
                yield Slip(f"also-{number}", str(value))

    def _others(self) -> Iterator[tuple[int, Also, Number]]:
        """Yield the other numbers that the author speaks of, with their values in this case."""
        case = dict(self.case)
        for number, also in enumerate(self.item.task.also, 1):
            named = _NAMED.fullmatch(str(also.value))
            value = case.get(named[1]) if named else also.value
            if value is not None:
                yield number, also, in_figures_if_number(value, self.exercise.prompt)

    def judge(self, answer: str) -> Verdict:
        """Return the verdict: right, partly right, or wrong with the line that decides."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        if not bare(answer):
            return unread(f"Nothing was written that could be read. {self.how()}")
        found = read_as(answer, self.answer)
        shown = _match(answer, found, self.answer, self.item.task.within)
        trouble = self._unsure(answer, found)
        if trouble:
            return unread(f"{trouble} {self.how()}")
        if shown is not None:
            return self._right(answer, shown)
        for number, also, value in self._others():
            shown = _match(answer, read_as(answer, value), value, 0.0)
            if shown is not None:
                return self._also(number, also, shown)
        text = is_text(str(self.answer))
        shown = _shown(_spoken(answer)[-1]) if text else _said(found, answer)
        return self._wrong(shown or bare(answer))

    def _wrong(self, shown: str) -> Verdict:
        """Return the verdict of a wrong number; one of those in the prompt is no place yet."""
        if self._names_a_thing(shown):
            return unread(f"{shown} is one of those that are shown; which one is it? {self.how()}")
        text = " ".join(filter(None, (f"{shown} is not what it comes to.", self.item.proof)))
        return Verdict(0.0, shown, (Remark(text, 1, wrote=shown),), (False,))

    def _names_a_thing(self, shown: str) -> bool:
        """Say whether a number is one of a row in the prompt, where its place is asked for."""
        rows = (str(value).split() for name, value in self.case if name not in _KEPT)
        return any(
            shown in row and min(map(len, row)) == max(map(len, row)) > len(str(self.answer)) + 1
            for row in rows
            if len(row) > 1
        )

    def _right(self, answer: str, shown: str) -> Verdict:
        """Return the verdict of a right number; a false date beside a right time spoils it."""
        alone = bare(answer) == str(self.answer) or not is_clock(str(self.answer))
        dates = () if alone else beside_clock(answer, self._base())[1]
        if not dates:
            return Verdict(1.0, shown, (), (True,))
        day = self._day()
        if not day:
            return Verdict(1.0, shown, (_NOT_JUDGED,), (True,))
        if are_true(dates, days(folded(day))):
            return Verdict(1.0, shown, (), (True,))
        return Verdict(0.0, shown, (Remark(_FALSE_DATE, 1, wrote=shown),), (False,))

    def _day(self) -> str:
        """Return the day of the time that is asked for, where the case gives it."""
        return str(dict(self.case).get(ON, ""))

    def _base(self) -> Day | None:
        """Return the day from which a `day before` is counted, any where none is judged."""
        if not self._day():
            return _SOME_DAY
        found = dates_in(folded(self.exercise.prompt))
        each = found[0] if len(found) == 1 else frozenset()
        return next(iter(each)) if len(each) == 1 and all(day.year for day in each) else None

    def _strange(self, answer: str) -> str:
        """Say what beside a time nobody understands, or nothing."""
        left = beside_clock(answer, self._base())[0].strip()
        if not left:
            return ""
        values = [value for value in self.values().values() if not is_clock(value)]
        strange = not_understood(left, answer, harmless(values, self.exercise.prompt))
        return f"It is not clear what “{strange}” beside a time means." if strange else ""

    def _unsure(self, answer: str, found: Quantity) -> str:
        """Say why an answer is not sure to be meant as it is read, or nothing."""
        text = str(self.answer)
        if bare(answer) == bare(text):
            return ""
        if is_text(text):
            return found.trouble
        if is_clock(text):
            return found.trouble or self._strange(answer)
        wanted = read_number(text).readings[:1]
        if wanted and Decimal(wanted[0]) > MOST_IN_A_ROW and points_at(answer):
            return f"“{plain(answer)}” says which one, and not which number it is."
        prompt = self.exercise.prompt
        if found.readings and called_false(answer, prompt):
            return f"“{plain(answer)[:40]}” does not come down to one number."
        return (
            found.trouble
            or unit_trouble(answer, prompt)
            or thing_trouble(answer, prompt)
            or count_trouble(answer, filled(prompt, self.values()))
        )

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
        for case in task.cases:
            if ON in case and not days(folded(str(case[ON]))):
                text = f"'{case[ON]}' is no date; write the day of the answer, such as 13.7.50"
                raise ExerciseRefused(text, "vary.case")
        for also in task.also:
            named = _NAMED.fullmatch(str(also.value))
            if named and not any(named[1] in case for case in task.cases):
                text = f"no case has '{named[1]}'; write it into vary.case, or a number here"
                raise ExerciseRefused(text, "also")
        self._refuse_misread()
        scenario = sources.scenario
        self.proof = ""
        if task.claim:
            claim = claim_named(scenario.evidence, task.claim, "claim")
            said = proof(scenario, claim)
            # A source alone would seem to be that of the answer.
            self.proof = said if claim.line else f"{claim.text} {said}"
        self.names = tuple(f"also-{n}" for n, also in enumerate(task.also, 1) if also.score < 1)
        keys = dict.fromkeys(key for case in task.cases for key in case if key not in _KEPT)
        self.placeholders = tuple(keys)

    def _refuse_misread(self) -> None:
        """Refuse a value that would not be compared as its author means it."""
        task = self.task
        answers = [case[ANSWER] for case in task.cases] or [task.answer or ""]
        others = [each.value for each in task.also if not _NAMED.fullmatch(str(each.value))]
        prompt = self.exercise.prompt
        answers = [in_figures_if_number(value, prompt) for value in answers]
        others = [in_figures_if_number(value, prompt) for value in others]
        for key, values in (("vary.case" if task.cases else ANSWER, answers), ("also", others)):
            text = misread(values) or (misread([*answers, *values]) if key == "also" else "")
            if text:
                raise ExerciseRefused(text, key)

    def draw(self, stream: Stream, level: int | None = None) -> NumberVariant:
        """Draw a case."""
        del level
        case: Mapping[str, Number] = {}
        if self.task.cases:
            case = self.task.cases[stream.below(len(self.task.cases))]
        answer = case.get(ANSWER, self.task.answer)
        worked = str(case.get(HOW, self.task.how))
        return NumberVariant(
            self.exercise,
            self,
            tuple(case.items()),
            "" if answer is None else in_figures_if_number(answer, self.exercise.prompt),
            worked,
        )
