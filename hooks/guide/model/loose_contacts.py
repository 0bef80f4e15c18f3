"""Phones, addresses and accounts that stand inside a text, where nobody keeps their date and their source.

A contact has a field of its own (rule P1): there it says how it is known and when it is due. In a sentence it would
be printed for years, so it is refused, however it is written: ``555/123/4567``, ``105 o 911``, ``bit.ly/abc``,
``ejemplo.org``, ``@cuenta``. Years, dates, days, numbers of laws, targets and cases are none.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

#: Digits of the shortest telephone number that is no short number.
_PHONE_DIGITS = 7
#: What people put between the digits of a number; a comma only where no space follows.
_BETWEEN = r"(?:[ \u00a0\u202f().·•/‐‑‒–—_-]{1,3}|,(?=\d))"
_DIGITS = re.compile(rf"(?<!\w)[+(]{{0,2}}\d(?:{_BETWEEN}?\d)*")
#: Runs of digits that are no number to call, as a whole.
_NO_PHONE = re.compile(
    r"(?:19|20)\d\d[-‑–—/](?:19|20)?\d\d"  # years, 2024-2025
    r"|(?:19|20)\d\d-[01]?\d-[0-3]?\d|[0-3]?\d[/.-][01]?\d[/.-](?:19|20)\d\d"  # days
    r"|(?:19|20)\d\d/\d{1,4}"  # acts of the European Union, 2022/2065
    r"|\d{1,3}(?:\.\d{1,2}){1,2}|\d{1,3}(?:\.\d{3})*\.000"  # targets and indicators, 16.10.1; 142.000.000
)
#: A case of the Oversight Board: 2025-046-FB-UA.
_CASE = re.compile(r"(?:19|20)\d\d-\d{3}-[A-Z]{2}-[A-Z]{2,4}\b")

#: What any contact holds: most texts hold nothing of it and need no closer look.
_MAY_HOLD = re.compile(r"[\d@:\[]|\.\w|\((?:at|arroba|\.|punto|dot)\)|arroba", re.IGNORECASE)
_FILES = r"yml|yaml|md|po|py|txt|pdf|png|jpe?g|webp|gif|mp[34]|zip|ods|odt|csv|html?|css|js|json|exe|php|docx?|xlsx?"
_ADDRESS = re.compile(
    r"\b(?:[a-z][a-z0-9+.-]*|hxxps?)://\S*"
    r"|\b(?:tel|sms|mailto|sgnl|tg|callto|skype|whatsapp|geo):\S+"
    r"|\bwww\.\S+"
    r"|[\w.+-]+@[\w-]+(?:\.\w+)*"
    r"|[\w.+-]+\s?(?:\[at\]|\(at\)|\(arroba\)|\[arroba\]|\barroba\b)\s?[\w-]+(?:\.\w+)*"
    r"|[\w-]+(?:\[\.\]|\(\.\)|\(punto\)|\[punto\]|\(dot\)|\[dot\])\w+\S*"
    r"|(?<![\w@])@[A-Za-z_][\w.]+",
    re.IGNORECASE,
)
#: ``ejemplo.org``, ``bit.ly/abc``: letters on both sides of a point without a space.
_HOST = re.compile(r"(?<![\w@./-])(?:[^\W_](?:[\w-]*\w)?\.)+[^\W\d_]{2,24}(?![\w.]*\w)")
_PATH = re.compile(r"[/?#][^\s)\]»”,;]*")
_FILE = re.compile(rf"\.(?:{_FILES})$", re.IGNORECASE)
#: Ends of file names that are ends of hosts too.
_ALSO_SUFFIXES = re.compile(r"\.(?:md|py|zip)$", re.IGNORECASE)
#: Abbreviations with a point inside: EE.UU., RR.HH., p.ej., p.ex.
_SHORTENED = re.compile(r"(?:[A-ZÑ]{2}\.[A-ZÑ]{2}|p\.e[jx])$")
_APPS = r"signal|whatsapp|telegram|wire|threema|session|skype|messenger"
_ACCOUNT = re.compile(
    # after the name of an app or a way to write: what holds a digit, a sign of addresses, or a word of an account
    rf"\b(?:{_APPS}|teléfono|telefone|phone|tel|fax|móvil|celular|correo|e-?mail)(?: [^\W\d_]+)?\s*:\s*"
    r"(?!____)(?=\S*[\d@+]|\S*\w_\w|\w+\.\w)\S+"
    # or a word alone, where the app is named as a place
    rf"|(?:^|[.;,(]\s*|\b(?:en|on|por|by|via|vía|a|no|sur)\s+)(?:{_APPS})\s*:\s*\w+(?=[.;,)]|$)",
    re.IGNORECASE,
)

#: Numbers of two to six digits after words with which people are told to call.
_CALLED = re.compile(
    r"\b(?:(?:llam[ae]|llamar|llamen|marque|marca|marcar|comuníquese|ligue|ligar|disque|discar|appelez|composez)"
    r"(?: gratis)?(?: al?| el| no| para o| le| com| con el)?(?: número| n[.º°]+)?"
    r"|(?:línea|linha|teléfono|telefone|tel\.?|número de emergencias?|emergencias?|disque|hotline|helpline|emergency"
    r"|phone|números?)(?: nacional| gratuita)?:?"
    r"|(?:call|dial|text|ring|phone)(?: the)?(?: number)?)"
    r" [*#]?(?=[\d*#]*\d{3})[\d*#]{3,6}(?![\d\w-])(?! (?:horas|hours|personas|people|días|days)\b)",
    re.IGNORECASE,
)
#: An emergency number with its digits apart: 9-1-1, 1 0 5.
_APART = re.compile(r"(?<![\w.,/-])\d(?P<gap>[ .·-])\d(?P=gap)\d(?![\w/-]|[.,]\d| \d)")
#: A number right beside the name of those who answer it: Policía: 105, PNP 105, policía (118).
_BESIDE = re.compile(
    r"\b(?:polic[ií]a|police|pol[ií]cia|pnp|bomberos|ambulancia|ambulance)\b\W{0,3}\d{3}(?![\w/-]|[.,]\d| \d|\s?%)"
    r"(?!\s+(?:personas|people|casos|cases|agentes|officers))",
    re.IGNORECASE,
)
#: Three digits with which people call for help in the Americas, in Europe or in Australia.
EMERGENCY_NUMBERS = frozenset(
    {"000", "011", "022", "033", "060", "061", "065", "066", "068", "080", "085", "088", "100", "101"}
    | {"102", "103", "104", "105", "106", "107", "108", "110", "111", "112", "113", "114", "115", "116"}
    | {"117", "118", "119", "120", "122", "123", "125", "128", "131", "132", "133", "144", "150", "151"}
    | {"152", "153", "154", "155", "156", "157", "158", "159", "160", "166", "171", "190", "191", "192"}
    | {"193", "194", "195", "197", "198", "199", "911", "913", "917", "997", "998", "999"}
)
#: Those that mean nothing else to a reader, wherever they stand.
_ALWAYS = frozenset({"112", "911", "999"})
_THREE = re.compile(r"(?<![\w.,/‑–-])(?<!\d )\d{3}(?![\w/‑–-]|[.,]\d| \d|\s?%)")
#: What stands before a number that something is counted by, or that names a law.
_COUNTED = re.compile(
    r"\b(?:cada|hasta|unas|unos|más de|menos de|cerca de|casi|entre|los|las|de|del|son|fueron|artículos?|art\.|ley"
    r"|decreto|resolución|acuerdo|principios?|sentencias?|página|págs?\.|párrafos?|núm\.|every|up to|about|around"
    r"|more than|less than|nearly|almost|between|articles?|law|decree|resolution|of|page|paragraphs?|to)\s*$",
    re.IGNORECASE,
)
#: Any word that follows is what is counted, except these.
_COUNTS = re.compile(
    r"\s+(?!(?:o|u|y|e|ni|si|desde|en|a|al|para|por|no|ahora|ya|gratis|cuando|pero|or|and|if|from|in|at|for|not|now|free"
    r"|when|but|ou|se|quando|et)\b)[^\W\d_]{2,}"
)
#: An article or an 'or' before, an 'or' and another number after: these name a number and count nothing.
_NAMED_BEFORE = re.compile(r"(?:^|\b(?:el|al|the|o|u|or|ou|le))\s*$", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"\s*(?:/|,|\b(?:o|u|or|ou)\b)\s*\d{3}\b")


def loose_contacts(words: str, own: Collection[str] = (), *, short: bool = True) -> Iterator[str]:
    """Yield each contact that stands in ``words``, as it is written there.

    Args:
        words: of a text, without marks.
        own: what may stand: values of contacts of the same record, and names of bodies that are addresses themselves.
        short: look for short numbers too, such as 105 and 911; lists of words to search for hold them.
    """
    if not _MAY_HOLD.search(words):
        return
    told: list[tuple[int, int]] = []
    for start, end in _kept(words, short):
        # One number is told once, by the rule that sees most of it.
        if any(start < before_end and before_start < end for before_start, before_end in told):
            continue
        told.append((start, end))
        found = words[start:end].strip()
        if not any(_same(found, value) for value in own):
            yield found


# A server looks at all texts again after each change of one.
@lru_cache(maxsize=65_536)
def _kept(words: str, short: bool) -> tuple[tuple[int, int], ...]:
    return tuple(_found(words, short))


def _found(words: str, short: bool) -> Iterator[tuple[int, int]]:
    """Yield start and end of what may be a contact, those that are surest first."""
    for pattern in (_ADDRESS, _ACCOUNT):
        yield from (found.span() for found in pattern.finditer(words))
    for found in _HOST.finditer(words):
        path = _PATH.match(words, found.end())
        is_file = _FILE.search(found.group()) and not (path and _ALSO_SUFFIXES.search(found.group()))
        if not (is_file or _SHORTENED.match(found.group())):
            yield found.start(), found.end() + (len(path.group().rstrip(".:!?")) if path else 0)
    without_cases = _CASE.sub(lambda case: "x" * len(case.group()), words)
    for found in _DIGITS.finditer(without_cases):
        digits = sum(character.isdigit() for character in found.group())
        if digits >= _PHONE_DIGITS and not _NO_PHONE.fullmatch(found.group()):
            yield found.span()
    if short:
        yield from (found.span() for found in _CALLED.finditer(words))
        yield from (found.span() for found in _BESIDE.finditer(words))
        for found in _APART.finditer(words):
            if re.sub(r"\D", "", found.group()) in EMERGENCY_NUMBERS:
                yield found.span()
        yield from _emergency(words)


def _emergency(words: str) -> Iterator[tuple[int, int]]:
    for found in _THREE.finditer(words):
        before, after = words[: found.start()], words[found.end() :]
        if found.group() not in EMERGENCY_NUMBERS or _COUNTED.search(before) or _COUNTS.match(after):
            continue
        if found.group() in _ALWAYS or _NAMED_BEFORE.search(before) or _NAMED_AFTER.match(after):
            yield found.span()


def _same(found: str, value: str) -> bool:
    """Return whether ``found`` is what ``value`` writes: the same digits, or the same address."""
    digits = re.sub(r"\D", "", found)
    if digits and not re.search(r"[^\W\d_]\.[^\W\d_]", found):
        return digits == re.sub(r"\D", "", value)
    return found.casefold() in value.casefold()
