"""A right answer is never marked wrong: grouping, case, quotes, scripts, slips of the pen."""

from __future__ import annotations

import unicodedata

import pytest
from exercises.desk import book, drawn, every, ours
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.codes.codebook import EntryKind
from cablesim.exercises.figures import plus
from cablesim.exercises.reading.answers import (
    LONGEST,
    edit_distance,
    folded,
    foreign_look,
    plain,
    read_groups,
    words,
)

SHIP = "stalin-zhou-3305"
FEW = settings(max_examples=60)
SEPARATORS = st.text(alphabet=" ,;:/.-–\n\t|_·", min_size=1, max_size=3).filter(
    lambda text: "|" not in text
)
HOSTILE = (
    "",
    " ",
    "\0",
    "\x1b[2J\x1b]0;x\x07",
    "\u202e6704",
    "a" * (LONGEST + 1),
    "1" * 3000,
    "9" * 400 + " " + "8" * 400,
    "{plain} {step.1} {0} %s",
    "[red]x[/red] \\[",
    "\ud800",
    "٣٣٠٥ ٣٣٠٥",
    "Ⅷ ² ½ ①",
    "none",
    "-1 1e999 nan inf",
    "a" * 200 + "\u0301" * 200,
    ";;;;;;;;",
    "a a a a a a",
    "1 1 1 1 1 1 1 1 1",
    "' OR 1=1 --",
    "\u200b\u200b",
    " " * 19_999,
    "a " * 9_999,
    "1 " * 9_999,
    "A" * LONGEST,
    "0" * LONGEST,
    ", " * 9_999,
    "1,000" * 3_999,
    "\n" * 19_999 + "x",
    "." * LONGEST,
    "and the " * 2_000,
    "🙂🙂🙂",
)


@FEW
@given(data=st.data(), n=st.integers(0, 30), exercise=st.sampled_from(["add-pad", "encode-words"]))
def test_any_grouping_of_the_right_figures_is_right(
    data: st.DataObject, n: int, exercise: str
) -> None:
    variant = drawn(SHIP, exercise, n)
    groups = variant.model().split()
    joints = data.draw(st.lists(SEPARATORS, min_size=len(groups), max_size=len(groups)))
    written = "".join(group + joint for group, joint in zip(groups, joints, strict=True))
    assert variant.judge(written).right, written


@FEW
@given(size=st.integers(1, 12), n=st.integers(0, 30))
def test_any_line_length_and_no_separator_at_all_is_right(size: int, n: int) -> None:
    variant = drawn(SHIP, "add-pad", n)
    row = "".join(variant.model().split())
    cut = [row[at : at + size] for at in range(0, len(row), size)]
    whole = sum(len(piece) == 4 for piece in cut)
    if 2 * whole < len(cut) or all(len(piece) == 4 for piece in cut) or len(cut) == 1:
        assert variant.judge("\n".join(cut)).right, cut
    assert variant.judge(row).right


@pytest.mark.parametrize("exercise", ["add-pad", "encode-words", "garble", "copies"])
def test_figures_of_any_width_or_script_are_figures(exercise: str) -> None:
    variant = drawn(SHIP, exercise, 3)
    wide = "".join(chr(ord(s) + 0xFEE0) if s.isdigit() else s for s in variant.model())
    assert variant.judge(wide).right
    arabic = variant.model().translate({48 + n: 0x660 + n for n in range(10)})
    assert variant.judge(arabic).right


@pytest.mark.parametrize(("name", "exercise"), every(), ids=map("/".join, every()))
def test_case_blanks_and_quotes_do_not_count(name: str, exercise: str) -> None:
    for n in range(5):
        variant = drawn(name, exercise, n)
        model = variant.model()
        spread = "  " + model.replace(" ", "   ") + " \t"
        curly = model.replace('"', "“").replace("'", "’")
        for written in (model.lower(), model.upper(), spread, curly, model + "\r\n"):
            if variant.exercise.kind == "explain" and written == model + "\r\n":
                continue
            assert variant.judge(written).done, written
        decomposed = unicodedata.normalize("NFD", model)
        assert variant.judge(decomposed).done


