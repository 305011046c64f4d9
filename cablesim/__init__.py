"""Follow one real ciphered telegram, and learn what the evidence says and what nobody knows."""

__version__ = "0.1.0"
