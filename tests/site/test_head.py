"""What stands around the text: language, alternates, titles, policy."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

from guide.book import Book
from tests import raw
from tests.site.conftest import BuiltPage

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
)
#: Words that a browser tab, the history or a file name must not show (rule P17).
BETRAYING = re.compile(
    r"amenaz|threat|violen|muert|death|kill|mata|denunci|defensor|defender|acoso|harass|viola|rape|terror|extors|"
    r"sext|íntim|intim|desnud|nude|doxx|odio|hate|hack|robad|stolen|spy|esp[ií]a|peligro|danger|urgent|emergenc",
    re.IGNORECASE,
)


def test_there_are_all_plans_in_each_language(ordinary: list[BuiltPage], book: Book, root: Path) -> None:
    for language in book.languages:
        plans = [page.path for page in ordinary if page.kind == "plan" and page.language == language.tag]
        assert sorted(plans) == [f"{language.folder}{name}/" for name in raw.plans(root)]


def test_every_page_has_its_language_and_direction(built: list[BuiltPage], book: Book) -> None:
    for page in built:
        code = page.path.split("/")[0]
        language = next((entry for entry in book.languages if entry.folder == f"{code}/"), book.languages[0])
        assert page.language == language.tag, page.path
        assert page.one("html").attributes["dir"] == language.direction


def test_alternates_are_mutual_absolute_and_name_a_default(ordinary: list[BuiltPage], book: Book) -> None:
    found: dict[str, dict[str, str]] = {}
    for page in ordinary:
        links = {
            str(n.attributes["hreflang"]): str(n.attributes["href"]) for n in page.all("link[rel=alternate][hreflang]")
        }
        assert set(links) == {language.tag for language in book.languages} | {"x-default"}, page.path
        assert links["x-default"] == links["es"]
        assert page.one("link[rel=canonical]").attributes["href"] == links[page.language]
        assert links[page.language] == f"https://guide.example/{page.path}"
        found[page.path] = links
    for path, mutual in found.items():
        for address in mutual.values():
            assert found[address.removeprefix("https://guide.example/")] == mutual, path


def test_the_language_list_leads_to_the_same_page_in_words(ordinary: list[BuiltPage], book: Book) -> None:
    for page in ordinary:
        languages = page.all(".links [data-language]")
        said = [node.text() for node in languages]
        assert said == [f"{language.letters} {language.name}" for language in book.languages]
        for node, language in zip(languages, book.languages, strict=True):
            own = page.path.removeprefix(f"{page.path.split('/')[0]}/") if page.language != "es" else page.path
            assert page.target(str(node.attributes["href"]))[0] == f"{language.folder}{own}index.html"


def test_titles_are_neutral_and_tell_pages_apart(ordinary: list[BuiltPage], book: Book) -> None:
    for language in book.languages:
        titles = [str(page.one("title").text()) for page in ordinary if page.language == language.tag]
        assert len(titles) == len(set(titles))
        assert [title for title in titles if BETRAYING.search(title)] == []


def test_the_heading_says_in_full_what_the_page_is(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        assert len(page.one("h1").text()) >= 4, page.path


def test_headings_descend_one_level_at_a_time(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        level = 0
        for node in page.all("h1, h2, h3, h4, h5, h6"):
            own = int(str(node.tag)[1])
            assert own <= level + 1, f"{page.path}: {node.text()}"
            level = own


def test_every_page_has_a_description(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        assert len(str(page.one("meta[name=description]").attributes["content"])) >= 20


def test_the_policy_is_in_every_page_before_anything_is_loaded(built: list[BuiltPage]) -> None:
    for page in built:
        meta = page.one("meta[http-equiv=Content-Security-Policy]")
        assert meta.attributes["content"] == POLICY
        assert page.html.index("Content-Security-Policy") < page.html.index("<link")
        assert not re.search(r"\son[a-z]+=|\sstyle=|<script(?![^>]*\ssrc=)", page.html), page.path


def test_the_one_404_page_speaks_every_language(built: list[BuiltPage], book: Book) -> None:
    page = next(page for page in built if page.path == "404.html")

    assert [n.attributes["lang"] for n in page.all("section")] == [language.tag for language in book.languages]
    for node in page.all("main a"):
        assert str(node.attributes["href"]).startswith("/")


def test_the_sitemap_lists_every_page_with_its_languages(site: Path, ordinary: list[BuiltPage], book: Book) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    tree = ET.parse(site / "sitemap.xml")
    addresses = [node.text for node in tree.findall("s:url/s:loc", space)]

    assert sorted(str(a) for a in addresses) == sorted(f"https://guide.example/{page.path}" for page in ordinary)
    assert len(tree.findall("s:url/x:link", space)) == len(addresses) * len(book.languages)


def test_every_page_says_where_its_text_comes_from(ordinary: list[BuiltPage], root: Path) -> None:
    for page in ordinary:
        link = page.one("footer a.edit")
        told = str(link.attributes["title"])
        found = re.search(r"(\S+\.(?:yml|md)), (\d+)", told)
        assert told not in page.one("body").text(), page.path
        assert found, f"{page.path}: {told}"
        lines = (root / found.group(1)).read_text(encoding="utf-8").splitlines()
        assert 1 <= int(found.group(2)) <= len(lines) + 1


def test_every_page_says_that_contacts_are_untested_and_that_it_is_independent(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        footer = page.one("footer").text()
        assert "CEJIL" in footer
        assert "CC BY-SA 4.0" in footer
        assert page.all("footer .edition"), page.path
