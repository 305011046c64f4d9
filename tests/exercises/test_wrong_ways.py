"""What students write who go wrong in a known way, reckoned here anew, figure by figure.

Nothing of the program's own arithmetic is used: what it names has to be the same mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from exercises.desk import DRAWS, book, drawn

from cablesim.exercises.variant import Variant
from cablesim.scenario.exercise import SupportTask

SHIP, COURSE, NICKEL = "stalin-zhou-3305", "ten-lessons", "hollow-nickel-1953"


def add(one: str, other: str) -> str:
    """Add two rows figure by figure; where the second has a blank, the first stays."""
    return "".join(
        a if b == " " else str((int(a) + int(b)) % 10) for a, b in zip(one, other, strict=False)
    )


def less(one: str, other: str) -> str:
    """Take a row from another figure by figure; where the second has a blank, the first stays."""
    return "".join(
        a if b == " " else str((int(a) - int(b)) % 10) for a, b in zip(one, other, strict=False)
    )


def as_number(one: str, other: str, sign: int) -> str:
    """Add rows as numbers, or take one from the other, with as many figures as they have."""
    return str((int(one) + sign * int(other)) % 10 ** len(one)).zfill(len(one))


def apart(one: str, other: str) -> str:
    """Take the smaller figure from the larger, figure by figure."""
    return "".join(str(abs(int(a) - int(b))) for a, b in zip(one, other, strict=False))


def fours(row: str) -> str:
    """Write a row in groups of four."""
    return " ".join(row[at : at + 4] for at in range(0, len(row), 4))


def row_of(variant: Variant, name: str) -> str:
    """Return what stands for a placeholder, without its blanks."""
    return "".join(variant.values()[name].split())


def pages_of(variant: Variant) -> list[str]:
    """Return the pad pages that are shown, each as one row."""
    return ["".join(line.split(": ")[1].split()) for line in variant.shown() if "page" in line]


Ways = Iterator[tuple[str, str]]


def pad_laid(row: str, pad: str, work: Callable[[str, str], str], size: int) -> Iterator[str]:
    """Yield a row worked with a pad one group early and late, and one figure early and late."""
    for lead in (" " * size, " "):
        yield work(row, lead + pad)
        yield work(row, pad[len(lead) :])


def adding(variant: Variant) -> Ways:
    """Go wrong with a pad that is added."""
    codes, pad = row_of(variant, "groups"), row_of(variant, "pad")
    right = "".join(variant.model().split())
    for moved in pad_laid(codes, pad, add, 4):
        yield "shifted", fours(moved)
    yield "carried", fours(as_number(codes, pad[: len(codes)], 1))
    yield "pad-copied", fours(pad[: len(codes)])
    groups = zip(fours(codes).split(), fours(pad).split(), strict=False)
    yield "subtracted", " ".join(as_number(a, b, -1) for a, b in groups)
    assert right == add(codes, pad)


def taking_off(variant: Variant) -> Ways:
    """Go wrong with a pad that is taken off."""
    cipher, pad = row_of(variant, "cipher"), row_of(variant, "pad")
    for moved in pad_laid(cipher, pad, less, 4):
        yield "shifted", fours(moved)
    yield "borrowed", fours(as_number(cipher, pad[: len(cipher)], -1))
    yield "turned-round", fours(less(pad, cipher))
    yield "smaller-from-larger", fours(apart(cipher, pad))
    yield "pad-copied", fours(pad[: len(cipher)])


def other_pages(variant: Variant) -> Ways:
    """Send by each of the other pages, with its name or with the right one."""
    codes, page = row_of(variant, "groups"), int(variant.values()["page"]) - 1
    pages = pages_of(variant)
    for number, other in enumerate(pages):
        if number != page:
            for first in (other[:4], pages[page][:4]):
                yield "wrong-page", fours(first + add(codes, other[4:]))


def other_pages_off(variant: Variant) -> Ways:
    """Read by each of the other pages."""
    cipher, page = row_of(variant, "cipher"), int(variant.values()["page"]) - 1
    for number, other in enumerate(pages_of(variant)):
        if number != page:
            yield "wrong-page", fours(less(cipher[4:], other[4:]))


def sums_off(top: str, bottom: str) -> Callable[[Variant], Ways]:
    """Take one row from another with tens borrowed, and the wrong way round."""

    def wrong(variant: Variant) -> Ways:
        above, below = row_of(variant, top), row_of(variant, bottom)
        yield "borrowed", as_number(above, below, -1)
        yield "turned-round", less(below, above)
        yield "smaller-from-larger", apart(above, below)
        yield "pad-copied", below[: len(above)]

    return wrong


def sums(variant: Variant) -> Ways:
    """Add as numbers, the 1 in front dropped and kept; begin the key one figure late."""
    above, below = row_of(variant, "plain"), row_of(variant, "key")
    yield "carried", as_number(above, below, 1)
    yield "carried", str(int(above) + int(below))
    yield "key-shifted", add(above, " " + below)
    yield "pad-copied", below
    fives = [(above[at : at + 5], below[at : at + 5]) for at in range(0, len(above), 5)]
    yield "carried", "".join(str(int(a) + int(b)).zfill(len(a)) for a, b in fives)


def letters(text: str, key: str, base: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ") -> str:
    """Shift letters by key letters; where the key has a blank, the letter stays."""
    row = (key * (len(text) // len(key.strip()) + 1))[: len(text)] if " " not in key else key
    return "".join(
        a if b == " " else base[(base.index(a) + base.index(b)) % len(base)]
        for a, b in zip(text, row, strict=False)
    )


def key_beside(variant: Variant) -> Ways:
    """Begin a key word late, with nothing before it or with its last letter, and early."""
    text, key = variant.values()["plain"], variant.values()["key"]
    yield "key-shifted", letters(text, " " + key * len(text))
    yield "key-shifted", letters(text, key[-1] + key[:-1])
    yield "key-shifted", letters(text, key[1:] + key[0])


def exchanges(variant: Variant) -> Ways:
    """Write any two groups in each other's place; of a text in one piece, any two fives."""
    row = variant.model()
    groups = row.split() if " " in row else [row[at : at + 5] for at in range(0, len(row), 5)]
    for one in range(len(groups)):
        for other in range(one + 1, len(groups)):
            moved = [*groups]
            moved[one], moved[other] = groups[other], groups[one]
            if len(groups[one]) == len(groups[other]):
                yield "exchanged", " ".join(moved)


