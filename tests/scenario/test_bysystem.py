"""A system of the program carries a scenario, by its name and with groups that are pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from folders import refused
from invented import make_folder

from cablesim.lessons.record import Record
from cablesim.lessons.script import seen
from cablesim.lessons.walk import Walk
from cablesim.scenario.choices import Choices
from cablesim.scenario.loading import load
from cablesim.scenario.running import run

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = "ATTACK AT DAWN, SAYS HERON.\n"
VIGENERE = """format = 1
[[cipher]]
id = "own"
title = "Vigenère"
system = "vigenere"
parameters = { key = "LEMON" }
groups = "LXFOP VEFRN HREOL DLQFB Y"
"""


def by_system(folder: Path, teaching: str = VIGENERE) -> Path:
    make_folder(folder, PLAIN)
    (folder / "teaching.toml").write_text(teaching, encoding="utf-8")
    return folder


def test_a_system_by_its_name_carries_a_scenario_and_its_groups_may_be_pinned(
    tmp_path: Path,
) -> None:
    made = run(load(by_system(tmp_path / "s")), Choices())
    assert made.outgoing.cryptogram == ("LXFOP", "VEFRN", "HREOL", "DLQFB", "Y")
    assert made.recovered == made.prepared == "ATTACKATDAWNSAYSHERON"
    assert "case" not in " ".join(made.outgoing.changed)
    assert any("left out" in sentence for sentence in made.outgoing.changed)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "VEFRN",
            "VEFRM",
            "cipher.0.groups: enciphering gives another group 2 than the one",
        ),
        (" DLQFB Y", "", "another group 4 than"),
        ('"vigenere"', '"vigenre"', "cipher.0.system: there is no system 'vigenre'"),
        ('key = "LEMON"', 'kee = "LEMON"', "has no such parameter"),
        ('"vigenere"\nparameters = { key = "LEMON" }', '"sha-256"', "cipher.0.system:"),
    ],
)
def test_what_does_not_hold_of_a_system_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    assert old in VIGENERE
    assert said in refused(by_system(tmp_path / "s", VIGENERE.replace(old, new)))


VARIANT = """
[cipher.variant]
name = "as a tired clerk has them"
groups = "LXFOP VEFRN HREON DLFQB Y"
"""


def test_the_line_brings_the_variant_when_the_walker_asks(tmp_path: Path) -> None:
    walk = Walk(load(by_system(tmp_path / "s", VIGENERE + VARIANT)), Record(None))
    assert walk.run.received == walk.run.outgoing.cryptogram
    assert walk.next_garbles() == 1
    damages = [garble.damage.value for garble in walk.run.garbles]
    assert damages == ["one figure became another", "two neighbouring figures changed places"]
    assert walk.run.reception.requests
    assert walk.run.recovered == walk.run.prepared
    walk.go("send")
    assert any("as a tired clerk has them: 2 of 5 differ" in line for line in seen(walk))
    assert walk.next_garbles() == 0


def test_a_variant_of_another_length_is_told(tmp_path: Path) -> None:
    said = refused(by_system(tmp_path / "s", VIGENERE + VARIANT.replace(" Y", "")))
    assert "the variant has 4 groups, the message 5" in said
