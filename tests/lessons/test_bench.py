"""The work bench without a screen: form, text, result, steps, saving, being kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from cablesim.codes.chain import read_recipe
from cablesim.codes.registry import names
from cablesim.errors import CablesimError
from cablesim.lessons.bench import (
    Bench,
    example_of,
    fields_of,
    found,
    kept_bench,
    save,
    sheet_rows,
)
from cablesim.systems.system import BAND, Way

LEMON = Bench("vigenere", {"key": "LEMON"}, "ATTACKATDAWN")


def test_the_result_is_there_as_soon_as_the_form_is_filled() -> None:
    empty = Bench("vigenere", {}, "ATTACKATDAWN")
    assert empty.outcome().missing == ("key",)
    assert empty.with_given("key", "LEMON").outcome().result == "LXFOPVEFRNHR"


def test_a_refusal_names_the_field_it_is_about() -> None:
    assert LEMON.with_given("key", "LEM1").outcome().about == "key"
    refused = Bench("vigenere", {"key": "LEMON"}, "A1").outcome()
    assert (refused.about, refused.result) == ("others", "")
    assert "Set others to keep or drop" in refused.refused
    assert "place 2" in refused.refused


def test_turning_takes_the_result_as_the_text_and_back_again() -> None:
    turned = LEMON.turned()
    assert (turned.way, turned.text) == (Way.DECIPHER, "LXFOPVEFRNHR")
    assert turned.outcome().result == "ATTACKATDAWN"
    assert turned.turned() == LEMON


def test_steps_are_added_and_taken_off() -> None:
    second = LEMON.followed_by("columnar-transposition").with_given("key", "ZEBRAS")
    assert len(second.outcome().workings) == 2
    assert second.undone() == LEMON
    assert LEMON.undone() == LEMON
    assert read_recipe(second.chain.recipe()) == second.chain


def test_a_bench_is_kept_and_comes_back() -> None:
    second = LEMON.followed_by("columnar-transposition").with_given("key", "ZEBRAS")
    for bench in (LEMON, second, LEMON.turned()):
        assert kept_bench(bench.kept()) == bench
    assert kept_bench({"system": "porta", "recipe": "broken"}) == Bench("porta")


@pytest.mark.parametrize("name", names())
def test_every_system_has_an_example_that_works(name: str) -> None:
    bench = example_of(name)
    assert bench.text or bench.given
    outcome = bench.outcome()
    assert not outcome.refused, outcome.refused
    assert list(sheet_rows(outcome, 5))


def test_systems_are_found_by_words_of_name_title_or_family() -> None:
    assert [each.name for each in found("VIGEN")] == ["vigenere"]
    assert len(found("")) == len(names())
    assert found("no such thing") == ()
    assert {"columnar-transposition", "rail-fence"} <= {
        each.name for each in found("transposition")
    }


def test_what_is_needed_stands_first_in_the_form_and_remarks_are_left_out() -> None:
    for name in names():
        required = [each.required for each in fields_of(Bench(name).tool)]
        assert required == sorted(required, reverse=True)
        assert all(
            not each.reader.kind.startswith("remark") for each in fields_of(Bench(name).tool)
        )


def test_sheet_and_recipe_are_saved_whole_and_nothing_is_written_over(tmp_path: Path) -> None:
    sheet, recipe = tmp_path / "sheet.txt", tmp_path / "recipe.toml"
    outcome = LEMON.outcome()
    assert str(sheet) in save(str(sheet), LEMON, outcome)
    assert sheet.read_text(encoding="utf-8").splitlines()[0] == BAND
    assert sheet.read_text(encoding="utf-8").splitlines()[-1] == "result: LXFOPVEFRNHR"
    save(str(recipe), LEMON, outcome)
    assert read_recipe(recipe.read_text(encoding="utf-8")) == LEMON.chain
    with pytest.raises(CablesimError, match="there already"):
        save(str(sheet), LEMON, outcome)
    for name in ("", str(tmp_path / "no" / "folder.txt"), "/dev/full/x"):
        with pytest.raises(CablesimError, match="saved"):
            save(name, LEMON, outcome)
    with pytest.raises(CablesimError, match="nothing was saved"):
        save("x.txt", LEMON.with_given("key", ""), LEMON.with_given("key", "").outcome())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["recipe.toml", "sheet.txt"]


def test_a_long_text_has_a_short_view_of_its_sheet() -> None:
    rows = list(sheet_rows(Bench("vigenere", {"key": "LEMON"}, "A" * 100_000).outcome(), 10))
    assert "The first 10 lines; save the sheet to have all of them." in rows
    assert len(rows) < 20
