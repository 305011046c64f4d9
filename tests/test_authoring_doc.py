"""The tutorial for authors is true: every block is written, every command run, in its order.

The words behind a block's fence say what it is: `FILE write` a whole file; `FILE append` lines for
its end; `FILE find` lines that stand in it once, and then `FILE instead` what takes their place, or
`FILE wrong CODE` a mistake, tried on a copy that must give that code and no other; `marks remove`;
`sh`, with `exit=N` where it is not 0; `says` lines of what the last command or mistake printed.
"""

from __future__ import annotations

import json
import re
import shlex
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from invented import specimen
from program import ROOT

from cablesim.__main__ import guarded

if TYPE_CHECKING:
    from collections.abc import Callable

PAGE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
STEPS, _, FORMS = PAGE.partition("\n## Other forms\n")
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FORM_NAMES = re.findall(r"^### (.+)$", FORMS, re.MULTILINE)
NAME = "my-telegram"


@dataclass
class Desk:
    """An author's desk: follows a page block by block in a folder of its own."""

    place: Path
    run: Callable[[str], tuple[int, str]]
    name: str = NAME
    printed: str = ""
    found: str = ""
    mistakes: list[str] = field(default_factory=list)

    def follow(self, page: str) -> None:
        """Do everything that a page says."""
        for language, words, text in _BLOCK.findall(page):
            if language == "sh":
                self._commands(words, text)
            elif words == "says":
                for line in text.splitlines():
                    assert line in self.printed, f"{line!r} is not in:\n{self.printed}"
            else:
                self._block(*words.split(), text=text.removesuffix("\n"))

    def _commands(self, words: str, text: str) -> None:
        wanted = int(words.removeprefix("exit=") or 0)
        for line in text.splitlines():
            if line.startswith("cablesim new "):
                self.name = line.split()[2]
            code, self.printed = self.run(line)
            assert code == wanted, f"{line}: {code}\n{self.printed}"

    def _block(self, file: str, what: str, code: str = "", *, text: str) -> None:
        path = self.place / self.name / file
        match what:
            case "write":
                path = self.place / file if path.suffix == ".txt" else path
                path.write_text(text + "\n", encoding="utf-8")
            case "append":
                path.write_text(path.read_text(encoding="utf-8") + text + "\n", encoding="utf-8")
            case "find":
                stands = path.read_text(encoding="utf-8").count(text)
                assert stands == 1, f"{file} has {stands} times:\n{text}"
                self.found = text
            case "instead":
                _replace(path, self.found, text)
            case "wrong":
                self._mistake(file, text, code)
            case "remove":
                for each in (self.place / self.name).glob("*.toml"):
                    for mark in text.splitlines():
                        kept = each.read_text(encoding="utf-8").replace(f"  {mark}", "")
                        each.write_text(kept, encoding="utf-8")
            case _:
                pytest.fail(f"no such block: {file} {what}")

    def _mistake(self, file: str, text: str, code: str) -> None:
        """Make a mistake in a copy; the checker finds it in that file, and nothing else."""
        copy = self.place / "copy" / self.name
        shutil.copytree(self.place / self.name, copy)
        _replace(copy / file, self.found, text)
        exit_code, self.printed = self.run(f"cablesim check copy/{self.name}")
        assert exit_code == 1, f"{code}: {self.found} -> {text}"
        assert set(re.findall(r": (?:error|warning) (\w+):", self.printed)) == {code}, self.printed
        shutil.rmtree(copy.parent)
        self.mistakes.append(code)


def _replace(path: Path, old: str, new: str) -> None:
    """Put some lines in the place of others that stand once; an empty text takes them away."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old if new else old + "\n", new), encoding="utf-8")


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CABLESIM_HOME", str(tmp_path / "home"))

    def run(line: str) -> tuple[int, str]:
        program, *words = shlex.split(line)
        assert program == "cablesim", line
        capsys.readouterr()
        code = guarded(words)
        said = capsys.readouterr()
        return code, said.out + said.err

    return Desk(tmp_path, run)


def holds(desk: Desk, name: str) -> None:
    """See that a walk as data holds what is promised of every walk."""
    code, printed = desk.run(f"cablesim walk {name} --json --seed 7")
    assert code == 0, printed
    assert desk.run(f"cablesim walk {name} --json --seed 7") == (0, printed)
    found = json.loads(printed)
    events = found["events"]
    texts = {event["act"]: event["text"] for event in events}
    assert texts["decode"] == texts["prepare"], "what comes out is what went in"
    assert texts["decode"]
    on_the_line = [event["text"] for event in events if event["where"] == "line"]
    assert on_the_line
    assert all(re.fullmatch(r"[0-9\s]+", text) for text in on_the_line)
    copies = [copy["number"] for copy in found["copies"]]
    assert copies == list(range(1, len(copies) + 1))
    assert len(copies) == sum(event["act"] == "copies" for event in events)
    known = {claim["id"] for claim in found["claims"]}
    assert known
    assert all(set(event["claims"]) <= known for event in events)
    assert {event["standing"] for event in map(_moment, events) if event} <= {
        "document",
        "invented",
    }


def _moment(event: dict[str, dict[str, str]]) -> dict[str, str]:
    """Return the moment of an event, or nothing."""
    return event["moment"] or {}


def test_the_ten_steps_are_true_line_by_line(desk: Desk) -> None:
    desk.follow(STEPS)
    assert len(re.findall(r"^## \d+\. ", STEPS, re.MULTILINE)) == 10
    assert desk.run(f"cablesim check {NAME}") == (0, f"{NAME}: clean, 8 files\n")
    holds(desk, NAME)
    for file in (desk.place / NAME).glob("*.toml"):
        for mark in ("# proposed", "# to fill in"):
            assert mark not in file.read_text(encoding="utf-8").split("format = 1", 1)[1]
    explained = set(re.findall(r"^cablesim explain (\w+)$", STEPS, re.MULTILINE))
    assert explained <= set(desk.mistakes), "a code that is explained was met"


@pytest.mark.parametrize("step", range(1, 11))
def test_every_step_writes_something_and_has_a_command(step: int) -> None:
    words = re.split(r"^## ", STEPS, flags=re.MULTILINE)[step]
    assert words.startswith(f"{step}. ")
    assert "\ncablesim " in words
    assert re.search(r"^```\w+ \S+ (write|append|instead)$", words, re.MULTILINE)


@pytest.mark.parametrize("form", FORM_NAMES)
def test_what_is_said_of_another_form_is_true(form: str, desk: Desk) -> None:
    words = re.split(r"^### ", FORMS, flags=re.MULTILINE)[1 + FORM_NAMES.index(form)]
    if "cablesim new " not in words:
        desk.follow(STEPS.split("\n## 2. ", maxsplit=1)[0])
    desk.follow(words)
    assert desk.run(f"cablesim check {desk.name}") == (0, f"{desk.name}: clean, 7 files\n")
    holds(desk, desk.name)


@pytest.mark.parametrize("name", ["S04_two_messages.txt", "S09_russian_out.txt"])
def test_a_telegram_of_another_form_opens_by_the_first_step(name: str, desk: Desk) -> None:
    (desk.place / "telegram.txt").write_text(specimen(name), encoding="utf-8")
    for command in re.findall(r"^cablesim .*$", STEPS, re.MULTILINE):
        if command.startswith(("cablesim explain", "cablesim do")) or "--script" in command:
            continue
        if command.startswith("cablesim new") and (desk.place / NAME).exists():
            continue
        code, printed = desk.run(command)
        assert code == 0, f"{command}\n{printed}"
    holds(desk, NAME)
