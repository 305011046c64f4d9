"""What holds for every system of the registry: all keys, all alphabets, any text."""

from __future__ import annotations

import importlib
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cablesim.codes import registry
from cablesim.errors import CablesimError
from cablesim.systems.parameters import parameters_of
from cablesim.systems.system import BAND, OneWay, Way
from cablesim.systems.vectors import shipped
from cablesim.text.reading import Signs

HERE = Path(__file__).parent
KEYS: dict[str, SearchStrategy[dict[str, object]]] = {}
TEXTS: dict[str, SearchStrategy[str]] = {}
for _file in sorted(HERE.glob("keys_*.py")):
    _module = importlib.import_module(f"systems.{_file.stem}")
    KEYS.update(_module.KEYS)
    TEXTS.update(getattr(_module, "TEXTS", {}))

NAMES = registry.names()
MANY = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
FEW = settings(parent=MANY, max_examples=10)


def text_of(name: str, signs: Signs, most: int = 60) -> SearchStrategy[str]:
    """Return texts that a system takes."""
    if name in TEXTS:
        return TEXTS[name]
    return st.text(signs.taken or string.ascii_uppercase + "яЖ9.,", max_size=most)


def test_every_system_has_keys_to_be_tried_with() -> None:
    assert set(NAMES) <= set(KEYS)


@pytest.mark.parametrize("module", registry.modules())
def test_the_table_names_what_the_modules_hold(module: str) -> None:
    systems = importlib.import_module(module).SYSTEMS
    assert tuple(system.name for system in systems) == registry.modules()[module]


@pytest.mark.parametrize("name", NAMES)
def test_a_system_is_described_in_four_parts(name: str) -> None:
    system = registry.system(name)
    starts = [paragraph.partition(":")[0] for paragraph in system.description]
    assert {"What the clerk does", "The rule", "Source", "Traps"} <= set(starts), starts
    for parameter in system.parameters:
        assert parameter.meaning
        assert parameter.reader.kind


@pytest.mark.parametrize("name", NAMES)
@MANY
@given(data=st.data())
def test_deciphering_gives_back_what_was_enciphered(name: str, data: st.DataObject) -> None:
    system = registry.system(name)
    parameters = data.draw(KEYS[name])
    cipher, _ = system.cipher(parameters)
    text = data.draw(text_of(name, cipher.plain))
    try:
        enciphered = system.encipher(text, **parameters).result
        deciphered = system.decipher(enciphered, **parameters).result
    except OneWay:
        return
    assert deciphered == cipher.returned(text)


@pytest.mark.parametrize("name", NAMES)
@MANY
@given(data=st.data())
def test_a_sheet_replays_to_its_result(name: str, data: st.DataObject) -> None:
    system = registry.system(name)
    parameters = data.draw(KEYS[name])
    cipher, _ = system.cipher(parameters)
    text = data.draw(text_of(name, cipher.plain))
    there = system.encipher(text, **parameters)
    assert there.replay() == there.result
    assert all(len(line.cells) == len(there.columns) for line in there.lines)
    assert system.encipher(text, **parameters).text() == there.text()
    try:
        back = system.decipher(there.result, **parameters)
    except OneWay:
        return
    assert back.replay() == back.result


@pytest.mark.parametrize("name", NAMES)
@FEW
@given(data=st.data())
def test_any_text_gives_a_result_or_a_clear_refusal(name: str, data: st.DataObject) -> None:
    system = registry.system(name)
    parameters = data.draw(KEYS[name])
    text = data.draw(st.text(max_size=40))
    others = data.draw(st.sampled_from(["refuse", "keep", "drop"]))
    for way in Way:
        try:
            working = system.work(text, way, {**parameters, "others": others})
            assert working.replay() == working.result
            assert list(working.ledger) == list(working.ledger)
        except CablesimError as error:
            said(error)


ODD_VALUES: tuple[object, ...] = (
    "", "\0", "☃", [], {}, None, -1, 10**30, True, [[]], "9" * 5000
)  # fmt: skip
HOSTILE = {
    "empty": "",
    "one letter": "A",
    "one Russian letter": "Ж",
    "NULs": "\0" * 50,
    "emoji": "👩\u200d🚀🎉" * 20,
    "combining marks": "E\u0301\u0302\u0323" * 20,
    "right to left": "שלום \u202eabc\u202c عالم",
    "all figures": "0123456789" * 20,
    "blanks": " \t\n\u2003" * 10,
    "lone surrogate": "\ud800A",
    "sharp s and dotless i": "straße ıİſ",
    "decomposed": "И\u0306ОД Е\u0308ЛКА",
}


@pytest.mark.parametrize("name", NAMES)
def test_hostile_texts_are_answered_or_refused(name: str) -> None:
    system = registry.system(name)
    parameters = example(name)
    for text in HOSTILE.values():
        for way in Way:
            try:
                assert isinstance(system.work(text, way, parameters).result, str)
            except CablesimError as error:
                said(error)


EXAMPLES = {vector.system: vector.parameters for vector in shipped()}


def example(name: str) -> dict[str, object]:
    """Return parameters of a published vector, else the simplest that are valid."""
    return EXAMPLES.get(name) or find(KEYS[name], lambda _: True)


def said(error: CablesimError) -> None:
    """Hold a refusal to saying something."""
    assert len(str(error).strip()) > 10


@pytest.mark.parametrize("name", NAMES)
def test_a_megabyte_is_answered_or_refused(name: str) -> None:
    system = registry.system(name)
    parameters = example(name)
    cipher, _ = system.cipher(parameters)
    signs = cipher.plain.taken or string.ascii_uppercase
    text = (signs.replace(" ", "") * (1_000_000 // len(signs) + 1))[:1_000_000]
    try:
        assert system.encipher(text, **parameters).result
    except CablesimError as error:
        said(error)


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_parameter_is_refused_by_name(name: str) -> None:
    system = registry.system(name)
    parameters = example(name)
    with pytest.raises(CablesimError, match="no such parameter"):
        system.encipher("A", **parameters, nonsense="1")
    for parameter in parameters_of(system.make):
        for value in ODD_VALUES:
            try:
                system.encipher("A", **{**parameters, parameter.name: value})
            except CablesimError as error:
                said(error)


def test_nothing_that_a_system_prints_goes_without_the_band() -> None:
    assert "Nobody has shown which cipher carried No. 3305" in BAND
