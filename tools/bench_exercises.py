"""Answers judged per second, variants included, and how long the checker takes.

    make bench
    python tools/bench_exercises.py --students 2000

A class of students answers each cipher exercise once: each variant is drawn from the student's own
seed and the answer judged, half of them right, half with the named mistakes in turn. Seconds are
those of the processor. All exercises are run through several times in turn, and the best time of
each twentieth of a class counts: other work slows a machine down for seconds on end. Twice the
class should take twice as long.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace

from cablesim.exercises.proofing.checking import faults
from cablesim.exercises.seeds import Seed
from cablesim.exercises.sources import Sources
from cablesim.exercises.variant import Item
from cablesim.exercises.workbook import Workbook
from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve

SCENARIO = "stalin-zhou-3305"
CIPHER_KINDS = ("encode", "decode", "garble", "depth")
RUNS = 12
PARTS = 20
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


class Class:
    """A class twice over, what each student writes, and the best time of each part of it so far."""

    def __init__(self, item: Item, students: int) -> None:
        self.item = item
        whose = seeds(item.exercise.id, 2 * students)
        self._pairs = list(zip(whose, answers(item, whose), strict=True))
        size = max(students // PARTS, 1)
        self._starts = range(0, len(whose), size)
        self.best = [float("inf")] * len(self._starts)

    def run(self) -> None:
        """Draw and judge for each student once more."""
        for n, start in enumerate(self._starts):
            part = self._pairs[start : start + self._starts.step]
            began = time.process_time()
            for seed, answer in part:
                self.item.draw(seed.stream()).judge(answer)
            self.best[n] = min(self.best[n], time.process_time() - began)

    @property
    def seconds(self) -> tuple[float, float]:
        """The processor seconds of the class, and of twice the class."""
        half = len(self.best) // 2
        return sum(self.best[:half]), sum(self.best)


def bench_judging(book: Workbook, students: int) -> None:
    """Print the answers judged a second for every cipher exercise, for a class and for two."""
    ids = [exercise.id for exercise in book.exercises if exercise.kind in CIPHER_KINDS]
    classes = [Class(book.item(each), students) for each in ids]
    for _ in range(RUNS):
        for each in classes:
            each.run()
    print(f"{'cipher exercise':<22}{'answers/s':>10}{'class x 2':>11}   aim {AIM:,}")
    for each in classes:
        one, two = each.seconds
        rate = students / one
        holds = "holds" if rate >= AIM else "missed"
        print(f"{each.item.exercise.id:<22}{rate:>10,.0f}{two / one:>10.2f}x   {holds}")


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
