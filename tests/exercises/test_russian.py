"""Books and alphabets of other scripts: a Russian book is worked, spoilt and judged alike."""

from __future__ import annotations

import pytest
from books import CYRILLIC
from exercises.desk import DRAWS, with_exercises

from cablesim.codes.codebook import CodeBook, Control, Entry, EntryKind
from cablesim.exercises.registry import item
from cablesim.exercises.seeds import Seed
from cablesim.exercises.shelf import Shelf
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Item

WORDS = (
    "ПЕКИН", "ПЕРЕДАЙТЕ", "ПЕРЕДАЙТЕ НЕМЕДЛЕННО", "НЕМЕДЛЕННО", "ВАШЕ МНЕНИЕ", "ВАШЕ", "МНЕНИЕ",
    "ПОДТВЕРДИТЕ", "ПОЛУЧЕНИЕ", "ПОДТВЕРДИТЕ ПОЛУЧЕНИЕ", "ЁЛКИ", "МОСКВА", "ПОСЛУ", "ТЕЛЕГРАММА",
    "ОТВЕТ", "СРОЧНО", "ОСОБАЯ", "КОПИЯ", "ШИФРОМ", "ПРОВОДОМ",
)  # fmt: skip
PLAINS = (
    'vary.plain = ["ПЕРЕДАЙТЕ НЕМЕДЛЕННО ВАШЕ МНЕНИЕ ПЕКИН", "ПОДТВЕРДИТЕ ПОЛУЧЕНИЕ СРОЧНО ЁЛКИ"]'
)
# By kind: what it asks, and what its variants are drawn from.
TASKS = {
    "encode": ("Закодируйте {plain}, гамма {pad}.", PLAINS),
    "decode": ("Прочтите {cipher}, гамма {pad}.", PLAINS),
    "garble": (
        "Что искажено: {cipher}, гамма {pad}?",
        'vary.plain = ["ПЕРЕДАЙТЕ НЕМЕДЛЕННО ВАШЕ МНЕНИЕ ПЕКИН СРОЧНО"]',
    ),
    "depth": (
        "{cipher.1} {cipher.2} {crib}",
        """vary.plain = [["ПЕРЕДАЙТЕ НЕМЕДЛЕННО ВАШЕ МНЕНИЕ", "ПОДТВЕРДИТЕ ПОЛУЧЕНИЕ СРОЧНО"]]
vary.crib = { groups = 2 }""",
    ),
}


def written() -> str:
    """Return the tasks as a file of exercises, each named for its kind."""
    return "format = 1\n" + "".join(
        f"""[[exercise]]
id = "{kind}"
kind = "{kind}"
skill = "code book"
points = 3
cipher = "practice-book"
prompt = "{prompt}"
{vary}
"""
        for kind, (prompt, vary) in TASKS.items()
    )


def russian_book() -> CodeBook:
    """Return a small book of Russian words, with letters to spell the rest."""
    plains = [(EntryKind.WORD, word) for word in WORDS]
    plains += [(EntryKind.LETTER, letter) for letter in CYRILLIC]
    plains += [(EntryKind.CONTROL, control.value) for control in Control]
    entries = [
        Entry(kind, plain, (f"{(137 * number + 411) % 10_000:04d}",))
        for number, (kind, plain) in enumerate(plains)
    ]
    nulls = Entry(EntryKind.NULL, "null", ("9990", "9991", "9992"))
    return CodeBook("Практическая книга", (*entries, nulls))


@pytest.fixture(scope="module")
def items() -> dict[str, Item]:
    """Return the Russian exercises, made ready."""
    scenario = with_exercises(written())
    sources = Sources(scenario)
    sources._shelves["practice-book"] = Shelf(russian_book())
    return {each.id: item(each, sources) for each in scenario.exercises}


@pytest.mark.parametrize("name", TASKS)
def test_a_russian_book_is_worked_and_every_mistake_is_itself(
    items: dict[str, Item], name: str
) -> None:
    for n in range(DRAWS // 4):
        variant = items[name].draw(Seed("соль", "x", name, "Анна", n).stream())
        assert variant.judge(variant.model()).right
        assert variant.judge(variant.model().lower()).right
        assert variant.judge(variant.model().replace("Ё", "Е")).right
        for slip in variant.mistakes():
            verdict = variant.judge(slip.answer)
            assert verdict.score < 1, slip
            assert verdict.mistakes == (slip.name,), (slip, verdict)


def test_a_thin_book_has_damages_with_one_repair_without_a_check(items: dict[str, Item]) -> None:
    variant = items["garble"].draw(Seed("соль", "x", "garble", "Анна").stream())
    assert getattr(variant, "repairs", 0) == 1
    assert not variant.shown()


@pytest.mark.parametrize("name", ["decode", "depth"])
def test_russian_words_are_heard_as_others_are(items: dict[str, Item], name: str) -> None:
    twins = {"Е": "E", "О": "O", "А": "A", "Т": "T", "К": "K", "М": "M"}
    for n in range(10):
        variant = items[name].draw(Seed("соль", "x", name, "Анна", n).stream())
        model = variant.model()
        for written in (model.replace(" ", ""), f"это значит {model}", f"Ответ: {model.lower()}"):
            assert variant.judge(written).right, written
        sign = next(sign for sign in model if sign in twins)
        told = variant.judge(model.replace(sign, twins[sign], 1))
        assert not told.readable
        assert "is a Latin letter that looks like the Cyrillic" in told.remarks[0].text
        assert variant.judge(f"{model} MIG").readable, "a foreign word is no slip of the keyboard"
