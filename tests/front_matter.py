"""The front matter of the invented telegrams: the few forms of YAML that they use."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

Data: TypeAlias = "str | int | bool | list[Data] | dict[str, Data]"
SPECIMENS = Path(__file__).parent / "specimens"


def expected(name: str) -> dict[str, Data]:
    """Return what a specimen's front matter says is to be read."""
    head = (SPECIMENS / name).read_text(encoding="utf-8").split("---\n")[1]
    lines = head.split("\n")
    start, end = (
        lines.index("expected:") + 1,
        next(n for n, line in enumerate(lines) if line.startswith("licence:")),
    )
    block, _ = _block([line for line in lines[start:end] if line.strip()], 0, 2)
    assert isinstance(block, dict)
    return block


def _scalar(text: str) -> Data:
    text = text.strip()
    if text.startswith('"'):
        return text.strip('"')
    if text in {"true", "false"}:
        return text == "true"
    return int(text) if text.isdigit() else text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(lines: list[str], at: int, indent: int) -> tuple[Data, int]:
    """Read a table or a list that begins at a line."""
    if lines[at].lstrip().startswith("- "):
        return _list(lines, at, _indent(lines[at]))
    table: dict[str, Data] = {}
    while (
        at < len(lines) and _indent(lines[at]) == indent and not lines[at].lstrip().startswith("- ")
    ):
        key, _, rest = lines[at].strip().partition(":")
        at += 1
        if rest.strip():
            table[key] = _scalar(rest)
        else:
            table[key], at = _block(lines, at, _indent(lines[at]))
    return table, at


def _list(lines: list[str], at: int, indent: int) -> tuple[Data, int]:
    """Read a list, or a list of lists."""
    items: list[Data] = []
    while at < len(lines) and _indent(lines[at]) == indent and lines[at].lstrip().startswith("- "):
        rest = lines[at].lstrip()[2:]
        if rest.startswith("- "):
            lines = [*lines[:at], " " * (indent + 2) + rest, *lines[at + 1 :]]
            inner, at = _list(lines, at, indent + 2)
            items.append(inner)
        else:
            items.append(_scalar(rest))
            at += 1
    return items, at
