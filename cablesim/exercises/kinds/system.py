"""Encoding and decoding by any teaching system of the registry, Latin, Russian or figures."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from cablesim.codes import registry
from cablesim.errors import CablesimError
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.judging.along import OFF, turned
from cablesim.exercises.judging.rows import Reckoned, SlipRow
from cablesim.exercises.kinds.sumslips import FIVE
from cablesim.exercises.kinds.systemjudge import judge_result, pieces
from cablesim.exercises.kinds.systemslips import names_of, rarer_slips, system_slips
from cablesim.exercises.kinds.systemwork import SystemWork, Worked, shown_row
from cablesim.exercises.kinds.throughput import Work
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip
from cablesim.exercises.verdict import Verdict
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Drawn, Exercise, SystemTask
from cablesim.systems.errors import SystemRefused, nearest
from cablesim.systems.parameters import as_word
from cablesim.systems.system import System, Way

MOST_DRAWS = 60
MOST_KEPT = 4_000
MOST_SIGNS = 5_000
MODERN = "modern"


@dataclass(frozen=True, slots=True)
class SystemVariant(SystemWork):
    """The work, with what can go wrong in it and the judge of it."""

    def mistakes(self) -> Iterator[Slip]:
        """Yield every mistake that shows in what is left to the student."""
        seen = {self.right[self.given :]}
        worked = self.worked
        for name, row, _ in (*worked.slips, *worked.rarer, *self._turned()):
            left = row[self.given :]
            if left and left not in seen and self.asked:
                seen.add(left)
                yield Slip(name, row if self.in_tokens else shown_row(left))

    def _turned(self) -> Iterator[SlipRow]:
        """Yield the result turned by one sign, either way."""
        given, left = self.right[: self.given], self.right[self.given :]
        ends = [len(piece) for piece in left.split()]
        row = left.replace(" ", "")
        for other in (row[1:] + row[:1], row[-1:] + row[:-1]):
            signs = iter(other)
            cut_so = " ".join("".join(islice(signs, end)) for end in ends)
            if self.is_even and turned(pieces(cut_so, self.right), pieces(left, self.right)):
                yield OFF, given + cut_so, False

    def judge(self, answer: str) -> Verdict:
        """Return the verdict, sign by sign."""
        return judge_result(self, answer) if self.asked else Verdict(1.0, "")


class SystemItem:
    """An exercise by a teaching system, made ready."""

    def __init__(self, exercise: Exercise, task: SystemTask, sources: Sources) -> None:
        del sources
        self.exercise = exercise
        self.task = task
        self._system = self._found(task.system)
        self._demand_parameters()
        drawn = {name: _first(how) for name, how in task.drawn.items()}
        parameters = {**task.parameters, **drawn}
        self.names = names_of(self._system, parameters, encodes=task.encodes)
        self.placeholders = ("plain", "cipher", *parameters)
        self._worked: dict[tuple[str, tuple[tuple[str, str], ...]], Worked] = {}

    @staticmethod
    def _found(name: str) -> System:
        """Return the system of a name, or say which is meant."""
        try:
            found = registry.system(name)
        except SystemRefused as error:
            raise ExerciseRefused(str(error), "system") from error
        if found.family == MODERN:
            raise ExerciseRefused(
                f"{name} is worked by a computer; take a system of paper or of wheels", "system"
            )
        return found

    def _demand_parameters(self) -> None:
        """Refuse a parameter that the system does not have, and one that cannot be drawn."""
        known = {each.name for each in self._system.parameters} | {"preset"}
        for name in (*self.task.parameters, *self.task.drawn):
            here = set(self._system.named({name: ""}))
            if not here <= known:
                key = f"vary.{name}" if name in self.task.drawn else f"parameters.{name}"
                hint = nearest(name, known) or f"; it has: {', '.join(sorted(known))}"
                raise ExerciseRefused(f"{self._system.name} has no parameter '{name}'{hint}", key)
        for name, how in self.task.drawn.items():
            if how == Drawn():
                raise ExerciseRefused(
                    f"nothing can be drawn from '{name}'; write a list, or figures, letters, "
                    "least and most, or shuffle",
                    f"vary.{name}",
                )

    def draw(self, stream: Stream, level: int | None = None) -> SystemVariant:
        """Draw text and parameters until no mistake looks like another, and copying is one."""
        changed = False
        for number in range(MOST_DRAWS):
            plain = self.task.plains[stream.below(len(self.task.plains))]
            drawn = {name: _draw(stream, how) for name, how in self.task.drawn.items()}
            worked = self._work(plain, {**self.task.parameters, **drawn})
            changed |= worked.changes
            if not (worked.changes and self._fair(worked, strict=number < MOST_DRAWS // 2)):
                continue
            shown = {**self.task.parameters, **drawn}
            named = tuple((name, as_word(value)) for name, value in shown.items())
            given = self._given(worked.right, level)
            return SystemVariant(self.exercise, self.task, plain, named, worked, given)
        if not changed:
            raise ExerciseRefused(
                f"whatever is drawn, {self._system.name} gives the text back as it was, and to "
                "copy it would be right; take a key or a text that is changed by it",
                "vary",
            )
        raise ExerciseRefused(
            f"{MOST_DRAWS} draws were not fair: mistakes spoil too little; give longer texts, or "
            "ask less of 'fair'",
            "vary",
        )

    def _fair(self, worked: Worked, *, strict: bool) -> bool:
        """Say whether the mistakes differ from each other, and spoil as much as is wanted."""
        rows = [row for _, row, _ in worked.slips]
        if strict and len(set(rows)) < len(rows):
            return False
        for name, least in self.task.fair.items():
            row = next((row for slip, row, _ in worked.slips if slip == name), worked.right)
            wrong = sum(map(str.__ne__, row, worked.right)) + abs(len(row) - len(worked.right))
            if wrong < least:
                return False
        return True

    def _work(self, plain: str, parameters: dict[str, object]) -> Worked:
        """Work a text once, with all that can go wrong."""
        key = (plain, tuple((name, as_word(value)) for name, value in parameters.items()))
        if key not in self._worked:
            if len(self._worked) >= MOST_KEPT:
                self._worked.clear()
            self._worked[key] = self._worked_anew(plain, parameters)
        return self._worked[key]

    def _worked_anew(self, plain: str, parameters: dict[str, object]) -> Worked:
        """Work a text; raise with the system's own reason where it refuses."""
        try:
            sent = self._system.encipher(plain, **parameters).result
            work, right = Work(self._system, Way.ENCIPHER, plain, parameters), sent
            if not self.task.encodes:
                work = Work(self._system, Way.DECIPHER, sent, parameters)
                right = self._system.decipher(sent, **parameters).result
        except CablesimError as error:
            raise ExerciseRefused(f"{self._system.name} refuses this: {error}", "vary") from error
        if not 0 < len(right) <= MOST_SIGNS:
            bound = f"the result has {len(right):,} signs; it must have 1 to {MOST_SIGNS:,}"
            raise ExerciseRefused(bound, "vary.plain")
        also = () if self.task.encodes else (plain,)
        conventions = tuple(work.result(each.parameters) for each in self.task.conventions)
        slips = system_slips(work)
        rarer = Reckoned(rarer_slips(work, right, slips, (*also, *conventions)))
        return Worked(work, sent, right, also, slips, conventions, rarer)

    def _given(self, right: str, level: int | None) -> int:
        """Return how many signs are worked already; the rest is so many groups of five."""
        fade = self.task.fade
        if level is None or not fade or " " in right:
            return 0
        return max(len(right) - FIVE * fade[min(level, len(fade) - 1)], 0)


def _first(how: Drawn) -> object:
    """Return a value of the kind that is drawn, to see what the system makes of it."""
    if how.values:
        return how.values[0]
    if how.figures:
        return "0" * how.figures
    return how.shuffle or ("A" * how.letters if how.letters else how.least)


def _draw(stream: Stream, how: Drawn) -> object:
    """Draw one value."""
    if how.values:
        return how.values[stream.below(len(how.values))]
    if how.figures:
        return stream.figures(how.figures)
    if how.letters:
        letters = string.ascii_uppercase
        return "".join(letters[stream.below(len(letters))] for _ in range(how.letters))
    if how.shuffle:
        return "".join(stream.shuffle(how.shuffle))
    return stream.between(how.least, max(how.least, how.most))
