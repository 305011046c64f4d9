"""An exercise in conversation, wherever it is met: one sentence a line, one question at a time.

What may be done and when is the session's affair, as on the screen; here it is asked, read and
said. Each prompt ends with what may be typed, and everything works from a pipe as from a terminal.
"""

from __future__ import annotations

from dataclasses import dataclass

from cablesim.cli.afterwards import ONE_FORM, Gone, ask_marks, ask_rule, done_prompt, marks_begun
from cablesim.cli.orders import NO_BACK, Asked, Order, alone, as_text, help_lines, is_option, read
from cablesim.cli.output import say, say_all
from cablesim.cli.prompt import BELOW, DONE, GO_ON, LONG_PROMPT, NOTHING, ask, following
from cablesim.cli.recording import say_news
from cablesim.cli.sheeting import hole, note, say_sheet, turned
from cablesim.errors import CablesimError
from cablesim.exercises.verdict import NO_TRY
from cablesim.lessons.acts import Confidence
from cablesim.lessons.session import SEALED, SURE, Session
from cablesim.lessons.telling import asked_lines, put_off_line, shown_lines, told
from cablesim.scenario.exercise import ClassifyTask

END = "."
# A first line of a long answer that has more words than this is never taken for an order.
SHORT = 3
SAME = "The same answer again does not count as a try. "
INSTEAD = "Enter hands it in; another answer takes its place."
WRITTEN = "What you have written here is left behind. Type {word} once more, or go on."
_SURE = {**SURE, **{sure.value: sure for sure in Confidence}, "fairly": Confidence.FAIRLY}


def practise(session: Session, *, alone: bool = False) -> bool:
    """Do an exercise until it is done with; return False where the learner leaves.

    `alone` says that nothing else comes after it, so that Enter goes on with a fresh variant.
    """
    return not held(Talk(session, alone)).left


def held(talk: Talk) -> Talk:
    """Hold a talk to its end, and return it."""
    talk.begin()
    while not talk.over:
        talk.step()
    return talk


