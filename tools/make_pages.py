"""Write a page for each teaching system from its docstring, its parameters and its vectors.

    python tools/make_pages.py           # writes docs/systems/*.md
    python tools/make_pages.py --check   # says whether they are as they would be written

Every page shows a command and what it prints, run while the page is written.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from cablesim.codes import registry
from cablesim.lessons.bench import Bench, example_of, sheet_rows
from cablesim.systems.system import BAND, System
from cablesim.systems.vectors import Vector, shipped

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "systems"
MOST_ROWS = 14
MOST_SHOWN = 76


def page(system: System, vectors: list[Vector]) -> str:
    """Return the page of one system."""
    parts = [f"# {system.title}", f"`{system.name}`, family {system.family}. {BAND}"]
    parts += [_bold_start(paragraph) for paragraph in system.description]
    parts += ["## Parameters", "\n".join(_parameters(system))]
    example = example_of(system.name)
    if example.text:
        parts += ["## An example that runs", "\n".join(_example(example))]
    if vectors:
        parts += ["## What it is proved by", "\n".join(_proofs(vectors))]
    return "\n\n".join(parts) + "\n"


def _bold_start(paragraph: str) -> str:
    """Return a paragraph whose first words are marked."""
    start, colon, rest = paragraph.partition(": ")
    if not colon or len(start) >= MOST_ROWS * 2:
        return paragraph
    return f"**{start}.** {rest[:1].upper()}{rest[1:]}"


def _parameters(system: System) -> Iterator[str]:
    """Yield the table of parameters."""
    yield "| parameter | takes | without it | meaning |"
    yield "|---|---|---|---|"
    for parameter in system.parameters:
        takes = ", ".join(parameter.reader.choices) or parameter.reader.kind
        default = "needed" if parameter.required else parameter.shown_default or "none"
        default = default if default.strip() else "a blank"
        cells = (f"`{parameter.name}`", takes, default, parameter.meaning)
        yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"
    for name, values in system.presets.items():
        fixed = ", ".join(f"{key}={value}" for key, value in values.items())
        yield f"| `preset={name}` | | | {fixed} |"


def command_of(bench: Bench) -> str:
    """Return the command line that does what a bench does."""
    given = " ".join(f"-p {shlex.quote(f'{name}={value}')}" for name, value in bench.filled.items())
    return f"cablesim {bench.way.value} {bench.system} {given} {shlex.quote(bench.text)}".replace(
        "  ", " "
    )


def _example(bench: Bench) -> Iterator[str]:
    """Yield the command, its result and the beginning of its sheet."""
    outcome = bench.outcome()
    result = outcome.result
    yield f"```\n{command_of(bench)}\n```"
    yield ""
    more = "…" if len(result) > MOST_SHOWN else ""
    yield f"gives `{result[:MOST_SHOWN]}{more}`; its sheet begins"
    yield ""
    yield "```text"
    yield from (row[:MOST_SHOWN].rstrip() for row in islice(sheet_rows(outcome), MOST_ROWS))
    yield "```"


def _proofs(vectors: list[Vector]) -> Iterator[str]:
    """Yield a line for each vector with its source."""
    for vector in vectors:
        confirmed = (
            f"; confirmed by: {', '.join(vector.confirmed_by)}" if vector.confirmed_by else ""
        )
        yield f"- `{vector.id}`: {vector.source}{confirmed}"


def index(systems: list[System]) -> str:
    """Return the page that lists all others."""
    rows = [
        "# The teaching systems",
        "",
        BAND,
        "",
        "Made by `tools/make_pages.py`; do not edit.",
        "",
    ]
    family = ""
    for system in systems:
        if system.family != family:
            family = system.family
            rows += [f"## {family.capitalize()}", ""]
        rows.append(f"- [{system.title}]({file_of(system).name}). {system.description[0]}")
        if system is systems[-1] or systems[systems.index(system) + 1].family != family:
            rows.append("")
    return "\n".join(rows).rstrip() + "\n"


def file_of(system: System) -> Path:
    """Return the file of a system's page."""
    return PAGES / f"{system.name.replace('+', '-and-')}.md"


def pages() -> dict[Path, str]:
    """Return every page that there should be."""
    systems = [registry.system(name) for name in registry.names()]
    vectors = shipped()
    found = {
        file_of(system): page(system, [each for each in vectors if each.system == system.name])
        for system in systems
    }
    return {**found, PAGES / "README.md": index(systems)}


def main() -> int:
    """Write the pages, or compare them with those on disk."""
    wanted = pages()
    there = set(PAGES.glob("*.md"))
    if "--check" in sys.argv[1:]:
        differ = [
            path.name
            for path, text in wanted.items()
            if path not in there or path.read_text(encoding="utf-8") != text
        ]
        differ += [path.name for path in there - set(wanted)]
        print(
            f"to be written anew: {', '.join(differ)}"
            if differ
            else "the pages are as they are made"
        )
        return 1 if differ else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for path in there - set(wanted):
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")
    print(f"{len(wanted)} pages in {PAGES.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
