"""Stages put in an order that the evidence allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cablesim.documents.route import Stage
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.judging.chains import kept, ordered, widest
from cablesim.exercises.judging.sentences import said
from cablesim.exercises.judging.waiting import waits
from cablesim.exercises.kinds.lettered import LETTERS, behind_words, lettered, place_of
from cablesim.exercises.phrases import filled
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, folded
from cablesim.exercises.reading.signs import clear
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Step
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Exercise, OrderTask

EXTRA = "extra-"
OTHERS = "Any other order in which each stands after what it has to follow is right too."
_PARTED = re.compile(r"[,;\n|/\t→⇒➔<]|[-=]*>|\bthen\b")
# A title may have a comma or a stroke in it, and none of these.
_STRONGLY = re.compile(r"[;\n|\t→⇒➔<]|[-=]*>")
_NUMBERED = re.compile(r"^\s*(\d{1,2})\s?[.):]\s*")
_RUN = re.compile(r"[^\W_]+")
# Of so many letters one may be a slip, so that the others are not blamed with it.
_MOSTLY = 3
_FILLERS = frozenset({"then", "and", "next", "finally", "first", "last", "lastly"})


@dataclass(frozen=True)
class OrderVariant:
    """Stages and extras in the order in which they are shown."""

    exercise: Exercise
    item: OrderItem = field(compare=False, repr=False)
    row: tuple[str, ...]

    @property
    def task(self) -> OrderTask:
        """What the exercise asks for."""
        return self.item.task

    @property
    def asked(self) -> int:
        """How many stages are to be put in order."""
        return len(self.task.stages)

    def values(self) -> Mapping[str, str]:
        """Return the stages as shown."""
        return {"stages": "; ".join(self.shown())}

    def shown(self) -> Sequence[str]:
        """Return the stages, lettered."""
        return lettered([self.item.title(name) for name in self.row])

    def how(self) -> str:
        """Say how the answer is written."""
        return "Write the letters in order: b, a, c ..."

    def steps(self) -> Sequence[Step]:
        """Return one order with what each stage has to follow, then what does not belong.

        Where the stages can stand otherwise as well, the last step says so.
        """
        row = [f"{self._letters([name])} {self._follows(name)}" for name in self.item.one_order]
        row += [
            f"{self._letters([name])} {self.item.title(name)}: it does not belong. {extra.says}"
            for name, extra in self.item.extras.items()
        ]
        row += [OTHERS] if self.item.free else []
        return tuple(Step(place, text.strip()) for place, text in enumerate(row, 1))

    def _follows(self, name: str) -> str:
        """Return a stage with the last ones that must stand before it."""
        before = self.item.before
        earlier = [each for each in self.item.one_order if each in before[name]]
        last = [each for each in earlier if not any(each in before[other] for other in earlier)]
        titles = " and ".join(f"“{self.item.title(each)}”" for each in last)
        why = self.task.because.get(name, "") if last else ""
        follows = f"after {titles}." if last else "nothing before it."
        return f"{self.item.title(name)}: {follows} {filled(why, {})}".strip()

    def _letters(self, names: Sequence[str]) -> str:
        """Return names as their letters."""
        return ", ".join(LETTERS[self.row.index(name)] for name in names)

    def model(self) -> str:
        """Return one order that the evidence allows."""
        return self._letters(self.item.one_order)

    def mistakes(self) -> Iterator[Slip]:
        """Yield every mistake that can be made here."""
        order = list(self.item.one_order)
        back = order[::-1]
        if self.item.length(back) < len(back):
            yield Slip("backwards", self._letters(back))
        early = self._early(order)
        if early and early != back:
            yield Slip("too-early", self._letters(early))
        late = [*order[1:], order[0]]
        if self.item.length(late) == len(late) - 1 > 1:
            yield Slip("too-late", self._letters(late))
        extra = next((name for name in self.row if name.startswith(EXTRA)), None)
        if extra:
            yield Slip("extra", self._letters([*order, extra]))
        yield Slip("left-out", self._letters(order[:-1]))

    def _early(self, order: list[str]) -> list[str]:
        """Return the order with a stage moved before the one that it must follow."""
        before = self.item.before
        for place in range(1, len(order)):
            if order[place - 1] in before[order[place]]:
                return [*order[: place - 1], order[place], order[place - 1], *order[place + 1 :]]
        return []

    def judge(self, answer: str) -> Verdict:
        """Return the verdict: the longest row of stages that the evidence allows."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        names, trouble = behind_words(self._read, answer)
        if trouble:
            return unread(trouble)
        whole = len(self.task.stages)
        read = "; ".join(f"{self._letters([name])} {self.item.title(name)}" for name in names)
        if len(names) < whole:
            # All are shown in the question, so that naming those that do not stand gives nothing.
            left = [name for name in self.row if name not in names]
            titles = "; ".join(f"{self._letters([name])}, {self.item.title(name)}" for name in left)
            belong = f" ({whole} belong in the row)" if self.item.extras else ""
            values = {"read": f"{titles}{belong}", "n": "0", "why": ""}
            return unread(said(self.exercise, "left-out", values), read, name="left-out")
        stages = [name for name in names if not name.startswith(EXTRA)]
        extras = [name for name in names if name.startswith(EXTRA)]
        stays = kept(stages, self.item.before)
        chain = len(stays)
        score = max((chain - 1) / (whole - 1) - len(extras) / whole, 0.0) if chain else 0.0
        left_out = [name for name in self.task.stages if name not in stages]
        # One stage alone is in no order yet, and earns nothing.
        parts = tuple(chain > 1 and name in stays for name in names)
        right = chain == whole and not extras
        if self.task.whole:
            score = float(right)
        shown = [
            Part(f"{self._letters([name])} {self.item.title(name)}", n, right=stands)
            for n, (name, stands) in enumerate(zip(names, parts, strict=True), 1)
        ]
        shown += [Part("", 0, right=False)] * len(left_out)
        remarks = tuple(self._remarks(names, stays, left_out))
        score = 1.0 if right else min(score, 0.99)
        return Verdict(score, read, remarks, parts, wrote=tuple(shown))

    def _remarks(
        self, names: Sequence[str], stays: Sequence[str], left_out: Sequence[str]
    ) -> Iterator[Remark]:
        """Yield what is said: the first wrong place, what does not belong, what is left out."""
        stages = [name for name in names if not name.startswith(EXTRA)]
        extras = [name for name in names if name.startswith(EXTRA)]
        turned = stages[::-1] == list(self.item.one_order)
        if turned and len(stays) < len(stages) == len(self.task.stages):
            yield self._told("backwards", stages[0], "", 0)
        else:
            yield from self._first_wrong(stages, stays, names)
        for name in extras:
            why = self.item.extras[name].says
            text = filled(why, {}) or said(self.exercise, "extra", self._named(name, ""))
            yield Remark(text, names.index(name) + 1, "extra", self.item.title(name))
        if left_out:
            titles = "; ".join(map(self.item.title, left_out))
            values = {"read": titles, "n": "0", "why": ""}
            yield Remark(said(self.exercise, "left-out", values), 0, "left-out")
        yield from self._ends(stages)

    def _first_wrong(
        self, stages: Sequence[str], stays: Sequence[str], names: Sequence[str]
    ) -> Iterator[Remark]:
        """Yield the first stage that cannot stay at its place, beside one that can."""
        for place, name in enumerate(stages):
            if name in stays:
                continue
            late = [x for x in stays if name in self.item.before[x] and x in stages[:place]]
            early = [x for x in stages[place:] if x in stays and x in self.item.before[name]]
            other, slip, way = (
                (early[0], "too-early", "it comes after “{}”")
                if early
                else (late[0], "too-late", "“{}” comes after it")
            )
            reason = filled(self.task.because.get(name if early else other, ""), {})
            why = way.format(self.item.title(other)) + (f". {reason.rstrip('.')}" * bool(reason))
            yield self._told(slip, name, why, names.index(name) + 1)
            return

    def _ends(self, stages: Sequence[str]) -> Iterator[Remark]:
        """Yield what the author says of a stage that stands first or last."""
        if stages:
            for name, end in ((stages[-1], "last"), (stages[0], "first")):
                text = self.exercise.feedback.get(f"{name}-{end}")
                if text:
                    yield Remark(filled(text, self._named(name, "")), 0, right=True)

    def _named(self, name: str, why: str) -> dict[str, str]:
        """Return the placeholders of feedback on one stage."""
        return {"read": self.item.title(name), "why": why, "n": str(self.row.index(name) + 1)}

    def _told(self, name: str, stage: str, why: str, place: int) -> Remark:
        """Return the remark for a named mistake at a place (from 1) of the row written."""
        text = said(self.exercise, name, self._named(stage, why))
        return Remark(text, place, name, self.item.title(stage))

    def _read(self, answer: str) -> tuple[list[str], str]:
        """Return the names in the order written, or why they cannot be read."""
        tokens = self._tokens(answer)
        names: list[str] = []
        for token in tokens:
            name = self._name(token)
            if name is None:
                strange = self._strange(token)
                return [], f"“{strange[:40]}” names nothing that is shown. {self.how()}"
            if name in names:
                return [], f"{self.item.title(name)} stands twice; name each once."
            names.append(name)
        return names, "" if names else f"Nothing was written that could be read. {self.how()}"

    def _tokens(self, answer: str) -> list[str]:
        """Return what an answer names: its lines, or what stands between separators, or letters.

        Numbers of a list are no names if they count from 1 on, and neither are words between.
        """
        text = clear(answer).strip()
        for parts in (text.splitlines(), _STRONGLY.split(text), _PARTED.split(text)):
            named = _unnumbered([part for part in parts if part.strip(" .)")])
            if len(named) > 1 and all(self._name(part) is not None for part in named):
                return named
        runs = [run for run in _RUN.findall(folded(text)) if run not in _FILLERS]
        numbers = [run for run in runs if run.isdigit()]
        letters = [run for run in runs if not run.isdigit()]
        if len(letters) == 1 and self._name(letters[0]) is None:
            letters = list(letters[0])
        counted = numbers in ([], [str(n) for n in range(1, len(letters) + 1)])
        if counted and all(place_of(run, len(self.row)) is not None for run in letters):
            return letters
        return [token for token in _PARTED.split(text) if token.strip(" .)")]

    def _strange(self, token: str) -> str:
        """Return what of a token names nothing: the token, or what stands among letters shown."""
        runs = [run for run in _RUN.findall(folded(token)) if run not in _FILLERS]
        signs = runs if len(runs) > 1 else list("".join(runs))
        strange = [sign for sign in signs if place_of(sign, len(self.row)) is None]
        few = strange and _MOSTLY * len(strange) <= len(signs)
        return strange[0] if few else token.strip()

    def _name(self, token: str) -> str | None:
        """Return the stage that a letter, an id or a title names."""
        text = folded(token).strip(" .)(")
        place = place_of(text, len(self.row))
        if place is not None:
            return self.row[place]
        return self.item.spoken.get(re.sub(r"^[a-z]\) ", "", text))


