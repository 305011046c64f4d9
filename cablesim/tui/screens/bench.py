"""The desk: a system's form, a text, the result and the clerk's sheet, all as somebody types."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static, TextArea

from cablesim.lessons.bench import Bench, Outcome, example_of, sheet_rows
from cablesim.systems.system import BAND, Way
from cablesim.tui.atlas import about_content
from cablesim.tui.keys import Place, bindings
from cablesim.tui.later import Later
from cablesim.tui.letters import QUIET, TEACHING, joined, words
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.form import FIELD, Form, meaning_of
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from cablesim.tui.desk import Desk

MOST_SHOWN = 20_000


class BenchScreen(Screen[Bench]):
    """One system in hand; what it does is worked out anew at every keystroke.

    Dismissed with a bench, it asks for a system to go on with that bench's result.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.BENCH))
    DEFAULT_CSS = """
    BenchScreen #band { height: 2; padding: 0 1; background: $panel; }
    BenchScreen Form { width: 32; height: 1fr; }
    BenchScreen #work { width: 1fr; height: 1fr; }
    BenchScreen #meaning { height: 2; padding: 0 1; }
    BenchScreen TextArea { height: 5; border: round $secondary; padding: 0; }
    BenchScreen TextArea:focus { border: heavy $secondary; }
    BenchScreen Pane { height: 1fr; border: double $accent; padding: 0 1; }
    BenchScreen #result { height: 6; }
    BenchScreen.-narrow #band { height: 3; }
    BenchScreen.-narrow #sheet { display: none; }
    BenchScreen.-narrow #result { height: 1fr; }
    BenchScreen.-narrow Form { width: 24; }
    BenchScreen.-narrow TextArea { height: 4; }
    BenchScreen.-wide Form { width: 44; }
    BenchScreen.-wide TextArea { height: 8; }
    BenchScreen.-wide #result { height: 8; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-middle"), (118, "-wide")]  # noqa: RUF012 - Textual types it.
    AUTO_FOCUS = None
    PLACE = Place.BENCH
    HELP = "The desk: fill in the form, type a text, read result and sheet. Tab goes round."

    def __init__(self, desk: Desk, bench: Bench) -> None:
        super().__init__()
        self._desk = desk
        self.bench = bench
        self._outcome = Outcome()
        self._keeper = Later(self, self._keep)

    def compose(self) -> ComposeResult:
        """Lay out band, form, text, result, sheet, keys."""
        yield Static(id="band")
        with Horizontal():
            yield Form(self.bench.tool, self.bench.given)
            with Vertical(id="work"):
                yield TextArea(self.bench.text, id="text")
                yield Pane("RESULT", id="result", classes="teaching")
                yield Pane("CLERK'S SHEET", id="sheet", classes="teaching")
        yield Static(id="meaning")
        yield Footer(Place.BENCH)

    def on_mount(self) -> None:
        """Work out what is there."""
        self._draw()
        missing = self._outcome.missing
        first = self.query_one(f"#{FIELD}{missing[0]}") if missing else self.query_one(TextArea)
        first.focus()

    # Drawing.

    def _draw(self) -> None:
        """Draw band, result and sheet for the bench as it is."""
        bench = self.bench
        self._outcome = outcome = bench.outcome()
        self.query_one("#band", Static).update(self._heading(), layout=False)
        plain, cipher = "PLAIN TEXT", "CIPHER TEXT"
        there = bench.way is Way.ENCIPHER
        self.query_one(TextArea).border_title = plain if there else cipher
        result = self.query_one("#result", Pane)
        result.border_title = f"RESULT · {(cipher if there else plain).lower()}"
        result.show(_result_content(outcome), top=False)
        self.query_one("#sheet", Pane).show(words("\n".join(sheet_rows(outcome))), top=False)
        self.query_one(Form).mark(outcome.about)

    def _heading(self) -> Content:
        """Return what is in hand, and the band."""
        bench = self.bench
        names = [*(step.system for step in bench.before), bench.system]
        acts = "enciphering" if bench.way is Way.ENCIPHER else "deciphering"
        return joined(
            [words(f"DESK · {acts} · {' → '.join(names)}", "bold"), words(BAND, TEACHING)]
        )

    # What somebody types.

    def _changed(self, bench: Bench) -> None:
        """Take a changed bench in hand, draw it, keep it soon."""
        if bench == self.bench:
            return
        self.bench = bench
        self._draw()
        self._keeper.soon()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Take another text."""
        self._changed(replace(self.bench, text=event.text_area.text))

    def on_form_filled(self, message: Form.Filled) -> None:
        """Take another value of a parameter; a default that nobody gave is not given."""
        given = self.bench.given.get(message.name, "")
        default = next(
            each.shown_default for each in self.bench.tool.parameters if each.name == message.name
        )
        if not given and message.value == default:
            return
        self._changed(self.bench.with_given(message.name, message.value))

    def on_form_entered(self, message: Form.Entered) -> None:
        """Say what the field under the cursor means."""
        self.query_one("#meaning", Static).update(words(meaning_of(message.parameter), QUIET))

    def on_descendant_focus(self) -> None:
        """Forget what the last field meant; a field that is entered says it after this."""
        self.query_one("#meaning", Static).update(words(""))

    def _keep(self) -> None:
        """Keep the bench on the record."""
        self._desk.keep_bench(self.bench)

    # What keys do.

    async def _take(self, bench: Bench) -> None:
        """Take another bench in hand, and make its form."""
        self._desk.keep_bench(bench)
        self.bench = bench
        await self.recompose()
        self._draw()
        self.query_one(TextArea).focus()

    async def action_turn(self) -> None:
        """Go the other way, with the result as the text."""
        await self._take(self.bench.turned())

    async def action_example(self) -> None:
        """Fill in a published example."""
        example = example_of(self.bench.system)
        if not example.text:
            self.query_one(Footer).say("No published example of this system is at hand.")
            return
        await self._take(replace(example, before=()))

    def action_sheet(self) -> None:
        """Read the clerk's sheet on the whole screen."""
        rows = "\n".join(sheet_rows(self._outcome)) or self._outcome.refused
        self._read("CLERK'S SHEET", words(rows))

    def action_then(self) -> None:
        """Send the result on through another system."""
        if self._outcome.refused:
            self.query_one(Footer).say("First mend what is refused; then the result can go on.")
            return
        self._desk.keep_bench(self.bench)
        self.dismiss(self.bench)

    async def action_undo(self) -> None:
        """Take the last step off the chain."""
        if not self.bench.before:
            self.query_one(Footer).say("There is one step only; F5 adds another.")
            return
        await self._take(self.bench.undone())

    def action_about(self) -> None:
        """Read rule, source, traps and alphabets."""
        self._read("ABOUT THIS SYSTEM", about_content(self.bench.tool))

    def _read(self, title: str, text: Content) -> None:
        """Show a text on the whole screen, under the band."""
        self.app.push_screen(ReadingScreen(title, joined([words(BAND, TEACHING), text])))

    def action_save(self) -> None:
        """Save the sheet or the recipe under a name."""
        from cablesim.tui.screens.naming import NamingScreen

        def said(sentence: str | None) -> None:
            if sentence:
                self.query_one(Footer).say(sentence)

        self.app.push_screen(NamingScreen(self.bench, self._outcome), said)

    def action_copy(self) -> None:
        """Copy the result."""
        self.app.copy_to_clipboard(self._outcome.result)
        self.query_one(Footer).say("The result is copied.")

    def action_leave(self) -> None:
        """Go back to the systems; what stands here is kept."""
        self._desk.keep_bench(self.bench)
        self.dismiss(None)


def _result_content(outcome: Outcome) -> Content:
    """Return the result, or what is refused and why."""
    if outcome.missing:
        return words(f"First fill in: {', '.join(outcome.missing)}. F3 fills in an example.", QUIET)
    if outcome.refused:
        return joined([words("✗ refused", "bold $error"), words(outcome.refused)])
    changed = outcome.workings[0].ledger.summary() if outcome.workings else "nothing"
    text = outcome.result
    cut = f"\n… {len(text) - MOST_SHOWN:,} signs more; save them." if len(text) > MOST_SHOWN else ""
    shown = words(text[:MOST_SHOWN] + cut, "bold")
    return joined([shown, words(f"changed in the text: {changed}", QUIET)])
