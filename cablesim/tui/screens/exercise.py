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
from cablesim.exercises.helping import RuleQuestion
from cablesim.lessons.marked import marked
from cablesim.lessons.session import SURE, Session
from cablesim.lessons.sitting import Verdict
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.text.visible import visible_line
from cablesim.tui.feedback import (
    PASSED_OVER,
    question_content,
    rule_content,
    said_content,
    shown_content,
    sure_content,
    verdict_content,
)
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, words
from cablesim.tui.screens.aids import AidedScreen, aids_for
from cablesim.tui.widgets.answer import AnswerField
from cablesim.tui.widgets.answering import LONG_ANSWER, AnswerDesk
from cablesim.tui.widgets.figures import FigureGrid
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.texts import WIDE as WIDE_FROM
from cablesim.tui.widgets.texts import Texts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.acts import Confidence
    from cablesim.lessons.entry import Event

NARROW, WIDE, TALL = "-narrow", "-wide", "-tall"
WRITE_AGAIN = "Write it again (arrows keep it), or F3 opens a hint."
LEFT_BEHIND = "What is written here would be left behind."


class ExerciseScreen(AidedScreen):
    """A learner at one exercise; `place` is where in a review it stands.

    Once dismissed, `left` says that the exercise was left as it was, neither done nor put off.
    """

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.EXERCISE))
    CSS_PATH = "exercise.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, NARROW), (76, "-middle"), (WIDE_FROM, WIDE)]  # noqa: RUF012 - Textual types it.
    VERTICAL_BREAKPOINTS = [(0, "-short"), (36, TALL)]  # noqa: RUF012 - Textual types it.
    AUTO_FOCUS = ""
    PLACE = Place.EXERCISE
    HELP = "An exercise: type or paste the answer, Enter hands it in. F-keys help; Esc leaves."

    def __init__(self, session: Session, place: str = "") -> None:
        super().__init__(session.drawn.scenario)
        self.session = session
        self._place = place
        self.left = False
        self._reset()

    def _reset(self) -> None:
        """Begin with a variant as the record tells of it."""
        self._said: Content | None = None
        self._pending: str | None = None
        self._sure: Confidence | None = None
        self._rule: RuleQuestion | None = None
        self._chosen = ""
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

    @property
    def _desk(self) -> AnswerDesk:
        """Where the answer is written."""
        return self.query_one(AnswerDesk)

    def _begin(self) -> None:
        """Show a variant from its beginning, or as it was left."""
        session = self.session
        about = session.attempt.about
        if not session.attempt.opened.review:
            went(session.sitting.record, Whereabouts(Spot.EXERCISE, about.scenario, about.exercise))
        self._desk.begin(session)
        tries = session.attempt.tries
        if tries and session.sitting.draft == tries[-1].tried.answer:
            self._sure = tries[-1].confidence
            self._say_verdict(session.sitting.deal.judge(tries[-1].tried.answer))
        if session.all_given and not session.done:
            self._ask_rule()
        self._turn(top=True)

    def take_in(self, events: Sequence[Event]) -> None:
        """Take in what another window did at this variant; what is being typed here stays."""
        sitting = self.session.sitting
        if not sitting.concerns(events):
            return
        busy = not self._desk.kept or self._pending is not None or self._rule is not None
        if busy:
            self._desk.keep()
        sitting.refresh()
        if not busy:
            self._reset()
            self._begin()
        elif self.session.done:
            self._pending = None
        self._turn()

    # Drawing.

    def draw(self, *, said: bool = False, hint: bool = False, top: bool = False) -> None:
        """Draw question, feedback and footer.

        `said` shows the feedback from its beginning, `hint` from the last hint, `top` the question
        from its beginning; otherwise all stays where it was scrolled to.
        """
        question = question_content(self.session, tight=not self.has_class(TALL))
        told = None if self._pending is not None else self._said
        blocks, last = said_content(self.session, told, self._asked())
        texts = self.query_one(Texts)
        made_up = bool(self.session.drawn.banner)
        texts.question.set_class(made_up, "teaching")
        texts.question.border_title = "QUESTION · made up for practice" if made_up else "QUESTION"
        texts.show(question, blocks, top=top, line=last if hint else 0 if said or top else None)
        self.query_one("#heading", Static).update(self._heading(), layout=False)
        self._desk.read_back()
        self._draw_footer()

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
        if not self._desk.has_sheet or session.done:
            idle.append("screen.sheet")
        if session.done:
            idle += ["screen.hint", "screen.show", "screen.skip"]
        footer = self.query_one(Footer)
        footer.without(*idle)
        footer.rank(dict.fromkeys(aids_for(session), 4))
        long = session.long and self._answering
        footer.instead({"screen.forward": "F2"} if long else {})
        footer.warn(session.sitting.record.trouble)

    def _turn(self, *, said: bool = False, top: bool = False) -> None:
        """Draw after a step: show where an answer is written, or nothing where there is none."""
        self._desk.show(answering=self._answering)
        self.draw(said=said, top=top)

    @property
    def _answering(self) -> bool:
        """There is an answer to be written, and no other question stands open."""
        return not self.session.done and self._pending is None and self._rule is None

    def on_resize(self) -> None:
        """Keep everything at another size."""
        self.call_after_refresh(self.draw)

    # What is typed.

    def on_answer_desk_changed(self) -> None:
        """Take back a wish that was to be told twice."""
        self._pressed = ""

    def on_figure_grid_refused(self, message: FigureGrid.Refused) -> None:
        """Say why nothing was pasted."""
        self.query_one(Footer).say(message.why)

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
        if self._rule is not None and not self._chosen:
            self._answer_rule(PASSED_OVER)
        elif self._pending is not None:
            self._judge(self._pending)
        elif self.session.done and self.session.given and not self._place:
            self.action_fresh()
        elif self.session.done:
            self._go()
        elif not self._desk.text.strip():
            self.query_one(Footer).say("Nothing is written yet. F3 opens a hint, F5 the answer.")
        elif self._desk.hole:
            self.query_one(Footer).say(f"Still empty: {self._desk.hole}. It is no try.")
        else:
            self._hand_in(self._desk.text)

    def _hand_in(self, text: str) -> None:
        """Ask how sure the answer is, where that is asked, and have it judged."""
        self._desk.keep()
        if len(text) > LONG_ANSWER:
            self.query_one(Footer).say("A long answer; it is being read ...")
            self._read_long(text)
        elif self.session.asks_confidence(text):
            self._pending = text
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
        self._pending = None
        self._sure = self.session.attempt.confidence
        self.session.take(text, verdict)
        self._say_verdict(verdict)
        if self.session.done:
            self._ask_rule()
        self.query_one(Footer).say(self._what_next(verdict))
        self._turn(said=True)
        if self._again(verdict):
            self._desk.offer()

    def _what_next(self, verdict: Verdict) -> str:
        """Return what may be done after an answer."""
        if self._rule is not None:
            return ""
        if self.session.done:
            return "Enter goes on; F6 does a fresh variant."
        return WRITE_AGAIN if self._again(verdict) else ""

    def _again(self, verdict: Verdict) -> bool:
        """Tell whether the answer is to be written again; one that is not whole is gone on with."""
        return verdict.readable and not self.session.done and not self.session.sealed

    def _say_verdict(self, verdict: Verdict) -> None:
        """Put a verdict where it is shown, and its signs on the sheet."""
        width = (self.size.width // 2 if self.has_class(WIDE) else self.size.width) - 4
        self._said = verdict_content(self.session, verdict, self._sure, max(width, 20))
        if verdict.readable and verdict.score < 1 and not self.session.sealed:
            self._desk.judged([part.sign for part in marked(verdict) if part.text])

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
            self._answer_rule(key)

    def _answer_rule(self, key: str) -> None:
        """Show which rule was used, after a choice or without one."""
        self._chosen = key
        if not self.session.done:
            self.session.sitting.seen()
        self.query_one(Footer).say("Enter goes on with less of it worked.")
        self.draw(said=True)

    def action_hint(self) -> None:
        """Open the next hint, or say why not yet."""
        if self.session.done:
            return
        self._desk.keep()
        found = self.session.help()
        self.query_one(Footer).say("" if found.opened else found.text)
        self.draw(hint=found.opened)

    def action_sheet(self) -> None:
        """Go from the free text to the sheet of figures, or back."""
        trouble = self._desk.turn()
        self.query_one(Footer).say(trouble)
        if not trouble:
            self._turn()

    def action_show(self) -> None:
        """Show the answer, once it was asked for twice."""
        if self.session.done:
            return
        if self.session.sealed:
            self.query_one(Footer).say("The exercises are sealed; ask your teacher.")
            return
        if not self._twice("This gives up the variant. F5 once more shows the answer."):
            return
        self._desk.keep()
        self.session.sitting.give_up()
        self._said, self._pending, self._rule = shown_content(self.session), None, None
        self.query_one(Footer).say("Enter goes on; F6 does a fresh variant.")
        self._turn(said=True)

    def _twice(self, sentence: str) -> bool:
        """Tell whether something was asked for once before; the first time, say what it does."""
        if self._pressed == sentence:
            return True
        self._pressed = sentence
        self.query_one(Footer).say(sentence)
        return False

    def action_fresh(self) -> None:
        """Go on with a fresh variant; where something is written, once that was asked for twice."""
        self._desk.keep()
        written = self.session.begun and not self.session.done
        if written and not self._twice(f"{LEFT_BEHIND} F6 once more draws a fresh variant."):
            return
        try:
            self.session = self.session.fresh()
        except CablesimError as error:
            self.query_one(Footer).say(str(error))
            return
        self._reset()
        self.query_one(Footer).say("")
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
        if self._pending is not None:
            self._pending = None
            self._turn()
            return
        self._desk.keep()
        self._go(left=not self.session.done)

    def _go(self, *, left: bool = False) -> None:
        """Leave the screen; whoever was here is elsewhere now."""
        self.left = left
        went(self.session.sitting.record, Whereabouts())
        self.dismiss()

    def action_scroll(self, key: str) -> None:
        """Scroll question and what is said to it."""
        self.query_one(Texts).page(key)
