"""Letters, lines and terms are read in any usual form: order, support, classify, recall."""

from __future__ import annotations

import re

import pytest
from exercises.desk import drawn, every

from cablesim.exercises.kinds.recall import RecallVariant
from cablesim.exercises.kinds.support import NONE_CHOSEN

SHIP = "stalin-zhou-3305"


def of_kind(kind: str) -> list[tuple[str, str]]:
    """Return the exercises of a kind."""
    return [which for which in every() if drawn(*which, 0).exercise.kind == kind]


@pytest.mark.parametrize("joint", [
    ", ", "", " ", "-", " – ", "->", " => ", " > ", "/", "\n", "\r\n", "、", "，", "；", ". ",
    " then ", "\t", " → ",
])  # fmt: skip
@pytest.mark.parametrize("which", of_kind("order"), ids=map("/".join, of_kind("order")))
def test_any_separator_stands_between_the_letters_of_an_order(
    which: tuple[str, str], joint: str
) -> None:
    variant = drawn(*which, 0)
    letters = variant.model().split(", ")
    assert variant.judge(joint.join(letters)).right
    assert variant.judge(joint.join(letters).upper() + "\r\n").right
    if joint in ("\n", "\r\n", ", "):
        assert variant.judge(joint.join(f"{n}. {x}" for n, x in enumerate(letters, 1))).right
        assert variant.judge(joint.join(f"{n}) {x})" for n, x in enumerate(letters, 1))).right


def test_numbers_that_are_no_list_are_no_order() -> None:
    variant = drawn(SHIP, "order-route", 0)
    letters = variant.model().split(", ")
    for written in (
        "\n".join(f"{n}. {letter}" for n, letter in enumerate(reversed(letters), 2)),
        ", ".join(f"{letter} {n}" for n, letter in enumerate(letters, 2)),
        "f-a-zz",
    ):
        assert not variant.judge(written).readable, written


def test_several_lines_for_one_statement_are_no_try_unless_each_decides() -> None:
    variant = drawn(SHIP, "one-line-each", 0)
    first, *rest = variant.model().split(", ")
    letter, line = first.split()
    for lines in (f"1 2 {line}", f"{line}-{int(line) + 1}", f"{line}, {letter} 3", "1 2 3"):
        verdict = variant.judge(", ".join([f"{letter} {lines}", *rest]))
        assert not verdict.readable, lines
        assert "several lines" in verdict.remarks[0].text
    for lines in (line, f"{line} {line}", f"line {line}", f"(l. {line})", f"line{line}"):
        assert variant.judge(", ".join([f"{letter} {lines}", *rest])).right, lines


def test_a_line_may_stand_before_its_letters() -> None:
    variant = drawn(SHIP, "one-line-each", 0)
    (one, seven), (two, ten) = (pair.split() for pair in variant.model().split(", "))
    for written in (
        f"line {seven}: {one}; line {ten}: {two}", f"{seven} {one}, {ten} {two}",
        f"{seven}: {one}\n{ten}: {two}", f"{seven}{one} {ten}{two}",
        f"lines {seven} - {one}, {ten} - {two}", f"on line {ten} {two}, on line {seven} {one}",
    ):  # fmt: skip
        assert variant.judge(written).right, written
    said = variant.judge(f"line {ten}: {one}; line {seven}: {two}")
    assert said.read == f"{one} {ten}, {two} {seven}"
    assert said.mistakes == ("wrong-line",)
    assert said.score < 1
    both = variant.judge(f"line {seven}: {one}, {two}")
    assert both.read == f"{one} {seven}, {two} {seven}"


def test_what_may_be_read_with_the_line_before_or_behind_is_no_try() -> None:
    variant = drawn(SHIP, "one-line-each", 0)
    (one, seven), (two, ten) = (pair.split() for pair in variant.model().split(", "))
    for written in (f"line {seven}: {one}; {two} {ten}", f"{seven} {one} {ten}",
                    f"{seven} 3 {one}, {ten} {two}", f"1. {one}\n2. {two}"):  # fmt: skip
        verdict = variant.judge(written)
        assert not verdict.readable, written
        assert verdict.mistakes == ()


