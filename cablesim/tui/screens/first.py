"""The first run: one group, one figure a key, one success, then the choice."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen

from cablesim.lessons.firstrun import BANNER, CHOICES, CIPHER, DONE, PAD, TASK, FirstRun
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import LIT, QUIET, TEACHING, joined, words
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

TIGHTEST = 3


class FirstScreen(Screen[str]):
    """One task for somebody who is new; dismissed with the choice, or with nothing."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.FIRST))
    DEFAULT_CSS = """
    FirstScreen Pane { height: 1fr; border: double $accent; padding: 0 1; }
    """
    PLACE = Place.FIRST
    HELP = "Welcome: decipher one group, a figure a key. Esc goes home; this comes only once."
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self._run = FirstRun()
        self._said = ""

    def compose(self) -> ComposeResult:
        """Show the task and the keys."""
        yield Pane("YOUR FIRST GROUP · made up", id="first", focusable=False)
        yield Footer(Place.FIRST)

    def on_mount(self) -> None:
        """Draw the beginning."""
        self._draw()

    def on_resize(self) -> None:
        """Make it fit at another size."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        """Draw the group as far as it is found, and what comes next, so that all of it is seen."""
        if self._run.done:
            self.query_one(Footer).at(Place.FIRST, {"screen.leave": "home"})
        pane = self.query_one(Pane)
        width, height = pane.scrollable_content_region.size
        looser = (self._all(tight) for tight in range(TIGHTEST + 1))
        fitting = (each for each in looser if len(each.wrap(max(width, 1))) <= height)
        pane.show(next(fitting, self._all(TIGHTEST if height else 0)))

    def _all(self, tight: int) -> Content:
        """Return all of it.

        At the end `tight` 1 leaves no line empty, 2 the sum out too, 3 what the choices are.
        """
        done = self._run.done
        empty = [] if tight and done else [Content("")]
        parts = [words(BANNER, TEACHING), *empty]
        if not done:
            parts += [*map(words, TASK), Content("")]
        if not (tight > 1 and done):
            parts += [*self._figures(), *empty]
        if self._said and not done:
            parts += [words(self._said, "bold")]
        return joined([*parts, *self._next(empty, named=tight == TIGHTEST)])

    def _figures(self) -> list[Content]:
        """Return the group, the pad and what is found, figure under figure."""
        shown = self._run.shown
        found = [
            words(f" {sign} ", LIT if place == self._run.found else "bold")
            for place, sign in enumerate(shown)
        ]
        return [
            words(f"   came in   {'  '.join(CIPHER)}", "bold"),
            words(f"   your pad  {'  '.join(PAD)}", "bold"),
            Content.assemble(words("   the group"), *found),
        ]

    def _next(self, empty: list[Content], *, named: bool) -> list[Content]:
        """Return the question, or the choice at the end."""
        if not self._run.done:
            return [words(f"{self._run.asks} Press one figure.")]
        head, choose = DONE
        parts = [words(head.format(group=self._run.group), "bold"), words(choose), *empty]
        parts += [
            Content.assemble(
                words(f" {key}  {name}", "bold"), words(f": {what}" * (not named), QUIET)
            )
            for key, (name, what) in CHOICES.items()
        ]
        return [*parts, words(" Enter  home, where all of this is", QUIET)]

    def action_figure(self, key: str) -> None:
        """Write a figure; once the group is there, choose."""
        if self._run.done:
            if key in CHOICES:
                self.dismiss(key)
            return
        self._run, self._said = self._run.typed(key)
        self._draw()

    def action_home(self) -> None:
        """Go home once the group is there; before that, say what is wanted."""
        if self._run.done:
            self.dismiss("")
            return
        self._said = "A figure is taken as you press it; Enter is not needed. Esc skips all this."
        self._draw()

    def action_leave(self) -> None:
        """Go home."""
        self.dismiss("")
