"""A screen on which questions beside an exercise are asked in turn: each has its own keys."""

from __future__ import annotations

from abc import abstractmethod

from textual.content import Content

from cablesim.lessons.lookup import BESIDE, set_beside
from cablesim.lessons.session import SURE, Session
from cablesim.tui.atlas import help_content
from cablesim.tui.keys import Place
from cablesim.tui.questions import ABOUT, Questions, cost_of_hint
from cablesim.tui.screens.aids import AidedScreen
from cablesim.tui.widgets.answering import AnswerDesk
from cablesim.tui.widgets.footer import Footer, typing_in

ON = "Enter goes on."
ON_OR_FRESH = "Enter goes on; F6 does a fresh variant."


class AskedScreen(AidedScreen):
    """A session at an exercise, the questions beside it, and whose keys act now."""

    CLAIMS_HERE = BESIDE

    def __init__(self, session: Session) -> None:
        super().__init__(session.drawn.scenario)
        self.session = session
        self._asks = Questions()
        self._pressed = ""

    @property
    def PLACE(self) -> Place:  # noqa: N802 - on other screens it is a constant.
        """Whose keys act now."""
        return self._asks.place(self.session)

    @property
    def _answering(self) -> bool:
        """There is an answer to be written, and no other question stands open."""
        return self.PLACE is Place.EXERCISE

    @property
    def _desk(self) -> AnswerDesk:
        """Where the answer is written."""
        return self.query_one(AnswerDesk)

    def claims_here(self) -> tuple[str, ...]:
        """Return the claims that the question itself shows."""
        return set_beside(self.session.exercise)

    def helped(self) -> Content:
        """Return the help with the keys that act now, and no others."""
        sentence = ABOUT.get(self.PLACE, self.HELP or "")
        cost = cost_of_hint(self.session)
        if cost and "screen.hint" not in self._idle() and self._answering:
            sentence = f"{sentence} A hint takes {cost} off the points."
        return help_content(
            self.PLACE,
            sentence,
            typing=typing_in(self.focused),
            without=self._idle(),
            instead=self._instead(),
        )

    def _idle(self) -> list[str]:
        """Return the actions that have nothing to do now."""
        sheet = [] if self._desk.has_sheet else ["screen.sheet"]
        return [*sheet, *self._asks.idle(self.session)]

    def _tell(self, sentence: str) -> None:
        """Say a sentence in the place of the keys; none shows them again."""
        self.query_one(Footer).say(sentence)

    def _twice(self, sentence: str) -> bool:
        """Tell whether something was asked for once before; the first time, say what it does."""
        if self._pressed == sentence:
            return True
        self._pressed = sentence
        self._tell(sentence)
        return False

    def _on(self) -> str:
        """Say how it goes on once all is done."""
        return ON if "screen.fresh" in self._idle() else ON_OR_FRESH

    def _cost(self) -> str:
        """Return what the next hint costs, in words behind its name; nothing if nothing."""
        return f" ({self.session.hint_cost})" if cost_of_hint(self.session) else ""

    def _price(self) -> str:
        """Return the same in few signs, where one line is all there is."""
        cost = cost_of_hint(self.session)
        return f", −{cost}" if cost else ""

    def _instead(self) -> dict[str, str]:
        """Return the keys that stand for others: in a long answer Enter ends a line."""
        return {"screen.forward": "F2"} if self.session.long and self._answering else {}

    # What is answered to the questions beside the exercise.

    @abstractmethod
    def draw(self, *, said: bool = False, hint: bool = False, top: bool = False) -> None:
        """Draw the screen, from the beginning of what is said, its last hint or the question."""

    @abstractmethod
    def _judge(self, text: str) -> None:
        """Have an answer judged."""

    def action_choose(self, key: str) -> None:
        """Say how sure the answer is, which rule was used, or what it is worth to oneself."""
        asks, place = self._asks, self.PLACE
        if f"screen.choose('{key}')" in self._idle():
            return
        if asks.pending is not None and key in SURE:
            self.session.sitting.say(SURE[key])
            self._judge(asks.pending)
        elif place is Place.RULE and key != "0":
            self._answer_rule(key)
        elif place is Place.MARKS and self.session.mark_own(key):
            self._marked()

    def _marked(self, *, over: bool = False) -> None:
        """Go on after one's own mark, or past the rest of them."""
        self._asks.marks = not over
        over = self.PLACE is Place.DONE
        self._tell(self._on() if over else "")
        self.draw(said=over, top=over)

    def action_unmark(self) -> None:
        """Go back to the line of the rubric before, and take its mark back."""
        marking = self.PLACE is Place.MARKS
        if (marking or self.PLACE is Place.DONE) and "screen.unmark" not in self._idle():
            self._asks.back(self.session)
            self._tell("")
            self.draw(said=not marking)

    def _answer_rule(self, key: str) -> None:
        """Show which rule was used, after a choice or without one."""
        self._asks.chosen = key
        if not self.session.done:
            self.session.sitting.seen()
        self._tell("Enter goes on with less of it worked.")
        self.draw(said=True)
