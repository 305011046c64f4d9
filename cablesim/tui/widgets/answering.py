"""Where an answer is written: a field for free text, a sheet for figures, and how it is read.

Field and sheet take turns on one answer. What is typed is kept on the record soon after the last
key, and how it is read as it stands is said before it is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from cablesim.lessons.grid import Grid, Own
from cablesim.lessons.session import Session
from cablesim.lessons.sheets import grid_of
from cablesim.text.visible import visible_line
from cablesim.tui.later import Later
from cablesim.tui.letters import QUIET, words
from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.figures import FigureGrid

# An answer longer than this is read in a thread, and not while it is typed.
NO_SHEET = "There is no sheet of figures for this."
LONG_ANSWER = 400


class AnswerDesk(Vertical):
    """Field, sheet and what is read of them, for the answer of one session."""

    DEFAULT_CSS = """
    AnswerDesk { height: auto; }
    AnswerDesk #read { height: 1; padding: 0 2; }
    """

    class Changed(Message):
        """Something was typed, on the field or on the sheet."""

    class Kept(Message):
        """What was typed was given to the record."""

    def __init__(self, session: Session) -> None:
        super().__init__(id="desk")
        self._session = session
        self.text = ""
        self.on_sheet = False
        self._grid: Grid | None = None
        self._open = True
        self._in_field = False
        self._keeper = Later(self, self._keep)

    def compose(self) -> ComposeResult:
        """Lay out sheet, field, what is read."""
        yield FigureGrid()
        yield AnswerField(id="answer")
        yield Static(id="read")

    def begin(self, session: Session) -> None:
        """Take a variant in hand, with what was typed at it before."""
        self._session = session
        self.text = session.sitting.draft
        self._in_field = False
        self._grid = grid_of(session.drawn.variant)
        field = self.query_one(AnswerField)
        field.long = session.long
        field.set_class(session.long, "-long")
        field.fill(self.text)
        # Figures that were worked out on the way stand nowhere else.
        fits = self._fill_grid()
        self.on_sheet = fits and self._grid is not None and bool(self._grid.text(Own.NOTE))

    @property
    def has_sheet(self) -> bool:
        """There is a sheet of figures for this exercise."""
        return self._grid is not None

    @property
    def hole(self) -> str:
        """Where the answer on the sheet has a gap before its last figure; nothing elsewhere."""
        return self._grid.hole if self._grid is not None and self.on_sheet else ""

    @property
    def kept(self) -> bool:
        """All that stands here is on the record."""
        attempt = self._session.attempt
        return self.text == attempt.draft and self._note == attempt.note

    @property
    def _note(self) -> str:
        """What was worked out on the way, as it is to be kept.

        A note that was written in plain lines stays, where the sheet has no row that it fits.
        """
        grid, note = self._grid, self._session.attempt.note
        if grid is None or not grid.has(Own.NOTE):
            return note
        return grid.text(Own.NOTE) or ("" if grid.filled(Own.NOTE, note) else note)

    def show(self, *, answering: bool) -> None:
        """Show the field or the sheet that is in use and put the focus there, or show nothing."""
        self._open = answering
        speaks = self._grid is not None and not self._grid.has(Own.ANSWER)
        self.query_one(FigureGrid).display = self.on_sheet and answering
        field = self.query_one(AnswerField)
        field.display = answering and (not self.on_sheet or speaks)
        field.set_class(self.on_sheet, "-low")
        field.below_sheet = self.on_sheet
        field.border_title = f"YOUR ANSWER{self._how_to_reach()}"
        self.query_one("#read").display = answering
        if not answering:
            self.screen.set_focus(None)
        else:
            on_sheet = self.on_sheet and not (speaks and self._in_field)
            self.screen.set_focus(self.query_one(FigureGrid) if on_sheet else field)
        self.read_back()

    def _how_to_reach(self) -> str:
        """Return what the field's title says of the keys that lead there or hand it in."""
        if self.on_sheet:
            return " · ↓ from the sheet, ↑ back"
        return " · F2 hands it in" if self._session.long else ""

    def offer(self) -> bool:
        """Mark the whole answer in the field: writing takes its place, arrows keep it.

        Tell whether the hands are there. A field that has just been shown hears of it later.
        """
        field = self.query_one(AnswerField)
        here = self.screen.focused is field
        if here:
            field.select_all()
        return here

    def on_descendant_focus(self) -> None:
        """Keep where the hands are, on the sheet or in the field."""
        self._in_field = self.query_one(AnswerField).has_focus

    def read_back(self) -> None:
        """Say how the answer is read as it stands, before it is handed in."""
        said = ""
        if self.text.strip() and len(self.text) <= LONG_ANSWER and self._open:
            verdict = self._session.sitting.deal.judge(self.text)
            # Of a long answer the count of words is what is not in sight.
            read = verdict.read.partition(":")[0] if self._session.long else verdict.read
            said = f"I read: {read}" if read else "It cannot be read yet."
        line = self.query_one("#read", Static)
        line.update(words(_end_of(visible_line(said), self.size.width - 4), QUIET), layout=False)

    def judged(self, signs: Sequence[str]) -> None:
        """Put what is said of the answer below its groups on the sheet."""
        if self._grid is not None:
            shown = signs if self._grid.has(Own.ANSWER) else ()
            self.query_one(FigureGrid).show(self._grid, shown)

    def turn(self) -> str:
        """Go from the field to the sheet, or back; return why not, where it cannot be done."""
        if self._grid is None or not self._open:
            return NO_SHEET
        self.keep()
        if not self.on_sheet and not self._fill_grid():
            return "What you wrote does not fit on the sheet; it stays here."
        self.on_sheet, self._in_field = not self.on_sheet, False
        return ""

    def _fill_grid(self) -> bool:
        """Put note and draft on the sheet; return False where the draft does not fit there."""
        grid = self._grid
        if grid is None:
            return False
        grid = grid.filled(Own.NOTE, self._session.attempt.note) or grid
        fits = not grid.has(Own.ANSWER) or not self.text.strip()
        filled: Grid | None = grid if fits else grid.filled(Own.ANSWER, self.text)
        self._grid = filled or grid
        self.query_one(FigureGrid).show(self._grid, ())
        return filled is not None

    # What is typed.

    def on_answer_field_handed_in(self, message: AnswerField.HandedIn) -> None:
        """Take what stood there when Enter was pressed; the screen has it judged."""
        self.text = message.text

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Read back what stands there, and keep it soon if it was typed and not put there."""
        typed = event.text_area.text != self.text
        self.text = event.text_area.text
        self.read_back()
        if typed:
            self._soon()

    def on_figure_grid_left(self) -> None:
        """Go on from the sheet to the field, where there is one below."""
        field = self.query_one(AnswerField)
        if field.display:
            field.focus()

    def on_figure_grid_typed(self, message: FigureGrid.Typed) -> None:
        """Write in the field what is no figure; without a field, say where it could be written."""
        field = self.query_one(AnswerField)
        if field.display:
            field.focus()
            field.insert(message.sign)
        else:
            why = "Figures are written here; F4 goes back to free text."
            self.post_message(FigureGrid.Refused(why))

    def on_answer_field_above(self) -> None:
        """Go back up to the sheet."""
        self.query_one(FigureGrid).focus()

    def on_figure_grid_changed(self, message: FigureGrid.Changed) -> None:
        """Take over what was written on the sheet."""
        self._grid = message.grid
        if self._grid.has(Own.ANSWER):
            self.text = self._grid.text(Own.ANSWER)
            self.query_one(AnswerField).fill(self.text)
        self._soon()

    def _soon(self) -> None:
        """Keep what stands there a little later, unless more is typed."""
        self._keeper.soon()
        self.post_message(self.Changed())

    def keep(self) -> None:
        """Keep draft and note on the record, at once."""
        self._keeper.now()

    def _keep(self) -> None:
        """Keep draft and note, while the variant is open."""
        if self._session.done:
            return
        self._session.sitting.type(self.text)
        self._session.sitting.note(self._note)
        self.post_message(self.Kept())

    def on_unmount(self) -> None:
        """Keep what was typed, however the screen ends."""
        self.keep()


def _end_of(text: str, room: int) -> str:
    """Return a line that is too long with its end in sight, where somebody is typing."""
    if len(text) <= room or room <= 0:
        return text
    head = text[: text.find(":") + 1]
    return f"{head} …{text[-max(room - len(head) - 2, 1) :]}"
