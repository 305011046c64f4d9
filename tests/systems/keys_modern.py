"""Valid parameters of the systems of today, for the tests that hold for all systems."""

from __future__ import annotations

import base64

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Keys = SearchStrategy[dict[str, object]]


def octets(least: int, most: int | None = None) -> SearchStrategy[str]:
    """Return bytes in hexadecimal figures."""
    return st.binary(min_size=least, max_size=least if most is None else most).map(bytes.hex)


SALT = st.fixed_dictionaries({"salt": st.text("salt яЖ9", max_size=9)}) | st.fixed_dictionaries(
    {"salt_hex": octets(1, 20)}
)
ROUNDS = st.fixed_dictionaries({"iterations": st.integers(1, 4), "length": st.integers(1, 70)})

KEYS: dict[str, Keys] = {
    "sha-256": st.just({}),
    "hmac-sha256": st.fixed_dictionaries({"key_hex": octets(0, 130)}),
    "hkdf-sha256": st.fixed_dictionaries(
        {"salt_hex": octets(0, 80), "info_hex": octets(0, 30), "length": st.integers(1, 200)}
    ),
    "pbkdf2-hmac-sha1": st.tuples(SALT, ROUNDS).map(lambda parts: {**parts[0], **parts[1]}),
    "chacha20": st.fixed_dictionaries(
        {"key": octets(32), "nonce": octets(12) | octets(8), "counter": st.integers(0, 2**31)}
    ),
    "chacha20-poly1305": st.fixed_dictionaries(
        {"key": octets(32), "nonce": octets(12), "aad": octets(0, 40)}
    ),
    "aes-key-wrap": st.fixed_dictionaries({"kek": octets(16) | octets(24) | octets(32)}),
    "x25519": st.fixed_dictionaries({"scalar": octets(32)}),
    "ed25519-signature": st.fixed_dictionaries({"seed": octets(32)}),
    "fernet": st.fixed_dictionaries(
        {
            "key": st.binary(min_size=32, max_size=32).map(
                lambda row: base64.urlsafe_b64encode(row).decode()
            ),
            "time": st.integers(0, 2**33),
            "iv": octets(16),
        }
    ),
}

TEXTS: dict[str, SearchStrategy[str]] = {
    "hkdf-sha256": octets(0, 80),
    "aes-key-wrap": st.integers(2, 9).flatmap(lambda count: octets(8 * count)),
    # A coordinate of these is no point of small order, with which nothing could be kept secret.
    "x25519": octets(30).map(lambda row: f"09{row}40"),
}
