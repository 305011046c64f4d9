"""What the documents promise is true: links lead somewhere, commands run, words are listed."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from program import ROOT, cablesim

from cablesim import __version__

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
COMMANDS = [
    line
    for block in re.findall(
        r"```\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    for line in block.splitlines()
    if line.startswith("cablesim ")
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_readme_runs(command: str) -> None:
    done = cablesim(*shlex.split(command)[1:])
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_the_two_commands_of_the_readme_are_targets_of_the_makefile() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("play", "test", "check", "fix", "bench"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_version_is_one_and_the_wheel_takes_the_scenarios_along() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"] == {
        "courses": "cablesim/_courses",
        "scenarios": "cablesim/_scenarios",
        "tests/vectors": "cablesim/_vectors",
        "docs/diagnostics": "cablesim/_diagnostics",
    }


def test_every_subclass_of_the_error_tree_is_drawn_in_it() -> None:
    drawn = (ROOT / "cablesim" / "errors.py").read_text(encoding="utf-8")
    for path in (ROOT / "cablesim").rglob("*.py"):
        for name, base in re.findall(
            r"^class (\w+)\((\w+)\):", path.read_text(encoding="utf-8"), re.MULTILINE
        ):
            if base in {"CablesimError", "CodeError", "SystemRefused"}:
                assert name in drawn, f"{path.name}: {name}"
