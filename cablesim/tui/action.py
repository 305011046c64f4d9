"""An action of the screen with its keys, and keys as people write them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Action:
    """An action: its name in the code, its keys, a word for the footer, a sentence for the help.

    `rank` orders the footer, 1 first; 0 keeps the action out of it.
    """

    name: str
    keys: str
    shown: str
    word: str
    help: str
    rank: int = 0
    priority: bool = False

    @property
    def typing(self) -> str:
        """The key that acts while something is typed, as the footer shows it; none may be left.

        In a field letters are written, and the cursor and the key that rubs out are the field's.
        """
        first, *others = self.keys.split(",")
        if _acts_in_a_field(first):
            return self.shown
        return next((pretty(key) for key in others if _acts_in_a_field(key)), "")

    def keys_where(self, *, typing: bool) -> list[str]:
        """Return its keys as people write them; while something is typed, those that act then."""
        keys = self.keys.split(",")
        return [
            pretty(key) for key in keys if not typing or key in LIST_KEYS or _acts_in_a_field(key)
        ]


# What a field does with these keys is the field's own business.
FIELD_KEYS = frozenset(
    ("left", "right", "up", "down", "home", "end", "backspace", "delete", "space", "question_mark")
)
# In a field of one line these go on to the screen.
LIST_KEYS = frozenset(("up", "down"))


def _acts_in_a_field(key: str) -> bool:
    """Tell whether a key does what it does elsewhere while something is typed."""
    return len(key) > 1 and key not in FIELD_KEYS


_PRETTY = {
    "plus": "+",
    "minus": "-",
    "full_stop": ".",
    "comma": ",",
    "delete": "Delete",
    "question_mark": "?",
    "enter": "Enter",
    "backspace": "Backspace",
    "escape": "Esc",
    "space": "Space",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "shift+f3": "Shift+F3",
}


def pretty(key: str) -> str:
    """Return a key as people write it."""
    if key in _PRETTY:
        return _PRETTY[key]
    return key.replace("ctrl+", "Ctrl+") if len(key) == 1 or "+" in key else key.upper()
