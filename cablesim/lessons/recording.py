"""A recorded walk written while somebody walks, in the form that `script` runs again.

Each beat is written once, with its page, its beat, a line of what was seen there, and the answers
that were given; choices are written where they were made. Going to a page out of order is
written as the steps that lead there, so that running the record needs no other command.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from cablesim.errors import CablesimError
from cablesim.lessons.lines import TEACHING, question_lines
from cablesim.lessons.progress import Step, StepKind
from cablesim.lessons.script import heading, seen
from cablesim.lessons.walk import Walk, beats_of

MOST_SEEN = 6


@dataclass(slots=True)
class Recording:
    """What has been done so far, as lines of a recorded walk."""

    walk: Walk
    lines: list[str] = field(default_factory=list)
    place: tuple[str, str] = ("", "")

    def begin(self) -> None:
        """Write the choices that hold from the beginning, and the way to the first beat."""
        choices = self.walk.progress.choices
        self.lines.append(f"# {self.walk.scenario.id} {self.walk.scenario.version}")
        self.lines.append(f"seed {choices.seed}")
        self.lines.append(f"garbles {choices.garbles}")
        self.lines.append(f"clock {'on' if choices.clock else 'off'}")
        if choices.recipient is not None:
            self.lines.append(f"recipient {choices.recipient}")
        first = self.walk.pages[0]
        self.place = (first.id, str(beats_of(first)[0]))
        self._to((self.walk.page.id, str(self.walk.beat)))
        self._look()

    def took(self, step: Step) -> None:
        """Write one step that the walker has taken."""
        match step.kind:
            case StepKind.WENT:
                self._to((self.walk.page.id, str(self.walk.beat)))
                self._look()
            case StepKind.ANSWERED:
                self.lines.append(f"answer {step.value}")
                self._see(line for line in seen(self.walk) if "You chose" in line)
            case StepKind.CHOSE:
                self.lines.append(f"{step.name} {step.value}")
                self._look()
            case StepKind.AGAIN:
                self.lines.append("again")
                self.place = (self.walk.page.id, str(self.walk.beat))
                self._look()
            case StepKind.PLAYED:
                pass

    def text(self) -> str:
        """Return the recorded walk."""
        return "".join(f"{line}\n" for line in self.lines)

    def _to(self, place: tuple[str, str]) -> None:
        """Write the steps that lead from the place before to this one."""
        places = [(page.id, str(beat)) for page in self.walk.pages for beat in beats_of(page)]
        steps = places.index(place) - places.index(self.place)
        self.lines += ["next" if steps > 0 else "back"] * abs(steps)
        self.place = place

    def _look(self) -> None:
        """Write where the walker stands and the first lines of what is seen.

        Answers of an earlier day are left out: whoever runs the record has not given them.
        """
        self.lines += ["", f"page {self.place[0]}", f"beat {self.place[1]}"]
        question = self.walk.question
        self._see(heading(self.walk)[:1])
        self._see(_telling(seen(self.walk)) if question is None else question_lines(question))

    def _see(self, lines: Iterable[str]) -> None:
        """Write lines that are seen; a line's own blanks at its ends do not count."""
        self.lines += [f"see {line.strip()}" for line in lines if line.strip()]


def _telling(lines: tuple[str, ...]) -> list[str]:
    """Choose the lines that tell a beat from another: its beginning, the exercise, the outcome."""
    rest = lines[MOST_SEEN:]
    exercise = [line for line in rest if line.startswith(f"{TEACHING}:")]
    outcome = [line for line in rest if line.startswith("In the exercise now")]
    return [*lines[:MOST_SEEN], *exercise[:MOST_SEEN], *outcome]


def record_to(walk: Walk, path: Path) -> Callable[[], None]:
    """Record a walk from here on; what is returned writes the file, whole or not at all.

    Raises `CablesimError` at once where the file is there already or cannot be made.
    """
    if path.exists():
        raise CablesimError(f"{path} is there already; name another file")
    if not path.parent.is_dir():
        raise CablesimError(f"there is no folder {path.parent}; make it first")
    recording = Recording(walk)
    recording.begin()
    walk.watch(recording.took)

    def finish() -> None:
        half = path.with_name(f".{path.name}.half")
        try:
            half.write_text(recording.text(), encoding="utf-8")
            half.replace(path)
        except OSError as error:
            with suppress(OSError):
                half.unlink()
            raise CablesimError(f"{path} was not written: {error.strerror}") from error

    return finish
