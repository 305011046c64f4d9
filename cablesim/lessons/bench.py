"""The work bench: one system in hand with its form, a text, a result; and the steps before it.

The desk on the screen draws this and nothing else; it is a value, so every keystroke makes a new
one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from cablesim.codes.chain import Chain, Step, read_recipe
from cablesim.codes.registry import names, system
from cablesim.errors import CablesimError
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.parameters import Gathered, Parameter, as_word
from cablesim.systems.system import BAND, OTHERS, System, Way
from cablesim.systems.vectors import shipped
from cablesim.systems.working import Working
from cablesim.text.reading import ForeignSign

MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the bench gives now: the sheets of all steps, or a refusal and the field it is about.

    `missing` are the fields that are needed and still empty.
    """

    workings: tuple[Working, ...] = ()
    refused: str = ""
    about: str = ""
    missing: tuple[str, ...] = ()

    @property
    def result(self) -> str:
        """The last step's result; empty where something is refused."""
        return self.workings[-1].result if self.workings and not self.refused else ""


@dataclass(frozen=True, slots=True)
class Bench:
    """A system in hand, what stands in its form, the text, the way, the steps done before it."""

    system: str
    given: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    way: Way = Way.ENCIPHER
    before: tuple[Step, ...] = ()

    @property
    def tool(self) -> System:
        """The system in hand."""
        return system(self.system)

    @property
    def filled(self) -> dict[str, object]:
        """What is given, without the fields that are left empty."""
        return {name: value for name, value in self.given.items() if value}

    @property
    def chain(self) -> Chain:
        """All steps, this one last."""
        return Chain((*self.before, Step(self.system, self.filled)))

    def outcome(self) -> Outcome:
        """Work the text through all steps, or say what is refused and which field it is about."""
        needed = (each.name for each in self.tool.parameters if each.required)
        missing = tuple(name for name in needed if not self.given.get(name))
        if missing:
            return Outcome(refused=f"first fill in: {', '.join(missing)}", missing=missing)
        try:
            return Outcome(self.chain.work(self.text, self.way).workings)
        except ForeignSign as error:
            return Outcome(refused=self._foreign(error), about=OTHERS.name)
        except CablesimError as error:
            return Outcome(refused=str(error), about=_about(self))

    def _foreign(self, error: ForeignSign) -> str:
        """Return what is said of a sign that is not taken, the way out first."""
        ways = "keep or drop" if self.tool.make.sign_for_sign else "drop"
        return (
            f"place {error.place}: {error.sign!r} is no sign of this system. Set others to {ways}, "
            f"or write it in other signs: {error.taken}"
        )

    def with_given(self, name: str, value: str) -> Bench:
        """Return the bench with one field filled in."""
        return replace(self, given={**self.given, name: value})

    def turned(self) -> Bench:
        """Return the bench the other way round, the result as its text where there is one."""
        way = Way.DECIPHER if self.way is Way.ENCIPHER else Way.ENCIPHER
        result = self.outcome().result
        return replace(self, way=way, text=result or self.text)

    def kept(self) -> dict[str, str]:
        """Return the bench as the record keeps it."""
        return {
            "system": self.system,
            "recipe": self.chain.recipe(),
            "text": self.text,
            "way": self.way.value,
        }

    def undone(self) -> Bench:
        """Return the bench with the last earlier step in hand again; the same where none is."""
        if not self.before:
            return self
        *before, last = self.before
        given = {name: str(value) for name, value in last.parameters.items()}
        return replace(self, system=last.system, given=given, before=tuple(before))

    def followed_by(self, name: str) -> Bench:
        """Return a bench with another system in hand, this one among the steps before it."""
        return Bench(name, {}, self.text, self.way, self.chain.steps)


def _about(bench: Bench) -> str:
    """Return the field that a refusal is about, or an empty text."""
    try:
        bench.tool.work("", bench.way, bench.filled)
    except ParameterRefused as error:
        return error.name
    except CablesimError:
        return ""
    return ""