def test_lines_that_all_decide_are_right() -> None:
    found = ((which, drawn(*which, n)) for which in of_kind("support") for n in range(20))
    for which, variant in found:
        item = getattr(variant, "item")  # noqa: B009 - only some kinds have one.
        row = getattr(variant, "row")  # noqa: B009
        for place, number in enumerate(row):
            lines = sorted(item.accepted[number])
            if item.task.lines and item.task.options[number].right and len(lines) > 1:
                letter = "abcdefgh"[place]
                written = variant.model().replace(
                    f"{letter} {item.lines[number]}", f"{letter} {lines[0]}-{lines[1]}"
                )
                assert variant.judge(written).right, (which, written)


@pytest.mark.parametrize("which", of_kind("classify"), ids=map("/".join, of_kind("classify")))
def test_standings_may_be_run_together(which: tuple[str, str]) -> None:
    for n in range(10):
        variant = drawn(*which, n)
        marks = variant.model().split()
        half = len(marks) // 2
        lettered = [f"{letter}{mark}" for letter, mark in zip("abcdefgh", marks, strict=False)]
        for written in ("".join(marks), "".join(marks).lower(), ",".join(marks),
                        "".join(marks[:half]) + " " + "".join(marks[half:])):  # fmt: skip
            assert variant.judge(written).right, written
        assert variant.judge(", ".join(lettered)).right, lettered
        assert not variant.judge("".join(marks[:-1])).readable


IN_WORDS = {
    "D": ("the telegram says it", "telegram", "the document"),
    "E": ("the edition says it", "edition", "an edition"),
    "O": ("another source says it", "another document", "elsewhere"),
    "I": ("it is inferred", "inferred", "an inference"),
    "?": ("it is not known", "not known", "a gap"),
}


@pytest.mark.parametrize("joint", ["; ", ", ", "\n"])
@pytest.mark.parametrize("way", range(3))
def test_standings_may_be_said_in_the_words_of_the_question(way: int, joint: str) -> None:
    for n in range(10):
        variant = drawn(SHIP, "how-known", n)
        said = [IN_WORDS[mark][way] for mark in variant.model().split()]
        assert variant.judge(joint.join(said)).right, said
        own = [f"{letter}) {text}" for letter, text in zip("abcdefgh", said, strict=False)]
        assert variant.judge(joint.join(reversed(own))).right, own
        assert not variant.judge(joint.join(said[1:])).readable
        for odd in ("not the telegram", "the telegram or the edition", "says", "the archive"):
            assert not variant.judge(joint.join([odd, *said[1:]])).readable, odd
        turned = variant.judge(joint.join([*said[1:], said[0]]))
        assert turned.readable
        assert turned.right == (said[1:] + said[:1] == said)


def test_titles_with_commas_in_them_may_stand_between_other_separators() -> None:
    variant = drawn(SHIP, "order-route", 0)
    titles = [part.text[2:] for part in variant.judge(variant.model()).wrote]
    assert any("," in title for title in titles)
    for joint in ("; ", "\n", " -> ", " | "):
        assert variant.judge(joint.join(titles)).right, joint


@pytest.mark.parametrize("which", of_kind("recall"), ids=map("/".join, of_kind("recall")))
def test_a_term_may_have_its_letter_or_an_article_before_it(which: tuple[str, str]) -> None:
    for n in range(10):
        variant = drawn(*which, n)
        assert isinstance(variant, RecallVariant)
        term = variant.model()
        for before in ("the ", "a ", "an ", "The "):
            assert variant.judge(before + term).right, before
        if not variant.offered:
            continue
        letter = "abcdefgh"[variant.offered.index(term)]
        for written in (letter, f"{letter})", f"({letter})", f"{letter.upper()}.",
                        f"{letter}) {term}", f"{letter}. {term}", f"{letter} {term}"):  # fmt: skip
            assert variant.judge(written).right, written
        other = next(each for each in variant.offered if each != term)
        verdict = variant.judge(f"{letter}) {other}")
        assert not verdict.readable
        assert "choose one" in verdict.remarks[0].text
        assert not variant.judge(f"a {other}").right


