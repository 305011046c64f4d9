"""The work of one exercise by a teaching system: text, parameters, result, what is left to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from cablesim.errors import CablesimError
from cablesim.exercises.judging.rows import Reckoned, SlipRow
from cablesim.exercises.kinds.sumslips import ADDS, FIVE, TAKES_AWAY
from cablesim.exercises.kinds.throughput import Work
from cablesim.exercises.variant import Step
from cablesim.scenario.exercise import Exercise, SystemTask
from cablesim.text.groups import cut

MOST_STEPS = 60
# What signs are worked again from, by the first parameter that a system has.
_FROM = {
    "square": "the square",
    "left": "the squares",
    "top_right": "the squares",
    "top_row": "the checkerboard",
    "key": "the key",
    "keyword": "the key",
    "indicator_key": "the key",
    "primer": "the key",
    "shift": "the key",
}


@dataclass(frozen=True, slots=True)
class Worked:
    """A text worked once: what is given, what is right, what each mistake and convention gives."""

    work: Work
    cipher: str
    right: str
    also: tuple[str, ...]
    slips: tuple[SlipRow, ...]
    conventions: tuple[str, ...]
    rarer: Reckoned

    @property
    def changes(self) -> bool:
        """The result is not the text that was given; or else whoever copies it would be right."""
        return "".join(self.work.text.split()).upper() != self.right


@dataclass(frozen=True, slots=True)
class SystemWork:
    """A text with drawn parameters, worked; `given` signs of the result are shown."""

    exercise: Exercise
    task: SystemTask
    plain: str
    parameters: tuple[tuple[str, str], ...]
    worked: Worked = field(compare=False, repr=False)
    given: int = 0

    @property
    def right(self) -> str:
        """The whole result."""
        return self.worked.right

    @property
    def in_tokens(self) -> bool:
        """The result is written in pieces with blanks between, as Morse is."""
        return " " in self.right

    @property
    def in_groups(self) -> bool:
        """The result is written in groups of figures."""
        row = self.right.replace(" ", "")
        return self.in_tokens and row.isascii() and row.isdigit()

    @property
    def part_name(self) -> str:
        """What a part of the result is called: a group, a figure, a letter, a piece, or a sign."""
        if self.in_tokens:
            return "Group" if self.in_groups else "Piece"
        row = self.right
        return "Figure" if row.isdigit() else "Letter" if row.isalpha() else "Sign"

    @property
    def is_even(self) -> bool:
        """All pieces of the result have one length."""
        return not self.in_tokens or len(set(map(len, self.right.split()))) == 1

    @property
    def sign_name(self) -> str:
        """What a single sign of the result is called."""
        row = self.right.replace(" ", "")
        return "figure" if row.isdigit() else "letter" if row.isalpha() else "sign"

    @property
    def parts_name(self) -> str:
        """What parts of the result are called within a sentence."""
        return f"{self.part_name.lower()}s"

    @property
    def asked(self) -> int:
        """How many signs (or pieces) are left to the student."""
        return (len(self.right.split()) if self.in_tokens else len(self.right)) - self.given

    def again(self, count: int = 2) -> str:
        """Return what is said to so many wrong signs: work them again, and from what."""
        system = self.worked.work.system
        names = {each.name for each in system.parameters}
        work = f"work {'them' if count > 1 else 'it'} again"
        if system.name in ADDS | TAKES_AWAY:
            each = ", each figure with the one under it" if count > 1 else " with the one under it"
            return f"{work}{each}"
        if system.family == "transposition":
            columns = names & {"key", "key1", "columns_wide"}
            return "write the columns out again" if columns else "write it out again"
        source = next((said for name, said in _FROM.items() if name in names), "")
        return f"{work} from {source}" if source else work

    @property
    def in_words(self) -> bool:
        """The result is a text to be read, which is not shown in groups."""
        return not self.task.encodes and self.right.isalpha()

    def written(self, row: str) -> str:
        """Return a row of the result as it is shown: a text as it is, signs in groups of five."""
        return row if self.in_words else shown_row(row)

    def values(self) -> Mapping[str, str]:
        """Return plain, cipher and every parameter."""
        found = dict(self.parameters)
        return {**found, "plain": self.plain, "cipher": shown_row(self.worked.cipher)}

    def shown(self) -> Sequence[str]:
        """Return what is worked already."""
        if not self.given:
            return ()
        return (f"Worked for you: {self.written(self.right[: self.given])}",)

    def steps(self) -> Sequence[Step]:
        """Return the first lines of the clerk's sheet."""
        work = self.worked.work
        try:
            working = work.system.work(work.text, work.way, dict(work.parameters))
        except CablesimError:
            return ()
        lines = islice(working.lines, MOST_STEPS)
        return tuple(
            Step(line.place, "  ".join(filter(None, (*line.cells, line.remark)))) for line in lines
        )

    def how(self) -> str:
        """Say how the answer is written."""
        if not self.asked:
            return "Nothing is left to do here; read the steps."
        last = "the last " * bool(self.given)
        if self.in_groups:
            return f"Write {last}{self.asked} groups of figures."
        name = self.part_name.lower() if self.asked == 1 else self.parts_name
        blanks = ", with blanks between" if self.in_tokens else "; blanks do not count"
        return f"Write {last}{self.asked} {name}{blanks}."

    def model(self) -> str:
        """Return the result that is left to the student; signs in groups where it is long."""
        return self.right if self.in_tokens else self.written(self.right[self.given :])


def shown_row(row: str) -> str:
    """Return a row without blanks in groups of five; one with blanks as it is."""
    return row if " " in row or len(row) <= FIVE else " ".join(cut(row, FIVE))
