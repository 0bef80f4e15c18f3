"""Languages of the site: folder, tag, name in words, direction. Spanish is the source and stands at the root."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date

SOURCE = "es"


@dataclass(frozen=True, slots=True)
class Language:
    """A language: ``code`` names its folder and catalogue, ``tag`` goes into ``lang`` and ``hreflang``.

    ``likelier`` is the language that its readers are likelier to know than Spanish: what is not translated is shown in
    it. ``at`` is the folder where its words stand, when that is another language's.
    """

    code: str
    tag: str
    name: str
    direction: str = "ltr"
    likelier: str = SOURCE
    at: str | None = None

    @property
    def letters(self) -> str:
        """A letter or two by which its readers know it, where there is no room for its name."""
        return "ع" if self.code == "ar" else self.code.upper()

    @property
    def semicolon(self) -> str:
        """What stands between two remarks."""
        return "؛ " if self.direction == "rtl" else "\N{NO-BREAK SPACE}; " if self.code == "fr" else "; "

    @property
    def colon(self) -> str:
        """What stands between a name and what is said of it."""
        return "\N{NO-BREAK SPACE}: " if self.code == "fr" else ": "

    @property
    def comma(self) -> str:
        """What stands between the items of a list."""
        return "، " if self.direction == "rtl" else ", "

    @property
    def folder(self) -> str:
        """The folder of this language in the site, with a final slash; empty for the source."""
        if self.at is not None:
            return self.at
        return "" if self.code == SOURCE else f"{self.code}/"


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("es", "es", "Español"),
        Language("en", "en", "English"),
        Language("pt", "pt-BR", "Português"),
        Language("fr", "fr", "Français", likelier="en"),
        Language("ar", "ar", "العربية", "rtl", likelier="en"),
    )
}


def languages_of(data: Path) -> tuple[Language, ...]:
    """Return the source language and every language that has a catalogue in ``data/locales``, in the table's order."""
    there = {path.stem for path in (data / "locales").glob("*.po")} | {SOURCE}
    return tuple(language for code, language in LANGUAGES.items() if code in there)


@lru_cache(maxsize=512)
def written_date(day: str, code: str) -> str:
    """Return ``2026-08-03``, ``2026-08`` or ``2026`` as people write it in ``code``; ``undated`` stays so."""
    locale = Locale.parse(LANGUAGES[code].tag, sep="-")
    parts = day.split("-")
    if len(parts) == 3:
        return format_date(dt.date.fromisoformat(day), format="d MMM y", locale=locale).replace(".", "")
    if len(parts) == 2:
        return format_date(dt.date.fromisoformat(f"{day}-01"), format="MMM y", locale=locale).replace(".", "")
    return day
