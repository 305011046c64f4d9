"""cablesim follows one real ciphered telegram, and says what the evidence says and what nobody knows."""

__version__ = "0.1.0"
