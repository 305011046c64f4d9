"""A term of the glossary, by its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.judging.hearing import LEAST_FOR_TYPO
from cablesim.exercises.judging.sentences import said
from cablesim.exercises.kinds.lettered import lettered, place_of
from cablesim.exercises.phrases import placeholders
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, bare, edit_distance
from cablesim.exercises.reading.leads import behind_lead
from cablesim.exercises.reading.signs import clear
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Unworked
from cablesim.exercises.verdict import Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Exercise, RecallTask
from cablesim.scenario.scenario import Term
from cablesim.systems.errors import nearest

OTHER = "other-term"
MEANING = "meaning"
_BEFORE = re.compile(r"\(?(?P<letter>[^\W\d_]|an|the)(?:(?P<mark>\s?[).:\]-]+)\s*|\s+)(?P<term>.+)")
_CALLED = re.compile(r"\A(?:the )?(?:option|letter|choice|number|term) (?=[(]?\w[)]?\Z)")
# Marks of a list, an arrow or a quote that may stand round a term.
_ROUND = " \n\t`*[]()<>=-→•"


@dataclass(frozen=True)
class RecallVariant(Unworked):
    """The term that is meant, and the terms to choose from, if any."""

    exercise: Exercise
    item: RecallItem = field(compare=False, repr=False)
    term: Term
    offered: tuple[str, ...]

    asked = 1

    def values(self) -> Mapping[str, str]:
        """Return the meaning and the choices."""
        return {MEANING: self.term.text, "options": "; ".join(lettered(self.offered))}

    def shown(self) -> Sequence[str]:
        """Return the meaning, unless the prompt has it, and the choices with their letters."""
        said = MEANING in placeholders(self.exercise.prompt)
        meant = () if said else (f"“{self.term.text}”",)
        return (*meant, *lettered(self.offered))

    def how(self) -> str:
        """Say how the answer is written."""
        return "Write the letter, or the term." if self.offered else "Write the term."

    def model(self) -> str:
        """Return the term."""
        return self.term.term

    def mistakes(self) -> Iterator[Slip]:
        """Yield another term."""
        others = self.offered or tuple(self.item.terms)
        other = next((name for name in others if name != self.term.term), None)
        if other is not None:
            yield Slip(OTHER, other)

    def judge(self, answer: str) -> Verdict:
        """Return the verdict; a slip of the pen in a long term is read through."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        wrote, trouble = self._chosen(bare(answer))
        if trouble:
            return unread(trouble)
        if wrote in self.item.forms[self.term.term]:
            return Verdict(1.0, wrote, (), (True,))
        for name, forms in self.item.forms.items():
            if wrote in forms:
                values = {"read": name, "why": self.item.terms[name].text, "n": "1"}
                text = said(self.exercise, OTHER, values)
                return Verdict(0.0, wrote, (Remark(text, 1, OTHER, name),), (False,))
        near = self.item.forms[self.term.term]
        if len(wrote) >= LEAST_FOR_TYPO and any(
            edit_distance(wrote, form, 1) <= 1 for form in near
        ):
            note = Remark(f"{wrote} was read as {self.term.term}.", 1, wrote=wrote, right=True)
            return Verdict(1.0, wrote, (note,), (True,))
        alone = clear(answer).strip(_ROUND)
        rests = (alone,) if alone != answer else behind_lead(answer)
        behind = (self.judge(rest) for rest in rests)
        led = next((verdict for verdict in behind if verdict.readable), None)
        return led or unread(f"“{wrote[:60]}” is no term of the glossary. {self.how()}")

    def _offered_at(self, sign: str) -> str:
        """Return the choice that a letter or a number names, or nothing."""
        count = len(self.offered)
        numbers = {str(number): number - 1 for number in range(1, count + 1)}
        place = numbers.get(sign, place_of(sign, count))
        return bare(self.offered[place]) if place is not None else ""

    def _chosen(self, wrote: str) -> tuple[str, str]:
        """Return the term that a letter, a term, or both name; or why they do not agree.

        An `a` before a term may be an article as well as a letter.
        """
        if not wrote:
            return "", f"Nothing was written that could be read. {self.how()}"
        sign = _CALLED.sub("", wrote)
        offered = self._offered_at(sign.strip("()[]").rstrip(")."))
        if offered:
            return offered, ""
        found = _BEFORE.fullmatch(wrote)
        term = found["term"] if found else wrote
        if found is None or not (found["mark"] or self._is_term(term)):
            return wrote, ""
        place = place_of(found["letter"], len(self.offered))
        article = not found["mark"] and found["letter"] in ("a", "an", "the")
        if place is None or article or not self._is_term(term):
            return term, ""
        offered = self.offered[place]
        if term in self.item.forms[offered]:
            return term, ""
        return "", f"{found['letter']} is {offered}, and {term} stands beside it; choose one."

    def _is_term(self, text: str) -> bool:
        """Say whether a text is a term of the glossary."""
        return any(text in forms for forms in self.item.forms.values())


class RecallItem:
    """An exercise of the glossary, made ready: terms and the forms in which they are written."""

    names = (OTHER,)
    placeholders = (MEANING, "options")

    def __init__(self, exercise: Exercise, task: RecallTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        self.terms = {term.term: term for term in sources.scenario.glossary}
        unknown = next((name for name in task.terms if name not in self.terms), None)
        if unknown is not None:
            hint = nearest(unknown, self.terms)
            raise ExerciseRefused(f"the glossary has no term '{unknown}'{hint}", "terms")
        self._asked = task.terms or tuple(self.terms)
        if not self._asked:
            raise ExerciseRefused("the glossary is empty; add terms to glossary.toml", "terms")
        self.forms = {name: _forms(name) for name in self.terms}

    def draw(self, stream: Stream, level: int | None = None) -> RecallVariant:
        """Draw the term, and the others to choose from."""
        del level
        name = self._asked[stream.below(len(self._asked))]
        offered: tuple[str, ...] = ()
        if self.task.choices:
            offered = stream.shuffle((name, *self._others(stream, name)))
        return RecallVariant(self.exercise, self, self.terms[name], offered)

    def _others(self, stream: Stream, name: str) -> tuple[str, ...]:
        """Draw the wrong choices: terms of the exercise itself, as far as it has enough of them.

        What is wanting is filled from the glossary, with terms of the same side first: a term of
        the cipher among terms of evidence would be seen at once.
        """
        side = self.terms[name].teaching
        rest = [other for other in self.terms if other not in self._asked]
        near = [other for other in rest if self.terms[other].teaching is side]
        far = [other for other in rest if self.terms[other].teaching is not side]
        own = [other for other in dict.fromkeys(self._asked) if other != name]
        drawn: tuple[str, ...] = ()
        for pool in (own, near, far):
            wanting = self.task.choices - 1 - len(drawn)
            drawn += stream.sample(pool, min(wanting, len(pool)))
        return drawn


def _forms(name: str) -> frozenset[str]:
    """Return the ways in which a term is written: all of it, its parts by comma, more than one.

    >>> sorted(_forms("encode, decode"))
    ['decode', 'decodes', 'encode', 'encode, decode', 'encode, decodes', 'encodes']
    """
    whole = bare(name)
    parts = {
        whole,
        *(bare(part) for part in whole.split(",") if not part.strip().startswith(("by ", "on "))),
    }
    return frozenset(parts | {f"{part}s" for part in parts})
