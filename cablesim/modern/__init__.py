"""Seeded figures for the practice ciphers, and today's sealing and signing as a contrast.

Nothing is imported here: `digits` is wanted at every start and is light,
the other files bring in the cryptography package and wait until the lesson asks for them.
"""
