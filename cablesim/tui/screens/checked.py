"""A question of a check: the first answer that is not right ends it, and no hint opens."""

from __future__ import annotations

from cablesim.lessons.sitting import Verdict
from cablesim.tui.keys import Place
from cablesim.tui.screens.exercise import ExerciseScreen

OVER = "That one was not right at once, and so the check is over. Enter goes back."
ON = "Enter goes on."
NO_HELP = "No hints and no other form in a check. F5 ends it and shows the answer."


class CheckedScreen(ExerciseScreen):
    """An exercise asked in a check: once it was not right, there is only what is said to it."""

    @property
    def PLACE(self) -> Place:  # noqa: N802 - on other screens it is a constant.
        """Whose keys act now."""
        return Place.DONE if self._over else super().PLACE

    @property
    def _over(self) -> bool:
        """An answer was judged, and was not right at once."""
        attempt = self.session.attempt
        return bool(attempt.tries) and not attempt.at_once and not self.session.done

    def _idle(self) -> list[str]:
        """Return the actions that have nothing to do now."""
        return [*super()._idle(), "screen.hint", "screen.fresh"]

    def _begin(self) -> None:
        """Show the question as it was left; where that was wrong, say that the check is over."""
        super()._begin()
        if self._over:
            self._tell(OVER)

    def _what_next(self, verdict: Verdict) -> str:
        """Say that the check is over or goes on, or what may be done."""
        if self.session.done:
            return ON if self.PLACE is Place.DONE else ""
        return OVER if self._over else super()._what_next(verdict)

    def action_forward(self) -> None:
        """Hand in the answer, or go on; go back where the check is over."""
        if self._over:
            self._go()
        else:
            super().action_forward()

    def action_hint(self) -> None:
        """Say that there is none."""
        self._tell(OVER if self._over else ON if self.session.done else NO_HELP)

    def action_show(self) -> None:
        """Show the answer, once it was asked for twice; there is no fresh variant after it."""
        super().action_show()
        if self.session.done:
            self._tell(ON)

    def action_fresh(self) -> None:
        """Say that there is none."""
        self.action_hint()
