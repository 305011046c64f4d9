"""A learner in a real terminal: the first run, lesson one by keyboard, a kill in mid-answer."""

from __future__ import annotations

import signal

import pytest
from seat import Seat
from terminal import Terminal

ID = "stalin-zhou-3305"
GROUPS = {"4679": "KOREA", "7706": "MOSCOW", "0465": "NINE", "2168": "PILOT"}


def the_word(terminal: Terminal) -> str:
    """Return what the group on the screen means, as a learner reads it off the list there."""
    text = " ".join(" ".join(line.strip("│║ ") for line in terminal.screen()).split())
    group = text.partition("You receive ")[2][:4]
    return GROUPS[group]


# What appears from the first run to the end of lesson one, and what is typed then.
LESSON_ONE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("YOUR FIRST GROUP", ("4", "6", "7", "9")),
    ("You have deciphered your first group", ("2",)),
    ("LESSONS", ("enter",)),
    ("What you will be able to do", ("enter",)),
    ("Press 1 to 3", ("2",)),
    ("Enter opens the exercise “Read one group”", ("enter",)),
    ("YOUR ANSWER", ()),
    ("Right.", ("enter",)),
    ("■ solved", ("enter",)),
    ("The rule", ("enter",)),
    ("what stands under", (*"7719", "enter")),
    ("Yes: 7719.", ("enter",)),
    ("Line 2: what stands under plain?", ("enter",)),
    ("Line 3: what stands under plain?", ("enter",)),
    ("WE ARE READY TO SEND", ("enter",)),
    ("Exercises · 5/7", ("right", "right", "right", "enter")),
    ("Look back", ("3",)),
    ("Right.", ("enter",)),
    ("This lesson:", ("q", "q", "q")),
)


def test_somebody_new_goes_through_first_run_and_lesson_one_by_keyboard(seat: Seat) -> None:
    terminal = seat.start()
    for appears, typed in LESSON_ONE:
        terminal.wait_for(appears)
        terminal.settle(0.2)
        if appears == "YOUR ANSWER":
            terminal.send(*the_word(terminal).lower(), "enter")
        terminal.send(*typed)
    assert terminal.wait() == 0
    again = seat.start()
    again.wait_for("SCENARIOS")
    assert not any("YOUR FIRST GROUP" in line for line in again.screen()), "it comes once"


@pytest.mark.parametrize("words", [(), ("do", ID, "take-pad-off")], ids=["bare", "do"])
def test_a_kill_in_mid_answer_loses_nothing_of_it(seat: Seat, words: tuple[str, ...]) -> None:
    terminal = seat.start("do", ID, "take-pad-off")
    terminal.wait_for("YOUR ANSWER")
    for part in ("1234", " 56"):
        terminal.send(*part)
        terminal.settle(1.2)
    terminal.kill(signal.SIGKILL)
    again = seat.start(*words)
    again.wait_for("Take the pad off")
    again.wait_for("1234 56")
    again.send("f4")
    again.wait_for("SHEET")
    for figure in "78":
        again.send(figure)
        again.settle(1.2)
    again.kill(signal.SIGKILL)
    third = seat.start(*words)
    third.wait_for("1234 5678")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("do", ID), "48 solved"),
        (("do", "ten-lessons", "chain"), "Five figures make ten"),
        (("learn",), "LESSONS"),
        (("learn", "depth"), "Lesson 9 of 10"),
        (("review",), "Nothing comes back for now"),
        (("progress",), "There is nothing on your record yet"),
    ],
    ids=" ".join,
)
def test_a_word_at_a_terminal_opens_its_screen(
    seat: Seat, words: tuple[str, ...], shown: str
) -> None:
    terminal = seat.start(*words)
    terminal.wait_for(shown)
    terminal.send("ctrl+q")
    assert terminal.wait() == 0
    assert b"\x1b[?1049l" in terminal.raw, "the terminal is given back"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("do", ID, "add-pda"), b"did you mean 'add-pad'"),
        (("learn", "dept"), b"did you mean 'depth'"),
    ],
    ids=["do", "learn"],
)
def test_a_wrong_name_is_told_before_a_screen_opens(
    seat: Seat, words: tuple[str, ...], said: bytes
) -> None:
    terminal = seat.start(*words)
    assert terminal.wait() == 2
    assert said in terminal.raw
    assert b"\x1b[?1049h" not in terminal.raw


def test_plain_at_a_terminal_asks_line_by_line(seat: Seat) -> None:
    terminal = seat.start("learn", "1", "--plain")
    terminal.wait_for("Type 1 to 3")
    assert b"\x1b[?1049h" not in terminal.raw
