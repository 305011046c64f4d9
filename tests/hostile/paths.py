"""Names of files that lie elsewhere, and things that are no files in the place of files."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from hostile.spoiling import Case, Spoil, escaped, put, whole


def _named(name: str) -> Spoil:
    """Name another file as the document and the book."""

    def spoil(folder: Path) -> None:
        put("scenario.toml", 'file = "document.txt"', f'file = "{escaped(name)}"')(folder)
        put("teaching.toml", 'book = "codebook.toml"', f'book = "{escaped(name)}"')(folder)

    return spoil


def _linked(file: str, target: str) -> Spoil:
    """Put a link in the place of a file."""

    def spoil(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).symlink_to(target)

    return spoil


def _moved(file: str, act: Callable[[Path, Path], object]) -> Spoil:
    """Move a file out of the folder and put something else in its place."""

    def spoil(folder: Path) -> None:
        outside = folder.parent / f"outside-{file}"
        (folder / file).rename(outside)
        act(folder / file, outside)

    return spoil


def _socket(path: Path, _outside: Path) -> None:
    """Make a socket; its path must be short, so it is made from within its folder."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def path_cases() -> Iterator[Case]:
    """Name files that lie elsewhere, and put things in the place of files."""
    for number, name in enumerate(
        (
            "../outside.txt", "/etc/passwd", "/dev/zero", "/proc/self/environ", "..", ".", "",
            "a/b", "a\\b", "C:\\x", "x\0y", "~/x", "$HOME/x", "document.txt/", "./document.txt",
            "DOCUMENT.TXT", "x" * 5_000, "-rf", "history.toml", "\x1b[2J", "file:///etc/passwd",
        )
    ):  # fmt: skip
        yield Case(f"path-named-{number}", _named(name))
    for file in ("document.txt", "history.toml", "teaching.toml", "codebook.toml", "walk.md"):
        yield Case(f"path-link-{file}", _linked(file, "/etc/passwd"))
        yield Case(f"path-zero-{file}", _linked(file, "/dev/zero"))
        yield Case(f"path-loop-{file}", _linked(file, file))
        yield Case(f"path-dangling-{file}", _linked(file, "nowhere"))
        yield Case(f"path-hard-{file}", _moved(file, lambda path, out: os.link(out, path)))
        yield Case(f"path-pipe-{file}", _moved(file, lambda path, _: os.mkfifo(path)))
        yield Case(f"path-socket-{file}", _moved(file, _socket))
        yield Case(f"path-folder-{file}", _moved(file, lambda path, _: path.mkdir()))
        yield Case(f"path-missing-{file}", _moved(file, lambda _, __: None))
        yield Case(f"path-empty-{file}", whole(file, b""))
        yield Case(f"path-bytes-{file}", whole(file, b"\xff\xfe\0\0\x80" * 40))
    yield Case("path-names", _odd_names)


def _odd_names(folder: Path) -> None:
    """Lay files with odd names beside the others."""
    for name in (b"\x1b[2J", b"\xff\xfe", "\u202egnp".encode(), b"a\nb.walk", b"x.walk"):
        (folder / os.fsdecode(name)).write_bytes(b"\x1b[2J\0\xff")
