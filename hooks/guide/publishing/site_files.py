"""Files of the whole site that no renderer makes: sitemap, 404 page, robots.txt, feeds, open data, build record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from guide.book import Book
from guide.model import Catalogue
from guide.model.languages import Language
from guide.model.text import plain
from guide.opendata.files import open_data
from guide.pages.page import Page
from guide.paper.printing import real_address
from guide.publishing import build_record
from guide.publishing.around_page import POLICY, SCRIPT, SHEETS, Settings
from guide.publishing.feed import feed, feed_path
from guide.writing.render import environment


def sitemap(pages: Mapping[Language, list[Page]], settings: Settings) -> str:
    """Return the sitemap: every page with its languages, dated by the newest check of its sources."""
    out = ['<?xml version="1.0" encoding="UTF-8"?>']
    out.append(
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    )
    for language_pages in pages.values():
        for page in language_pages:
            lastmod = f"<lastmod>{page.lastmod}</lastmod>" if page.lastmod else ""
            links = "".join(_alternate(lang.tag, settings.site_url + lang.folder + page.path) for lang in pages)
            out.append(f"<url><loc>{escape(settings.site_url + page.url)}</loc>{lastmod}{links}</url>")
    return "\n".join([*out, "</urlset>", ""])


def _alternate(tag: str, address: str) -> str:
    return f'<xhtml:link rel="alternate" hreflang={quoteattr(tag)} href={quoteattr(address)}/>'


def not_found(catalogues: Mapping[Language, Catalogue], settings: Settings) -> str:
    """Return the one 404 page, which speaks every language; its links are absolute paths."""
    root = urlsplit(settings.site_url).path or "/"
    parts = []
    for language, catalogue in catalogues.items():
        ui = catalogue.interface
        parts.append(
            {
                "language": language,
                "title": plain(ui["not-found-title"].runs),
                "text": plain(ui["not-found-text"].runs),
                "links": [
                    (plain(ui[f"nav-{name}"].runs), root + language.folder + path)
                    for name, path in (("home", ""), ("urgent", "urgent/"), ("search", "search/"))
                ],
            }
        )
    first = next(iter(catalogues.values())).interface
    template = environment().overlay(finalize=None).get_template("404.html")
    return template.render(
        parts=parts,
        policy=POLICY,
        styles=[root + path for path in SHEETS],
        script=root + SCRIPT,
        root=root,
        site=plain(first["site-name"].runs),
        leave=f"{plain(first['exit'].runs)} {plain(first['exit-keeps'].runs)}",
        exit_url=settings.exit_url,
    )


def robots(site_url: str, *, private: bool) -> str:
    """Return what search engines are told: everything may be found, and where the sitemap is.

    A file that forbids some paths tells everybody which they are, and keeps nobody out; so no path of a public site is
    forbidden. A build with an organisation's own numbers is for nobody else, and asks to be left alone.
    """
    if private:
        return "User-agent: *\nDisallow: /\n"
    address = real_address(site_url)
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {address}sitemap.xml\n" if address else "")


def write_open_data(folder: Path, book: Book) -> None:
    """Write the files for programs into ``folder``; an organisation's own numbers are in no catalogue, so in none."""
    catalogues = {language: book.catalogue(language) for language in book.languages}
    for name, content in open_data(catalogues, book.edition).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def write_site_files(folder: Path, book: Book, settings: Settings) -> None:
    """Write into ``folder`` what is there once, or once a language; the sitemap where the address is set."""
    folder.mkdir(parents=True, exist_ok=True)
    catalogues = {language: book.catalogue(language) for language in book.languages}
    (folder / "404.html").write_text(not_found(catalogues, settings), encoding="utf-8")
    told = robots(settings.site_url, private=bool(book.local))
    (folder / "robots.txt").write_text(told, encoding="utf-8")
    (folder / build_record.NAME).write_text(build_record.written(build_record.record_of(book.stamp)), encoding="utf-8")
    for language, catalogue in catalogues.items():
        path = folder / feed_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(feed(catalogue, language, real_address(settings.site_url)))
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    if settings.site_url:
        pages = {language: book.pages(language) for language in book.languages}
        (folder / "sitemap.xml").write_text(sitemap(pages, settings), encoding="utf-8")
