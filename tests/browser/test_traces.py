"""Nothing that was chosen or typed remains where scripts run: not after a link and Back, leaving, or loading anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from guide.model.reference import Reference
from guide.writing.links import path_of
from tests.browser.conftest import Open

#: Pages with something to choose or to type.
RESULT = path_of(Reference("result", "threat-refused", "")) or ""
PAGES = ["urgent/", "facebook/coded-threat/", "routes/", "decisions/", "search/", "evidence/patterns/"]

#: Fields that are not as the page was written.
LEFT = """() => [...document.querySelectorAll("main input, main textarea, main select")].filter(e =>
    e.matches("[type=radio], [type=checkbox]") ? e.checked !== e.defaultChecked : e.value !== e.defaultValue).length"""
FILL = """() => {
    document.querySelectorAll("main details").forEach(fold => { fold.open = true; });
    document.querySelectorAll("main input").forEach(e => {
        if (e.matches("[type=radio], [type=checkbox]")) e.checked = true;
        else if (e.type !== "file") { e.value = "amenaza"; e.dispatchEvent(new Event("input", {bubbles: true})); }
    });
}"""


def filled(page: Page) -> Page:
    page.evaluate(FILL)
    assert page.evaluate(LEFT)
    return page


@pytest.mark.parametrize("path", PAGES)
def test_after_a_link_and_back(visit: Open, path: str) -> None:
    page = filled(visit(path))
    page.locator("footer nav a").first.click()
    page.go_back()

    assert page.url.endswith(path)
    assert page.evaluate(LEFT) == 0
    assert (
        page.locator("main [hidden]:not(.search, .hash, [data-claim], .claim, .fill label)").count() == 0
    )  # what a list had hidden is back


@pytest.mark.parametrize("path", PAGES)
def test_after_loading_anew(visit: Open, path: str) -> None:
    page = filled(visit(path))
    page.reload()

    assert page.evaluate(LEFT) == 0


@pytest.mark.parametrize("path", PAGES)
def test_on_leaving_and_on_coming_back_to_a_page_that_the_browser_kept(visit: Open, path: str) -> None:
    for event in ("pagehide", "pageshow"):
        page = filled(visit(path))
        page.evaluate("name => dispatchEvent(new PageTransitionEvent(name, {persisted: true}))", event)

        assert page.evaluate(LEFT) == 0, event


def test_after_leaving_and_back(visit: Open, base: str) -> None:
    page = visit("")
    page.goto(base + PAGES[0])
    filled(page)
    page.evaluate("base => { document.querySelector('[data-exit]').href = base + 'about/'; }", base)
    page.locator("[data-exit]").click()
    page.wait_for_url("**/about/")
    page.go_back()
    assert page.url == base
    page.goto(base + PAGES[0])

    assert page.evaluate(LEFT) == 0


def test_the_answers_given_in_a_tree_are_not_shown_again(visit: Open) -> None:
    page = visit("facebook/")
    page.locator("a.answer[href='#what']").click()
    expect(page.locator(".answers-given a")).to_have_count(2)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")

    assert page.locator(".answers-given").inner_text() == ""


@pytest.mark.parametrize("path", PAGES)
def test_no_browser_is_asked_to_fill_in_what_was_there(visit: Open, path: str) -> None:
    page = visit(path)

    assert page.locator("main input").count()
    assert page.locator("main input:not([autocomplete='off'])").count() == 0


@pytest.mark.parametrize("path", [RESULT, "facebook/coded-threat/"])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts-on", "scripts-off"])
def test_what_is_chosen_asks_for_nothing_and_leaves_the_history_as_it_is(
    visit: Open, path: str, *, scripts: bool
) -> None:
    """Readers who differ in State, age, account or role make the same requests and leave the same history (P27)."""
    page = visit(path, scripts=scripts)
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before = (page.url, page.title(), page.evaluate("history.length"))

    choices = page.locator("main input[type=radio]")
    assert choices.count()
    for choice in choices.all():
        if choice.is_visible():
            choice.check()
    page.wait_for_timeout(200)

    assert asked == []
    assert (page.url, page.title(), page.evaluate("history.length")) == before
    assert page.evaluate("document.cookie + Object.keys(localStorage) + Object.keys(sessionStorage)") == ""
