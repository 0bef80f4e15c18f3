"""Words by which a test tells languages apart: common ones that no other language of the guide has."""

from __future__ import annotations

import re

#: Menu labels and names of bodies aside. A word that two languages share stands for neither.
WORDS = {
    "es": r"usted|ustedes|también|quien|quién|pero|según|después|aquí|(?<!-)los|esa",
    "en": r"the|you|your|and|with|their|which|whether|should|because",
    "pt": r"você|vocês|não|também|então|são|uma|seu|sua|ao|pela|essa",
    "fr": r"vous|votre|vos|avec|cette|sont|être|aux|dans|qui",
    "ar": r"[\u0621-\u064a]{2,}",
}
#: Names of bodies, laws and programmes that hold such a word, the same in every language.
OWN_NAMES = (
    *("Aquí estoy", "Instituto Marielle Franco", "por la Defensa de los Derechos Humanos", "por los Derechos Humanos"),
    *("Observatorio de Defensoras y Defensores", "Contenido dirigido a una defensora de los derechos humanos de Perú"),
)
#: Names of rules and menus, and what others said, stand in quotation marks.
_QUOTED = re.compile(r"«[^»]{1,160}»|“[^”]{1,160}”")


def foreign(text: str, language: str) -> set[str]:
    """Return the words in ``text`` that only another language than ``language`` has, with that language."""
    text = _QUOTED.sub("", text)
    for name in OWN_NAMES:
        text = re.sub(re.escape(name), "", text, flags=re.I)
    found = set()
    for code, words in WORDS.items():
        if code != language:
            found |= {f"{code}: {match.group().lower()}" for match in re.finditer(rf"\b(?:{words})\b", text, re.I)}
    return found
