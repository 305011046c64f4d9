"""Two windows on one record: both go on, nothing is lost, each is told of the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from pupils import at, entry, values

from cablesim.lessons.acts import Act, Drafted, Variant, entry_of
from cablesim.lessons.entry import Event
from cablesim.lessons.merging import Scope
from cablesim.lessons.record import Record
from cablesim.lessons.whereabouts import Spot, Whereabouts, went
from cablesim.lessons.windows import told


def test_two_windows_write_side_by_side_and_none_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "r"
    program = (
        "import sys; from pathlib import Path; from cablesim.lessons.entry import Entry\n"
        "from cablesim.lessons.record import Record\n"
        "record = Record(Path(sys.argv[1]))\n"
        "for n in range(60): record.add(Entry('s', '1', 'went', {'value': sys.argv[2] + str(n)}))\n"
        "sys.exit(0 if record.saved else 1)"
    )
    windows = [subprocess.Popen([sys.executable, "-c", program, str(file), name]) for name in "ab"]
    assert [window.wait(60) for window in windows] == [0, 0]
    found = values(Record(file))
    assert len(found) == 120
    assert [value for value in found if value[0] == "a"] == [f"a{n}" for n in range(60)]


def said(events: tuple[Event, ...]) -> list[str]:
    return [event.entry.detail["value"] for event in events]


def test_the_other_window_is_told_and_sees_what_was_done(tmp_path: Path) -> None:
    one, other = Record(tmp_path / "r"), Record(tmp_path / "r")
    assert other.news() == ()
    one.add(entry("a"))
    assert said(other.news()) == ["a"]
    assert other.news() == ()
    assert one.news() == (), "what a window does itself is no news to it"
    other.add(entry("b"))
    assert values(one) == values(other) == ["a", "b"]
    one.add(entry("c"))
    assert said(one.news()) == ["b"], "also where it wrote something itself meanwhile"
    assert said(other.news()) == ["c"]


def test_a_window_that_forgets_or_joins_is_heard_of_too(tmp_path: Path) -> None:
    one, other = Record(tmp_path / "r"), Record(tmp_path / "r")
    one.add(entry("a"))
    other.news()
    one.forget(Scope("s"))
    assert told(other.news()).startswith("Another window has taken steps off")
    other.add(entry("b"))
    one.merge(())
    assert said(one.news()) == ["b"]
    assert values(one) == ["b"]


def test_what_the_other_window_does_is_said_in_one_sentence(tmp_path: Path) -> None:
    one, other = Record(tmp_path / "r"), Record(tmp_path / "r")
    went(one, Whereabouts(Spot.EXERCISE, "s", "sum"))
    assert told(other.news()) == "", "where somebody looks is no work"
    one.add(entry("a", "hollow-nickel"))
    assert "in this record: hollow-nickel." in told(other.news())
    one.add(entry_of(Act(Variant("s", "1", "sum", 3), Drafted("1"))))
    assert "exercise sum of s" in told(other.news())
    assert told(()) == ""


def test_a_record_that_is_set_aside_or_moved_is_not_written_where_nobody_finds_it(
    tmp_path: Path,
) -> None:
    file = tmp_path / "r"
    one = Record(file)
    one.add(entry("a"))
    file.rename(tmp_path / "moved")
    (tmp_path / "r-wal").rename(tmp_path / "moved-wal")
    one.add(entry("b"))
    assert one.saved
    assert values(Record(file)) == ["b"]
    assert "moved or deleted" in one.notice
    file.unlink()
    (tmp_path / "r-wal").unlink()
    one.add(entry("c"))
    one.close()
    assert values(Record(file)) == ["c"]
    assert values(Record(tmp_path / "moved")) == ["a"]


def test_a_window_goes_on_in_the_record_that_another_has_begun_for_a_damaged_one(
    tmp_path: Path,
) -> None:
    file = tmp_path / "r"
    one = Record(file)
    one.add(entry("a"))
    assert one._database is not None
    one._database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    data = bytearray(file.read_bytes())
    data[100:4096] = b"\xa5" * 3996
    file.write_bytes(data)
    other = Record(file)
    assert "damaged" in other.notice
    one.add(entry("b"))
    other.add(entry("c"))
    assert one.saved
    assert other.saved
    assert values(one)[-2:] == values(other)[-2:] == ["b", "c"]


class TwoWindows(RuleBasedStateMachine):
    """Two connections against a list: whatever they do, nothing is lost and each is told."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.file = Path(self.folder.name) / "r"
        self.when = at(0)
        self.windows = [self.window(), self.window()]
        self.expected: list[str] = []
        self.untold: list[list[str]] = [[], []]
        self.number = 0

    def window(self) -> Record:
        return Record(self.file, clock=lambda: self.when)

    @rule(which=st.integers(0, 1), firm=st.booleans())
    def add(self, which: int, firm: bool) -> None:  # noqa: FBT001 - Hypothesis gives it.
        self.number += 1
        self.windows[which].add(entry(str(self.number)), firm=firm)
        self.expected.append(str(self.number))
        self.untold[not which].append(str(self.number))

    @rule(which=st.integers(0, 1))
    def ask(self, which: int) -> None:
        news = self.windows[which].news()
        assert [e.entry.detail["value"] for e in news if "value" in e.entry.detail] == (
            self.untold[which]
        )
        assert bool(told(news)) is bool(news)
        self.untold[which].clear()

    @rule(which=st.integers(0, 1))
    def forget(self, which: int) -> None:
        self.windows[which].forget(Scope("s"))
        # What was taken away before anybody heard of it is told no more.
        self.untold[not which].clear()
        self.windows[not which].news()
        self.expected.clear()

    @rule(which=st.integers(0, 1))
    def settle(self, which: int) -> None:
        self.windows[which].settle()

    @rule(which=st.integers(0, 1))
    def begin_again(self, which: int) -> None:
        self.windows[which].close()
        self.windows[which] = self.window()
        self.untold[which].clear()

    @rule(days=st.integers(-20_000, 800))
    def set_the_clock(self, days: int) -> None:
        self.when = at(days)

    @invariant()
    def both_tell_the_same(self) -> None:
        for window in self.windows:
            assert values(window) == self.expected
            assert window.saved
            assert window.trouble == ""

    def teardown(self) -> None:
        for window in self.windows:
            window.close()
        self.folder.cleanup()


TwoWindows.TestCase.settings = settings(max_examples=15, stateful_step_count=25)
TestTwoWindows = TwoWindows.TestCase


@settings(max_examples=25)
@given(st.lists(st.tuples(st.booleans(), st.integers(-800, 800), st.booleans()), max_size=12))
def test_two_windows_with_any_clocks_keep_one_order(
    tmp_path_factory: pytest.TempPathFactory, told: list[tuple[bool, int, bool]]
) -> None:
    file = tmp_path_factory.mktemp("two") / "r"
    days = [0]
    windows = [Record(file, clock=lambda: at(days[0])) for _ in range(2)]
    expected: list[str] = []
    for number, (which, day, forgets) in enumerate(told):
        days[0] = day
        if forgets:
            windows[which].forget(Scope("s"))
            expected.clear()
        windows[which].add(entry(str(number)))
        expected.append(str(number))
        assert values(windows[not which]) == expected
    for window in windows:
        assert window.saved
        window.close()
    record = Record(file)
    assert values(record) == expected
    record.close()
