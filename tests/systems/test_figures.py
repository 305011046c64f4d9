"""The systems of figures: published vectors, and what holds for all of them and for all keys."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from systems.keys_figures import KEYS, TEXTS
from systems.roads import back, there

from cablesim.codes import registry
from cablesim.systems.system import OneWay, Way
from cablesim.systems.vectors import Vector, prove, shipped
from cablesim.text.reading import ForeignSign

FIGURE_SYSTEMS = tuple(
    name
    for module, names in registry.modules().items()
    for name in names
    if module.startswith("cablesim.codes.figures.")
)
VECTORS = [vector for vector in shipped() if vector.system in FIGURE_SYSTEMS]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_published_vectors_hold_both_ways(vector: Vector) -> None:
    proof = prove(vector, registry.system(vector.system))
    assert proof.holds, proof.got


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_the_sheet_of_a_published_vector_gives_its_result(vector: Vector) -> None:
    there(vector.system, vector.plain, **vector.parameters)


@pytest.mark.parametrize("name", FIGURE_SYSTEMS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_both_roads_agree_and_lead_back(name: str, data: st.DataObject) -> None:
    system = registry.system(name)
    parameters = data.draw(KEYS[name])
    cipher, _ = system.cipher(parameters)
    signs = cipher.plain.taken or "Tелеграмма 9"
    text = data.draw(TEXTS.get(name, st.text(signs, max_size=60)))
    enciphered = there(name, text, **parameters)
    list(registry.system(name).encipher(text, **parameters).ledger)
    try:
        assert back(name, enciphered, **parameters) == cipher.returned(text)
    except OneWay:
        assert name in ("vic-sequencing", "vic-key-derivation")


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("non-carrying-addition", {"key": "1"}),
        ("non-carrying-subtraction", {"key": "1"}),
        ("chain-addition", {}),
        ("nihilist-substitution", {"key": "A"}),
        ("code-plus-additive", {"key": "1", "indicator": "12345"}),
        ("one-time-pad-letters", {"key": "A"}),
        ("one-time-pad-figures", {"key": "1"}),
        ("one-time-pad-bits", {"key": "00"}),
        ("gromark", {"keyword": "A", "primer": "12", "preset": "aca"}),
    ],
)
def test_an_empty_text_gives_an_empty_result(name: str, parameters: dict[str, object]) -> None:
    assert there(name, "", **parameters) == ""
    assert back(name, "", **parameters) == ""


@pytest.mark.parametrize("name", ["non-carrying-addition", "chain-addition", "code-plus-additive"])
def test_letters_among_figures_are_refused_with_their_place(name: str) -> None:
    parameters = {} if name == "chain-addition" else {"key": "1234567890"}
    for way in Way:
        with pytest.raises(ForeignSign, match="place 3"):
            registry.system(name).work("12X4", way, parameters)
