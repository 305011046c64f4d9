"""TOML lines of a draft, with the marks that tell an author what is guessed and what is missing."""

from __future__ import annotations

from collections.abc import Iterable

from cablesim.authoring.editing import Value, written

PROPOSED = "# proposed, please confirm"
FILL_IN = "# to fill in"


def key(name: str, value: Value, mark: str = "") -> str:
    """Return one line; the mark stands behind the value."""
    behind = f"  {mark}" if mark else ""
    return f"{name} = {written(value)}{behind}"


def head(name: str, mark: str = "") -> list[str]:
    """Return the head of one more table of a list, a blank line before it."""
    return ["", f"[[{name}]]{'  ' + mark if mark else ''}"]


def section(title: str) -> list[str]:
    """Return a heading for people."""
    return ["", f"# {'-' * 60} {title}"]


def remarks(sentences: Iterable[str]) -> list[str]:
    """Return sentences as remarks; a remark holds no sign that TOML refuses in one."""
    return [f"# {''.join(s if s.isprintable() else ' ' for s in each)}" for each in sentences]


def text_of(lines: Iterable[str]) -> str:
    """Return lines as the text of a file."""
    return "\n".join(lines) + "\n"
