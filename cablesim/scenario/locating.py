"""Where a key or a value stands in TOML text; the parser of the standard library does not say."""

from __future__ import annotations

from cablesim.scenario.scan.scanner import scan
from cablesim.scenario.scan.source import Expected, Path, Source

__all__ = ["Path", "Places"]


class Places:
    """The places of all heads, keys and values of one TOML text, by their paths."""

    def __init__(
        self, text: str, expected: Expected | None = None, source: Source | None = None
    ) -> None:
        self.source = scan(text, "", expected) if source is None else source

    def of(self, path: Path) -> tuple[int, int]:
        """Return line and column of a key or head, or of the nearest thing around it."""
        while path and path not in self.source.keys:
            path = path[:-1]
        return self.source.place(self.source.keys.get(path, 0))

    def value(self, path: Path) -> tuple[int, int]:
        """Return line and column of a value; where it has no place of its own, those of its key."""
        found = self.source.values.get(path)
        return self.of(path) if found is None else self.source.place(found)

    def written(self, path: Path) -> tuple[int, str] | None:
        """Return the offset and the text of a value that stands on one line, as it was written."""
        start = self.source.values.get(path)
        end = self.source.ends.get(path)
        return None if start is None or end is None else (start, self.source.text[start:end])
