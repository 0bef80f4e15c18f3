"""Accessibility: axe on each kind of page, light and dark; the keyboard alone; touch targets; zoom."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.conftest import DESKTOP, PHONE, TABLET, Open

#: One page of each kind.
KINDS = {
    "home": "",
    "urgent": "urgent/",
    "tree": "facebook/",
    "tree-question": "instagram/#what",
    "picture": "threads/tree/",
    "plan": "facebook/coded-threat/",
    "plan-age": "instagram/intimate-images/",
    "care": "care/",
    "channels": "channels/",
    "general": "threads/general/",
    "appeal": "appeal/",
    "threats": "threats/",
    "threat": "threats/smear/",
    "routes": "routes/",
    "route": "routes/iachr-pm/",
    "board": "routes/oversight-board/",
    "escalate": "escalate/",
    "result": "escalate/989f/",
    "rules": "rules/",
    "countries": "countries/",
    "country": "countries/pe/",
    "two-countries": "two-countries/",
    "country-unsafe": "countries/ni/",
    "protocol": "protocol/",
    "evidence": "evidence/",
    "patterns": "evidence/patterns/",
    "sheet": "evidence/sheet/",
    "case": "case/",
    "decisions": "decisions/",
    "goals": "goals/",
    "helping": "helping/",
    "print": "print/",
    "prose": "privacy/",
    "sources": "sources/",
    "plan-no": "facebook/direct-threat/no/",
    "plan-more": "instagram/gendered-attack/more/",
    "other-way": "instagram/other-way/",
    "menus": "facebook/menus/",
    "glossary": "glossary/",
    "search": "search/",
    "english": "en/facebook/doxxing/",
    "english-country": "en/countries/mx/",
    "404": "nothing/",
}


def faults(page: Page) -> list[dict[str, Any]]:
    """Return what axe finds, short enough to read."""
    options = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        "resultTypes": ["violations"],
    }
    found = Axe().run(page, options=options).response["violations"]
    return [{"rule": v["id"], "where": [n["html"][:120] for n in v["nodes"][:4]]} for v in found]


#: Colours and languages, which the kinds of page take in turn: axe needs a second for one page.
LOOKS = [("light", ""), ("dark", "pt/"), ("light", "ar/"), ("dark", "ar/"), ("light", "fr/")]
#: Languages, in turn.
FOLDERS = ("", "ar/", "fr/", "pt/")


def path_of(kind: str, folder: str) -> str:
    """Return the path of a page of ``kind`` in the part of a language; one that names its language keeps it."""
    path = KINDS[kind]
    return path if path.startswith("en/") or path == "nothing/" else folder + path


@pytest.mark.parametrize(
    ("kind", "scheme", "folder"),
    [(kind, *LOOKS[number % len(LOOKS)]) for number, kind in enumerate(KINDS)],
)
def test_axe_finds_no_violation(visit: Open, kind: str, scheme: str, folder: str) -> None:
    assert faults(visit(path_of(kind, folder), size=PHONE, scheme=scheme)) == []


@pytest.mark.parametrize(("kind", "scheme"), [("home", "light"), ("plan", "dark"), ("tree", "light")])
def test_axe_finds_no_violation_on_a_wide_screen(visit: Open, kind: str, scheme: str) -> None:
    assert faults(visit(KINDS[kind], size=DESKTOP, scheme=scheme)) == []


#: What is tapped on its own; links inside sentences are exempt (WCAG 2.5.8).
TARGETS = (
    "header a:not(.skip), .links a, .button, button, a.answer, .choices label, .choice > label, summary, .tick, "
    ".now a, .stages a, footer nav a, .index a, a.out"
)
SMALL = """targets => [...document.querySelectorAll(targets)].filter(e => e.checkVisibility())
    .map(e => [e.getBoundingClientRect().height, e.textContent.trim().slice(0, 40)])
    .filter(([height]) => height < 43.5)"""
OVER = """() => [...document.querySelectorAll('body *')].filter(e => !e.closest('.wide, .skip, .languages .full')
    && e.checkVisibility()
    && (e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1))
    .map(e => e.tagName + '.' + e.className).slice(0, 5)"""


@pytest.mark.parametrize(
    ("kind", "folder"), [(kind, FOLDERS[number % len(FOLDERS)]) for number, kind in enumerate(KINDS)]
)
def test_touch_targets_are_large_and_nothing_runs_over_the_edge(visit: Open, kind: str, folder: str) -> None:
    page = visit(path_of(kind, folder), size=PHONE)
    assert page.evaluate(SMALL, TARGETS) == []

    for width, height in (PHONE, TABLET, DESKTOP):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(OVER) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


#: Kinds of page, and the file of a plan that is sent alone.
DOUBLE = {**KINDS, "single": "facebook/coded-threat/plan.html", "single-english": "en/instagram/doxxing/plan.html"}


@pytest.mark.parametrize(
    ("kind", "folder"), [(kind, FOLDERS[(number + 1) % len(FOLDERS)]) for number, kind in enumerate(DOUBLE)]
)
def test_nothing_is_lost_at_double_size_text(visit: Open, kind: str, folder: str) -> None:
    page = visit(path_of(kind, folder) if kind in KINDS else DOUBLE[kind], size=PHONE)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert page.evaluate(OVER) == []


FOCUSED = """() => {
    const e = document.activeElement, r = e.getBoundingClientRect(), style = getComputedStyle(e);
    return [e.textContent.trim().slice(0, 40), Math.round(r.top + scrollY), r.width, style.outlineStyle, style.opacity];
}"""


@pytest.mark.parametrize("scripts", [False, True], ids=["scripts-off", "scripts-on"])
def test_the_keyboard_reaches_everything_in_the_order_in_which_it_stands(visit: Open, scripts: bool) -> None:
    page = visit("facebook/coded-threat/", size=DESKTOP, scripts=scripts)
    tops = []
    for press in range(30):
        page.keyboard.press("Tab")
        words, top, width, outline, opacity = page.evaluate(FOCUSED)
        assert width > 0, words
        # The choices hide their radio button; their label shows the focus instead.
        assert outline != "none" or opacity == "0", words
        if press > 1:  # the way out and the skip link stand in the bar, which stays in sight
            tops.append(top)

    # Things that stand beside each other differ by less than a line.
    assert all(after > before - 30 for before, after in pairwise(tops)), tops


def test_the_skip_link_is_next_to_the_way_out_and_leads_to_the_text(visit: Open) -> None:
    page = visit("facebook/coded-threat/", scripts=False)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "exit"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url.endswith("#main")


def test_a_plan_is_worked_with_the_keyboard_alone(visit: Open) -> None:
    page = visit("facebook/coded-threat/", scripts=False)
    page.locator("#who-me").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".for-young.whom").is_visible()

    box = page.locator(".tick input").first
    box.focus()
    page.keyboard.press("Space")
    assert box.is_checked()


def test_no_single_letter_does_anything(visit: Open) -> None:
    page = visit("facebook/")
    before = page.url
    for key in "fsnph/?.,":
        page.keyboard.press(key)

    assert page.url == before
    assert page.evaluate("document.activeElement === document.body")
