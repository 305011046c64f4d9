"""The keys of an exercise, and of each question that is asked beside it in turn."""

from __future__ import annotations

from dataclasses import replace

from cablesim.lessons.acts import Confidence
from cablesim.tui.action import Action

POINTS = ("none", "1 point", *(f"{points} points" for points in range(2, 10)))
RULES = ("first", "second", "third", "fourth")


def _choices(keys: str, named: tuple[str, ...], sentence: str) -> tuple[Action, ...]:
    """Return the keys that answer a question beside an exercise, each with a word."""
    return tuple(
        Action(f"screen.choose('{key}')", key, key, word, sentence, 1)
        for key, word in zip(keys, named, strict=True)
    )


# What helps with an answer that is still to be found, on every question beside an exercise too.
_HELPING = (
    Action("screen.hint", "f3", "F3", "hint", "Open a hint, the principle first.", 4),
    Action("screen.show", "f5", "F5", "answer", "Give up: show how it is done.", 5),
    Action(
        "screen.skip",
        "f7",
        "F7",
        "skip",
        "Put it off; untried, it comes back as it is.",
        7,
        priority=True,
    ),
)
# What is at hand beside an exercise at any time. A field of Textual's own selects lines with F6.
_BESIDE = (
    Action("screen.fresh", "f6", "F6", "fresh", "Go on with a fresh variant.", 6, priority=True),
    Action("screen.document", "f8,d", "F8", "document", "Read the document.", 7),
    Action("screen.claims", "f9,c", "F9", "claims", "What can be shown, with its proof.", 8),
    Action("screen.book", "f11,b", "F11", "book", "Look a word or group up in the book.", 8),
    Action("screen.glossary", "f12,g", "F12", "words", "What the words mean.", 9),
    *(
        Action(f"screen.scroll('{key}')", key, key, "", "Scroll question and answers.")
        for key in ("pageup", "pagedown")
    ),
)

# While something is written, a letter is one.
_WRITING = tuple(replace(action, keys=action.keys.partition(",")[0]) for action in _BESIDE)

EXERCISE = (
    Action("screen.forward", "enter,f2", "⏎", "hand in", "Hand in the answer.", 1),
    *_HELPING,
    Action("screen.sheet", "f4", "F4", "sheet", "Figures on a sheet, or as free text.", 4),
    *_WRITING,
    Action("screen.leave", "escape,f10", "Esc", "leave", "Leave; what you typed is kept.", 3),
)
SURE = (
    *_choices("123", tuple(map(str, Confidence)), "Say how sure you are; then it is judged."),
    Action("screen.forward", "enter,f2", "⏎", "without", "Have it judged without saying.", 2),
    Action("screen.leave", "escape,f10", "Esc", "back", "Back to the answer.", 3),
    *_HELPING,
    *_BESIDE,
)
RULE = (
    *_choices("1234", RULES, "Say which rule was used."),
    Action("screen.forward", "enter,f2", "⏎", "show it", "Show which rule was used.", 2),
    Action("screen.leave", "escape,f10", "Esc", "leave", "Leave the exercise.", 3),
    *_HELPING,
    *_BESIDE,
)
_UNMARK = Action(
    "screen.unmark",
    "backspace,left",
    "⌫",
    "back",
    "Back to the line of the rubric before; its mark is taken back.",
    2,
)
MARKS = (
    *_choices("0123456789", POINTS, "Give yourself so many points for this part of the rubric."),
    Action("screen.forward", "enter,f2", "⏎", "pass over", "Pass your own marks over.", 2),
    _UNMARK,
    Action("screen.leave", "escape,f10", "Esc", "leave", "Leave; it is handed in.", 3),
    *_BESIDE,
)
DONE = (
    Action("screen.forward", "enter,f2", "⏎", "on", "Go on.", 1),
    _UNMARK,
    Action("screen.leave", "escape,f10", "Esc", "leave", "Leave the exercise.", 3),
    *_BESIDE,
)
