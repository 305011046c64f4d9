"""The errors of the program, as one tree.

::

    CablesimError                something the user can mend; the message says how
    ├── text        NotFigures, AlphabetRefused, ForeignSign
    ├── systems     SystemRefused: ParameterRefused, OneWay
    ├── codes       CodeError: UnknownSign, PadTooShort, PageSpent
    ├── documents   DocumentMismatch, EvidenceError, RouteError
    ├── office      JourneyError, ServiceError
    ├── modern      DrawError, RowError, Refusal
    ├── scenario    ScenarioError, UnknownScenario, ProcedureError
    ├── authoring   UnknownCode, UnknownSchema,
    │               EditRefused, NotWritten, Conflict
    ├── exercises   ExerciseRefused, UnknownExercise
    └── lessons     RecordError: NewerRecord; MergeConflict, WouldRemove,
                    TransferRefused, PasteRefused, ScriptError, Difference

A wrong result raises.
What an author wrote wrong is collected and raised at once as one `ScenarioError`.
What a student answers wrong is a finding, never an error.
"""

from __future__ import annotations

from pathlib import Path


class CablesimError(Exception):
    """Something went wrong that the person at the keyboard can mend.

    The message is lower case, uses the user's own word, and says what to do next.
    """


def bug_line(error: BaseException) -> str:
    """Return one line for a report: kind and place of the error, never its values."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    if place is None:
        return type(error).__name__
    file = Path(place.tb_frame.f_code.co_filename).name
    return f"{type(error).__name__} at {file}:{place.tb_lineno}"
