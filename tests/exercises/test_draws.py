"""Draws that never change: the same salt, student and number give the same variant for ever.

The values here are fixed. A change of them is a change of `DRAW`, and old numbers must keep working.
"""

from __future__ import annotations

import hashlib
import hmac

import pytest
from exercises.desk import ours, shipped
from hypothesis import given
from hypothesis import strategies as st

from cablesim.exercises.answers import ENGINE
from cablesim.exercises.marking import MARKING
from cablesim.exercises.seeds import DRAW, Seed

GOLDEN = {
    ("stalin-zhou-3305", "read-form", 0): "f0784220f1fa",
    ("stalin-zhou-3305", "read-form", 1): "f0784220f1fa",
    ("stalin-zhou-3305", "encode-words", 0): "4db7c907c98e",
    ("stalin-zhou-3305", "encode-words", 1): "4db7c907c98e",
    ("stalin-zhou-3305", "add-pad", 0): "60c0417e4624",
    ("stalin-zhou-3305", "add-pad", 1): "e80ebe11402b",
    ("stalin-zhou-3305", "decode", 0): "b961183c7838",
    ("stalin-zhou-3305", "decode", 1): "f566bc4a9ef5",
    ("stalin-zhou-3305", "garble", 0): "3204778cc7cc",
    ("stalin-zhou-3305", "garble", 1): "f39790b4c8ff",
    ("stalin-zhou-3305", "order-route", 0): "2da435290f79",
    ("stalin-zhou-3305", "order-route", 1): "d6206b7e6ac3",
    ("stalin-zhou-3305", "supported", 0): "033743b2c7ad",
    ("stalin-zhou-3305", "supported", 1): "39b475179ca9",
    ("stalin-zhou-3305", "how-known", 0): "63f0d41d58a3",
    ("stalin-zhou-3305", "how-known", 1): "704218fde2ab",
    ("stalin-zhou-3305", "depth", 0): "6fd91ace3af5",
    ("stalin-zhou-3305", "depth", 1): "b664cd0aa96d",
    ("stalin-zhou-3305", "copies", 0): "74e745ec32bf",
    ("stalin-zhou-3305", "copies", 1): "74e745ec32bf",
    ("stalin-zhou-3305", "corroborate-copies", 0): "be84233c6768",
    ("stalin-zhou-3305", "corroborate-copies", 1): "be84233c6768",
    ("stalin-zhou-3305", "unknowns", 0): "35c35f2b9bc6",
    ("stalin-zhou-3305", "unknowns", 1): "35c35f2b9bc6",
    ("tests", "pages", 0): "5701c99cfb60",
    ("tests", "pages", 1): "fcecec0e5a7e",
    ("tests", "fives", 0): "135af4bf4d51",
    ("tests", "fives", 1): "2c78f7b0ff91",
    ("tests", "off-fives", 0): "a62337c00d4f",
    ("tests", "off-fives", 1): "0fbc6bbcf7bb",
    ("tests", "read-codes", 0): "befe39217c4b",
    ("tests", "read-codes", 1): "2f3ab1f8b20a",
    ("tests", "homophones", 0): "eb3f85cb22ca",
    ("tests", "homophones", 1): "a27c3c32381f",
    ("tests", "faded", 0): "96ffb2f5cc12",
    ("tests", "faded", 1): "8f45ec5aa5b5",
    ("tests", "vigenere", 0): "df6c14ce71ff",
    ("tests", "vigenere", 1): "8265b1c15d4d",
    ("tests", "caesar-russian", 0): "a50a5a024772",
    ("tests", "caesar-russian", 1): "5a0f312a72f7",
    ("tests", "columnar", 0): "7c69bd1153bd",
    ("tests", "columnar", 1): "d7c15d1fc3b1",
    ("tests", "double", 0): "f85a76ee1a07",
    ("tests", "double", 1): "ee6766e1d71f",
    ("tests", "sum", 0): "abeb8cb085b9",
    ("tests", "sum", 1): "a11dc8cde32d",
    ("tests", "playfair", 0): "ddcf1710ada2",
    ("tests", "playfair", 1): "a2022cb01319",
    ("tests", "playfair-q", 0): "e441f6e55864",
    ("tests", "playfair-q", 1): "e441f6e55864",
    ("tests", "board", 0): "f1ca17370667",
    ("tests", "board", 1): "f1ca17370667",
    ("tests", "morse", 0): "d261ff89eb1f",
    ("tests", "morse", 1): "d261ff89eb1f",
    ("tests", "square", 0): "cfa8248cb0fb",
    ("tests", "square", 1): "348f5795133b",
    ("tests", "letters", 0): "402b608fa281",
    ("tests", "letters", 1): "17f580af7c5d",
    ("tests", "recall-choice", 0): "187015eb9962",
    ("tests", "recall-choice", 1): "023d36c793d2",
    ("tests", "recall-written", 0): "15bd3cebe228",
    ("tests", "recall-written", 1): "479788ba19a5",
    ("tests", "clock", 0): "e644b3e811e6",
    ("tests", "clock", 1): "e644b3e811e6",
    ("tests", "near", 0): "c9e5f1b4c010",
    ("tests", "near", 1): "c9e5f1b4c010",
    ("tests", "order-extra", 0): "da4d1c1ea088",
    ("tests", "order-extra", 1): "f5ed62351e76",
    ("tests", "support-some", 0): "b86bf11aaaf4",
    ("tests", "support-some", 1): "db034e6af9c4",
}
SEED = ("class of 2026", "anna tarn")


def fingerprint(workbook: str, exercise: str, n: int) -> str:
    """Return the question and the answer of a variant in twelve signs."""
    book = ours() if workbook == "tests" else shipped()[workbook]
    seed = Seed(SEED[0], book.scenario.id, exercise, SEED[1], n)
    variant = book.item(exercise).draw(seed.stream())
    whole = repr((variant.model(), sorted(variant.values().items()), tuple(variant.shown())))
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


@pytest.mark.parametrize(("workbook", "exercise", "n"), GOLDEN, ids=str)
def test_golden_draws(workbook: str, exercise: str, n: int) -> None:
    assert fingerprint(workbook, exercise, n) == GOLDEN[workbook, exercise, n]


def test_one_golden_draw_in_full() -> None:
    book = shipped()["stalin-zhou-3305"]
    variant = book.item("add-pad").draw(Seed(*_names("add-pad")).stream())
    assert variant.values()["groups"] == "5338 8084 8857 4201 1385"
    assert variant.values()["pad"] == "6602 5601 3838 6424 7077 3542"
    assert variant.model() == "1930 3685 1685 0625 8352"


def _names(exercise: str) -> tuple[str, str, str, str]:
    """Return the parts of a seed."""
    return SEED[0], "stalin-zhou-3305", exercise, SEED[1]


def test_students_get_variants_of_their_own() -> None:
    book = shipped()["stalin-zhou-3305"]
    seen = {
        book.item("add-pad").draw(Seed("s", "x", "add-pad", f"student {n}").stream()).model()
        for n in range(300)
    }
    assert len(seen) == 300
