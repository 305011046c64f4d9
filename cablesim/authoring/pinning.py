"""Pinning: the hash of the document's bytes, written into `scenario.toml` by one small edit."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from cablesim.authoring.editing import set_value
from cablesim.authoring.writing import write_whole
from cablesim.errors import CablesimError
from cablesim.scenario.loading import DOCUMENT_FILE
from cablesim.scenario.places import HEAD
from cablesim.scenario.reading import read_folder
from cablesim.scenario.toml import read_toml


@dataclass(frozen=True, slots=True)
class Pin:
    """What the document's hash is, what is written down, and `scenario.toml` as it should be."""

    found: str
    written: str
    head: str

    @property
    def agrees(self) -> bool:
        """The document is the one that is pinned."""
        return self.found == self.written


def pin(path: Path) -> Pin:
    """Return the document's hash beside the one written down; nothing is changed.

    Raises `CablesimError` where the folder cannot be read or has no `[source]`.
    """
    folder = read_folder(path, (HEAD, DOCUMENT_FILE))
    head = folder.text(HEAD)
    source = read_toml(head, HEAD).get("source")
    if not isinstance(source, dict):
        raise CablesimError(f"{HEAD} has no table [source]; write one, then pin again")
    before = source.get("sha256")
    found = hashlib.sha256(folder.files[DOCUMENT_FILE]).hexdigest()
    after = head if found == before else set_value(head, ("source", "sha256"), found)
    return Pin(found, before if isinstance(before, str) else "", after)


def keep(path: Path, pinned: Pin) -> None:
    """Write the document's hash into `scenario.toml`; an agreeing one is left alone."""
    if not pinned.agrees:
        write_whole(path / HEAD, pinned.head.encode())
