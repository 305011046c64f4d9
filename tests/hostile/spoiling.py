"""A way to spoil a sound folder, and how a file of it is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Spoil = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Case:
    """One way to spoil a folder; `walks` where the walk is tried as well as the check."""

    name: str
    spoil: Spoil
    walks: bool = True

    @property
    def kind(self) -> str:
        """The kind that the name begins with."""
        return self.name.partition("-")[0]


def put(file: str, old: str, new: str) -> Spoil:
    """Write something instead of the first place where a text stands in a file."""

    def spoil(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogatepass"))

    return spoil


def whole(file: str, content: bytes | str) -> Spoil:
    """Write a whole file anew."""
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return lambda folder: _write(folder / file, data)


def _write(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    path.write_bytes(data)


def escaped(text: str) -> str:
    """Return a text as it is written between the quotes of a TOML text, all signs by number."""
    return "".join(f"\\U{ord(sign):08x}" for sign in text)