@pytest.mark.parametrize(("name", "exercise"), every(), ids=map("/".join, every()))
def test_any_text_at_all_gets_a_verdict_and_none_is_right_by_luck(name: str, exercise: str) -> None:
    variant = drawn(name, exercise, 1)
    for text in HOSTILE:
        verdict = variant.judge(text)
        assert 0 <= verdict.score <= 1
        assert verdict.readable or verdict.score == 0
        assert verdict.readable or verdict.remarks
        none = text == "none" and variant.exercise.kind in ("form", "support", "number")
        if not none:
            assert not verdict.done, (text, verdict)
    for text in ("", " ", "\u200b", "a" * (LONGEST + 1)):
        assert not variant.judge(text).readable


@settings(max_examples=150)
@given(text=st.text(max_size=60), which=st.sampled_from(every()), n=st.integers(0, 3))
def test_whatever_is_typed_never_raises(text: str, which: tuple[str, str], n: int) -> None:
    verdict = drawn(*which, n).judge(text)
    assert 0 <= verdict.score <= 1


@pytest.mark.parametrize(
    ("letter", "figure"), [("O", "0"), ("О", "0"), ("о", "0"), ("З", "3"), ("l", "1"), ("I", "1")]
)
def test_a_letter_that_looks_like_a_figure_is_told_and_is_no_try(letter: str, figure: str) -> None:
    n = next(n for n in range(99) if figure in drawn(SHIP, "add-pad", n).model())
    variant = drawn(SHIP, "add-pad", n)
    verdict = variant.judge(variant.model().replace(figure, letter, 1))
    assert not verdict.readable
    assert letter in verdict.remarks[0].text
    assert "did you mean" in verdict.remarks[0].text


def test_a_group_too_short_or_too_long_is_named_and_is_no_try() -> None:
    found = read_groups("1234 567 8901", 4, 3)
    assert found.groups == ()
    assert "Group 2, 567, has 3 figures; a group here has 4" in found.trouble
    assert "Group 1" in read_groups("12345 1234", 4, 2).trouble


def test_a_ten_carried_out_of_the_group_is_a_try_with_that_mistake() -> None:
    for n in range(60):
        variant = drawn(SHIP, "add-pad", n)
        codes, pad = variant.values()["groups"].split(), variant.values()["pad"].split()
        sums = [f"{int(a) + int(b):04d}" for a, b in zip(codes, pad, strict=False)]
        if any(len(each) == 5 for each in sums):
            break
    verdict = variant.judge(" ".join(sums))
    assert verdict.readable
    assert verdict.mistakes == ("carried",)
    assert verdict.score < 1


