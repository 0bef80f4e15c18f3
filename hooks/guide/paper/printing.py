"""How a site prints: the settings of mkdocs.yml that paper depends on."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

#: A name that can never be a real site (RFC 2606): no sheet sends anybody there.
NO_SITE = ".example"


@dataclass(frozen=True, slots=True)
class Printing:
    """Settings of everything that is taken along.

    Attributes:
        address: of the site, with a slash at its end; empty where it has none.
        qr: whether sheets carry the QR code of their page.
        cover: word on the front of the pocket sheet; the usual one of the language when empty.
        countries: ids of countries whose sheets are made only when a build names them (practice P18).
    """

    address: str = ""
    qr: bool = True
    cover: str = ""
    countries: tuple[str, ...] = ()


def real_address(site_url: str) -> str:
    """Return ``site_url`` where it is a real site's, otherwise nothing."""
    return "" if (urlsplit(site_url).hostname or NO_SITE).endswith(NO_SITE) else site_url
