"""What was written stands over its marks: the learner's own, in his order, numbered once."""

from __future__ import annotations

import pytest
from exercises.desk import book, drawn, every

from cablesim.exercises.seeds import Seed
from cablesim.exercises.variant import Variant
from cablesim.exercises.verdict import Part, Verdict
from cablesim.lessons.marked import marked, rows_of
from cablesim.lessons.telling import part_lines

SHIP, COURSE = "stalin-zhou-3305", "ten-lessons"


def texts(verdict: Verdict) -> list[str]:
    """Return what stands over the marks, a gap as nothing."""
    return [part.text for part in marked(verdict)]


def signs(verdict: Verdict) -> list[str]:
    """Return the marks."""
    return [part.sign for part in marked(verdict)]


def test_groups_in_another_order_are_marked_where_they_were_written() -> None:
    item = book(SHIP).item("add-pad")
    variant = item.draw(Seed("s", "x", "add-pad", "anna").stream(), 1)
    one, two = variant.model().split()
    verdict = variant.judge(f"{two} {one}")
    assert texts(verdict) == [two, one]
    assert signs(verdict) == ["✗4", "✗5"]
    assert [remark.part for remark in verdict.remarks] == [4]
    assert verdict.remarks[0].text.startswith(f"Group 4, {two}, stands in the place of another")
    assert verdict.remarks[0].text.endswith("(Also 5.)")


def test_a_group_too_many_keeps_all_groups_in_sight() -> None:
    variant = drawn(COURSE, "longest-entry", 0)
    groups = variant.model().split()
    verdict = variant.judge(" ".join([groups[0], "1111", *groups[1:]]))
    assert texts(verdict) == [groups[0], "1111", *groups[1:]]
    assert signs(verdict) == ["✓", "✗2", *["✓"] * (len(groups) - 1)]
    assert verdict.headline.startswith("Not yet: nothing is missing, but there is more")


def test_a_group_left_out_is_a_gap_in_the_row() -> None:
    variant = drawn(SHIP, "add-pad", 0)
    groups = variant.model().split()
    verdict = variant.judge(" ".join([groups[0], *groups[2:], "1111"]))
    assert texts(verdict) == [groups[0], "", *groups[2:], "1111"]
    above, below = rows_of(marked(verdict), 70)[0]
    assert above.split() == [groups[0], "·", *groups[2:], "1111"]
    assert below.split() == ["✓", "✗", "✓", "✓", "✓", "✗5"]
    assert list(part_lines(marked(verdict))) == [
        f"Right: 1 {groups[0]}, 2 {groups[2]}, 3 {groups[3]}, 4 {groups[4]}.",
        "Not right: 5 1111.",
        "Missing: the 2nd part of the right answer.",
    ]


def test_what_is_missing_is_no_number_among_those_that_were_written() -> None:
    gaps = [Part("", n, right=False) for n in (1, 3, 11, 22)]
    wrote = [Part("2276", 1, right=True), Part("2669", 2, right=True)]
    assert list(part_lines([gaps[0], *wrote, *gaps[1:]])) == [
        "Right: 1 2276, 2 2669.",
        "Missing: the 1st, 3rd, 11th and 22nd parts of the right answer.",
    ]


def test_stages_are_marked_in_the_order_in_which_they_were_written() -> None:
    variant = drawn(SHIP, "order-route", 0)
    verdict = variant.judge("f a h g d b e c")
    assert [text[0] for text in texts(verdict)] == list("fahgdbec")
    wrong = [n for n, part in enumerate(marked(verdict), 1) if not part.right]
    assert verdict.remarks[0].part == wrong[0]


def test_another_group_that_is_right_stands_there_as_it_was_written() -> None:
    variant = drawn("tests", "homophones", 0)
    shelf = book("tests").sources.shelf("practice-book")
    entry = shelf.book.entry_of(variant.values()["groups"].split()[0])
    assert entry is not None
    codes, pad = variant.values()["groups"].split(), variant.values()["pad"].split()
    sums = [
        "".join(str((int(a) + int(b)) % 10) for a, b in zip(code, under, strict=True))
        for code, under in zip([entry.groups[2], *codes[1:-1], "0000"], pad, strict=False)
    ]
    verdict = variant.judge(" ".join(sums))
    assert texts(verdict) == sums
    assert signs(verdict)[0] == "✓"


