"""How each statement is known: document, edition, elsewhere, inference or gap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cablesim.documents.claim import Claim
from cablesim.documents.standing import Standing
from cablesim.exercises.kinds.evidence import claim_named, proof, to_look_at
from cablesim.exercises.kinds.lettered import LETTERS, behind_words, lettered, place_of
from cablesim.exercises.phrases import filled
from cablesim.exercises.reading.answers import LONGEST, TO_LATIN, TOO_LONG, folded
from cablesim.exercises.reading.signs import clear
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Step
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
_SMALL = frozenset({"is", "are", "an", "the"})
_PARTED = re.compile(r"[;,\n|\t]")
# The claim's own letter or number before what is said of it.
_OWN = re.compile(r"\s*([a-z]|\d{1,2})(?:\s*[).:=]|\s+is\b|\s+-)\s*")
_LETTERS = re.compile(r"[^\W_]+|\?")
_GAP = re.compile(
    r"\b(?:it is )?(?:not|n't|nobody has) (?:known|shown(?: it)?|told)\b|\bno one knows\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:an)?other (?:source|document|paper|telegram|record|work|text)s?\b|\bsomewhere else\b"
)
# Words that say nothing of how a claim is known.
_FILLERS = frozenset(
    {
        "the",
        "a",
        "an",
        "it",
        "is",
        "says",
        "say",
        "said",
        "so",
        "by",
        "in",
        "from",
        "source",
        "does",
    }
    | {"this", "that", "another", "document's", "known"}
)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class ClassifyVariant:
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

    def steps(self) -> Sequence[Step]:
        """Return how each claim is known, with the line, the source or the reasons that decide."""
        return tuple(Step(place + 1, self._known(place)) for place in range(self.asked))

    def _known(self, place: int) -> str:
        """Return a claim's standing, what that means, and what the claim rests on."""
        claim = self._claim(place)
        standing = claim.standing
        first = f"{LETTERS[place]} is {standing.value} ({standing.mark}). {standing.meaning}"
        return f"{first} {proof(self.item.scenario, claim)}"

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
        chosen, trouble = behind_words(self._read, answer)
        if trouble and self._in_words(answer):
            chosen, trouble = self._in_words(answer), ""
        if trouble:
            return unread(self._of_figures(answer) or trouble)
        read = "; ".join(f"{LETTERS[place]} {chosen[place].value}" for place in range(self.asked))
        remarks: list[Remark] = []
        parts: list[bool] = []
        for place in range(self.asked):
            remark = self._judged(place, chosen[place])
            parts.append(remark is None)
            remarks += [remark] if remark else []
        whole = self.item.task.whole
        score = float(all(parts)) if whole else sum(parts) / len(parts)
        order = {place: n for n, place in enumerate(chosen, 1)}
        shown = tuple(
            Part(f"{LETTERS[p]} {chosen[p].value}", n, parts[p]) for p, n in order.items()
        )
        numbered = tuple(each._replace(part=order[each.part - 1]) for each in remarks)
        return Verdict(score, read, numbered, tuple(parts), wrote=shown)

    def _judged(self, place: int, chosen: Standing) -> Remark | None:
        """Return what is said to one claim; nothing where it is right.

        What decides is shown, and the right standing is not named: there may be tries left.
        """
        claim = self._claim(place)
        if chosen is claim.standing:
            return None
        letter = LETTERS[place]
        name = _name(claim.standing, chosen)
        own = self.exercise.feedback.get(name)
        why = to_look_at(self.item.scenario, claim)
        values = {"read": chosen.value, "n": str(place + 1), "why": why}
        first = f"{letter}: {filled(own, values)}" if own else f"{letter} is not {chosen.value}."
        text = first if own and "{why}" in own else f"{first} {why}"
        return Remark(text, place + 1, name, chosen.value)

    def _read(self, answer: str) -> tuple[dict[int, Standing], str]:
        """Return what was chosen for each claim, by its letter or in order."""
        tokens = self._tokens(answer)
        if not tokens:
            return {}, f"Nothing was written that could be read. {self.how()}"
        if self._paired(tokens):
            places = [place_of(token, self.asked) or 0 for token in tokens[::2]]
            left = [LETTERS[place] for place in range(self.asked) if place not in places]
            chosen = dict(zip(places, map(_WORDS.__getitem__, tokens[1::2]), strict=True))
            return chosen, f"Left out: {', '.join(left)}. {self.how()}" if left else ""
        unknown = next((token for token in tokens if token not in _WORDS), None)
        if unknown is not None:
            return {}, f"“{unknown[:20]}” is no way of knowing. {self.how()}"
        if len(tokens) != self.asked:
            return {}, f"{len(tokens)} were written for {self.asked} statements. {self.how()}"
        return dict(enumerate(map(_WORDS.__getitem__, tokens))), ""

    def _in_words(self, answer: str) -> dict[int, Standing]:
        """Return what was chosen for each claim, where every piece of an answer says one in words.

        Such are the words of the question: `the telegram says it; another source; not known`.
        """
        pieces = [each for each in map(folded, _PARTED.split(clear(answer))) if each.strip(" .,")]
        chosen: dict[int, Standing] = {}
        for number, piece in enumerate(pieces):
            text, place = _ELSEWHERE.sub(" elsewhere ", _GAP.sub(" unknown ", piece)), number
            own = _OWN.match(text)
            if own:
                at = int(own[1]) - 1 if own[1].isdigit() else place_of(own[1], self.asked)
                text, place = text[own.end() :], -1 if at is None else at
            words = [word for word in _LETTERS.findall(text) if word not in _FILLERS]
            named = {_WORDS[word] for word in words if word in _WORDS}
            if len(named) != 1 or not _WORDS.keys() >= set(words):
                return {}
            chosen[place] = named.pop()
        whole = len(pieces) == self.asked and set(chosen) == set(range(self.asked))
        return chosen if whole else {}

    def _of_figures(self, answer: str) -> str:
        """Say which number of an answer counts no statements, where all else can be read."""
        strange = any(len(each) > 1 and each not in _WORDS for each in self._tokens(answer))
        numbers = [] if strange else _NUMBER.findall(folded(answer))
        stray = next((wrote for n, wrote in enumerate(numbers, 1) if wrote != str(n)), "")
        return f"“{stray[:20]}” is no way of knowing. {self.how()}" if stray else ""

    def _tokens(self, answer: str) -> list[str]:
        """Return the words of an answer; letters that are run together are taken apart."""
        found = _TOKEN.findall(folded(answer).translate(TO_LATIN))
        tokens = [token for token in found if token not in _SMALL]
        apart = [sign for token in tokens for sign in ([token] if token in _WORDS else token)]
        together = any(token not in _WORDS and len(token) > 1 for token in tokens)
        in_order = len(apart) == self.asked and _WORDS.keys() >= set(apart)
        return apart if together and (in_order or self._paired(apart)) else tokens

    def _paired(self, tokens: Sequence[str]) -> bool:
        """Say whether every other token is a claim's letter: `a d, b e`, and not `d e o i`.

        What may be read either way, letters that are all ways of knowing too, is no pairs.
        """
        letters, marks = tokens[::2], tokens[1::2]
        places = [place_of(token, self.asked) for token in letters]
        if len(letters) != len(marks) or None in places or not _WORDS.keys() >= set(marks):
            return False
        return not _WORDS.keys() >= set(letters) and len(set(places)) == len(places)


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
