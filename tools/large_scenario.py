"""A scenario of any size, made up, to measure the checker with; and the times of a check.

python tools/large_scenario.py FOLDER --claims 500 --exercises 300
python tools/large_scenario.py FOLDER --claims 0 --exercises 0 --drawn 500
python tools/large_scenario.py --measure
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TINY = ROOT / "tests" / "tiny"
SIZES = ((125, 75), (250, 150), (500, 300))
DRAWN = (50, 100, 250, 500)
OPTIONS = 4


def make(folder: Path, claims: int, exercises: int, drawn: int = 0) -> Path:
    """Write the scenario: the tiny one with more claims, a question to each, and exercises.

    `drawn` are those of which every variant is another: texts to encipher with a fresh pad.
    """
    shutil.copytree(TINY, folder)
    history = (folder / "history.toml").read_text(encoding="utf-8")
    head, mark, route = history.partition('[[stage]]\nid = "sign"')
    added = claims - head.count("[[claim]]")
    more = "".join(_claim(number) for number in range(added))
    (folder / "history.toml").write_text(head + more + mark + route, encoding="utf-8")
    terms = "".join(_term(number) for number in range(added))
    _append(folder / "glossary.toml", terms)
    _append(folder / "exercises.toml", "".join(_exercise(number) for number in range(exercises)))
    _append(folder / "exercises.toml", "".join(_drawn(number) for number in range(drawn)))
    return folder


def _append(path: Path, text: str) -> None:
    """Write more at the end of a file."""
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _claim(number: int) -> str:
    """Return a claim that the page carries, or an inference from the one before."""
    if number % 3 == 2:  # noqa: PLR2004 - every third one.
        return (
            f'[[claim]]\nid = "x-{number}"\nstanding = "inference"\ntext = "So it seems."\n'
            f'from = ["x-{number - 1}"]\ndoubt = "It may be otherwise."\n\n'
        )
    return (
        f'[[claim]]\nid = "x-{number}"\nstanding = "document"\ntext = "The sender agrees."\n'
        'quote = "We agree"\nline = 4\n\n'
    )


def _term(number: int) -> str:
    """Return a term that names a claim."""
    see = f"x-{number}" if number else "c-to"
    return f'\n[[term]]\nterm = "word {number}"\ntext = "One of many."\nsee = ["{see}"]\n'


def _exercise(number: int) -> str:
    """Return an exercise with statements to choose from."""
    options = "".join(
        f'\n[[exercise.option]]\ntext = "Statement {option}."\nright = {str(not option).lower()}\n'
        f'says = "Look at line 4."\nclaim = "x-{(number * OPTIONS + option) % 100}"\n'
        for option in range(OPTIONS)
    )
    return (
        f'\n[[exercise]]\nid = "e-{number}"\nkind = "support"\nskill = "close reading"\n'
        'points = 2\nprompt = "Which statements does the telegram support?"\n'
        'hints = ["Read line 4."]\nexplain = "It says so."\n'
        f'{options}\n[[exercise.test]]\ngive = "right"\nscore = 1.0\n'
    )


def _drawn(number: int) -> str:
    """Return an exercise that enciphers a short text with a fresh pad."""
    return (
        f'\n[[exercise]]\nid = "d-{number}"\nkind = "encode"\nskill = "additive"\n'
        'cipher = "practice-book"\nsteps = ["code", "add"]\npoints = 4\n'
        'prompt = "Encode and encipher: {plain}. Your pad is {pad}."\n'
        'vary.plain = ["AGREE TO THE PLAN", "THE BOATS AGREE", "THE CONSUL AND THE BOATS"]\n'
        'vary.pad = "fresh"\nvary.fair = { carried = 2 }\nhints = ["Look it up."]\n'
        'explain = "Figure by figure."\n\n[[exercise.test]]\ngive = "right"\nscore = 1.0\n'
    )


def measured(folder: Path, code: int) -> tuple[float, float, float]:
    """Check a folder in a fresh process; return seconds, processor seconds and MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "cablesim", "check", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    seconds = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != code:
        said = f"{done.stdout[:500]}{done.stderr}"
        raise SystemExit(f"exit code {done.returncode}, not {code}: {said}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, after.ru_maxrss / 1024


def report() -> None:
    """Print the times at several sizes, whole and with a slip in every reference."""
    print(f"{'check':<44}{'seconds':>7}{'cpu s':>9}{'MiB':>8}")
    with tempfile.TemporaryDirectory() as home:
        for drawn in DRAWN:
            folder = make(Path(home) / f"drawn-{drawn}", 0, 0, drawn)
            seconds, cpu, mib = measured(folder, 0)
            print(f"{f'{drawn} exercises to encipher':<44}{seconds:>7.2f}{cpu:>9.2f}{mib:>8.0f}")
        for claims, exercises in SIZES:
            folder = make(Path(home) / str(claims), claims, exercises)
            for code, name in enumerate(("clean", "every reference wrong")):
                seconds, cpu, mib = measured(folder, code)
                label = f"{claims} claims, {exercises} exercises, {name}"
                print(f"{label:<44}{seconds:>7.2f}{cpu:>9.2f}{mib:>8.0f}")
                glossary = folder / "glossary.toml"
                text = glossary.read_text(encoding="utf-8").replace('see = ["x-', 'see = ["y-')
                glossary.write_text(text, encoding="utf-8")


def main() -> int:
    """Make a scenario, or measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="the folder to make")
    parser.add_argument("--claims", type=int, default=500)
    parser.add_argument("--exercises", type=int, default=300)
    parser.add_argument("--drawn", type=int, default=0)
    parser.add_argument("--measure", action="store_true", help="make several and time the checker")
    chosen = parser.parse_args()
    if chosen.measure:
        report()
    elif chosen.folder is not None:
        make(chosen.folder, chosen.claims, chosen.exercises, chosen.drawn)
    else:
        parser.error("name a folder, or --measure")
    return 0


if __name__ == "__main__":
    sys.exit(main())
