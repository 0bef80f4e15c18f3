"""Protected lines (rule P30): whoever opens a page first, from a search or a message, finds them there, and open."""

from __future__ import annotations

import re

import pytest

from guide.book import Book
from guide.model.vocabulary import ReachesState
from tests.site.conftest import BuiltPage

#: Which lines a page of each kind must have: the guards by their role, the stop list, and the condition of capture.
KEPT = {
    "urgent": {"state", "avoid"},
    "appeal": {"danger", "state", "avoid", "capture"},
    "tree": {"danger", "avoid", "capture"},
    "plan": {"danger", "avoid", "capture"},
    "plan-no": {"danger", "avoid", "capture"},
    "plan-more": {"danger", "avoid", "capture"},
    "other-way": {"danger", "age", "avoid", "capture"},
    "menus": {"danger", "avoid", "capture"},
    "threat": {"danger", "avoid", "capture"},
    "route": {"danger", "avoid", "capture"},
    "routes": {"danger", "state"},
    "country": {"danger", "avoid", "capture"},
    "route-how": {"danger", "avoid", "capture"},
    "two-countries": {"danger", "avoid", "capture"},
    "countries": {"danger", "state"},
    "escalate": {"danger", "avoid", "capture"},
    "result": {"danger", "avoid", "capture"},
    "rules": {"danger", "state", "avoid", "capture"},
    "helping": {"danger", "state", "age", "avoid", "capture"},
    "care": {"danger"},
    "money": {"danger"},
    "channels": {"danger", "avoid", "capture"},
    "evidence": {"danger", "age", "capture"},
    "patterns": {"danger"},
    "protocol": {"danger", "state", "capture"},
}
#: Pages to read or to look something up, which ask for nothing that could hurt.
NOTHING_TO_KEEP = {
    *("home", "threats", "picture", "case", "decisions", "goals", "sheet", "print", "prose"),
    *("sources", "secondary", "glossary", "search", "changes", "translations"),
}


#: The pages of a plan.
PLANS = ("plan", "plan-no", "plan-more")


def kept(page: BuiltPage) -> set[str]:
    """Return which protected lines stand on ``page``, in no fold and not hidden."""
    folded = {node.mem_id for node in page.all("details [data-keep], [hidden] [data-keep], .only [data-keep]")}
    shown = [node for node in page.all("main [data-keep]") if node.mem_id not in folded and node.text(strip=True)]
    return {str(node.attributes["data-keep"]) for node in shown}


def test_every_kind_of_page_says_what_it_must_keep(ordinary: list[BuiltPage]) -> None:
    unknown = {page.kind for page in ordinary} - set(KEPT) - NOTHING_TO_KEEP

    assert not unknown, f"say in KEPT which lines these kinds of page must have (rule P30): {sorted(unknown)}"


@pytest.mark.parametrize("kind", list(KEPT))
def test_a_page_opened_first_has_its_protected_lines(ordinary: list[BuiltPage], kind: str) -> None:
    pages = [page for page in ordinary if page.kind == kind]
    assert pages

    for page in pages:
        lacking = KEPT[kind] - kept(page)
        assert not lacking, f"{page.path} lacks {sorted(lacking)}, or has them in a fold only"


def test_no_protected_line_is_folded_away(ordinary: list[BuiltPage]) -> None:
    for page in ordinary:
        assert not page.all("details:not([open]) [data-keep], [hidden] [data-keep]"), page.path


def test_what_may_reach_a_state_stands_behind_its_guard(ordinary: list[BuiltPage], book: Book) -> None:
    reaching = {r.id for r in book.loaded.catalogue.routes.values() if r.reaches_state is not ReachesState.NO}
    seen = 0
    for page in ordinary:
        if page.kind == "route" and page.path.rstrip("/").rpartition("/")[2] in reaching:
            assert "state" in kept(page), page.path
            seen += 1
        offered = {"plan": ".routes", "plan-more": ".routes", "result": ".offers"}.get(page.kind)
        if offered and any(page.all(f"{offered} a[href$='routes/{name}/']") for name in reaching):
            assert "state" in kept(page), page.path
            seen += 1
    assert seen > len(reaching)


def test_where_images_may_show_somebody_under_age_that_guard_stands_first(ordinary: list[BuiltPage]) -> None:
    pages = [page for page in ordinary if "/intimate-images/" in f"/{page.path}" and page.kind in (*PLANS, "threat")]
    assert pages

    for page in pages:
        assert "age" in kept(page), page.path
        assert page.html.index('data-keep="age"') < page.html.index('data-keep="avoid"')


def test_who_is_asked_to_capture_reads_when_not_to(ordinary: list[BuiltPage]) -> None:
    asked = re.compile(r"\b(?:captur|pantalla (?:completa|entera))", re.IGNORECASE)
    condition = re.compile(r"quitarle o revisarle el teléfono", re.IGNORECASE)
    for page in (page for page in ordinary if page.kind in KEPT and page.language == "es"):
        tree = page.fresh()
        protected = [node.text() for node in tree.css("main [data-keep]")]
        for node in tree.css("[data-keep], .sources, .cites"):
            node.decompose()
        main = tree.css_first("main")
        assert main is not None
        if asked.search(main.text()):
            assert any(condition.search(words) for words in protected), page.path


def test_the_warning_of_a_crisis_line_stands_before_its_number(ordinary: list[BuiltPage]) -> None:
    seen = 0
    for page in ordinary:
        for line in page.all(".line:has([data-keep=warning])"):
            html = line.html or ""
            if 'class="value"' in html:
                assert html.index('data-keep="warning"') < html.index('class="value"'), page.path
                seen += 1
    assert seen
