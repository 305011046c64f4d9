"""The words of home in plain lines, which the first run takes too, and the help on them."""

from __future__ import annotations

# What is gone to by a word alone or with a name behind it; a lesson's name goes to that lesson.
ROOMS = frozenset({"lessons", "check", "walk", "exercises", "do", "review", "progress", "desk"})
HELP = (
    "A lesson's number or name begins it where you left it; lessons lists them.",
    "check and a lesson's number asks whether you know it already.",
    "walk follows the telegram; walk and a scenario's name another one.",
    "exercises lists those of the telegram; exercises and a name those of another scenario.",
    "do and the name of an exercise of the last list does it.",
    "review does what comes back today; progress says what is done and due.",
    "desk says how the teaching systems are used by hand; quit leaves.",
)