def test_a_cyrillic_letter_in_latin_text_is_told_and_is_no_try() -> None:
    variant = drawn("tests", "vigenere", 0)
    twins = dict(zip("ABCEHKMOPTX", "АВСЕНКМОРТХ", strict=True))
    model = variant.model()
    letter = next(sign for sign in model if sign in twins)
    verdict = variant.judge(model.replace(letter, twins[letter], 1))
    assert not verdict.readable
    assert "Cyrillic" in verdict.remarks[0].text
    assert "Latin letter" in foreign_look("ПEКИН", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ")


def test_another_group_of_the_same_entry_is_right_and_told_so() -> None:
    shelf = ours().sources.shelf("practice-book")
    for n in range(20):
        variant = drawn("tests", "homophones", n)
        groups, codes = variant.model().split(), variant.values()["groups"].split()
        pad = variant.values()["pad"].split()
        entry = shelf.book.entry_of(codes[0])
        assert entry is not None
        assert entry.plain == "AND"
        for other in entry.groups[2:]:
            verdict = variant.judge(" ".join([plus(other, pad[0]), *groups[1:]]))
            assert verdict.right, other
            assert "another group for AND" in verdict.remarks[0].text


def test_a_null_behind_the_message_does_no_harm() -> None:
    book_of = ours().sources.shelf("practice-book").book
    null = next(book_of.of_kind(EntryKind.NULL)).groups[0]
    variant = drawn(SHIP, "encode-words", 0)
    verdict = variant.judge(f"{variant.model()} {null}")
    assert verdict.right
    assert "null" in verdict.remarks[0].text


def test_another_convention_is_right_and_told_so() -> None:
    variant = drawn("tests", "playfair-q", 0)
    other = variant.model()
    system = variant.exercise
    assert system.kind == "encode"
    from cablesim.codes import registry

    by_q = registry.system("playfair").encipher("BALLOON", keyword="MONARCHY", filler="Q").result
    assert by_q != "".join(other.split())
    verdict = variant.judge(by_q)
    assert verdict.right
    assert verdict.remarks[0].text.startswith("You put Q")


def test_fillers_and_merged_letters_that_were_read_away_are_right() -> None:
    for n in range(9):
        variant = drawn("tests", "playfair", n)
        plainly = variant.values()["plain"]
        verdict = variant.judge(plainly)
        assert verdict.right
        assert verdict.remarks
    russian = next(
        v for v in (drawn("tests", "caesar-russian", n) for n in range(9))
        if v.model().startswith("Ё")
    )  # fmt: skip
    assert russian.judge(russian.model().replace("Ё", "Е")).right


def test_a_slip_of_the_pen_in_a_long_word_is_read_through_and_told() -> None:
    variant = next(
        v for v in (drawn(SHIP, "decode", n) for n in range(99)) if "CHINESE" in v.model()
    )
    verdict = variant.judge(variant.model().replace("CHINESE", "CHINSE"))
    assert verdict.right
    assert "CHINSE was read as CHINESE" in verdict.remarks[0].text
    other = variant.judge(variant.model().replace("DIVISIONS", "DIVISION"))
    assert not other.right, "another entry of the book is no slip of the pen"


@pytest.mark.parametrize(
    ("meant", "written"),
    [("NINE", "N1NE"), ("MOSCOW", "MOSC0W"), ("KOREA", "K0R3A"), ("PILOT", "P1LOT")],
)
def test_figures_that_look_like_letters_are_read_as_letters_in_words_of_any_length(
    meant: str, written: str
) -> None:
    for exercise in ("first-group", "first-cipher-group"):
        every_draw = (drawn("ten-lessons", exercise, n) for n in range(99))
        variant = next(each for each in every_draw if each.model() == meant)
        verdict = variant.judge(written.lower())
        assert verdict.right
        assert f"{written} was read as {meant}" in verdict.remarks[0].text


def test_a_word_of_the_book_written_with_figures_is_that_word_and_no_riddle() -> None:
    variant = next(
        v
        for v in (drawn("ten-lessons", "first-group", n) for n in range(99))
        if v.model() != "NINE"
    )
    assert variant.judge("N1NE").mistakes == variant.judge("NINE").mistakes


def test_groups_repeated_beside_the_words_do_no_harm() -> None:
    for n in range(9):
        variant = drawn("ten-lessons", "first-cipher-group", n)
        assert variant.judge(f"{variant.values()['groups']} {variant.model()}").right
        assert variant.judge(f"{variant.model()} = {variant.values()['groups']}").right
    deep = drawn("ten-lessons", "first-depth", 0)
    assert deep.judge(f"5035 2266 {deep.model()}").right


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        ("It is not stronger but weaker", "weaker"),
        ("It does not make it weaker; it makes it stronger", "stronger"),
        ("I do not think that it is weaker but stronger", "stronger"),
        ("neither stronger nor weaker", "neither"),
        ("not stronger and not weaker", "neither"),
        ("neither list disagrees, so stronger", "stronger"),
        ("stronger, though one line alone would make it weaker", "stronger"),
        ("stronger or weaker", ""),
        ("not stronger", ""),
    ],
)
def test_a_direction_that_is_denied_is_not_the_one_that_is_named(answer: str, named: str) -> None:
    variant = drawn("first-steps", "second-paper", 0)
    reason = "because the list has the name and the place and the year that the page lacks"
    verdict = variant.judge(f"{answer}, {reason}")
    assert verdict.readable is bool(named)
    assert verdict.read.startswith(f"{named};" if named else "")


