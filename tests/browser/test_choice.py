"""The one choice on a result and on a country's page: what a State may learn; it leaves no trace (rule P27)."""

from __future__ import annotations

import pytest

from guide.model.reference import Reference
from guide.writing.links import path_of
from tests.browser.conftest import Open

PAGES = (path_of(Reference("result", "threat-refused", "")) or "", "countries/co/")


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
