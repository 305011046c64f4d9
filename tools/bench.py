"""Start-up, keys and memory of the screen beside a bare Textual program, in one run.

    make bench
    python tools/bench.py --runs 10 --keys 40

Starts are interleaved, so that a busy machine slows both sides alike; read the ratios. The aims
stand beside the figures; this is a mirror and no gate, so the exit code is 0 either way.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
SCENARIO = "stalin-zhou-3305"
HANDED_IN = "answer, handed in"
FIGURES = "0123456789"
FRAME, FRAMES = 1 / 60, 2
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    BINDINGS = [("enter", "flip", "flip")]
    on = False
    def compose(self):
        yield Static("READY off", id="text")
    def action_flip(self):
        self.on = not self.on
        self.query_one("#text", Static).update("READY " + ("on" if self.on else "off"))
Bare().run()
"""


@dataclass(slots=True)
class Subject:
    """A program to measure: its words, what its ready screen shows, keys to get to the place.

    `first` is typed before every key that is measured, and is not measured itself.
    """

    name: str
    argv: list[str]
    ready: str
    way: tuple[str, ...] = ()
    there: str = ""
    keys: tuple[str, ...] = ("enter",)
    first: tuple[str, ...] = ()
    frames: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)


def subjects(python: str) -> list[Subject]:
    """Return the bare program first, then the places of ours."""
    ours = [python, "-m", "cablesim"]
    walk = [*ours, "walk", SCENARIO]
    sheet = ("right",) * 9
    return [
        Subject("bare Textual app", [python, "-c", BARE], "READY"),
        Subject("home", ours, "SCENARIOS", keys=("ctrl+p", "esc")),
        Subject("walk, enter and back", walk, "Page 1/", keys=("enter", "backspace")),
        Subject(
            "end page, scrolled",
            walk,
            "Page 1/",
            way=(*("right",) * 60, "backspace"),
            there="What is known",
            keys=("pagedown", "pageup"),
        ),
        Subject(
            HANDED_IN,
            [*ours, "do", SCENARIO, "take-pad-off"],
            "YOUR ANSWER",
            way=(*"4321 8765 1234 5678", "enter", "3"),
            there="Not yet",
            first=("backspace",),
            keys=("enter",),
        ),
        Subject("clerk's sheet", walk, "Page 1/", way=(*sheet, "s"), there="lines shown"),
    ]


def measure_start(subject: Subject, home: Path) -> Terminal:
    """Start a program; note first full frame, processor time and memory once it is quiet."""
    environment = {
        "CABLESIM_HOME": str(home),
        "PYTHONPATH": str(ROOT),
        "TEXTUAL_ANIMATIONS": "none",
        "CABLESIM_LEARNER": "self",
    }
    terminal = Terminal(subject.argv, env=environment, cwd=ROOT)
    moment = terminal.wait_for(subject.ready)
    terminal.settle(0.3)
    subject.frames.append(moment - terminal.started)
    subject.cpu.append(terminal.cpu_seconds())
    subject.memory.append(terminal.rss_mib())
    return terminal


def measure_keys(subject: Subject, home: Path, count: int) -> None:
    """Go to the place under test and note the time from each key to a settled screen.

    The first start of a home checks the scenario; it is thrown away, as every later one is quicker.
    """
    measure_start(subject, home).close()
    forget(subject)
    terminal = measure_start(subject, home)
    try:
        for key in subject.way:
            terminal.send(key)
            terminal.settle(0.05)
        if subject.there:
            terminal.wait_for(subject.there)
        for number in range(count):
            if subject.first:
                terminal.send(*subject.first, FIGURES[number % len(FIGURES)])
                terminal.settle(0.7)
            sent = terminal.send(subject.keys[number % len(subject.keys)])
            before = len(terminal.chunks)
            last = terminal.settle(0.08)
            if len(terminal.chunks) > before:
                subject.settled.append(last - sent)
        subject.memory.append(terminal.rss_mib())
    finally:
        terminal.close()


