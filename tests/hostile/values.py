"""Values of another type, keys renamed or doubled, other formats."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hostile.spoiling import Case, Spoil, put

VALUES = {
    "number": "5", "zeros": "03305", "float": "1.5", "yes": "true", "date": "1950-07-13",
    "time": "12:15:00", "list": '["a", "b"]', "table": "{ a = 1 }", "empty": '""', "nan": "nan",
    "infinite": "-inf", "negative": "-1", "nested": "[[[]]]", "bare": "no", "none": "",
}  # fmt: skip
KEYS = (
    ("scenario.toml", "format"), ("scenario.toml", "id"), ("scenario.toml", "version"),
    ("scenario.toml", "minutes"), ("scenario.toml", "authors"), ("scenario.toml", "sha256"),
    ("scenario.toml", "telegram"), ("scenario.toml", "to"), ("scenario.toml", "count"),
    ("history.toml", "standing"), ("history.toml", "who"), ("history.toml", "after"),
    ("history.toml", "sure"), ("teaching.toml", "pad"), ("teaching.toml", "closing"),
    ("teaching.toml", "book"), ("teaching.toml", "text"), ("glossary.toml", "term"),
)  # fmt: skip


def _valued(file: str, key: str, value: str) -> Spoil:
    """Give a key another value, the first time it is written."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        changed, count = re.subn(rf"(?m)^{key} = .*$", lambda _: f"{key} = {value}", text, count=1)
        assert count, (file, key)
        path.write_text(changed, encoding="utf-8")

    return spoil


def _doubled(file: str, key: str) -> Spoil:
    """Write a key's line twice."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(rf"(?m)^({key} = .*)$", r"\1\n\1", text, count=1), encoding="utf-8")

    return spoil


def _renamed(file: str, key: str) -> Spoil:
    """Write a key with a slip of the pen."""
    return put(file, f"{key} = ", f"{key[:-1]}{key[-1] * 2} = ")


def _versions() -> Iterator[Case]:
    """Write other formats and versions."""
    for number, value in enumerate(
        ("0", "2", "99", "-1", '"1"', "1.0", "true", "1e9", "10000000000000000000000")
    ):
        for file in ("scenario.toml", "history.toml", "glossary.toml"):
            yield Case(f"ver-{number}-{file}", _valued(file, "format", value))
    for number, value in enumerate(
        ('"1"', '"1.0.0.0"', '"9999999999.0.0"', '"\\u001b[2J"', '"1.0.0-x"')
    ):
        yield Case(f"ver-content-{number}", _valued("scenario.toml", "version", value))


def value_cases() -> Iterator[Case]:
    """Give keys other values, write them wrongly or twice, and write other formats."""
    for number, (file, key) in enumerate(KEYS):
        for place, (name, value) in enumerate(VALUES.items()):
            if (number + place) % 3 == 0:
                spoil = _valued(file, key, value)
                yield Case(f"type-{file[0]}-{key}-{name}", spoil, walks=False)
    for file, key in KEYS:
        yield Case(f"mut-renamed-{file[0]}-{key}", _renamed(file, key), walks=False)
    for file, key in KEYS:
        yield Case(f"mut-doubled-{file[0]}-{key}", _doubled(file, key), walks=False)
    yield from _versions()
