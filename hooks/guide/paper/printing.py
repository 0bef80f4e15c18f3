"""How a site prints: the settings of mkdocs.yml that paper depends on."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from guide.model.variables import SHEETS, WrongVariable, given, one_of

#: A name that can never be a real site (RFC 2606): no sheet sends anybody there.
NO_SITE = ".example"
#: Letters that fit on the front of the pocket sheet in a size that one reads.
LONGEST_COVER = 30


def everything_wanted() -> bool:
    """Return whether a build makes what is taken along: files, archives, and the texts to copy on pages."""
    return given(SHEETS) != "0"


def pdfs_wanted() -> bool:
    """Return whether a build makes PDFs."""
    return given(SHEETS) not in ("0", "texts")


@dataclass(frozen=True, slots=True)
class Printing:
    """Settings of everything that is taken along.

    Attributes:
        address: of the site, with a slash at its end; empty where it has none.
        qr: whether sheets carry the QR code of their page.
        cover: word on the front of the pocket sheet; the usual one of the language when empty.
        countries: ids of countries whose sheets are made only when a build names them (rule P18).
    """

    address: str = ""
    qr: bool = True
    cover: str = ""
    countries: tuple[str, ...] = ()


def word_for_front(value: object) -> str:
    """Return the word on the front of the pocket sheet from a setting; empty for the usual one.

    Raises:
        WrongVariable: for what is no text, or does not fit on the front.
    """
    if value is None or value == "":
        return ""
    if not isinstance(value, str) or not value.strip() or len(value.strip()) > LONGEST_COVER:
        raise WrongVariable(f"cover: write a word of at most {LONGEST_COVER} letters, in quotes")
    return value.strip()


def with_codes(value: object) -> bool:
    """Return whether sheets carry QR codes, from a setting; raises WrongVariable for what is neither true nor false."""
    if not isinstance(value, bool):
        raise WrongVariable(f"qr: write true or false, not {value!r}")
    return value


def countries_asked(value: object, known: Collection[str]) -> tuple[str, ...]:
    """Return the countries that a setting names, ids with spaces or commas between them.

    Raises:
        WrongVariable: for an id that no country has.
    """
    names = tuple(name.lower() for name in re.split(r"[\s,]+", str(value or "")) if name)
    for name in names:
        one_of("country_sheets", "country", name, sorted(known))
    return names


def real_address(site_url: str) -> str:
    """Return ``site_url`` where it is a real site's, otherwise nothing."""
    return "" if (urlsplit(site_url).hostname or NO_SITE).endswith(NO_SITE) else site_url
