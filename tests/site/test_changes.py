"""The page of changes, its feeds, and the last line of each page."""

from __future__ import annotations

import datetime as dt
import uuid
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from guide.book import Book
from guide.model.languages import LANGUAGES, SOURCE, Language, written_date
from guide.publishing.feed import feed, feed_path
from tests import raw
from tests.site.conftest import BuiltPage
from tests.site.test_head import BETRAYING

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ADDRESS = "https://somewhere.org/guide/"


@pytest.fixture(scope="module")
def written(root: Path) -> list[dict[str, str]]:
    """The changes as somebody wrote them."""
    found: list[dict[str, str]] = raw.read(root, "changes.yml")
    return found


def parsed(content: bytes) -> ET.Element:
    return ET.fromstring(content)


def words(element: ET.Element, name: str) -> str:
    found = element.findall(ATOM + name)
    assert len(found) == 1, name
    return found[0].text or ""


def test_each_language_has_a_page_with_every_change_and_a_feed_in_its_head(
    ordinary: list[BuiltPage], book: Book, written: list[dict[str, str]]
) -> None:
    pages = [page for page in ordinary if page.kind == "changes"]
    assert {page.path for page in pages} == {f"{language.folder}changes/" for language in book.languages}
    for page in pages:
        assert [node.attributes["id"] for node in page.all(".changes li")] == [item["id"] for item in written]
        link = page.one('link[type="application/atom+xml"]')
        assert link.attributes["rel"] == "alternate"
        assert page.target(str(link.attributes["href"]))[0] == f"{page.path}feed.xml"
    assert all(page.kind == "changes" or "application/atom+xml" not in page.html for page in ordinary)


def test_every_page_ends_with_the_day_of_its_newest_change(
    ordinary: list[BuiltPage], book: Book, written: list[dict[str, str]]
) -> None:
    """One change concerns the whole guide, so no page has an older day than that."""
    for language in book.languages:
        whole = next(item for item in written if "page:@" in item["pages"])
        days = {written_date(item["date"], language.code) for item in written if item["date"] >= whole["date"]}
        for page in (page for page in ordinary if page.language == language.tag):
            line = page.one("footer .editing")
            assert any(day in line.text() for day in days), page.path
            link = next(node for node in line.css("a") if "edit" not in (node.attributes.get("class") or ""))
            assert page.target(str(link.attributes["href"]))[0] == f"{language.folder}changes/index.html"


def test_the_site_has_the_feeds_without_an_address_that_leads_nowhere(site: Path, book: Book) -> None:
    for language in book.languages:
        content = (site / feed_path(language)).read_bytes()
        assert content == feed(book.catalogue(language), language, "")
        assert not parsed(content).findall(f".//{ATOM}link")


@pytest.mark.parametrize("address", ["", ADDRESS])
@pytest.mark.parametrize("code", ["es", "en"])
def test_a_feed_is_what_atom_asks_for(book: Book, written: list[dict[str, str]], code: str, address: str) -> None:
    language = LANGUAGES[code]
    root = parsed(feed(book.catalogue(language), language, address))
    entries = root.findall(ATOM + "entry")

    assert (root.tag, root.attrib[XML_LANG]) == (f"{ATOM}feed", language.tag)
    assert words(root.findall(ATOM + "author")[0], "name")
    assert words(root, "updated") == max(words(entry, "updated") for entry in entries)
    assert len(entries) == len(written)
    for element in (root, *entries):
        assert uuid.UUID(words(element, "id").removeprefix("urn:uuid:")).version == 5
        assert dt.datetime.fromisoformat(words(element, "updated")).tzinfo is not None
        assert not BETRAYING.search(words(element, "title"))
        links = {str(link.attrib["rel"]): str(link.attrib["href"]) for link in element.findall(ATOM + "link")}
        assert ("alternate" in links) is bool(address)
        assert all(href.startswith(ADDRESS + language.folder) for href in links.values())
    for entry, item in zip(entries, written, strict=True):
        assert entry.findall(ATOM + "content")[0].attrib["type"] == "text"
        assert words(entry, "content")
        assert words(entry, "updated").startswith(item["date"])


def test_ids_are_those_of_the_change_and_stay_wherever_the_guide_stands(book: Book) -> None:
    def ids(language: Language, address: str) -> list[str]:
        content = feed(book.catalogue(language), language, address)
        return [words(entry, "id") for entry in parsed(content).iter() if entry.find(ATOM + "id") is not None]

    spanish, english = (LANGUAGES[code] for code in (SOURCE, "en"))
    assert ids(spanish, "") == ids(spanish, ADDRESS)
    assert not set(ids(spanish, "")) & set(ids(english, ""))
    assert len(set(ids(spanish, ""))) == len(ids(spanish, ""))


def test_a_change_without_a_translation_is_marked_in_the_feed(book: Book) -> None:
    english = LANGUAGES["en"]
    first = next(iter(book.loaded.catalogue.changes.values()))
    catalogue = book.catalogue(english)
    mixed = catalogue.model_copy(update={"changes": {**catalogue.changes, first.id: first}})

    contents = parsed(feed(mixed, english, "")).findall(f".//{ATOM}content")

    assert [content.attrib.get(XML_LANG) for content in contents] == ["es", *[None] * (len(contents) - 1)]
