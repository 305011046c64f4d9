"""A page of a lesson says who speaks, the evidence or the teacher."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cablesim.lessons.course import Study
from cablesim.lessons.page import Voice
from cablesim.lessons.reading import Reading
from cablesim.lessons.record import Record
from cablesim.scenario.course import Section
from cablesim.tui.lesson_paint import page_content

if TYPE_CHECKING:
    from cablesim.scenario.course import Course


def test_what_is_taught_is_marked_again_where_history_ends(lessons: Course) -> None:
    study = Study(lessons, Record(None))
    seen = 0
    for lesson in lessons.lessons:
        study.open(lesson)
        for section in (Section.TRY, Section.RULE):
            study.go(section)
            page = page_content(Reading(study), 76).plain
            blocks = study.page.words
            for before, block in pairwise(blocks):
                taught = block.voice is Voice.TEACHING
                marked = f"TEACHING {block.text}" in page
                assert marked == (taught and before.voice is Voice.HISTORY), block.text
                seen += marked
    assert seen
