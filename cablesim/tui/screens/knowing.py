"""The check of a lesson: does somebody know it already? It ends by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from cablesim.lessons.knowing import ABOUT, Check, questions
from cablesim.text.visible import visible_line
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, joined, words
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from cablesim.tui.desk import Desk


class CheckScreen(Screen[None]):
    """The questions of a check; between two of them, and at the end, it says how things stand."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.CHECK))
    DEFAULT_CSS = """
    CheckScreen Pane { height: 1fr; border: round $primary; padding: 0 1; }
    """
    AUTO_FOCUS = ""
    PLACE = Place.CHECK
    HELP = "The check of a lesson: all right at once, and you may pass it by. It locks nothing."

    def __init__(self, desk: Desk, check: Check) -> None:
        super().__init__()
        self._desk = desk
        self._check = check

    def compose(self) -> ComposeResult:
        """Show the lesson."""
        yield Pane("DO YOU KNOW IT ALREADY?", id="check", focusable=False)
        yield Footer(Place.CHECK)

    def on_mount(self) -> None:
        """Say what will be asked."""
        self._draw()

    def _draw(self) -> None:
        """Say how many are right at once, or how it ended."""
        self.query_one(Footer).warn(self._desk.record.trouble)
        check = self._check
        title = words(visible_line(check.lesson.title), "bold")
        if check.over:
            content = joined([title, words(check.end(), "bold"), words("Enter goes back.", QUIET)])
        else:
            done = f"{check.done} of {check.count} right at once. " * bool(check.done)
            content = joined(
                [
                    title,
                    words(f"{done}{questions(check.count - check.done)} to come.", "bold"),
                    words(ABOUT, QUIET),
                    words("Enter begins the next; q leaves."),
                ]
            )
        self.query_one(Pane).show(content)

    def action_forward(self) -> None:
        """Ask the next question; at the end, leave."""
        from cablesim.tui.screens.checked import CheckedScreen

        session = self._check.session()
        if session is None:
            self.action_leave()
            return
        place = f"{self._check.done + 1} of {self._check.count}"
        screen = CheckedScreen(session, place)
        self.app.push_screen(screen, lambda _: self._back(left=screen.left))

    def _back(self, *, left: bool) -> None:
        """Go on with the next question, or say how it stands."""
        if not left and not self._check.over:
            self.action_forward()
            return
        self._draw()

    def action_leave(self) -> None:
        """Leave; what was done is on the record."""
        self.dismiss()
