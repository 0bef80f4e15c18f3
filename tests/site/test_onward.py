"""No page is a dead end: what it says leads on, besides menu and footer."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.site.conftest import BuiltPage

#: What is no next step: where a page comes from, the way back, and the line that leads out of danger.
_NO_STEP = ".sources, .fold-sources, .cites, .trail, .moved, .notice, #contact, [data-keep=danger]"
#: Pages to look something up, which do not count as what comes next.
_LOOKED_UP = {"sources", "secondary", "glossary", "search"}
#: Kinds of page that end in text: one line says what comes next, before the sources.
_WITH_LINE = {
    *("care", "money", "channels", "case", "decisions", "protocol", "evidence", "patterns", "sheet", "goals", "print"),
    *("sources", "secondary", "glossary", "route", "changes"),
}


def led_to(page: BuiltPage, places: str, kinds: dict[str, str]) -> set[str]:
    """Return the other pages that links inside ``places`` of ``page`` lead to."""
    tree = page.fresh()
    for node in tree.css(_NO_STEP):
        node.decompose()
    links = [str(node.attributes["href"]) for node in tree.css(f"{places} a[href]")]
    found = {page.target(link)[0].removesuffix("index.html") for link in links if not urlsplit(link).scheme}
    return {path for path in found if path != page.path and path in kinds}


def test_every_page_leads_on(ordinary: list[BuiltPage]) -> None:
    kinds = {page.path: page.kind for page in ordinary}
    ends = [page.path for page in ordinary if not {
        path for path in led_to(page, "main", kinds) if kinds[path] not in _LOOKED_UP
    }]  # fmt: skip

    assert not ends, f"These pages end nowhere; give them an 'onward' in data/pages.yml, or a link: {ends}"


def test_a_page_that_ends_in_text_says_what_comes_next_before_its_sources(ordinary: list[BuiltPage]) -> None:
    kinds = {page.path: page.kind for page in ordinary}
    assert set(kinds.values()) >= _WITH_LINE

    for page in (page for page in ordinary if page.kind in _WITH_LINE):
        assert led_to(page, "main .next", kinds), page.path
        order = [page.html.find(mark) for mark in ('class="next', '<ul class="sources">')]
        assert order[1] < 0 or order == sorted(order), page.path
