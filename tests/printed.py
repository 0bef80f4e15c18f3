"""Addresses in a PDF as a reader meets them: printed, linked, and guessed by a viewer from the text."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as raw

from guide.deciding.plan import GENERAL, compose
from guide.model import Catalogue
from guide.writing import step_view
from guide.writing.address import Address

#: Something with a host in it, in whatever line it breaks; ``\ufffe`` is a hyphen that a viewer drops at a line's end.
HOST = re.compile(r"(?:[A-Za-z0-9\ufffe-]+\.)+[a-z]{2,}(?![a-z])")
#: A part of a point: boxes are rounded.
SLACK = 0.5
#: Points under the frame of a link, where only an underscore stands.
UNDER = 2

Box = tuple[float, float, float, float]

#: Arabic letters, and blanks.
ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")


def letters(text: str) -> Counter[str]:
    """Return how often each letter stands in ``text``, marks over letters aside.

    The reader of PDFs that tests use does not read what the file says of joined Arabic letters (ActualText), and puts
    them in another order: on Arabic paper a test counts letters and cannot ask for their order.
    """
    return Counter(sign for sign in unicodedata.normalize("NFKD", text) if sign.isalpha())


@dataclass(frozen=True, slots=True)
class Link:
    """A link to outside: where it leads, the words on it with their lines joined, how many lines, and where it is."""

    uri: str
    words: str
    lines: int
    box: Box


def links(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> list[Link]:
    """Return the links of ``page`` that leave the file, in the order of the file."""
    text = page.get_textpage()
    out = []
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, number)
        uri = _uri(pdf, annotation)
        if uri:
            area = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, area)
            box = (area.left, area.bottom, area.right, area.top)
            low = (area.left, area.bottom - UNDER, area.right, area.top)
            lines = text.get_text_bounded(*low).strip().split("\r\n")
            out.append(Link(uri, "".join(lines), len(lines), box))
        raw.FPDFPage_CloseAnnot(annotation)
    return out


def unlinked(page: pypdfium2.PdfPage, found: list[Link]) -> Iterator[str]:
    """Yield what looks like an address in the text of ``page`` and stands on none of the links ``found``."""
    text = page.get_textpage()
    words = text.get_text_range()
    assert len(words) == text.count_chars(), "places in the text are those of its letters"
    for match in HOST.finditer(words):
        if not any(_inside(text.get_charbox(match.start()), link.box) for link in found):
            yield match.group()


def guesses(page: pypdfium2.PdfPage) -> Iterator[tuple[str, list[Box]]]:
    """Yield the addresses that a viewer finds in the text of ``page`` by itself, and where each stands."""
    text = page.get_textpage()
    guessed = raw.FPDFLink_LoadWebLinks(text)
    for number in range(raw.FPDFLink_CountWebLinks(guessed)):
        size = raw.FPDFLink_GetURL(guessed, number, None, 0)
        buffer = (ctypes.c_ushort * size)()
        raw.FPDFLink_GetURL(guessed, number, buffer, size)
        boxes = []
        for part in range(raw.FPDFLink_CountRects(guessed, number)):
            left, top, right, bottom = (ctypes.c_double() for _ in range(4))
            raw.FPDFLink_GetRect(guessed, number, part, left, top, right, bottom)
            boxes.append((left.value, bottom.value, right.value, top.value))
        yield "".join(map(chr, buffer)).rstrip("\0"), boxes
    raw.FPDFLink_CloseWebLinks(guessed)


def faults(
    pdf: pypdfium2.PdfDocument, shown: Mapping[str, str], names: Collection[str] = frozenset(), *, turned: bool = False
) -> Iterator[str]:
    """Yield what is wrong with the addresses of ``pdf``.

    Args:
        pdf: to read.
        shown: what is printed of each address that may be linked.
        names: of bodies that call themselves by their site, which need no link.
        turned: whether its lines run from right to left, so that the parts of an address are read in another order.
    """

    def same(one: str, other: str) -> bool:
        # Marks of the line above may hang into the frame of a link.
        return sorted(ARABIC.sub("", one.replace(" ", ""))) == sorted(other) if turned else one == other

    for number, page in enumerate(pdf, 1):
        found = links(pdf, page)
        for link in found:
            if not same(link.words, shown.get(link.uri, "")):
                yield f"page {number}: {link.words!r} leads to {link.uri}"
        for words in set(unlinked(page, found)) - set(names):
            yield f"page {number}: {words!r} is no link"
        for guess, boxes in guesses(page):
            over = [link for link in found if all(_inside(box, link.box) for box in boxes)]
            if not over:
                yield f"page {number}: a viewer makes {guess} of a text, and no link lies over it"
            for link in over:
                # Of an address in several lines viewers take the first; the link over it leads to the whole.
                bare, whole = (re.sub(r"^https?://|/$", "", address) for address in (guess, link.uri))
                if not turned and bare != whole and (link.lines == 1 or not whole.startswith(bare)):
                    yield f"page {number}: a viewer makes {guess} of {link.words!r}"


def _uri(pdf: pypdfium2.PdfDocument, annotation: object) -> str:
    link = raw.FPDFAnnot_GetLink(annotation)
    action = raw.FPDFLink_GetAction(link) if link else None
    if not action:
        return ""
    size = raw.FPDFAction_GetURIPath(pdf, action, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 1))
    raw.FPDFAction_GetURIPath(pdf, action, buffer, size)
    return buffer.value.decode()


def _inside(box: Box, outer: Box) -> bool:
    left, bottom, right, top = outer
    # Letters hang under the line and stand over it further than the frame of a link: their middle counts.
    middle = (box[1] + box[3]) / 2
    return left - SLACK <= box[0] and box[2] <= right + SLACK and bottom - SLACK <= middle <= top + SLACK


def known(catalogue: Catalogue) -> dict[str, str]:
    """Return every address that the data let paper print, as a link has it and as a reader types it."""
    sites = [route.site for route in catalogue.routes.values()]
    sites += [item.site for country in catalogue.countries.values() for item in country.names]
    for platform in catalogue.platforms.values():
        sites += [form.url for form in platform.forms]
        plans = [compose(catalogue, platform, threat) for threat in (GENERAL, *platform.threats)]
        sites += [step.link for plan in plans for stage in plan.stages for step in stage.steps]
    contacts = [
        Address.of_contact(contact.kind, contact.value)
        for route in catalogue.routes.values()
        for contact in route.contacts
    ]
    return {
        **{site: step_view.shown_address(site) for site in sites if site},
        **{address.url: address.shown for address in contacts if address.url},
    }
