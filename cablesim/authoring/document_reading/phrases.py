"""The words by which fields of a telegram's form are known, in English and in Russian.

The forms are those of the evidence: outgoing and incoming forms of several offices, in translation
and in the original. A field that none of them has is not looked for.
"""

from __future__ import annotations

import re

from cablesim.documents.form import FieldKind

_ANY = re.IGNORECASE
MARK = r"(?:No\.?|Nr\.?|Nos\.?|№|#|N)"
VALUE = r"\d[\d-]*(?:\s?/\s?[^\W_]{1,4})?"
KINDS = (
    r"(?:cipher(?:ed)?|coded?|secret|outgoing|incoming|enciphered|шифрованная|кодированная)?\s*"
    r"(?:telegram|cable|radiogram|шифртелеграмма|шифротелеграмма|телеграмма|шифровка|радиограмма)"
)
HEADING = re.compile(rf"\b{KINDS}\s*{MARK}?\s*(?P<n>{VALUE})", _ANY)
KIND_ALONE = re.compile(rf"^{KINDS}\.?$", _ANY)
SPECIAL = re.compile(
    rf"\b(?:special|особый|спец\w*\.?)\s*(?:{MARK}|number|номер)\s*(?P<n>{VALUE})", _ANY
)
ISSUING = re.compile(
    r"\b(?:issuing|outgoing|incoming|serial|исходящий|входящий|исх\.|вх\.)\s*"
    rf"(?:{MARK}|number|номер)\s*(?P<n>{VALUE})",
    _ANY,
)
OWN = re.compile(rf"^{MARK}\s*(?P<n>{VALUE})\.?$", _ANY)
REFERENCE = re.compile(
    r"^(?:(?:in (?:addition|reply|answer|response) to|to|re|your|ref\.?|reference|further to|"
    r"в дополнение к|на|к)\b\s*)+(?:(?:my|your|our|наш\w*|ваш\w*|мо\w+)\s*)?"
    rf"(?:telegram\s*|телеграмм\w*\s*)?{MARK}\s*(?P<own>{VALUE})"
    rf"(?:\s*\(?\s*(?:incoming|in|вх\.?|входящ\w+)\s*{MARK}\s*(?P<incoming>{VALUE})\)?)?",
    _ANY,
)
CONTINUES = re.compile(
    r"(?:\b(?:continuation|continued|continues|продолжение)\b|\bconcludes\b|\bокончание\b)"
    rf"[^\d]{{0,40}}(?P<n>{VALUE})?",
    _ANY,
)
_ORDINALS = (
    ["first", "second", "third", "fourth", "fifth"],
    ["первая", "вторая", "третья", "четвертая", "пятая"],
)
PART = re.compile(
    r"^\W*(?:(?:part|часть)\s+(?P<n>\d+|[IVX]+|one|two|three|первая|вторая|третья)"
    r"|(?P<word>first|second|third|fourth|fifth|last|первая|вторая|третья|последняя)"
    r"\s+(?:and last\s+)?(?:part|часть)"
    r"|(?P<a>\d)\s*/\s*(?P<b>\d))\b",
    _ANY,
)
ORDER = {word: number for words in _ORDINALS for number, word in enumerate(words, 1)} | {
    "one": 1,
    "two": 2,
    "three": 3,
    "last": 99,
    "последняя": 99,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
}
SEPARATOR = re.compile(
    r"^\W*(?:new paragraph|next message|(?:first|second|third|another) message"
    r"|message (?:no\.?\s*)?\d+|[IVX]{1,4}[.):]"
    r"|новый абзац|с новой строки|с красной строки|абзац|(?:первое|второе|третье) сообщение"
    r"|сообщение (?:№\s*)?\d+)\W*$",
    _ANY,
)
RULE = re.compile(r"^\s*(?:[-–—=*_+~#]\s*){3,}$")

