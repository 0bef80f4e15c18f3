"""Paper: every kind of page through Chromium's own print, on A4 and Letter, and what the print style sheet promises."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from playwright.sync_api import Page

from tests.browser.conftest import SITE, Open
from tests.printed import ARABIC

#: The longest page of each kind, and how many pages of paper it may fill.
KINDS = {
    "home": ("", 2),
    "urgent": ("urgent/", 2),
    "tree": ("threads/", 8),
    "picture": ("instagram/tree/", 3),
    "plan": ("instagram/gendered-attack/", 12),
    "threats": ("threats/", 3),
    "threat": ("threats/direct-threat/", 7),
    "appeal": ("appeal/", 6),
    "escalate": ("escalate/", 3),
    "result": ("escalate/989f/", 6),
    "rules": ("rules/", 9),
    "routes": ("routes/", 11),
    "route": ("routes/oversight-board/", 3),
    "route-how": ("routes/oversight-board/how/", 4),
    "countries": ("countries/", 3),
    "country": ("countries/pe/", 5),
    "two-countries": ("two-countries/", 3),
    "protocol": ("protocol/", 17),
    "evidence": ("evidence/", 11),
    "patterns": ("evidence/patterns/", 6),
    "sheet": ("evidence/sheet/", 2),
    "case": ("case/", 8),
    "decisions": ("decisions/", 15),
    "goals": ("goals/", 5),
    "helping": ("helping/", 3),
    "print": ("print/", 7),
    "plan-no": ("facebook/coded-threat/no/", 4),
    "plan-more": ("facebook/coded-threat/more/", 8),
    "other-way": ("instagram/other-way/", 5),
    "menus": ("facebook/menus/", 7),
    "sources": ("sources/", 25),
    "secondary": ("sources/others/", 25),
    "care": ("care/", 10),
    "money": ("money/", 5),
    "glossary": ("glossary/", 3),
    "search": ("search/", 8),
    "changes": ("changes/", 2),
    "translations": ("translations/", 2),
    "prose": ("elsewhere/", 3),
    "channels": ("channels/", 2),
}
#: Fewest characters of a page that is not empty.
SOME = 30
#: What paper leaves out on purpose: chrome, what only a screen can use, and what is folded away.
LEFT_OUT = (
    ".guide-header, .links, .guide-footer, .skip, .stages, .who, .search, .fill, .claims, .narrow, .hash, .back, "
    ".trail, .moved, .next, button, .other, .onward, .files, .cite, .take, #take, .index .words, .screen, "
    ".ticklist > li > a, .picture, .tree, .all-rules summary, details:not([open]) > summary, .goto, "
    ".only, .known-elsewhere, .fold-sources, .state-choice, .no-file"
)
#: Every text that paper must show: what a screen shows, and what it folds away in the text itself, but for LEFT_OUT.
WANTED = """(leftOut) => {
  document.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const left = node.parentElement.closest(leftOut);
    if (node.textContent.trim() && !left && node.parentElement.checkVisibility()) found.push(node.textContent);
  }
  return found;
}"""
#: What the print style itself shows.
SHOWN = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.textContent.trim() && node.parentElement.checkVisibility()) found.push(node.textContent);
  }
  return found;
}"""


def unspaced(text: str) -> str:
    """Return ``text`` without spaces, hyphens and capitals: paper breaks lines elsewhere, and styles raise letters."""
    return re.sub(r"[\s\-\u00ad\u2010\u200b\ufffe\x02]+", "", text).casefold()


def test_the_table_names_every_kind_of_page() -> None:
    there = set()
    for path in SITE.rglob("index.html"):
        found = re.search(r"<body[^>]*\bkind-([a-z-]+)", path.read_text(encoding="utf-8"))
        assert found
        there.add(found[1])
    assert there == set(KINDS)


@pytest.mark.parametrize("kind", list(KINDS))
def test_a_page_prints_whole_and_without_an_empty_sheet(visit: Open, kind: str) -> None:
    path, most = KINDS[kind]
    page = visit(path, scripts=False)
    reader = visit(path)  # reading the page needs scripts; printing it does not
    wanted = reader.evaluate(WANTED, LEFT_OUT)
    page.emulate_media(media="print")
    shown = page.evaluate(SHOWN) + wanted

    for paper in ("A4", "Letter"):
        pdf = pypdfium2.PdfDocument(page.pdf(format=paper))
        assert 1 <= len(pdf) <= most, paper
        printed = unspaced("".join(on_paper(pdf)))
        # The reader of PDFs turns the name of Arabic.
        assert [text for text in shown if unspaced(text) not in printed and not ARABIC.search(text)] == [], paper


def on_paper(pdf: pypdfium2.PdfDocument) -> list[str]:
    """Return the text of each sheet, after a look that none is empty and no letter leaves the paper."""
    whole = []
    for number, sheet in enumerate(pdf, start=1):
        text = sheet.get_textpage()
        width, height = sheet.get_size()
        whole.append(text.get_text_range())
        assert len(unspaced(whole[-1])) >= SOME, f"page {number} is empty"
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if left >= 0 and right <= width and bottom >= -1 and top <= height + 1:
                continue
            words = text.get_text_range(index, 40)
            assert right <= left or not words[:1].strip(), f"page {number}: {words!r} leaves the paper"
    return whole


