"""How far the translation of each language is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from guide.model.languages import LANGUAGES, Language
from guide.reading.load import Loaded
from guide.translating.messages import messages
from guide.translating.translation import Translation


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the translation into ``language`` is.

    ``total`` texts are to be translated; ``stale`` of them are out of date and ``missing`` have none. ``warnings`` is
    how many warnings are not current, and shown in the language that readers are likelier to know. ``reviewer`` answers
    for it, nobody while it is a draft. ``worked_on`` is the day that its file gives, where it gives one.
    """

    language: Language
    total: int
    stale: int
    missing: int
    warnings: int
    reviewer: str
    worked_on: dt.date | None

    @property
    def current(self) -> int:
        """How many texts are translated and up to date."""
        return self.total - self.stale - self.missing


def standings(loaded: Loaded, translations: Iterable[Translation]) -> tuple[Standing, ...]:
    """Return how far each of ``translations`` is."""
    texts = messages(loaded)
    out = []
    for translation in translations:
        lacking = translation.lacking(texts)
        stale = sum(1 for message in lacking if translation.has(message.context))
        out.append(
            Standing(
                LANGUAGES[translation.code],
                len(texts),
                stale,
                len(lacking) - stale,
                sum(1 for message in lacking if message.strict),
                "" if translation.draft else translation.reviewer,
                translation.worked_on,
            )
        )
    return tuple(out)


def coverage_lines(loaded: Loaded, translations: Mapping[str, Translation]) -> Iterator[str]:
    """Yield the coverage of each language in a sentence."""
    for told in standings(loaded, translations.values()):
        draft = "" if told.reviewer else ", a draft"
        yield (
            f"{told.language.code}: {told.current} of {told.total} texts translated, {told.stale} out of date, "
            f"{told.missing} missing{draft}."
        )
