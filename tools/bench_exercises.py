"""Answers judged per second, variants included, and how long the checker takes.

    make bench
    python tools/bench_exercises.py --students 2000

A class of students answers each cipher exercise once: each variant is drawn from the student's own
seed and the answer judged, half of them right, half with the named mistakes in turn. Seconds are
those of the processor; the best of three runs counts. Twice the class should take twice as long.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from cablesim.exercises.checking import faults
from cablesim.exercises.seeds import Seed
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Item
from cablesim.exercises.workbook import Workbook
from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve

SCENARIO = "stalin-zhou-3305"
CIPHER_KINDS = ("encode", "decode", "garble", "depth")
RUNS = 3
AIM = 15_000
MANY = 300


def seeds(exercise: str, students: int) -> list[Seed]:
    """Return the seed of each student of a class."""
    return [Seed("bench", SCENARIO, exercise, f"student {n}") for n in range(students)]


def answers(item: Item, whose: list[Seed]) -> list[str]:
    """Return what each student writes: every other one the model, the rest the named mistakes."""
    found = []
    for number, seed in enumerate(whose):
        variant = item.draw(seed.stream())
        slips = list(variant.mistakes())
        wrong = slips[number // 2 % len(slips)].answer
        found.append(wrong if number % 2 else variant.model())
    return found


def seconds(work: Callable[[], object]) -> float:
    """Return the least processor seconds of some runs."""
    best = float("inf")
    for _ in range(RUNS):
        began = time.process_time()
        work()
        best = min(best, time.process_time() - began)
    return best


def judged(item: Item, whose: list[Seed], written: list[str]) -> float:
    """Return the processor seconds in which a class is drawn and judged."""

    def work() -> None:
        for seed, answer in zip(whose, written, strict=True):
            item.draw(seed.stream()).judge(answer)

    return seconds(work)


def bench_judging(book: Workbook, students: int) -> None:
    """Print the answers judged a second for every cipher exercise, for a class and for two."""
    print(f"{'cipher exercise':<22}{'answers/s':>10}{'class x 2':>11}   aim {AIM:,}")
    for exercise in book.exercises:
        if exercise.kind not in CIPHER_KINDS:
            continue
        item = book.item(exercise.id)
        whose = seeds(exercise.id, 2 * students)
        written = answers(item, whose)
        one = judged(item, whose[:students], written[:students])
        two = judged(item, whose, written)
        rate = students / one
        holds = "holds" if rate >= AIM else "missed"
        print(f"{exercise.id:<22}{rate:>10,.0f}{two / one:>10.2f}x   {holds}")


def bench_checking(book: Workbook) -> None:
    """Print how long the checker takes for many exercises, those of the scenario in turn."""
    sources = Sources(book.scenario)
    known = book.exercises
    many = [
        replace(known[n % len(known)], id=f"{known[n % len(known)].id}-{n}") for n in range(MANY)
    ]
    began = time.process_time()
    found = sum(1 for exercise in many for _ in faults(exercise, sources))
    spent = time.process_time() - began
    print(f"checking {MANY} exercises, 200 variants each: {spent:.1f} s ({found} findings)")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--students", type=int, default=1_000, help="the size of the class")
    chosen = parser.parse_args()
    book = Workbook(load(resolve(SCENARIO)))
    bench_judging(book, chosen.students)
    bench_checking(book)
    return 0


if __name__ == "__main__":
    sys.exit(main())
