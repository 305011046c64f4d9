"""A record as a file to take elsewhere: JSON lines, UTF-8, readable by a person.

The first line says what the file is, its format, how many events follow and a check over them;
each other line is one event. White space, line ends and the order of keys may change on the way;
a file that was cut, changed or made by a newer program is refused whole.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from cablesim.errors import CablesimError
from cablesim.lessons.entry import Entry, Event
from cablesim.lessons.files import named

FORMAT = 1
KIND = "progress"
LARGEST_FILE = 50_000_000
# More than any clock can show and any learner can add to it, so what was written can be read.
LAST_TURN = 10**16
_IDENTITY = re.compile(r"[0-9a-f]{32}")
_HALF = re.compile("[\ud800-\udfff]")
_PLAINEST = json.JSONEncoder(sort_keys=True).encode
_HEAD = frozenset({"cablesim", "format", "events", "check"})
_EVENT = frozenset({"id", "turn", "at", "scenario", "version", "kind", "detail"})
Json = str | int | dict[str, str]


class TransferRefused(CablesimError):  # noqa: N818 - the name says what happened.
    """A file cannot be written or taken over; nothing was changed."""


def event_json(event: Event) -> dict[str, Json]:
    """Return an event as data."""
    entry = event.entry
    return {
        "id": event.id,
        "turn": event.turn,
        "at": event.at,
        "scenario": entry.scenario,
        "version": entry.version,
        "kind": entry.kind,
        "detail": dict(entry.detail),
    }


def _check(events: Iterable[Event]) -> str:
    """Return the check over events: SHA-256 of their plainest form, one a line."""
    digest = hashlib.sha256()
    for event in events:
        digest.update(_PLAINEST(event_json(event)).encode("ascii") + b"\n")
    return digest.hexdigest()


def _line(data: object) -> str:
    """Return one line of JSON: readable, with every hidden sign escaped."""
    text = json.dumps(data, ensure_ascii=False)
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else json.dumps(sign)[1:-1] for sign in text)


def exported(events: Sequence[Event]) -> str:
    """Return the text of a file that holds the events."""
    head = {"cablesim": KIND, "format": FORMAT, "events": len(events), "check": _check(events)}
    return "".join(_line(data) + "\n" for data in (head, *map(event_json, events)))


def write_new(path: Path, text: str) -> None:
    """Write a new file, whole or not at all, for its owner alone.

    Raises TransferRefused where there is one already.
    """
    taken = f"{path} is there already and was left as it is; name another file"
    if path.exists() or path.is_symlink():
        raise TransferRefused(taken)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        named(Path(name), path)
    except FileExistsError as error:
        raise TransferRefused(taken) from error
    finally:
        Path(name).unlink(missing_ok=True)


def read_file(path: Path) -> tuple[Event, ...]:
    """Return the events of a file; raise TransferRefused where it is not what `exported` makes."""
    if not path.is_file():
        raise TransferRefused(f"{path} is no file; name one that `progress export` wrote")
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
    try:
        return imported(data)
    except TransferRefused as refusal:
        raise TransferRefused(f"{path}: {refusal}; nothing was taken over") from refusal


def imported(data: bytes) -> tuple[Event, ...]:
    """Return the events that the bytes of a file hold, in its order."""
    if len(data) > LARGEST_FILE:
        raise TransferRefused(f"it is larger than {LARGEST_FILE:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TransferRefused(f"it is no UTF-8 text (byte {error.start})") from error
    lines = [(n, line) for n, line in enumerate(io.StringIO(text), 1) if line.strip()]
    if not lines:
        raise TransferRefused("it is empty")
    count, check = _head(_object(*lines[0]))
    if len(lines) - 1 != count:
        raise TransferRefused(
            f"it holds {len(lines) - 1} events and says {count}, so it was cut or changed; "
            "export it again"
        )
    events = tuple(_event(number, _object(number, line)) for number, line in lines[1:])
    if len({event.id for event in events}) != count:
        raise TransferRefused("an event stands in it twice; export it again")
    if _check(events) != check:
        raise TransferRefused("its check does not fit, so it was changed; export it again")
    return events


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return the pairs of an object; raise ValueError where a key stands twice."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _object(number: int, line: str) -> dict[str, object]:
    """Read one line as a JSON object."""
    try:
        found = json.loads(line, object_pairs_hook=_pairs)
    except (ValueError, RecursionError) as error:
        raise TransferRefused(f"line {number} is no JSON of ours ({error})") from error
    if not isinstance(found, dict):
        raise TransferRefused(f"line {number} is no JSON object")
    return found


def _head(head: dict[str, object]) -> tuple[int, str]:
    """Return how many events follow, and the check over them."""
    if head.get("cablesim") != KIND:
        raise TransferRefused("it is no file that `cablesim progress export` wrote")
    found = head.get("format")
    if isinstance(found, int) and found > FORMAT:
        raise TransferRefused(
            f"it was written by a newer cablesim (format {found}, this program knows {FORMAT}); "
            "update cablesim"
        )
    count, check = head.get("events"), head.get("check")
    fits = set(head) == _HEAD and found == FORMAT and type(found) is type(count) is int
    if not fits or not isinstance(count, int) or not isinstance(check, str):
        raise TransferRefused("its first line is not as an export has it")
    return count, check


def _event(number: int, data: dict[str, object]) -> Event:
    """Return the event that a line holds."""
    turn, detail = data.get("turn"), data.get("detail")
    texts = [data.get(name) for name in ("id", "at", "scenario", "version", "kind")]
    identity, at, scenario, version, kind = (t if isinstance(t, str) else None for t in texts)
    if set(data) != _EVENT or not isinstance(detail, dict) or type(turn) is not int:
        raise TransferRefused(f"line {number} is no event")
    if identity is None or at is None or scenario is None or version is None or kind is None:
        raise TransferRefused(f"line {number} is no event")
    if _HALF.search(f"{at}{scenario}{version}{kind}"):
        raise TransferRefused(f"line {number} holds half a sign, which is no text")
    if not all(isinstance(value, str) for value in detail.values()):
        raise TransferRefused(f"line {number} holds a detail that is no text")
    if not _IDENTITY.fullmatch(identity) or not 0 < turn <= LAST_TURN:
        raise TransferRefused(f"line {number} has an identity or a turn that no event can have")
    return Event(identity, turn, at, Entry(scenario, version, kind, detail))
