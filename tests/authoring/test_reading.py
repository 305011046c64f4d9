"""Reading telegrams of other forms: two in one, parts, totals, alternatives, no times, Russian."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.authoring.document_reading import facts
from cablesim.authoring.document_reading.copylists import copy_list
from cablesim.authoring.document_reading.figures import number_in_words, written_twice
from cablesim.authoring.document_reading.found import Reading
from cablesim.authoring.document_reading.header import fused_in
from cablesim.authoring.document_reading.moments import clock_in, dates_in, times_in
from cablesim.authoring.document_reading.names import from_dative
from cablesim.authoring.document_reading.reading import read
from cablesim.documents.document import Layer
from cablesim.documents.form import FieldKind
from cablesim.scenario.places import resolve
from cablesim.scenario.scenario import Scenario

TELEGRAMS = Path(__file__).parent.parent / "telegrams"


def telegram(name: str) -> Reading:
    return read((TELEGRAMS / f"{name}.txt").read_text(encoding="utf-8"))


def said(reading: Reading) -> str:
    return "\n".join(f"{doubt.line}: {doubt.sentence}" for doubt in reading.doubts)


def test_the_form_of_3305_is_read_as_the_shipped_scenario_has_it(telegram: Scenario) -> None:
    path = resolve("stalin-zhou-3305") / "document.txt"
    reading = read(path.read_text(encoding="utf-8"))
    shipped = [field for field in telegram.evidence.form if field.value is not None]
    assert [(f.kind, f.value, f.line) for f in reading.fields] == [
        (field.kind, field.value, field.line) for field in shipped
    ]
    assert {reading.telegram, *reading.layers} == set(telegram.document.spans)
    assert reading.brackets == telegram.document.brackets
    assert [(each.line, each.parts) for each in reading.fused] == [
        (each.line, each.parts) for each in telegram.document.fused
    ]
    assert reading.recipients.names == ("Zhou Enlai", "Mao Zedong")
    assert reading.recipients.alternatives
    assert [(each.name, each.count) for each in reading.copies.holdings] == [
        ("Stalin", 2),
        ("Molotov", 1),
    ]
    assert reading.body == telegram.teaching.text_first


def test_glued_fields_are_parted_whatever_the_second_is() -> None:
    reading = read(
        "TELEGRAM No. 9\nOSTENDCiphered telegraph only\nTHE CONSUL\nAll is well.\nREEVE\n"
    )
    assert reading.fused[0].parts == ("OSTEND", "Ciphered telegraph only")
    assert reading.values(FieldKind.PLACE) == ("OSTEND",)
    assert reading.values(FieldKind.TO) == ("THE CONSUL",)
    assert [each.printed for each in reading.signatures] == ["REEVE"]
    reading = read("TELEGRAM No. 700FROM MALDON 12.2.51 RECEIVED 11:05\nAll is well.\nREEVE\n")
    assert reading.fused[0].parts[0] == "TELEGRAM No. 700"
    assert reading.values(FieldKind.PLACE) == ("MALDON",)
    assert reading.values(FieldKind.DATE) == ("12.2.51",)
    assert reading.values(FieldKind.TO) == ()


def test_an_alternative_may_be_named_by_what_he_is_to_the_other() -> None:
    order = "Transmit to GIO RIVA, or to his brother CARLO RIVA:\nThe mill is sold.\n"
    recipients = read(f"TELEGRAM No. 31\nTo THE MAYOR\n{order}BELLO\n").recipients
    assert recipients.names == ("Gio Riva", "Carlo Riva")
    assert recipients.alternatives


def test_a_numbered_copy_list_may_begin_on_the_line_of_its_heading() -> None:
    page = "TELEGRAM No. 31\nAll is well.\nBELLO\nCopies to: 1. Bello\n2. Mayor\n3. File\nTotal 3\n"
    reading = read(page)
    assert reading.copies.names == ("Bello", "Mayor", "File")
    assert (reading.copies.agrees, reading.copies.stated_on) == (True, 7)
    assert not said(reading)


def test_messages_that_are_numbered_in_roman_figures_have_no_figure_as_a_signature() -> None:
    page = "No. 88\nI.\nTo MARTA\nCome home.\nPAVEL\nII.\nTo ANTON\nStay there.\nPAVEL\n"
    reading = read(page)
    assert [each.text for each in reading.messages] == ["Come home.", "Stay there."]
    assert {each.printed for each in reading.signatures} == {"PAVEL"}


def test_two_messages_in_one_page_have_their_own_words_addressees_and_signatures() -> None:
    reading = telegram("two_in_one")
    assert [message.to for message in reading.messages] == ["the Chairman", "the Treasurer"]
    assert reading.messages[0].text.startswith("The dredger")
    assert "LENA" not in reading.body_text
    assert facts.names_signed(reading) == ("LENA FROST", "OSKAR VOSS")
    assert reading.copies.names == (
        "Chairman", "Treasurer", "Third Department", "Third Department", "File",
    )  # fmt: skip
    assert "6 copies are stated, 5 are listed" in said(reading)
    assert written_twice(reading.body_text)[0].figure == 2400


def test_three_parts_are_read_in_the_order_of_their_text_not_of_the_page() -> None:
    reading = telegram("three_parts")
    assert [part.number for part in reading.parts] == ["1203", "1204", "1205"]
    assert reading.messages[0].text.startswith(
        "To Captain Moran. Both ships are to leave the harbour before the ice breaks."
    )
    assert "1204, 1203, 1205" in said(reading)
    assert reading.values(FieldKind.SIGNATURE) == ("ALDER",)


def test_alternatives_without_any_time_and_a_title_without_a_date() -> None:
    reading = telegram("no_times")
    assert reading.recipients.names == ("Vera Lind", "Jon Hask")
    assert reading.recipients.alternatives
    assert reading.times == ()
    assert [(span.layer, span.first, span.last) for span in reading.layers] == [
        (Layer.CATALOGUE, 1, 1),
        (Layer.SUMMARY, 11, 11),
        (Layer.RIGHTS, 12, 13),
    ]
    assert reading.telegram.first == 3


def test_a_russian_incoming_form_with_clerk_numbered_copies_and_a_total() -> None:
    reading = telegram("russian_in")
    assert reading.language == "ru"
    assert reading.numbers.heading == ("5120/р",)
    assert [(time.event, time.moment, time.clerk) for time in reading.times] == [
        ("received", "1936-08-07T14:30", ""),
        ("deciphered", "1936-08-07T15:10", "Лундиной"),
    ]
    assert reading.copies.names == ("Сомов", "Сомов", "Ершов", "в дело")
    assert reading.copies.agrees
    assert reading.values(FieldKind.URGENCY) == ("Весьма срочно",)


def test_a_russian_outgoing_form_with_alternatives_a_clock_and_a_wrong_total() -> None:
    reading = telegram("russian_or")
    assert reading.recipients.names == ("Мария Соболева", "Николай Крон")
    assert reading.recipients.alternatives
    assert reading.times[0].moment == "1933-09-02T11:05"
    assert reading.times[0].clock == "local"
    assert "5 copies are stated, 4 are listed" in said(reading)
    assert "check the names" in said(reading)


def test_a_form_of_another_office_is_read_too() -> None:
    reading = telegram("plain_office")
    assert reading.times[0].moment == "1938-11-30T21:20"
    assert reading.values(FieldKind.CLOCK) == ("Sandwick time",)
    assert reading.recipients.names == ("Abel Thorne", "Ida Gray")
    assert not reading.recipients.alternatives
    assert "numbered 1, 3" in said(reading)
    assert facts.mode(reading) == "wire, cipher"


def test_glued_fields_are_told_with_both_parts_letter_for_letter() -> None:
    reading = telegram("glued_more")
    assert reading.fused[0].parts == ("CONSUL", "Received 17:45")
    assert "".join(reading.fused[0].parts) == reading.lines[reading.fused[0].line - 1]
    assert "glued together" in said(reading)


@pytest.mark.parametrize("name", ["bare", "shouted"])
def test_a_page_without_a_form_still_has_words(name: str) -> None:
    reading = telegram(name)
    assert reading.messages
    assert reading.recipients.names == ()


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("9 May 1931", ["1931-05-09"]),
        ("4.7.31", ["1931-07-04"]),
        ("20.June.1931", ["1931-06-20"]),
        ("Nov 16, 1931.", ["1931-11-16"]),
        ("6. II. 1931", ["1931-02-06"]),
        ("21.XI.1951", ["1951-11-21"]),
        ("7 августа 1936 г.", ["1936-08-07"]),
        ("1950-07-13 and July 3, 1931", ["1950-07-13", "1931-07-03"]),
        ("32.1.31, 1.13.31", []),
    ],
)
def test_dates_of_all_forms_are_read(text: str, dates: list[str]) -> None:
    assert [spot.value for spot in dates_in(text)] == dates


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("4:20 am", ["04:20"]),
        ("12:10 p.m.", ["12:10"]),
        ("12:10 a.m.", ["00:10"]),
        ("05 hours 20 minutes", ["05:20"]),
        ("14 час. 30 мин.", ["14:30"]),
        ("11 часов 05 минут", ["11:05"]),
        ("02.40 4.7.31", ["02:40"]),
        ("4.7.31", []),
        ("25:00, 10:61", []),
    ],
)
def test_times_of_all_forms_are_read(text: str, times: list[str]) -> None:
    assert [spot.value for spot in times_in(text)] == times


def test_a_time_that_cannot_be_is_told_and_taken_as_it_stands() -> None:
    spot = times_in("13:30 p.m.")[0]
    assert (spot.value, bool(spot.doubt)) == ("13:30", True)


def test_a_day_and_month_that_could_be_turned_are_doubtful() -> None:
    assert dates_in("10/02/31")[0].doubt
    assert not dates_in("30/11/1938")[0].doubt


def test_a_clock_is_named_or_not() -> None:
    assert clock_in("at 21:10 Eastmere time I") == ("Eastmere", "Eastmere time")
    assert clock_in("19:45 local time 16.11")[0] == "local"
    assert clock_in("Sent 03:15") == ("", "")


@pytest.mark.parametrize(
    ("text", "names", "stated"),
    [
        ("Copies: Marsh (2), Oakley", ["Marsh", "Marsh", "Oakley"], None),
        ("Copies (4 in all): A, B", ["A", "B"], 4),
        ("7 copies: Marsh (2)", ["Marsh", "Marsh"], 7),
        ("Copies: A (2),\nB (1), C. Total 4", ["A", "A", "B", "C"], 4),
        ("Copies to:\n1. Marsh\n2-3. Oakley\nTotal: 3 copies", ["Marsh", "Oakley", "Oakley"], 3),
        ("Разослано: Марш - 2 экз., Оукли - 1 экз. Всего 3 экз.", ["Марш", "Марш", "Оукли"], 3),
        ("Отп. 3 экз.\nЭкз. № 1 - т. Марш\nЭкз. № 2-3 - в дело", ["Марш", "в дело", "в дело"], 3),
        ("Copy No 1 to Marsh\nCopy No 2 to Oakley", ["Marsh", "Oakley"], None),
        ("1. The chains are to be oiled.\n2. The shed is shut.", [], None),
    ],
)
def test_copy_lists_of_all_forms_are_read(text: str, names: list[str], stated: int | None) -> None:
    found = copy_list(list(enumerate(text.split("\n"), 1)))
    assert (list(found.names), found.stated) == (names, stated)


@pytest.mark.parametrize(
    ("dative", "name"),
    [
        ("Чжоу Эньлаю", "Чжоу Эньлай"),
        ("Мао Цзэдуну", "Мао Цзэдун"),
        ("Марии", "Мария"),
        ("Гурову", "Гуров"),
        ("Марш", "Марш"),
        ("Marsh", "Marsh"),
    ],
)
def test_russian_names_are_read_back_from_the_dative(dative: str, name: str) -> None:
    assert from_dative(dative) == name


def test_numbers_in_words_are_read_or_left() -> None:
    assert number_in_words("two thousand four hundred") == 2400
    assert number_in_words("сто двадцать") == 120
    assert number_in_words("some few") is None
    assert not written_twice("120 (one hundred) oars")[0].agree


def test_words_that_only_look_glued_are_left_alone() -> None:
    assert fused_in("SOVIET AMBASSADOR Sent 03:15") is None
    assert fused_in("SOVIET AMBASSADORSent 03:15") == ("SOVIET AMBASSADOR", "Sent 03:15")
    assert fused_in("McDonald of the ministry") is None


WORDS = st.sampled_from(
    ["TO", "Copies:", "No. 12", "[", "]", "“", "”", '"', "Sent 03:15", "HERON", "4.7.31", "-----",
     "Rights", "First part", "Передайте", "или", "\u202e", "x" * 70, "5 copies", "1. A",
     "NEW PARAGRAPH", ""]
)  # fmt: skip


@pytest.mark.parametrize(
    "page", ["Rights", "Source", "Rights\n(c) 1950", "1.2.1950\nTelegram, A\nRights"]
)
def test_a_page_of_an_editions_words_alone_has_no_line_twice(page: str) -> None:
    reading = read(page)
    spans = sorted((span.first, span.last) for span in (reading.telegram, *reading.layers))
    assert all(a[1] < b[0] for a, b in pairwise(spans))


@settings(max_examples=150)
@given(st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=12).map("\n".join) | st.text())
def test_whatever_the_page_is_each_proposal_stands_on_its_line(text: str) -> None:
    reading = read(text)
    for item in reading.fields:
        assert item.value
        assert item.value in reading.lines[item.line - 1]
    for fused in reading.fused:
        assert "".join(fused.parts) == text.split("\n")[fused.line - 1]
    for bracket in reading.brackets:
        assert bracket.text in reading.lines[bracket.line - 1]
    spans = sorted((span.first, span.last) for span in (reading.telegram, *reading.layers))
    assert all(first <= last <= len(reading.lines) for first, last in spans)
    assert all(a[1] < b[0] for a, b in pairwise(spans))
