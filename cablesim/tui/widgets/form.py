"""A form made from a system's parameters: one field each, of the kind that its type asks for."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import DescendantFocus
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Select, Static

from cablesim.lessons.bench import fields_of
from cablesim.systems.parameters import AlphabetOf, Parameter
from cablesim.systems.system import System
from cablesim.tui.letters import words

FIELD = "field-"


class Form(VerticalScroll, can_focus=False):
    """Fields for all parameters of a system; what is needed stands first."""

    DEFAULT_CSS = """
    Form { border: round $secondary; padding: 0 1; scrollbar-size-vertical: 1; }
    Form Vertical { height: auto; }
    Form Static { height: 1; }
    Form Static.wrong { color: $error; text-style: bold; }
    Form Input { width: 1fr; }
    Form Select { width: 1fr; }
    """

    class Filled(Message):
        """A field was filled in."""

        def __init__(self, name: str, value: str) -> None:
            super().__init__()
            self.name = name
            self.value = value

    class Entered(Message):
        """The cursor came to a field; what it means."""

        def __init__(self, parameter: Parameter) -> None:
            super().__init__()
            self.parameter = parameter

    def __init__(self, tool: System, given: Mapping[str, str]) -> None:
        super().__init__(id="form")
        self._fields = {parameter.name: parameter for parameter in fields_of(tool)}
        self._given = given
        self.border_title = "PARAMETERS"

    def compose(self) -> ComposeResult:
        """Show a name and a field for each parameter."""
        for parameter in self._fields.values():
            needed = " (needed)" if parameter.required else ""
            with Vertical():
                yield Static(
                    words(f"{parameter.name}{needed}", "bold"), id=f"name-{parameter.name}"
                )
                yield self._field(parameter)

    def _field(self, parameter: Parameter) -> Input | Select[str]:
        """Return the field that the parameter's type asks for."""
        given = self._given.get(parameter.name, "")
        choices = parameter.reader.choices
        name = f"{FIELD}{parameter.name}"
        if choices and not isinstance(parameter.reader, AlphabetOf):
            value = given if given in choices else parameter.shown_default
            return Select(
                [(choice, choice) for choice in choices],
                value=value if value in choices else choices[0],
                allow_blank=False,
                compact=True,
                id=name,
            )
        suggester = SuggestFromList(choices, case_sensitive=False) if choices else None
        placeholder = parameter.shown_default or parameter.reader.kind
        return Input(given, placeholder, suggester=suggester, compact=True, id=name)

    def mark(self, wrong: str) -> None:
        """Mark the field that a refusal is about; the others are not."""
        for name in self._fields:
            self.query_one(f"#name-{name}", Static).set_class(name == wrong, "wrong")

    def fill(self, given: Mapping[str, str]) -> None:
        """Fill the fields with other values."""
        for name, parameter in self._fields.items():
            widget = self.query_one(f"#{FIELD}{name}")
            value = given.get(name, "")
            if isinstance(widget, Input):
                widget.value = value
            elif isinstance(widget, Select):
                known = value if value in parameter.reader.choices else parameter.shown_default
                widget.value = known if known in parameter.reader.choices else widget.value

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Filled(str(event.input.id).removeprefix(FIELD), event.value))

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        event.stop()
        name = str(event.select.id).removeprefix(FIELD)
        self.post_message(self.Filled(name, str(event.value)))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what the field under the cursor means."""
        name = str(event.widget.id).removeprefix(FIELD)
        if name in self._fields:
            self.post_message(self.Entered(self._fields[name]))


def meaning_of(parameter: Parameter) -> str:
    """Return one line that says what a field means and what it takes."""
    default = f"; without it: {parameter.shown_default}" if parameter.shown_default else ""
    return f"{parameter.name}: {parameter.meaning} ({parameter.reader.kind}{default})"
