"""Whatever an import holds, it is taken or refused, and every command after it works."""

from __future__ import annotations

import hashlib
import io
import json
from typing import TYPE_CHECKING

import pytest
from pupils import at

from cablesim.__main__ import guarded
from cablesim.lessons.acts import KINDS
from cablesim.lessons.entry import Entry, Event
from cablesim.lessons.folders import LAY_IN
from cablesim.lessons.learner import LEARNER
from cablesim.lessons.merging import FORGOTTEN
from cablesim.lessons.progress import StepKind
from cablesim.lessons.transfer import exported
from cablesim.lessons.whereabouts import FIRST, KIND, THEME

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ID = "stalin-zhou-3305"
SCENARIOS = (ID, "first-steps", "ten-lessons", "cablesim", "nowhere")
KNOWN = (*sorted(KINDS), *StepKind, FORGOTTEN, LAY_IN, LEARNER, FIRST, KIND, THEME, "bench", "x")
FIELDS = (
    *("exercise", "number", "student", "engine", "draw", "files", "skill", "level", "for", "text"),
    *("confidence", "hint", "answer", "read", "score", "mistakes", "name", "value", "scenario"),
    *("item", "folder", "system", "direction", "parameters"),
)
VALUES = {
    "nothing": "",
    "a control sign": "\x1b]52;c;eA==\x07\x00",
    "half a sign": "\ud800",
    "signs that turn": "\u202e\u2066",
    "very many figures": "9" * 5000,
    "many figures": "9" * 900,
    "more than all": "1e999",
    "a long text": "a " * 2000,
    "a long path": "/" + "a" * 5000,
    "a path": "/elsewhere/../etc",
    "lines": "1\n\n.\nq\n",
    "markup": "[red]x[/] <b> {a} %s",
}
COMMANDS = (
    (("progress",), ""),
    (("progress", "--json"), ""),
    (("progress", "dump"), ""),
    (("progress", "dump", "--json"), ""),
    (("review", "--json"), ""),
    (("review", "--plain"), "1\n1\nhint\nshow\nq\n"),
    (("do", ID, "copies", "--plain"), "1\n1\nhint\nq\n"),
    (("walk", ID, "--ask"), "\n1\n\nq\n"),
    (("learn", "1", "--plain"), "\n1\nq\n"),
)


def events_with(value: str) -> Iterator[Event]:
    """Return one event of every kind in every scenario, with one value in every field."""
    number = 0
    for scenario in SCENARIOS:
        for kind in KNOWN:
            for fixed in ({}, {"exercise": "copies", "number": "0"}, {"name": "seed"}):
                number += 1
                detail = {**dict.fromkeys(FIELDS, value), **fixed}
                yield Event(f"{number:032x}", number, at(), Entry(scenario, "1.0.0", kind, detail))


@pytest.mark.parametrize("name", VALUES)
def test_every_command_works_after_any_value_in_any_field(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CABLESIM_HOME", str(tmp_path / "h"))
    file = tmp_path / "f"
    file.write_text(exported(tuple(events_with(VALUES[name]))), encoding="utf-8")
    export = ("progress", "export", str(tmp_path / "e"))
    for words, typed in ((("progress", "import", str(file)), ""), *COMMANDS, (export, "")):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = guarded(list(words))
        shown = capsys.readouterr()
        assert code == 0, f"{words}: {shown.err}"
        hidden = {sign for sign in shown.out + shown.err if not sign.isprintable()} - {"\n", "\t"}
        assert not hidden, f"{words}: {hidden}"
    monkeypatch.setenv("CABLESIM_HOME", str(tmp_path / "i"))
    assert guarded(["progress", "import", str(tmp_path / "e")]) == 0


WRONG: tuple[object, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**18, -(10**30), "", "x", "\ud800", "9" * 40),
    *([], {}, [1], {"a": {}}, {"a": [[]]}, {"a": 1}, {"a": None}),
)


@pytest.mark.parametrize("field", ["id", "turn", "at", "scenario", "version", "kind", "detail"])
@pytest.mark.parametrize("place", range(len(WRONG)))
def test_any_type_in_any_field_is_taken_or_refused_and_is_never_a_bug(
    field: str, place: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    event = {
        "id": "0" * 32,
        "turn": 1,
        "at": at(),
        "scenario": "s",
        "version": "1",
        "kind": "went",
        "detail": {},
        field: WRONG[place],
    }
    check = hashlib.sha256(json.dumps(event, sort_keys=True).encode() + b"\n").hexdigest()
    head = {"cablesim": "progress", "format": 1, "events": 1, "check": check}
    file = tmp_path / "f"
    file.write_text(f"{json.dumps(head)}\n{json.dumps(event)}\n", encoding="utf-8")
    code = guarded(["progress", "import", str(file)])
    said = capsys.readouterr().err
    fits = {"at": str, "scenario": str, "version": str, "kind": str, "detail": dict}
    sound = isinstance(WRONG[place], fits.get(field, list)) and WRONG[place] != "\ud800"
    if field == "detail":
        sound = WRONG[place] == {}
    elif field not in fits:
        sound = False
    assert code == (0 if sound else 2), said
    assert sound or "line 2" in said
