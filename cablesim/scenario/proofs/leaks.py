"""Leaks: what a sealed exercise asks for stands nowhere in the files that students are given."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cablesim.scenario.facts import Facts, Row
from cablesim.scenario.finding import Finding, shortened
from cablesim.scenario.locating import Path

SEALED = frozenset({"sealed", "graded"})
# A shorter answer, such as a number, stands everywhere by chance.
LEAST_SIGNS = 12
# Keys of an exercise that only the marking reads.
_KEPT = frozenset({"model", "answer", "accept", "test", "also", "right", "rubric"})
_READ_BACK = frozenset({"decode", "depth"})


def prove_leaks(facts: Facts) -> Iterator[Finding]:
    """Yield answers of sealed exercises that can be read elsewhere."""
    if not any(row.text("mode") in SEALED for row in facts.rows("marking")):
        return
    shown = list(_shown(facts))
    for exercise in facts.rows("exercise"):
        for path, answer in _answers(exercise):
            where = next((p for p, own, text in shown if _reads(answer, own, exercise, text)), "")
            if where:
                message = f"the answer '{shortened(answer)}' can be read at {where}"
                cure = "ask for something else, or take it out there"
                yield exercise.finding("L101", path[len(exercise.path) :], message, cure)


def _plain(text: str) -> str:
    """Return a text without capitals, signs and blanks of its own."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def _answers(exercise: Row) -> Iterator[tuple[Path, str]]:
    """Yield the answers of an exercise that are texts, as they are compared."""
    found = [*exercise.names("model"), *exercise.names("answer")]
    if exercise.text("kind") in _READ_BACK:
        found += [each for vary in exercise.rows("vary") for each in _all(vary, "plain")]
    for path, text in found:
        if len(_plain(text)) >= LEAST_SIGNS:
            yield path, _plain(text)


def _all(row: Row, key: str) -> Iterator[tuple[Path, str]]:
    """Yield the texts at a key, in lists of lists too."""
    yield from row.names(key)
    value = row.data.get(key)
    for number, each in enumerate(value if isinstance(value, list) else ()):
        if isinstance(each, list):
            path = (*row.path, key, number)
            yield from ((path, text) for text in each if isinstance(text, str))


def _reads(answer: str, owner: Path, exercise: Row, text: str) -> bool:
    """Tell whether a text gives an answer away; what is drawn in an exercise is its own."""
    own_draw = owner[: len(exercise.path)] == exercise.path and "vary" in owner
    return not own_draw and answer in text


def _shown(facts: Facts) -> Iterator[tuple[str, Path, str]]:
    """Yield every text that a student can read: its place in words, its path, its plain words."""
    for sheet in facts.sheets.values():
        for path, text in _texts(sheet.data, ()):
            if len(text) >= LEAST_SIGNS and not (_KEPT & set(path) and "exercise" in path):
                yield f"{sheet.file}:{sheet.places.value(path)[0]}", path, _plain(text)
    for number, line in enumerate(facts.walk_lines, 1):
        yield f"walk.md:{number}", (), _plain(line)


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text in a value with its path."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, (*path, str(key)))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts(each, (*path, number))
    elif isinstance(value, str):
        yield path, value
