"""The guided walk as a session: pages, where the walker stands, what each key does.

A page is walked in beats: first a prediction, then what there is to see, then a look back. Every
step is put on the record before it counts, and stepping back is always possible.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from cablesim.documents.party import Party
from cablesim.errors import CablesimError
from cablesim.lessons.drill import Drill
from cablesim.lessons.entry import Entry
from cablesim.lessons.page import Choice, Page, PageKind, Question
from cablesim.lessons.pages import pages_of, with_trials
from cablesim.lessons.progress import Step, StepKind, after, walked
from cablesim.lessons.record import Record
from cablesim.lessons.wish import Wish
from cablesim.scenario.choices import MOST_GARBLES, Choices
from cablesim.scenario.running import Run, run
from cablesim.scenario.scenario import Scenario

# Steps that say only where the walker is; they need not wait for the disk.
PLACES = (StepKind.WENT, StepKind.PLAYED)


class Beat(StrEnum):
    """What the walker does on a page: predict, see, look back."""

    PREDICT = "predict"
    SEE = "see"
    RECALL = "recall"


class Walk:
    """One walker in one scenario.

    `run` and `pages` follow the walker's choices and are made anew when one of them changes.
    """

    def __init__(
        self, scenario: Scenario, record: Record, *, choices: Choices | None = None
    ) -> None:
        self.scenario = scenario
        self.record = record
        self._watchers: list[Callable[[Step], None]] = []
        self.progress = walked(record.of(scenario.id))
        if choices is not None:
            self.progress = replace(self.progress, choices=choices)
        self._make()
        self._settle()

    def _make(self) -> None:
        """Make run and pages for the present choices."""
        choices = self.progress.choices
        if choices.recipient not in (None, *self.scenario.recipients):
            self.progress = replace(self.progress, choices=replace(choices, recipient=None))
        self.run: Run = run(self.scenario, self.progress.choices)
        self.pages: tuple[Page, ...] = pages_of(self.run)
        self._contrasts: dict[str, Page] = {}

    def _settle(self) -> None:
        """Stand on a page and beat that exist; a scenario may have changed since."""
        page = next((page for page in self.pages if page.id == self.progress.page), self.pages[0])
        beats = beats_of(page)
        beat = self.progress.beat if self.progress.beat in beats else beats[0]
        self.progress = replace(self.progress, page=page.id, beat=str(beat))

    # Where the walker is.

    @property
    def index(self) -> int:
        """The present page's place among the pages, from 0."""
        return next(i for i, page in enumerate(self.pages) if page.id == self.progress.page)

    @property
    def page(self) -> Page:
        """The present page; a contrast is carried out when it is first shown."""
        page = self.pages[self.index]
        if page.kind is not PageKind.CONTRAST:
            return page
        if page.id not in self._contrasts:
            self._contrasts[page.id] = with_trials(page, self.run)
        return self._contrasts[page.id]

    @property
    def beat(self) -> Beat:
        """The present beat."""
        return Beat(self.progress.beat)

    @property
    def question(self) -> Question | None:
        """The question of the present beat, or None where there is something to see."""
        if self.beat is Beat.SEE:
            return None
        return self.page.question(prediction=self.beat is Beat.PREDICT)

    @property
    def at_start(self) -> bool:
        """There is nothing before this."""
        return self.index == 0 and self.beat is beats_of(self.page)[0]

    @property
    def at_end(self) -> bool:
        """There is nothing after this."""
        return self.index == len(self.pages) - 1 and self.beat is beats_of(self.page)[-1]

    @property
    def started(self) -> bool:
        """The walker has left the first page at some time."""
        return not self.at_start or bool(self.progress.answers)

    def chosen(self, question: Question) -> Choice | None:
        """Return the option that the walker chose for a question."""
        key = self.progress.answer(question.id)
        return None if key is None else question.option(key)

    # What the walker does.

    def _step(self, kind: StepKind, name: str, value: str) -> None:
        """Take a step: on the record first, then in the fold; a choice makes the run anew."""
        detail = {"name": name, "value": value}
        entry = Entry(self.scenario.id, self.scenario.version, kind.value, detail)
        self.record.add(entry, firm=kind not in PLACES)
        step = Step(kind, name, value)
        self.progress = after(self.progress, step)
        if kind in {StepKind.CHOSE, StepKind.AGAIN}:
            self._make()
            self._settle()
        for watcher in self._watchers:
            watcher(step)

    def catch_up(self) -> None:
        """Take in what another window answered and played; place and choices stay as they are."""
        found = walked(self.record.of(self.scenario.id))
        self.progress = replace(self.progress, answers=found.answers, played=found.played)

    def watch(self, watcher: Callable[[Step], None]) -> None:
        """Have every step told to somebody once it is taken."""
        self._watchers.append(watcher)

    def go(self, page: str, beat: Beat | None = None) -> bool:
        """Go to a page; return whether there is such a page."""
        found = next((candidate for candidate in self.pages if candidate.id == page), None)
        if found is None:
            return False
        beats = beats_of(found)
        self._step(StepKind.WENT, page, str(beat if beat in beats else beats[0]))
        return True

    def forward(self) -> bool:
        """Go one beat on; return False at the end."""
        return self._move(1)

    def back(self) -> bool:
        """Go one beat back; return False at the start."""
        return self._move(-1)

    def _move(self, by: int) -> bool:
        """Go along the beats of all pages."""
        places = [(page.id, beat) for page in self.pages for beat in beats_of(page)]
        place = places.index((self.page.id, self.beat)) + by
        if not 0 <= place < len(places):
            return False
        self._step(StepKind.WENT, places[place][0], str(places[place][1]))
        return True

    def answer(self, key: str) -> Choice | None:
        """Answer the question of this beat with one key; an unknown key does nothing."""
        question = self.question
        option = question.option(key) if question is not None else None
        if question is not None and option is not None:
            self._step(StepKind.ANSWERED, question.id, key)
        return option

    def wish(self, wish: Wish) -> None:
        """Make the choices that were given at the door; the others stay as they were left."""
        if wish.seed is not None:
            self.set_seed(wish.seed)
        if wish.garbles is not None:
            self.set_garbles(wish.garbles)
        if wish.recipient is not None:
            self.choose_recipient(wish.recipient)
        if wish.clock is not None:
            self.set_clock(on=wish.clock)

    def choose_recipient(self, party: str) -> None:
        """Choose who is told; refuse anybody who is no final recipient."""
        if party not in self.scenario.recipients:
            names = ", ".join(self.scenario.recipients)
            raise CablesimError(f"'{party}' is no final recipient here; choose one of: {names}")
        self._choose("recipient", party)

    def next_recipient(self) -> Party | None:
        """Choose the next of the alternatives, and return it; None where there is no choice."""
        parties = self.scenario.alternatives
        if not parties:
            return None
        now = next(name for name in self.run.told if name in parties)
        chosen = self.progress.choices.recipient
        now = chosen if chosen in parties else now
        following = parties[(parties.index(now) + 1) % len(parties)]
        self._choose("recipient", following)
        return self.scenario.evidence.party(following)

    def set_garbles(self, count: int) -> None:
        """Choose how many places the line damages, 0 to 5."""
        self._choose("garbles", str(max(0, min(count, MOST_GARBLES))))

    def next_garbles(self) -> int:
        """Make the line worse: 0, 1, 3, 5 places and back to none; return the number.

        A line that may bring other groups brings them or not.
        """
        varied = self.scenario.teaching.procedure.variant is not None
        steps = (0, 1) if varied else (0, 1, 3, MOST_GARBLES)
        now = self.progress.choices.garbles
        following = next((count for count in steps if count > now), 0)
        self.set_garbles(following)
        return following

    def set_clock(self, *, on: bool) -> None:
        """Show simulated minutes, or none."""
        self._choose("clock", "on" if on else "off")

    def set_seed(self, seed: int) -> None:
        """Draw another pad, line and clock."""
        self._choose("seed", str(seed))

    def _choose(self, name: str, value: str) -> None:
        """Make a choice; the run is made anew."""
        self._step(StepKind.CHOSE, name, value)

    def again(self) -> None:
        """Begin again from the cover; what was done stays on the record."""
        self._step(StepKind.AGAIN, "", "")

    def drill(self, sheet: str) -> Drill | None:
        """Return a sheet of this page as far as it was played."""
        found = next((block for block in self.page.sheets if block.id == sheet), None)
        if found is None:
            return None
        working = replace(found.working, lines=tuple(found.working.lines))
        shown = min(self.progress.lines(sheet), len(working.lines))
        return Drill(working, shown)

    @property
    def next_sheet(self) -> str | None:
        """The first sheet of this page that is not finished; all finished, the first of all."""
        names = [sheet.id for sheet in self.page.sheets]
        open_ones = (
            sheet.id
            for sheet in self.page.sheets
            if self.progress.lines(sheet.id) < len(sheet.working.lines)
        )
        return next(open_ones, names[0] if names else None)

    def played(self, sheet: str, drill: Drill) -> None:
        """Keep how far a sheet was played."""
        if drill.shown != self.progress.lines(sheet):
            self._step(StepKind.PLAYED, sheet, str(drill.shown))


def beats_of(page: Page) -> tuple[Beat, ...]:
    """Return the beats of a page in order."""
    predict = (Beat.PREDICT,) if page.question(prediction=True) else ()
    recall = (Beat.RECALL,) if page.question(prediction=False) else ()
    return (*predict, Beat.SEE, *recall)