def one_off(variant: Variant) -> Ways:
    """Shift by one more, and by one fewer."""
    for by in (1, -1):
        key = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[int(variant.values()["shift"]) + by]
        yield "off-by-one", letters(variant.values()["plain"], key)


def in_depth(variant: Variant) -> Ways:
    """Take the telegrams from each other either way, and stop at the pad."""
    one, two = row_of(variant, "cipher.1"), row_of(variant, "cipher.2")
    steps = [step.text for step in variant.steps()]
    length = 4 * len(steps)
    yield "difference", fours(less(one[:length], two))
    yield "difference", fours(less(two[:length], one))
    yield "pad-alone", " ".join(text.split(" = ")[1][:4] for text in steps)


def checks(variant: Variant) -> Ways:
    """Exchange two neighbouring figures of a group that has a check."""
    groups = variant.model().split()
    for place, group in enumerate(groups):
        for at in range(len(group) - 1):
            if group[at] != group[at + 1]:
                swapped = group[:at] + group[at + 1] + group[at] + group[at + 2 :]
                yield "swapped", " ".join([*groups[:place], swapped, *groups[place + 1 :]])


def taken_date(variant: Variant) -> Ways:
    """Exchange two neighbouring figures of a result."""
    row = "".join(variant.model().split())
    for at in range(len(row) - 1):
        if row[at] != row[at + 1]:
            yield "swapped", row[:at] + row[at + 1] + row[at] + row[at + 2 :]


