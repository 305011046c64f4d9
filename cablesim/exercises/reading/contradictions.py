"""A reason that plainly says another direction of the statement than the one that was named.

Only what cannot be meant otherwise is told. The statement itself has to be the subject, or a last
word such as `therefore` has to stand before it; a reason may speak of the other side, of a source
that is weaker, of what others say, of what would be or was, and come back to its own direction.

>>> contradicted("the notes are by other hands, and the statement is weaker", "stronger")
'weaker'
>>> contradicted("although the statement is weaker without them, two hands agree", "stronger")
''
"""

from __future__ import annotations

import re

_OTHERS = {"stronger": "weaker", "weaker": "stronger"}
_STATEMENT = r"(?:the|this|that|his|her|their) (?:claim|statement|assertion|sentence)"
_LAST_WORD = (
    r"(?:therefore|hence|consequently|in the end|all in all|on the whole|overall|in sum|to sum up|"
    r"in conclusion|i conclude that)"
)
_HOW = r"(?: (?:clearly|really|indeed|in fact|even|much|far|certainly|surely|now|plainly|truly))*"
_BECOMES = r"(?:'s| is| becomes| gets| comes out(?: as)?| ends up(?: as)?| turns out(?: to be)?)"
_OTHER = r"(stronger|weaker)\b(?! (?:than|evidence|proof|source|paper|reason|one)\b)"
_SAID = re.compile(
    rf"\b{_STATEMENT}{_BECOMES}{_HOW} {_OTHER}"
    rf"|\b(?:makes?|making|renders?|leaves?) {_STATEMENT}{_HOW} {_OTHER}"
    rf"|\b{_LAST_WORD},? (?:it|this|that|{_STATEMENT}){_BECOMES}{_HOW} {_OTHER}"
    rf"|\b{_LAST_WORD},? (?:it|this|that|they|the (?:notes|sources|lists?|papers?)) makes? "
    rf"(?:it|{_STATEMENT}){_HOW} {_OTHER}"
)
_PIECE = re.compile(r"[.;:!?\n]+")
# Where one of these stands in the same sentence the direction may be hedged, bound to a condition,
# somebody else's, or of one point alone.
_OPEN = re.compile(
    r"\b(?:not|no|never|nor|neither|none|nobody|nothing|cannot|hardly|barely|scarcely|less|wrong|"
    r"false|untrue|mistake[ns]?|mistaken|incorrect|doubt\w*|deny|denies|refuse\w*|fail\w*|"
    r"although|though|while|whilst|whereas|despite|unless|if|whether|when|whenever|where|wherever|"
    r"once|until|till|before|at first|first sight|would|could|might|may|can|"
    r"should|must|seem\w*|appear\w*|look\w*|sound\w*|without|with|alone|only|by itself|"
    r"on its own|otherwise|else|elsewhere|often|usually|sometimes|every|each time|any|"
    r"suppose\w*|suggest\w*|somebody|someone|some|people|others|"
    r"but|yet|however|still|nevertheless|even so|respect|point|partly|somewhat|little|bit|slightly|"
    r"as evidence|as proof|or|than|the more|the less|question|asks?|asked)\b|n't\b"
)

# What stands right before the words of somebody else.
_SPEAKS = re.compile(
    r"\b(?:say|says|said|think|thinks|thought|believe|believes|believed|argue|argues|argued|hold|"
    r"holds|held|write|writes|wrote|call|calls|called|claim|claims|claimed)(?: that)?[ ,:\"']*$"
    r"|[a-z] that $"
)


def contradicted(reason: str, name: str) -> str:
    """Return the direction that a folded reason says instead of the one named, or nothing.

    Who named neither may well say that a source makes something stronger, so that nothing is told.
    """
    other = _OTHERS.get(name)
    if other is None:
        return ""
    pieces = _PIECE.split(reason)
    for place, piece in enumerate(pieces):
        found = next((each for each in _SAID.finditer(piece) if other in each.groups()), None)
        if found is None or _OPEN.search(piece) or _SPEAKS.search(piece[: found.start()]):
            continue
        came_back = any(re.search(rf"\b{name}\b", each) for each in (piece, *pieces[place + 1 :]))
        hedged = any(_OPEN.search(each) for each in pieces[place + 1 : place + 2])
        if not came_back and not hedged:
            return other
    return ""
