"""Every code has a page, and every page's example gives that code and no other."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from authoring_pages import PAGES, blocks, cure, tiny, wrong_example

from cablesim.authoring.checker import check
from cablesim.authoring.walking import held
from cablesim.exercises.proofing.proving import proved
from cablesim.exercises.proofing.shares import Share
from cablesim.exercises.variant import Slip
from cablesim.exercises.verdict import Verdict
from cablesim.scenario.diagnostics import CODES, FAMILIES, Severity
from cablesim.scenario.finding import Finding
from cablesim.scenario.loading import load

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.exercises.variant import Item
    from cablesim.lessons.export import Json

# What only a fault of the program brings about, or of a cipher that loses text: made by hand below.
BY_HAND = frozenset({"C108", "V101", "V102", "V104"})


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    pages = {path.stem for path in PAGES.glob("*.md")} - {"README"}
    assert pages == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_page_names_its_code_says_why_and_shows_an_example(code: str) -> None:
    known = CODES[code]
    page = (PAGES / f"{known.name}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {known.name}: {known.title}\n\n")
    assert "\n## Why it matters\n\n" in page
    if known.name not in BY_HAND:
        assert blocks(page, "Example")
        assert blocks(page, "Write instead")


@pytest.mark.parametrize("code", sorted(set(CODES) - BY_HAND))
def test_the_example_of_a_page_gives_its_code_and_the_cure_makes_it_clean(
    code: str, tmp_path: Path
) -> None:
    folder = wrong_example(code, tmp_path / "s")
    assert [each.code for each in check(folder).findings] == [code]
    cure(code, folder)
    assert check(folder).findings == ()


def test_a_walk_that_loses_text_or_copies_is_told(tmp_path: Path) -> None:
    facts = check(tiny(tmp_path / "s")).facts
    assert facts is not None
    events: list[Json] = [
        {"act": "prepare", "where": "moscow", "form": "plain", "stage": "encode", "text": "A"},
        {"act": "decode", "where": "beijing", "form": "plain", "stage": "decode", "text": "B"},
    ]
    found = list(held({"events": events, "copies": [{}, {}]}, facts))
    assert [each.code for each in found] == ["C108", "C108"]
    assert "3 copies, and the walk makes 2" in found[1].message


@dataclass(frozen=True)
class FaultyVariant:
    """A variant whose model answer is judged half right, and whose mistake is the model answer."""

    repairs: int = 2

    def model(self) -> str:
        return "0417"

    def values(self) -> dict[str, str]:
        return {}

    def shown(self) -> tuple[str, ...]:
        return ()

    def mistakes(self) -> tuple[Slip, ...]:
        return (Slip("carried", "0417"),)

    def judge(self, answer: str) -> Verdict:
        return Verdict(0.5, answer)


def test_a_program_that_judges_wrong_is_told_by_the_proof_of_variants(tmp_path: Path) -> None:
    scenario = load(tiny(tmp_path / "s", exercises=True))
    garble = next(each for each in scenario.exercises if each.id == "mend")
    item = SimpleNamespace(
        exercise=garble, names=("carried",), placeholders=(), draw=lambda _: FaultyVariant()
    )
    codes = {fault.code for fault in proved(cast("Item", item), Share(most=5)).faults}
    assert {"V101", "V102", "V104"} <= codes


def test_more_other_numbers_than_can_be_solved_in_time_are_refused(tmp_path: Path) -> None:
    folder = tiny(tmp_path / "s", exercises=True)
    path = folder / "exercises.toml"
    rows = "".join(f'{{ value = {n}, score = 0.5, says = "a" }}, ' for n in range(10, 61))
    text = path.read_text(encoding="utf-8").replace("also = [", f"also = [{rows}")
    path.write_text(text, encoding="utf-8")
    found = check(folder).findings
    assert [each.code for each in found] == ["S113"]
    assert found[0].write_instead == "it should have at most 50 items, not 52"


def test_a_code_that_is_not_in_the_table_cannot_be_used() -> None:
    with pytest.raises(KeyError):
        Finding("X999", "history.toml", 1, 1, "", "anything")


def test_codes_are_a_family_and_three_figures_and_each_stands_once() -> None:
    for name, code in CODES.items():
        assert name == code.name
        assert name[0] in FAMILIES
        assert name[1:].isdigit()
        assert len(name) == 4
        assert code.title[0].islower()
        assert code.severity in Severity
    assert len({code.title for code in CODES.values()}) == len(CODES)
