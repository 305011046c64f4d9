"""The commands; this room never imports Textual."""
