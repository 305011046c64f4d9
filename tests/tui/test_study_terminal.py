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


def test_somebody_new_goes_through_first_run_and_lesson_one_by_keyboard(seat: Seat) -> None:
    terminal = seat.start()
    terminal.wait_for("YOUR FIRST GROUP")
    for figure in "4679":
        terminal.send(figure)
    terminal.wait_for("You have deciphered your first group")
    terminal.send("2")
    terminal.wait_for("LESSONS")
    terminal.send("enter")
    terminal.wait_for("What you will be able to do")
    terminal.send("enter")
    terminal.wait_for("Press 1 to 3")
    terminal.send("2")
    terminal.wait_for("Enter opens the exercise “Read one group”")
    terminal.send("enter")
    terminal.wait_for("YOUR ANSWER")
    terminal.send(*the_word(terminal).lower(), "enter")
    terminal.wait_for("Right.")
    terminal.send("enter")
    terminal.wait_for("■ solved")
    terminal.send("enter")
    terminal.wait_for("The rule")
    terminal.send("enter")
    terminal.wait_for("what stands under")
    terminal.send(*"7719", "enter")
    terminal.wait_for("Yes: 7719.")
    terminal.settle(0.2)
    terminal.send("enter")
    terminal.wait_for("Line 2: what stands under plain?")
    terminal.send("enter")
    terminal.wait_for("Line 3: what stands under plain?")
    terminal.send("enter")
    terminal.settle(0.2)
    terminal.send("enter")
    terminal.wait_for("Exercises · 5/7")
    terminal.send("right", "right", "right", "enter")
    terminal.wait_for("Look back")
    terminal.send("3")
    terminal.wait_for("Right.")
    terminal.send("enter")
    terminal.wait_for("This lesson:")
    terminal.send("q", "q", "q")
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