CASES: tuple[tuple[str, str, Callable[[Variant], Ways]], ...] = (
    (SHIP, "add-pad", adding),
    (COURSE, "add-a-page", adding),
    (SHIP, "take-pad-off", taking_off),
    (SHIP, "send-with-page", other_pages),
    (COURSE, "send-the-page", other_pages),
    (SHIP, "find-page", other_pages_off),
    (COURSE, "take-figures-off", sums_off("cipher", "key")),
    (COURSE, "difference", sums_off("plain", "key")),
    (COURSE, "page-from-crib", sums_off("plain", "key")),
    (NICKEL, "date-off", sums_off("plain", "key")),
    (NICKEL, "date-off", taken_date),
    (COURSE, "add-figures", sums),
    (COURSE, "key-word", key_beside),
    (COURSE, "shift-letters", one_off),
    (SHIP, "depth", in_depth),
    (SHIP, "depth-longer", in_depth),
    (COURSE, "first-depth", in_depth),
    (COURSE, "check-figures", checks),
    (SHIP, "encode-words", exchanges),
    (SHIP, "encipher", exchanges),
    (SHIP, "take-pad-off", exchanges),
    (SHIP, "five-figures", exchanges),
    (COURSE, "square-figures", exchanges),
    (COURSE, "columns-back", exchanges),
)


@pytest.mark.parametrize(
    ("name", "exercise", "wrong"), CASES, ids=[f"{c[1]}-{c[2].__name__}" for c in CASES]
)
def test_a_mistake_reckoned_by_other_hands_is_recognised(
    name: str, exercise: str, wrong: Callable[[Variant], Ways]
) -> None:
    recognised(name, exercise, wrong)


def recognised(name: str, exercise: str, wrong: Callable[[Variant], Ways]) -> None:
    """Say that every mistake of some ways to go wrong is told as that, on all draws."""
    told = 0
    for n in range(DRAWS):
        variant = drawn(name, exercise, n)
        for mistake, answer in wrong(variant):
            if answer.replace(" ", "") == variant.model().replace(" ", ""):
                continue
            verdict = variant.judge(answer)
            if verdict.mistakes != (mistake,) and _is_another(variant, mistake, answer):
                continue
            assert verdict.mistakes == (mistake,), (n, answer, verdict)
            assert verdict.score < 1
            told += 1
    assert told >= DRAWS


def _is_another(variant: Variant, mistake: str, answer: str) -> bool:
    """Say whether an answer is by chance, sign for sign, also what another mistake gives."""
    row = answer.replace(" ", "")
    others = (slip for slip in variant.mistakes() if slip.name != mistake)
    return any(row == slip.answer.replace(" ", "") for slip in others)


def rows_of_book() -> Sequence[tuple[str, str]]:
    """Return the words of the book with their first groups, in the order of the alphabet."""
    entries = book(SHIP).sources.shelf("practice-book").alphabetical
    return [(entry.plain, entry.groups[0]) for entry in entries]


@pytest.mark.parametrize("exercise", ["five-figures", "encipher"])
def test_a_row_above_or_below_is_known_at_any_entry(exercise: str) -> None:
    rows = rows_of_book()
    place_of = {plain: place for place, (plain, _) in enumerate(rows)}
    for n in range(60):
        variant = drawn(SHIP, exercise, n)
        pad, size = row_of(variant, "pad"), 5 if exercise == "five-figures" else 4
        codes = variant.values()["groups"].replace(" ", "")
        steps = [step.text.split(" is ")[0] for step in variant.steps() if " is " in step.text]
        for entry, plain in enumerate(steps):
            for beside in (-1, 1):
                if not 0 <= place_of[plain] + beside < len(rows):
                    continue
                found, group = rows[place_of[plain] + beside]
                name = "shorter-entry" if plain.startswith(f"{found} ") else "wrong-row"
                body = codes[: 4 * entry] + group + codes[4 * entry + 4 :]
                row = add(body, pad)
                verdict = variant.judge(
                    " ".join(row[at : at + size] for at in range(0, len(row), size))
                )
                assert verdict.mistakes == (name,), (n, plain, beside, verdict)
                first = 4 * entry // size + 1
                assert first <= verdict.remarks[0].part <= (4 * entry + 3) // size + 1


def test_single_words_need_not_fill_the_last_group() -> None:
    told = 0
    groups = dict(rows_of_book())
    for n in range(60):
        variant = drawn(SHIP, "five-figures", n)
        words = variant.values()["plain"].split()
        if not all(word in groups for word in words):
            continue
        row = add("".join(groups[word] for word in words), row_of(variant, "pad"))
        if len(row) % 5 and len(row) == 4 * len(words):
            verdict = variant.judge(" ".join(row[at : at + 5] for at in range(0, len(row), 5)))
            assert verdict.mistakes == ("single-words",), (n, verdict)
            told += 1
    assert told


