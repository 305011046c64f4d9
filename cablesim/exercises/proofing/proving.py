"""Solving and spoiling many variants of an exercise before a student sees one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.fault import Fault
from cablesim.exercises.proofing.asking import asks_too_much
from cablesim.exercises.proofing.early import told_early
from cablesim.exercises.proofing.giving import not_shown
from cablesim.exercises.proofing.shares import Share
from cablesim.exercises.proofing.static import RIGHT
from cablesim.exercises.seeds import Seed
from cablesim.exercises.variant import Item, Variant
from cablesim.exercises.verdict import Verdict
from cablesim.scenario.exercise import ExerciseTest, GarbleTask

LEAST_DISTINCT = 3
# Every mistake is compared with all others in every variant. It is also judged in the first
# variants, and then in every so manieth; one that a test names is judged in all of them.
THOROUGH = 20
EVERY = 8
VARYING = frozenset({"encode", "decode", "garble", "depth"})
_SALT = "check"


@dataclass(frozen=True, slots=True)
class Proof:
    """What the variants of an exercise show: its faults, how many were drawn, how many differ."""

    faults: tuple[Fault, ...]
    draws: int
    distinct: int


@dataclass(slots=True)
class _Looked:
    """What was found so far; each kind of fault is told once, with its first variant."""

    item: Item
    faults: dict[str, Fault] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def note(self, code: str, about: str, message: str, cure: str = "", key: str = "") -> None:
        """Keep a fault, unless the same was found before."""
        self.faults.setdefault(f"{code} {about}", Fault(code, message, cure, key))


def proved(item: Item, share: Share) -> Proof:
    """Return what does not hold over the variants of an exercise, as many as its share allows."""
    looked = _Looked(item)
    distinct: set[object] = set()
    n, draws = 0, 1
    while n < draws:
        try:
            variant = item.draw(Seed(_SALT, "check", item.exercise.id, "", n).stream())
        except ExerciseRefused as error:
            return Proof((Fault("E107", str(error), key=error.key),), share.most, len(distinct))
        if n == 0:
            draws = share.draws(len(variant.model()))
            looked.faults |= {
                fault.cure: fault for fault in not_shown(looked.item.exercise, variant)
            }
        face = _face(variant)
        if face not in distinct:
            distinct.add(face)
            for fault in (*asks_too_much(variant), *told_early(item.exercise, variant)):
                looked.faults.setdefault(fault.key, fault)
            _solve(looked, variant, n)
        n += 1
    _tell_sums(looked, len(distinct))
    return Proof(tuple(looked.faults.values()), draws, len(distinct))


def _face(variant: Variant) -> object:
    """Return what tells a variant from others: its answer and what a student sees of it."""
    return (variant.model(), *variant.values().values(), *variant.shown())


def _solve(looked: _Looked, variant: Variant, n: int) -> None:
    """Judge the model answer, every mistake and every test of one variant."""
    right = variant.model()
    model = variant.judge(right)
    if not model.done:
        said = " ".join(remark.text for remark in model.remarks[:1])
        message = f"the model answer of variant {n} scores {model.score:g}: {said}"
        looked.note("V101", "", message)
    verdicts: dict[str, Verdict] = {RIGHT: model}
    answers = {right: RIGHT}
    tested = {test.give for test in looked.item.exercise.tests}
    for number, slip in enumerate(variant.mistakes()):
        looked.seen.add(slip.name)
        if slip.answer in answers:
            _alike(looked, slip.name, answers[slip.answer])
        answers[slip.answer] = slip.name
        if n < THOROUGH or slip.name in tested or (number + n) % EVERY == 0:
            verdict = variant.judge(slip.answer)
            verdicts[slip.name] = verdict
            _recognised(looked, slip.name, slip.answer, verdict)
    _repairs(looked, variant)
    for number, test in enumerate(looked.item.exercise.tests):
        _test(looked, variant, test, number, verdicts, n)


def _alike(looked: _Looked, name: str, other: str) -> None:
    """Note a mistake whose answer is the right one, or that of another mistake."""
    if other == RIGHT:
        looked.note("V102", name, f"the mistake '{name}' gives the right answer")
    else:
        looked.note("V103", name, f"the mistakes '{other}' and '{name}' give the same answer")


def _recognised(looked: _Looked, name: str, answer: str, verdict: Verdict) -> None:
    """Note a mistake that is judged right, taken for another one, or not recognised."""
    if verdict.done:
        looked.note("V102", name, f"the mistake '{name}' is judged right: {answer[:60]}")
    elif verdict.mistakes != (name,):
        found = ", ".join(verdict.mistakes) or "nothing"
        message = f"the mistake '{name}' is recognised as {found}: {answer[:60]}"
        looked.note("V103", name, message)


def _repairs(looked: _Looked, variant: Variant) -> None:
    """Note a damage that has more than one repair where one is wanted."""
    task = looked.item.exercise.task
    count = getattr(variant, "repairs", 1)
    if isinstance(task, GarbleTask) and count != 1 and (task.one_repair or task.check):
        cure = "add check = true, so that a check group makes it certain"
        looked.note("V104", "", f"{count} repairs are right", cure, "vary.damage")


def _test(
    looked: _Looked,
    variant: Variant,
    test: ExerciseTest,
    number: int,
    verdicts: Mapping[str, Verdict],
    n: int,
) -> None:
    """Note a test that does not hold; what this variant does not allow is passed over.

    So is a model answer that is not right: that was told before.
    """
    if test.answer is not None:
        verdict = variant.judge(test.answer)
    elif test.give in verdicts and (test.give != RIGHT or verdicts[RIGHT].done):
        verdict = verdicts[test.give]
    else:
        return
    wrong = _broken(test, verdict)
    if wrong:
        looked.note("V106", str(number), f"in variant {n} {wrong}", key=f"test.{number}")


_NEAR = 1e-6


def _broken(test: ExerciseTest, verdict: Verdict) -> str:
    """Say what a verdict does not keep of a test, or nothing."""
    score = verdict.score
    if test.unread and verdict.readable:
        return "the answer could be read"
    # What is not whole is no try either, but it was understood: it has the name of its slip.
    understood = verdict.readable or verdict.mistakes
    if not (test.unread or understood):
        return "the answer could not be read"
    if test.says and test.says not in verdict.mistakes:
        found = ", ".join(verdict.mistakes) or "no mistake"
        return f"it says {found}, not {test.says}"
    return _unlike(test, score)


def _unlike(test: ExerciseTest, score: float) -> str:
    """Say how far a score is from what a test wants, or nothing."""
    if test.score is not None and abs(score - test.score) > _NEAR:
        return f"the score is {score:g}, not {test.score:g}"
    if test.below is not None and score >= test.below:
        return f"the score is {score:g}, not below {test.below:g}"
    if test.above is not None and score <= test.above:
        return f"the score is {score:g}, not above {test.above:g}"
    return ""


def _tell_sums(looked: _Looked, distinct: int) -> None:
    """Note what shows only over all draws: few variants, and mistakes that never came up."""
    exercise = looked.item.exercise
    if exercise.kind in VARYING and distinct < LEAST_DISTINCT:
        message = f"all draws together give {distinct} different variants"
        looked.note("V105", "", message, "give more texts, or a pad or key that is drawn", "vary")
    for number, test in enumerate(exercise.tests):
        named = test.give and test.give != RIGHT and test.give in looked.item.names
        if named and test.give not in looked.seen:
            message = f"the mistake '{test.give}' comes up in no variant, so nothing was tested"
            looked.note("V106", str(number), message, "give texts that allow it", f"test.{number}")
