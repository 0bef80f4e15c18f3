"""Signs that nobody sees and that change what is read: refused in every text of ours.

A direction mark can turn ``https://…`` or a number around, a soft hyphen or a zero-width space hides inside a word that
search then misses, and a control character breaks paper. Refused are the categories of Unicode that print nothing (Cc,
Cf, Zl, Zp), those without a meaning that all readers share (Co, Cn, Cs), the letters and marks that print nothing, and
all spaces but three: the ordinary one, and the two that do not break, which French needs before ``;:!?»`` and numbers
between thousands. What counts digits sees through those (:mod:`guide.model.loose_contacts`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

#: Categories of which no character may stand in a text.
REFUSED_CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp", "Co", "Cn", "Cs"})
#: Spaces that may stand: the ordinary one, and those that do not break.
SPACES = frozenset(" \u00a0\u202f")
#: Characters of the categories above that lay out a file.
_LAYOUT = frozenset("\n\t")
#: Letters and marks that print nothing: Default_Ignorable_Code_Point of the Unicode Character Database, and the empty
#: Braille cell.
_EMPTY = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    + "".join(map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
)
_JOINERS = frozenset("\u200c\u200d")
#: Scripts whose spelling needs joiners inside words, by the first word of their letters' names.
_JOINING_SCRIPTS = frozenset(
    {"ARABIC", "SYRIAC", "DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA"}
    | {"MALAYALAM", "SINHALA"}
)


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Yield the position of each refused sign in ``text``, and its name: ``U+00AD SOFT HYPHEN``."""
    suspects = {character for character in set(text) if _suspect(character)}
    if not suspects:
        return
    for position, character in enumerate(text):
        if character not in suspects:
            continue
        if character in _JOINERS and _between_joining_letters(text, position):
            continue
        if character == "\r" and text[position + 1 : position + 2] == "\n":
            continue
        yield position, sign_name(character)


def sign_name(character: str) -> str:
    """Return how a fault names ``character``: its number, and its name where Unicode gives one."""
    names = {"Cc": "a control character", "Co": "a sign for private use", "Cs": "half of a character"}
    category = unicodedata.category(character)
    name = unicodedata.name(character, names.get(category, "a sign that means nothing yet"))
    return f"U+{ord(character):04X} {name}"


def _suspect(character: str) -> bool:
    if character in _LAYOUT or character in SPACES:
        return False
    category = unicodedata.category(character)
    return category in REFUSED_CATEGORIES or category == "Zs" or character in _EMPTY


def _between_joining_letters(text: str, position: int) -> bool:
    around = text[position - 1 : position] + text[position + 1 : position + 2]
    return len(around) == 2 and all(
        unicodedata.category(c)[0] in "LM" and unicodedata.name(c, "").split(" ")[0] in _JOINING_SCRIPTS for c in around
    )