@dataclass(slots=True)
class Talk:
    """One learner at one exercise, `over` once it is done with, `left` where they went away.

    `skipped` says that they wish to go on without it.
    `offered` says that an answer is begun, which Enter hands in; `page` is the pad page in hand.
    An order that leaves something written behind is to be typed twice.
    """

    session: Session
    alone: bool = False
    over: bool = False
    left: bool = False
    skipped: bool = False
    offered: bool = False
    page: int = 0
    _warned: tuple[Order, str, str] | None = None

    def begin(self) -> None:
        """Put the question; what was done at it before is said."""
        session, attempt = self.session, self.session.attempt
        self.page = 0
        if session.to_mark:
            marks_begun(session)
            self._ask_marks()
            return
        if attempt.tries or attempt.hints or attempt.note or session.unsent:
            say("You had begun this one; this is where you stopped.")
        say_all(asked_lines(session))
        if attempt.tries and not session.unsent:
            last = attempt.tries[-1]
            verdict = session.sitting.deal.judge(last.tried.answer)
            say_all(("Your last answer:", *told(session, verdict, last.confidence)))
        if attempt.note:
            note(session, "")
        self._offer("You had written")
        if session.all_given and not session.done:
            self._ask_rule()

    def _offer(self, what: str) -> None:
        """Say that an answer is begun, and how it is handed in."""
        text = "" if self.session.done else self.session.unsent
        self.offered = bool(text)
        if text:
            say_all((f"{what}:", *text.splitlines()) if self.session.long else (f"{what}: {text}",))
            say(BELOW if self.session.long else INSTEAD)

    def step(self) -> None:
        """Ask for one thing and do it."""
        self._hear()
        text = ask(self._prompt(), self.session.sitting.record)
        if text is None:
            self._leave()
        elif not text:
            self._enter()
        elif self._obeyed(text):
            pass
        elif self.session.done:
            say(DONE)
        elif self.session.long:
            self._long(text)
        else:
            self._hand_in(as_text(text))

    def _hear(self) -> None:
        """Say what another window did; where it was about this variant, that is taken in."""
        sitting = self.session.sitting
        if sitting.concerns(say_news(sitting.record)):
            sitting.refresh()

    def _prompt(self) -> str:
        """Return what is asked for now."""
        if self.session.done:
            return done_prompt(self.session, goes_on=self._goes_on_fresh)
        if self.session.long:
            return LONG_PROMPT
        attempt, cost = self.session.attempt, self.session.hint_cost
        about = f" ({cost})" if cost and not (attempt.hints or attempt.tries) else ""
        return f"Your answer; or hint{about}, help, quit"

    @property
    def _goes_on_fresh(self) -> bool:
        """Once done, Enter draws a fresh variant: there is less worked in it, or nothing else."""
        return self.alone or (self.session.given > 0 and not self.session.attempt.opened.review)

    def _enter(self) -> None:
        """Do what Enter alone stands for."""
        if not self.session.done:
            if self.offered and not self.session.long:
                self._hand_in(self.session.unsent)
            else:
                say(NOTHING)
        elif self._goes_on_fresh:
            self._fresh()
        else:
            self.over = True

    # Answering.

    def _long(self, text: str) -> None:
        """Take a long answer line by line; each is kept, so that a lost connection costs one.

        A word alone on its line that is an order is obeyed.
        """
        lines = [self.session.unsent] if self.offered else []
        typed: str | None = text
        while typed is not None and typed != END:
            lines.append(as_text(typed))
            self.session.sitting.type("\n".join(lines))
            typed = following()
            if typed is not None and self._interrupts(typed):
                return
        if typed is None:
            self._leave()
        elif lines:
            self._hand_in("\n".join(lines))
        else:
            say(NOTHING)

    def _interrupts(self, line: str, *, sure: bool = False) -> bool:
        """Do what a line among those of an answer asks for; return False where it is one of them.

        It asks where it is an order and no more, or begins with a question mark. Unless it is
        `sure` to be no word of the answer, what would give that up is to be typed twice.
        """
        session, asked = self.session, alone(line)
        if asked is None and not line.startswith("?"):
            return False
        self.offered = True
        if asked is None:
            say_all(session.drawn.look(line) or ())
        elif sure or asked.order not in {Order.SHOW, Order.CLEAR} or self._certain(asked.order):
            self._obey(asked)
        shown = asked is not None and asked.order is Order.DRAFT
        if self._is_at(session) and not session.done and session.unsent and not shown:
            say(GO_ON)
        return True

    def _hand_in(self, text: str) -> None:
        """Ask how sure the answer is, where that is asked, then have it judged."""
        session = self.session
        empty = hole(session, text)
        if empty:
            session.sitting.type(text)
            say(f"Still empty: {empty}. {NO_TRY}")
            self._offer("Kept, not handed in")
            return
        if session.asks_confidence(text):
            # Whatever happens at the next question, the answer is not lost.
            session.sitting.type(text)
            if not self._asked_sure():
                return
        self.offered = False
        sure, before = session.attempt.confidence, len(session.attempt.tries)
        verdict = session.answer(text)
        same = len(session.attempt.tries) == before
        # What another window tried here meanwhile counts in the points that are told.
        self._hear()
        say_all(told(session, verdict, sure))
        if session.done:
            self._ask_rule()
            self._ask_marks()
        elif verdict.readable and not session.sealed:
            self._once_more(first=not before, same=same)
        elif session.long and session.unsent:
            # It is too short, or too long as yet: nobody has to write it once more.
            self.offered = True
            say(BELOW)

    def _once_more(self, *, first: bool, same: bool) -> None:
        """Say what may be done after an answer that is not right."""
        if first:
            say_all(filter(None, (self.session.costs,)))
        say(f"{SAME * same}Write it again, or type hint.")

    def _asked_sure(self) -> bool:
        """Ask how sure the answer is; return False where something else was asked for instead."""
        session = self.session
        choices = ", ".join(f"{key} {sure.value}" for key, sure in SURE.items())
        while True:
            typed = ask(f"How sure are you: {choices}; Enter goes on without")
            if not typed:
                self.over = self.left = typed is None
                return typed is not None
            sure = _SURE.get(" ".join(typed.casefold().split()))
            if sure is not None:
                session.sitting.say(sure)
                return True
            if self._obeyed(typed):
                if not self.over and self.session is session:
                    self._offer("Your answer is kept")
                return False
            say("Type 1, 2 or 3, or Enter. Your answer is kept.")

    def _ask_marks(self) -> None:
        """Let the learner mark what is handed in."""
        if ask_marks(self.session, self._obeyed, self._is_at) is Gone.AWAY:
            self._leave()

    def _is_at(self, session: Session) -> bool:
        """Tell whether the learner is still there, and at the same exercise."""
        return not self.over and self.session is session

    # The rule behind worked steps.

    def _ask_rule(self) -> None:
        """Ask for the rule behind the steps that were worked; to read them closes the variant."""
        asked = self.session.rule()
        if asked is not None:
            gone = ask_rule(asked, self.session, self._obeyed, self._is_at)
            if gone is Gone.AWAY:
                self._leave()
            if gone is not None:
                return
        if not self.session.done:
            self.session.sitting.seen()

    # Orders.

    def _obeyed(self, text: str) -> bool:
        """Do what was asked for; return False where the text is no order but an answer."""
        asked = read(text)
        if self.session.long and not self.session.done:
            if self.offered:
                return self._interrupts(text, sure=True)
            if len(text.split()) > SHORT:
                return False
        if self._answers(text, "" if asked is None else asked.about):
            return False
        if asked is not None:
            self._obey(asked)
            return True
        found = self.session.drawn.look(text)
        say_all(found or ())
        return found is not None

    def _answers(self, text: str, about: str) -> bool:
        """Tell whether a text is an answer, whatever it looks like: a right one is never an order.

        The order's own word must be a part of it. A letter that names an option is an answer;
        where the standing of claims is asked for, a question mark is the sign of a gap.
        """
        session = self.session
        if session.done or session.long:
            return False
        judge = session.sitting.deal.judge
        named = is_option(text, judge)
        if session.sealed or named:
            return named
        verdict = judge(text)
        gap = text.startswith("?") and isinstance(session.exercise.task, ClassifyTask)
        right = verdict.score >= 1 and judge(about).score < 1
        return verdict.readable and (right or gap)

    def _obey(self, asked: Asked) -> None:
        """Do what an order says."""
        match asked.order:
            case Order.HELP:
                say_all(help_lines(long=self.session.long))
            case Order.QUIT:
                self._leave()
            case Order.AGAIN:
                say_all(asked_lines(self.session))
            case Order.FRESH:
                self._fresh(asked=True)
            case Order.SKIP:
                self._skip()
            case Order.NOTE:
                note(self.session, asked.about)
            case Order.PAGE:
                self.page = turned(self.session, self.page, asked.about)
            case Order.SHEET:
                say_sheet(self.session, self.page, asked.about)
            case _ if self.session.done:
                say(DONE)
            case _:
                self._help_on(asked)

    def _help_on(self, asked: Asked) -> None:
        """Do what an order says that has to do with an answer still to be found."""
        match asked.order:
            case Order.HINT:
                self._hint()
            case Order.BACK:
                say(NO_BACK)
            case Order.SHOW:
                self._show()
            case Order.CLEAR:
                self.session.sitting.type("")
                self._offer("")
                say("Nothing stands there now.")
            case _:
                self.session.sitting.type(asked.about or self.session.sitting.draft)
                self._offer("Kept, not handed in")
                if not self.offered:
                    say("No answer is begun.")

    def _leave(self) -> None:
        """Go away from the exercise as it is."""
        self.over = self.left = True

    def _skip(self) -> None:
        """Put the exercise off; one that is done is done."""
        session = self.session
        if not session.done:
            if not session.comes_back and not self._certain(Order.SKIP):
                return
            say(put_off_line(session))
            session.sitting.skip()
        self.over = self.skipped = True

    def _certain(self, order: Order) -> bool:
        """Tell whether nothing that is written is left behind, or the order was typed twice."""
        session = self.session
        asked = order, session.sitting.draft, session.attempt.note
        if session.done or not session.begun or asked == self._warned:
            return True
        self._warned = asked
        say(WRITTEN.format(word=order))
        return False

    def _fresh(self, *, asked: bool = False) -> None:
        """Go on with a fresh variant; where one is `asked` for, there is to be another form."""
        if asked and not self.session.another:
            say(ONE_FORM)
            return
        if not self._certain(Order.FRESH):
            return
        try:
            self.session = self.session.fresh()
        except CablesimError as error:
            say(str(error))
            return
        self.begin()

    def _hint(self) -> None:
        """Open a hint, or say why not yet."""
        found = self.session.help()
        number = len(self.session.attempt.hints)
        say(f"Hint {number}: {found.text}" if found.opened else found.text)
        if found.fresh:
            say("Type fresh for a fresh variant to do with it.")

    def _show(self) -> None:
        """Show the answer and how it is found."""
        if self.session.sealed:
            say(f"No answer. {SEALED}")
            return
        self.session.sitting.give_up()
        self.offered = False
        say_all(shown_lines(self.session))
