"""Drafting a scenario's files from what was read: every guess marked, every gap left open."""
