"""Every internal link and fragment leads somewhere; nothing is asked of another host."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from guide.book import Book
from guide.model.vocabulary import ContactKind
from guide.model.walk import leaves
from tests.site.conftest import BuiltPage


def internal(link: str) -> bool:
    return not urlsplit(link).scheme and not link.startswith("//")


def test_every_internal_link_and_fragment_resolves(site: Path, built: list[BuiltPage]) -> None:
    ids = {("404.html" if p.path == "404.html" else p.path + "index.html"): set(p.ids()) for p in built}
    broken = []
    for page in built:
        for link in filter(internal, page.links()):
            file, fragment = page.target(link)
            if not (site / file).is_file() or (fragment and fragment not in ids.get(file, set())):
                broken.append(f"{page.path} → {link}")
    assert broken == []


def test_no_id_stands_twice(built: list[BuiltPage]) -> None:
    for page in built:
        ids = page.ids()
        assert len(ids) == len(set(ids)), f"{page.path}: {sorted({i for i in ids if ids.count(i) > 1})}"


def test_nothing_is_loaded_from_another_host(site: Path, built: list[BuiltPage]) -> None:
    for page in built:
        for node in page.all("[src], link[href]"):
            address = str(node.attributes.get("src") or node.attributes.get("href"))
            loads = node.tag != "link" or node.attributes.get("rel") in ("stylesheet", "icon", "preload")
            assert internal(address) or not loads, f"{page.path}: {address}"
        assert not page.all("style, iframe, form, img, video, audio, object, embed")
    for file in (site / "assets").iterdir():
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"url\(|@import|https?://(?!www\.w3\.org/2000/svg)", text), file.name


def test_links_out_are_https_and_listed_in_the_data(ordinary: list[BuiltPage], book: Book) -> None:
    listed = {"www.wikipedia.org", "guide.example"}
    for _, _, record, _ in book.loaded.records():
        found = [str(leaf.value) for leaf in leaves(record)]
        listed |= {str(urlsplit(value).hostname) for value in found if value.startswith("https://")}
    for page in ordinary:
        for link in page.links():
            parts = urlsplit(link)
            if parts.scheme in ("", "mailto", "tel") or page.kind == "prose":
                continue
            assert parts.scheme == "https", f"{page.path}: {link}"
            assert parts.hostname in listed, f"{page.path}: {link}"


def test_links_out_tell_the_other_side_nothing(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        assert page.one("meta[name=referrer]").attributes["content"] == "no-referrer"
        for node in page.all("main a[href^='https:']"):
            if page.kind != "prose":
                rel = node.attributes.get("rel") or ""
                assert "noreferrer" in rel or node.parent is not None, page.path


def test_every_contact_on_a_page_is_one_of_the_data(ordinary: list[BuiltPage], book: Book) -> None:
    known = set()
    catalogue = book.loaded.catalogue
    of_routes = [contact for route in catalogue.routes.values() for contact in route.contacts]
    for contact in (*of_routes, *(contact for line in catalogue.lines.values() for contact in line.contacts)):
        prefix = {ContactKind.PHONE: "tel:", ContactKind.EMAIL: "mailto:"}.get(contact.kind)
        if prefix:
            known.add(prefix + contact.value.replace(" ", ""))
    for page in ordinary:
        for link in page.links():
            assert not link.startswith(("tel:", "mailto:")) or link in known, f"{page.path}: {link}"


def test_no_phone_or_address_stands_outside_its_field(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        if page.kind == "prose":
            continue
        tree = page.fresh()
        for node in tree.css("main .contact, main .sources, main a"):
            node.decompose()
        main = tree.css_first("main")
        words = main.text() if main else ""
        assert not re.search(r"[\w.+-]+@[\w-]+\.\w+|\+\d[\d ().-]{6,}\d", words), page.path


def test_the_urgent_page_is_the_first_link_under_the_bar(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        first = page.all("nav.links a")[0]
        assert page.target(str(first.attributes["href"]))[0].endswith("urgent/index.html"), page.path
