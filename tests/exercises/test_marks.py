"""What was written stands over its marks: the learner's own, in his order, numbered once."""

from __future__ import annotations

import pytest
from exercises.desk import book, drawn, every

from cablesim.cli.verdicts import verdict_lines
from cablesim.exercises.seeds import Seed
from cablesim.exercises.verdict import Verdict
from cablesim.lessons.marked import marked, rows_of

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
    assert texts(verdict) == [two, one, ""]
    assert signs(verdict) == ["✗4", "✓", "✗6"]
    assert [remark.part for remark in verdict.remarks] == [4, 6]
    assert verdict.remarks[0].text == f"Group 4, {two}, is too many."
    assert verdict.remarks[1].text == "Group 6 is missing."


def test_a_group_too_many_keeps_all_groups_in_sight() -> None:
    variant = drawn(COURSE, "longest-entry", 0)
    groups = variant.model().split()
    verdict = variant.judge(" ".join([groups[0], "1111", *groups[1:]]))
    assert texts(verdict) == [groups[0], "1111", *groups[1:]]
    assert signs(verdict) == ["✓", "✗2", *["✓"] * (len(groups) - 1)]
    assert "Not yet: nothing is missing, but there is more than was asked for." in verdict_lines(
        variant, verdict
    )


def test_groups_left_out_are_gaps_and_one_group_is_no_four() -> None:
    variant = drawn(SHIP, "encipher", 0)
    verdict = variant.judge("2222")
    count = len(variant.model().split())
    assert texts(verdict) == ["2222", *[""] * (count - 1)]
    above, below = rows_of(marked(verdict), 70)[0]
    assert above.split() == ["2222", *["·"] * (count - 1)]
    assert below.split() == [f"✗{n}" for n in range(1, count + 1)]


def test_stages_are_marked_in_the_order_in_which_they_were_written() -> None:
    variant = drawn(SHIP, "order-route", 0)
    verdict = variant.judge("f a h g d b e c")
    assert texts(verdict) == list("fahgdbec")
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
            right = {part.number for part in shown if part.right}
            for remark in verdict.remarks:
                if remark.part and not remark.right:
                    assert remark.part in {part.number for part in shown}, (slip, verdict)
                    assert remark.part not in right, (slip, verdict)
            lines = verdict_lines(variant, verdict)
            assert not any("7 of 7" in line for line in lines)
            count = len(verdict.parts)
            assert f"Not yet: {count} of {count} parts are right." not in lines
