"""Fields of the form, copied from the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from cablesim.documents.form import FieldKind, FormField
from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.judging.sentences import said
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, folded
from cablesim.exercises.reading.fields import read_fields
from cablesim.exercises.reading.fieldvalues import (
    NONE,
    Wanted,
    compared,
    denies,
    is_unknown,
    says_nothing,
)
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Step
from cablesim.exercises.verdict import Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Exercise, FormTask
from cablesim.scenario.scenario import Scenario
from cablesim.systems.errors import nearest

OPEN = "?"
_NAMES = ("bracket", "other-field", "invented", NONE)


@dataclass(frozen=True)
class FormVariant:
    """The fields that are asked for; the page is the same for everybody."""

    exercise: Exercise
    task: FormTask = field(repr=False)
    fields: tuple[FormField, ...]
    scenario: Scenario = field(compare=False, repr=False)

    @property
    def asked(self) -> int:
        """How many fields are asked for."""
        return len(self.fields)

    def values(self) -> Mapping[str, str]:
        """Return the names of the fields."""
        return {"fields": ", ".join(self.task.ask)}

    def shown(self) -> Sequence[str]:
        """Return the fields in order."""
        return tuple(f"{number}. {name}" for number, name in enumerate(self.task.ask, 1))

    def how(self) -> str:
        """Say how the answer is written."""
        return (
            f"Write {self.asked} fields in this order with ; between, or field: value; "
            "write none for a field that the page does not have."
        )

    def steps(self) -> Sequence[Step]:
        """Return where each field stands on the page, and what of the line is not its own."""
        return tuple(
            Step(place + 1, f"{name}: {self._found(item)}")
            for place, (name, item) in enumerate(zip(self.task.ask, self.fields, strict=True))
        )

    def _found(self, item: FormField) -> str:
        """Return what the page has for a field, and the line; or that it has nothing."""
        if item.value is None:
            return " ".join(filter(None, (f"no line of the page has it, so {NONE}.", item.note)))
        bracket = self._bracket(item)
        rule = f"{bracket} was added by the edition and is left out." if bracket else ""
        return " ".join(filter(None, (f"line {item.line} has “{item.value}”.", rule or item.note)))

    def model(self) -> str:
        """Return the fields as the page prints them."""
        return "; ".join(self._right(place) for place in range(self.asked))

    def _right(self, place: int) -> str:
        """Return the right value of a field."""
        return self.fields[place].value or NONE

    def mistakes(self) -> Iterator[Slip]:
        """Yield every mistake that can be made on this form."""
        right = [self._right(place) for place in range(self.asked)]
        for place, item in enumerate(self.fields):
            if self._bracket(item):
                yield Slip(
                    "bracket", self._with(right, place, f"{item.value} {self._bracket(item)}")
                )
                break
        values = [n for n, item in enumerate(self.fields) if item.value is not None]
        others = [n for n in values[1:] if folded(right[n].partition(":")[0]) not in self.task.ask]
        if others:
            yield Slip("other-field", self._with(right, values[0], right[others[0]]))
        if values:
            yield Slip(NONE, self._with(right, values[0], NONE))
        missing = [n for n, item in enumerate(self.fields) if item.value is None]
        if missing:
            yield Slip("invented", self._with(right, missing[0], "Urgent"))

    @staticmethod
    def _with(right: list[str], place: int, value: str) -> str:
        """Return the right answer with one field replaced."""
        return "; ".join([*right[:place], value, *right[place + 1 :]])

    def _bracket(self, item: FormField) -> str:
        """Return the edition's bracket on a field's line, if there is one."""
        if item.value is None:
            return ""
        here = [each.text for each in self.scenario.document.brackets if each.line == item.line]
        return here[0] if here and here[0] not in item.value else ""

    def judge(self, answer: str) -> Verdict:
        """Return the verdict, field by field."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        found = read_fields(answer, self.task.ask, self._fits)
        if found.trouble:
            return unread(found.trouble)
        wrote = found.wrote
        pairs = tuple(zip(self.task.ask, wrote, strict=True))
        read = "; ".join(f"{name}: {value}" for name, value in pairs if value)
        right = tuple(self._fits(place, value) for place, value in enumerate(wrote))
        if all(right):
            return Verdict(1.0, read, (), right)
        wrong = [place for place, fits in enumerate(right) if not fits]
        trouble = next(filter(None, (self._unsure(place, wrote[place]) for place in wrong)), "")
        if trouble:
            return unread(trouble, read)
        left = [name for name, value in pairs if not value]
        if left:
            return unread(
                f"Left out: {', '.join(left)}. Write all {self.asked}: {NONE} for a field that the "
                f"page does not have, {OPEN} for one that you do not know.",
                read,
            )
        remarks = tuple(self._judged(place, wrote[place]) for place in wrong)
        score = 0.0 if self.task.whole else sum(right) / len(right)
        return Verdict(score, read, remarks, right)

    def _unsure(self, place: int, wrote: str) -> str:
        """Say why what is not right may still be meant so, or nothing: fields glued, or denied."""
        if wrote and _squeezed(wrote) in self._glued:
            return (
                f"“{wrote}” is how the page has it: several fields in one piece. Take them apart "
                "and write each for itself, with ; between."
            )
        name = self.task.ask[place]
        if is_unknown(wrote):
            return (
                f"“{wrote[:60]}” may mean two things: write {OPEN} if you do not know the {name}, "
                f"{NONE} if the page has none."
            )
        if self.fields[place].value is None and denies(wrote):
            return f"If “{wrote[:60]}” means that the page has no {name}, write {NONE} alone."
        return ""

    @cached_property
    def _glued(self) -> frozenset[str]:
        """What stands glued together on the page, as it is compared."""
        return frozenset(_squeezed("".join(each.parts)) for each in self.scenario.document.fused)

    @cached_property
    def _wanted(self) -> tuple[Wanted, ...]:
        """What is right for each field."""
        accept = self.task.accept
        dates = tuple(each.value for each in self._dates if each.value)
        return tuple(
            Wanted(name, item, tuple(accept.get(name, ())), dates)
            for name, item in zip(self.task.ask, self.fields, strict=True)
        )

    @cached_property
    def _dates(self) -> tuple[FormField, ...]:
        """The dates that the page has."""
        fields = self.scenario.evidence.form
        return tuple(each for each in fields if each.kind is FieldKind.DATE and each.value)

    @cached_property
    def _others(self) -> tuple[Wanted, ...]:
        """Every field that the page has."""
        fields = self.scenario.evidence.form
        return tuple(Wanted(item.kind.value, item) for item in fields if item.value is not None)

    def _fits(self, place: int, wrote: str) -> bool:
        """Say whether a text is right for a field."""
        wanted = self._wanted[place]
        if wanted.item.value is None:
            return says_nothing(wrote, wanted.name)
        return wrote != OPEN and wanted.has(wrote)

    def _judged(self, place: int, wrote: str) -> Remark:
        """Return what is said to one field that is not right."""
        name, item = self.task.ask[place], self.fields[place]
        if wrote == OPEN:
            return Remark(f"“{name}” is left open. {self._where(item)}".strip(), place + 1)
        if item.value is None:
            return self._elsewhere(place, wrote) or self._told("invented", place, wrote)
        if says_nothing(wrote, name):
            return self._told(NONE, place, wrote)
        return self._wrong(place, wrote)

    def _wrong(self, place: int, wrote: str) -> Remark:
        """Return what is said to a field that has a value and not this one."""
        name, item, given = self.task.ask[place], self.fields[place], compared(wrote)
        if given in self._bracketed[place]:
            return self._told("bracket", place, wrote)
        if self._wanted[place].date_beside(wrote) is False:
            text = f"{name}: the time in “{wrote}” is right, and the date beside it is not."
            return Remark(f"{text} {self._where(self._dates[0])}".strip(), place + 1, wrote=wrote)
        if self._wanted[place].false_line(wrote):
            text = f"{name}: “{wrote}” is right but for the line that it names."
            return Remark(f"{text} {self._where(item)}".strip(), place + 1, wrote=wrote)
        if self._wanted[place].weekday_beside(wrote) is False:
            text = f"{name}: the day in “{wrote}” is right, and the day of the week beside it is"
            return Remark(f"{text} not. {self._where(item)}".strip(), place + 1, wrote=wrote)
        return self._elsewhere(place, wrote) or Remark(
            f"{name}: “{wrote}” is not what the page has there. {self._where(item)}",
            place + 1,
            wrote=wrote,
        )

    def _elsewhere(self, place: int, wrote: str) -> Remark | None:
        """Return the remark for a text that the page has as another field, or None."""
        given = compared(wrote)
        for other in self._others:
            if other.item is not self.fields[place] and given in other.forms:
                return self._told("other-field", place, wrote, f"that is “{other.name}”")
        return None

    @cached_property
    def _bracketed(self) -> tuple[frozenset[str], ...]:
        """What each field is with the edition's bracket beside it or in its place."""
        found = []
        for item in self.fields:
            bracket = self._bracket(item)
            inner = bracket.strip("[]() ")
            both = (f"{item.value} {bracket}", f"{bracket} {item.value}", inner, f"the {inner}")
            found.append(frozenset(map(compared, both)) if bracket else frozenset())
        return tuple(found)

    def _where(self, item: FormField) -> str:
        """Say on which line a field stands."""
        return f"Look at line {item.line}." if item.line else ""

    def _told(self, name: str, place: int, wrote: str, why: str = "") -> Remark:
        """Return the remark for a named mistake."""
        values = {"n": str(place + 1), "read": wrote, "why": why, "field": self.task.ask[place]}
        return Remark(said(self.exercise, name, values), place + 1, name, wrote)


def _squeezed(text: str) -> str:
    """Return a text as it is compared, with nothing between its words."""
    return compared(text).replace(" ", "")


class FormItem:
    """An exercise of the form, made ready."""

    names = _NAMES
    placeholders = ("fields",)

    def __init__(self, exercise: Exercise, task: FormTask, sources: Sources) -> None:
        self.exercise = exercise
        self._scenario = sources.scenario
        known = {item.kind.value: item for item in sources.scenario.evidence.form}
        for key, names in (("ask", task.ask), ("accept", task.accept)):
            unknown = next((name for name in names if name not in known), None)
            if unknown is not None:
                raise ExerciseRefused(
                    f"the form has no field '{unknown}'{nearest(unknown, known)}", key
                )
        self._task = task
        self._fields = tuple(known[name] for name in task.ask)

    @cached_property
    def _variant(self) -> FormVariant:
        """The one variant."""
        return FormVariant(self.exercise, self._task, self._fields, self._scenario)

    def draw(self, stream: Stream, level: int | None = None) -> FormVariant:
        """Return the form; nothing of it is drawn."""
        del stream, level
        return self._variant
