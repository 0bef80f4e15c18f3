"""What somebody calls, writes to, follows, taps or must not be late for, as one value with its place and its proof."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from guide.model.loose_contacts import loose_contacts
from guide.model.text import RunKind, Text, walk_runs


class What(StrEnum):
    """What a value is; the words stand in the table."""

    PHONE = "phone"
    EMAIL = "email"
    MESSAGING = "messaging"
    FORM = "form"
    EMERGENCY = "emergency"
    ADDRESS = "address"
    HOST = "host"
    TERM = "term"
    LABEL = "label"
    IN_TEXT = "in a text"


#: What somebody reaches through: it never changes without a word on how it is known, wherever it stands.
REACHED = frozenset({What.PHONE, What.EMAIL, What.MESSAGING, What.FORM, What.EMERGENCY, What.IN_TEXT})


@dataclass(frozen=True, slots=True)
class Proof:
    """How a value is known: the day of its check, and its sources with their own dates.

    ``None`` says that there is no field for it where the value stands, such as for the day of a label.
    """

    day: str | None = None
    sources: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A value: the record that holds it, the fields that lead to it, and file and line."""

    record: str
    path: tuple[str, ...]
    what: What
    value: str
    proof: Proof
    file: str
    line: int


_NUMBERS = (
    "un|una|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|cuarenta|sesenta"
    "|noventa|cien|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|sixty|ninety"
)
_UNITS = "horas?|días?|semanas?|meses|mes|años?|hours?|days?|weeks?|months?|years?"
_TERM = re.compile(rf"\b(?:\d+(?:[.,]\d+)?|{_NUMBERS})\s+(?:{_UNITS})\b(?:\s+hábiles)?", re.IGNORECASE)
_AGE = re.compile(r"1[0-9] (?:años|years)", re.IGNORECASE)


def terms(words: str) -> Iterator[str]:
    """Yield the terms that stand in ``words``, such as ``15 días`` and ``dos meses``; an age is none."""
    found = (" ".join(term.group().split()) for term in _TERM.finditer(words))
    yield from (term for term in found if not _AGE.fullmatch(term))


def in_words(words: str, own: Collection[str] = (), *, searched: bool = False) -> Iterator[tuple[What, str]]:
    """Yield the contacts and the terms of a text without marks.

    Args:
        words: of the text.
        own: hosts that are names of bodies and may stand in a text.
        searched: people search for these words, which may be short numbers.
    """
    found = (item for item in loose_contacts(words, short=not searched) if item.casefold() not in own)
    yield from ((What.IN_TEXT, item) for item in found)
    yield from ((What.TERM, found) for found in terms(words))


def in_text(text: Text, own: Collection[str] = (), *, searched: bool = False) -> Iterator[tuple[What, str]]:
    """Yield the contacts, the terms and the outside links of ``text``; see :func:`in_words`."""
    yield from in_words(text.words, own, searched=searched)
    for run in walk_runs(text.runs):
        if run.kind is RunKind.LINK and "://" in run.target:
            yield What.ADDRESS, run.target


def dialled(value: str, country: str | None) -> str:
    """Return a number with the country inside which it is dialled so."""
    return f"{value} (inside {country})" if country else value