def _unnumbered(parts: list[str]) -> list[str]:
    """Return parts without their numbers, if they are numbered from 1 on as they stand."""
    numbers = [found[1] for found in map(_NUMBERED.match, parts) if found]
    in_order = numbers == [str(number) for number in range(1, len(parts) + 1)]
    return [_NUMBERED.sub("", part) for part in parts] if in_order else parts


class OrderItem:
    """An exercise of stages, made ready: what must stand before what."""

    placeholders = ("stages",)

    def __init__(self, exercise: Exercise, task: OrderTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        route = sources.scenario.evidence.route
        self._stages: dict[str, Stage] = {stage.id: stage for stage in route.stages}
        self.before = waits(task, {stage.id: stage.after for stage in route.stages})
        if len(set(task.stages)) < len(task.stages):
            raise ExerciseRefused("a stage stands twice; name each once", "stages")
        self.one_order = ordered(task.stages, self.before)
        self.extras = {f"{EXTRA}{n}": extra for n, extra in enumerate(task.extras, 1)}
        every = (*task.stages, *self.extras)
        self.spoken = {folded(self.title(name)): name for name in every} | dict(
            zip(task.stages, task.stages, strict=True)
        )

    @property
    def names(self) -> tuple[str, ...]:
        """The named mistakes."""
        extra = ("extra",) if self.task.extras else ()
        return ("backwards", "too-early", "too-late", *extra, "left-out")

    @cached_property
    def free(self) -> bool:
        """More than one order is right."""
        pairs = zip(self.one_order, self.one_order[1:], strict=False)
        return any(first not in self.before[second] for first, second in pairs)

    def title(self, name: str) -> str:
        """Return what is shown for a stage or an extra."""
        return self.extras[name].text if name in self.extras else self._stages[name].title

    def length(self, row: Sequence[str]) -> int:
        """Return the length of the longest part of a row that the evidence allows."""
        return widest(row, self.before)

    @cached_property
    def _everything(self) -> tuple[str, ...]:
        """Stages and extras."""
        return (*self.task.stages, *self.extras)

    def draw(self, stream: Stream, level: int | None = None) -> OrderVariant:
        """Draw the order in which they are shown: never one that is right."""
        del level
        row = stream.shuffle(self._everything)
        for _ in range(20):
            stages = [name for name in row if name not in self.extras]
            if self.length(stages) < len(stages):
                break
            row = stream.shuffle(self._everything)
        return OrderVariant(self.exercise, self, row)
