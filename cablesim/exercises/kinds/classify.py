"""How each statement is known: document, edition, elsewhere, inference or gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cablesim.documents.claim import Claim
from cablesim.documents.standing import Standing
from cablesim.exercises.answers import LONGEST, TO_LATIN, TOO_LONG, folded
from cablesim.exercises.kinds.evidence import claim_named, proof
from cablesim.exercises.kinds.lettered import LETTERS, lettered, place_of
from cablesim.exercises.phrases import filled
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Unworked
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import ClassifyTask, Exercise

CHOICES = (
    Standing.DOCUMENT,
    Standing.EDITION,
    Standing.ELSEWHERE,
    Standing.INFERENCE,
    Standing.GAP,
)
_WORDS = {
    **{standing.mark.casefold(): standing for standing in CHOICES},
    **{standing.value: standing for standing in CHOICES},
    "telegram": Standing.DOCUMENT,
    "page": Standing.EDITION,
    "editor": Standing.EDITION,
    "other": Standing.ELSEWHERE,
    "inferred": Standing.INFERENCE,
    "unknown": Standing.GAP,
    "g": Standing.GAP,
}
_TOKEN = re.compile(r"[^\W\d_]+|\?")


@dataclass(frozen=True)
class ClassifyVariant(Unworked):
    """Claims in the order in which they are shown."""

    exercise: Exercise
    item: ClassifyItem = field(compare=False, repr=False)
    row: tuple[str, ...]

    @property
    def asked(self) -> int:
        """How many claims are shown."""
        return len(self.row)

    def _claim(self, place: int) -> Claim:
        """Return the claim at a place."""
        return self.item.claims[self.row[place]]

    def values(self) -> Mapping[str, str]:
        """Return the claims as shown."""
        return {"options": "; ".join(self.shown())}

    def shown(self) -> Sequence[str]:
        """Return the claims, lettered."""
        return lettered([self._claim(place).text for place in range(self.asked)])

    def how(self) -> str:
        """Say how the answer is written."""
        return (
            f"Write {self.asked} letters in order: D the document says it, E the edition, "
            "O another source (elsewhere), I inference, ? gap."
        )

    def model(self) -> str:
        """Return the standings in order."""
        return " ".join(self._claim(place).standing.mark for place in range(self.asked))

    def mistakes(self) -> Iterator[Slip]:
        """Yield each claim taken for each other standing, one at a time."""
        right = [self._claim(place).standing for place in range(self.asked)]
        seen: set[str] = set()
        for place, standing in enumerate(right):
            for other in CHOICES:
                name = _name(standing, other)
                if other is standing or name in seen:
                    continue
                seen.add(name)
                marks = [each.mark for each in (*right[:place], other, *right[place + 1 :])]
                yield Slip(name, " ".join(marks))

    def judge(self, answer: str) -> Verdict:
        """Return the verdict, claim by claim."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        chosen, trouble = self._read(answer)
        if trouble:
            return unread(trouble)
        read = " ".join(f"{LETTERS[p]} {standing.value}," for p, standing in sorted(chosen.items()))
        remarks: list[Remark] = []
        parts: list[bool] = []
        for place in range(self.asked):
            remark = self._judged(place, chosen.get(place))
            parts.append(remark is None)
            remarks += [remark] if remark else []
        whole = self.item.task.whole
        score = float(all(parts)) if whole else sum(parts) / len(parts)
        left = [place for place in range(self.asked) if place not in chosen]
        order = {place: n for n, place in enumerate((*chosen, *left), 1)}
        shown = tuple(
            Part(f"{LETTERS[p]} {chosen[p].mark}" if p in chosen else "", n, parts[p])
            for p, n in order.items()
        )
        numbered = tuple(replace(each, part=order[each.part - 1]) for each in remarks)
        return Verdict(score, read.rstrip(","), numbered, tuple(parts), wrote=shown)

    def _judged(self, place: int, chosen: Standing | None) -> Remark | None:
        """Return what is said to one claim; nothing where it is right."""
        claim = self._claim(place)
        if chosen is claim.standing:
            return None
        letter = LETTERS[place]
        if chosen is None:
            return Remark(f"{letter} is left out.", place + 1)
        name = _name(claim.standing, chosen)
        own = self.exercise.feedback.get(name)
        usual = f"{letter} is {claim.standing.value}, not {chosen.value}: {claim.standing.meaning}"
        values = {"read": chosen.value, "n": str(place + 1), "why": claim.standing.meaning}
        first = f"{letter}: {filled(own, values)}" if own else usual
        text = f"{first} {proof(self.item.scenario, claim)}"
        return Remark(text, place + 1, name, chosen.value)

    def _read(self, answer: str) -> tuple[dict[int, Standing], str]:
        """Return what was chosen for each claim, by its letter or in order."""
        tokens = _TOKEN.findall(folded(answer).translate(TO_LATIN))
        if len(tokens) == 1 and len(tokens[0]) > 1 and tokens[0] not in _WORDS:
            tokens = list(tokens[0])
        if not tokens:
            return {}, f"Nothing was written that could be read. {self.how()}"
        if self._paired(tokens):
            places = [place_of(token, self.asked) or 0 for token in tokens[::2]]
            return dict(zip(places, map(_WORDS.__getitem__, tokens[1::2]), strict=True)), ""
        unknown = next((token for token in tokens if token not in _WORDS), None)
        if unknown is not None:
            return {}, f"“{unknown[:20]}” is no way of knowing. {self.how()}"
        if len(tokens) != self.asked:
            return {}, f"{len(tokens)} were written for {self.asked} statements. {self.how()}"
        return dict(enumerate(map(_WORDS.__getitem__, tokens))), ""

    def _paired(self, tokens: Sequence[str]) -> bool:
        """Say whether every other token is a claim's letter: `a d, b e`, and not `d e o i`."""
        letters, marks = tokens[::2], tokens[1::2]
        places = [place_of(token, self.asked) for token in letters]
        if len(letters) != len(marks) or None in places or not _WORDS.keys() >= set(marks):
            return False
        in_order = len(tokens) == self.asked and _WORDS.keys() >= set(letters)
        return not in_order and len(set(places)) == len(places)


def _name(right: Standing, chosen: Standing) -> str:
    """Name taking one standing for another."""
    return f"{right.value}-as-{chosen.value}"


class ClassifyItem:
    """An exercise of claims, made ready."""

    placeholders = ("options",)

    def __init__(self, exercise: Exercise, task: ClassifyTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        self.scenario = sources.scenario
        evidence = sources.scenario.evidence
        self.claims = {name: claim_named(evidence, name, "claims") for name in task.claims}

    @property
    def names(self) -> tuple[str, ...]:
        """The named mistakes: each standing that occurs, taken for another."""
        rights = dict.fromkeys(claim.standing for claim in self.claims.values())
        return tuple(_name(right, other) for right in rights for other in CHOICES if other != right)

    def draw(self, stream: Stream, level: int | None = None) -> ClassifyVariant:
        """Draw which claims are shown, and their order."""
        del level
        names = tuple(self.claims)
        show = self.task.show or len(names)
        return ClassifyVariant(self.exercise, self, stream.sample(names, min(show, len(names))))
