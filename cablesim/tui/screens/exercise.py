"""One exercise: question, answer, what was read, feedback at the very group, help that teaches.

The screen holds what is only on it: which question stands open, what was just said. Everything a
learner does is with the `Session`, and so on the record, before it is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from cablesim.errors import CablesimError
from cablesim.exercises.verdict import NO_TRY
from cablesim.lessons.marked import marked
from cablesim.lessons.session import Session
from cablesim.lessons.sitting import Verdict
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.tui import comparing
from cablesim.tui.feedback import (
    PASSED_OVER,
    heading_content,
    question_content,
    said_content,
    shown_content,
    verdict_content,
    wanting,
)
from cablesim.tui.keys import ASKED, Place, bindings
from cablesim.tui.questions import Questions, has_other_form
from cablesim.tui.screens.aids import aids_for
from cablesim.tui.screens.asked import AskedScreen
from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.answering import LONG_ANSWER, AnswerDesk
from cablesim.tui.widgets.figures import FigureGrid
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.texts import QUESTION, SAID, Texts
from cablesim.tui.widgets.texts import WIDE as WIDE_FROM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.acts import Confidence
    from cablesim.lessons.entry import Event

NARROW, WIDE, SMALL, TALL = "-narrow", "-wide", "-small", "-tall"
ONE_FORM = "This exercise has no other form."
WRITE_AGAIN = "Write it again (arrows keep it)"
WRITE_ON = "Go on writing: what stands there stays."
OTHER_FIGURES = "Write other figures over it"
NO_SHEET_YET = "This question comes first; a sheet comes with the answer."
NOTHING_TO_WRITE = "It is done; there is nothing to write here."
LEFT_BEHIND = "What is written here would be left behind."


class ExerciseScreen(AskedScreen):
    """A learner at one exercise; `place` is where in a review or check it stands.

    `within` says that it is a part of what is kept as the place of the learner, such as a lesson.

    Once dismissed, `left` says that the exercise was left as it was, neither done nor put off.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(*ASKED, Place.EXERCISE))
    CSS_PATH = "exercise.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, NARROW), (76, "-middle"), (WIDE_FROM, WIDE)]  # noqa: RUF012 - Textual types it.
    VERTICAL_BREAKPOINTS = [(0, SMALL), (24, "-short"), (36, TALL)]  # noqa: RUF012 - Textual types it.
    AUTO_FOCUS = ""
    HELP = "An exercise: type or paste the answer, Enter hands it in. F-keys help; Esc leaves."

    def __init__(self, session: Session, place: str = "", *, within: bool = False) -> None:
        super().__init__(session)
        self._place = place
        self._within = within or bool(place)
        self.left = False
        self._reset()

    def _reset(self) -> None:
        """Begin with a variant as the record tells of it."""
        self._said: Content | None = None
        self._asks = Questions()
        self._sure: Confidence | None = None
        self._pressed = ""

    def compose(self) -> ComposeResult:
        """Lay out heading, question, feedback, answer, keys."""
        yield Static(id="heading")
        yield Texts()
        yield AnswerDesk(self.session)
        yield Footer(Place.EXERCISE, more=True)

    def on_mount(self) -> None:
        """Draw where the learner is."""
        self._begin()

    def _begin(self) -> None:
        """Show a variant from its beginning, or as it was left."""
        session = self.session
        self._asks.another = has_other_form(session)
        self._arrive()
        self._desk.begin(session)
        tries, judged = session.attempt.tries, None
        if tries and session.sitting.draft == tries[-1].tried.answer:
            self._sure = tries[-1].confidence
            judged = session.sitting.deal.judge(tries[-1].tried.answer)
            self._say_verdict(judged)
        if session.to_mark:
            self._say_verdict(session.sitting.deal.judge(session.sitting.draft))
        if session.to_mark or (session.all_given and not session.done):
            self._asks.begin(self.session)
        self._turn(top=True)
        if judged is not None and self._answering:
            self._tell(self._what_next(judged))

    def _arrive(self) -> None:
        """Keep that the learner is here, where no other screen keeps it."""
        about = self.session.attempt.about
        if not self._within:
            there = Whereabouts(Spot.EXERCISE, about.scenario, about.exercise)
            went(self.session.sitting.record, there)

    def take_in(self, events: Sequence[Event]) -> None:
        """Take in what another window did at this variant; what is being typed here stays."""
        sitting = self.session.sitting
        if not sitting.concerns(events):
            return
        busy = not self._desk.kept or self._asks.busy
        if busy:
            self._desk.keep()
        sitting.refresh()
        if not busy:
            self._reset()
            self._begin()
        elif self.session.done:
            self._asks.pending = None
        self._turn()

    # Drawing.

    def draw(self, *, said: bool = False, hint: bool = False, top: bool = False) -> None:
        """Draw question, feedback and footer.

        `said` shows the feedback from its beginning, `hint` from the last hint, `top` the question
        from its beginning; otherwise all stays where it was scrolled to.
        """
        texts, marking = self.query_one(Texts), self.PLACE is Place.MARKS
        names = (comparing.TITLE, comparing.BESIDE) if marking else (QUESTION, SAID)
        texts.title(*names, teaching=bool(self.session.drawn.banner))
        blocks: Content | None
        if marking:
            question, blocks = comparing.compared(self.session, beside=self.has_class(WIDE))
            last = 0
        else:
            question = question_content(self.session, tight=not self.has_class(TALL))
            told = None if self.PLACE is Place.SURE else self._said
            asked = self._asks.content(self.session)
            blocks, last = said_content(self.session, told, asked, first=self._asks.marks)
        line = last if hint else 0 if said or top else None
        texts.show(question, blocks, top=top or marking, line=line)
        heading = heading_content(self.session, self._place, self.size.width - 2)
        self.query_one("#heading", Static).update(heading, layout=False)
        self._desk.read_back()
        self._draw_footer()

    def _draw_footer(self) -> None:
        """Show the keys that have something to do, and what is wrong."""
        session, footer = self.session, self.query_one(Footer)
        footer.at(self.PLACE, self._asks.named(session))
        footer.without(*self._idle())
        footer.rank(dict.fromkeys(aids_for(session), 4))
        footer.instead(self._instead())
        footer.warn(session.sitting.record.trouble)

    def _turn(self, *, said: bool = False, top: bool = False) -> None:
        """Draw after a step: show where an answer is written, or nothing where there is none."""
        self._desk.show(answering=self._answering)
        self.draw(said=said, top=top)

    def on_resize(self) -> None:
        """Keep everything at another size."""
        self.call_after_refresh(self.draw)

    # What is typed.

    def on_answer_desk_changed(self) -> None:
        """Take back a wish that was to be told twice, and show the keys again."""
        self._pressed = ""
        self._tell("")

    def on_figure_grid_refused(self, message: FigureGrid.Refused) -> None:
        """Say why nothing was pasted."""
        self._tell(message.why)

    def on_answer_desk_kept(self) -> None:
        """Say at once where something could not be kept."""
        self.query_one(Footer).warn(self.session.sitting.record.trouble)

    # What keys do.

    def on_answer_field_handed_in(self) -> None:
        """Hand in by Enter in the field; a second one close behind is for nothing else."""
        if self._answering:
            self.action_forward()

    def on_answer_field_paged(self, message: AnswerField.Paged) -> None:
        """Scroll by a page key in the field."""
        self.action_scroll(message.key)

    def action_forward(self) -> None:
        """Hand in the answer; or, once all is done, go on."""
        if self.PLACE is Place.RULE:
            self._answer_rule(PASSED_OVER)
        elif self._asks.pending is not None:
            self._judge(self._asks.pending)
        elif self.PLACE is Place.MARKS:
            self._marked(over=True)
        elif self.session.done and self.session.given and not self._place:
            self._go_on_fresh()
        elif self.session.done:
            self._go()
        elif not self._desk.text.strip():
            helps = self.session.no_help or f"F3 opens a hint{self._cost()}, F5 the answer."
            self._tell(f"Nothing is written yet. {helps}")
        elif self._desk.hole:
            self._tell(f"Still empty: {self._desk.hole}. {NO_TRY}")
        else:
            self._hand_in(self._desk.text)

    def _hand_in(self, text: str) -> None:
        """Ask how sure the answer is, where that is asked, and have it judged."""
        self._desk.keep()
        if len(text) > LONG_ANSWER:
            self._tell("A long answer; it is being read ...")
            self._read_long(text)
        elif self.session.asks_confidence(text):
            self._asks.pending = text
            self._tell("")
            self._turn(said=True)
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
        self._asks.pending = None
        self._sure = self.session.attempt.confidence
        self.session.take(text, verdict)
        self._say_verdict(verdict)
        if self.session.done:
            self._asks.begin(self.session)
        self._turn(said=True)
        self._tell(self._what_next(verdict))

    def _what_next(self, verdict: Verdict) -> str:
        """Offer an answer to be written anew, or to be gone on with; return what may be done."""
        if self.PLACE is Place.DONE:
            return self._on()
        if not self._answering or (self.session.sealed and verdict.readable):
            return ""
        if self.session.long or wanting(verdict):
            return WRITE_ON
        again = WRITE_AGAIN if self._desk.offer() else OTHER_FIGURES
        helps = verdict.readable and not self.session.no_help
        return f"{again}, or F3 opens a hint{self._price()}." if helps else f"{again}."

    def _say_verdict(self, verdict: Verdict) -> None:
        """Put a verdict where it is shown, and its signs on the sheet."""
        width = (self.size.width // 2 if self.has_class(WIDE) else self.size.width) - 4
        self._said = verdict_content(self.session, verdict, self._sure, max(width, 20))
        if verdict.readable and verdict.score < 1 and not self.session.sealed:
            self._desk.judged([part.sign for part in marked(verdict) if part.text])

    def action_hint(self) -> None:
        """Open the next hint, or say why not yet."""
        if self.session.done:
            return
        self._desk.keep()
        found = self.session.help()
        self._tell("" if found.opened else found.text)
        self.draw(hint=found.opened)

    def action_sheet(self) -> None:
        """Go from the free text to the sheet of figures, or back."""
        if not self._answering:
            self._tell(NOTHING_TO_WRITE if self.session.done else NO_SHEET_YET)
            return
        trouble = self._desk.turn()
        self._tell(trouble)
        if not trouble:
            self._turn()

    def action_show(self) -> None:
        """Show the answer, once it was asked for twice."""
        if self.session.done:
            return
        if self.session.sealed:
            self._tell("The exercises are sealed; ask your teacher.")
            return
        if not self._twice("This gives up the variant. F5 once more shows the answer."):
            return
        self._desk.keep()
        self.session.sitting.give_up()
        self._said = shown_content(self.session)
        self._asks = Questions(another=self._asks.another)
        self._tell(self._on())
        self._turn(said=True)

    def action_fresh(self) -> None:
        """Go on with a fresh variant, if there is one; ask twice where something is written."""
        self._desk.keep()
        if not self._asks.another:
            self._tell(ONE_FORM)
            return
        written = self.session.begun and not self.session.done
        if written and not self._twice(f"{LEFT_BEHIND} F6 once more draws a fresh variant."):
            return
        self._go_on_fresh()

    def _go_on_fresh(self) -> None:
        """Draw a fresh variant and begin with it."""
        try:
            self.session = self.session.fresh()
        except CablesimError as error:
            self._tell(str(error))
            return
        self._reset()
        self._tell("")
        self._begin()

    def action_skip(self) -> None:
        """Put the variant off; ask twice where it will not come back as it is."""
        if self.session.done:
            return
        self._desk.keep()
        lost = self.session.begun and not self.session.comes_back
        if not lost or self._twice(f"{LEFT_BEHIND} F7 once more puts it off."):
            self.session.sitting.skip()
            self._go()

    def action_leave(self) -> None:
        """Leave; or from the question how sure the answer is, back to the answer."""
        if self._asks.pending is not None:
            self._asks.pending = None
            self._tell("")
            self._turn()
            return
        self._desk.keep()
        self._go(left=not self.session.done)

    def _go(self, *, left: bool = False) -> None:
        """Leave the screen; whoever was here is elsewhere now."""
        self.left = left
        if not self._within:
            went(self.session.sitting.record, Whereabouts())
        self.dismiss()

    def action_scroll(self, key: str) -> None:
        """Scroll question and what is said to it."""
        self.query_one(Texts).page(key)
