"""Exercises without any screen: kinds, variants, answers, findings, marks."""
