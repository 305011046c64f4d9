"""What a student writes who goes wrong with a book and a pad: whole rows by named mistake."""

from __future__ import annotations

from typing import NamedTuple

from cablesim.exercises import figures
from cablesim.exercises.texts import BookText
from cablesim.scenario.exercise import BookTask


class Page(NamedTuple):
    """A pad page as a row of figures; `indicator` is its first group where it is sent in clear."""

    row: str
    indicator: str

    def additive(self, length: int, late: int = 0) -> str:
        """Return so many figures of additive, begun `late` figures behind their place."""
        start = len(self.indicator) + late
        return self.row[start : start + length]


def encoding_slips(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int, right: str
) -> dict[str, str]:
    """Return the rows of encoding by mistake: code groups, and the pad where it is added.

    `right` is the right row, indicator and all.
    """
    if not task.adds:
        found = dict(_looked_up(text))
    else:
        this = pages[page]
        found = _adding(task, text, pages, page, right[len(this.indicator) :])
        if task.codes:
            for name, row in _looked_up(text):
                found[name] = this.indicator + figures.plus(row, this.additive(len(row)))
    found["swapped"] = figures.neighbours_swapped(right, text.size)
    return found


def _looked_up(text: BookText) -> tuple[tuple[str, str], ...]:
    """Return the rows of looking up the wrong entry."""
    return (
        ("single-words", text.single_words),
        ("wrong-row", text.wrong_row),
        ("other-entry", text.other_entry),
    )


def _adding(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int, once: str
) -> dict[str, str]:
    """Return the rows of adding a pad by mistake; `once` is the row with the pad added."""
    row, size, this = text.row, text.size, pages[page]
    head, length = this.indicator, len(text.row)
    pad = this.additive(length)
    found = {
        "carried": head + figures.carried(row, pad, size),
        "subtracted": head + figures.minus(row, pad),
        "added-twice": head + figures.plus(once, pad),
        "not-added": head + row,
        "shifted": head + figures.plus(row, this.additive(length, size)),
    }
    if task.indicator:
        found["forgot-indicator"] = once
        found["added-indicator"] = head + figures.plus(row, this.row[:length])
    if len(pages) > 1:
        other = pages[(page + 1) % len(pages)]
        found["wrong-page"] = other.indicator + figures.plus(row, other.additive(length))
    return found


def decoding_slips(
    task: BookTask, text: BookText, pages: tuple[Page, ...], page: int, right: str
) -> dict[str, str]:
    """Return the rows of code groups that taking a pad off by mistake gives."""
    del right
    if not task.adds:
        return {}
    row, size, this = text.row, text.size, pages[page]
    length = len(row)
    pad = this.additive(length)
    cipher = figures.plus(row, pad)
    found = {
        "added": figures.plus(cipher, pad),
        "borrowed": figures.borrowed(cipher, pad, size),
        "not-taken-off": cipher,
        "shifted": figures.minus(cipher, this.additive(length, size)),
    }
    if task.indicator:
        found["added-indicator"] = figures.minus(cipher, this.row[:length])
    if len(pages) > 1:
        other = pages[(page + 1) % len(pages)]
        found["wrong-page"] = figures.minus(cipher, other.additive(length))
    if not task.codes:
        found["swapped"] = figures.neighbours_swapped(row, size)
    return found


def names_of(task: BookTask) -> tuple[str, ...]:
    """Return the named mistakes of a task, whatever is drawn."""
    found: list[str] = []
    if task.adds and task.encodes:
        found += ["carried", "subtracted", "added-twice", "not-added", "shifted"]
    elif task.adds:
        found += ["added", "borrowed", "not-taken-off", "shifted"]
    if task.adds and task.indicator:
        found += ["forgot-indicator"] * task.encodes + ["added-indicator"]
    if task.adds and task.pages > 1:
        found.append("wrong-page")
    if task.codes:
        found += ["single-words"] * task.encodes + ["wrong-row", "other-entry"]
    if task.codes and task.adds and not task.encodes:
        found.append("not-looked-up")
    if task.encodes or not task.codes:
        found.append("swapped")
    return tuple(found)
