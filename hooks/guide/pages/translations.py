"""``/translations/``: how far each language is, when somebody last worked on it, and who answers for it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from guide.model import Catalogue
from guide.model.vocabulary import PageId
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.translating.coverage import Standing
from guide.writing.render import Writer


@dataclass(frozen=True, slots=True)
class StandingView:
    """A language: its tag, its name as its speakers write it, and sentences on its translation."""

    tag: str
    name: str
    lines: tuple[Markup, ...]


def translations(catalogue: Catalogue, writer: Writer, edit: tuple[str, int], standings: tuple[Standing, ...]) -> Page:
    """Return the page on all translations."""
    views = [StandingView(told.language.tag, told.language.name, _lines(told, writer)) for told in standings]
    return page_from(catalogue, PageId.TRANSLATIONS, "translations.md", writer, edit, languages=views)


def _lines(told: Standing, writer: Writer) -> tuple[Markup, ...]:
    lines = [writer.ui("standing-current", count=told.current, number=told.total)]
    if told.stale:
        lines.append(writer.ui("standing-stale", count=told.stale))
    if told.missing:
        lines.append(writer.ui("standing-missing", count=told.missing))
    if told.warnings:
        lines.append(writer.ui("standing-warnings", count=told.warnings))
    else:
        lines.append(writer.ui("standing-warnings-all"))
    if told.worked_on:
        lines.append(writer.ui("standing-worked-on", date=writer.date(told.worked_on)))
    if told.reviewer:
        lines.append(writer.ui("standing-reviewed", name=Markup("<bdi>{}</bdi>").format(escape(told.reviewer))))
    else:
        lines.append(writer.ui("standing-draft"))
    return tuple(lines)
