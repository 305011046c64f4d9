"""A key that changes nothing is drawn anew: whoever copies the text is never right."""

from __future__ import annotations

import pytest
from exercises.authored import found, written
from exercises.desk import with_exercises

from cablesim.exercises.workbook import Workbook

CAESAR = 'system = "caesar"\nvary.plain = ["ATTACK"]\nvary.shift = { least = 1, most = 26 }'
KEYS = 'system = "vigenere"\nvary.plain = ["ATTACK"]\nvary.key = ["A", "LEMON"]'
ASKS = {"encode": "Do {plain}.", "decode": "Do {cipher}."}


@pytest.mark.parametrize("kind", ["encode", "decode"])
@pytest.mark.parametrize("more", [CAESAR, KEYS])
def test_to_copy_the_text_is_right_in_no_draw(kind: str, more: str) -> None:
    book = Workbook(with_exercises(written(kind, ASKS[kind], more)))
    for n in range(120):
        variant = book.draw("one", n)
        given = variant.values()["plain" if kind == "encode" else "cipher"]
        assert variant.model().replace(" ", "") != given.replace(" ", "")
        assert variant.judge(given).score < 1
        assert variant.judge(given).mistakes == ("copied",)


@pytest.mark.parametrize(
    "more",
    [
        KEYS.replace('["A", "LEMON"]', '["A", "AA"]'),
        'system = "caesar"\nparameters = { shift = 26 }\nvary.plain = ["ATTACK"]',
        'system = "caesar"\nvary.plain = ["ATTACK"]\nvary.shift = { least = 26, most = 26 }',
        'system = "columnar-transposition"\nvary.plain = ["AAAAAAAA"]\nvary.key = ["LEMON"]',
    ],
)
def test_what_always_gives_the_text_back_is_refused(more: str) -> None:
    told = [each for each in found(written("encode", "Do {plain}.", more)) if each.code == "E107"]
    assert len(told) == 1
    assert "gives the text back as it was" in told[0].message
