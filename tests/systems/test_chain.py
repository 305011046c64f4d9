"""Chains: systems in a row as a value, written down as a recipe."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablesim.codes.chain import Chain, Step, read_recipe
from cablesim.errors import CablesimError
from cablesim.systems.errors import SystemRefused

THREE = Chain(
    (
        Step("polybius", {"keyword": "ZEBRAS"}),
        Step("columnar-transposition", {"key": "GERMAN"}),
        Step("non-carrying-addition", {"key": "31415926535897932384" * 10}),
    ),
    "three steps",
)


def test_every_step_keeps_its_sheet_and_works_on_what_came_before() -> None:
    done = THREE.encipher("Send help")
    assert [working.replay() for working in done.workings] == [w.result for w in done.workings]
    assert done.result == done.workings[-1].result
    assert THREE.decipher(done.result).result == "SENDHELP"
    rows = list(done.rows())
    assert rows.count("step 2 of 3") == 1
    assert any(row.startswith("changed: place 2: case") for row in rows)


VALUES = st.recursive(
    st.text(st.characters(codec="utf-8"), max_size=8) | st.integers(-99, 99) | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=4), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(
    st.lists(
        st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=8), VALUES, max_size=3),
        min_size=1,
        max_size=3,
    ),
    st.text(st.characters(codec="utf-8"), max_size=9),
)
def test_a_recipe_read_again_is_the_same_chain(
    parameters: list[dict[str, object]], title: str
) -> None:
    chain = Chain(tuple(Step("vigenere", each) for each in parameters), title)
    assert read_recipe(chain.recipe()) == chain


def test_a_refusal_names_its_step_where_there_are_several() -> None:
    chain = Chain((Step("polybius", {"keyword": "ZEBRAS"}), Step("vigenere", {"key": "LEMON"})))
    with pytest.raises(SystemRefused, match=r"^step 2, vigenere: place 1"):
        chain.encipher("A")
    with pytest.raises(CablesimError, match=r"^place 1"):
        Chain((Step("vigenere", {"key": "LEMON"}),)).encipher("1")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = ", "no TOML"),
        ("", "format = 1"),
        ("format = 1", "1 to 50 tables"),
        ("format = 1\nstep = []", "1 to 50 tables"),
        ("format = 1\n" + '[[step]]\nsystem = "vigenere"\n' * 51, "1 to 50 tables"),
        ("format = 1\n[[step]]\nname = 3", "step 1"),
        ("format = 1\n[[step]]\nsystem = 3", "step 1"),
        ('format = 1\n[[step]]\nsystem = "vigenere"\nparameters = 3', "step 1"),
        ('format = 1\n[[step]]\nsystem = "vigener"', "did you mean 'vigenere'"),
    ],
)
def test_a_recipe_that_is_none_is_refused(text: str, said: str) -> None:
    with pytest.raises(SystemRefused, match=said):
        read_recipe(text)
