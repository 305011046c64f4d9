"""A text that goes through a teaching system, and what comes out if something is changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cablesim.errors import CablesimError
from cablesim.systems.parameters import Parameter
from cablesim.systems.system import System, Way


@dataclass(frozen=True, slots=True)
class Work:
    """A text that goes one way through a system under parameters as they were given."""

    system: System
    way: Way
    text: str
    parameters: Mapping[str, object]

    def result(self, changed: Mapping[str, object] | None = None, way: Way | None = None) -> str:
        """Return the result, with some parameters or the way changed; empty if refused."""
        try:
            parameters = {**self.parameters, **(changed or {})}
            return self.system.work(self.text, way or self.way, parameters).result
        except CablesimError:
            return ""

    def rest(self) -> str:
        """Return the result of all but the first sign, which is left as it was; or nothing."""
        row = "".join(self.text.split())
        try:
            worked = self.system.work(row[1:], self.way, self.parameters).result
        except CablesimError:
            return ""
        return row[:1].upper() + worked

    def fields(self) -> Mapping[str, Parameter]:
        """Return the parameters by name that were given and that the system has."""
        given = self.system.named(self.parameters)
        return {each.name: each for each in self.system.parameters if each.name in given}
