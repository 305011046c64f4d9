"""VIC: the published message and its key, other keys and alphabets, garbles, refusals."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from systems.keys_figures import VIC_FULL, vics
from systems.roads import back, there

from cablesim.codes import registry
from cablesim.codes.figures.vic_board import Board
from cablesim.codes.figures.vic_keys import LineOf
from cablesim.errors import CablesimError
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.system import OneWay
from cablesim.systems.vectors import Vector, shipped
from cablesim.text.alphabet import LATIN26
from cablesim.text.ledger import ChangeKind
from cablesim.text.reading import ForeignSign

KEY: dict[str, object] = {
    "keyword": "СНЕГОПА",
    "phrase20": "ТОЛЬКО СЛЫШНО НА УЛИЦЕ Г",
    "date_digits": "391945",
    "personal_number": 13,
    "keygroup": "20818",
}
LATIN_KEY: dict[str, object] = {
    "keyword": "SENATOR",
    "phrase20": "I dream of Jeannie with t",
    "date_digits": "741776",
    "personal_number": 8,
    "keygroup": "77651",
}
HEADER = "5073894612"


def message() -> Vector:
    """Return the published message."""
    return next(vector for vector in shipped() if vector.id == "vic-01")


# --- the key


@pytest.mark.parametrize(
    ("line", "figures"),
    [
        # The lines of the published message, as several public descriptions work them out.
        ("A", "20818"),
        ("B: first five digits of the date", "39194"),
        (
            "C: keygroup minus first five date digits (mod 10), chain-added to ten digits",
            "9172408964",
        ),
        ("E1: first half of the phrase in sequence", "7420156398"),
        ("first transposition key, width 17 = 13 + 4", "96033183664690475"),
        ("second transposition key, width 14 = 13 + 1", "30274304287712"),
        ("checkerboard header", HEADER),
        ("S: sequence of line P", HEADER),
        ("header of the checkerboard: the last row numbered", HEADER),
        ("widths", "17 14"),
    ],
)
def test_lines_of_the_published_key_by_letter_or_by_name(line: str, figures: str) -> None:
    assert there("vic-key-derivation", "", line=line, **KEY) == figures


def test_the_lines_of_another_published_key() -> None:
    # J. J. G. Savard's example (quadibloc.com/crypto/pp1324.htm), also in old-crypto-rs.
    lines = {"C": "0358438327", "E": "62031895741674205839", "G": "6551517891", "H": "0221215831"}
    for line, figures in lines.items():
        assert there("vic-key-derivation", "77651 - 74177", line=line, **LATIN_KEY) == figures


@pytest.mark.parametrize(
    ("described", "letter"),
    [
        ("C", "C"),
        ("line G", "G"),
        ("G = C + E1 (mod 10)", "G"),
        ("C + E1", "G"),
        ("A - B", "C"),
        ("E.2", "E2"),
        ("Q (first transposition key)", "Q"),
        ("second transposition key", "R"),
        ("key of the disrupted transposition", "R"),
        ("K to P", "K-P"),
        ("fifty digits by chain addition", "K-P"),
        ("last row of the chain addition block", "P"),
        ("P: last of five rows", "P"),
        ("G looked up through the second half", "H"),
        ("sequence of H", "J"),
        ("key group", "A"),
        ("date", "B"),
    ],
)
def test_a_line_is_known_by_its_description(described: str, letter: str) -> None:
    assert LineOf().read("line", described) == letter


def test_numbers_are_given_left_to_right_and_nought_is_ten() -> None:
    assert there("vic-sequencing", "ANNIEWITHT") == "1674205839"
    assert there("vic-sequencing", "IDREAMOFJEANNIEWITHT") == "62031895741674205839"
    assert there("vic-sequencing", "0101") == "3142"
    assert there("vic-sequencing", "СНЕГ", rule="ties left to right") == "4321"
    assert there("vic-sequencing", "AAAAAAAAAA") == "1234567890"


def test_what_cannot_be_undone_says_so() -> None:
    with pytest.raises(OneWay):
        back("vic-sequencing", "6203189574")
    with pytest.raises(OneWay):
        back("vic-key-derivation", "9172408964", **KEY)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("phrase20", "ТОЛЬКО", "it has 6 letters"),
        ("keygroup", "2081", "write five figures"),
        ("date_digits", "391", "five at least"),
        ("personal_number", 40, "more than the fifty figures"),
        ("line", "the moon", "is no line"),
        ("line", "", "is no line"),
    ],
)
def test_a_key_that_is_none_is_refused(name: str, value: object, why: str) -> None:
    with pytest.raises(ParameterRefused, match=why):
        there("vic-key-derivation", "", **{**KEY, name: value})


def test_a_last_row_of_equal_figures_gives_two_equal_widths() -> None:
    noughts = {**KEY, "keygroup": "39194", "phrase20": "АБВГДЕЖЗИК" * 2}
    lines = {line: there("vic-key-derivation", "", line=line, **noughts) for line in "GHP"}
    assert set(lines["G"]) == set("1234567890")
    assert there("vic-key-derivation", "", line="widths", **noughts)


# --- the checkerboard


def test_figures_are_tripled_between_two_marks() -> None:
    board = {"keyword": "СНЕГОПА", "header": HEADER}
    assert there("vic-checkerboard", "№1", **board) == "681811118"
    assert there("vic-checkerboard", "№18", **board) == "681811188818"
    assert back("vic-checkerboard", "681811188818", **board) == "№18"
    assert there("vic-checkerboard", "№1", digits="doubled", **board) == "68181118"
    assert there("vic-checkerboard", "{Н/Ц}111{Н/Ц}", **board) == "1811118"


def test_marks_are_written_with_or_without_their_stroke() -> None:
    board = {"keyword": "СНЕГОПА", "header": HEADER}
    assert there("vic-checkerboard", "{нт}{Н/Т}{ПВТ}{п/л}", **board) == "28282227"
    assert back("vic-checkerboard", "28282227", **board) == "{НТ}{НТ}{ПВТ}{ПЛ}"


def test_letters_that_the_board_lacks_are_read_as_others() -> None:
    board = {"keyword": "СНЕГОПА", "header": HEADER}
    assert there("vic-checkerboard", "Йёъ", **board) == there("vic-checkerboard", "ИЕЬ", **board)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("АБ{ХХ}", "place 3: the board has no place for '{ХХ}'"),
        ("А{НТ", "place 2: the board has no place for '{'"),
        ("А/", "place 2"),
        ("{НЦ}12", "place 1"),
        ("{НЦ}123{НЦ}", "3 times"),
    ],
)
def test_what_has_no_place_on_the_board_is_refused(text: str, why: str) -> None:
    with pytest.raises(SystemRefused, match=why):
        there("vic-checkerboard", text, keyword="СНЕГОПА", header=HEADER)


def test_a_board_without_marks_may_be_given_whole() -> None:
    # A board in the manner of Wikipedia's straddling checkerboard.
    board = {
        "header": "0123456789",
        "top_row": "E T _ A O N _ R I S",
        "row_2": "B C D F G H J K L M",
        "row_6": "P Q / U V W X Y Z .",
    }
    assert there("vic-checkerboard", "ATTACKATDAWN", **board) == "3113212731223655"
    assert back("vic-checkerboard", "3113212731223655", **board) == "ATTACKATDAWN"
    with pytest.raises(SystemRefused, match="no place for '1'"):
        there("vic-checkerboard", "A1", **board)


@pytest.mark.parametrize(
    ("parameters", "why"),
    [
        ({"header": "0123456788", "keyword": "СНЕГОПА"}, "each of 0 to 9 once"),
        ({"header": HEADER, "keyword": "СНЕГ"}, "write 7 different letters"),
        ({"header": HEADER, "keyword": "СНЕГОПП"}, "write 7 different letters"),
        ({"header": HEADER, "keyword": "СНЕГОПА", "alphabet": "russian33"}, "places"),
        ({"header": HEADER, "top_row": "A B _", "row_6": "C"}, "give each its row_N"),
        ({"header": HEADER, "top_row": " ".join("ABCDEFGHIJK")}, "it has 11 cells"),
        ({"header": HEADER, "top_row": "A A C D E F G H I J"}, "stands twice"),
        ({"header": HEADER, "top_row": "_ A C D E F G H I J", "row_5": "FIGS"}, "must not stand"),
        ({"keyword": "СНЕГОПА"}, "keygroup: write five figures"),
    ],
)
def test_a_board_that_is_none_is_refused(parameters: dict[str, object], why: str) -> None:
    with pytest.raises(ParameterRefused, match=why):
        there("vic-checkerboard", "А", **parameters)


def test_figures_that_cannot_be_read_are_refused_or_shown() -> None:
    board = {"keyword": "SENATOR", "header": "0123456789", "alphabet": "latin26"}
    for figures in ("979", "8", "84123"):
        with pytest.raises(SystemRefused, match="garbles=show"):
            back("vic-checkerboard", figures, **board)
        back("vic-checkerboard", figures, garbles="show", **board)


def test_shown_garbles_lose_no_more_than_they_must() -> None:
    board = {"keyword": "СНЕГОПА", "header": HEADER, "garbles": "show"}
    assert back("vic-checkerboard", "5" + "18111321333" + "18" + "5", **board) == "С1?3С"
    assert back("vic-checkerboard", "56", **board) == "С?"


# --- the whole


def test_the_published_message_is_enciphered_and_deciphered_exactly() -> None:
    vector = message()
    assert there("vic", vector.plain, **vector.parameters) == vector.cipher
    assert back("vic", vector.cipher, **vector.parameters) == vector.plain


def test_the_key_group_is_found_in_the_message() -> None:
    vector = message()
    known = {name: value for name, value in vector.parameters.items() if name != "keygroup"}
    assert back("vic", vector.cipher, **known) == vector.plain


def test_the_nulls_of_the_published_message_are_put_in_where_they_are_left_out() -> None:
    vector = message()
    working = registry.system("vic").encipher(vector.plain.removesuffix("ЭА"), **vector.parameters)
    assert working.result == vector.cipher
    assert [change.read for change in working.ledger if change.kind is ChangeKind.NULL] == ["214"]


def test_the_halves_of_a_message_are_put_right() -> None:
    vector = message()
    second, _, first = vector.plain.partition("{НТ}")
    assert back("vic", vector.cipher, halves="cut", **vector.parameters) == first + second


def test_one_wrong_group_is_shown_and_not_hidden() -> None:
    vector = message()
    garbled = vector.cipher.replace("71187", "71107", 1)
    shown = back("vic", garbled, garbles="show", **vector.parameters)
    assert shown != vector.plain
    assert len(shown) > 600


def test_a_wrong_key_group_is_refused_with_its_place() -> None:
    vector = message()
    with pytest.raises(SystemRefused, match="group 203 is 20618 and not the key group 20818"):
        back("vic", vector.cipher.replace(" 20818 ", " 20618 "), **vector.parameters)


@pytest.mark.parametrize("text", ["А", "Й", "1", "{ПВТ}", "АБВ", "ПЕКИН 1"])
def test_short_messages_have_the_key_group_first(text: str) -> None:
    sent = there("vic", text, **KEY)
    assert sent.startswith("20818 ")
    assert len(sent.replace(" ", "")) % 5 == 0


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    key=vics(LATIN26.signs),
    text=st.lists(
        st.sampled_from([*LATIN26.signs, *".,#0123456789", "{REPEAT}", "{SHIFT}"]), max_size=80
    ).map("".join),
    halves=st.sampled_from(["as written", "cut"]),
)
def test_latin_messages_come_back(key: dict[str, object], text: str, halves: str) -> None:
    parameters = {**key, "halves": halves}
    cipher, _ = registry.system("vic").cipher(parameters)
    sent = there("vic", text, **parameters)
    assert back("vic", sent, **parameters) == cipher.returned(text)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(key=VIC_FULL, figures=st.text("0123456789", max_size=120))
def test_any_figures_are_read_or_refused_in_words(key: dict[str, object], figures: str) -> None:
    for garbles in ("refuse", "show"):
        with suppress(CablesimError):
            back("vic", figures, **{**key, "garbles": garbles})


@settings(max_examples=200, deadline=None)
@given(header=st.permutations("0123456789"), figures=st.text("0123456789", max_size=60))
def test_both_roads_read_any_figures_alike(header: list[str], figures: str) -> None:
    cipher, _ = registry.system("vic-checkerboard").cipher(
        {"header": "".join(header), "keyword": "SENATOR", "garbles": "show"}
    )
    board = cipher.board  # type: ignore[attr-defined]  # The cipher of this system.
    assert isinstance(board, Board)
    for spare in (0, 4):
        bulk = board.decoded(figures, spare=spare, garbles="show")
        slow = "".join(text for _, text in board.read(figures, spare=spare, garbles="show"))
        assert bulk == slow


@pytest.mark.parametrize(
    ("text", "parameters", "why"),
    [
        ("A", {}, "not one of checkerboard"),
        ("А{НТ}Б", {"halves": "cut"}, "already"),
        ("А", {"message_start_marker": "{ХХ}"}, "is no mark of the board"),
        ("А", {"keygroup": ""}, "write five figures"),
    ],
)
def test_what_cannot_be_enciphered_is_refused(
    text: str, parameters: dict[str, object], why: str
) -> None:
    with pytest.raises((ForeignSign, SystemRefused), match=why):
        there("vic", text, **{**KEY, **parameters})


@pytest.mark.parametrize(
    ("text", "parameters", "why"),
    [
        ("12345", {}, "no groups of five"),
        ("1234567", {}, "no groups of five"),
        ("20818 23677 44179 90262 53174", {"halves": "cut"}, "nobody can say where it begins"),
        ("12345 23677", {}, "group 1 is 12345"),
    ],
)
def test_what_cannot_be_deciphered_is_refused(
    text: str, parameters: dict[str, object], why: str
) -> None:
    with pytest.raises(SystemRefused, match=why):
        back("vic", text, **{**KEY, **parameters})


def test_an_empty_message_stays_empty() -> None:
    for halves in ("cut", "as written"):
        assert there("vic", "", halves=halves, **KEY) == ""
        assert back("vic", "", halves=halves, **KEY) == ""
