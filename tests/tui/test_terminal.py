"""The program in a real terminal: what reaches it, what survives a kill, how it leaves."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

import pytest
from invented import make_folder
from seat import Seat

if TYPE_CHECKING:
    from pathlib import Path

ID = "stalin-zhou-3305"
COLOUR = re.compile(rb"\x1b\[[0-9;]*(?:3[0-7]|4[0-7]|38|48|9[0-7]|10[0-7])[0-9;]*m")


def test_a_newcomer_goes_from_home_through_the_whole_walk_by_enter_alone(seat: Seat) -> None:
    terminal = seat.start()
    terminal.wait_for("YOUR FIRST GROUP")
    terminal.send("enter")
    terminal.wait_for("Enter is not needed")
    terminal.send("q")
    terminal.wait_for("SCENARIOS")
    terminal.send("enter")
    terminal.wait_for("Page 1/16")
    for _ in range(160):
        terminal.send("enter")
        terminal.settle(0.08)
        if any("This is the last page" in line for line in terminal.screen()):
            break
    terminal.wait_for("This is the last page")
    terminal.send("q")
    terminal.wait_for("You stopped at: end")
    terminal.send("q")
    assert terminal.wait() == 0
    assert b"\x1b[?1049l" in terminal.raw, "the terminal is given back"


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_however_it_ends_it_opens_again_where_it_was(seat: Seat, number: int) -> None:
    terminal = seat.start("walk", ID)
    terminal.wait_for("Page 1/16")
    terminal.send("right")
    terminal.settle()
    terminal.send("right")
    terminal.wait_for("Station 2/16")
    terminal.send("2")
    terminal.wait_for("your choice:")
    terminal.kill(number)
    again = seat.start("walk", ID)
    again.wait_for("Station 2/16")
    again.wait_for("your choice:")


def test_a_closed_window_ends_it_though_its_parent_keeps_the_signal(seat: Seat) -> None:
    terminal = seat.start("walk", ID, ignore_hangup=True)
    terminal.wait_for("Page 1/16")
    terminal.hang_up()
    assert terminal.exit_code == 129


@pytest.mark.parametrize(
    "keys", [("ctrl+q",), ("ctrl+c", "ctrl+q"), ("ctrl+p", "ctrl+c", "esc", "ctrl+q")]
)
def test_ctrl_keys_never_leave_a_traceback(seat: Seat, keys: tuple[str, ...]) -> None:
    terminal = seat.start("walk", ID)
    terminal.wait_for("Page 1/16")
    for key in keys:
        terminal.send(key)
        terminal.settle(0.2)
    assert terminal.wait() == 0
    assert b"Traceback" not in terminal.raw


def test_no_colour_reaches_the_terminal_when_none_is_wanted(seat: Seat) -> None:
    terminal = seat.start("walk", ID, NO_COLOR="1")
    terminal.wait_for("Page 1/16")
    for key in ("right", "right", "2", "right", "d", "q", "m", "q"):
        terminal.send(key)
        terminal.settle()
    assert not COLOUR.search(terminal.raw)
    assert any("WHAT CAN BE SHOWN" in line for line in terminal.screen())
    assert any("TEACHING CIPHER" in line for line in terminal.screen())


def test_an_empty_no_color_asks_for_nothing(seat: Seat) -> None:
    terminal = seat.start("walk", ID, NO_COLOR="")
    terminal.wait_for("Page 1/16")
    assert COLOUR.search(terminal.raw)


HOSTILE = (
    "x\\u001b]52;c;aGVsbG8=\\u0007\\u001b]0;t\\u0007\\u202ey\\u200b\\u009b2Jz [@click=app.quit]w[/]"
)
FORBIDDEN = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069\u200b]|\x1b\\]52|\x1b\\]0;")


def test_nothing_of_a_strangers_file_acts_on_the_terminal(seat: Seat, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "s", "WE AGREE\u200b.\nTO IT\n")
    for file, old in (
        ("scenario.toml", 'title = "An invented telegram'),
        ("history.toml", 'text = "Nothing'),
        ("history.toml", 'title = "At sign'),
        ("glossary.toml", 'text = "Figures'),
        ("scenario.toml", 'name = "Reed'),
    ):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, f"{old} {HOSTILE}"), encoding="utf-8")
    text = (folder / "teaching.toml").read_text(encoding="utf-8")
    (folder / "teaching.toml").write_text(text.replace("first = 1", "first = 2"), encoding="utf-8")
    terminal = seat.start("walk", str(folder))
    terminal.wait_for("Page 1/15")
    for key in ("right", "right", "e", "d", "q", "m", "q", "c", "q", "g", "q", "ctrl+p", "esc"):
        terminal.send(key)
        terminal.settle()
    shown = terminal.raw.decode("utf-8", "replace")
    assert not FORBIDDEN.search(shown)
    assert terminal.exit_code is None, "and no click or key of the file ended it"


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ((), "Figure 1 of 4"),
        (("learn",), "Figure 1 of 4"),
        (("learn", "1"), "Type 1 to 3"),
        (("walk", ID), "Enter to go on"),
    ],
)
def test_a_dumb_terminal_is_asked_line_by_line(
    seat: Seat, words: tuple[str, ...], asked: str
) -> None:
    terminal = seat.start(*words, TERM="dumb")
    terminal.wait_for(asked)
    assert (b"this terminal shows lines alone" in terminal.raw) == (not words)
    terminal.send("ctrl+d")
    assert terminal.wait() == 0
    assert b"\x1b[" not in terminal.raw


def test_an_unknown_scenario_is_told_before_the_screen_opens(seat: Seat) -> None:
    terminal = seat.start("walk", "stalin-zhou-3350")
    assert terminal.wait() == 2
    assert b"did you mean 'stalin-zhou-3305'" in terminal.raw
    assert b"\x1b[?1049h" not in terminal.raw


def test_a_record_that_cannot_be_written_is_told_on_the_screen(seat: Seat, tmp_path: Path) -> None:
    seat.home.write_text("in the way", encoding="utf-8")
    terminal = seat.start("walk", ID, columns=120)
    terminal.wait_for("progress is not saved")
    terminal.send("enter")
    terminal.settle()
    assert terminal.exit_code is None


def test_too_small_says_so_and_comes_back(seat: Seat) -> None:
    terminal = seat.start("walk", ID, columns=40, rows=10)
    terminal.wait_for("too small")
    terminal.resize(80, 24)
    terminal.wait_for("Page 1/16")


def test_plain_at_a_terminal_asks_line_by_line(seat: Seat) -> None:
    terminal = seat.start("walk", ID, "--plain")
    terminal.wait_for("Type 1 to 3")
    terminal.send("1", "enter")
    terminal.wait_for("You chose 1")
    terminal.send("ctrl+c")
    assert terminal.wait() == 130
    assert b"Traceback" not in terminal.raw
