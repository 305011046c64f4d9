"""The learner's record as the commands take it: opened, its notices and news told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cablesim.cli.output import say, tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cablesim.lessons.entry import Event
    from cablesim.lessons.record import Record


def record_at_hand(*, to_write: bool) -> Record:
    """Open the learner's record and tell what there is to tell of it.

    To read a record that does not exist makes none. Raises RecordError where it cannot be read, or
    not be written and is to be.
    """
    from cablesim.lessons.places import record_file
    from cablesim.lessons.record import Record
    from cablesim.lessons.recordfile import RecordError

    path = record_file()
    record = Record(path if to_write or path.exists() else None)
    if record.trouble and (to_write or not record.readable):
        raise RecordError(record.trouble)
    for sentence in filter(None, (record.notice, record.trouble)):
        tell(sentence)
    return record


def let_go(record: Record) -> int:
    """Close a record at the end; say how many steps are not on disk, and return the exit code."""
    record.close()
    if not record.loss:
        return 0
    tell(record.loss)
    return 1


def say_news(record: Record) -> Sequence[Event]:
    """Say before a question what another window has done on the record meanwhile; return it."""
    from cablesim.lessons.windows import told

    news = record.news()
    said = told(news)
    if said:
        say(f"Note: {said}")
    return news
