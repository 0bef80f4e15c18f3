"""The feed of changes in each language: Atom (RFC 4287), for readers that look by themselves.

A feed reader shows titles on a screen that others see, so they are made from kind and day and tell nothing (rule P35).
Ids are made from the ids of the changes: they stay when the guide moves to another address, or stands on several.
"""

from __future__ import annotations

import uuid
import xml.etree.ElementTree as ET

from guide.model import Catalogue, Change
from guide.model.languages import Language, written_date
from guide.model.text import Text, plain
from guide.model.vocabulary import PageId
from guide.writing.file_names import FEED

#: Path of the page whose feed it is, in a language's part of the site.
PAGE = "changes/"
_ATOM = "http://www.w3.org/2005/Atom"
_LANGUAGE = "xml:lang"
#: Of all ids of this guide.
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:reporting-guide:changes")


def feed_path(language: Language) -> str:
    """Return where the feed stands in the site."""
    return f"{language.folder}{PAGE}{FEED}"


def feed(catalogue: Catalogue, language: Language, site_url: str) -> bytes:
    """Return the feed of ``catalogue``; without the site's address it holds no links."""
    newest = next(iter(catalogue.changes.values()))
    root = ET.Element("feed", {"xmlns": _ATOM, _LANGUAGE: language.tag})
    site = catalogue.interface["site-name"]
    title = catalogue.page_texts[PageId.CHANGES].tab
    _text(root, "title", f"{_words(site)} · {_words(title)}")
    _text(root, "id", _id(language, "feed"))
    _text(root, "updated", _moment(newest))
    _text(ET.SubElement(root, "author"), "name", _words(site))
    _text(root, "rights", _words(catalogue.interface["licence"]))
    if site_url:
        page = site_url + language.folder + PAGE
        ET.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": page + FEED})
        ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for change in catalogue.changes.values():
        root.append(_entry(catalogue, change, language, site_url))
    ET.indent(root, " ")
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', ET.tostring(root, encoding="unicode"), ""]).encode()


def _entry(catalogue: Catalogue, change: Change, language: Language, site_url: str) -> ET.Element:
    entry = ET.Element("entry")
    kind = _words(catalogue.interface[f"change-{change.kind.value}"])
    _text(entry, "title", f"{kind} · {written_date(change.date.isoformat(), language.code)}")
    _text(entry, "id", _id(language, change.id))
    _text(entry, "updated", _moment(change))
    if site_url:
        href = f"{site_url}{language.folder}{PAGE}#{change.id}"
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    content = _text(entry, "content", _words(change.what))
    content.set("type", "text")
    if change.what.lang != language.code:
        content.set(_LANGUAGE, change.what.lang)
    return entry


def _text(parent: ET.Element, name: str, words: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = words
    return child


def _words(text: Text) -> str:
    return plain(text.runs)


def _id(language: Language, name: str) -> str:
    return uuid.uuid5(_OURS, f"{language.code}/{name}").urn


def _moment(change: Change) -> str:
    return f"{change.date.isoformat()}T00:00:00Z"