def test_single_words_are_those_of_the_list_that_is_shown() -> None:
    for n in range(20):
        variant = drawn(COURSE, "longest-entry", n)
        listed = {slip.answer for slip in variant.mistakes() if slip.name == "single-words"}
        for answer in listed:
            assert all(group in variant.exercise.prompt for group in answer.split())
        if variant.values()["plain"] == "WE AGREE TO SEND JET FIGHTERS":
            assert listed == {"6473 0046 8084 8857"}


def test_a_copied_row_earns_nothing() -> None:
    for name in (COURSE, NICKEL):
        for n in range(20):
            variant = drawn(name, "chain", n)
            given = row_of(variant, "plain")
            verdict = variant.judge(given)
            assert (verdict.score, verdict.mistakes) == (0, ("copied",))
            wrong = add(row_of(variant, "cipher"), "0" * len(given) + "1" * 20)
            assert variant.judge(wrong).score == 0, "the given figures alone earn nothing"


def test_one_group_left_as_it_was_is_not_taken_for_a_pad_that_lies_beside() -> None:
    for n in range(60):
        variant = drawn(SHIP, "add-pad", n)
        model, codes = variant.model().split(), variant.values()["groups"].split()
        verdict = variant.judge(" ".join([codes[0], *model[1:]]))
        assert verdict.mistakes == ("not-added",)


@pytest.mark.parametrize("exercise", ["what-a-sum-sees", "pairs-and-counts", "why-once"])
def test_who_chooses_everything_is_told_of_each_that_does_not_hold(exercise: str) -> None:
    variant = drawn(COURSE, exercise, 0)
    verdict = variant.judge("a b c d")
    told = [remark.text for remark in verdict.remarks]
    assert verdict.mistakes == ("all",)
    assert not any("line" in text for text in told)
    assert len(told) == 3
    assert isinstance(variant.exercise.task, SupportTask)
    for option in variant.exercise.task.options:
        assert any(option.says in text for text in told) is not option.right


@pytest.mark.parametrize("n", range(6))
def test_what_is_said_to_a_number_is_true_of_the_telegram_that_is_shown(n: int) -> None:
    variant = drawn(SHIP, "copies-stated", n)
    text = variant.judge("11").remarks[0].text
    assert "11" in text
    assert f"states {variant.values()['stated']}" in text


def test_a_second_telegram_that_is_not_right_is_not_read_on() -> None:
    for n in range(20):
        variant = drawn(SHIP, "depth", n)
        verdict = variant.judge("TELEGRAM " + variant.model())
        assert not verdict.right
        assert not any(remark.right for remark in verdict.remarks), verdict


def test_an_entry_that_a_longer_one_begins_with_is_told_as_too_short_a_one() -> None:
    for n in range(20):
        variant = drawn(COURSE, "longest-entry", n)
        model = variant.model().split()
        for right, short, plain in (
            ("8857", "7854", "JET"),
            ("5338", "3250", "WE ARE READY"),
            ("5338", "0105", "WE"),
            ("7003", "0046", "TO"),
        ):
            if right not in model:
                continue
            row = [short if group == right else group for group in model]
            verdict = variant.judge(" ".join(row))
            assert verdict.mistakes == ("shorter-entry",), verdict
            place = model.index(right) + 1
            assert verdict.remarks[0].text == (
                f"Group {place}, {short}: that is {plain} in the book; "
                "a longer entry fits, look further."
            )
            assert sum(verdict.parts) == len(model) - 1


def test_an_entry_too_short_is_known_below_a_pad() -> None:
    told = 0
    for n in range(40):
        variant = drawn("first-steps", "encipher", n)
        model, pad = variant.model().split(), row_of(variant, "pad")
        if not variant.values()["plain"].startswith("WE SEND"):
            continue
        entries = book("first-steps").sources.shelf("practice-book").book.entries
        short = next(entry.groups[0] for entry in entries if entry.plain == "WE")
        verdict = variant.judge(" ".join([add(short, pad), *model[1:]]))
        assert verdict.mistakes == ("shorter-entry",), verdict
        assert f"less the pad it is {short}, WE in the book; a longer" in verdict.remarks[0].text
        told += 1
    assert told
