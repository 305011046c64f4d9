"""A name for a file: the sheet as text, or the chain as a recipe."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from cablesim.errors import CablesimError
from cablesim.lessons.bench import Bench, Outcome, save
from cablesim.systems.system import BAND
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import TEACHING, joined, words

ASK = (
    "Save under which name? Enter saves, Esc goes back.",
    "A name that ends in .toml keeps the recipe, any other the whole sheet.",
)


class NamingScreen(ModalScreen[str]):
    """Asks for a name and saves; what was saved, or why not, is said."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.NAMING))
    DEFAULT_CSS = """
    NamingScreen { align: center middle; }
    NamingScreen #box { width: 90%; height: auto; border: heavy $secondary; padding: 0 1; }
    """
    AUTO_FOCUS = "Input"
    PLACE = Place.NAMING
    HELP = "A name for the file; it is written where you started the program."

    def __init__(self, bench: Bench, outcome: Outcome) -> None:
        super().__init__()
        self._bench = bench
        self._outcome = outcome

    def compose(self) -> ComposeResult:
        """Ask."""
        from textual.containers import Vertical

        with Vertical(id="box"):
            yield Static(joined([words(BAND, TEACHING), *map(words, ASK)]))
            yield Input(f"{self._bench.system}.txt", compact=True)
            yield Static(id="said")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save, or say why that cannot be; once saved, a second Enter does nothing more."""
        if not self.is_current:
            return
        try:
            self.dismiss(save(event.value.strip(), self._bench, self._outcome))
        except CablesimError as error:
            self.query_one("#said", Static).update(words(str(error), "bold $error"))

    def action_leave(self) -> None:
        """Go back without saving."""
        self.dismiss("")
