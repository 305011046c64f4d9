"""What a learner reads before the answer: whether it is enough, and whether it is too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablesim.exercises.fault import Fault
from cablesim.exercises.phrases import STEP, placeholders
from cablesim.exercises.proofing.early import judged_early
from cablesim.exercises.reading.answers import bare, folded
from cablesim.exercises.reading.directions import STRONGER, WEAKER
from cablesim.exercises.reading.numerals import ORDINALS, spoken
from cablesim.exercises.variant import Variant
from cablesim.scenario.exercise import (
    BookTask,
    CorroborateTask,
    DepthTask,
    Exercise,
    GarbleTask,
    NumberTask,
    SystemTask,
    Task,
)

GIVEN_AWAY, IN_HINT, NOT_SHOWN = "L102", "L103", "E110"
NO_REASON = "no-reason"
# Kinds whose worked steps are no work but what decides each part.
_WORKED = (BookTask, SystemTask, GarbleTask, DepthTask)
LEAST_SIGNS = 3
# Smaller numbers stand in too many sentences that are about something else.
LEAST_SPELLED = 4
_ORDINALS = frozenset(ORDINALS.split())
# Behind such a word stands a place and no answer.
_PLACES = r"(?:lines?|pages?|numbers?|no|nos|groups?|points?|parts?|steps?|columns?|rows?)"
_TOKEN = re.compile(rf"(?:\b(?P<place>{_PLACES})\.?\s+)?(?P<token>\d[\d:.,]*(?<![.,:])|[^\W\d_]+)")
_GOES_ON = frozenset({"to", "and", "or", "bis", "-"})


def given_away(exercise: Exercise) -> Iterator[Fault]:
    """Yield what gives the answer away in title or prompt, feedback, or a hint before the last."""
    answers = _answers(exercise.task)
    early = exercise.hints[:-1] or exercise.hints
    texts = [("prompt", exercise.prompt)]
    texts += [(f"hints.{n}", text) for n, text in enumerate(early)]
    texts += [(f"feedback.{name}", text) for name, text in exercise.feedback.items()]
    single = len(exercise.hints) == 1 and isinstance(exercise.task, _WORKED)
    for key, text in texts:
        steps = not (key.startswith("feedback") or (single and key != "prompt"))
        for name in dict.fromkeys(placeholders(text)):
            if name in answers or (steps and name.partition(".")[0] == STEP):
                message = f"{{{name}}} is the answer, or a part of it"
                cure = "leave it out here; the last of several hints may show a worked step"
                yield Fault(GIVEN_AWAY, message, cure, key)
    match exercise.task:
        case NumberTask() as task if task.answer is not None:
            yield from _told(exercise, str(task.answer))
        case CorroborateTask() as task:
            yield from _directed(exercise, task)


def _directed(exercise: Exercise, task: CorroborateTask) -> Iterator[Fault]:
    """Yield where prompt or feedback decides the direction before it is judged."""
    if _decides(exercise.prompt, task.answer):
        message = f"the prompt says '{task.answer}' alone, and that is the answer"
        cure = "ask for the direction: stronger, weaker or unchanged"
        yield Fault(IN_HINT, message, cure, "prompt")
    if judged_early(task, exercise.feedback.get(NO_REASON, "")):
        message = "this is said to any direction before it is judged, and tells whether it is right"
        cure = "ask for the reason alone: what do the sources have to do with it?"
        yield Fault(IN_HINT, message, cure, f"feedback.{NO_REASON}")


def _told(exercise: Exercise, answer: str) -> Iterator[Fault]:
    """Yield where the answer stands in so many words before the last hint."""
    for number, text in enumerate(exercise.hints[:-1]):
        if _tells(text, answer) or _spells(text, answer):
            message = f"this hint has the answer, {answer}, and is not the last"
            cure = "say here what to look for, and the answer in the last hint at most"
            yield Fault(IN_HINT, message, cure, f"hints.{number}")
    # A title such as "2950 or 3950?" leaves the choice.
    other = len(set(re.findall(r"\d[\d:.,]*", exercise.title))) > 1
    if not other and (_tells(exercise.title, answer) or _spells(exercise.title, answer)):
        message = f"the title has the answer, {answer}"
        yield Fault(IN_HINT, message, "name what is asked for, and not what it is", "title")
    if re.search(rf"\(\s*{re.escape(bare(answer))}\s*\)", folded(exercise.prompt)):
        message = f"the prompt has the answer in brackets, ({answer})"
        yield Fault(IN_HINT, message, "take it out", "prompt")


def _decides(prompt: str, answer: str) -> bool:
    """Say whether a prompt names a direction, and no other one beside it."""
    named = {word for word in (STRONGER, WEAKER) if re.search(rf"\b{word}\b", folded(prompt))}
    return named == {answer}


def _spells(text: str, answer: str) -> bool:
    """Say whether a sentence has a number in words, and not as the number of a line or a page."""
    tokens = re.findall(r"[^\W_]+", folded(text))
    if not answer.isdecimal() or int(answer) < LEAST_SPELLED:
        return False
    return any(
        value == int(answer)
        and _ORDINALS.isdisjoint(tokens[start:end])
        and not re.fullmatch(_PLACES, tokens[start - 1] if start else "")
        for start, end, value in spoken(tokens)
        if not any(token.isdecimal() for token in tokens[start:end])
    )


def _answers(task: Task) -> frozenset[str]:
    """Return the placeholders that stand for the answer."""
    match task:
        case BookTask():
            direct = "cipher" if task.encodes else "plain"
            groups = not task.adds if task.encodes else not task.codes
            return frozenset({direct, *(("groups",) if groups else ())})
        case SystemTask():
            return frozenset({"cipher" if task.encodes else "plain"})
        case NumberTask():
            keys = {key for case in task.cases for key in case}
            same = {
                key
                for key in keys - {"answer", "how"}
                if all(folded(str(case.get(key))) == folded(str(case.get("answer")))
                       for case in task.cases)
            }  # fmt: skip
            return frozenset(same)
        case _:
            return frozenset()


def _tells(text: str, answer: str) -> bool:
    """Say whether a sentence has an answer in it, and not as the number of a line or a page."""
    wanted = bare(answer)
    if not any(map(str.isdigit, wanted)):
        return (
            len(wanted) >= LEAST_SIGNS
            and re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded(text)) is not None
        )
    placed = False
    for found in _TOKEN.finditer(folded(text)):
        token = found["token"]
        if not token[0].isdigit():
            placed = placed and token in _GOES_ON
            continue
        placed = placed or bool(found["place"])
        if token == wanted and not placed:
            return True
    return False


def not_shown(exercise: Exercise, variant: Variant) -> Iterator[Fault]:
    """Yield what is to be worked and stands neither in the prompt nor below it."""
    values = variant.values()
    named = set(placeholders(exercise.prompt))
    read = _squeezed(" ".join((exercise.prompt, *variant.shown())))
    for names in _needed(exercise.task):
        texts = (_squeezed(values[name]) for name in names if name in values)
        if named.isdisjoint(names) and not any(text in read for text in texts):
            wanted = " or ".join(f"{{{name}}}" for name in names)
            message = "the prompt does not show what is to be worked"
            yield Fault(NOT_SHOWN, message, f"write {wanted} in it", "prompt")


def _needed(task: Task) -> tuple[tuple[str, ...], ...]:
    """Return the placeholders without which nothing can be worked; of some, one does."""
    match task:
        case BookTask() if task.encodes:
            text = ("plain",) if task.codes else ("groups", "plain")
            return (text, ("pad", "pages")) if task.adds else (text,)
        case BookTask():
            return (("cipher",), ("pad", "pages")) if task.adds else (("groups",),)
        case SystemTask():
            return (("plain" if task.encodes else "cipher",),)
        case GarbleTask():
            return (("cipher",), ("pad",))
        case DepthTask():
            return (("cipher.1",), ("cipher.2",), ("crib",))
        case _:
            return ()


def _squeezed(text: str) -> str:
    """Return a text by its letters and figures alone."""
    return "".join(re.findall(r"[^\W_]+", folded(text)))
