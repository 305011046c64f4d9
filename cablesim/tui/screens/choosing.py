"""One choice among a few, over what is on the screen: a file, a form, what to do with a text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, joined, words


class ChoosingScreen(ModalScreen[int]):
    """Sentences and options; dismissed with the place of the option chosen, or -1 for none."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.CHOOSING))
    DEFAULT_CSS = """
    ChoosingScreen { align: center middle; }
    ChoosingScreen #box {
        width: 90%; max-width: 80; height: auto; max-height: 90%;
        border: heavy $secondary; padding: 0 1;
    }
    ChoosingScreen OptionList, ChoosingScreen OptionList:focus {
        height: auto; max-height: 14; border: none; padding: 0;
    }
    """
    AUTO_FOCUS = "OptionList"
    PLACE = Place.CHOOSING
    HELP = "Choose with the arrows and Enter; Esc chooses nothing."

    def __init__(self, asked: Sequence[str], options: Sequence[str], first: int = 0) -> None:
        super().__init__()
        self._asked = asked
        self._options = options
        self._first = first

    def compose(self) -> ComposeResult:
        """Show what is asked, and the options."""
        with Vertical(id="box"):
            yield Static(joined([*map(words, self._asked), words("Enter takes, Esc back.", QUIET)]))
            yield OptionList(*(Option(words(each)) for each in self._options))

    def on_mount(self) -> None:
        """Stand on the option that is likely."""
        self.query_one(OptionList).highlighted = self._first

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take an option."""
        self.dismiss(event.option_index)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(-1)