def forget(subject: Subject) -> None:
    """Throw away what a cold start measured."""
    if subject.way or "walk" in subject.argv:
        for figures in (subject.frames, subject.cpu, subject.memory):
            figures.clear()


def command_times(python: str, runs: int, home: Path) -> list[tuple[str, float]]:
    """Return the median seconds of commands beside a Python that does nothing."""
    commands = {
        "python -c pass": [python, "-c", "pass"],
        "cablesim list": [python, "-m", "cablesim", "list"],
        "cablesim walk --plain": [python, "-m", "cablesim", "walk", SCENARIO, "--plain"],
        "cablesim walk --json": [python, "-m", "cablesim", "walk", SCENARIO, "--json"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    environment = {"CABLESIM_HOME": str(home), "PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    for _ in range(runs):
        for name, argv in commands.items():
            began = time.perf_counter()
            subprocess.run(argv, check=True, capture_output=True, cwd=ROOT, env=environment)
            times[name].append(time.perf_counter() - began)
    return [(name, statistics.median(found)) for name, found in times.items()]


def p95(values: list[float]) -> float:
    """Return the value that 95 of 100 do not pass."""
    return sorted(values)[min(int(len(values) * 0.95), len(values) - 1)]


def aim(name: str, value: float, most: float) -> str:
    """Return a figure as a ratio with its aim."""
    holds = "holds" if value <= most else "missed"
    return f"{name} {value:.2f}x (aim {most:.1f}x, {holds})"


def report(found: list[Subject]) -> None:
    """Print the table and the aims."""
    bare = found[0]
    head = ("", "frame ms", "cpu ms", "key ms", "p95 ms", "MiB", "keys")
    print("{:<24}{:>10}{:>9}{:>9}{:>9}{:>8}{:>6}".format(*head))
    for subject in found:
        key, tail = statistics.median(subject.settled), p95(subject.settled)
        print(
            f"{subject.name:<24}{statistics.median(subject.frames) * 1e3:>10.0f}"
            f"{statistics.median(subject.cpu) * 1e3:>9.0f}{key * 1e3:>9.1f}{tail * 1e3:>9.1f}"
            f"{max(subject.memory):>8.1f}{len(subject.settled):>6}"
        )
    print()
    bare_key, bare_p95 = statistics.median(bare.settled), p95(bare.settled)
    for subject in found[1:]:
        frame = statistics.median(subject.frames) / statistics.median(bare.frames)
        figures = (
            aim("frame", frame, 1.5),
            aim("key", statistics.median(subject.settled) / bare_key, 1.5),
            aim("p95", p95(subject.settled) / bare_p95, 2.0),
            aim("memory", max(subject.memory) / max(bare.memory), 1.4),
        )
        print(f"{subject.name}: {'; '.join(figures)}")


def report_frames(found: list[Subject]) -> None:
    """Print in how many frames of a screen an answer is there once it is handed in."""
    settled = next(subject.settled for subject in found if subject.name == HANDED_IN)
    middle, tail = (figure / FRAME for figure in (statistics.median(settled), p95(settled)))
    holds = "holds" if middle <= FRAMES else "missed"
    print(f"{HANDED_IN}: {middle:.1f} frames, p95 {tail:.1f} (aim {FRAMES}, {holds})")


def main() -> int:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=8, help="starts of each program")
    parser.add_argument("--keys", type=int, default=40, help="keys at each place")
    chosen = parser.parse_args()
    found = subjects(sys.executable)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for _ in range(chosen.runs):
            for subject in found[:2]:
                measure_start(subject, home / "start").close()
        for number, subject in enumerate(found):
            measure_keys(subject, home / str(number), chosen.keys)
        report(found)
        report_frames(found)
        print()
        times = command_times(sys.executable, chosen.runs, home / "commands")
    for name, seconds in times:
        print(f"{name:<24}{seconds * 1e3:>8.0f} ms {seconds / times[0][1]:>7.1f}x")
    return 0


if __name__ == "__main__":
    sys.exit(main())
