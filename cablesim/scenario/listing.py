"""The scenarios at hand as cards, read from their heads alone: no checking, quick to start."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from cablesim.scenario.finding import ScenarioError
from cablesim.scenario.places import HEAD, folders
from cablesim.scenario.reading import read_folder
from cablesim.scenario.toml import Table, read_toml


@dataclass(frozen=True, slots=True)
class Card:
    """What the list shows of a scenario, and where it lies."""

    id: str
    title: str
    minutes: int
    language: str
    version: str
    path: Path


def listing() -> tuple[Card, ...]:
    """Return a card for every scenario that ships; one that cannot be read says so in its title."""
    return tuple(_card(path) for path in folders())


def _card(path: Path) -> Card:
    """Return the card of one folder."""
    try:
        head = read_toml(read_folder(path, (HEAD,)).text(HEAD), HEAD)
    except ScenarioError as error:
        return Card(path.name, f"cannot be read: {error}", 0, "", "", path)
    minutes = head.get("minutes")
    return Card(
        path.name,
        _text(head, "title"),
        minutes if isinstance(minutes, int) else 0,
        _text(head, "lang"),
        _text(head, "version"),
        path,
    )


def _text(head: Table, key: str) -> str:
    """Return a text of the head, or nothing."""
    value = head.get(key)
    return value if isinstance(value, str) else ""
