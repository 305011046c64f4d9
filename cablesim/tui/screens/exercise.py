"""One exercise: question, answer, what was read, feedback at the very group, help that teaches.

The screen holds what is only on it: which question stands open, what was just said. Everything a
learner does is with the `Session`, and so on the record, before it is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static, TextArea

from cablesim.errors import CablesimError
from cablesim.exercises.helping import RuleQuestion
from cablesim.lessons.grid import Grid, Own, grid_of
from cablesim.lessons.session import SURE, Session
from cablesim.lessons.sitting import Verdict
from cablesim.lessons.telling import parts_of
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.text.visible import visible_line
from cablesim.tui.feedback import (
    joined_blocks,
    question_content,
    rule_content,
    shown_content,
    sure_content,
    verdict_content,
)
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, words
from cablesim.tui.screens.aids import AidedScreen
from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.figures import FigureGrid
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from cablesim.lessons.acts import Confidence
    from cablesim.scenario.scenario import Scenario

# A draft is kept this long after the last key, or whenever something else is done.
KEEP_SECONDS = 0.5
# An answer longer than this is read in a thread, and not while it is typed.
LONG_ANSWER = 400
NARROW, WIDE = "-narrow", "-wide"


class ExerciseScreen(AidedScreen):
    """A learner at one exercise; `place` is where in a review it stands.

    Once dismissed, `left` says that the exercise was left as it was, neither done nor put off.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.EXERCISE))
    CSS_PATH = "exercise.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, NARROW), (76, "-middle"), (118, WIDE)]  # noqa: RUF012 - Textual types it.
    AUTO_FOCUS = ""
    PLACE = Place.EXERCISE
    HELP = "An exercise: type or paste the answer, Enter hands it in. F-keys help; Esc leaves."

    def __init__(self, session: Session, place: str = "") -> None:
        super().__init__()
        self.session = session
        self._place = place
        self.left = False
        self._reset()

    @property
    def scenario(self) -> Scenario:
        """The scenario in which things are looked up."""
        return self.session.drawn.scenario

    def _reset(self) -> None:
        """Begin with a variant as the record tells of it."""
        self._said: Content | None = None
        self._pending: str | None = None
        self._sure: Confidence | None = None
        self._rule: RuleQuestion | None = None
        self._chosen = ""
        self._giving_up = False
        self._text = self.session.sitting.draft
        self._grid = grid_of(self.session.drawn.variant)
        self._on_sheet = False

    def compose(self) -> ComposeResult:
        """Lay out heading, question, feedback, answer, keys."""
        yield Static(id="heading")
        with Horizontal(id="texts"):
            yield Pane("QUESTION", id="question", focusable=False)
            yield Pane("WHAT IS SAID TO IT", id="said", focusable=False)
        yield FigureGrid()
        yield AnswerField(id="answer")
        yield Static(id="read")
        yield Footer(Place.EXERCISE)

    def on_mount(self) -> None:
        """Draw where the learner is."""
        self._keeper = self.set_timer(KEEP_SECONDS, self._keep, pause=True)
        self._begin()

    def _begin(self) -> None:
        """Show a variant from its beginning, or as it was left."""
        session = self.session
        about = session.attempt.about
        if not session.attempt.opened.review:
            went(session.sitting.record, Whereabouts(Spot.EXERCISE, about.scenario, about.exercise))
        field = self.query_one(AnswerField)
        field.long = session.long
        field.border_title = "YOUR ANSWER" if not session.long else "YOUR ANSWER · F2 hands it in"
        field.fill(session.sitting.draft)
        self._fill_grid()
        tries = session.attempt.tries
        if tries and session.sitting.draft == tries[-1].tried.answer:
            self._sure = tries[-1].confidence
            self._say_verdict(session.sitting.deal.judge(tries[-1].tried.answer))
        if session.all_given and not session.done:
            self._ask_rule()
        self._layout()
        self.draw()

    # Drawing.

    def draw(self, *, said: bool = False) -> None:
        """Draw question, feedback and footer; `said` shows the feedback from its beginning."""
        question = question_content(self.session)
        blocks = joined_blocks([self._said, self._asked()])
        pane = self.query_one("#question", Pane)
        made_up = bool(self.session.drawn.banner)
        pane.set_class(made_up, "teaching")
        pane.border_title = "QUESTION · made up for practice" if made_up else "QUESTION"
        if self.has_class(WIDE):
            pane.show(question, top=not said)
            self.query_one("#said", Pane).show(blocks)
        else:
            whole = joined_blocks([question, blocks if blocks.plain else None])
            pane.show(whole, top=not said)
            if said:
                self.call_after_refresh(pane.scroll_to_line, question.plain.count("\n") + 3)
        # The answer's field may have come or gone, so the panes have another height by then.
        self.call_after_refresh(self._tell)
        self.query_one("#heading", Static).update(self._heading(), layout=False)
        self._read_back()
        self._draw_footer()

    def _tell(self) -> None:
        """Say on the panes what stands above and below."""
        for pane in self.query(Pane):
            if pane.display:
                pane.tell()

    def _asked(self) -> Content | None:
        """Return the question that stands open beside the exercise, if one does."""
        if self._pending is not None:
            return sure_content()
        return None if self._rule is None else rule_content(self._rule, self._chosen)

    def _heading(self) -> Content:
        """Return the first line: place in a review, title, skill, variant."""
        exercise, number = self.session.exercise, self.session.attempt.about.number
        rest = f" · {visible_line(exercise.skill)} · variant {number}"
        first = f"{self._place} · " if self._place else ""
        return words(f"{first}{visible_line(exercise.name)}", "bold") + words(rest, QUIET)

    def _draw_footer(self) -> None:
        """Show the keys that have something to do, and what is wrong."""
        session, idle = self.session, []
        if self._grid is None or session.done:
            idle.append("screen.sheet")
        if session.done:
            idle += ["screen.hint", "screen.show", "screen.skip"]
        footer = self.query_one(Footer)
        footer.without(*idle)
        footer.warn(session.sitting.record.trouble)

    def _layout(self) -> None:
        """Show the field or the sheet that is in use, and put the focus there."""
        answering = self._answering
        speaks = self._grid is not None and self._grid.own(Own.ANSWER) is None
        self.query_one(FigureGrid).display = self._on_sheet and answering
        field = self.query_one(AnswerField)
        field.display = answering and (not self._on_sheet or speaks)
        field.set_class(self._on_sheet, "-low")
        self.query_one("#read").display = answering
        if not answering:
            self.set_focus(None)
        else:
            self.set_focus(self.query_one(FigureGrid) if self._on_sheet else field)

    @property
    def _answering(self) -> bool:
        """There is an answer to be written, and no other question stands open."""
        return not self.session.done and self._pending is None and self._rule is None

    def on_resize(self) -> None:
        """Keep everything at another size."""
        self.call_after_refresh(self.draw)

    def _read_back(self) -> None:
        """Say how the answer is read as it stands, before it is handed in."""
        text = self._text
        said = ""
        if text.strip() and len(text) <= LONG_ANSWER and self._answering:
            verdict = self.session.sitting.deal.judge(text)
            said = f"I read: {verdict.read}" if verdict.readable else "It cannot be read yet."
        self.query_one("#read", Static).update(words(visible_line(said), QUIET), layout=False)

    # What is typed.

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Read back what stands there, and keep it soon."""
        self._text = event.text_area.text
        self._giving_up = False
        self._read_back()
        self._keeper.reset()
        self._keeper.resume()

    def on_figure_grid_changed(self, message: FigureGrid.Changed) -> None:
        """Take over what was written on the sheet."""
        self._grid = message.grid
        if self._grid.own(Own.ANSWER) is not None:
            self._text = self._grid.text(Own.ANSWER)
            self.query_one(AnswerField).fill(self._text)
        self._keeper.reset()
        self._keeper.resume()

    def _keep(self) -> None:
        """Keep draft and note on the record."""
        self._keeper.pause()
        if self.session.done:
            return
        self.session.sitting.type(self._text)
        # A note that was written in plain lines stays, where the sheet has no row for one.
        if self._grid is not None and self._grid.own(Own.NOTE) is not None:
            self.session.sitting.note(self._grid.text(Own.NOTE))
        for footer in self.query(Footer):
            footer.warn(self.session.sitting.record.trouble)

    def _fill_grid(self) -> bool:
        """Put note and draft on the sheet; return False where the draft does not fit there."""
        grid = self._grid
        if grid is None:
            return False
        grid = grid.filled(Own.NOTE, self.session.attempt.note) or grid
        text = self._text
        fits = grid.own(Own.ANSWER) is None or not text.strip()
        filled: Grid | None = grid if fits else grid.filled(Own.ANSWER, text)
        self._grid = filled or grid
        self.query_one(FigureGrid).show(self._grid, ())
        return filled is not None

    # What keys do.

    def on_answer_field_handed_in(self) -> None:
        """Hand in by Enter in the field."""
        self.action_forward()

    def on_answer_field_paged(self, message: AnswerField.Paged) -> None:
        """Scroll by a page key in the field."""
        self.action_scroll(message.key)

    def action_forward(self) -> None:
        """Hand in the answer; or, once all is done, go on."""
        if self._rule is not None and not self._chosen:
            self.action_choose(str(self._rule.right + 1))
        elif self._pending is not None:
            self._judge(self._pending)
        elif self.session.done and self.session.given and not self._place:
            self.action_fresh()
        elif self.session.done:
            self._go()
        elif not self._text.strip():
            self.query_one(Footer).say("Nothing is written yet. F3 opens a hint, F5 the answer.")
        else:
            self._hand_in(self._text)

    def _hand_in(self, text: str) -> None:
        """Ask how sure the answer is, where that is asked, and have it judged."""
        self._keep()
        if len(text) > LONG_ANSWER:
            self.query_one(Footer).say("A long answer; it is being read ...")
            self._read_long(text)
        elif self.session.asks_confidence(text):
            self._pending = text
            self._layout()
            self.draw(said=True)
        else:
            self._judge(text)

    @work(thread=True, exclusive=True)
    def _read_long(self, text: str) -> None:
        """Read a long answer in a thread; what it is worth is kept by the app."""
        verdict = self.session.sitting.deal.judge(text)
        self.app.call_from_thread(self._take, text, verdict)

    def _judge(self, text: str) -> None:
        """Have an answer judged."""
        self._take(text, self.session.sitting.deal.judge(text))

    def _take(self, text: str, verdict: Verdict) -> None:
        """Keep a judged answer, and say what is said to it."""
        if not self.is_attached:
            return
        self._pending = None
        self._sure = self.session.attempt.confidence
        self.session.take(text, verdict)
        self._say_verdict(verdict)
        if self.session.done:
            self._ask_rule()
        self.query_one(Footer).say(self._what_next(verdict))
        self._layout()
        self.draw(said=True)

    def _what_next(self, verdict: Verdict) -> str:
        """Return what may be done after an answer."""
        if self._rule is not None:
            return ""
        if self.session.done:
            return "Enter goes on; F6 does a fresh variant."
        return "" if not verdict.readable else "Write it again, or F3 opens a hint."

    def _say_verdict(self, verdict: Verdict) -> None:
        """Put a verdict where it is shown, and its signs on the sheet."""
        width = (self.size.width // 2 if self.has_class(WIDE) else self.size.width) - 4
        self._said = verdict_content(self.session, verdict, self._sure, max(width, 20))
        right = verdict.score >= 1
        if self._grid is not None and verdict.readable and not right and not self.session.sealed:
            signs = [part.sign for part in parts_of(self.session.drawn, verdict)]
            on_sheet = self._grid.own(Own.ANSWER) is not None
            self.query_one(FigureGrid).show(self._grid, signs if on_sheet else ())

    def _ask_rule(self) -> None:
        """Ask for the rule behind the steps that were worked."""
        self._rule = self.session.rule()
        self._chosen = ""
        if self._rule is None and self.session.all_given and not self.session.done:
            self.session.sitting.seen()

    def action_choose(self, key: str) -> None:
        """Say how sure the answer is, or which rule was used."""
        if self._pending is not None:
            if key in SURE:
                self.session.sitting.say(SURE[key])
                self._judge(self._pending)
        elif self._rule is not None and not self._chosen and int(key) <= len(self._rule.choices):
            self._chosen = key
            if not self.session.done:
                self.session.sitting.seen()
            self.query_one(Footer).say("Enter goes on with less of it worked.")
            self.draw(said=True)

    def action_hint(self) -> None:
        """Open the next hint, or say why not yet."""
        if self.session.done:
            return
        self._keep()
        found = self.session.help()
        self.query_one(Footer).say("" if found.opened else found.text)
        self.draw()
        if found.opened:
            self.query_one("#question", Pane).scroll_end(animate=False)

    def action_sheet(self) -> None:
        """Go from the free text to the sheet of figures, or back."""
        if self._grid is None or not self._answering:
            self.query_one(Footer).say("There is no sheet of figures for this.")
            return
        self._keep()
        if not self._on_sheet and not self._fill_grid():
            self.query_one(Footer).say("What you wrote does not fit on the sheet; it stays here.")
            return
        self._on_sheet = not self._on_sheet
        self._layout()
        self.draw()

    def action_show(self) -> None:
        """Show the answer, once it was asked for twice."""
        if self.session.done:
            return
        if self.session.sealed:
            self.query_one(Footer).say("The exercises are sealed; ask your teacher.")
            return
        if not self._giving_up:
            self._giving_up = True
            self.query_one(Footer).say("This gives up the variant. F5 once more shows the answer.")
            return
        self._keep()
        self.session.sitting.give_up()
        self._said, self._pending, self._rule = shown_content(self.session), None, None
        self.query_one(Footer).say("Enter goes on; F6 does a fresh variant.")
        self._layout()
        self.draw(said=True)

    def action_fresh(self) -> None:
        """Go on with a fresh variant."""
        self._keep()
        try:
            self.session = self.session.fresh()
        except CablesimError as error:
            self.query_one(Footer).say(str(error))
            return
        self._reset()
        self.query_one(Footer).say("")
        self._begin()

    def action_skip(self) -> None:
        """Put the variant off."""
        if not self.session.done:
            self._keep()
            self.session.sitting.skip()
            self._go()

    def action_leave(self) -> None:
        """Leave; or from the question how sure the answer is, back to the answer."""
        if self._pending is not None:
            self._pending = None
            self._layout()
            self.draw()
            return
        self._keep()
        self._go(left=not self.session.done)

    def _go(self, *, left: bool = False) -> None:
        """Leave the screen; whoever was here is elsewhere now."""
        self.left = left
        went(self.session.sitting.record, Whereabouts())
        self.dismiss()

    def on_unmount(self) -> None:
        """Keep what was typed, however the screen ends."""
        self._keep()

    def action_scroll(self, key: str) -> None:
        """Scroll the feedback where it stands beside, or else the question."""
        name = "#said" if self.has_class(WIDE) and self._said is not None else "#question"
        pane = self.query_one(name, Pane)
        (pane.scroll_page_up if key == "pageup" else pane.scroll_page_down)(animate=False)
