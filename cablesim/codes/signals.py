"""Morse signals as data: international letters, figures and punctuation, and Russian letters.

Source: Recommendation ITU-R M.1677 for the international ones; Russian letters as in vector
morse-russian-01.
"""

from __future__ import annotations


def _table(pairs: str) -> dict[str, str]:
    """Return a table from pairs of sign and signal, alternating."""
    parts = pairs.split()
    return dict(zip(parts[::2], parts[1::2], strict=True))


INTERNATIONAL = _table(
    "A .- B -... C -.-. D -.. E . F ..-. G --. H .... I .. J .--- K -.- L .-.. M -- N -. O --- "
    "P .--. Q --.- R .-. S ... T - U ..- V ...- W .-- X -..- Y -.-- Z --.. "
    "0 ----- 1 .---- 2 ..--- 3 ...-- 4 ....- 5 ..... 6 -.... 7 --... 8 ---.. 9 ----."
)
PUNCTUATION = _table(
    ". .-.-.- , --..-- ? ..--.. ' .----. / -..-. ( -.--. ) -.--.- : ---... = -...- + .-.-. "
    '- -....- " .-..-. @ .--.-.'
)
RUSSIAN = _table(
    "А .- Б -... В .-- Г --. Д -.. Е . Ж ...- З --.. И .. Й .--- К -.- Л .-.. М -- Н -. О --- "
    "П .--. Р .-. С ... Т - У ..- Ф ..-. Х .... Ц -.-. Ч ---. Ш ---- Щ --.- Ъ --.-- Ы -.-- "
    "Ь -..- Э ..-.. Ю ..-- Я .-.-"
)
