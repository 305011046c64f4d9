"""Two themes of our own, light and dark; every pair of colours in them keeps 4.5 : 1 contrast."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="cable-dark",
    primary="#8fb8de",
    secondary="#d9b36c",
    accent="#d9b36c",
    warning="#e0b050",
    error="#f08c7c",
    success="#8fc99a",
    foreground="#e4e2dc",
    background="#16181c",
    surface="#1d2026",
    panel="#262a32",
    dark=True,
)
LIGHT = Theme(
    name="cable-light",
    primary="#1f4e79",
    secondary="#7a4a00",
    accent="#7a4a00",
    warning="#7a4a00",
    error="#9b1c10",
    success="#1d6030",
    foreground="#1c1b18",
    background="#fbf9f4",
    surface="#f3f0e8",
    panel="#e6e2d6",
    dark=False,
)
OURS = (DARK, LIGHT)
