"""``routes.csv``: a line for each contact of a route, and one for a route without.

RFC 4180: commas, lines that end in CR LF, quotes where needed, UTF-8 without a byte order mark. The incident log is
opened by people in a spreadsheet and has other habits; this file is read by programs, which take a mark for letters of
the first name. A number stands behind its kind (``phone: +33 …``), so that no spreadsheet reads a cell as a formula.
"""

from __future__ import annotations

import csv
import io

from guide.model import Catalogue
from guide.model.languages import SOURCE
from guide.opendata.base import ReadFirst
from guide.opendata.help import routes
from guide.opendata.shapes import Contact, Route
from guide.opendata.words import AllWords

_COLUMNS = (
    "read_first", "reaches_state", "route", "page", "kind", "region", "open_to", "closed_to", "adults_only",
    "countries", "site", "contact", "dialled_inside", "how_known", "testers", "tested", "copy_read", "valid_until",
    "behind_site", "no_link", "sources", "licence",
)  # fmt: skip


def routes_table(catalogue: Catalogue, words: AllWords) -> bytes:
    """Return the table, routes in the order of their ids; what must be read first is its first column."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for route in sorted(routes(catalogue, words), key=lambda route: route.id):
        for contact in route.contacts or (None,):
            writer.writerow(_row(route, contact))
    return out.getvalue().encode()


def _row(route: Route, contact: Contact | None) -> tuple[str, ...]:
    known = contact.how_known if contact else None
    return (
        " | ".join(map(_spanish, (*route.read_first, *(contact.read_first if contact else ())))),
        route.reaches_state,
        route.id,
        route.page,
        route.kind,
        route.region,
        _conditions(route.open_to),
        _conditions(route.closed_to),
        "yes" if route.adults_only else "",
        " ".join(route.countries),
        route.site or "",
        f"{contact.kind}: {contact.value}" if contact else "",
        (contact.inside or "") if contact else "",
        known.known if known else "",
        str(known.testers) if known else "",
        str(known.tested or "") if known else "",
        (known.copy_read or "") if known else "",
        str(known.valid_until if known else route.valid_until),
        "yes" if contact and contact.behind_site else "",
        "yes" if contact and contact.no_link else "",
        " ".join(contact.sources if contact else route.sources),
        "CC-BY-SA-4.0",
    )


def _spanish(item: ReadFirst) -> str:
    return item.words[SOURCE]


def _conditions(asked: object) -> str:
    assert isinstance(asked, dict)
    return "; ".join(
        f"{name}: {' '.join(map(str, value)) if isinstance(value, list) else value}" for name, value in asked.items()
    )
