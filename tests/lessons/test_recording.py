"""A recorded walk is written while one walks, and running it again gives no difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons.moves import move
from program import cablesim

from cablesim.errors import CablesimError
from cablesim.lessons.record import Record
from cablesim.lessons.recording import Recording, record_to
from cablesim.lessons.script import Difference, perform
from cablesim.lessons.walk import Walk
from cablesim.scenario.choices import Choices
from cablesim.scenario.loading import load
from cablesim.scenario.places import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from cablesim.scenario.scenario import Scenario

ID = "first-steps"
MOVES = ("on", "back", "1", "2", "3", "x", "w", "t", "go sign", "go end", "go send", "again")


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load(resolve(ID))


@settings(max_examples=25)
@given(
    before=st.lists(st.sampled_from(MOVES), max_size=6),
    moves=st.lists(st.sampled_from(MOVES), max_size=16),
)
def test_whatever_is_done_the_record_of_it_runs_without_a_difference(
    scenario: Scenario, before: list[str], moves: list[str]
) -> None:
    walk = Walk(scenario, Record(None))
    for each in before:
        move(walk, each)
    recording = Recording(walk)
    recording.begin()
    walk.watch(recording.took)
    for each in moves:
        move(walk, each)
    again = Walk(scenario, Record(None), choices=Choices())
    perform(again, recording.text())
    assert (again.page.id, again.beat) == (walk.page.id, walk.beat)
    assert again.progress.choices == walk.progress.choices


def test_a_record_differs_as_soon_as_the_scenario_says_something_else(scenario: Scenario) -> None:
    walk = Walk(scenario, Record(None))
    recording = Recording(walk)
    recording.begin()
    text = recording.text().replace("Who gives orders here?", "Who obeys here?")
    with pytest.raises(Difference, match="not seen: Predict: Who obeys here"):
        perform(Walk(scenario, Record(None)), text)


def test_a_printed_walk_is_recorded_and_runs(tmp_path: Path) -> None:
    file = tmp_path / "new.walk"
    done = cablesim("walk", ID, "--plain", "--garbles", "1", "--record", str(file))
    assert done.returncode == 0
    assert "garbles 1" in file.read_text(encoding="utf-8")
    again = cablesim("walk", ID, "--script", str(file))
    assert (again.returncode, again.stderr) == (0, "")


def test_a_conversation_is_recorded_with_its_answers(tmp_path: Path) -> None:
    file = tmp_path / "new.walk"
    words = "2\n1\n\n\nx\ngo check\nq\n"
    done = cablesim("walk", ID, "--ask", "--record", str(file), stdin=words, home=tmp_path)
    assert done.returncode == 0
    assert "answer 2\nsee You chose 2: not so.\nanswer 1\n" in file.read_text(encoding="utf-8")
    assert cablesim("walk", ID, "--script", str(file)).returncode == 0


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path, scenario: Scenario) -> None:
    file = tmp_path / "old.walk"
    file.write_text("# mine\n", encoding="utf-8")
    with pytest.raises(CablesimError, match="is there already"):
        record_to(Walk(scenario, Record(None)), file)
    with pytest.raises(CablesimError, match="there is no folder"):
        record_to(Walk(scenario, Record(None)), tmp_path / "no" / "x.walk")
    assert file.read_text(encoding="utf-8") == "# mine\n"


def test_recording_does_not_go_with_data_or_a_script(tmp_path: Path) -> None:
    done = cablesim("walk", ID, "--json", "--record", str(tmp_path / "x.walk"))
    assert done.returncode == 2
    assert "--record" in done.stderr
