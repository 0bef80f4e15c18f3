"""What others do to the site on its way: proxies rewrite, servers name no charset, browsers translate."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from tests.site.conftest import BuiltPage

#: An address as a proxy recognises it.
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
OFF, ON = "<!--email_off-->", "<!--/email_off-->"
#: Elements that begin no line of their own, those of pictures included.
INLINE = "a|span|strong|em|kbd|code|label|input|text|tspan|title|path|rect|button|g|svg|legend"
GLUED = re.compile(rf"\w[.,;:!?)»”]?(?:</(?:{INLINE})>(?:<(?:{INLINE})\b[^>]*>)*)+<(?:{INLINE})\b[^>]*>[\w«“¿(]")
MARK = b"\xef\xbb\xbf"


def test_no_proxy_may_hide_an_e_mail_address(site: Path) -> None:
    count = 0
    for file in site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert html.count(OFF) == html.count(ON), file
        for found in E_MAIL.finditer(html):
            before = html[: found.start()]
            assert before.rfind(OFF) > before.rfind(ON), f"{file}: {found[0]}"
            count += 1
    assert count > 50


def test_beside_files_it_says_what_to_do_in_a_browser_that_drops_them(ordinary: list[BuiltPage]) -> None:
    count = 0
    for page in ordinary:
        files = page.all("main a[download], main a[href$='.pdf']:not([href^='https:'])")
        # The page of a country has no word to spare: its sheets stand on the page of all sheets too.
        if files and page.kind != "country":
            assert page.all("main .no-file"), page.path
            count += 1
    assert count > 100


def test_without_an_address_of_its_own_no_page_offers_one_to_send(built: list[BuiltPage]) -> None:
    assert [page.path for page in built if page.all(".share")] == []


def test_a_text_file_is_readable_where_no_server_says_its_charset(site: Path) -> None:
    texts = sorted(site.rglob("*.txt"))
    assert len(texts) > 80
    for file in texts:
        content = file.read_bytes()
        assert content.isascii() or content.startswith(MARK), file
        assert content.count(MARK) <= 1, file
    # Programs compare these to the byte.
    for file in site.rglob("*.sha256"):
        assert file.read_bytes().isascii()


def test_the_log_opens_in_columns_in_the_language_of_its_page(site: Path) -> None:
    for folder, separator, other in (("", ";", ","), ("en/", ",", ";")):
        content = (site / folder / "evidence/notes.csv").read_bytes()
        assert content.startswith(MARK)
        first = content.decode("utf-8-sig")
        names = next(csv.reader([first], delimiter=separator))
        assert len(names) > 20
        assert len(next(csv.reader([first], delimiter=other))) < len(names)


def test_without_style_and_pictures_no_words_are_glued_together(site: Path) -> None:
    glued = {}
    for file in site.rglob("*.html"):
        if found := GLUED.search(re.sub(r"<head>.*?</head>", "", file.read_text(encoding="utf-8"), flags=re.S)):
            glued[file.relative_to(site).as_posix()] = found[0]
    assert glued == {}


def test_no_browser_translates_what_must_be_found_or_sent_as_it_is(built: list[BuiltPage]) -> None:
    """The words of a screen, addresses, commands and texts to send: the reader looks for them, or copies them."""
    kept = "kbd, code, [data-copy], .value a, .contact .value > span:not(.small), a.shown[href^='https:']"
    counted: dict[str, int] = {}
    for page in built:
        for node in page.all(kept):
            if node.tag == "code" and page.kind == "prose":
                continue  # names of files and fields, on pages for who writes here
            # What is written for the reader inside a text to copy is translated.
            assert any(item.attributes.get("translate") == "no" for item in around(node)), f"{page.path}: {node.html}"
            counted[str(node.tag)] = counted.get(str(node.tag), 0) + 1
        for node in page.all("[data-copy] .whose, [data-copy] .claim"):
            assert node.attributes.get("translate") == "yes"
        for node in page.all("a.out:not(.shown)"):
            host = re.search(r"https?://([^/]+)", str(node.attributes["href"]))
            if host and host[1] in node.text():
                marked = node.attributes.get("translate") == "no" or node.css("[translate=no]")
                assert marked, f"{page.path}: {node.html}"
    assert counted["kbd"] > 1_500
    assert counted["code"] > 5


def around(node: Node) -> Iterator[Node]:
    """Yield ``node`` and what it stands in."""
    at: Node | None = node
    while at is not None:
        yield at
        at = at.parent


def test_the_file_of_a_plan_keeps_its_menus_and_texts_from_being_translated(site: Path) -> None:
    count = 0
    for file in site.rglob("plan.html"):
        tree = HTMLParser(file.read_text(encoding="utf-8"))
        ways = tree.css("ol.path")
        count += len(ways)
        for node in [*ways, *tree.css(".text"), *tree.css("a[href^='https:']")]:
            assert any(item.attributes.get("translate") == "no" for item in around(node)), node.html
        # A list: each thing to tap is an item, and no sign stands between them as a word.
        assert all(len(node.css("li")) >= 1 for node in ways)
        assert "›" not in tree.css("main")[0].text()
    assert count > 500


def test_no_sign_between_things_to_tap_is_read_aloud(built: list[BuiltPage], site: Path) -> None:
    for page in built:
        tree = page.fresh()
        for node in tree.css("[aria-hidden=true], .sources"):
            node.decompose()
        body = tree.body
        assert body is not None
        assert not re.search("[›‹→←▸]\\s(?=\\w)", body.text()), page.path
    for file in site.rglob("plan.txt"):
        assert "›" not in file.read_text(encoding="utf-8-sig"), file
    for sheet in ("guide.css", "lists.css"):
        for sign in re.findall(r'content:("[^"]+"[^;}]*)', (site / "assets" / sheet).read_text(encoding="utf-8")):
            spoken = sign.endswith('/ ""') or f'content:{sign};content:{sign} / ""' in (
                site / "assets" / sheet
            ).read_text(encoding="utf-8")
            # What is printed is read by nobody; an address stands in brackets there.
            assert spoken or sign.startswith(('"✓"', '" (" attr(href)')), sign
