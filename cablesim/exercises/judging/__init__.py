"""Laying what was read beside the right answer, and saying which mistake gave what is wrong."""
