"""What in an exercise cannot be meant so: shares, times, lists and bounds that do not agree."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator

from cablesim.documents.evidence import Evidence
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.fault import Fault
from cablesim.exercises.judging.waiting import waits
from cablesim.exercises.reading.answers import folded
from cablesim.exercises.reading.clocks import read_clock
from cablesim.exercises.reading.dates import days
from cablesim.scenario.exercise import (
    BookTask,
    ClassifyTask,
    CorroborateTask,
    Exercise,
    ExplainTask,
    FormTask,
    GarbleTask,
    NumberTask,
    OrderTask,
    RecallTask,
    SupportTask,
    Task,
)

CODE, UNSURE = "E109", "E111"
_NEAR = 1e-6
_MONTHS, _LEAP, _CENTURY = 12, 2000, 1900
_LATIN, _CYRILLIC = re.compile("[A-Za-z]"), re.compile("[\u0400-\u04ff]")
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_ORDERS = {True: ("code", "add"), False: ("add", "code")}


def senseless(exercise: Exercise, evidence: Evidence | None) -> Iterator[Fault]:
    """Yield the values of an exercise that cannot be meant so; lines need the evidence."""
    yield from _shares(exercise)
    yield from _alone(exercise.task)
    yield from _twice(exercise)
    right = sum(rule.right for rule in exercise.rules)
    if exercise.rules and right != 1:
        message = f"{right or 'none'} of the rules is right: one has to be"
        yield Fault(CODE, message, "mark one rule with right = true", "rule")
    yield from _alphabets(exercise.task)
    match exercise.task:
        case BookTask() as task:
            yield from _steps(task)
        case NumberTask() as task:
            yield from _times(task)
            yield from _cases(task)
        case ExplainTask() as task if task.least > task.most:
            message = f"an answer of {task.least} words or more has more than {task.most}"
            yield Fault(CODE, message, "write least smaller than most", "words", bars=True)
        case SupportTask() as task:
            yield from _options(task, evidence)
        case OrderTask() as task if evidence is not None:
            yield from _free(task, evidence)


def _shares(exercise: Exercise) -> Iterator[Fault]:
    """Shares come to 1, and the points of a rubric to those of the exercise."""
    task = exercise.task
    shares = {}
    match task:
        case CorroborateTask():
            shares = {"direction": task.direction, "reason": task.reason}
        case GarbleTask():
            shares = {"place": task.place, "repair": task.repair}
        case ExplainTask():
            points = sum(line.points for line in task.rubric)
            if abs(points - exercise.points) > _NEAR:
                message = f"the rubric has {points:g} points, and the exercise {exercise.points:g}"
                yield Fault(CODE, message, "write the same sum in both", "rubric")
    if shares and abs(sum(shares.values()) - 1) > _NEAR:
        message = f"{' and '.join(shares)} come to {sum(shares.values()):g} together"
        yield Fault(CODE, message, "write shares that come to 1", "partial")


def _alone(task: Task) -> Iterator[Fault]:
    """Of sources side by side there are two; one may stand beside what the prompt says."""
    if isinstance(task, CorroborateTask) and len(task.beside) == 1:
        message = "one claim alone stands beside nothing"
        cure = "name the statement and what stands beside it, two claims or more"
        yield Fault(UNSURE, message, cure, "beside")


def _twice(exercise: Exercise) -> Iterator[Fault]:
    """Nothing stands twice in a list of which each is asked for."""
    match exercise.task:
        case FormTask() as task:
            yield from _again("ask", task.ask)
        case ClassifyTask() as task:
            yield from _again("claims", task.claims)
        case OrderTask() as task:
            yield from _again("stages", task.stages)
        case CorroborateTask() as task:
            yield from _again("beside", task.beside)
        case RecallTask() as task:
            yield from _again("terms", task.terms)
        case _:
            return


def _again(key: str, names: Iterable[str]) -> Iterator[Fault]:
    """Yield each name of a list that stood there before."""
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            yield Fault(CODE, f"'{name}' stands twice here", "take one out", f"{key}.{number}")
        seen.add(name)


def _steps(task: BookTask) -> Iterator[Fault]:
    """The steps stand in the order of the work."""
    order = _ORDERS[task.encodes]
    if task.steps not in {order, order[:1], order[1:]}:
        way = "encoding goes by the book first" if task.encodes else "decoding takes the pad first"
        right = ", ".join(f'"{step}"' for step in order if step in task.steps)
        message = f"the steps stand in another order than they are done: {way}"
        yield Fault(CODE, message, f"write steps = [{right}]", "steps")


def _free(task: OrderTask, evidence: Evidence) -> Iterator[Fault]:
    """One order at least is wrong; names that are not there are told elsewhere."""
    try:
        before = waits(task, {stage.id: stage.after for stage in evidence.route.stages})
    except ExerciseRefused:
        return
    if not any(before.values()):
        message = "no order of these stages can be wrong: none of them has to follow another"
        cure = "name stages of which one comes after another, by `after` in history.toml"
        yield Fault(CODE, message, cure, "stages")


def _times(task: NumberTask) -> Iterator[Fault]:
    """An answer in the form of a time is one."""
    values = [("answer", task.answer)]
    values += [(f"vary.case.{n}.answer", case.get("answer")) for n, case in enumerate(task.cases)]
    values += [(f"also.{n}.value", also.value) for n, also in enumerate(task.also)]
    for key, value in values:
        text = str(value).strip()
        if _CLOCK.fullmatch(text) and not read_clock(text).readings:
            cure = "write hours from 00 to 23 and minutes from 00 to 59"
            yield Fault(CODE, f"{text} is no time of day", cure, key)


def _cases(task: NumberTask) -> Iterator[Fault]:
    """There is one answer or one for each case, and the day of a case is in the calendar."""
    if task.answer is not None and task.cases:
        message = "each case has its own answer, and there is another one beside them"
        yield Fault(CODE, message, "take answer = ... out, or vary.case", "answer")
    for number, case in enumerate(task.cases):
        found = days(folded(str(case.get("on", ""))))
        if found and not any(_is_day(*day) for day in found):
            message = f"{case['on']} is no day of any calendar"
            yield Fault(CODE, message, "write a day that its month has", f"vary.case.{number}.on")


def _is_day(day: int, month: int, year: int | None) -> bool:
    """Tell whether a month has a day; without a year February has 29."""
    if not 1 <= month <= _MONTHS:
        return False
    return 1 <= day <= monthrange(_LEAP if year is None else _CENTURY + year % 100, month)[1]


def _alphabets(task: Task) -> Iterator[Fault]:
    """No word of a text to be worked has letters of two alphabets that look alike."""
    for number, plain in enumerate(getattr(task, "plains", ())):
        for word in plain.split():
            latin, other = _LATIN.search(word), _CYRILLIC.search(word)
            if latin and other:
                message = f"'{word[:40]}' has Latin letters and a Cyrillic {other[0]}"
                cure = "write the word again in one alphabet"
                yield Fault(CODE, message, cure, f"vary.plain.{number}")
                break


def _options(task: SupportTask, evidence: Evidence | None) -> Iterator[Fault]:
    """No statement stands twice, and a right one has a line where lines are asked for."""
    seen: dict[str, int] = {}
    lines = {} if evidence is None else {claim.id: claim.line for claim in evidence.claims}
    for number, option in enumerate(task.options):
        first = seen.setdefault(folded(option.text), number)
        if first != number:
            message = f"options {first + 1} and {number + 1} have the same text"
            yield Fault(CODE, message, "say two different things", f"option.{number}.text")
        if not (task.lines and option.right) or (option.claim and evidence is None):
            continue
        if not option.claim:
            message = f"option {number + 1} is right and has no claim, so no line can be asked for"
            cure = "name the claim that quotes the line, or leave lines = true out"
            yield Fault(CODE, message, cure, f"option.{number}", bars=True)
        elif lines.get(option.claim, 0) is None:
            message = f"option {number + 1} is right, and its claim '{option.claim}' has no line"
            cure = "name a claim that quotes a line, or leave lines = true out"
            yield Fault(CODE, message, cure, f"option.{number}.claim", bars=True)
