"""Which statements the document supports, and by which line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from cablesim.exercises.errors import ExerciseRefused
from cablesim.exercises.judging.sentences import said
from cablesim.exercises.kinds.evidence import claim_named, proof, what_stands
from cablesim.exercises.kinds.lettered import LETTERS, behind_words, lettered, place_of
from cablesim.exercises.phrases import filled
from cablesim.exercises.reading.answers import LONGEST, TOO_LONG, folded
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Slip, Step
from cablesim.exercises.verdict import Part, Remark, Verdict, unread
from cablesim.modern.digits import Stream
from cablesim.scenario.exercise import Exercise, Option, SupportTask

NONE = "none"
_TOKEN = re.compile(r"[^\W_]+")
# Two letters with a dash or a "to" between: all from one to the other, or these two.
_RANGE = re.compile(
    r"(?<![^\W_])(?<!-)(?<!- )([a-z])\s*(?:-|\.\.+|\bto\b)\s*([a-z])(?![^\W_]|\s*-)"
)
# Without such a word the numbers 1, 2, 3 before letters may be those of a list.
_LINE = re.compile(r"\bl(?:ines?|l)?\b|\bстр", re.IGNORECASE)
NONE_CHOSEN = "None was chosen, and that is not so: ask of each whether it holds."
_NOTHING = frozenset({NONE, "nothing", "нет", "ничего"})
_FILLERS = frozenset(
    {"line", "lines", "l", "ll", "and", "by", "on", "to", "of", "them", "these", "the", "see", "is"}
    | {"at", "in", "from", "both", "only", "are", "right", "true", "hold", "holds", "correct"}
    | {"option", "options", "statement", "statements", "letter", "letters"}
    | {"строка", "строки", "стр", "и"}
)


@dataclass(frozen=True)
class SupportVariant:
    """Options as they are shown, each with its number in the file."""

    exercise: Exercise
    item: SupportItem = field(compare=False, repr=False)
    row: tuple[int, ...]

    @property
    def asked(self) -> int:
        """How many options are shown."""
        return len(self.row)

    def _option(self, place: int) -> Option:
        """Return the option at a place."""
        return self.item.task.options[self.row[place]]

    def _line(self, place: int) -> int | None:
        """Return the line that has to be given for the option at a place, if any has."""
        option = self._option(place)
        return self.item.lines[self.row[place]] if self.item.task.lines and option.right else None

    def values(self) -> Mapping[str, str]:
        """Return the options."""
        return {"options": "; ".join(self.shown())}

    def shown(self) -> Sequence[str]:
        """Return the options, lettered."""
        return lettered([self._option(place).text for place in range(self.asked)])

    def how(self) -> str:
        """Say how the answer is written."""
        if self.item.task.lines:
            return (
                "Write the letters, each with its line, in this way: x 91, y 92. Write none "
                "if none is right."
            )
        return "Write the letters with commas between. Write none if none is right."

    def steps(self) -> Sequence[Step]:
        """Return what decides each option: the author's reason, the quoted line."""
        return tuple(
            Step(place + 1, f"{LETTERS[place]} {self._decided(place)}".strip())
            for place in range(self.asked)
        )

    def _decided(self, place: int) -> str:
        """Say whether an option is to be chosen, and why."""
        option = self._option(place)
        choice = "is to be chosen." if option.right else "is to be left."
        return " ".join(filter(None, (choice, option.says, self.item.proofs[self.row[place]])))

    def _written(self, chosen: Mapping[int, int | None]) -> str:
        """Return a choice as an answer."""
        pieces = [
            LETTERS[place] + (f" {line}" if line else "") for place, line in sorted(chosen.items())
        ]
        return ", ".join(pieces) or NONE

    def _right(self) -> dict[int, int | None]:
        """Return the right choice with its lines."""
        return {p: self._line(p) for p in range(self.asked) if self._option(p).right}

    def model(self) -> str:
        """Return the right letters, with lines if asked."""
        return self._written(self._right())

    def mistakes(self) -> Iterator[Slip]:
        """Yield each option misjudged, all chosen, and wrong or missing lines."""
        right = self._right()
        for place in range(self.asked):
            chosen = {p: line for p, line in right.items() if p != place}
            if place not in right:
                chosen[place] = self._any_line(place)
            yield Slip(f"option-{self.row[place] + 1}", self._written(chosen))
        if self.asked - len(right) > 1:
            everything = {p: right.get(p, self._any_line(p)) for p in range(self.asked)}
            yield Slip("all", self._written(everything))
        lined = [place for place, line in right.items() if line]
        if lined:
            first = lined[0]
            yield Slip("wrong-line", self._written({**right, first: (right[first] or 0) + 1}))
            yield Slip("no-line", self._written({**right, first: None}))

    def _any_line(self, place: int) -> int | None:
        """Return a line for an option that is wrongly chosen."""
        return (self.item.lines[self.row[place]] or 1) if self.item.task.lines else None

    def judge(self, answer: str) -> Verdict:
        """Return the verdict, option by option."""
        if len(answer) > LONGEST:
            return unread(TOO_LONG)
        # Where a line stands first, it leads up to nothing.
        first = self._tokens(answer)[:1]
        lined = self.item.task.lines and first and first[0].isdigit()
        chosen, trouble = self._read(answer) if lined else behind_words(self._read, answer)
        trouble = trouble or self._range(answer)
        if trouble:
            return unread(trouble)
        bare = [LETTERS[place] for place, line in sorted(chosen.items()) if line is None]
        if self.item.task.lines and bare:
            values = {"read": ", ".join(bare), "n": "0", "why": ""}
            text = said(self.exercise, "no-line", values)
            return unread(text, self._written(chosen), name="no-line")
        judged = [self._judged(place, chosen) for place in range(self.asked)]
        shares = [share for share, _ in judged]
        remarks = self._together([remark for _, remark in judged if remark is not None], chosen)
        wrong = [place for place in range(self.asked) if not self._option(place).right]
        if len(wrong) > 1 and len(chosen) == self.asked:
            remarks = (self._all(len(wrong)), *(each._replace(mistake="") for each in remarks))
        parts = tuple(share >= 1 for share in shares)
        score = float(all(parts)) if self.item.task.whole else sum(shares) / len(shares)
        if not chosen and not all(parts):
            score, parts, remarks = 0.0, (False,) * self.asked, self._none(remarks)
        if len(wrong) > 1 and len(chosen) == self.asked:
            score = min(score, len([s for s in shares if s]) / len(shares), 0.99)
        left = [place for place in self._right() if place not in chosen]
        order = {place: n for n, place in enumerate(chosen, 1)}
        shown = tuple(Part(self._written({p: chosen[p]}), n, parts[p]) for p, n in order.items())
        shown += (Part("", 0, right=False),) * len(left)
        numbered = tuple(each._replace(part=order.get(each.part - 1, 0)) for each in remarks)
        return Verdict(round(score, 4), self._written(chosen), numbered, parts, wrote=shown)

    def _together(
        self, remarks: Sequence[Remark], chosen: Mapping[int, int | None]
    ) -> tuple[Remark, ...]:
        """Return remarks with one sentence for all that were left out; it names none of them."""
        left = [each for each in remarks if each.part - 1 not in chosen]
        told = [each for each in remarks if each.part - 1 in chosen]
        if left:
            count = len(left)
            text = f"{count} that belong are left out." if count > 1 else "One more belongs."
            told.append(left[0]._replace(text=f"{text} {self._to_ask()}", part=0, wrote=""))
        return tuple(told)

    def _to_ask(self) -> str:
        """Say what is to be asked of each statement that was left; it names none of them."""
        lined = any(self.item.lines[number] for number in self.row)
        ask = "does a line say it, and which?" if lined else "what would have to be so, and is it?"
        return f"Ask of each that you left: {ask}"

    def _none(self, remarks: Sequence[Remark]) -> tuple[Remark, ...]:
        """Return what is said where none was chosen and some belong."""
        return tuple(each._replace(text=NONE_CHOSEN, part=0) for each in remarks[:1])

    def _all(self, wrong: int) -> Remark:
        """Say that everything was chosen, and what that leaves out."""
        usual = (
            ""
            if self.item.task.lines
            else f"You chose every statement; {wrong} of them do not hold."
        )
        own = self.exercise.feedback.get("all", usual)
        return Remark(filled(own, {}) or said(self.exercise, "all", {}), 0, "all")

    def _judged(self, place: int, chosen: Mapping[int, int | None]) -> tuple[float, Remark | None]:
        """Return the share of one option and what is said to it."""
        option, number = self._option(place), self.row[place]
        if (place in chosen) != option.right:
            decides = filled(option.says, {}) or "The document does not support it."
            said_of = f"{LETTERS[place]}: {decides}"
            text = " ".join(filter(None, (said_of, self.item.proofs[number])))
            return 0.0, Remark(text, place + 1, f"option-{number + 1}", LETTERS[place])
        line = self._line(place)
        if place not in chosen or line is None:
            return 1.0, None
        if chosen[place] in self.item.accepted[number]:
            return 1.0, None
        read = f"{LETTERS[place]} {chosen[place]}"
        # What the line has that was given; the right one is still to be found.
        why = what_stands(self.item.scenario, chosen[place] or 0)
        values = {"read": read, "n": str(place + 1), "why": why}
        name = "wrong-line"
        return 0.5, Remark(said(self.exercise, name, values), place + 1, name, read)

    def _read(self, answer: str) -> tuple[dict[int, int | None], str]:
        """Return the options chosen with their lines, or why the answer cannot be read."""
        lines: dict[int, list[int]] = {}
        last: int | None = None
        tokens = self._tokens(answer)
        if len(tokens) == 1 and tokens[0] in _NOTHING:
            return {}, ""
        numbers = [token for token in tokens if token.isdigit()]
        listed = numbers == [str(n) for n in range(1, len(numbers) + 1)] and not _LINE.search(
            answer
        )
        for token in tokens if listed else self._letters_first(tokens):
            if token.isdigit():
                if last is None and not self.item.task.lines:
                    return {}, f"“{token[:20]}” is no letter that is shown. {self.how()}"
                if last is None:
                    return {}, f"Line {token[:9]} stands before a letter. {self.how()}"
                lines[last].append(int(token[:9]))
                continue
            place = place_of(token, self.asked)
            if place is None:
                return {}, f"“{token[:20]}” is no letter that is shown. {self.how()}"
            lines.setdefault(place, [])
            last = place
        if not lines:
            return {}, f"Nothing was written that could be read. {self.how()}"
        return self._one_line_each(lines)

    def _letters_first(self, tokens: Sequence[str]) -> Sequence[str]:
        """Return tokens with each line behind its letters, where all lines stand before them.

        `line 14: a, b; line 17: c` is read so; `14 a 17` may be read either way, and stays.
        """
        if not (self.item.task.lines and tokens and tokens[0].isdigit()) or tokens[-1].isdigit():
            return tokens
        found: list[str] = []
        numbers: list[str] = []
        fresh = False
        for token in tokens:
            if token.isdigit():
                numbers = [*(numbers if fresh else ()), token]
            else:
                found += [token, *numbers]
            fresh = token.isdigit()
        return found

    def _range(self, answer: str) -> str:
        """Say that two letters may stand for all between them, if some stand between, or nothing.

        Of a row such as `a-b-d` each letter is one that is named.
        """
        for found in _RANGE.finditer(folded(answer)):
            first, last = (place_of(letter, self.asked) for letter in found.groups())
            if first is not None and last is not None and last - first > 1:
                return f"“{found[0]}” may be two letters or all between; write each. {self.how()}"
        return ""

    def _one_line_each(
        self, lines: Mapping[int, Sequence[int]]
    ) -> tuple[dict[int, int | None], str]:
        """Return the line of each option; several for one are taken only if each decides it.

        Whoever lists lines until one fits has not said which it is.
        """
        chosen: dict[int, int | None] = {}
        for place, row in lines.items():
            decides = self._line(place) is not None and self.item.accepted[self.row[place]]
            if len(set(row)) > 1 and self.item.task.lines and not (decides and decides >= {*row}):
                named = ", ".join(map(str, dict.fromkeys(row)))
                return (
                    {},
                    f"{LETTERS[place]} has several lines, {named[:60]}; give the one that says it.",
                )
            chosen[place] = row[0] if row else None
        return chosen, ""

    def _tokens(self, answer: str) -> list[str]:
        """Return letters and numbers; `a14` is two of them, `acd` three."""
        found: list[str] = []
        for token in _TOKEN.findall(folded(answer)):
            if token in _FILLERS and not self._is_letter(token):
                continue
            pieces = re.findall(r"\d+|\D+", token)
            joined = pieces[0].isalpha() and len(pieces[0]) > 1 and pieces[0] not in _NOTHING
            if joined and all(place_of(sign, self.asked) is not None for sign in pieces[0]):
                pieces = [*pieces[0], *pieces[1:]]
            found += [piece for piece in pieces if piece not in _FILLERS or self._is_letter(piece)]
        return found

    def _is_letter(self, token: str) -> bool:
        """Say whether a token is a letter that is shown."""
        return place_of(token, self.asked) is not None


