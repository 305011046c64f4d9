"""The studio in a real terminal: a kill, a full disk, Ctrl-C; at most the key in flight is lost."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

import pytest
from seat import Seat
from terminal import Terminal

from cablesim.authoring.manuscript import Manuscript

if TYPE_CHECKING:
    from pathlib import Path

TYPED = "The ferry runs again. "
# A process that may write no file of more than so many bytes: every longer write fails, as on a
# full disk; the signal that the system sends with it is not heard, as Python does not hear it.
SMALL_DISK = """
import os, resource, sys
size = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
os.execv(sys.executable, [sys.executable, "-m", "cablesim", *sys.argv[2:]])
"""


def studio(seat: Seat, path: Path, shows: str = "walk.md") -> Terminal:
    """Open the studio, and wait until it shows a text and is at rest."""
    terminal = seat.start("studio", str(path), columns=100, rows=30)
    terminal.wait_for(shows)
    terminal.settle()
    return terminal


def written(terminal: Terminal, text: str) -> None:
    """Type a text, and wait until it is on the screen."""
    for sign in text:
        terminal.send(sign)
        terminal.pump(0.01)
    terminal.wait_for(text.strip())


def printed(terminal: Terminal, text: str) -> None:
    """Wait until a text was printed, even if it has left the screen."""
    for _ in range(400):
        if text.encode() in terminal.raw:
            return
        terminal.pump(0.1)
    raise AssertionError(f"'{text}' was not printed")


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGHUP, signal.SIGTERM])
def test_however_it_ends_what_was_typed_is_offered_again(
    seat: Seat, folder: Path, number: int
) -> None:
    before = (folder / "walk.md").read_text(encoding="utf-8")
    terminal = studio(seat, folder / "walk.md")
    written(terminal, TYPED)
    terminal.kill(number)
    assert (folder / "walk.md").read_text(encoding="utf-8") == before
    again = studio(seat, folder, "Unsaved text of walk.md")
    again.send("enter")
    again.wait_for(TYPED.strip())
    again.send("\x13")
    again.wait_for("walk.md is saved")
    assert (folder / "walk.md").read_text(encoding="utf-8") == TYPED + before


def test_a_kill_in_the_midst_of_typing_loses_at_most_the_key_in_flight(
    seat: Seat, folder: Path
) -> None:
    terminal = studio(seat, folder / "walk.md")
    for number in range(40):
        terminal.send("abcdefghij"[number % 10])
        terminal.pump(0.005)
    terminal.pump(0.05)
    seen = max((line.count("abcdefghij") for line in terminal.screen()), default=0) * 10
    terminal.kill(signal.SIGKILL)
    left = Manuscript(folder / "walk.md").left()
    text = left[-1].text.split("#")[0]
    assert ("abcdefghij" * 4).startswith(text)
    assert len(text) >= seen


def test_ctrl_c_ends_nothing_and_loses_nothing(seat: Seat, folder: Path) -> None:
    terminal = studio(seat, folder / "walk.md")
    written(terminal, TYPED)
    terminal.send("ctrl+c")
    terminal.settle()
    assert terminal.exit_code is None
    terminal.send("ctrl+q")
    assert terminal.wait() == 0
    assert b"Traceback" not in terminal.raw
    assert [left.text[: len(TYPED)] for left in Manuscript(folder / "walk.md").left()] == [TYPED]


def test_a_disk_that_is_full_is_told_the_text_stays_and_the_file_is_whole(
    seat: Seat, folder: Path
) -> None:
    before = (folder / "walk.md").read_bytes()
    # The learner's record is made beforehand: it is larger than what the full disk still takes.
    whole = studio(seat, folder / "walk.md")
    whole.send("ctrl+q")
    whole.wait()
    words = (str(len(before) + 4), "studio", str(folder / "walk.md"))
    terminal = seat.start(*words, columns=100, rows=30, program=("-c", SMALL_DISK))
    terminal.wait_for("walk.md")
    terminal.settle()
    written(terminal, TYPED)
    terminal.wait_for("not kept on disk")
    terminal.send("\x13")
    terminal.wait_for("walk.md")
    terminal.settle()
    assert terminal.exit_code is None
    assert any(TYPED.strip() in line for line in terminal.screen()), "the text stays"
    assert (folder / "walk.md").read_bytes() == before
    assert [each for each in folder.iterdir() if each.suffix == ".half"] == []
    assert b"Traceback" not in terminal.raw


HOSTILE = "\x1b]52;c;aGVsbG8=\x07\x1b]0;t\x07\u202ey\u200b\x9b2Jz"
FORBIDDEN = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069\u200b]|\x1b\\]52|\x1b\\]0;")


def test_nothing_of_a_strangers_file_acts_on_the_terminal(seat: Seat, folder: Path) -> None:
    name = "[@click=app.quit]x.md"
    (folder / name).write_text(f"# {HOSTILE}\n", encoding="utf-8")
    path = folder / "walk.md"
    path.write_text(f"# cover\n\n{HOSTILE} [b]x[/b] {{task}}\n", encoding="utf-8")
    terminal = studio(seat, path)
    for key in ("f8", "end", "enter", "f3", "f4", "esc", "f5", "esc", "f9", "f9", "f12"):
        terminal.send({"f5": "\x1b[15~", "f8": "\x1b[19~", "f9": "\x1b[20~", "f12": "\x1b[24~",
                       "end": "\x1b[F"}.get(key, key))  # fmt: skip
        terminal.settle()
    shown = terminal.raw.decode("utf-8", "replace")
    assert not FORBIDDEN.search(shown)
    assert terminal.exit_code is None


def test_preview_plain_prints_again_after_a_save_and_ctrl_c_leaves(
    seat: Seat, folder: Path
) -> None:
    terminal = seat.start("preview", str(folder), "--plain", columns=100, rows=30)
    printed(terminal, "watching the folder")
    path = folder / "walk.md"
    path.write_text("# end\n\nQuite other words. {task}\n", encoding="utf-8")
    printed(terminal, "Quite other words.")
    path.write_text("# nowhere\n\nWords. {task}\n", encoding="utf-8")
    printed(terminal, "walk.md:")
    terminal.send("ctrl+c")
    assert terminal.wait() == 0
    assert b"Traceback" not in terminal.raw
