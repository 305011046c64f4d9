"""The examples of the pages on codes, as changes of one tiny scenario."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

from program import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TINY = ROOT / "tests" / "tiny"
EXERCISES = "exercises.toml"
PAGES = ROOT / "docs" / "diagnostics"
_BLOCK = re.compile(r"^```(\S+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: what language, of which file, its text without the last line end."""

    language: str
    file: str
    text: str


def blocks(page: str, heading: str) -> list[Block]:
    """Return the fenced blocks below a heading of a page."""
    _, _, below = page.partition(f"\n## {heading}\n")
    below = re.split(r"^## ", below, maxsplit=1, flags=re.MULTILINE)[0]
    return [Block(b[1], b[2] or "", b[3].removesuffix("\n")) for b in _BLOCK.finditer(below)]


def tiny(folder: Path, *, exercises: bool = False) -> Path:
    """Copy the tiny scenario; its exercises, which are solved 200 times, only where asked for."""
    shutil.copytree(TINY, folder)
    if not exercises:
        (folder / EXERCISES).unlink()
    return folder


def wrong_example(code: str, folder: Path) -> Path:
    """Return the tiny scenario with the mistake of a page; its cured block stands there."""
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    wrong, right = blocks(page, "Example"), blocks(page, "Write instead")
    tiny(folder, exercises=any(block.file == EXERCISES for block in wrong))
    assert [block.file for block in wrong] == [block.file for block in right], code
    for before, after in zip(wrong, right, strict=True):
        if before.language == "sh":
            run(before, folder)
            continue
        path = folder / before.file
        text = path.read_text(encoding="utf-8")
        assert text.count(after.text) == 1, f"{code}: the cured lines stand once in {before.file}"
        path.write_text(text.replace(after.text, before.text), encoding="utf-8")
    return folder


def cure(code: str, folder: Path) -> None:
    """Carry out the cure of a page's example."""
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    for wrong, right in zip(blocks(page, "Example"), blocks(page, "Write instead"), strict=True):
        if right.language == "sh":
            run(right, folder)
            continue
        path = folder / right.file
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(wrong.text, right.text, 1), encoding="utf-8")


def run(block: Block, folder: Path) -> None:
    """Do what a block of shell does to the files of a folder."""
    subprocess.run(["/bin/sh", "-e", "-c", block.text], cwd=folder, check=True, timeout=20)
