"""The way out: in reach on every page while it scrolls, at every size, and over nothing that is read or focused."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, Open

PLAN = "facebook/coded-threat/"
PAGES = ["", "urgent/", PLAN, "routes/oversight-board/", "search/", "facebook/#what", "nothing/"]
#: Width, height, and size of the text: small phones, large text, phones held sideways.
SIZES = [(320, 568, 100), (360, 640, 100), (320, 568, 200), (568, 320, 200), (640, 360, 100), (*DESKTOP, 100)]
#: Part of the screen that the bar may take.
MOST_OF_SCREEN = 0.21

BAR = """() => {
    const bar = document.querySelector(".guide-header").getBoundingClientRect();
    const exit = document.querySelector(".exit"), box = exit.getBoundingClientRect();
    const colour = getComputedStyle(document.querySelector(".guide-header")).backgroundColor;
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {top: bar.top, left: bar.left, right: bar.right, bottom: bar.bottom, opaque: !colour.includes("rgba"),
            height: box.height, reached: exit.contains(hit), inside: box.left >= 0 && box.right <= innerWidth};
}"""
FOCUSED = """() => {
    const e = document.activeElement, bar = document.querySelector(".guide-header");
    const box = (e.matches(".choices input") ? e.parentElement : e).getBoundingClientRect();
    return [e.tagName + " " + e.textContent.trim().slice(0, 30),
            bar.contains(e) || e === document.body ? 0 : box.top - bar.getBoundingClientRect().bottom];
}"""
#: A browser scrolls to the target before it draws the next picture.
TARGET = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() =>
    done(document.querySelector(":target").getBoundingClientRect().top))))"""


def sized(page: Page, text: int) -> Page:
    page.evaluate("text => { document.documentElement.style.fontSize = text + '%'; }", text)
    return page


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_it_stays_at_the_top_over_nothing(visit: Open, path: str, width: int, height: int, text: int) -> None:
    page = sized(visit(path, size=(width, height), scripts=False), text)

    for part in (0, 0.5, 1):
        page.evaluate("part => scrollTo(0, part * (document.documentElement.scrollHeight - innerHeight))", part)
        bar = page.evaluate(BAR)
        assert bar["reached"], part
        assert bar["inside"]
        assert bar["height"] >= 44
        # It keeps the full width, so that no line is half under it.
        assert (bar["top"], bar["left"], bar["right"], bar["opaque"]) == (0, 0, width, True)
        assert bar["bottom"] <= MOST_OF_SCREEN * height


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_nothing_that_has_the_focus_stands_under_it(visit: Open, width: int, height: int, text: int) -> None:
    page = sized(visit(PLAN, size=(width, height), scripts=False), text)

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "exit"
    for key in ("Tab", "Shift+Tab"):
        for _ in range(40):
            page.keyboard.press(key)
            words, below = page.evaluate(FOCUSED)
            assert below >= 0, f"{key}: {words}"


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_what_a_link_leads_to_stands_under_it(visit: Open, width: int, height: int, text: int) -> None:
    page = sized(visit(PLAN, size=(width, height)), text)

    names = page.evaluate("[...document.querySelectorAll('main h2[id], main .step[id]')].map(e => e.id)")
    assert len(names) > 20
    for name in names:
        page.evaluate("name => { location.hash = name; }", name)
        page.wait_for_function("name => document.querySelector(':target').id === name", arg=name)
        top = page.evaluate(TARGET)
        assert top >= page.evaluate(BAR)["bottom"], name
    assert page.evaluate("scrollY") > height


@pytest.mark.parametrize(("width", "height"), [(320, 568), PHONE, (640, 360), DESKTOP])
def test_no_copy_button_is_near_it(visit: Open, width: int, height: int) -> None:
    page = visit(PLAN, size=(width, height))
    page.evaluate("document.querySelectorAll('main details').forEach(fold => { fold.open = true; })")

    exit_box = page.locator(".exit").bounding_box()
    assert exit_box is not None
    buttons = page.locator("main [data-copy] ~ button")
    assert buttons.count()
    for button in buttons.all():
        button.focus()
        box = button.bounding_box()
        assert box is not None
        # Beside each other on no screen, whatever the place to which the page is scrolled.
        assert box["x"] + box["width"] + 24 <= exit_box["x"]
        assert box["y"] >= exit_box["y"] + exit_box["height"] + 8


def test_it_says_that_nothing_is_erased_and_what_back_still_shows(visit: Open) -> None:
    for path in ("", "urgent/", PLAN):
        page = visit(path, scripts=False)
        way_out = page.locator(".exit")
        assert "no borra" in way_out.inner_text()
        note = page.locator(f"#{way_out.get_attribute('aria-describedby')}")
        assert "Atrás" in note.inner_text()
        note.locator("a").click()
        assert page.url.endswith("/privacy/#exit")


def test_paper_has_no_bar(visit: Open) -> None:
    page = visit(PLAN, scripts=False)
    page.emulate_media(media="print")

    for part in (".guide-header", ".exit", ".links", "#exit-note", ".edit"):
        assert page.locator(part).is_hidden(), part
