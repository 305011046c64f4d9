"""The systems of today: published vectors, the sheets' own reckoning, refusals."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from systems.keys_modern import KEYS, TEXTS
from systems.roads import back, there

from cablesim.codes import registry
from cablesim.errors import CablesimError
from cablesim.systems.errors import ParameterRefused, SystemRefused
from cablesim.systems.system import OneWay, Way
from cablesim.systems.vectors import Vector, prove, shipped

MODERN = registry.modules()["cablesim.modern.systems"]
VECTORS = [vector for vector in shipped() if vector.system in MODERN]
ONE_WAY = {
    "sha-256",
    "hmac-sha256",
    "hkdf-sha256",
    "pbkdf2-hmac-sha1",
    "x25519",
    "ed25519-signature",
}
FERNET = "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4="


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.id)
def test_published_vectors_hold_both_ways(vector: Vector) -> None:
    proof = prove(vector, registry.system(vector.system))
    assert proof.holds, proof.got
    there(vector.system, vector.plain, **vector.parameters)


@pytest.mark.parametrize("name", MODERN)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_both_roads_agree_and_lead_back(name: str, data: st.DataObject) -> None:
    system = registry.system(name)
    parameters = data.draw(KEYS[name])
    text = data.draw(TEXTS.get(name, st.text("Tелеграмма 3305\n🙂", max_size=150)))
    cipher, _ = system.cipher(parameters)
    enciphered = there(name, text, **parameters)
    try:
        assert back(name, enciphered, **parameters) == cipher.returned(text)
    except OneWay:
        assert name in ONE_WAY


def test_further_vectors_of_the_specifications() -> None:
    # RFC 8032 7.1 test 2; RFC 5869 A.3; RFC 4231 case 3; RFC 6070 cases 1 and 6; RFC 7748 5.2.
    assert there(
        "ed25519-signature",
        "72",
        seed="4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        plaintext_is="hex",
    ).startswith("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da")
    assert there("hkdf-sha256", "0b" * 22, salt_hex="", info_hex="", length=42) == (
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    )
    assert there("hmac-sha256", "dd" * 50, key_hex="aa" * 20, plaintext_encoding="hex") == (
        "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
    )
    assert there("pbkdf2-hmac-sha1", "password", salt="salt", iterations=1, length=20) == (
        "0c60c80f961f0e71f3a9b524af6012062fe037a6"
    )
    assert there("pbkdf2-hmac-sha1", "pass\0word", salt="sa\0lt", iterations=4096, length=16) == (
        "56fa6aa75548099dcc37d7f03425e0c3"
    )
    assert there("x25519", "09" + "00" * 31, scalar="09" + "00" * 31) == (
        "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079"
    )
    assert there("sha-256", "") == (
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    )


def test_key_wrap_of_the_first_specification() -> None:
    # RFC 3394 4.1 and 4.6.
    kek = "000102030405060708090a0b0c0d0e0f"
    key = "00112233445566778899aabbccddeeff"
    assert there("aes-key-wrap", key, kek=kek) == "1fa68b0a8112b447aef34bd8fb5a7b829d3e862371d2cfe5"
    long = "28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21"
    kek += "101112131415161718191a1b1c1d1e1f"
    assert there("aes-key-wrap", key + "000102030405060708090a0b0c0d0e0f", kek=kek) == long
    assert back("aes-key-wrap", long, kek=kek) == key + "000102030405060708090a0b0c0d0e0f"


def test_a_stream_goes_on_with_its_counter() -> None:
    key = {"key": "01" * 32, "nonce": "02" * 12, "plaintext_encoding": "hex"}
    whole = there("chacha20", "00" * 200, counter=7, **key)
    assert there("chacha20", "00" * 72, counter=9, **key) == whole[256:]
    with pytest.raises(ParameterRefused, match="counter"):
        there("chacha20", "00" * 65, counter=2**32 - 1, **key)


def test_one_changed_figure_is_noticed() -> None:
    key = {"key": "80" * 32, "nonce": "07" * 12}
    sealed = there("chacha20-poly1305", "the ambassador", aad="3305", **key)
    for text, bound in (("0" + sealed[1:], "3305"), (sealed[:-1] + "0", "3305"), (sealed, "3306")):
        if (text, bound) != (sealed, "3305"):
            with pytest.raises(CablesimError, match="the tag does not fit"):
                back("chacha20-poly1305", text, aad=bound, **key)
    wrapped = there("aes-key-wrap", "11" * 16, kek="22" * 16)
    with pytest.raises(SystemRefused, match="check value does not come out"):
        back("aes-key-wrap", wrapped, kek="23" * 16)
    token = there("fernet", "hello", key=FERNET, time=1, iv="00" * 16)
    with pytest.raises(SystemRefused, match="the token does not hold"):
        back("fernet", token.replace("A", "B", 1), key=FERNET)


def test_a_token_grows_old() -> None:
    token = there("fernet", "hello", key=FERNET, time=1000, iv=list(range(16)))
    assert back("fernet", token, key=FERNET, now=1030, ttl_sec=60) == "hello"
    with pytest.raises(SystemRefused, match="too old"):
        back("fernet", token, key=FERNET, now=1070, ttl=60)


def test_a_signature_is_verified_and_not_deciphered() -> None:
    with pytest.raises(OneWay, match="verified"):
        back("ed25519-signature", "00" * 64, seed="11" * 32)


@pytest.mark.parametrize("name", sorted(ONE_WAY))
def test_one_way_is_one_way(name: str) -> None:
    parameters = next(vector.parameters for vector in VECTORS if vector.system == name)
    with pytest.raises(OneWay):
        registry.system(name).decipher("00", **parameters)


@pytest.mark.parametrize(
    ("name", "text", "parameters", "why"),
    [
        ("chacha20", "A", {"key": "00", "nonce": "00" * 12}, "key: 1 bytes do not fit"),
        ("chacha20", "A", {"key": "zz" * 32, "nonce": "00" * 12}, "key: 'zzz"),
        ("chacha20", "A", {"key": [300], "nonce": "00" * 12}, "key: "),
        ("chacha20", "A", {"key": "00" * 32, "nonce": "00" * 3}, "12 or 8 bytes"),
        ("hkdf-sha256", "0b0", {}, "3 figures are no whole bytes"),
        ("hkdf-sha256", "0b0g", {}, "place 4"),
        ("hkdf-sha256", "0b", {"length": 8161}, "length"),
        ("x25519", "00", {"scalar": "11" * 32}, "a public key has 32 bytes"),
        ("x25519", "00" * 32, {"scalar": "11" * 32}, "nothing can be kept secret"),
        ("aes-key-wrap", "00" * 9, {"kek": "11" * 16}, "in steps of 8"),
        ("aes-key-wrap", "", {"kek": "11" * 16}, "0 bytes are no key"),
        ("fernet", "A", {"key": "x", "time": 1, "iv": "00" * 16}, "not 32 bytes in base64"),
        ("fernet", "A", {"key": FERNET, "iv": "00" * 16}, "time: give"),
        ("fernet", "A", {"key": FERNET, "time": 1}, "iv: give"),
        ("sha-256", "\ud800", {}, "half of a sign"),
        ("sha-256", "A", {"plaintext_is": "in Morse"}, "write text or hex"),
    ],
)
def test_wrong_input_is_refused_in_words(
    name: str, text: str, parameters: dict[str, object], why: str
) -> None:
    with pytest.raises(CablesimError, match=why):
        registry.system(name).encipher(text, **parameters)


@pytest.mark.parametrize(
    ("name", "text", "parameters", "why"),
    [
        ("chacha20", "ff", {"key": "00" * 32, "nonce": "00" * 12}, "plaintext_encoding=hex"),
        ("chacha20-poly1305", "ff", {"key": "00" * 32, "nonce": "00" * 12}, "hold no tag"),
        ("aes-key-wrap", "00" * 16, {"kek": "11" * 16}, "in steps of 8"),
        ("fernet", "не токен", {"key": FERNET}, "the token does not hold"),
    ],
)
def test_a_cipher_that_cannot_be_is_refused(
    name: str, text: str, parameters: dict[str, object], why: str
) -> None:
    with pytest.raises(CablesimError, match=why):
        registry.system(name).work(text, Way.DECIPHER, parameters)