@pytest.mark.parametrize(("name", "exercise"), every(), ids=map("/".join, every()))
def test_every_mark_and_every_remark_have_the_same_number(name: str, exercise: str) -> None:
    for n in range(6):
        variant = drawn(name, exercise, n)
        for slip in variant.mistakes():
            verdict = variant.judge(slip.answer)
            shown = marked(verdict)
            if len(shown) < 2:
                continue
            wrong = {part.number for part in shown if part.text and not part.right}
            for remark in verdict.remarks:
                if remark.part and not remark.right:
                    assert remark.part in wrong, (slip, verdict)
            count = len(verdict.parts)
            assert f"{count} of {count}" not in verdict.headline


def test_words_are_numbered_as_they_were_written_and_gaps_as_in_the_right_answer() -> None:
    variant = decoded("TRANSMIT TO THE AMBASSADOR AT ONCE")
    verdict = variant.judge("TRANSMIT THE AMBASSADOR TO AT ONCE")
    assert [remark.text for remark in verdict.remarks] == [
        "Word 4, TO, is right, but not at this place: it belongs before word 2, THE.",
    ]
    assert signs(verdict) == ["✓", "✗", "✓", "✓", "✗4", "✓", "✓"]
    assert list(part_lines(marked(verdict)))[1:] == [
        "Not right: 4 TO.",
        "Missing: the 2nd part of the right answer.",
    ]


def test_an_entry_that_lacks_words_of_the_right_one_is_named_only_where_all_else_is_right() -> None:
    variant = decoded("TRANSMIT TO THE AMBASSADOR AT ONCE")
    verdict = variant.judge("TRANSMIT THE AMBASSADOR AT ONCE")
    assert verdict.mistakes == ("other-entry",)
    assert verdict.remarks[0].text.startswith("Word 1, TRANSMIT: that alone is ")
    assert verdict.remarks[0].text.endswith(" says more.")
    assert (verdict.remarks[0].part, signs(verdict)[:2]) == (0, ["✓", "✗"])
    first = variant.judge("ONCE")
    assert first.mistakes == ()
    assert first.remarks[0].text.startswith("Word 1 of the right answer is missing, before ONCE.")


def test_no_number_stands_for_what_is_neither_written_nor_in_the_right_answer() -> None:
    for name, exercise in every():
        variant = drawn(name, exercise, 0)
        pieces = variant.model().split()
        for answer in (
            " ".join(pieces[1:]),
            " ".join([*pieces, *pieces[:2]]),
            " ".join(pieces[:1]),
        ):
            verdict = variant.judge(answer)
            shown = [part for part in verdict.wrote if part.text]
            if verdict.readable and shown and shown[0].number == 1:
                assert [part.number for part in shown] == list(range(1, len(shown) + 1))
                gaps = [part.number for part in verdict.wrote if not part.text]
                assert max(gaps, default=0) <= len(verdict.parts), (exercise, answer)


def decoded(model: str) -> Variant:
    """Return a variant of a decoding that asks for these words."""
    found = (drawn(SHIP, "decode", n) for n in range(300))
    return next(variant for variant in found if variant.model() == model)


def test_what_is_left_of_work_that_was_begun_is_counted_so() -> None:
    item = book(SHIP).item("add-pad")
    variant = item.draw(Seed("s", "x", "add-pad", "anna").stream(), 1)
    one, two = variant.model().split()
    verdict = variant.judge(f"{one} {(int(two) + 1111) % 10000:04}")
    assert verdict.headline == "Not yet: 1 of the 2 parts left to you is right."
    assert signs(verdict) == ["✓", "✗5"]


@pytest.mark.parametrize(("name", "exercise"), every())
def test_parts_are_left_only_where_some_were_given(name: str, exercise: str) -> None:
    for n in range(5):
        variant = drawn(name, exercise, n)
        for slip in variant.mistakes():
            assert "left to you" not in variant.judge(slip.answer).headline
