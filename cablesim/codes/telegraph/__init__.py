"""Codes of the telegraph: signals, units, spelling, public figures; none of them keeps a secret."""
