"""The teaching systems: type to find one, read what it is, take it to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cablesim.lessons.bench import Bench, found
from cablesim.systems.system import BAND
from cablesim.tui.atlas import about_content
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, TEACHING, joined, words
from cablesim.tui.widgets.finder import FinderScreen
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from cablesim.systems.system import System
    from cablesim.tui.desk import Desk


class SystemsScreen(FinderScreen):
    """All systems by family; after a bench that asks for it, the one chosen works on its result."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.SYSTEMS))
    DEFAULT_CSS = """
    SystemsScreen #band { height: 1; padding: 0 1; background: $panel; }
    SystemsScreen Input { margin: 0 1; }
    SystemsScreen OptionList { width: 34; height: 1fr; border: double $accent; padding: 0 1; }
    SystemsScreen Pane { width: 1fr; height: 1fr; border: double $accent; padding: 0 1; }
    SystemsScreen.-narrow Pane { display: none; }
    SystemsScreen.-narrow OptionList { width: 1fr; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-middle")]  # noqa: RUF012 - Textual types it.
    AUTO_FOCUS = "Input"
    PLACE = Place.SYSTEMS
    HELP = "The teaching systems: type a part of a name, choose with the arrows, Enter opens."

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._bench: Bench | None = None
        self._found: tuple[System, ...] = ()

    def compose(self) -> ComposeResult:
        """Show the band, the field to type in, the systems, what one is."""
        yield Static(words(BAND, TEACHING), id="band")
        yield Input(placeholder="type to find: vigenere, transposition ...", compact=True)
        with Horizontal():
            yield OptionList()
            yield Pane("WHAT IT IS", id="about", classes="teaching")
        yield Footer(Place.SYSTEMS)

    def on_mount(self) -> None:
        """Show all systems."""
        self.query_one(OptionList).border_title = "SYSTEMS"
        self._show("")

    def _show(self, wanted: str) -> None:
        """Show the systems that were asked for."""
        self._found = found(wanted)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_named(each)) for each in self._found])
        options.highlighted = 0 if self._found else None
        if not self._found:
            self.query_one(Pane).show(words("No system has these words; type fewer of them."))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find systems as somebody types."""
        self._show(event.value)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the system under the cursor is."""
        if event.option_index < len(self._found):
            self.query_one(Pane).show(about_content(self._found[event.option_index]))

    def action_open(self) -> None:
        """Take the system under the cursor to the desk."""
        place = self.query_one(OptionList).highlighted
        if place is None or place >= len(self._found):
            return
        name = self._found[place].name
        before = self._bench
        self._work(self._desk.bench(name) if before is None else before.followed_by(name))

    def _work(self, bench: Bench) -> None:
        """Put a bench on the desk; one that comes back is to be followed by another system."""
        from cablesim.tui.screens.bench import BenchScreen

        self.app.push_screen(BenchScreen(self._desk, bench), self._follow)

    def _follow(self, bench: Bench | None) -> None:
        """Ask for the system that works on a bench's result, or for any system."""
        self._bench = bench
        self.query_one(OptionList).border_title = "SYSTEMS" if bench is None else "AND THEN"
        field = self.query_one(Input)
        field.value = ""
        field.focus()

    def action_leave(self) -> None:
        """Go back: to the bench that was to be followed, or home."""
        if self._bench is not None:
            self._work(self._bench)
            return
        self.dismiss()


def _named(system: System) -> Content:
    """Return a system as one line of the list."""
    return joined([words(system.title, "bold"), words(system.family, QUIET)], " · ")
