"""Browsers of old phones: without ``:has()``, without logical sides, without flex boxes and variables.

Chromium knows all of them, so each is taken out of the style sheets on their way.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import PHONE, Open

Change = Callable[[str], str]
PLAN = "facebook/coded-threat/"
KINDS = ["", "urgent/", "facebook/", PLAN, "routes/", "escalate/989f/", "countries/pe/", "evidence/", "print/", "care/"]
#: What such a browser drops.
LOGICAL = re.compile(
    r"(?<![\w-])(?:scroll-)?(?:margin|padding|border|inset)-(?:inline|block)[\w-]*:[^;{}]*;?|(?<![\w-])inset:[^;{}]*;?"
    r"|(?<![\w-])(?:min-|max-)?(?:inline|block)-size:[^;{}]*;?"
)
YOUNG = re.compile(
    r"(?<![\w-])[\w-]+:[^;{}]*(?:var\(|(?<!-)\bflex\b|inline-flex|grid|max\(|min\()[^;{}]*;?|--[\w-]+:[^;{}]*;?"
)
EDGE = """() => [...document.querySelectorAll("main *, header *, nav *, footer *")].filter(e => {
    // A box of one point is read aloud, and not seen.
    if (!e.checkVisibility() || e.closest(".wide, .skip") || e.getBoundingClientRect().width <= 1) return false;
    const words = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!words) return false;
    const range = document.createRange();
    range.selectNodeContents(e);
    return [...range.getClientRects()].some(box => box.width && (box.left < 4 || box.right > innerWidth - 3));
}).map(e => e.tagName + "." + e.className + " " + e.textContent.trim().slice(0, 40)).slice(0, 5)"""


def without_has(sheet: str) -> str:
    """Return ``sheet`` without what stands under the condition that ``:has()`` is known."""
    while (start := sheet.find("@supports selector(:has(*))")) >= 0:
        end, depth = sheet.index("{", start), 0
        while True:
            depth += {"{": 1, "}": -1}.get(sheet[end], 0)
            end += 1
            if not depth:
                break
        sheet = sheet[:start] + sheet[end:]
    # What stands outside is dropped rule by rule.
    return re.sub(r"(?<=[{}])[^{}]*:has\([^{}]*\{[^{}]*\}", "", sheet)


def without_logical(sheet: str) -> str:
    return LOGICAL.sub("", sheet.replace("@supports not (inset:0)", "@media all"))


def without_young(sheet: str) -> str:
    return YOUNG.sub("", without_logical(sheet))


def through(page: Page, base: str, path: str, change: Change) -> Page:
    """Open ``path`` with ``change`` made to every style sheet."""

    def handle(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=change(answer.text()))

    page.context.route("**/*.css", handle)
    page.goto(base + path)
    return page


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("change", [without_logical, without_young], ids=["no-logical-sides", "no-flex-no-variables"])
def test_no_text_is_cut_or_touches_the_edge(visit: Open, base: str, path: str, change: Change) -> None:
    page = through(visit("about/", scripts=False), base, path, change)

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert page.evaluate(EDGE) == []


@pytest.mark.parametrize("path", ["", "urgent/", PLAN])
def test_the_way_out_and_buttons_look_like_buttons(visit: Open, base: str, path: str) -> None:
    page = through(visit("about/", scripts=False), base, path, without_young)

    for part in (".exit", "main .button", ".door.danger"):
        for found in page.locator(part).all()[:2]:
            look = found.evaluate(
                "e => { const c = getComputedStyle(e); return [c.backgroundColor, c.borderTopWidth, c.color]; }"
            )
            assert look[0] != "rgba(0, 0, 0, 0)", part
            assert look[1] == "2px", part
            assert look[2] != look[0]
    box = page.locator(".exit").bounding_box()
    assert box is not None
    assert box["height"] >= 44
    colour = page.locator(".exit").evaluate("e => getComputedStyle(e).color")
    assert colour == "rgb(148, 27, 27)"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts-on", "scripts-off"])
def test_every_place_and_person_of_a_plan_is_read_under_its_name(visit: Open, base: str, *, scripts: bool) -> None:
    page = through(visit("about/", scripts=scripts), base, PLAN, without_has)

    for part, heading in ((".panel", ".place-title"), (".whom", ".whose")):
        found = page.locator(f"main {part}").all()
        assert len(found) > 3
        for section in found:
            assert section.is_visible()
            assert section.locator(heading).inner_text()
            assert section.locator(heading).is_visible()
    # No choice is offered that would change nothing.
    assert page.locator("main input[type=radio]:visible, .who legend:visible, .who summary:visible").count() == 0
    for line in page.locator("[data-copy] .only").all():
        assert line.is_visible() or line.get_attribute("data-claim")
    assert page.locator("[data-copy] .whose").first.is_visible()


def test_both_parts_of_a_result_and_whole_lists_are_read(visit: Open, base: str) -> None:
    page = through(visit("about/", scripts=False), base, "escalate/989f/", without_has)
    for part in (".case.careful", ".case.safe"):
        assert page.locator(f"{part} h2").is_visible()
    assert page.locator("main input:visible").count() == 0
    assert page.locator(".choice-links a:visible").count() == 2

    page.goto(f"{base}routes/")
    assert page.locator(".entry:visible").count() == page.locator(".entry").count() > 80
    assert page.locator("main input:visible, .narrow:visible").count() == 0

    page.goto(f"{base}facebook/")
    assert page.locator(".question:visible").count() == page.locator(".question").count() > 3
    assert page.locator(".question .number:visible").count()
