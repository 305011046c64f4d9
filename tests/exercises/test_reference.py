"""The reference of `exercises.toml` is whole: every key, every kind, every named mistake."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from exercises.desk import ours, shipped
from program import ROOT

from cablesim.exercises.judging.sentences import USUAL
from cablesim.exercises.registry import KINDS
from cablesim.scenario import exercise_shapes
from cablesim.scenario.exercise_building import KINDS as BUILT
from cablesim.scenario.exercise_reading import read_exercises

PAGE = (ROOT / "docs" / "exercises.md").read_text(encoding="utf-8")
KEYS = sorted(
    {
        key
        for shape in vars(exercise_shapes).values()
        if isinstance(shape, type) and shape.__module__ == exercise_shapes.__name__
        for key in getattr(shape, "__annotations__", {})
    }
)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_in_the_reference(key: str) -> None:
    assert re.search(rf"\b{key}\b", PAGE)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_section(kind: str) -> None:
    assert re.search(rf"^### .*\b{kind}\b", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(USUAL))
def test_every_named_mistake_is_in_the_reference(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_every_mistake_that_can_be_named_has_a_sentence_or_a_place_of_its_own() -> None:
    own = re.compile(r"option-\d+|also-\d+|\w+-as-\w+|stronger|weaker|neither")
    for workbook in (*shipped().values(), ours()):
        for exercise in workbook.exercises:
            for name in workbook.item(exercise.id).names:
                assert name in USUAL or own.fullmatch(name), name


def test_kinds_shapes_and_builders_are_the_same_twelve() -> None:
    union = get_args(get_args(exercise_shapes.ExerciseShape)[0])
    tags = [get_args(each)[1].tag for each in union]
    assert tags == [f"kind {kind}" for kind in KINDS]
    assert KINDS == BUILT
    assert len(KINDS) == 12


def test_the_examples_of_the_reference_have_the_shape_that_is_read() -> None:
    blocks = re.findall(r"```toml\n(kind = .*?)```", PAGE, re.DOTALL)
    head = 'id = "x"\nskill = "x"\nprompt = "x"\n'
    assert len(blocks) >= 11
    for block in blocks:
        points = "" if block.lstrip().startswith('kind = "recall"') else "points = 1\n"
        text = f"format = 1\n[[exercise]]\n{head}{points}{block}"
        read = read_exercises(text, sound=False)
        assert not read.findings, [str(each) for each in read.findings]
        assert len(read.exercises) == 1
