"""The exercises of a scenario or course: in order, how each stands, found by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cablesim.errors import CablesimError
from cablesim.lessons.library import Binder
from cablesim.lessons.shelf import Row, State, found
from cablesim.text.visible import visible_line
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, joined, words
from cablesim.tui.widgets.finder import FinderScreen
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.entry import Event
    from cablesim.tui.desk import Desk

LEGEND = "□ new  ◐ open  ■ solved  ▣ handed in  ▨ given up"
NONE = "This scenario has no exercises."


class ExercisesScreen(FinderScreen):
    """All exercises of one scenario; Enter opens one where it was left."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.EXERCISES))
    DEFAULT_CSS = """
    ExercisesScreen #title { height: auto; padding: 0 1; background: $panel; }
    ExercisesScreen Input { margin: 0 1; }
    ExercisesScreen OptionList { width: 1fr; height: 1fr; border: round $primary; padding: 0 1; }
    ExercisesScreen Pane { width: 40; height: 1fr; border: round $primary; padding: 0 1; }
    ExercisesScreen OptionList:focus { border: round $primary; }
    ExercisesScreen.-narrow Pane { display: none; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual types it.
    AUTO_FOCUS = "Input"
    PLACE = Place.EXERCISES
    HELP = "The exercises: type a part of a title, kind, skill or state; Enter opens one."

    def __init__(self, desk: Desk, binder: Binder) -> None:
        super().__init__()
        self._desk = desk
        self._binder = binder
        self._rows: tuple[Row, ...] = ()
        self._found: tuple[Row, ...] = ()

    def compose(self) -> ComposeResult:
        """Show the title, the field to type in, the exercises, what one is."""
        yield Static(id="title")
        yield Input(placeholder="type to find: additive, due, new ...", compact=True)
        with Horizontal():
            yield OptionList()
            yield Pane("ABOUT IT", id="about", focusable=False)
        yield Footer(Place.EXERCISES)

    def on_mount(self) -> None:
        """Show all exercises, the one left open under the cursor."""
        self.query_one(OptionList).border_title = "EXERCISES"
        self._look()
        left = next((n for n, row in enumerate(self._found) if row.going), 0)
        self._show(left)

    def on_screen_resume(self) -> None:
        """Show anew how they stand."""
        if self._rows:
            self._look()
            self._show(self.query_one(OptionList).highlighted or 0)

    def take_in(self, _: Sequence[Event]) -> None:
        """Show anew where things stand after another window's work."""
        self.on_screen_resume()

    def _look(self) -> None:
        """Read from the record how the exercises stand."""
        self._rows = self._binder.rows(self._desk.record)
        self._found = found(self._rows, self.query_one(Input).value)
        self.query_one(Footer).warn(self._desk.record.trouble)
        solved = sum(row.state is State.SOLVED for row in self._rows)
        waiting = sum(row.state is State.HANDED_IN for row in self._rows)
        more = f", {waiting} handed in" if waiting else ""
        name = visible_line(self._binder.scenario.title)
        title = f"{name} · {solved} of {len(self._rows)} solved{more}"
        self.query_one("#title", Static).update(words(title, "bold"))

    def _show(self, place: int) -> None:
        """Show the exercises that were asked for."""
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(row)) for row in self._found])
        options.highlighted = min(place, len(self._found) - 1) if self._found else None
        options.border_subtitle = LEGEND
        if not self._rows:
            self.query_one(Footer).say(NONE)
        elif not self._found:
            self.query_one(Footer).say("No exercise has these words; type fewer of them.")
        else:
            self.query_one(Footer).say("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find exercises as somebody types."""
        self._found = found(self._rows, event.value)
        self._show(0)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the exercise under the cursor is."""
        if event.option_index < len(self._found):
            self.query_one(Pane).show(_about(self._found[event.option_index]))

    def action_open(self) -> None:
        """Do the exercise under the cursor, where it was left."""
        place = self.query_one(OptionList).highlighted
        if place is None or place >= len(self._found):
            return
        from cablesim.tui.screens.exercise import ExerciseScreen

        row = self._found[place]
        try:
            session = self._binder.session(self._desk.record, row.task.exercise)
        except CablesimError as error:
            self.query_one(Footer).say(str(error))
            return
        self.app.push_screen(ExerciseScreen(session))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def _line(row: Row) -> Content:
    """Return one exercise as a line: mark, title, skill, how it stands in words."""
    said = words(f" · {visible_line(row.exercise.skill)}", QUIET)
    state = words(f" · {row.words}" if row.state is not State.NEW or row.due else "", "bold")
    return Content.assemble(
        words(f"{row.mark} "), words(visible_line(row.exercise.name)), said, state
    )


def _about(row: Row) -> Content:
    """Return what an exercise is."""
    exercise = row.exercise
    lines = [
        words(visible_line(exercise.name), "bold"),
        words(f"{exercise.kind} · {visible_line(exercise.skill)}"),
        words(f"{exercise.points:g} points · {len(exercise.hints)} hints"),
        words(f"It stands: {row.words}."),
    ]
    if exercise.try_first:
        lines.append(words("To be tried first: help opens after two answers.", QUIET))
    return joined(lines)
