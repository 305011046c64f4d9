"""Two windows on one record: both go on, nothing is lost, each is told of the other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pupils import at, entry, values

from cablesim.lessons.merging import Scope
from cablesim.lessons.record import Record


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


def test_the_other_window_is_told_and_sees_what_was_done(tmp_path: Path) -> None:
    one, other = Record(tmp_path / "r"), Record(tmp_path / "r")
    assert not other.news()
    one.add(entry("a"))
    assert other.news()
    assert not other.news()
    assert not one.news()
    other.add(entry("b"))
    assert values(one) == values(other) == ["a", "b"]


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
