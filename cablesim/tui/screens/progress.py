"""Progress, by skill and by scenario: how many are done of how many, what is due, mastered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from cablesim.lessons.report import Standing, account_at_hand, account_lines
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, joined, words
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from cablesim.lessons.account import SkillAccount
    from cablesim.lessons.entry import Event
    from cablesim.tui.desk import Desk

MASTERED = "● you seem to have it"
NOTHING_YET = (
    "There is nothing on your record yet. q leads back: Enter begins a walk there, l the lessons, "
    "x the exercises; what you do is counted here."
)
GO_ON = (
    "To go on with one: q leads home; there x lists the exercises of a scenario, l and then x "
    "those of the course. Type open to find it, Enter opens it as you left it."
)
MEANING = "● the last two fresh variants were right at the first try."


class ProgressScreen(Screen[None]):
    """Counts, and nothing else: no streak, no bar, no rank."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.PROGRESS))
    DEFAULT_CSS = """
    ProgressScreen Pane { height: 1fr; border: round $primary; padding: 0 1; }
    """
    AUTO_FOCUS = "Pane"
    PLACE = Place.PROGRESS
    HELP = "Progress: exercises done of those there are, by skill and by scenario; what is due."

    def __init__(self, desk: Desk, standing: Standing) -> None:
        super().__init__()
        self._desk = desk
        self._standing = standing
        self._counted = len(desk.record.events())

    def compose(self) -> ComposeResult:
        """Show the counts."""
        yield Pane("PROGRESS", id="progress")
        yield Footer(Place.PROGRESS)

    def on_mount(self) -> None:
        """Draw the counts."""
        self.query_one(Pane).tell(up=True, down=True)
        self._draw()

    def on_screen_resume(self) -> None:
        """Count anew after a review."""
        events = self._desk.record.events()
        if len(events) != self._counted:
            self._counted = len(events)
            count_then(self, events, self._take)

    def _take(self, standing: Standing) -> None:
        """Show what was counted anew."""
        self._standing = standing
        self._draw()

    def on_resize(self) -> None:
        """Lay the columns out anew."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        """Draw today's review first, then skills and scenarios, and at the end what is open."""
        self.query_one(Footer).warn(self._desk.record.trouble)
        account = self._standing.account
        if not account.scenarios:
            self.query_one(Pane).show(words(NOTHING_YET), top=False)
            return
        review, *told = _without_skills(account_lines(self._standing, commands=False))
        how = ". Enter begins it." if account.review else ""
        lines = [words(f"{review}{how}", "bold"), Content("")]
        if account.skills:
            wide = max(len(skill.skill) for skill in account.skills)
            lines += [
                words("By skill: done of those there are, due today, mastered", "bold"),
                *(_skill(skill, wide) for skill in account.skills),
                words(MEANING, QUIET),
                Content(""),
                words("By scenario", "bold"),
            ]
        lines += map(words, told)
        lines += [words(GO_ON, QUIET)] if account.open else []
        self.query_one(Pane).show(joined(lines), top=False)

    def action_review(self) -> None:
        """Go to today's review."""
        from cablesim.tui.screens.review import open_review

        open_review(self, self._desk)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss()


def _skill(account: SkillAccount, wide: int) -> Content:
    """Return a skill as a line of the table."""
    due = f"{account.due} due" if account.due else ""
    waiting = len(account.handed_in)
    said = (f"{waiting} handed in" * bool(waiting), MASTERED * account.mastery.signal)
    counts = f"{account.skill.ljust(wide)}  {str(account.exercises).rjust(8)}  {due.ljust(7)}"
    row = f"{counts} {'  '.join(filter(None, said))}"
    return words(row.rstrip())


def _without_skills(lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines of an account but for those of its skills, which stand in a table here."""
    among = False
    for line in lines:
        if line == "Skills":
            among = True
        elif not (among and line.startswith("  ")):
            among = False
            yield line


def open_progress(screen: Screen[None], desk: Desk) -> None:
    """Count what the record tells of, then show it over a screen."""
    count_then(
        screen,
        desk.record.events(),
        lambda standing: screen.app.push_screen(ProgressScreen(desk, standing)),
    )


def count_then(
    screen: Screen[None], events: Sequence[Event], then: Callable[[Standing], object]
) -> None:
    """Count what events tell of, then go on with it."""
    from cablesim.tui.screens.loading import load_then

    load_then(screen, lambda: account_at_hand(events), then, "your progress")
