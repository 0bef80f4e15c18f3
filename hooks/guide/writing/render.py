"""Templates → Markdown. Templates get finished pieces only: a raw string from the data is refused.

Inside HTML blocks texts are written as HTML, elsewhere as Markdown; both escape everything.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from guide.model.languages import LANGUAGES, Language, written_date
from guide.model.reference import ID_PATTERN
from guide.model.text import Run, Text, plain
from guide.writing.links import Here
from guide.writing.runs import to_html, to_markdown

GUIDE = Path(__file__).parent.parent
#: Templates stand beside the module that fills them; what several share stands here.
FOLDERS = tuple(GUIDE / name for name in ("pages", "writing", "paper", "publishing"))
#: Ends of their names, those that Typst and single files are made from included.
TEMPLATES = (".md", ".html", ".css", ".xml", ".typ")


class RawText(TypeError):
    """A template tried to print a string that nothing has escaped."""


def _finished(value: Any) -> Any:
    if isinstance(value, (Markup, int)):
        return value
    raise RawText(f"templates print finished pieces only, not {type(value).__name__} {value!r}")


def template_files() -> list[Path]:
    """Return every template, in a fixed order: a server makes pages anew when one has changed."""
    return [path for folder in FOLDERS for path in sorted(folder.iterdir()) if path.suffix in TEMPLATES]


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the template environment; made once."""
    return Environment(
        loader=FileSystemLoader(FOLDERS),
        autoescape=True,
        undefined=StrictUndefined,
        # The usual "{#" would swallow the ids of Markdown headings: "## Reporte {#report}".
        comment_start_string="{%#",
        comment_end_string="#%}",
        finalize=_finished,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=True,  # a server shows a template that has changed
    )


@dataclass(slots=True)
class _Count:
    """What a page shows of texts that are out of date, or that are not in its language."""

    stale: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes texts for one page: language, place, values, and a count of what is out of date.

    ``values`` stand for the names in braces. They never change: a piece of the page that has values of its own is
    written by :meth:`with_values`, because a template writes its texts long after the page has gone on.
    """

    here: Here
    interface: Mapping[str, Text]
    values: Mapping[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    _count_of: _Count = field(default_factory=_Count)
    _phrases: dict[str, Markup] = field(default_factory=dict)

    def with_values(self, values: Mapping[str, str]) -> Writer:
        """Return a writer of the same page, with the same counts, for a piece that has ``values`` as well."""
        return Writer(self.here, self.interface, {**self.values, **values}, self.used, self._count_of)

    @property
    def stale(self) -> int:
        """Number of old translations shown so far."""
        return self._count_of.stale

    @property
    def missing(self) -> int:
        """Number of Spanish texts shown so far on a page of another language."""
        return self._count_of.missing

    @property
    def language(self) -> Language:
        """The language of the page."""
        return self.here.language

    def t(self, text: Text, **values: str | int) -> Markup:
        """Return ``text`` as HTML, marked when it is not in the language of the page."""
        inner = to_html(text.runs, self.here.resolve, self._with(values))
        return self._marked(text, inner)

    def m(self, text: Text, **values: str | int) -> Markup:
        """Return ``text`` as Markdown."""
        inner = to_markdown(text.runs, self.here.resolve, self._with(values))
        return self._marked(text, inner)

    def plain(self, text: Text, **values: str | int) -> str:
        """Return the words of ``text``, unescaped: for titles, attributes and search, never for a template."""
        self._count(text)
        return plain(text.runs, self._with(values))

    def foreign(self, text: Text) -> str:
        """Return the language of ``text`` where it is not that of the page, else an empty string."""
        return text.lang if text.lang != self.language.code else ""

    def attr(self, text: Text, **values: str | int) -> Markup:
        """Return the words of ``text`` for an attribute."""
        return escape(self.plain(text, **values))

    def ui(self, key: str, **values: str | int) -> Markup:
        """Return the interface text ``key`` as HTML; raises KeyError."""
        self.used.add(key)
        if values:
            return self.t(self.interface[key], **values)
        if key not in self._phrases:  # the same few phrases stand on a page hundreds of times
            self._phrases[key] = self.t(self.interface[key])
        else:
            self._count(self.interface[key])
        return self._phrases[key]

    def uim(self, key: str, **values: str | int) -> Markup:
        """Return the interface text ``key`` as Markdown; raises KeyError."""
        self.used.add(key)
        return self.m(self.interface[key], **values)

    def uia(self, key: str, **values: str | int) -> Markup:
        """Return the interface text ``key`` for an attribute; raises KeyError."""
        self.used.add(key)
        return self.attr(self.interface[key], **values)

    def date(self, day: object) -> Markup:
        """Return a date of a copy as people write it, ``undated`` in words."""
        written = written_date(str(day), self.language.code)
        return self.ui("undated") if written == "undated" else escape(written)

    def _with(self, values: Mapping[str, str | int]) -> dict[str, str]:
        # A finished piece (a date in words, marked as Spanish) stays finished.
        given = {key: value if isinstance(value, Markup) else str(value) for key, value in values.items()}
        return {**self.values, **given}

    def _count(self, text: Text) -> None:
        if text.lang != self.language.code:
            self._count_of.missing += 1
        elif text.stale:
            self._count_of.stale += 1

    def _marked(self, text: Text, inner: Markup) -> Markup:
        self._count(text)
        if text.lang != self.language.code:
            return in_language(text.lang, inner, self.language)
        return Markup('<span class="stale">{}</span>').format(inner) if text.stale else inner


def in_language(code: str, inner: Markup, page: Language) -> Markup:
    """Return ``inner`` marked as words in the language ``code`` on a page in the language ``page``.

    Beside Arabic another language has its own direction, or its full stop would stand before it.
    """
    other = LANGUAGES[code]
    turned = Markup(' dir="{}"').format(other.direction) if other.direction != page.direction else Markup()
    return Markup('<span lang="{}"{}>{}</span>').format(code, turned, inner)


def slug(name: str) -> Markup:
    """Return an id for an attribute; raises ValueError when it is none."""
    if not re.match(ID_PATTERN, name):
        raise ValueError(f"'{name}' is no id")
    return Markup(name)  # noqa: S704 - letters, digits and hyphens only


def render(template: str, writer: Writer, **context: Any) -> str:
    """Return ``template`` filled for one page."""
    helpers: dict[str, Callable[..., Any]] = {
        "t": writer.t,
        "m": writer.m,
        "ui": writer.ui,
        "uim": writer.uim,
        "uia": writer.uia,
        "attr": writer.attr,
        "date": writer.date,
        "e": escape,
        "slug": slug,
        "link": lambda target: escape(writer.here.resolve(target) or ""),
        "to": lambda path: escape(writer.here.to(path)),
        "asset": lambda path: escape(writer.here.asset(path)),
    }
    language = writer.language
    said = {
        "lang": language.code,
        "rtl": language.direction == "rtl",
        "colon": escape(language.colon),
        "semicolon": escape(language.semicolon),
    }
    return environment().get_template(template).render(**helpers, **said, **context)


def piece(template: str, writer: Writer, **context: Any) -> Markup:
    """Return ``template`` filled for a piece of a page, finished: the values of its writer are those of the piece."""
    return Markup(render(template, writer, **context))  # noqa: S704 - templates escape, and refuse raw strings


__all__ = ["RawText", "Run", "Writer", "environment", "piece", "render", "slug"]
