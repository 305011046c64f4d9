"""Periodic systems, long keys, quagmires, ragbaby: published vectors, properties, refusals."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from systems.keys_polyalphabetic import KEYS

from cablesim.codes import registry
from cablesim.systems.errors import ParameterRefused
from cablesim.systems.system import OneWay
from cablesim.systems.vectors import Vector, prove, shipped
from cablesim.text.bulk import chained
from cablesim.text.ledger import ChangeKind
from cablesim.text.reading import ForeignSign

MANY = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


def enciphered(name: str, text: str, **parameters: object) -> str:
    """Return a text enciphered."""
    return registry.system(name).encipher(text, **parameters).result


def deciphered(name: str, text: str, **parameters: object) -> str:
    """Return a text deciphered."""
    return registry.system(name).decipher(text, **parameters).result


@pytest.mark.parametrize("vector", [v for v in shipped() if v.system in KEYS], ids=lambda v: v.id)
def test_a_shipped_vector_holds_both_ways(vector: Vector) -> None:
    system = registry.system(vector.system)
    proof = prove(vector, system)
    assert proof.holds, proof.got
    working = system.encipher(vector.plain, **vector.parameters)
    assert working.replay() == working.result


@pytest.mark.parametrize("name", KEYS)
@MANY
@given(data=st.data())
def test_every_key_goes_there_and_back_and_is_counted_out_by_its_lines(
    name: str, data: st.DataObject
) -> None:
    system = registry.system(name)
    parameters = data.draw(KEYS[name])
    cipher, _ = system.cipher(parameters)
    text = data.draw(st.text(cipher.plain.taken, max_size=60))
    there = system.encipher(text, **parameters)
    assert there.replay() == there.result
    assert all(len(line.cells) == len(there.columns) for line in there.lines)
    try:
        back = system.decipher(there.result, **parameters)
    except OneWay:
        assert parameters["convention"] == "halves"
        return
    assert back.replay() == back.result == cipher.returned(text)


PUBLISHED: list[tuple[str, dict[str, object], str, str]] = [
    # Wikipedia "Kasiski examination".
    ("vigenere", {"key": "ABCD"}, "CRYPTOISSHORTFORCRYPTOGRAPHY", "CSASTPKVSIQUTGQUCSASTPIUAQJB"),
    # practicalcryptography "Vigenere, Gronsfeld and Autokey cipher".
    (
        "vigenere",
        {"key": "FORTIFICATION"},
        "DEFENDTHEEASTWALLOFTHECASTLE",
        "ISWXVIBJEXIGGBOCEWKBJEVIGGQS",
    ),
    (
        "autokey",
        {"key": "FORTIFICATION"},
        "DEFENDTHEEASTWALLOFTHECASTLE",
        "ISWXVIBJEXIGGZEQPBIMOIGAKMHE",
    ),
]


@pytest.mark.parametrize(("name", "parameters", "plain", "cipher"), PUBLISHED)
def test_more_published_pairs_hold(
    name: str, parameters: dict[str, object], plain: str, cipher: str
) -> None:
    assert enciphered(name, plain, **parameters) == cipher
    assert deciphered(name, cipher, **parameters) == plain


@pytest.mark.parametrize("name", KEYS)
def test_an_empty_text_gives_an_empty_result(name: str) -> None:
    words = dict.fromkeys(
        ("key", "primer", "indicator_key", "plain_alphabet", "cipher_alphabet"), "KEY"
    )
    fields = {parameter.name for parameter in registry.system(name).parameters}
    given_words = {word: key for word, key in words.items() if word in fields}
    given_words.pop("cipher_alphabet" if name in ("quagmire-1", "quagmire-3") else "", "")
    given_words.pop("plain_alphabet" if name == "quagmire-2" else "", "")
    if name == "gronsfeld":
        given_words["key"] = "123"
    assert enciphered(name, "", **given_words) == ""
    assert deciphered(name, "", **given_words) == ""


def test_case_and_kept_signs_stay_and_do_not_move_the_key() -> None:
    kept = enciphered("vigenere", "Attack at dawn!", key="lemon", others="keep")
    assert kept == "Lxfopv ef rnhr!"
    assert enciphered("autokey", "at tack", primer="Q", others="keep") == "qt mtcm"


def test_the_key_decides_the_alphabet_and_russian_32_reads_yo_as_ye() -> None:
    assert enciphered("beaufort", "ТЕКСТ", key="КЛЮЧ") == "ШЖУЁШ"
    working = registry.system("vigenere").encipher("ЁЛКА", key="А", alphabet="russian32")
    assert working.result == "ЕЛКА"
    assert [change.kind for change in working.ledger] == [ChangeKind.MERGED]


def test_numbering_from_1_is_the_arithmetic_of_numbers_from_1() -> None:
    def number(letter: str) -> int:
        return ord(letter) - 64

    for name, found in (
        ("vigenere", number("C") + number("B")),
        ("beaufort", number("B") - number("C")),
        ("variant-beaufort", number("C") - number("B")),
    ):
        cipher = enciphered(name, "C", key="B", numbered_from=1)
        assert number(cipher) % 26 == found % 26
        assert deciphered(name, cipher, key="B", numbered_from=1) == "C"


def test_a_key_longer_than_the_text_and_a_key_of_figures_are_good() -> None:
    assert enciphered("vigenere", "AB", key="BCDEFGH") == "BD"
    assert enciphered("gronsfeld", "ABC", key=[1, 2, 33]) == "BDJ"
    assert enciphered("gronsfeld", "AAA", key="1 23") == "BXB"


def test_trithemius_begins_where_it_is_told_to() -> None:
    assert enciphered("trithemius", "AAAA", start=1) == "BCDE"
    assert enciphered("trithemius", "ААА", start=-1) == "ЯАБ"


@pytest.mark.parametrize("rule", ["vigenere", "beaufort", "variant"])
@pytest.mark.parametrize("goes_on", ["plaintext", "ciphertext"])
@pytest.mark.parametrize("primer", ["A", "QUEENLY", "L" * 700])
def test_autokey_holds_on_long_texts(rule: str, goes_on: str, primer: str) -> None:
    text = "DEFENDTHEEASTWALLOFTHECASTLE" * 90
    parameters = {"primer": primer, "key_continues_with": goes_on, "rule": rule}
    working = registry.system("autokey").encipher(text, **parameters)
    assert working.replay() == working.result
    back = registry.system("autokey").decipher(working.result, **parameters)
    assert back.replay() == back.result == text


def test_a_ciphertext_autokey_lies_open_in_its_cipher() -> None:
    cipher = enciphered("autokey", "ATTACK", primer="Q", key_continues_with="ciphertext")
    assert cipher == "QJCCEO"
    assert enciphered("variant-beaufort", cipher[1:], key="A") == cipher[1:]


@given(
    st.binary(max_size=300).map(lambda row: bytes(number % 33 for number in row)),
    st.integers(1, 40),
    st.booleans(),
)
def test_chaining_sums_one_stride_back(row: bytes, stride: int, minus: bool) -> None:  # noqa: FBT001
    wanted: list[int] = []
    for place, number in enumerate(row):
        before = wanted[place - stride] if place >= stride else 0
        wanted.append((number + (-before if minus else before)) % 33)
    assert list(chained(row, stride, 33, minus=minus)) == wanted


def test_a_running_key_that_ends_too_soon_says_how_much_is_missing() -> None:
    with pytest.raises(ParameterRefused, match="write 3 more"):
        enciphered("running-key", "ABCDEF", key="ABC")
    with pytest.raises(ParameterRefused, match=r"^key: '7' is not in the alphabet"):
        enciphered("running-key", "ABC", key="AB7C")


def test_stops_of_a_running_key_are_left_out_and_said() -> None:
    working = registry.system("running-key").encipher("ABC", key="A, b! c?")
    assert working.result == "ACE"
    assert "of the key text these signs are left out: , ! ?" in working.conventions


def test_by_halves_the_first_half_enciphers_the_second() -> None:
    assert enciphered("running-key", "BCDEF", convention="halves") == "FH"
    assert enciphered("running-key", "BCDEF", convention="halves", key="BCD") == "FH"
    assert enciphered("running-key", "BCDEF", preset="aca") == "FH"
    with pytest.raises(OneWay):
        deciphered("running-key", "FH", convention="halves")
    back = registry.system("running-key").decipher("FH", convention="halves", key="BCD")
    assert back.result == back.replay() == "BCDEF"
    with pytest.raises(ParameterRefused, match="write that, or nothing"):
        enciphered("running-key", "BCDEF", convention="halves", key="XYZ")
    with pytest.raises(ParameterRefused, match="or one more"):
        deciphered("running-key", "FH", convention="halves", key="BCDE")


def test_a_progression_of_nothing_is_a_vigenere() -> None:
    text = "DEFENDTHEEASTWALLOFTHECASTLE"
    assert enciphered("progressive-key", text, key="LEMON", progression=0) == enciphered(
        "vigenere", text, key="LEMON"
    )
    assert enciphered("progressive-key", "A" * 6, key="AB", progression=13) == "ABNOAB"


def test_porta_undoes_itself_and_slides_either_way() -> None:
    for slides, wanted in (("right", "O"), ("left", "Z")):
        assert enciphered("porta", "A", key="C", lower_half_slides=slides) == wanted
        assert enciphered("porta", wanted, key="D", lower_half_slides=slides) == "A"
    assert enciphered("porta", "ЮГ", key="ЁЖ") == deciphered("porta", "ЮГ", key="ЁЖ")
    with pytest.raises(ParameterRefused, match=r"33 letters cannot be halved.*russian32"):
        enciphered("porta", "ЮГ", key="Ж", alphabet="russian33")


def test_a_quagmire_takes_keywords_or_whole_alphabets() -> None:
    whole = "SPRINGFEVABCDHJKLMOQTUWXYZ"
    one = enciphered("quagmire-1", "THE", plain_alphabet="SPRINGFEVER", indicator_key="FLOWER")
    assert one == "QPM"
    assert one == enciphered("quagmire-1", "THE", plain_alphabet=whole, indicator_key="FLOWER")
    for under in ("A", "a (the usual one)", ""):
        assert one == enciphered(
            "quagmire-1", "THE", plain_keyword=whole, key="FLOWER", indicator_under=under
        )
    for under in ("S", "first", "first letter of the plain alphabet"):
        assert (
            enciphered(
                "quagmire-1", "THE", plain_alphabet=whole, key="FLOWER", indicator_under=under
            )
            == "ZYV"
        )


def test_quagmire_4_with_straight_alphabets_is_a_vigenere() -> None:
    straight = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    parameters = {"plain_alphabet": straight, "cipher_alphabet": straight}
    text = "DEFENDTHEEASTWALLOFTHECASTLE"
    assert enciphered("quagmire-4", text, indicator_key="LEMON", **parameters) == enciphered(
        "vigenere", text, key="LEMON"
    )


def test_a_quagmire_refuses_what_makes_it_another_one() -> None:
    with pytest.raises(ParameterRefused, match=r"cipher_alphabet: .*quagmire-4"):
        enciphered("quagmire-1", "A", plain_alphabet="B", cipher_alphabet="B", key="C")
    with pytest.raises(ParameterRefused, match=r"plain_alphabet: .*quagmire-4"):
        enciphered("quagmire-2", "A", plain_alphabet="B", cipher_alphabet="B", key="C")
    with pytest.raises(ParameterRefused, match=r"cipher_alphabet: .*quagmire-4"):
        enciphered("quagmire-3", "A", plain_alphabet="B", cipher_alphabet="C", key="C")
    with pytest.raises(ParameterRefused, match="indicator_under: 'AB' is no letter"):
        enciphered("quagmire-3", "A", plain_alphabet="B", key="C", indicator_under="AB")
    with pytest.raises(ParameterRefused, match="indicator_under: '1' is not in the alphabet"):
        enciphered("quagmire-3", "A", plain_alphabet="B", key="C", indicator_under="1")


def test_ragbaby_counts_words_not_blanks() -> None:
    assert enciphered("ragbaby", "A A A") == "B C D"
    assert enciphered("ragbaby", " A  A\nA ") == " B  C D "
    assert enciphered("ragbaby", "AB AB", numbering="every word starts at 1") == "BD BD"
    assert enciphered("ragbaby", "A" * 25) == "BCDEFGHIKLMNOPQRSTUVWYZAB"
    assert deciphered("ragbaby", "B C D") == "A A A"


def test_ragbaby_reads_j_as_i_and_x_as_w() -> None:
    working = registry.system("ragbaby").encipher("JAX", keyword="GROSBEAK")
    back = registry.system("ragbaby").decipher(working.result, keyword="GROSBEAK")
    assert back.result == "IAW"
    assert [change.read for change in working.ledger] == ["I", "W"]
    with pytest.raises(ForeignSign):
        enciphered("ragbaby", "JAM", merge="none")
    with pytest.raises(ParameterRefused, match="merge: A->B does not fit"):
        enciphered("ragbaby", "JAM", merge="A->B")


@pytest.mark.parametrize(
    ("name", "parameters", "why"),
    [
        ("vigenere", {"key": ""}, "key: it is empty"),
        ("vigenere", {}, "vigenere needs it"),
        ("vigenere", {"key": "LE MÖN"}, r"key: '\\xd6' is not in the alphabet"),
        ("vigenere", {"key": "A", "alphabet": "".join(map(chr, range(400, 600)))}, "alphabet: "),
        ("beaufort", {"key": "КЛЮЧ", "alphabet": "latin26"}, "key: .* is not in the alphabet"),
        ("gronsfeld", {"key": "12A"}, "key: '12A' is no whole number"),
        ("gronsfeld", {"key": [1, -2]}, "key: -2 does not fit"),
        ("autokey", {"primer": "A", "rule": "porta"}, "rule: 'porta' is unknown"),
        ("autokey", {"primer": "1"}, "primer: '1' is not in the alphabet"),
        ("porta", {"key": "A", "lower_half_slides": "up"}, "lower_half_slides: 'up' is unknown"),
        ("progressive-key", {"key": "A", "progression": "fast"}, "progression: 'fast'"),
        ("ragbaby", {"keyword": "ЖУК", "alphabet24": "latin26"}, "keyword: .* is not in"),
    ],
)
def test_a_bad_key_is_refused_by_name(name: str, parameters: dict[str, object], why: str) -> None:
    with pytest.raises(ParameterRefused, match=why):
        enciphered(name, "TEXT", **parameters)


def test_a_sign_that_is_not_taken_is_refused_with_its_place() -> None:
    with pytest.raises(ForeignSign, match="place 4: '1'"):
        enciphered("autokey", "NOR1", primer="A")
