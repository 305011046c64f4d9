"""Chains: systems in a row, each working on what the one before has given.

A chain is a value; it is written down as a small recipe in TOML, and every step keeps its sheet.

>>> recipe = '''
... format = 1
... [[step]]
... system = "polybius"
... parameters = { square = "ABCDEFGHIKLMNOPQRSTUVWXYZ", labels = "12345" }
... [[step]]
... system = "columnar-transposition"
... parameters = { key = "ZEBRAS" }
... '''
>>> chain = read_recipe(recipe)
>>> chain.decipher(chain.encipher("PEKING").result).result
'PEKING'
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cablesim.codes.registry import system
from cablesim.errors import CablesimError
from cablesim.systems.errors import SystemRefused
from cablesim.systems.system import Way
from cablesim.systems.working import Working

FORMAT = 1
MOST_STEPS = 50


@dataclass(frozen=True, slots=True)
class Step:
    """One system of a chain with its parameters as they were given."""

    system: str
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chained:
    """What a chain made of a text: the sheet of every step in the order of the work."""

    workings: tuple[Working, ...]
    text: str

    @property
    def result(self) -> str:
        """What the last step gave; without a step, the text itself."""
        return self.workings[-1].result if self.workings else self.text

    def rows(self) -> Iterator[str]:
        """Yield the sheets one after another in their stable text form."""
        for number, working in enumerate(self.workings, 1):
            yield f"step {number} of {len(self.workings)}"
            yield from working.rows()


@dataclass(frozen=True, slots=True)
class Chain:
    """Systems in a row, first to last as they encipher."""

    steps: tuple[Step, ...]
    title: str = ""

    def encipher(self, text: str) -> Chained:
        """Encipher through every step, first to last; a refusal names its step."""
        return self.work(text, Way.ENCIPHER)

    def decipher(self, text: str) -> Chained:
        """Decipher through every step, last to first."""
        return self.work(text, Way.DECIPHER)

    def work(self, text: str, way: Way) -> Chained:
        """Do either."""
        workings: list[Working] = []
        passed = text
        numbered = list(enumerate(self.steps, 1))
        for number, step in numbered if way is Way.ENCIPHER else reversed(numbered):
            try:
                workings.append(system(step.system).work(passed, way, step.parameters))
            except CablesimError as error:
                if len(self.steps) == 1:
                    raise
                raise SystemRefused(f"step {number}, {step.system}: {error}") from None
            passed = workings[-1].result
        return Chained(tuple(workings), text)

    def recipe(self) -> str:
        """Return the chain as TOML; reading it gives the chain again."""
        lines = [f"format = {FORMAT}"]
        if self.title:
            lines.append(f"title = {_toml(self.title)}")
        for step in self.steps:
            lines += ["", "[[step]]", f"system = {_toml(step.system)}"]
            if step.parameters:
                lines.append("[step.parameters]")
                lines += [
                    f"{_toml(name)} = {_toml(value)}" for name, value in step.parameters.items()
                ]
        return "\n".join(lines) + "\n"


def _toml(value: object) -> str:
    """Return a value as TOML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case list() | tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case Mapping():
            pairs = (f"{_toml(str(name))} = {_toml(each)}" for name, each in value.items())
            return f"{{ {', '.join(pairs)} }}"
        case _:
            return _basic_string(str(value))


def _basic_string(text: str) -> str:
    """Return a text as a TOML string on one line, whatever signs it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    shown = "".join(sign if sign.isprintable() else f"\\U{ord(sign):08X}" for sign in escaped)
    return f'"{shown}"'


def read_recipe(text: str) -> Chain:
    """Read a chain from TOML; raises `SystemRefused` that says what is wrong with the recipe."""
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SystemRefused(f"this recipe is no TOML: {error}") from None
    if found.get("format") != FORMAT:
        raise SystemRefused(f"a recipe begins with 'format = {FORMAT}'; write that line first")
    steps = found.get("step")
    if not isinstance(steps, list) or not 0 < len(steps) <= MOST_STEPS:
        raise SystemRefused(f"a recipe has 1 to {MOST_STEPS} tables [[step]] with a 'system' each")
    return Chain(tuple(map(_step, range(1, len(steps) + 1), steps)), str(found.get("title", "")))


def _step(number: int, table: object) -> Step:
    """Return one step of a recipe."""
    name = table.get("system") if isinstance(table, dict) else None
    parameters = table.get("parameters", {}) if isinstance(table, dict) else None
    if not isinstance(name, str) or not isinstance(parameters, dict):
        raise SystemRefused(
            f'step {number}: write system = "..." and, if it has any, parameters = {{ ... }}'
        )
    system(name)
    return Step(name, parameters)