@pytest.mark.parametrize("path", ["facebook/coded-threat/", "threads/", "urgent/", "threats/smear/", "search/", ""])
def test_paper_has_the_text_and_not_the_chrome(visit: Open, path: str) -> None:
    page = visit(path, scripts=True)
    page.emulate_media(media="print")

    assert page.locator("header").is_hidden()
    assert page.locator("footer nav").is_hidden()
    assert page.locator("h1").is_visible()
    assert page.locator("button:visible").count() == 0
    assert page.locator("input:not([type=checkbox]):visible").count() == 0


def test_the_tree_is_a_numbered_list_on_paper(visit: Open) -> None:
    page = visit("facebook/", scripts=False)
    page.emulate_media(media="print")

    questions = page.locator(".question")
    assert page.locator(".question:visible").count() == questions.count() > 3
    assert page.locator("#what .number").is_visible()
    assert page.locator("#what .goto").first.is_visible()


def test_boxes_survive_printing(visit: Open) -> None:
    page = visit("facebook/coded-threat/", scripts=False)
    page.emulate_media(media="print")

    style = page.locator(".tick input").first.evaluate("e => [getComputedStyle(e).borderTopWidth, e.offsetWidth]")
    assert float(style[0].removesuffix("px")) > 1
    assert style[1] >= 14


@pytest.mark.parametrize("path", ["facebook/coded-threat/", "urgent/", "evidence/"])
def test_a_box_that_was_ticked_shows_its_tick_in_black_without_backgrounds(visit: Open, path: str) -> None:
    page = visit(path, scripts=False)
    boxes = page.locator("main > .steps input[type=checkbox], main > ol input[type=checkbox]")
    ticked = 3
    assert "✓" not in printed(page)
    for box in boxes.all()[:ticked]:
        box.check()

    assert printed(page).count("✓") == ticked
    page.emulate_media(media="print")
    look = boxes.first.evaluate(
        "e => { const c = getComputedStyle(e, '::before'); return [c.color, c.backgroundColor, c.content]; }"
    )
    assert look == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)", '"✓"']


@pytest.mark.parametrize("path", ["facebook/coded-threat/", "facebook/coded-threat/plan.html"])
def test_what_was_ticked_as_true_is_printed_without_doubt_and_the_rest_with_it(visit: Open, path: str) -> None:
    page = visit(path)
    claims = page.locator(".claims").first.locator("input")
    count = claims.count()
    before = printed(page).count("[sies")
    claims.first.check()

    assert count > 1
    assert printed(page).count("[sies") == before - 1


def printed(page: Page) -> str:
    """Return what ``page`` says on paper, without spaces."""
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=False))
    return unspaced("".join(sheet.get_textpage().get_text_range() for sheet in pdf))


def test_paper_has_the_way_of_every_place_and_paths_as_text(visit: Open) -> None:
    """A reader with paper cannot choose a place first."""
    page = visit("facebook/coded-threat/", scripts=False)
    page.emulate_media(media="print")

    panels = page.locator(".choice .panel")
    assert page.locator(".choice .panel:visible").count() == panels.count() > 3
    style = page.locator(".path kbd").first.evaluate(
        "e => [getComputedStyle(e).borderTopWidth, getComputedStyle(e).display, getComputedStyle(e).backgroundColor]"
    )
    assert style == ["0px", "inline", "rgba(0, 0, 0, 0)"]
    assert page.locator(".path li").nth(1).evaluate("e => getComputedStyle(e, '::before').content") == '"›" / ""'


@pytest.mark.parametrize(
    ("path", "address", "times"),
    [
        ("routes/oversight-board/", "(https://www.oversightboard.com)", 1),
        ("sources/", "(https://", 150),
        ("elsewhere/", "(https://telegram.org/faq)", 1),
        # An address that is the very text of its link is not said twice.
        ("facebook/doxxing/", "(https://www.facebook.com/help/contact/", 0),
        ("facebook/doxxing/", "www.facebook.com/help/contact/", 1),
    ],
)
def test_paper_says_where_an_outside_link_leads(visit: Open, path: str, address: str, times: int) -> None:
    page = visit(path, scripts=False)
    pdf = pypdfium2.PdfDocument(page.pdf(format="A4"))
    text = unspaced("".join(sheet.get_textpage().get_text_range() for sheet in pdf))

    count = text.count(unspaced(address))
    assert count >= times if times else count == 0


def test_the_choice_of_whom_holds_on_paper(visit: Open) -> None:
    page = visit("facebook/coded-threat/", scripts=False)
    page.get_by_text("Otra persona, o mi grupo").click()
    page.locator("#who-family").check()
    page.emulate_media(media="print")

    assert page.locator(".only.for-family:visible").count() > 0
    assert page.locator(".only.for-me:not(.for-family):visible").count() == 0
