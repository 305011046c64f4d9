"""The footer: one line of keys, the most needed first, as many as fit; made once, redrawn seldom.

Textual's own footer makes a widget for each key and makes them anew at every change of focus; this
one is a single widget. A message from the program takes the place of the keys until the next key;
a trouble that lasts, such as a full disk, stands above the keys as long as it lasts. Both are
shown to the last word, on as many lines as they need.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.content import Content
from textual.events import Click, Resize
from textual.widget import Widget

from cablesim.tui.action import Action
from cablesim.tui.keys import ACTIONS, Place
from cablesim.tui.letters import joined, words

GAP = "  "
HELP = "app.help"


def _table(place: Place, named: Mapping[str, str]) -> list[Action]:
    """Return the actions of a place and of everywhere that a footer shows, by their ranks."""
    actions = (*ACTIONS[place], *ACTIONS[Place.EVERYWHERE])
    shown = [replace(each, word=named.get(each.name, each.word)) for each in actions if each.rank]
    return sorted(shown, key=lambda action: action.rank)


def typing_in(focused: Widget | None) -> bool:
    """Tell whether letters are written where the focus is, and do nothing else."""
    return focused is not None and focused.check_consume_key("d", "d")


class Footer(Widget):
    """The keys that matter at one place; a click on a key does what the key does."""

    DEFAULT_CSS = """
    Footer { dock: bottom; height: 1; background: $panel; color: $foreground; padding: 0 1; }
    """

    def __init__(self, place: Place, *, more: bool = False) -> None:
        super().__init__()
        self._table = _table(place, {})
        self._actions = self._table
        self._own = {action.name for action in ACTIONS[place]}
        self._more = more
        self._message = ""
        self._trouble = ""
        self._idle: frozenset[str] = frozenset()
        self._typing = False
        self._instead: dict[str, str] = {}

    def on_mount(self) -> None:
        """Follow the focus: in a field other keys act than elsewhere."""
        self.watch(self.screen, "focused", self._follow)

    def _follow(self, focused: Widget | None) -> None:
        """Show the keys that act where the focus is."""
        typing = typing_in(focused)
        if typing != self._typing:
            self._typing = typing
            self.refresh()

    def at(self, place: Place, named: Mapping[str, str]) -> None:
        """Show the keys of another place, some of them under other words."""
        table = _table(place, named)
        if table != self._table:
            self._table = self._actions = table
            self._own = {action.name for action in ACTIONS[place]}
            self.refresh()

    def without(self, *names: str) -> None:
        """Leave out actions that have nothing to do here; their keys still say so."""
        idle = frozenset(names)
        if idle != self._idle:
            self._idle = idle
            self.refresh()

    def instead(self, keys: dict[str, str]) -> None:
        """Show other keys for some actions where the usual ones do something else here."""
        if keys != self._instead:
            self._instead = keys
            self.refresh()

    def rank(self, ranks: dict[str, int]) -> None:
        """Order some actions by another rank than that of the table, where they matter more."""
        actions = sorted(self._table, key=lambda action: ranks.get(action.name, action.rank))
        if actions != self._actions:
            self._actions = actions
            self.refresh()

    def say(self, message: str) -> None:
        """Show a sentence instead of the keys; the empty text shows the keys again."""
        if message != self._message:
            self._message = message
            self._fit()

    def warn(self, trouble: str) -> None:
        """Show a trouble above the keys as long as it lasts; the empty text ends it."""
        if trouble != self._trouble:
            self._trouble = trouble
            self._fit()

    def _fit(self) -> None:
        """Take as many lines as the texts need, and draw."""
        self.styles.height = self.rows
        self.refresh()

    @property
    def rows(self) -> int:
        """How many lines the footer takes."""
        return len(self._troubled()) + max(len(self._said()), 1)

    def on_resize(self, event: Resize) -> None:
        """Wrap anew to another width."""
        del event
        self._fit()

    def _troubled(self) -> list[Content]:
        """Return the trouble in lines, none when there is none."""
        return self._wrapped(f"! {self._trouble}") if self._trouble else []

    def _said(self) -> list[Content]:
        """Return the message in lines, none when there is none."""
        return self._wrapped(self._message) if self._message else []

    def _wrapped(self, text: str) -> list[Content]:
        """Return a text in lines as wide as the footer."""
        width = self.content_size.width or self.app.size.width - 2
        return list(words(text, "bold").wrap(max(width, 1)))

    def _fitting(self) -> list[Action]:
        """Return the actions that fit into the width, the most needed first.

        Where keys of this place are left out and the footer is to say so, the help stands last and
        is named `more`.
        """
        live = [each for each in self._actions if each.name not in self._idle and self._key(each)]
        room = self.content_size.width
        fitting = self._first(live, room)
        own = [action for action in live if action.name in self._own]
        help_ = next((action for action in live if action.name == HELP), None)
        if not self._more or help_ is None or all(action in fitting for action in own):
            return fitting
        more = replace(help_, word="more")
        live.remove(help_)
        return [*self._first(live, room - len(self._label(more)) - len(GAP)), more]

    def _first(self, actions: list[Action], room: int) -> list[Action]:
        """Return so many of the first actions as fit into a width."""
        fitting: list[Action] = []
        for action in actions:
            room -= len(self._label(action)) + len(GAP)
            if room + len(GAP) < 0:
                break
            fitting.append(action)
        return fitting

    def _key(self, action: Action) -> str:
        """Return the key of an action that acts now."""
        key = action.typing if self._typing else action.shown
        return self._instead.get(action.name, key)

    def _label(self, action: Action) -> str:
        """Return what the footer shows for an action."""
        return f"{self._key(action)} {action.word}"

    def _keys(self) -> Content:
        """Return the line of keys."""
        parts: list[Content] = []
        for action in self._fitting():
            parts += [words(self._key(action), "bold $accent"), words(f" {action.word}{GAP}")]
        return Content.assemble(*parts)

    def render(self) -> Content:
        """Draw what is wrong, then the message, or the keys that fit."""
        return joined([*self._troubled(), *(self._said() or [self._keys()])])

    async def on_click(self, event: Click) -> None:
        """Do the action that was clicked."""
        if self._message:
            self.say("")
            return
        if event.y < len(self._troubled()):
            return
        place = event.x - self.styles.padding.left
        for action in self._fitting():
            if 0 <= place < len(self._label(action)):
                await self.screen.run_action(action.name)
                return
            place -= len(self._label(action)) + len(GAP)
