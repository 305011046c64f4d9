"""Draws that never change: the same salt, student and number give the same variant for ever.

The values here are fixed. A change of them is a change of `DRAW`; old numbers must keep working.
"""

from __future__ import annotations

import hashlib
import hmac

import pytest
from exercises.desk import ours, shipped
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.kinds.systemwork import shown_row
from cablesim.exercises.marking import MARKING
from cablesim.exercises.reading.answers import ENGINE
from cablesim.exercises.seeds import DRAW, Seed
from cablesim.scenario.exercise import SystemTask

GOLDEN = {
    ("pages", 0): "0c7f2785678c",
    ("pages", 1): "9e84456c441d",
    ("fives", 0): "b451be1dfde5",
    ("fives", 1): "d8727ad09e4c",
    ("off-fives", 0): "d72bdd0fea62",
    ("off-fives", 1): "cb715404b844",
    ("read-codes", 0): "c5e588859e03",
    ("read-codes", 1): "9e36600d6c32",
    ("homophones", 0): "6a775083a290",
    ("homophones", 1): "611df7caf898",
    ("faded", 0): "ed8eb75d185e",
    ("faded", 1): "94b6df1c3989",
    ("vigenere", 0): "ab0208dfcac1",
    ("vigenere", 1): "387b8c37177f",
    ("caesar-russian", 0): "e1eec82cfc3f",
    ("caesar-russian", 1): "60bae5ed86eb",
    ("columnar", 0): "7f53c248971c",
    ("columnar", 1): "224934dd54af",
    ("double", 0): "403c3256cefc",
    ("double", 1): "cc81fbc55d72",
    ("sum", 0): "7e50beabab85",
    ("sum", 1): "5f3e4522bd3f",
    ("playfair", 0): "d42bc712b053",
    ("playfair", 1): "d42bc712b053",
    ("playfair-q", 0): "4f87a1bac30d",
    ("playfair-q", 1): "4f87a1bac30d",
    ("board", 0): "2c11445e7f53",
    ("board", 1): "2c11445e7f53",
    ("morse", 0): "224dcf4edf3f",
    ("morse", 1): "224dcf4edf3f",
    ("square", 0): "8c67b8460846",
    ("square", 1): "38b4932fa74a",
    ("letters", 0): "723ec65f81aa",
    ("letters", 1): "1f98c1ecc53a",
    ("recall-choice", 0): "57bc0f8c2c3d",
    ("recall-choice", 1): "39c180cbe696",
    ("recall-own", 0): "f277895fb332",
    ("recall-own", 1): "0aba261d3fe3",
    ("recall-few", 0): "9b0c0221f234",
    ("recall-few", 1): "482ed2579b4c",
    ("recall-written", 0): "077367e6f6da",
    ("recall-written", 1): "4ec94596aab3",
    ("clock", 0): "9f9a0fe747bd",
    ("clock", 1): "9f9a0fe747bd",
    ("near", 0): "726c94062b56",
    ("near", 1): "726c94062b56",
    ("order-extra", 0): "5b8a6f3b0bb6",
    ("order-extra", 1): "84e039071a8d",
    ("support-some", 0): "6e4a6e3a0f01",
    ("support-some", 1): "dfd5726d86ed",
    ("garbled", 0): "53b3cc258424",
    ("garbled", 1): "e6b372846a6e",
    ("two-deep", 0): "87eb048ae5c8",
    ("two-deep", 1): "bc64c237bcb3",
    ("levels", 0): "4be1c904b752",
    ("levels", 1): "d62ce38bdabb",
    ("fields", 0): "9dc61d5fd7b9",
    ("fields", 1): "9dc61d5fd7b9",
}
SEED = ("class of 2026", "anna tarn")


def fingerprint(exercise: str, n: int) -> str:
    """Return what was drawn in twelve signs: the order shown, or the question and the answer."""
    seed = Seed(SEED[0], "demo", exercise, SEED[1], n)
    variant = ours().item(exercise).draw(seed.stream())
    row = getattr(variant, "row", None)
    model = variant.model()
    if isinstance(variant.exercise.task, SystemTask):
        model = shown_row(model)  # A text that is read was shown in fives once; it is the same one.
    told = (model, sorted(variant.values().items()))
    whole = repr(row if isinstance(row, tuple) else told)
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def test_the_numbers_of_the_rules_are_those_of_the_golden_draws() -> None:
    assert (DRAW, ENGINE, MARKING) == (1, 1, 1)


def test_a_stream_is_hmac_of_hmac_and_a_counter() -> None:
    seed = Seed("salt", "demo", "add-pad", "Anna", 3)
    key = hmac.digest(b"salt", b"draw1|demo|add-pad|anna|3", "sha256")
    first = hmac.digest(key, (0).to_bytes(8, "big"), "sha256")
    second = hmac.digest(key, (1).to_bytes(8, "big"), "sha256")
    assert seed.stream().octets(64) == first + second
    fair = [byte % 10 for byte in first + second if byte < 250]
    assert seed.stream().figures(40) == "".join(map(str, fair[:40]))


@given(st.integers(0, 60), st.integers(1, 40))
def test_figures_in_bulk_are_the_figures_one_by_one(before: int, count: int) -> None:
    bulk, single = (Seed("s", "x", "y", "z", count).stream() for _ in range(2))
    bulk.figures(before)
    for _ in range(before):
        single.below(10)
    assert bulk.figures(count) == "".join(str(single.below(10)) for _ in range(count))
    assert bulk.octets(8) == single.octets(8)


@pytest.mark.parametrize("name", ["Anna Tarn", " anna  tarn ", "ANNA TARN", "anna\ttarn"])
def test_a_name_is_the_same_however_it_is_typed(name: str) -> None:
    assert Seed("s", "x", "y", name).label == Seed("s", "x", "y", "anna tarn").label


def test_no_two_labels_are_alike() -> None:
    labels = {
        Seed("s", scenario, exercise, student, n).label
        for scenario in ("a", "b")
        for exercise in ("a", "b")
        for student in ("", "a", "a|1", "1", "а")
        for n in (0, 1, 11)
    }
    assert len(labels) == 2 * 2 * 5 * 3


@pytest.mark.parametrize(("exercise", "n"), GOLDEN, ids=str)
def test_golden_draws(exercise: str, n: int) -> None:
    assert fingerprint(exercise, n) == GOLDEN[exercise, n]


def test_one_golden_draw_in_full() -> None:
    seed = Seed(SEED[0], "demo", "sum", SEED[1])
    variant = ours().item("sum").draw(seed.stream())
    assert variant.values() == {"key": "8354860815", "plain": "7765174177", "cipher": "50199 34982"}
    assert variant.model() == "50199 34982"


def test_students_get_variants_of_their_own() -> None:
    book = shipped()["stalin-zhou-3305"]
    seen = {
        book.item("add-pad").draw(Seed("s", "x", "add-pad", f"student {n}").stream()).model()
        for n in range(300)
    }
    assert len(seen) == 300
