"""The systems of today in the same registry, with the same vectors and sheets as the old ones."""

from __future__ import annotations

from cablesim.modern.agreeing import X25519, Ed25519Signature
from cablesim.modern.hashing import HkdfSha256, HmacSha256, Pbkdf2HmacSha1, Sha256
from cablesim.modern.streaming import ChaCha20, ChaCha20Poly1305
from cablesim.modern.wrapping import AesKeyWrap, Fernet
from cablesim.systems.system import System

_WRITTEN = {"plaintext_is": "plaintext_encoding"}

SYSTEMS = (
    System("sha-256", "modern", "SHA-256", Sha256, aliases=_WRITTEN),
    System("hmac-sha256", "modern", "HMAC with SHA-256", HmacSha256, aliases=_WRITTEN),
    System(
        "hkdf-sha256",
        "modern",
        "HKDF with SHA-256",
        HkdfSha256,
        aliases={**_WRITTEN, "salt": "salt_hex", "info": "info_hex"},
    ),
    System(
        "pbkdf2-hmac-sha1",
        "modern",
        "PBKDF2 with SHA-1",
        Pbkdf2HmacSha1,
        aliases=_WRITTEN
        | {
            "dklen": "length",
            "key_length": "length",
            "count": "iterations",
            "rounds": "iterations",
        },
    ),
    System("chacha20", "modern", "ChaCha20", ChaCha20, aliases=_WRITTEN),
    System(
        "chacha20-poly1305",
        "modern",
        "ChaCha20-Poly1305",
        ChaCha20Poly1305,
        aliases={**_WRITTEN, "aad_hex": "aad"},
    ),
    System("aes-key-wrap", "modern", "AES key wrap", AesKeyWrap, aliases=_WRITTEN),
    System("x25519", "modern", "X25519", X25519, aliases=_WRITTEN),
    System("ed25519-signature", "modern", "Ed25519 signature", Ed25519Signature, aliases=_WRITTEN),
    System("fernet", "modern", "Fernet token", Fernet, aliases={**_WRITTEN, "ttl_sec": "ttl"}),
)
