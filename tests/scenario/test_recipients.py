"""For whom a telegram is: totals of copies, and recipients joined by "or" or by "and"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from folders import change, refused
from specimen_forms import specimen_folder

from cablesim.documents.party import Party
from cablesim.lessons.export import walk_json
from cablesim.lessons.record import Record
from cablesim.lessons.script import seen
from cablesim.lessons.walk import Walk
from cablesim.scenario.choices import Choices
from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve

if TYPE_CHECKING:
    from pathlib import Path


# Totals of copies.


def test_a_stated_total_that_the_list_does_not_give_is_told(tmp_path: Path) -> None:
    folder = specimen_folder(tmp_path / "s", "S05_clerk_line.txt")
    change(folder, "scenario.toml", "agrees = false\n", "")
    assert "the copy list stands for 7 copies, the total says 10" in refused(folder)


def test_a_page_whose_own_total_is_wrong_is_shown_so_and_not_repaired(tmp_path: Path) -> None:
    scenario = load(specimen_folder(tmp_path / "s", "S05_clerk_line.txt"))
    walk = Walk(scenario, Record(None))
    walk.go("copies")
    said = [line for line in seen(walk) if "states 10 copies" in line]
    assert said == [
        "Document: Line 7 states 10 copies; the list stands for 7, and nobody has repaired it here."
    ]
    assert len(walk.run.copies) == 7


def test_a_total_that_is_said_to_disagree_and_agrees_is_told(tmp_path: Path) -> None:
    folder = specimen_folder(tmp_path / "s", "S01_department_form.txt")
    change(folder, "scenario.toml", "total = 5\n", "total = 5\nagrees = false\n")
    assert "take agrees = false out" in refused(folder)


# Recipients.


def recipients(*parties: tuple[str, str]) -> tuple[tuple[str, ...], ...]:
    """Return the sets of recipients of parties given as (id, alternative to)."""
    found = tuple(Party(name, "addressee", name, alternative_to=other) for name, other in parties)
    scenario = load(resolve("first-steps"))
    return replace(scenario, evidence=replace(scenario.evidence, parties=found)).recipient_sets


def test_or_makes_one_set_and_and_makes_two() -> None:
    assert recipients(("a", "b"), ("b", "a")) == (("a", "b"),)
    assert recipients(("a", ""), ("b", "")) == (("a",), ("b",))
    assert recipients(("a", "b"), ("b", ""), ("c", "")) == (("a", "b"), ("c",))
    assert recipients(("a", "b"), ("b", "c"), ("c", "")) == (("a", "b", "c"),)


def test_all_who_are_joined_by_and_are_told(tmp_path: Path) -> None:
    scenario = load(specimen_folder(tmp_path / "s", "S03_in_addition.txt"))
    told = [e for e in walk_json(scenario, Choices())["events"] if e["act"] == "deliver"]  # type: ignore[index, union-attr, call-overload]  # The shape of the contract.
    assert [event["readable_by"][-1] for event in told] == ["director", "marsh"]  # type: ignore[index, call-overload]  # The same.