class SupportItem:
    """An exercise of statements, made ready: their lines and what is quoted for each."""

    placeholders = ("options",)

    def __init__(self, exercise: Exercise, task: SupportTask, sources: Sources) -> None:
        self.exercise = exercise
        self.task = task
        self.scenario = scenario = sources.scenario
        self.lines: list[int | None] = []
        self.proofs: list[str] = []
        self.accepted: list[frozenset[int]] = []
        for number, option in enumerate(task.options):
            claim = None
            if option.claim:
                claim = claim_named(scenario.evidence, option.claim, f"option.{number}.claim")
            self.lines.append(claim.line if claim else None)
            self.proofs.append(proof(scenario, claim) if claim else "")
            quoted = scenario.document.lines_with(claim.quote or "") if claim else ()
            self.accepted.append(frozenset(quoted))
        if not any(option.right for option in task.options) and task.show:
            raise ExerciseRefused("no option is right; mark one with right = true", "option")

    @property
    def names(self) -> tuple[str, ...]:
        """The named mistakes."""
        options = [f"option-{number}" for number in range(1, len(self.task.options) + 1)]
        return (*options, "all", *(("wrong-line", "no-line") if self.task.lines else ()))

    def draw(self, stream: Stream, level: int | None = None) -> SupportVariant:
        """Draw which options are shown, one right and one wrong at least, and their order."""
        del level
        every = tuple(range(len(self.task.options)))
        show = self.task.show
        if not show or show >= len(every):
            return SupportVariant(self.exercise, self, stream.shuffle(every))
        while True:
            row = stream.sample(every, show)
            rights = sum(self.task.options[number].right for number in row)
            alike = len({option.right for option in self.task.options}) == 1
            if 0 < rights < show or alike:
                return SupportVariant(self.exercise, self, row)
