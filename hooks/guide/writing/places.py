"""Names of countries: as the data write them, or, where the guide has no page of one, as the reader's language does."""

from __future__ import annotations

from babel import Locale
from markupsafe import Markup, escape

from guide.model import Catalogue
from guide.model.text import Text
from guide.writing.render import Writer


def place_name(catalogue: Catalogue, code: str, writer: Writer) -> Text | str:
    """Return the name of the country ``code``: a text of the data where the guide has a page of it."""
    if code in catalogue.countries:
        return catalogue.countries[code].name
    return str(Locale.parse(writer.language.tag, sep="-").territories.get(code.upper(), code.upper()))


def place_html(catalogue: Catalogue, code: str, writer: Writer) -> Markup:
    """Return the name for a page."""
    name = place_name(catalogue, code, writer)
    return writer.t(name) if isinstance(name, Text) else escape(name)


def place_plain(catalogue: Catalogue, code: str, writer: Writer) -> str:
    """Return the name for paper, titles and sorting."""
    name = place_name(catalogue, code, writer)
    return writer.plain(name) if isinstance(name, Text) else name
