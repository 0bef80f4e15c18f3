"""Paper: no chrome, boxes as boxes, the tree as its numbered list."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open


@pytest.mark.parametrize("path", ["facebook/coded-threat/", "threads/", "urgent/", "threats/smear/", "search/"])
def test_paper_has_the_text_and_not_the_chrome(visit: Open, path: str) -> None:
    page = visit(path, scripts=False)
    page.emulate_media(media="print")

    assert page.locator("header").is_hidden()
    assert page.locator("footer nav").is_hidden()
    assert page.locator("h1").is_visible()


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


def test_a_plan_prints_without_an_empty_page(visit: Open) -> None:
    page = visit("facebook/coded-threat/", scripts=False)
    pdf = page.pdf(format="A4")

    pages = pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ") or pdf.count(b"/Type/Page/")
    assert 1 <= pages <= 12