def test_one_wrong_group_is_answered_at_that_group() -> None:
    variant = drawn(SHIP, "add-pad", 0)
    groups = variant.model().split()
    wrong = [*groups]
    wrong[2] = "0000" if groups[2][0] != "0" else "9999"
    verdict = variant.judge(" ".join(wrong))
    assert verdict.parts == (True, True, False, True, True)
    assert verdict.remarks[0].part == 3
    long = variant.judge(" ".join([*groups[:2], "1111", *groups[2:]]))
    assert all(long.parts)
    assert long.score < 1


def test_a_mistake_made_at_one_group_alone_is_named_there() -> None:
    for n in range(40):
        variant = drawn(SHIP, "add-pad", n)
        model = variant.model().split()
        carried = next(s.answer for s in variant.mistakes() if s.name == "carried").split()
        place = next(p for p in range(len(model)) if model[p] != carried[p])
        verdict = variant.judge(" ".join([*model[:place], carried[place], *model[place + 1 :]]))
        assert verdict.mistakes in (("carried",), ("swapped",))
        assert verdict.remarks[0].part == place + 1
        assert sum(verdict.parts) == len(model) - 1


@pytest.mark.parametrize(
    ("answer", "right"),
    [("3", True), ("three", True), ("3 copies", True), ("3.0", True), ("03", True), ("٣", True),
     ("2", False), ("33", False), ("-3", False), ("3O", False), ("no idea", False)],
)  # fmt: skip
def test_a_number_is_read_out_of_what_stands_round_it(answer: str, *, right: bool) -> None:
    assert drawn(SHIP, "copies", 0).judge(answer).right is right


@pytest.mark.parametrize("answer", ["08:15", "8:15", "8.15", "0815", "08:15 Beijing time"])
def test_a_time_of_day_is_read_in_its_usual_forms(answer: str) -> None:
    variant = next(
        v for v in (drawn("tests", "clock", n) for n in range(20)) if v.model() == "08:15"
    )
    assert variant.judge(answer).right
    assert not variant.judge("07:15").right
    assert not variant.judge("25:15").readable


def test_a_garble_is_mended_by_cipher_group_code_group_or_word() -> None:
    for n in range(20):
        variant = drawn(SHIP, "garble", n)
        place, group = variant.model().split()
        pad = variant.values()["pad"].split()[int(place) - 1]
        code = "".join(str((int(a) - int(b)) % 10) for a, b in zip(group, pad, strict=True))
        shelf = book(SHIP).sources.shelf("practice-book")
        entry = shelf.book.entry_of(code)
        assert entry is not None
        for written in (
            f"group {place} should be {group}",
            f"{place}: {code}",
            f"The {place} is wrong; it reads {entry.plain}",
        ):
            assert variant.judge(written).right, written
        assert variant.judge(f"{place} ?").score == pytest.approx(0.4)


@given(st.text(max_size=80))
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert folded(plain(text)) == folded(text)
    assert words(text.upper()) == words(plain(text).upper())


@given(st.text("AB", max_size=6), st.text("AB", max_size=6))
def test_the_edit_distance_is_symmetric_and_no_more_than_asked(one: str, other: str) -> None:
    assert edit_distance(one, other, 2) == edit_distance(other, one, 2) <= 3
    assert (edit_distance(one, other, 2) == 0) is (one == other)


def test_a_choice_has_a_number_as_well_and_what_is_no_term_is_no_try_and_no_hint() -> None:
    variant = drawn("tests", "recall-choice", 0)
    offered = [line.partition(") ")[2] for line in variant.shown()[1:]]
    for number, term in enumerate(offered, 1):
        by_number = variant.judge(str(number))
        assert by_number.readable
        assert by_number.right is (term == variant.model())
        assert by_number == variant.judge("abcd"[number - 1])
    for written in ("9", "0", "no such word", "1" * 5_000):
        verdict = variant.judge(written)
        assert not verdict.readable
        assert "begins with" not in verdict.remarks[0].text
