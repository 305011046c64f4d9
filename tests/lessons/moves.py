"""A learner who walks as tests say: every move there is, each by one word."""

from __future__ import annotations

from cablesim.lessons.walk import Walk


def move(walk: Walk, what: str) -> None:
    """Make one move; a word that names none is an answer."""
    match what:
        case "on":
            walk.forward()
        case "back":
            walk.back()
        case "x":
            walk.next_garbles()
        case "w":
            walk.next_recipient()
        case "t":
            walk.set_clock(on=not walk.progress.choices.clock)
        case "again":
            walk.again()
        case _ if what.startswith("go "):
            walk.go(what.removeprefix("go "))
        case _:
            walk.answer(what)
