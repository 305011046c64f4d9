"""Every key of the screen in one table: bindings, footer, help and palette are made from it.

Every action has a key that is no Latin letter, for keyboards that write another script.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from textual.binding import Binding

from cablesim.tui import exercise_keys
from cablesim.tui.action import Action


class Place(StrEnum):
    """Where a key acts."""

    EVERYWHERE = "everywhere"
    HOME = "home"
    WALK = "walk"
    SHEET = "sheet"
    READING = "reading"
    SYSTEMS = "systems"
    BENCH = "bench"
    NAMING = "naming"
    FIRST = "first"
    EXERCISES = "exercises"
    EXERCISE = "exercise"
    SURE = "how sure"
    RULE = "which rule"
    MARKS = "own marks"
    DONE = "done"
    GRID = "grid"
    LOOKUP = "lookup"
    REVIEW = "review"
    CHECK = "check"
    PROGRESS = "progress"
    LESSONS = "lessons"
    LESSON = "lesson"
    PREVIEW = "preview"
    FINDINGS = "findings"
    STUDIO = "studio"
    CHOOSING = "choosing"
    FILLING = "filling"


ACTIONS: dict[Place, tuple[Action, ...]] = {
    Place.EVERYWHERE: (
        Action(
            "app.help", "question_mark,f1", "?", "help", "What this screen is for, and all keys.", 2
        ),
        Action(
            "app.command_palette", "ctrl+p", "^p", "all", "Every action by name, and the themes.", 9
        ),
        Action("app.quit", "ctrl+q", "^q", "quit", "Leave; your place is kept.", 8, priority=True),
    ),
    Place.HOME: (
        Action("screen.open", "enter", "⏎", "open", "Open the scenario, where you stopped.", 1),
        Action("screen.again", "n,f9", "n", "anew", "Begin the scenario again from its cover.", 9),
        Action("screen.systems", "d,f2", "d", "desk", "The teaching systems, to use by hand.", 6),
        Action("screen.studio", "e,f4", "e", "write", "Write in the scenario's files.", 9),
        Action("screen.exercises", "x,f5", "x", "exercises", "The scenario's exercises.", 4),
        Action("screen.lessons", "l,f6", "l", "lessons", "The course, lesson by lesson.", 4),
        Action("screen.review", "r,f7", "r", "review", "Today's review: at most ten.", 5),
        Action("screen.progress", "p,f8", "p", "progress", "What is done, what is due.", 5),
        Action("app.quit", "q,f10", "q", "leave", "Leave the program.", 3),
    ),
    Place.WALK: (
        Action("screen.forward", "enter,space", "⏎", "on", "More of this page, or on.", 1),
        Action("screen.past", "right", "→", "", "Go on, past what stands below."),
        Action("screen.back", "backspace,left", "⌫", "back", "Go back one step.", 3),
        Action(
            "screen.document",
            "d,f2",
            "d",
            "document",
            "Read the document, this page's words lit.",
            5,
        ),
        Action("screen.sheet", "s,f4", "s", "sheet", "Play the clerk's sheet line by line.", 4),
        Action("screen.map", "m,f3", "m", "map", "Who can read what, where.", 6),
        Action("screen.copies", "c,f5", "c", "copies", "The numbered copies and their holders."),
        Action("screen.glossary", "g,f6", "g", "glossary", "What the words mean."),
        Action(
            "screen.proof", "e,f7", "e", "evidence", "Show or hide quotes, sources and doubts.", 7
        ),
        Action("screen.garbles", "x,f8", "x", "line", "Make the line worse, and good again.", 4),
        Action("screen.recipient", "w,f12", "w", "whom", "Choose who is told.", 4),
        Action("screen.clock", "t,f11", "t", "clock", "Simulated times on or off."),
        Action("screen.copy", "y,ctrl+y", "y", "copy", "Copy this page's text with its sources."),
        Action("screen.side", "tab,shift+tab", "⇥", "side", "Go to the other side.", 8),
        Action("screen.leave", "q,escape,f10", "q", "leave", "Go home; your place is kept.", 3),
        *(
            Action(f"screen.answer('{key}')", key, key, "", f"Choose option {key}.")
            for key in ("1", "2", "3", "4")
        ),
        *(
            Action(f"screen.scroll('{key}')", key, key, "", "Scroll the side marked ▸.")
            for key in ("up", "down", "pageup", "pagedown", "home", "end")
        ),
    ),
    Place.SHEET: (
        Action("screen.line", "enter,right,space", "⏎", "line", "Show the rest of this line.", 1),
        Action("screen.page", "p,f2", "p", "page", "Show the rest of this pad page.", 4),
        Action("screen.rest", "r,f3", "r", "rest", "Show the whole sheet.", 5),
        Action("screen.cover", "backspace,left", "⌫", "cover", "Cover the last line again.", 6),
        Action("screen.copy", "y,ctrl+y", "y", "copy", "Copy the sheet as text."),
        Action("screen.leave", "q,escape,f10", "q", "leave", "Back to the walk.", 3),
        *(
            Action(f"screen.predict('{key}')", key, key, "", "Predict the next figure.")
            for key in "0123456789"
        ),
        *(
            Action(f"screen.predict('{key}')", key, key, "", help_)
            for key, help_ in (
                ("b", "Predict: the next word is in the book."),
                ("s", "Predict: the next word is spelled."),
                ("f", "Predict: the next thing is figures."),
                ("o", "Predict: the next thing is something else."),
            )
        ),
    ),
    Place.SYSTEMS: (
        Action("screen.open", "enter", "⏎", "open", "Take this system to the desk.", 1),
        Action("screen.leave", "escape,f10", "Esc", "back", "Back.", 3),
        Action("screen.up", "up", "↑", "", "Go up the list, while typing too."),
        Action("screen.down", "down", "↓", "", "Go down the list, while typing too."),
    ),
    Place.BENCH: (
        Action("screen.turn", "f2", "F2", "turn", "Encipher or decipher; the result goes back.", 1),
        Action("screen.example", "f3", "F3", "example", "Fill in a published example.", 4),
        Action("screen.sheet", "f4", "F4", "sheet", "Read the clerk's sheet.", 5),
        Action("screen.then", "f5", "F5", "chain", "Send the result on through another system.", 6),
        Action("screen.about", "f8", "F8", "about", "Rule, source, traps, alphabets.", 7),
        Action("screen.undo", "f9", "F9", "undo", "Take the last step off the chain."),
        Action("screen.save", "ctrl+s", "^s", "save", "Save the sheet, or the recipe.", 7),
        Action("screen.copy", "ctrl+o", "^o", "copy", "Copy the result."),
        Action("screen.leave", "escape,f10", "Esc", "back", "Back to the systems.", 3),
    ),
    Place.NAMING: (Action("screen.leave", "escape,f10", "Esc", "back", "Back without saving.", 1),),
    Place.FIRST: (
        Action("screen.leave", "escape,q,f10", "Esc", "skip", "Skip this; it stays away.", 1),
        Action("screen.home", "enter", "⏎", "", "Go home, once the group is there."),
        *(
            Action(f"screen.figure('{key}')", key, key, "", "Write a figure, or choose.")
            for key in "0123456789"
        ),
    ),
    Place.EXERCISES: (
        Action("screen.open", "enter", "⏎", "open", "Do the exercise, where you left it.", 1),
        Action("screen.leave", "escape,f10", "Esc", "back", "Back.", 3),
        Action("screen.up", "up", "↑", "", "Go up the list, while typing too."),
        Action("screen.down", "down", "↓", "", "Go down the list, while typing too."),
    ),
    Place.EXERCISE: exercise_keys.EXERCISE,
    Place.SURE: exercise_keys.SURE,
    Place.RULE: exercise_keys.RULE,
    Place.MARKS: exercise_keys.MARKS,
    Place.DONE: exercise_keys.DONE,
    Place.GRID: (
        Action("focused.move(-1)", "left", "←", "", "One figure back."),
        Action("focused.move(1)", "right,space", "→", "", "One figure on."),
        Action("focused.group(1)", "tab", "⇥", "", "To the next group; after the last, the field."),
        Action("focused.group(-1)", "shift+tab", "⇤", "", "To the group before."),
        Action("focused.row(-1)", "up", "↑", "", "To your row above."),
        Action("focused.row(1)", "down", "↓", "", "To your row below; after the last, the field."),
        Action("focused.end(0)", "home,ctrl+a", "Home", "", "To the first figure of the row."),
        Action("focused.end(1)", "end,ctrl+e", "End", "", "To the last figure of the row."),
        Action("focused.rub_out", "backspace", "⌫", "", "Rub out this figure, or the one before."),
        Action("focused.clear", "delete", "Del", "", "Rub out this figure."),
        Action("focused.empty", "ctrl+u", "^u", "", "Rub out the whole row."),
        Action("focused.turn(1)", "plus,full_stop", "+", "", "The next page of the pad."),
        Action("focused.turn(-1)", "minus,comma", "-", "", "The page of the pad before."),
    ),
    Place.LOOKUP: (
        Action("screen.leave", "escape,f10,f11", "Esc", "back", "Back to the exercise.", 1),
    ),
    Place.REVIEW: (
        Action("screen.forward", "enter,space,f2", "⏎", "on", "Go on with the review.", 1),
        Action("screen.leave", "q,escape,f10", "q", "leave", "Leave; what is left waits.", 3),
    ),
    Place.CHECK: (
        Action("screen.forward", "enter,space,f2", "⏎", "on", "Go on with the check.", 1),
        Action("screen.leave", "q,escape,f10", "q", "leave", "Leave the check.", 3),
    ),
    Place.PROGRESS: (
        Action("screen.review", "enter,r,f7", "⏎", "review", "Today's review: at most ten.", 4),
        Action("screen.leave", "q,escape,backspace,f10", "q", "leave", "Back.", 1),
    ),
    Place.LESSONS: (
        Action("screen.open", "enter", "⏎", "open", "Open the lesson, where you left it.", 1),
        Action("screen.exercises", "x,f5", "x", "exercises", "All exercises of the course.", 4),
        Action("screen.check", "k,f4", "k", "check", "See whether you know a lesson already.", 5),
        Action("screen.leave", "q,escape,f10", "q", "leave", "Back.", 3),
    ),
    Place.LESSON: (
        Action(
            "screen.forward", "enter,space", "⏎", "on", "More of it; do what is to be done; on.", 1
        ),
        Action("screen.past", "right,f2", "→", "past", "Go on without doing it.", 4),
        Action("screen.back", "backspace,left,f3", "⌫", "back", "Go back one page.", 4),
        Action("screen.document", "d,f8", "d", "document", "Read the document.", 7),
        Action("screen.claims", "c,f9", "c", "claims", "What can be shown, with its proof."),
        Action("screen.book", "b,f11", "b", "book", "Look a word or group up in the book.", 6),
        Action("screen.glossary", "g,f12", "g", "words", "What the words mean.", 7),
        Action("screen.leave", "q,escape,f10", "q", "leave", "Leave; your place is kept.", 3),
        *(
            Action(f"screen.answer('{key}')", key, key, "", f"Choose option {key}.")
            for key in ("1", "2", "3", "4")
        ),
        *(
            Action(f"screen.scroll('{key}')", key, key, "", "Scroll the page.")
            for key in ("up", "down", "pageup", "pagedown", "home", "end")
        ),
    ),
    Place.FINDINGS: (
        Action("screen.leave", "q,escape,enter,f10", "q", "view", "Back to the last good view.", 1),
        Action("screen.studio", "e,f4", "e", "write", "Write in the scenario's files.", 3),
    ),
    Place.STUDIO: (
        Action("screen.save", "ctrl+s,f2", "^s", "save", "Save the file, and check anew.", 1),
        Action("screen.finding('1')", "f3", "F3", "next", "Jump to the next finding's place.", 4),
        Action("screen.finding('-1')", "shift+f3", "⇧F3", "", "Jump to the finding before."),
        Action("screen.explain", "f4", "F4", "explain", "What this finding's code means.", 5),
        Action(
            "screen.mend", "f6", "F6", "mend", "Carry the finding's cure out.", 6, priority=True
        ),
        Action("screen.form", "f5", "F5", "form", "Fill in a claim, stage, party, field ...", 6),
        Action("screen.file", "f8", "F8", "file", "Choose another file of the folder.", 7),
        Action("screen.pane", "f9", "F9", "pane", "Findings, file, student's view in turn.", 3),
        Action("screen.page('-1')", "f11", "F11", "", "The student's page before."),
        Action("screen.page('1')", "f12", "F12", "", "The student's next page."),
        Action("screen.preview", "ctrl+r", "^r", "view", "The student's walk, whole.", 7),
        Action("screen.leave", "escape,f10", "Esc", "leave", "Leave; unsaved text is kept.", 3),
    ),
    Place.CHOOSING: (Action("screen.leave", "escape,f10", "Esc", "back", "Choose nothing.", 1),),
    Place.FILLING: (
        Action("screen.take", "ctrl+s,f2", "^s", "take", "Put what is filled in into the file.", 1),
        Action("screen.leave", "escape,f10", "Esc", "back", "Back, and change nothing.", 3),
    ),
    Place.READING: (
        Action("screen.leave", "q,escape,enter,backspace,left,f10", "q", "leave", "Back.", 1),
        Action("screen.copy", "y,ctrl+y", "y", "copy", "Copy this text.", 4),
    ),
}


# The preview is the walk with two keys more.
ACTIONS[Place.PREVIEW] = (
    Action("screen.findings", "f,f9", "f", "findings", "What is to be mended, with places.", 4),
    Action("screen.studio", "i,ctrl+o", "i", "write", "Write in the scenario's files.", 4),
    *ACTIONS[Place.WALK],
)


# The questions beside an exercise are asked on its own screen.
ASKED = (Place.SURE, Place.RULE, Place.MARKS, Place.DONE)


def bindings(*places: Place) -> list[Binding]:
    """Return the bindings of one screen, which may be several places in turn."""
    actions = {action.name: action for place in reversed(places) for action in ACTIONS[place]}
    return [
        Binding(
            action.keys,
            action.name,
            action.word or action.help,
            show=bool(action.rank),
            priority=action.priority,
            tooltip=action.help,
        )
        for action in actions.values()
    ]


def help_rows(
    place: Place,
    *,
    everywhere: bool = True,
    typing: bool = False,
    without: Collection[str] = (),
    instead: Mapping[str, str] | None = None,
) -> list[tuple[str, str]]:
    """Return keys and sentences of a place for the help, rows of equal meaning joined.

    Actions that have nothing to do now are left out, and while somebody is `typing` the keys that
    would be written; `instead` has other keys for some.
    """
    rows: dict[str, str] = {}
    for action in (*ACTIONS[place], *ACTIONS[Place.EVERYWHERE] * everywhere):
        if action.name in without:
            continue
        keys = " ".join(action.keys_where(typing=typing))
        keys = (instead or {}).get(action.name, keys)
        if not keys:
            continue
        rows[action.help] = f"{rows[action.help]} {keys}" if action.help in rows else keys
    return [(keys, sentence) for sentence, keys in rows.items()]
