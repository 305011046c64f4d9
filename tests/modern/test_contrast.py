"""The contrast lesson: each experiment says what really happened."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablesim.modern import additive
from cablesim.modern.contrast import FIRST_TEXT, SECOND_TEXT, TELEGRAM, contrast
from cablesim.modern.digits import Stream, figures
from cablesim.modern.primitives import Refusal
from cablesim.modern.sealing import ReaderKey, demo_ephemerals, open_copy, seal
from cablesim.modern.signing import SenderKey, sign
from cablesim.modern.trial import STANDING, Outcome, Trial, clipped, line, lines, width
from cablesim.text.visible import visible_line

MESSAGE = "A text made up for this test."
READERS = ("copy 1: Anna", "copy 2: Anna", "copy 3: Boris")
SENDER = "FILIN"
SEED = "3305"


def cut(row: str) -> tuple[str, ...]:
    return tuple(row[place : place + 5] for place in range(0, len(row), 5))


PLAIN = cut(figures(b"test", "plain", 50))
PAD = cut(figures(b"test", "pad", 60))
CIPHER = additive.added(PLAIN, PAD[:10])


def lesson(
    message: str = MESSAGE,
    readers: tuple[str, ...] = READERS,
    sender: str = SENDER,
    seed: str = SEED,
) -> dict[str, Trial]:
    trials = contrast(
        message,
        readers=readers,
        sender=sender,
        seed=seed,
        cipher_groups=CIPHER,
        pad_groups=PAD,
    )
    return {trial.id: trial for trial in trials}


def value(shown: tuple[str, ...], label: str) -> str:
    """Return what stands beside a label, the continued lines added to it."""
    at = next(place for place, row in enumerate(shown) if row[:24].rstrip() == label)
    more = at + 1
    while more < len(shown) and shown[more].startswith(" " * 25):
        more += 1
    return " ".join(row[25:] for row in shown[at:more])


def test_the_lesson_has_five_experiments_and_all_are_marked() -> None:
    assert list(lesson()) == ["copies", "stranger", "signature", "tampering", "nonce"]
    assert {trial.standing for trial in lesson().values()} == {STANDING}
    assert "made up for teaching" in STANDING


def test_the_same_seed_gives_the_same_lesson_and_another_seed_another() -> None:
    assert lesson() == lesson()
    for name, trial in lesson(seed="1414").items():
        assert trial.shown != lesson()[name].shown


def test_the_outcomes_are_these() -> None:
    modern = {name: trial.outcome for name, trial in lesson().items()}
    beside = {name: trial.beside.outcome for name, trial in lesson().items()}
    assert modern == {
        "copies": Outcome.ACCEPTED,
        "stranger": Outcome.REFUSED,
        "signature": Outcome.REFUSED,
        "tampering": Outcome.REFUSED,
        "nonce": Outcome.EXPOSED,
    }
    assert beside == {
        "copies": Outcome.ACCEPTED,
        "stranger": Outcome.UNNOTICED,
        "signature": Outcome.UNNOTICED,
        "tampering": Outcome.UNNOTICED,
        "nonce": Outcome.EXPOSED,
    }


def test_the_copies_shown_are_copies_that_their_readers_can_open() -> None:
    text, secret = MESSAGE.encode(), SEED.encode()
    keys = [
        ReaderKey.derived(name, secret, f"modern/reader/{number}/{name}")
        for number, name in enumerate(READERS, start=1)
    ]
    listed = [key.reader for key in keys]
    once = demo_ephemerals(secret, text, listed, telegram=TELEGRAM)
    copies = seal(text, listed, telegram=TELEGRAM, ephemerals=once)
    shown = lesson()["copies"].shown
    for copy, key in zip(copies, keys, strict=True):
        assert open_copy(copy, key) == text
        size, head = value(shown, copy.reader).split(" bytes  ")
        assert int(size) == len(text) + 48
        assert copy.sealed.hex().startswith(head.rstrip("…"))
        assert value(shown, f"key of copy {copy.number}") == (f"opens copy {copy.number}, no other")


def test_the_stranger_is_refused_in_words_and_beside_any_page_gives_figures() -> None:
    trial = lesson()["stranger"]
    assert value(trial.shown, "what was said") == (
        "copy 1 is made out to 'copy 1: Anna'; "
        "the key of 'a reader not on the list' does not open it"
    )
    other = groups(trial, "some other page")
    assert groups(trial, "deciphered") == additive.subtracted(CIPHER[:6], other)
    assert groups(trial, "before enciphering") == PLAIN[:6] != groups(trial, "deciphered")


def test_the_signature_shown_is_the_one_that_the_key_makes() -> None:
    trial = lesson()["signature"]
    key = SenderKey.derived(SENDER, SEED.encode(), f"modern/sender/{SENDER}")
    head, outcome = value(trial.shown, "signed by that key").split("…  ")
    assert sign(MESSAGE.encode(), key).hex().startswith(head)
    assert outcome == "accepted"
    for label in ("signed by the impostor", "one full stop added", "a key nobody holds"):
        assert value(trial.shown, label).endswith("refused")
    assert value(trial.shown, "what was said").startswith("not signed by the key of FILIN")
    forged = groups(trial, "invented groups")
    assert groups(trial, "deciphered") == forged
    assert groups(trial, "sent by an impostor") == additive.added(forged, PAD[:6])


def test_exactly_one_bit_and_exactly_one_figure_were_changed() -> None:
    trial = lesson()["tampering"]
    sent, arrived = (
        int(value(trial.shown, f"that byte, {when}"), 16) for when in ("sent", "arrived")
    )
    assert (sent ^ arrived).bit_count() == 1
    assert "does not hold" in value(trial.shown, "what was said")
    assert value(trial.shown, "copy number changed") == "refused"
    above = different(groups(trial, "sent"), groups(trial, "arrived"))
    below = different(groups(trial, "before enciphering"), groups(trial, "deciphered"))
    assert len(above) == 1
    assert above == below


def test_the_change_of_a_figure_is_told_as_it_happened() -> None:
    beside = lesson()["tampering"].beside
    told = re.match(
        r"Group (\d) was sent as (\d+) and arrived as (\d+); "
        r"below the pad it reads (\d+) where (\d+) stood",
        beside.why,
    )
    assert told is not None
    place = int(told[1]) - 1
    assert (told[2], told[5]) == (CIPHER[place], PLAIN[place])
    assert additive.subtracted([told[3]], [PAD[place]]) == (told[4],)


def test_one_nonce_twice_shows_the_other_text_and_one_page_twice_the_difference() -> None:
    trial = lesson()["nonce"]
    first, second, above, below = (
        bytes.fromhex(value(trial.shown, label))
        for label in (
            FIRST_TEXT.decode(),
            SECOND_TEXT.decode(),
            "XOR of the two locked",
            "XOR of the two plain",
        )
    )
    assert bytes(a ^ b for a, b in zip(first, second, strict=True)) == above
    assert bytes(a ^ b for a, b in zip(FIRST_TEXT, SECOND_TEXT, strict=True)) == below == above
    assert value(trial.shown, "and with the first text") == SECOND_TEXT.decode()
    sent = groups(trial, "first row, sent"), groups(trial, "second row, same page")
    assert sent[0] == CIPHER[:5]
    assert sent[1] == additive.added(PLAIN[5:10], PAD[:5])
    assert groups(trial, "second less first") == additive.subtracted(sent[1], sent[0])
    assert groups(trial, "the same below the pad") == additive.subtracted(PLAIN[5:10], PLAIN[:5])
    assert groups(trial, "second less first") == groups(trial, "the same below the pad")


def groups(trial: Trial, label: str) -> tuple[str, ...]:
    return tuple(value(trial.beside.shown, label).removesuffix(" …").split())


def different(one: tuple[str, ...], other: tuple[str, ...]) -> list[int]:
    pairs = zip("".join(one), "".join(other), strict=True)
    return [place for place, (a, b) in enumerate(pairs) if a != b]


@given(
    st.text(max_size=60),
    st.lists(st.text(max_size=90), min_size=1, max_size=4),
    st.text(max_size=90),
    st.text(max_size=20),
)
@settings(max_examples=60, deadline=None)
def test_whatever_the_names_the_lines_fit_and_the_outcomes_stay(
    message: str, readers: list[str], sender: str, seed: str
) -> None:
    trials = lesson(message, tuple(readers), sender, seed)
    assert [trial.outcome for trial in trials.values()] == [
        trial.outcome for trial in lesson().values()
    ]
    for trial in trials.values():
        for row in (*trial.shown, *trial.beside.shown):
            assert width(row) <= 72
            assert row == visible_line(row)
        assert width(trial.title) <= 72
        assert trial.done == visible_line(trial.done)


@pytest.mark.parametrize("seed", [f"seed {number}" for number in range(40)])
def test_no_seed_makes_an_experiment_come_out_otherwise(seed: str) -> None:
    for name, trial in lesson(seed=seed).items():
        assert trial.outcome is lesson()[name].outcome
        assert trial.beside.outcome is lesson()[name].beside.outcome


def test_rows_that_do_not_fit_are_refused() -> None:
    with pytest.raises(additive.RowError, match="give two groups or more"):
        additive.row(CIPHER[:1], PAD)
    with pytest.raises(additive.RowError, match="10 groups cannot stand under 9 pad groups"):
        additive.row(CIPHER, PAD[:9])
    with pytest.raises(additive.RowError, match="differ in length"):
        additive.row(["12345", "1234"], ["11111", "22222"])
    with pytest.raises(additive.RowError, match="differ in length among themselves"):
        additive.page_used_twice(additive.row(["123", "1234"], ["111", "2222"]))


def test_an_empty_copy_list_is_refused() -> None:
    with pytest.raises(Refusal, match="no reader is listed"):
        lesson(readers=())


@given(st.lists(st.tuples(*[st.from_regex(r"[0-9]{5}", fullmatch=True)] * 2), min_size=2))
def test_the_additive_notices_nothing_whatever_the_rows(pairs: list[tuple[str, str]]) -> None:
    sheet = additive.row([one for one, _ in pairs], [other for _, other in pairs])
    assert additive.added(sheet.plain, sheet.pad) == sheet.cipher
    stream = Stream(b"rows", "test")
    assert additive.changed_figure(sheet, stream).outcome is Outcome.UNNOTICED
    assert additive.anyone_may_write(sheet, stream).outcome is Outcome.UNNOTICED
    assert additive.page_used_twice(sheet).outcome is Outcome.EXPOSED
    assert additive.one_row_for_all(sheet).outcome is Outcome.ACCEPTED


def test_long_and_broad_names_are_cut_or_wrapped_to_their_columns() -> None:
    assert clipped("周恩来" * 20, 9) == "周恩来周…"
    assert width(line("周" * 40, "x" * 90)) <= 72
    assert "".join(row[25:] for row in lines("said", "x" * 100)) == "x" * 100
    assert lines("said", "") == ("said" + " " * 21,)
