"""The one choice on a result: what a State may learn; it leaves no trace (rule P27)."""

from __future__ import annotations

import pytest

from guide.book import Book
from guide.deciding.advice import advise
from guide.deciding.results import ROLES, WHERES
from guide.model.reference import Reference
from guide.model.situation import Dimension
from guide.writing.links import path_of
from tests.browser.conftest import Open

PAGES = tuple(path_of(Reference("result", name, "")) or "" for name in ("threat-refused", "threat"))


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scripts", [True, False])
def test_the_careful_part_shows_until_the_other_is_chosen(visit: Open, path: str, *, scripts: bool) -> None:
    page = visit(path, scripts=scripts)
    careful, safe = page.locator(".case.careful"), page.locator(".case.safe")

    assert page.locator("#choice-3").is_checked()
    assert careful.is_visible()
    assert not safe.is_visible()
    page.locator("label[for=choice-1]").click()
    assert safe.is_visible()
    assert not careful.is_visible()
    page.locator("label[for=choice-2]").click()
    assert careful.is_visible()
    assert page.url.rstrip("/").endswith(path.rstrip("/"))


@pytest.mark.parametrize("path", PAGES)
def test_paper_has_both_parts_under_their_headings(visit: Open, path: str) -> None:
    page = visit(path, scripts=False)
    page.emulate_media(media="print")

    assert page.locator(".case.careful h2").is_visible()
    assert page.locator(".case.safe h2").is_visible()
    assert page.locator(".state-choice").is_hidden()


#: Readers of a few pages: what the page knows, the choice made on it, and what it stands for.
SAMPLE = [
    (result, choice, safe)
    for result in ("threat-refused", "images-silent", "money", "spyware")
    for choice, safe in (("choice-1", "yes"), ("choice-2", "no"), ("choice-3", "unsure"))
]


@pytest.mark.parametrize(("result", "choice", "safe"), SAMPLE)
def test_what_is_shown_after_the_choice_is_what_the_rules_advise(
    visit: Open, book: Book, result: str, choice: str, safe: str
) -> None:
    catalogue = book.loaded.catalogue
    page = visit(path_of(Reference("result", result, "")) or "", scripts=False)
    if page.locator(f"label[for={choice}]").count():  # some pages say the same to everybody
        page.locator(f"label[for={choice}]").click()
    shown = set(
        page.eval_on_selector_all(
            ".offers a[href*='routes/']",
            "links => links.filter(a => a.checkVisibility()).map(a => a.pathname.split('/').at(-2))",
        )
    )

    known = dict(catalogue.results[result].known)
    advised: set[str] = set()
    for role in ROLES:
        # The other part is for those who are all at home: whoever is abroad is careful there.
        for where in ("same",) if safe == "yes" else WHERES:
            if known.get(Dimension.WHERE, where) == where:
                reader = {**known, Dimension.SAFE: safe, Dimension.ROLE: role, Dimension.WHERE: where}
                offers = [offer for _, part in advise(catalogue, reader).parts for offer in part]
                advised |= {offer.route.id for offer in offers if offer.route}
    assert shown == advised
