"""A form for one table of a scenario: a field a key, filled in and put into the file as TOML."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from cablesim.authoring.forms import Field, Form, edited, filled_in
from cablesim.errors import CablesimError
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, words
from cablesim.tui.widgets.footer import Footer

FIELD = "field-"


class FillingScreen(Screen[str]):
    """One table's fields; dismissed with the file's text after the edit, or with the empty text."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.FILLING))
    DEFAULT_CSS = """
    FillingScreen #heading { height: 1; padding: 0 1; background: $panel; }
    FillingScreen VerticalScroll { height: 1fr; padding: 0 1; }
    FillingScreen Horizontal { height: 1; }
    FillingScreen .name { width: 16; }
    FillingScreen Input { width: 1fr; height: 1; }
    FillingScreen #said { height: auto; min-height: 2; padding: 0 1; }
    """
    AUTO_FOCUS = "Input"
    PLACE = Place.FILLING
    HELP = "A form: Tab goes from field to field, Ctrl+S puts it into the file, Esc goes back."

    def __init__(self, form: Form, text: str, number: int | None) -> None:
        super().__init__()
        self._form = form
        self._text = text
        self._number = number
        self._fields = {field.key: field for field in form.fields}

    def compose(self) -> ComposeResult:
        """Show a name and a field for every key."""
        what = "new" if self._number is None else str(self._number + 1)
        form = self._form
        yield Static(words(f"FORM · {form.title} {what} · {form.file}", "bold"), id="heading")
        shown = filled_in(form, self._text, self._number)
        with VerticalScroll(can_focus=False):
            for field in form.fields:
                with Horizontal():
                    needed = " *" if field.needed else ""
                    yield Static(words(f"{field.key}{needed}", "bold"), classes="name")
                    yield self._input(field, shown[field.key])
        yield Static(id="said")
        yield Footer(Place.FILLING)

    def _input(self, field: Field, value: str) -> Input:
        """Return the input of one field."""
        choices = SuggestFromList(field.choices, case_sensitive=False) if field.choices else None
        return Input(value, suggester=choices, compact=True, id=f"{FIELD}{field.key}")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what the field under the cursor means."""
        field = self._fields.get(str(event.widget.id).removeprefix(FIELD))
        if field is not None:
            choices = f": {', '.join(field.choices)}" if field.choices else ""
            needed = "needed, " if field.needed else ""
            said = f"{field.key}: {field.meaning} ({needed}{field.kind.value}{choices})"
            self.query_one("#said", Static).update(words(said, QUIET))

    def on_input_submitted(self) -> None:
        """Go to the next field."""
        self.focus_next(Input)

    def action_take(self) -> None:
        """Put what is filled in into the file's text, or say what is wrong."""
        filled = {key: self.query_one(f"#{FIELD}{key}", Input).value for key in self._fields}
        try:
            self.dismiss(edited(self._form, self._text, self._number, filled))
        except CablesimError as error:
            self.query_one("#said", Static).update(words(str(error), "bold $error"))

    def action_leave(self) -> None:
        """Go back and change nothing."""
        self.dismiss("")
