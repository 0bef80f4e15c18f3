"""What narrows a list: choices and their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from babel import Locale

from guide.model.languages import LANGUAGES, Language
from guide.model.text import Text


@dataclass(frozen=True, slots=True)
class Option:
    """A choice that narrows a list: a text of the data, a phrase of the interface, or a name."""

    id: str
    text: Text | None = None
    word: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class FilterView:
    """What narrows a list by one thing."""

    id: str
    options: tuple[Option, ...]


def option(name: str, *, text: Text | None = None, word: str = "", label: str = "") -> Option:
    """Return a choice that narrows a list: a text of the data, a phrase of the interface, or a name."""
    return Option(name, text, word, label)


def options(values: Iterable[StrEnum], prefix: str) -> tuple[Option, ...]:
    """Return the choices of a closed vocabulary; its phrases begin with ``prefix``."""
    return tuple(option(value.value, word=f"{prefix}-{value.value}") for value in values)


def spoken(codes: Iterable[str], language: Language) -> str:
    """Return the names of languages as a reader of ``language`` calls them: "español, inglés"."""
    names = Locale.parse(language.tag, sep="-").languages
    return language.comma.join(names.get(code, code) for code in codes)


def language_name(code: str) -> str:
    """Return the name of a language in that language."""
    return LANGUAGES[code].name if code in LANGUAGES else str(Locale(code).get_display_name(code)).capitalize()
