"""Solving and spoiling many variants of an exercise before a student sees one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.seeds import Seed
from cablesim.exercises.static import RIGHT, Fault
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


@dataclass(slots=True)
class _Proof:
    """What was found so far; each kind of fault is told once, with its first variant."""

    item: Item
    faults: dict[str, Fault] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def note(self, code: str, about: str, message: str, cure: str = "", key: str = "") -> None:
        """Keep a fault, unless the same was found before."""
        self.faults.setdefault(f"{code} {about}", Fault(code, message, cure, key))


def proved(item: Item, draws: int) -> Iterator[Fault]:
    """Yield what does not hold over so many draws of an exercise."""
    proof = _Proof(item)
    distinct: set[object] = set()
    for n in range(draws):
        try:
            variant = item.draw(Seed(_SALT, "check", item.exercise.id, "", n).stream())
        except ExerciseRefused as error:
            yield Fault("E107", str(error), key=error.key)
            return
        face = _face(variant)
        if face not in distinct:
            distinct.add(face)
            _solve(proof, variant, n)
    _tell_sums(proof, len(distinct))
    yield from proof.faults.values()


def _face(variant: Variant) -> object:
    """Return what tells a variant from others: its answer and what a student sees of it."""
    return (variant.model(), *variant.values().values(), *variant.shown())


def _solve(proof: _Proof, variant: Variant, n: int) -> None:
    """Judge the model answer, every mistake and every test of one variant."""
    right = variant.model()
    model = variant.judge(right)
    if not model.done:
        said = " ".join(remark.text for remark in model.remarks[:1])
        message = f"the model answer of variant {n} scores {model.score:g}: {said}"
        proof.note("V101", "", message)
    verdicts: dict[str, Verdict] = {RIGHT: model}
    answers = {right: RIGHT}
    tested = {test.give for test in proof.item.exercise.tests}
    for number, slip in enumerate(variant.mistakes()):
        proof.seen.add(slip.name)
        if slip.answer in answers:
            _alike(proof, slip.name, answers[slip.answer])
        answers[slip.answer] = slip.name
        if n < THOROUGH or slip.name in tested or (number + n) % EVERY == 0:
            verdict = variant.judge(slip.answer)
            verdicts[slip.name] = verdict
            _recognised(proof, slip.name, slip.answer, verdict)
    _repairs(proof, variant)
    for number, test in enumerate(proof.item.exercise.tests):
        _test(proof, variant, test, number, verdicts, n)


def _alike(proof: _Proof, name: str, other: str) -> None:
    """Note a mistake whose answer is the right one, or that of another mistake."""
    if other == RIGHT:
        proof.note("V102", name, f"the mistake '{name}' gives the right answer")
    else:
        proof.note("V103", name, f"the mistakes '{other}' and '{name}' give the same answer")


def _recognised(proof: _Proof, name: str, answer: str, verdict: Verdict) -> None:
    """Note a mistake that is judged right, taken for another one, or not recognised."""
    if verdict.done:
        proof.note("V102", name, f"the mistake '{name}' is judged right: {answer[:60]}")
    elif verdict.mistakes != (name,):
        found = ", ".join(verdict.mistakes) or "nothing"
        message = f"the mistake '{name}' is recognised as {found}: {answer[:60]}"
        proof.note("V103", name, message)


def _repairs(proof: _Proof, variant: Variant) -> None:
    """Note a damage that has more than one repair where one is wanted."""
    task = proof.item.exercise.task
    count = getattr(variant, "repairs", 1)
    if isinstance(task, GarbleTask) and count != 1 and (task.one_repair or task.check):
        cure = "add check = true, so that a check group makes it certain"
        proof.note("V104", "", f"{count} repairs are right", cure, "vary.damage")


def _test(
    proof: _Proof,
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
        proof.note("V106", str(number), f"in variant {n} {wrong}", key=f"test.{number}")


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


def _tell_sums(proof: _Proof, distinct: int) -> None:
    """Note what shows only over all draws: few variants, and mistakes that never came up."""
    exercise = proof.item.exercise
    if exercise.kind in VARYING and distinct < LEAST_DISTINCT:
        message = f"all draws together give {distinct} different variants"
        proof.note("V105", "", message, "give more texts, or a pad or key that is drawn", "vary")
    for number, test in enumerate(exercise.tests):
        named = test.give and test.give != RIGHT and test.give in proof.item.names
        if named and test.give not in proof.seen:
            message = f"the mistake '{test.give}' comes up in no variant, so nothing was tested"
            proof.note("V106", str(number), message, "give texts that allow it", f"test.{number}")
