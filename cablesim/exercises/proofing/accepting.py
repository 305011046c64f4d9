"""Other answers that an author accepts for a field: none of them is a named mistake."""

from __future__ import annotations

from collections.abc import Iterator

from cablesim.documents.form import FormField
from cablesim.exercises.fault import Fault
from cablesim.exercises.reading.fieldvalues import NONE, Wanted, compared, says_nothing
from cablesim.scenario.exercise import FormTask
from cablesim.scenario.scenario import Scenario

CODE = "E109"


def wrongly_accepted(task: FormTask, scenario: Scenario) -> Iterator[Fault]:
    """Yield what is accepted and would be a mistake, or is accepted where nobody is asked."""
    fields = {item.kind.value: item for item in scenario.evidence.form}
    for name, values in task.accept.items():
        key = f"accept.{name}"
        if name not in fields:
            continue
        if name not in task.ask:
            message = f"'{name}' is accepted in other words, and is not asked for"
            yield Fault(CODE, message, f'add "{name}" to ask, or take it out here', key)
            continue
        for value in values:
            mistake = _mistake(name, value, fields, scenario)
            if mistake:
                message = f"“{value[:60]}” is accepted for {name}, and is {mistake}"
                yield Fault(CODE, message, "take it out: it would be judged right", key)


def _mistake(name: str, value: str, fields: dict[str, FormField], scenario: Scenario) -> str:
    """Say which mistake an accepted value is, or nothing; what is right anyhow is none."""
    item = fields[name]
    if item.value is None:
        return f"a value where the page has none: there the answer is {NONE}"
    if Wanted(name, item).has(value):
        return ""
    if says_nothing(value, name):
        return f"an answer that the page has none, where it has “{item.value}”"
    given = compared(value)
    if given in _bracketed(item, scenario):
        return "what the edition added in brackets (the mistake 'bracket')"
    for other, field in fields.items():
        if other != name and field.value is not None and given in Wanted(other, field).forms:
            return f"what the page has as {other} (the mistake 'other-field')"
    return ""


def _bracketed(item: FormField, scenario: Scenario) -> frozenset[str]:
    """Return what a field is with the edition's bracket beside it, or in its place."""
    brackets = [each.text for each in scenario.document.brackets if each.line == item.line]
    if not brackets or brackets[0] in (item.value or ""):
        return frozenset()
    inner = brackets[0].strip("[]() ")
    both = (f"{item.value} {inner}", f"{inner} {item.value}", inner, f"the {inner}")
    return frozenset(map(compared, both))
