"""Scenarios made from invented telegrams, so that nothing is tuned to one text."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from cablesim.scenario.places import resolve

HERE = Path(__file__).parent
PARTIES = (
    ("originator", "originator", "The Director", "moscow"),
    ("office", "cipher office", "Sixth Section", "moscow"),
    ("post", "embassy", "The consulate", "beijing"),
    ("consul", "ambassador", "Reed", "beijing"),
    ("tarn", "addressee", "Anna Tarn", "beijing"),
    ("holm", "addressee", "Piet Holm", "beijing"),
)
STAGES = (
    ("sign", "originator", "moscow"),
    ("register", "office", "moscow"),
    ("encode", "office", "moscow"),
    ("encipher", "office", "moscow"),
    ("send", "office", "line"),
    ("receive", "post", "beijing"),
    ("repair", "post", "beijing"),
    ("decipher", "post", "beijing"),
    ("decode", "post", "beijing"),
    ("hand", "consul", "beijing"),
    ("deliver", "consul", "beijing"),
    ("report", "consul", "beijing"),
    ("copies", "office", "moscow"),
)
# The one claim of every invented telegram, line by line.
GAP = (
    "[[claim]]",
    'id = "c-gap"',
    'standing = "gap"',
    'text = "Nothing is known of it."',
    'asks = "Who made it up?"',
)


def specimen_names() -> list[str]:
    """Return the names of the invented telegrams."""
    return sorted(path.name for path in (HERE / "specimens").glob("S*.txt"))


def specimen(name: str) -> str:
    """Return the text of an invented telegram, without its front matter."""
    return (HERE / "specimens" / name).read_text(encoding="utf-8").split("---\n", 2)[2]


def quoted(text: str) -> str:
    """Return a text as a TOML text."""
    return json.dumps(text, ensure_ascii=False)


def make_folder(
    folder: Path, text: str, copies: tuple[tuple[str, int], ...] = (("originator", 2),)
) -> Path:
    """Write a whole scenario around an invented text, with the shipped practice book."""
    folder.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    last = max(text.count("\n"), 1)
    (folder / "document.txt").write_bytes(data)
    (folder / "scenario.toml").write_text(_head(data, last, copies), encoding="utf-8")
    (folder / "history.toml").write_text(_history(), encoding="utf-8")
    (folder / "teaching.toml").write_text(_teaching(last), encoding="utf-8")
    (folder / "glossary.toml").write_text(
        'format = 1\n[[term]]\nterm = "pad"\ntext = "Figures."\nteaching = true\n', encoding="utf-8"
    )
    (folder / "walk.md").write_text("# cover\n\nRead it. {task}\n", encoding="utf-8")
    shutil.copy(resolve("stalin-zhou-3305") / "codebook.toml", folder / "codebook.toml")
    return folder


def head(data: bytes, telegram: str, name: str = "invented", lang: str = "en") -> list[str]:
    """Return what every head says of itself and its source; `telegram` is a TOML value."""
    return [
        f'id = "{name}"',
        'version = "1.0.0"',
        'title = "An invented telegram"',
        f'lang = "{lang}"',
        "minutes = 5",
        'authors = ["nobody"]',
        'licence = "CC0-1.0"',
        "[source]",
        'file = "document.txt"',
        f'sha256 = "{hashlib.sha256(data).hexdigest()}"',
        'encoding = "utf-8"',
        'kind = "invented"',
        'edition = "No edition"',
        f"telegram = {telegram}",
        "[rights]",
        'statement = "Invented, free to use."',
    ]


def _head(data: bytes, last: int, copies: tuple[tuple[str, int], ...]) -> str:
    """Return `scenario.toml`."""
    lines = ["format = 1", *head(data, f"{{ first = 1, last = {last} }}")]
    for name, role, label, place in PARTIES:
        lines += ["[[party]]", f'id = "{name}"', f'role = "{role}"', f'name = "{label}"']
        lines += [f'place = "{place}"']
    for holder, count in copies:
        lines += ["[[copy]]", f'to = "{holder}"', f"count = {count}", 'claims = ["c-gap"]']
    return "\n".join(lines) + "\n"


def _history() -> str:
    """Return `history.toml`."""
    lines = ["format = 1", *GAP]
    before = ""
    for name, who, where in STAGES:
        after = "sign" if name == "copies" else before
        lines += ["[[stage]]", f'id = "{name}"', f'title = "At {name}"', f'who = "{who}"']
        lines += [f'where = "{where}"', f"after = {json.dumps([after] if after else [])}"]
        lines += ['sure = ["c-gap"]']
        before = name
    return "\n".join(lines) + "\n"


def _teaching(last: int) -> str:
    """Return `teaching.toml`."""
    return f"""format = 1
banner = "Invented for practice."
text = {{ first = 1, last = {last} }}
pad = {{ pages = 60, groups = 60 }}
closing = {{ serial = 7, day = 9 }}
[[cipher]]
id = "practice-book"
title = "Book and pad"
book = "codebook.toml"
[[cipher.step]]
id = "code"
does = "book"
text = "Look up."
"""


def with_notes(folder: Path) -> Path:
    """Write a whole scenario with one small exercise, the answer of which begins with an order."""
    make_folder(folder, "AN INVENTED TEXT.\n")
    notes = small_exercise("notes", "What is it called?", 'answer = "note of hand"')
    (folder / "exercises.toml").write_text(f"format = 1\n{notes}", encoding="utf-8")
    return folder


def small_exercise(
    name: str, prompt: str = "How many?", answer: str = "answer = 3", score: float = 1.0
) -> str:
    """Return a small exercise as an author writes it, with all that one should have."""
    return f"""
[[exercise]]
id = "{name}"
kind = "number"
skill = "inference"
points = 1
prompt = "{prompt}"
{answer}
hints = ["Look once more."]
explain = "So it is."

[[exercise.test]]
give = "right"
score = {score}
"""