# What stands in a header, alone on its line or beside other fields. Longer marks come first.
PIECES: tuple[tuple[FieldKind, re.Pattern[str]], ...] = (
    (FieldKind.CLASSIFICATION, re.compile(
        r"\b(?:top secret|strictly secret|most secret|very secret|strictly confidential"
        r"|совершенно секретно|строго секретно|сов\. ?секретно|для служебного пользования"
        r"|secret|confidential|restricted|секретно)\b", _ANY)),
    (FieldKind.URGENCY, re.compile(
        r"\b(?:top priority|high priority|vne ?ocherednaia|priority|most urgent|very urgent|urgent"
        r"|most immediate|immediate|flash|вне ?очереди|внеочередная|весьма срочно|срочно|молния)\b"
        r"|В\[есьма\] срочно", _ANY)),
    (FieldKind.HANDLING, re.compile(
        r"\b(?:only (?:by|through|via) [^.;]*(?:telegraph|wire|radio|cipher|cable|courier)\w*"
        r"|cipher(?:ed)? (?:telegraph|wire|radio|cable) only"
        r"|by (?:wire|radio|telegraph|courier|cable)(?: only)?(?:, (?:in )?cipher\w*)?"
        r"|(?:making|taking)(?: of)? copies is (?:prohibited|forbidden)"
        r"|только (?:проводом|по проводу|по проводам|шифром|радио|по радио|телеграфом)"
        r"(?:, ?[а-яё ]+)?"
        r"|по проводам|проводом, ?шифром|снятие копий [а-яё]+)", _ANY)),
    (FieldKind.SERIES_MARK, re.compile(
        r"\bSPECIAL\b(?! (?:no|№|#|section|\d))|\bОСОБАЯ\b|\bSeries [\"“«]?[A-Z]\b[\"”»]?"
        r"|\bСерия [\"“«]?[А-Я]\b[\"”»]?")),
)  # fmt: skip
OFFICE = re.compile(
    r"\b(?:ministry|department|section|administration|directorate|general staff|bureau|secretariat"
    r"|office|commission|committee|board|authority"
    r"|commissariat|council of|chancellery|министерств\w+|отдел\w*|комисси\w+"
    r"|комитет\w*|управлени\w+"
    r"|генштаб\w*|генерального штаба|генеральный штаб|комиссариат\w*|мид|mfa|mid)\b",
    _ANY,
)
TO_PLACE = re.compile(r"^(?:to|в|куда)\s*:\s*(?P<v>[^:]+?)(?=\s{2,}|\s*$)", _ANY)
TO_WHOM = re.compile(
    r"(?:^|\s{2,})(?:to whom|кому|addressee|адресат)\s*:?\s*(?P<v>[^:]+?)\s*\.?$", _ANY
)
FROM = re.compile(
    r"(?:^|[\s\0])(?:from|из|откуда)\s*:?\s+"
    r"(?P<v>[^\W\d_][\w'-]*(?:\s(?-i:[A-ZА-ЯЁ])[\w'-]*)*)",
    _ANY,
)
PLACE_TO = re.compile(r"^(?P<place>[^\W\d_][^,:.]*?),\s*(?:to|TO|для|ДЛЯ|К)\s+(?P<to>[^,:]+?)\.?$")
TO_LINE = re.compile(r"^(?:to|для)\s*:?\s+(?P<v>(?:the |all )?[^\W\d_][^.,:;]*?)[.:]?$", _ANY)
DATE_LINE = re.compile(r"^(?:date|dated|дата)?\s*:?\s*[\d\w./ ,-]+?\.?$", _ANY)

