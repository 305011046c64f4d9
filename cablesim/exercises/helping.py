"""Help that teaches: the question as it is put, hints, worked steps, the rule behind a step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cablesim.exercises.madeup import never_real
from cablesim.exercises.phrases import STEP, filled, placeholders
from cablesim.exercises.variant import Step, Variant
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import BookTask, CorroborateTask, ExplainTask, Rule
from cablesim.scenario.scenario import Scenario

# Placeholders at whose place the lines stand that would otherwise stand below the prompt.
_LISTS = frozenset({"options", "stages", "pages"})
MADE_UP = "Made up for practice."
# A placeholder that says all of that within the sentence.
_INLINE = "fields"


def banner(variant: Variant, scenario: Scenario) -> str:
    """Return the sentence above an exercise of which something is made up; nothing above others.

    The scenario's own sentence is about its walk. Where that walk has the document's own groups,
    it would call drawn figures real, so that it is not taken. What can never be real has a sentence
    above it whatever its author says.
    """
    exercise, teaching = variant.exercise, scenario.teaching
    if not (exercise.made_up or never_real(exercise.task)):
        return ""
    return exercise.banner or (MADE_UP if teaching.procedure.pinned else teaching.banner)


def sentence(variant: Variant, text: str) -> str:
    """Return an author's sentence about this variant, steps and all."""
    return _filled(variant, text, variant.steps)


def _filled(variant: Variant, text: str, steps: Callable[[], Sequence[Step]]) -> str:
    """Return a sentence with its placeholders filled; steps are counted from the first of these."""
    values: Mapping[str, str] = variant.values()
    if any(name.startswith(f"{STEP}.") for name in placeholders(text)):
        told = {f"{STEP}.{place}": step.text for place, step in enumerate(steps(), 1)}
        values = {**values, **told}
    return filled(text, values)


def question(variant: Variant) -> Sequence[str]:
    """Return the prompt and what stands below it, or at its placeholder, one thing a line."""
    prompt = variant.exercise.prompt
    names = tuple(placeholders(prompt))
    if _INLINE in names:
        return (sentence(variant, prompt),)
    before, after = prompt, ""
    for name in _LISTS.intersection(names):
        before, _, after = prompt.partition(f"{{{name}}}")
    first, last = (sentence(variant, text) for text in (before.strip(), after.lstrip(" .,;:?!")))
    return tuple(filter(None, (first, *variant.shown(), last)))


def hint(variant: Variant, number: int) -> str | None:
    """Return a hint by its number (from 1), or None where there is no other.

    Its steps are counted from the first that is left to the student: the others are on the screen.
    """
    hints = variant.exercise.hints
    if not 1 <= number <= len(hints):
        return None
    return _filled(variant, hints[number - 1], lambda: _left(variant))


def _left(variant: Variant) -> Sequence[Step]:
    """Return the steps that are left, and the last of them again for each that is worked."""
    steps = variant.steps()
    left = [step for step in steps if not step.given]
    return [*left, *left[-1:] * (len(steps) - len(left))] if left else steps


def explanation(variant: Variant) -> Sequence[str]:
    """Return what is said once the answer is right, or was given up: why it is so, a model."""
    exercise = variant.exercise
    lines = [sentence(variant, exercise.explain)] if exercise.explain else []
    if isinstance(exercise.task, ExplainTask | CorroborateTask) and exercise.task.model:
        lines.append(f"To compare with: {exercise.task.model}")
    return lines


@dataclass(frozen=True, slots=True)
class RuleQuestion:
    """The question which rule was used: the choices as shown, and which of them it was."""

    choices: tuple[str, ...]
    right: int

    def judge(self, key: str) -> bool:
        """Say whether a key names the right rule; keys count from 1."""
        return key.strip() == str(self.right + 1)


_ENCODING = (
    Rule("Add figure to figure and drop the tens.", right=True),
    Rule("Add the groups as numbers and carry the tens.", right=False),
    Rule("Take the pad away from the code group.", right=False),
)
_DECODING = (
    Rule("Take the pad away figure by figure, with ten added where it is needed.", right=True),
    Rule("Take the pad away as numbers and borrow from the neighbour.", right=False),
    Rule("Add the pad once more.", right=False),
)
_LOOKING_UP = (
    Rule("Take the longest entry of the book that fits.", right=True),
    Rule("Look up word by word.", right=False),
    Rule("Spell every word.", right=False),
)
_READING = (
    Rule("Look each group up in the second part of the book.", right=True),
    Rule("Look each group up by its first two figures.", right=False),
    Rule("Guess from the words before.", right=False),
)


def rule_question(variant: Variant, stream: Stream) -> RuleQuestion | None:
    """Return the question about the rule behind the worked steps, its choices in a drawn order.

    There is none where an author gave no rules and the program knows none.
    """
    rules = variant.exercise.rules or _usual(variant)
    right = [rule for rule in rules if rule.right]
    if len(right) != 1:
        return None
    shown = stream.shuffle(rules)
    return RuleQuestion(tuple(rule.text for rule in shown), shown.index(right[0]))


def _usual(variant: Variant) -> tuple[Rule, ...]:
    """Return the rules of book and pad."""
    task = variant.exercise.task
    if not isinstance(task, BookTask):
        return ()
    if task.adds:
        return _ENCODING if task.encodes else _DECODING
    return _LOOKING_UP if task.encodes else _READING
