"""The studio: what is wrong with a scenario, its files, and what a student sees, side by side.

What is typed goes to the manuscripts (see `writing`); what is wrong and what a student sees come
from a `Preview`, which looks at the files as they are saved.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from cablesim.authoring.manuscript import files_of
from cablesim.authoring.meaning import meaning_of
from cablesim.authoring.previewing import Look, Preview
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.finding import Finding, mended
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, words
from cablesim.tui.screens.findings import MENDED, PreviewScreen, finding_content
from cablesim.tui.screens.reading import ReadingScreen
from cablesim.tui.screens.watching import WatchingScreen
from cablesim.tui.screens.writing import WritingScreen
from cablesim.tui.student import student_content
from cablesim.tui.widgets.editor import Editor
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

PANES = ("findings", "file", "view")
ON_DISK_SECONDS = 1.0


class StudioScreen(WatchingScreen, WritingScreen):
    """A scenario's files in an author's hands."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.STUDIO))
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-middle"), (118, "-wide")]  # noqa: RUF012 - Textual types it.
    CSS_PATH = "studio.tcss"
    AUTO_FOCUS = "#file"
    PLACE = Place.STUDIO
    HELP = "The studio: Enter on a finding jumps to its place; Ctrl+S saves; F9 goes round."

    def __init__(self, path: Path, file: str = "") -> None:
        super().__init__(path)
        self.preview = Preview(path)
        self._first = file
        self._side = "findings"

    def compose(self) -> ComposeResult:
        """Lay out band, findings, file, student's view, notice, keys."""
        yield Static(id="band")
        with Horizontal(id="panes"):
            yield OptionList(id="findings")
            yield Editor()
            yield Pane("STUDENT'S VIEW", id="view")
        yield Static(id="notice")
        yield Footer(Place.STUDIO)

    def on_mount(self) -> None:
        """Look at the folder, open a file, watch."""
        self.query_one("#findings", OptionList).border_title = "FINDINGS"
        self._front("file")
        self.taken(self.preview.look())
        found = [each.file for each in self.findings if each.file in self.names]
        first = self._first if self._first in self.names else next(iter((*found, *self.names)), "")
        if first:
            self.open(first)
        self.watch_folder()
        self.set_interval(ON_DISK_SECONDS, self._put_on_disk)
        self.call_after_refresh(self._offer)

    # What is in hand.

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the latest look found."""
        return self.preview.latest.findings if self.preview.latest is not None else ()

    # Drawing.

    def _draw(self) -> None:
        """Draw findings, view and band anew."""
        options = self.query_one("#findings", OptionList)
        place = options.highlighted or 0
        options.clear_options()
        options.add_options([Option(finding_content(each)) for each in self.findings])
        if not self.findings:
            options.add_options([Option(words(MENDED), disabled=True)])
        options.highlighted = min(place, len(self.findings) - 1) if self.findings else None
        options.border_title = f"FINDINGS {len(self.findings)}"
        self._draw_view()
        self.draw_band()

    def _draw_view(self) -> None:
        """Draw what a student sees."""
        pane, walk = self.query_one("#view", Pane), self.preview.walk
        if walk is None:
            pane.border_title = "STUDENT'S VIEW"
            pane.show(words("The walk cannot be opened yet; mend what the findings say.", QUIET))
            return
        good = " · last good view" if self.preview.stale else ""
        pane.border_title = f"STUDENT'S VIEW {walk.index + 1}/{len(walk.pages)}{good}"
        pane.show(student_content(walk), top=False)

    def draw_band(self) -> None:
        """Draw the line above: file, whether it is saved, how many findings; and the notice."""
        manuscript = self.manuscript
        dirty = [name for name, each in self._held.items() if each.dirty]
        state = f"unsaved: {', '.join(dirty)}" if dirty else "saved"
        errors = sum(each.severity is Severity.ERROR for each in self.findings)
        counts = f"{errors} errors, {len(self.findings) - errors} others"
        band = f"STUDIO · {self.path.name} · {self.name_open} · {state} · {counts}"
        self.query_one("#band", Static).update(words(band, "bold"), layout=False)
        refused = self.preview.latest.refused if self.preview.latest is not None else ""
        self.query_one(Footer).warn(manuscript.trouble if manuscript is not None else "")
        notice = self.query_one("#notice", Static)
        notice.update(words(self._said or refused, "bold"))

    def _front(self, pane: str) -> None:
        """Put a pane in front where not all have room."""
        self._side = pane if pane != "file" else self._side
        for each in PANES:
            self.set_class(each == pane, f"-front-{each}")
        self.set_class(self._side == "view", "-side-view")

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Bring the pane that has the focus to the front."""
        if event.widget.id in PANES:
            self._front(str(event.widget.id))

    # Watching.

    def taken(self, look: Look) -> None:
        """Show what a look found; take up files that changed on disk and are not in hand."""
        super().taken(look)
        self.names = files_of(self.path)
        for name, manuscript in self._held.items():
            if not manuscript.changed_on_disk:
                continue
            if manuscript.dirty:
                self._said = f"{name} changed on disk too; Ctrl+S asks which text is to stand"
            else:
                manuscript.reload()
                if name == self.name_open:
                    self.query_one(Editor).become(manuscript.text)
                    self._said = f"{name} was changed on disk and is shown as it is there"
        self._draw()

    def _put_on_disk(self) -> None:
        """Ask the system to put the journals on the disk itself."""
        for manuscript in self._held.values():
            if manuscript.dirty:
                manuscript.put_on_disk()

    def on_screen_resume(self) -> None:
        """Draw what was found meanwhile."""
        if self.is_mounted and self.name_open:
            self._draw()

    # What keys do.

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Jump to the place of a finding."""
        self._jump(event.option_index)

    def _jump(self, place: int) -> None:
        """Open a finding's file and put the cursor on its line and column."""
        if not 0 <= place < len(self.findings):
            self.say(MENDED)
            return
        finding = self.findings[place]
        self.query_one("#findings", OptionList).highlighted = place
        if finding.file not in self.names:
            self.say(f"{finding.file} is not there: {finding.message}")
            return
        if finding.file != self.name_open:
            self.open(finding.file)
        editor = self.query_one(Editor)
        self._front("file")
        editor.focus()
        editor.go_to(finding.line, finding.column)
        self.say(str(finding))

    def action_finding(self, by: str) -> None:
        """Jump to the next finding, or the one before."""
        now = self.query_one("#findings", OptionList).highlighted
        editor = self.query_one(Editor)
        here = now is not None and self._stands_at(now, editor)
        step = int(by) if here else 0
        self._jump(((now or 0) + step) % len(self.findings) if self.findings else -1)

    def _stands_at(self, place: int, editor: Editor) -> bool:
        """Tell whether the cursor stands at a finding's place already."""
        if not 0 <= place < len(self.findings):
            return False
        finding = self.findings[place]
        return finding.file == self.name_open and editor.cursor_location[0] == finding.line - 1

    def action_explain(self) -> None:
        """Say what the code of the finding under the cursor means."""
        place = self.query_one("#findings", OptionList).highlighted
        if place is None or place >= len(self.findings):
            self.say(MENDED)
            return
        finding = self.findings[place]
        self.app.push_screen(ReadingScreen(finding.code, words(meaning_of(finding))))

    def action_mend(self) -> None:
        """Carry out the cure of the finding under the cursor, as an edit that can be undone."""
        place = self.query_one("#findings", OptionList).highlighted
        look = self.preview.latest
        if place is None or place >= len(self.findings) or look is None:
            self.say(MENDED)
            return
        finding = self.findings[place]
        if not finding.mend:
            self.say(f"{finding.code} has no cure that a program can carry out; F4 explains it.")
        elif self.held(finding.file).text != look.report.texts.get(finding.file):
            self.say("The file is not as it was checked; Ctrl+S saves it and checks anew.")
        else:
            text = self.held(finding.file).text
            self.written(finding.file, mended(text, finding.mend))

    def action_pane(self) -> None:
        """Go to the next pane."""
        focused = self.focused.id if self.focused is not None else None
        place = PANES.index(focused) if focused in PANES else 0
        pane = PANES[(place + 1) % len(PANES)]
        self._front(pane)
        self.query_one(f"#{pane}").focus()

    def action_page(self, by: str) -> None:
        """Show the student's next page, or the one before."""
        walk = self.preview.walk
        if walk is None:
            self.say("There is no walk yet.")
            return
        place = walk.index + int(by)
        if 0 <= place < len(walk.pages):
            walk.go(walk.pages[place].id)
            self._draw_view()
            self.query_one("#view", Pane).scroll_home(animate=False)

    def action_preview(self) -> None:
        """Walk as the student does."""
        if self.preview.walk is None:
            self.say("The walk cannot be opened yet; mend what the findings say.")
            return
        self.app.push_screen(PreviewScreen(self.preview))