def kept_bench(detail: Mapping[str, str]) -> Bench:
    """Return a bench from what the record kept; an empty one where that cannot be read."""
    name = detail.get("system", "")
    try:
        *before, last = read_recipe(detail.get("recipe", "")).steps
        way = Way(detail.get("way", ""))
    except (CablesimError, ValueError):
        return Bench(name)
    given = {name: str(value) for name, value in last.parameters.items()}
    return Bench(last.system, given, detail.get("text", ""), way, tuple(before))


def example_of(name: str) -> Bench:
    """Return a bench with the first published vector of a system, else with its own example."""
    vector = next((each for each in shipped() if each.system == name), None)
    own = system(name).example
    if vector is not None:
        way = Way.DECIPHER if vector.only_decipher else Way.ENCIPHER
        text = vector.cipher if vector.only_decipher else vector.plain
        return Bench(name, _in_the_form(name, vector.parameters), text, way)
    return Bench(name) if own is None else Bench(name, _in_the_form(name, own.parameters), own.text)


def _in_the_form(name: str, parameters: Mapping[str, object]) -> dict[str, str]:
    """Return parameters as they stand in the fields of a form."""
    tool = system(name)
    asked = {each.name: each.reader for each in fields_of(tool)}
    return {
        key: "; ".join(f"{label}={row}" for label, row in value.items())
        if isinstance(value, Mapping) and isinstance(asked[key], Gathered)
        else as_word(value)
        for key, value in tool.named(parameters).items()
        if key in asked
    }


def save(name: str, bench: Bench, outcome: Outcome) -> str:
    """Save the recipe (a name in .toml) or all sheets under a name; return what to say.

    A file that is there already is left alone. The file stands whole or not at all. Raises
    `CablesimError` that says why nothing was saved.
    """
    path = Path(name).expanduser()
    if not name or outcome.refused:
        why = outcome.refused or "there is no name; write one"
        raise CablesimError(f"nothing was saved: {why}")
    if path.exists():
        raise CablesimError(f"{name} is there already; write another name")
    recipe = path.suffix == ".toml"
    rows = [bench.chain.recipe().rstrip()] if recipe else [BAND, *_all_rows(outcome)]
    half = path.with_name(f".{path.name}.half")
    try:
        with half.open("x", encoding="utf-8") as file:
            file.writelines(f"{row}\n" for row in rows)
        half.replace(path)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        raise CablesimError(f"{name} was not saved: {error.strerror}; write another name") from None
    return f"Saved as {path.resolve()}."


def _all_rows(outcome: Outcome) -> Iterator[str]:
    """Yield every sheet in its stable text form, however long."""
    for working in outcome.workings:
        yield from working.rows()


def found(words: str) -> tuple[System, ...]:
    """Return the systems whose name, title or family holds all of some words, in course order."""
    wanted = words.lower().split()
    systems = map(system, names())
    return tuple(each for each in systems if all(word in _searched(each) for word in wanted))


def _searched(each: System) -> str:
    """Return what is searched of a system."""
    return f"{each.name} {each.title} {each.family}".lower()


def fields_of(tool: System) -> tuple[Parameter, ...]:
    """Return the fields of a system's form: what is needed first, remarks left out."""
    asked = [each for each in tool.parameters if not each.reader.kind.startswith("remark")]
    return tuple(sorted(asked, key=lambda each: not each.required))


def sheet_rows(outcome: Outcome, most: int = MOST_LINES) -> Iterator[str]:
    """Yield the sheets of an outcome as aligned rows, at most so many lines of each."""
    for number, working in enumerate(outcome.workings, 1):
        if len(outcome.workings) > 1:
            yield f"Step {number}: {working.title}"
        lines = list(islice(working.lines, most + 1))
        rows = [
            ("", *working.columns, ""),
            *((str(line.place), *line.cells, line.remark) for line in lines[:most]),
        ]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            yield "  ".join(cells).rstrip()
        if len(lines) > most:
            yield f"The first {most} lines; save the sheet to have all of them."
        yield from (f"· {rule}" for rule in working.conventions)
        yield from (f"✎ {change.sentence()}" for change in islice(working.ledger, most))
