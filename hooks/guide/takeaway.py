"""What a reader takes along: a PDF on each paper for every sheet, a text and a single HTML file for every plan."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

from guide.book import Book
from guide.languages import Language
from guide.message import message
from guide.note_sheet import note_files
from guide.paper import Kept
from guide.sheet_files import SINGLE_FILE, TEXT_FILE
from guide.sheets import sheets
from guide.single import single

#: A name that can never be a real site (RFC 2606): no sheet sends anybody there.
NO_SITE = ".example"
#: Environment variable: 0 leaves everything of this module out, to measure the pages alone.
SWITCH = "GUIDE_SHEETS"


def taken(book: Book, language: Language, kept: Kept, site_url: str) -> dict[str, bytes]:
    """Return what is taken along in ``language``: path from the root of the site → content.

    Raises:
        SheetFailed: when a sheet cannot be made, or does not fit.
    """
    address = "" if (urlsplit(site_url).hostname or NO_SITE).endswith(NO_SITE) else site_url
    if os.environ.get(SWITCH) == "0":
        return {}
    asked = os.environ.get("COUNTRY_SHEETS", "").split()
    made = sheets(book.catalogue(language), language, book.local, asked)
    out = {**kept.files(made, address), **note_files(book.catalogue(language), language, kept)}
    for sheet in made:
        if sheet.path.split("/")[0] in book.loaded.catalogue.platforms:
            out[sheet.url + TEXT_FILE] = message(sheet, address).encode()
            out[sheet.url + SINGLE_FILE] = single(sheet, address)
    return out
