"""The preview: a student's walk that is drawn anew at every save, and what is wrong when it fails.

A mistake brings up the findings with file and line; one key leads back to the last good view, and
when the file is mended the view comes back by itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from cablesim.authoring.previewing import Look, Preview
from cablesim.scenario.diagnostics import Severity
from cablesim.scenario.finding import Finding
from cablesim.tui.keys import Place, bindings
from cablesim.tui.letters import QUIET, joined, words
from cablesim.tui.screens.walk import WalkScreen
from cablesim.tui.screens.watching import WatchingScreen
from cablesim.tui.wanted import WritingWanted
from cablesim.tui.widgets.footer import Footer
from cablesim.tui.widgets.pane import Pane

MENDED = "Nothing is to be mended."


def opened(path: Path) -> Screen[None]:
    """Return the screen on which a preview opens: the walk, or what is wrong with it."""
    preview = Preview(path)
    preview.take(preview.look())
    return PreviewScreen(preview) if preview.walk is not None else FindingsScreen(preview)


def finding_content(finding: Finding) -> Content:
    """Return one finding: its weight, code and place, what is wrong, what to write."""
    place = f"{finding.file}:{finding.line}:{finding.column}"
    style = "bold $error" if finding.severity is Severity.ERROR else "bold"
    head = Content.assemble(
        words(f"{finding.severity.value} {finding.code} ", style), words(place, "bold")
    )
    key = f"{finding.key}: " if finding.key else ""
    parts = [head, words(f"{key}{finding.message}")]
    if finding.write_instead:
        parts.append(words(f"→ {finding.write_instead}", "italic"))
    return joined(parts)


def findings_content(look: Look | None) -> Content:
    """Return all findings of a look."""
    if look is None or not (look.findings or look.refused):
        return words(MENDED)
    refused = [words(look.refused, "bold $error")] if look.refused else []
    return joined([*refused, *map(finding_content, look.findings)], "\n\n")


class PreviewScreen(WalkScreen, WatchingScreen):
    """The walk of a scenario that is being written."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.PREVIEW))
    DEFAULT_CSS = """
    PreviewScreen #preview { height: 1; padding: 0 1; background: $panel; }
    """
    PLACE = Place.PREVIEW
    HELP = "The preview: the student's walk; every save of a file draws it anew."

    def __init__(self, preview: Preview) -> None:
        if preview.walk is None:
            raise ValueError("there is no walk to show yet")
        super().__init__(preview.walk)
        self.preview = preview

    def compose(self) -> ComposeResult:
        """Put a line that says what this is above the walk."""
        yield Static(id="preview")
        yield from super().compose()

    def on_mount(self) -> None:
        """Draw, and watch the folder."""
        super().on_mount()
        self.watch_folder()

    def draw(self, *, top: bool = True) -> None:
        """Draw the walk and what is to be said of its files."""
        self.query_one("#preview", Static).update(self._said(), layout=False)
        super().draw(top=top)

    def _room(self, panes: int) -> Size:
        """Return the room for a text, one line less than in the walk."""
        return super()._room(panes) - Size(0, 1)

    def _said(self) -> Content:
        """Return the line above the walk."""
        look = self.preview.latest
        count = len(look.findings) + bool(look.refused) if look is not None else 0
        state = "the last good view; " if self.preview.stale else ""
        found = f"{state}{count} to be mended (f)" if count else "nothing to be mended"
        style = "bold $error" if self.preview.stale else "bold"
        return Content.assemble(words("PREVIEW ", style), words(f"· {found}", QUIET))

    def taken(self, look: Look) -> None:
        """Show what a look found."""
        super().taken(look)
        if self.preview.walk is not None:
            self.walk = self.preview.walk
        self.draw(top=False)
        if self.preview.stale and self.app.screen is self:
            self.app.push_screen(FindingsScreen(self.preview))

    def on_screen_resume(self) -> None:
        """Draw what was found meanwhile."""
        if self.preview.walk is not None and self.is_mounted:
            self.walk = self.preview.walk
            self.call_after_refresh(self.draw, top=False)

    def action_findings(self) -> None:
        """Show what is to be mended."""
        self.app.push_screen(FindingsScreen(self.preview))

    def action_studio(self) -> None:
        """Write in the files."""
        self.post_message(WritingWanted(self.preview.path))


class FindingsScreen(WatchingScreen):
    """What is to be mended; it goes by itself when a walk can be opened again."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings(Place.FINDINGS))
    DEFAULT_CSS = """
    FindingsScreen Pane { height: 1fr; border: round $error; padding: 0 1; }
    """
    AUTO_FOCUS = "#findings"
    PLACE = Place.FINDINGS
    HELP = "What is to be mended, with file and line; save the file and the view comes back."

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.preview = preview
        self._was_stale = preview.stale

    def compose(self) -> ComposeResult:
        """Show the findings and the keys."""
        yield Pane("TO BE MENDED", id="findings")
        yield Footer(Place.FINDINGS)

    def on_mount(self) -> None:
        """Show what was found, and watch the folder."""
        self._draw()
        self.watch_folder()

    def _draw(self) -> None:
        """Show the findings."""
        self.query_one(Pane).show(findings_content(self.preview.latest), top=False)

    def taken(self, look: Look) -> None:
        """Show what a look found, or go back to the walk that it made."""
        super().taken(look)
        self._draw()
        if self._was_stale and not self.preview.stale and self.app.screen is self:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back to the last good view; where there never was one, leave."""
        below = self.app.screen_stack[-2]
        if self.preview.walk is not None and not isinstance(below, PreviewScreen):
            self.app.switch_screen(PreviewScreen(self.preview))
        else:
            self.dismiss()

    def action_studio(self) -> None:
        """Write in the files."""
        self.post_message(WritingWanted(self.preview.path))
