"""The screen's program: themes, the guard on what is drawn, help and palette, one last wall."""

from __future__ import annotations

import gc
from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import BindingType
from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from cablesim.errors import bug_line
from cablesim.tui.desk import Desk
from cablesim.tui.guard import VisibleOnly
from cablesim.tui.hearing import EVERY_SECONDS, Hearing
from cablesim.tui.keys import ACTIONS, Place, bindings
from cablesim.tui.resuming import resume
from cablesim.tui.screens.home import HomeScreen
from cablesim.tui.themes import DARK, OURS
from cablesim.tui.waiting import WaitingApp
from cablesim.tui.wanted import WritingWanted

if TYPE_CHECKING:
    from textual.content import Content

    from cablesim.lessons.walk import Walk

LEAST_WIDTH, LEAST_HEIGHT = 50, 16


class CablesimApp(WaitingApp):
    """cablesim on the screen."""

    TITLE = "cablesim"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.EVERYWHERE))
    ENABLE_COMMAND_PALETTE = True
    PAUSE_GC_ON_SCROLL = True
    CSS = """
    Screen { background: $background; color: $foreground; }
    """

    def __init__(
        self,
        desk: Desk,
        walk: Walk | None = None,
        opening: Callable[[], Screen[None]] | None = None,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.bug = ""
        self._covered = False
        self._measured = False
        self._first_walk = walk
        self._opening = opening
        self._filters.append(VisibleOnly())
        self.animation_level = "none"
        for theme in OURS:
            self.register_theme(theme)

    def on_mount(self) -> None:
        """Open home, or the walk that was asked for on top of it."""
        if not self.no_color:
            wanted = self.desk.theme()
            self.theme = wanted if wanted in self.available_themes else DARK.name
        self.theme_changed_signal.subscribe(
            self, lambda theme: self.desk.keep_theme(theme.name, DARK.name)
        )
        home = HomeScreen(self.desk)
        self.push_screen(home)
        if self._first_walk is not None:
            from cablesim.tui.screens.walk import WalkScreen

            self.push_screen(WalkScreen(self._first_walk))
        elif self._opening is not None:
            self.push_screen(self._opening())
        else:
            self.call_after_refresh(resume, home, self.desk)
        self.call_after_refresh(self._settled)
        self.set_interval(EVERY_SECONDS, Hearing(self, self.desk.record).tend)

    def _settled(self) -> None:
        """Take what start-up made out of the collector's rounds."""
        gc.collect()
        gc.freeze()
        self._measured = True
        self._look_at(self.size)

    def on_resize(self, event: Resize) -> None:
        """Say when the terminal is too small, and go on when it is not."""
        self._look_at(event.size)

    def _look_at(self, size: Size) -> None:
        """Cover or uncover the screen by size."""
        small = size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
        if small == self._covered or not self._measured:
            return
        self._covered = small
        if small:
            from cablesim.tui.screens.small import TooSmallScreen

            self.push_screen(TooSmallScreen(LEAST_WIDTH, LEAST_HEIGHT))
        else:
            self.pop_screen()

    def on_writing_wanted(self, message: WritingWanted) -> None:
        """Open the files of a scenario to write in."""
        from cablesim.tui.screens.studio import StudioScreen

        self.push_screen(StudioScreen(message.path))

    def action_help(self) -> None:
        """Show what the present screen is for, and all keys."""
        from cablesim.tui.atlas import help_content
        from cablesim.tui.screens.reading import ReadingScreen
        from cablesim.tui.widgets.footer import typing_in

        if isinstance(self.screen, ReadingScreen):
            return
        helped: Callable[[], Content] | None = getattr(self.screen, "helped", None)
        sentence = self.screen.HELP or "All keys of this screen."
        if helped is None:
            content = help_content(
                _place(self.screen), sentence, typing=typing_in(self.screen.focused)
            )
        else:
            content = helped()
        self.push_screen(ReadingScreen("HELP", content))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every action of a screen by name, the pages of a walk, and the themes."""
        for action in (*ACTIONS[_place(screen)], *ACTIONS[Place.EVERYWHERE]):
            if action.word and action.name != "app.command_palette":
                yield SystemCommand(
                    action.word.capitalize(), action.help, self._runner(screen, action.name)
                )
        commands = getattr(screen, "commands", None)
        if commands is not None:
            yield from (SystemCommand(*command) for command in commands())
        yield SystemCommand("Theme", "Choose light, dark or without colour", self.search_themes)

    def _runner(self, screen: Screen[object], action: str) -> Callable[[], Awaitable[None]]:
        """Return a callback that runs an action on a screen."""

        async def run() -> None:
            await screen.run_action(action)

        return run

    def _fatal_error(self) -> None:
        """Tell a bug in one line; Textual's own report would print the values of variables."""
        self.bug = bug_line(self._exception) if self._exception is not None else "unknown"
        self.panic(Text(""))


def _place(screen: Screen[object]) -> Place:
    """Return which place of the table of keys a screen is."""
    return getattr(screen, "PLACE", Place.READING)
