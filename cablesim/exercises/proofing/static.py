"""What can be said of an exercise before anything is drawn: help, tests, points, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from cablesim.documents.evidence import Evidence
from cablesim.exercises.fault import Fault
from cablesim.exercises.madeup import called_real
from cablesim.exercises.naming import CLAIM, SOURCE, near_id, unknown_claims
from cablesim.exercises.phrases import STEP, placeholders
from cablesim.exercises.proofing.accepting import wrongly_accepted
from cablesim.exercises.proofing.early import early_answers
from cablesim.exercises.proofing.giving import given_away
from cablesim.exercises.proofing.linenumbers import false_lines
from cablesim.exercises.proofing.sense import senseless
from cablesim.exercises.proofing.unmarked import unmarked
from cablesim.exercises.proofing.workings import wrong_sums
from cablesim.exercises.variant import Item
from cablesim.scenario.exercise import (
    CorroborateTask,
    Exercise,
    ExplainTask,
    FormTask,
    NumberTask,
    OrderTask,
    SupportTask,
)
from cablesim.scenario.scenario import Scenario
from cablesim.systems.errors import nearest

RIGHT = "right"
ALIKE = 0.7
NO_MISTAKE = 'none has a name here: what counts as right is none; write answer = "..." instead'
# What may stand in feedback and `says`, beside the placeholders of the kind.
SPOKEN = ("n", "part", "read", "why", "field", "way")


def written_faults(
    exercise: Exercise, item: Item | None, scenario: Scenario | None = None
) -> Iterator[Fault]:
    """Yield what is missing, names nothing or cannot be meant so.

    Names of mistakes are looked at where the item is ready, claims, lines and fields where the
    scenario is there.
    """
    evidence = scenario.evidence if scenario is not None else None
    if not exercise.hints:
        cure = 'write hints = ["the principle first", "then the step"]'
        yield Fault("E101", "this exercise has no hint", cure)
    if not _explained(exercise):
        cure = 'write explain = "one sentence why it is so"'
        yield Fault("E102", "this exercise explains nothing", cure)
    if not exercise.tests:
        cure = 'add [[exercise.test]] with give = "right" and score = 1.0'
        yield Fault("E105", "this exercise has no test", cure)
    if not exercise.points and exercise.kind != "recall":
        yield Fault("E106", "this exercise earns no points", "write points = 1 or more", "points")
    if exercise.kind == "recall" and not _asks_for_a_meaning(exercise.prompt):
        message = "the choices stand in the prompt, and what is meant does not: nothing is asked"
        cure = 'write prompt = "Which term is meant? “{meaning}” {options}"'
        yield Fault("E108", message, cure, "prompt")
    yield from senseless(exercise, evidence)
    yield from called_real(exercise)
    if isinstance(exercise.task, NumberTask):
        yield from wrong_sums(exercise.task)
    yield from given_away(exercise)
    if scenario is not None:
        yield from _claims(exercise, scenario.evidence)
        yield from false_lines(exercise, scenario)
        yield from unmarked(exercise, scenario.evidence)
        yield from early_answers(exercise, scenario)
        if isinstance(exercise.task, FormTask):
            yield from wrongly_accepted(exercise.task, scenario)
    if item is not None:
        yield from _placeholders(exercise, item)
        yield from _names(exercise, item)


def _claims(exercise: Exercise, evidence: Evidence) -> Iterator[Fault]:
    """Yield every claim that a text names and that is not there."""
    known = [claim.id for claim in evidence.claims]
    for key, name in unknown_claims(exercise, evidence):
        hint = near_id(name, known).removeprefix("; ") or "name a claim of history.toml"
        yield Fault("E103", f"there is no claim '{name}'", hint, key)


def _asks_for_a_meaning(prompt: str) -> bool:
    """Say whether a prompt has the meaning before its choices, or leaves both to stand below it."""
    names = [name for name in placeholders(prompt) if name in {"meaning", "options"}]
    return not names or names[0] == "meaning"


def _explained(exercise: Exercise) -> bool:
    """Say whether anything tells why the answer is what it is."""
    match exercise.task:
        case ExplainTask() | CorroborateTask() as task if task.model:
            return True
        case SupportTask() as task if any(option.says for option in task.options):
            return True
        case NumberTask() as task if task.also:
            return True
        case _:
            own = bool(exercise.explain or exercise.feedback)
            return own or exercise.kind == "recall"


def _placeholders(exercise: Exercise, item: Item) -> Iterator[Fault]:
    """Yield every placeholder that has nothing to stand for."""
    known = {*item.placeholders, STEP, CLAIM, SOURCE}
    told = [(f"feedback.{name}", text) for name, text in exercise.feedback.items()]
    texts = [("prompt", exercise.prompt), ("explain", exercise.explain)]
    texts += [(f"hints.{n}", text) for n, text in enumerate(exercise.hints)]
    for key, text in texts:
        yield from _unfilled(key, text, known)
    for key, text in told:
        yield from _unfilled(key, text, known | set(SPOKEN))


def _unfilled(key: str, text: str, known: set[str]) -> Iterator[Fault]:
    """Yield the placeholders of one text that are not known."""
    for name in placeholders(text):
        if name in known or name.partition(".")[0] in known & {STEP, CLAIM, SOURCE}:
            continue
        hint = nearest(name, known).removeprefix("; ") or f"there is: {', '.join(sorted(known))}"
        yield Fault("E103", f"{{{name}}} stands for nothing here", hint, key)


def _names(exercise: Exercise, item: Item) -> Iterator[Fault]:
    """Yield every name of a mistake that this exercise cannot recognise."""
    known = [*item.names, *_remarked(exercise)]
    for name in exercise.feedback:
        yield from _unknown(name, known, f"feedback.{name}")
    for name in getattr(exercise.task, "fair", {}):
        yield from _unknown(name, known, "vary.fair")
    for number, test in enumerate(exercise.tests):
        given = [test.give] if test.give and test.give != RIGHT else []
        yield from (f for name in given for f in _unknown(name, known, f"test.{number}.give"))
        said = [test.says] if test.says else []
        yield from (f for name in said for f in _unknown(name, known, f"test.{number}.says"))
        if not test.give and test.answer is None:
            cure = 'write give = "right", the name of a mistake, or answer = "a text"'
            yield Fault("E105", "this test gives no answer", cure, f"test.{number}")


def _remarked(exercise: Exercise) -> tuple[str, ...]:
    """Return the names of feedback that is no mistake: a stage at either end."""
    if not isinstance(exercise.task, OrderTask):
        return ()
    stages = exercise.task.stages
    return tuple(f"{name}-{end}" for name in stages for end in ("first", "last"))


def _unknown(name: str, known: Iterable[str], key: str) -> Iterator[Fault]:
    """Yield a fault where a name is not known."""
    names = list(known)
    if name not in names:
        there = f"there is: {', '.join(names)}" if names else NO_MISTAKE
        # Such names are alike in form; what is only somewhat like one was not meant for it.
        near = get_close_matches(name, names, 1, ALIKE)
        hint = f"did you mean '{near[0]}'?" if near else there
        yield Fault("E103", f"no mistake here is called '{name}'", hint, key)
