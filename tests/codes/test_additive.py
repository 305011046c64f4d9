"""Pad, additive, checks and the receiving clerk."""

from __future__ import annotations

import pytest
from books import pad_of
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.codes.additive import TAIL, Enciphered, decipher, encipher
from cablesim.codes.errors import CodeError, PageSpent
from cablesim.codes.pad import Pad, PadPage
from cablesim.codes.reception import inspect
from cablesim.modern.digits import Stream
from cablesim.office.line import Damage, carry
from cablesim.text.digits import column_sums

PAD = pad_of(1)
GROUPS = st.text("0123456789", min_size=5, max_size=5)


def message(count: int, seed: int = 0) -> Enciphered:
    draw = Stream(str(seed).encode(), "message")
    placode = [draw.figures(5) for _ in range(count)]
    return encipher(placode, PAD, serial=1, day=13)


@settings(max_examples=40)
@given(st.lists(GROUPS, min_size=1, max_size=200), st.integers(0, 999), st.integers(1, 31))
def test_what_is_enciphered_is_deciphered_and_pages_are_spent_on_both_sides(
    placode: list[str], serial: int, day: int
) -> None:
    sent = encipher(placode, PAD, serial=serial, day=day)
    received = inspect(sent.cryptogram, PAD)
    assert not received.faulty
    assert received.stated == received.received == len(sent.cryptogram)
    back = decipher([section.groups for section in received.sections], PAD)
    assert list(back.placode) == placode
    assert back.pad.spent == sent.pad.spent == frozenset(part.page.number for part in sent.parts)
    assert sent.cryptogram[-2] == f"{serial:03d}{day:02d}"


@pytest.mark.parametrize("count", [1, 2, 57, 58, 59, 115, 116, 117, 174, 300])
def test_pages_sections_end_mark_and_checks_stand_as_the_rule_says(count: int) -> None:
    sent = message(count)
    assert len(sent.sections) == -(-count // 58) + 1
    for part, section in zip(sent.parts, sent.sections[:-1], strict=True):
        assert section[0] == part.page.indicator
        assert section[-1] == column_sums(section[:-1])
        assert len(section) == len(part.above) + 2
    assert len(sent.sections[-1]) == TAIL
    last = sent.parts[-1]
    assert sent.sections[-1][0] == last.end_mark
    assert last.end_mark not in last.additive


def test_a_spent_page_is_refused_with_the_reason() -> None:
    sent = message(60)
    assert {page.number for page in sent.pad.fresh()} == set(range(3, 13))
    with pytest.raises(PageSpent, match="used twice"):
        sent.pad.spend(1)
    with pytest.raises(PageSpent):
        decipher(sent.sections, sent.pad)
    with pytest.raises(CodeError, match="no page 99"):
        PAD.spend(99)


def test_a_pad_too_short_a_group_too_short_and_nothing_at_all_are_refused() -> None:
    with pytest.raises(CodeError, match="more additive than"):
        encipher(["00000"] * 58, pad_of(2, pages=1, groups=20), serial=1, day=1)
    with pytest.raises(CodeError, match="no group of five"):
        encipher(["0000"], PAD, serial=1, day=1)
    with pytest.raises(CodeError, match="nothing to encipher"):
        encipher([], PAD, serial=1, day=1)
    with pytest.raises(CodeError, match="begin with the same group"):
        Pad((PAD.pages[0], PadPage(2, PAD.pages[0].groups)))
    with pytest.raises(CodeError, match="2 groups"):
        PadPage(1, ("00000", "11111"))


def test_an_indicator_of_no_page_is_refused() -> None:
    sections = [list(section) for section in message(3).sections]
    sections[0][0] = "00000" if PAD.pages[0].indicator != "00000" else "00001"
    with pytest.raises(CodeError, match="no page of the pad begins with"):
        decipher(sections, PAD)


def damaged(groups: tuple[str, ...], place: int, damage: Damage) -> tuple[str, ...]:
    group = groups[place]
    came: tuple[str, ...]
    match damage:
        case Damage.MISREAD:
            came = (f"{(int(group[0]) + 3) % 10}{group[1:]}",)
        case Damage.CLIPPED:
            came = (group[:-1],)
        case Damage.LOST:
            came = ()
        case Damage.DOUBLED:
            came = (group, group)
        case Damage.SWAPPED:
            came = (f"{group[1]}{group[0]}{group[2:]}",)
        case Damage.SEVERAL:
            came = (f"{(int(group[0]) + 3) % 10}{(int(group[1]) + 1) % 10}{group[2:]}",)
    return (*groups[:place], *came, *groups[place + 1 :])


@pytest.mark.parametrize("count", [1, 2, 57, 58, 59, 116, 117, 130])
@pytest.mark.parametrize("damage", Damage)
def test_any_single_damage_at_any_place_is_found_and_only_its_section_is_asked_for(
    count: int, damage: Damage
) -> None:
    sent = message(count)
    for place in range(len(sent.cryptogram)):
        came = damaged(sent.cryptogram, place, damage)
        if came == sent.cryptogram:
            continue
        found = inspect(came, PAD)
        assert found.faulty, f"{damage} of group {place + 1} of {count}"
        if len(found.sections) == len(sent.sections):
            whole = [
                section.groups if section.sound else true
                for section, true in zip(found.sections, sent.sections, strict=True)
            ]
            assert decipher(whole, PAD).placode == decipher(sent.sections, PAD).placode
            assert len(found.faulty) <= 2


@settings(max_examples=150)
@given(st.integers(1, 260), st.integers(0, 10_000), st.integers(1, 5))
def test_what_the_line_damages_is_always_seen(count: int, seed: int, garbles: int) -> None:
    sent = message(count)
    came, made = carry(sent.cryptogram, Stream(str(seed).encode(), "line"), garbles=garbles)
    found = inspect(came, PAD)
    assert bool(found.faulty) is bool(made)
    if len(found.sections) == len(sent.sections):
        for section, true in zip(found.sections, sent.sections, strict=True):
            assert not section.sound or section.groups == true