@pytest.mark.parametrize("answer", ["e d a g c h b i", "edagchbi", "e, d, a, g, c, h, b, i",
                                    "e d a g c h b and i"])  # fmt: skip
def test_of_a_row_of_stages_only_the_letter_that_is_not_shown_is_named(answer: str) -> None:
    verdict = drawn(SHIP, "order-route", 0).judge(answer)
    assert not verdict.readable
    assert verdict.remarks[0].text.startswith("“i” names nothing that is shown.")


def test_a_figure_among_standings_is_named_and_one_behind_them_does_no_harm() -> None:
    variant = drawn(SHIP, "how-known", 0)
    marks = variant.model().split()
    said = variant.judge(" ".join([marks[0], "0", *marks[2:]])).remarks[0].text
    assert said.startswith("“0” is no way of knowing.")
    assert variant.judge(f"{variant.model()} 0").right
    assert "6 were written for 7" in variant.judge(" ".join(marks[1:])).remarks[0].text
    assert "“line” is no way" in variant.judge(f"{variant.model()} (line 4)").remarks[0].text


@pytest.mark.parametrize("which", of_kind("support"), ids=map("/".join, of_kind("support")))
def test_a_figure_is_called_a_line_only_where_lines_are_asked_for(which: tuple[str, str]) -> None:
    variant = drawn(*which, 0)
    lined = getattr(variant, "item").task.lines  # noqa: B009 - only some kinds have one.
    said = variant.judge("2, 4").remarks[0].text
    assert said.startswith("Line 2" if lined else "“2” is no letter that is shown.")


@pytest.mark.parametrize("exercise", ["supported", "no-direct-line", "spot-layer"])
def test_none_earns_nothing_where_some_belong(exercise: str) -> None:
    verdict = drawn(SHIP, exercise, 0).judge("none")
    assert verdict.readable
    assert verdict.score == 0
    assert [remark.text for remark in verdict.remarks] == [NONE_CHOSEN]


def test_what_is_left_out_is_counted_and_not_named() -> None:
    for n in range(9):
        variant = drawn("ten-lessons", "what-a-sum-sees", n)
        right = variant.model().split(", ")
        for letter in right:
            told = variant.judge(letter).remarks[-1]
            left = len(right) - 1
            text, ask = told.text.split(" Ask of each that you left: ")
            assert text == (f"{left} that belong are left out." if left > 1
                            else "One more belongs.")  # fmt: skip
            assert ask == "what would have to be so, and is it?"
            assert told.mistake.startswith("option-")


def test_where_lines_decide_it_is_asked_for_the_line_of_what_was_left() -> None:
    for n in range(9):
        variant = drawn(SHIP, "supported", n)
        right = variant.model().split(", ")
        if len(right) == 1:
            continue
        for letter in right:
            told = variant.judge(letter).remarks[-1]
            assert told.text.endswith("Ask of each that you left: does a line say it, and which?")
            assert not re.search(r"\d", told.text.removeprefix(str(len(right) - 1)))


@pytest.mark.parametrize("answer", ["a-d", "a to d", "a - d", "a..d", "A–D"])
def test_letters_that_may_be_a_range_are_no_try(answer: str) -> None:
    verdict = drawn(SHIP, "no-direct-line", 0).judge(answer)
    assert not verdict.readable
    assert "may be two letters or all between" in verdict.remarks[0].text


@pytest.mark.parametrize("answer", ["a-b-d", "a - b - d", "a-b, d", "abd"])
def test_letters_with_dashes_between_all_of_them_are_these(answer: str) -> None:
    assert drawn(SHIP, "no-direct-line", 0).judge(answer).read == "a, b, d"
