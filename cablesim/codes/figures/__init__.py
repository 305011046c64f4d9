"""Figures added without carrying, and what clerks built on it."""