NAME = r"(?:[A-ZА-ЯЁ][\w.'’-]*)(?:\s+[A-ZА-ЯЁ][\w.'’-]*){0,3}"
_WHO = (
    r"(?P<who>(?:(?:Cde\.?|Comrades?|Mr\.?|Mrs\.?|Miss|т\.|тов\.|the)\s+)?"
    rf"{NAME}(?:(?:\s*,)?\s*(?:,|\bor\b|\band\b|\bили\b|\bлибо\b|\bи\b)\s*"
    rf"(?:(?:to|Comrade|тов\.|т\.)\s+)?(?:(?:his|her|their|the)\s+[a-z]+\s+)?{NAME})*)"
)
INSTRUCTION = re.compile(
    r"^(?:please\s+)?(?:(?:Transmit|Pass|Hand|Deliver|Communicate|Convey|Give|Forward|Relay|Read)"
    r"(?:\s+(?!to\b)[a-z]+){0,4}\s+to\s+|(?:Tell|Inform)\s+"
    r"|(?:Передайте|Передать|Вручите|Вручить|Сообщите|Доложите|Прочтите|Зачитайте)"
    r"(?:\s+[а-яё]+){0,3}\s+|(?:For|Для)\s+)" + _WHO
)
ADDRESSED = re.compile(r"^[\"“«]?\s*(?:To|For|Для)\s+" + _WHO + r"\s*[.:]\s")
SERVICE_ORDER = re.compile(
    r"^(?:please\s+)?(?:telegraph|cable|report|confirm|wire|acknowledge|подтвердите|телеграфируйте)"
    r"(?:\s+(?:the|your|its|об?|of))*\s+(?:immediately\s+)?"
    r"(?:fulfil\w*|execution|receipt|compliance|delivery|исполнени\w+|получени\w+|вручени\w+)\b.*"
    r"|^(?:исполнение|получение|вручение|об исполнении)\s+(?:немедленно\s+)?"
    r"(?:телеграф\w+|подтверд\w+|донес\w+|сообщ\w+)\b.*"
    r"|^acknowledge\b.*",
    _ANY,
)
SIGNED = re.compile(r"^(?:signed|signature|подпись|подписал)\s*:?\s+(?P<v>.+?)\.?$", _ANY)
EVENTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("at_section", re.compile(
        r"\barrived at (?:the )?[^.:]*?(?:section|department|office|bureau)", _ANY)),
    ("came_in", re.compile(r"\b(?:came in|handed in|[пл]оступил[аои]?|сдана)\b", _ANY)),
    ("sent", re.compile(r"\b(?:sent|dispatched|отправлен[ао]?|отослана)\b", _ANY)),
    ("transmitted", re.compile(r"\b(?:transmitted|передана)\b", _ANY)),
    ("received", re.compile(r"\b(?:received|arrived|принята|получен[ао]?)\b", _ANY)),
    ("enciphered", re.compile(r"\b(?:enciphered|зашифрован[ао]?)\b", _ANY)),
    ("deciphered", re.compile(r"\b(?:deciphered|decoded|расшифрован[ао]?)\b", _ANY)),
    ("typed", re.compile(r"\b(?:typed|отпечатан[ао]?)\b", _ANY)),
    ("delivered", re.compile(r"\b(?:delivered|вручен[ао]?)\b", _ANY)),
)  # fmt: skip
CLERK = re.compile(
    r"^(?:by|clerk:?)?\s*(?P<v>[A-ZА-ЯЁ][\w'’.-]+(?:\s[A-ZА-ЯЁ][\w'’.-]+)?)(?=\s|,|$)"
)
TOLD_RECEIVED = re.compile(r"\b(?:I|we)\s+(?:have\s+)?received\b|\b(?:я )?получил", _ANY)
TOLD_DELIVERED = re.compile(
    r"\b(?:communicated|handed|delivered|passed|conveyed|read|told|transmitted"
    r"|передан\w*|вручен\w*|передал|вручил|сообщил|зачитал)\b",
    _ANY,
)
FUSED = (
    re.compile(r"^(?P<a>.*[A-ZА-ЯЁ]{3})(?P<b>[A-ZА-ЯЁ][a-zа-яё]{2,}.*)$"),
    re.compile(r"^(?P<a>.*[a-zа-яё]{3})(?P<b>(?:Sent|Received|Came|Only|From|To|Transmitted|Поступила|Передана|Только)\b.*)$"),
    re.compile(r"^(?P<a>.*\d\d)(?P<b>[A-ZА-ЯЁ][A-Za-zа-яёА-ЯЁ]{3,}.*)$"),
)  # fmt: skip
