"""The errors of the program, as one tree.

::

    CablesimError                 something the user can mend; the message says how
    ├── text        UnknownSign, NotFigures
    ├── codes       CodeError: the book lacks a sign, a pad page is spent, a group is no group
    ├── documents   DocumentMismatch, EvidenceError
    ├── office      JourneyError: an event that cannot follow
    ├── modern      Refusal: a sealed copy or a signature that does not hold
    ├── scenario    ScenarioError, UnknownScenario
    └── lessons     ScriptError, RecordError

A wrong result raises.
What an author wrote wrong is collected and raised at once as one `ScenarioError`.
What a student answers wrong is a finding, never an error.
"""

from __future__ import annotations


class CablesimError(Exception):
    """Something went wrong that the person at the keyboard can mend.

    The message is lower case, uses the user's own word, and says what to do next.
    """
