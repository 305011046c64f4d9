"""A question of a check in conversation: the first answer that is not right ends it, without hints.

It is what the screen does in `tui/screens/checked.py`.
"""

from __future__ import annotations

from cablesim.cli.orders import Asked, Order
from cablesim.cli.output import say
from cablesim.cli.practising import Talk, held
from cablesim.lessons.session import Session

NO_MORE = "No hints and no other form in a check."
NO_HELP = "No hints and no other form in a check; show ends it and shows the answer."


def answered(session: Session) -> bool:
    """Ask a question of a check; return False where the learner leaves."""
    return not held(CheckedTalk(session)).left


class CheckedTalk(Talk):
    """A talk that is over once an answer was not right."""

    __slots__ = ()

    def _prompt(self) -> str:
        """Return what is asked for now: no hint is offered."""
        if self.session.done:
            return "Enter to go on, or again, help, quit"
        return "Your answer; or show, help, quit"

    def _once_more(self, *, first: bool, same: bool) -> None:
        """End the check."""
        del first, same
        self.over = True

    def _obey(self, asked: Asked) -> None:
        """Do what an order says; say that there is neither a hint nor another form."""
        if asked.order in {Order.HINT, Order.FRESH}:
            say(NO_MORE if self.session.done else NO_HELP)
        else:
            super()._obey(asked)
