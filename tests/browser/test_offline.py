"""The archive, opened from a folder with the network off."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE
from tests.site.conftest import SITE


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, Path, list[str]]]:
    """A page of a browser without network, the unpacked archive, and every address that was asked for."""
    with zipfile.ZipFile(SITE / "offline" / "guia-es.zip") as archive:
        archive.extractall(tmp_path)
    context = browser.new_context(offline=True, viewport={"width": PHONE[0], "height": PHONE[1]})
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    yield page, tmp_path / "guia", asked
    context.close()


def test_it_opens_by_double_click_with_its_style_and_asks_nobody(opened: tuple[Page, Path, list[str]]) -> None:
    page, folder, asked = opened
    page.goto((folder / "index.html").as_uri())

    assert page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor") != "rgba(0, 0, 0, 0)"
    page.get_by_role("link", name="Facebook").first.click()
    assert page.url.startswith("file:")
    for words in ("No, nada de esto", "Me amenazan sin decirlo de frente", "Todavía no reporto"):
        page.locator("a:visible", has_text=words).first.click()
    assert page.locator("h1").inner_text().startswith("Amenaza velada o en clave")
    assert page.locator("#report").count() == 1
    assert asked
    assert all(address.startswith("file:") for address in asked), asked


def test_its_list_of_pages_can_be_searched(opened: tuple[Page, Path, list[str]]) -> None:
    page, folder, asked = opened
    page.goto((folder / "search" / "index.html").as_uri())
    page.locator("input[type=search]").fill("doxeo")

    assert page.locator(".results a[href='../facebook/doxxing/index.html']").count() == 1
    assert all(address.startswith("file:") for address in asked)


def test_a_single_file_opens_with_its_style_and_asks_nobody(opened: tuple[Page, Path, list[str]]) -> None:
    page, _, asked = opened
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto((SITE / "facebook" / "coded-threat" / "plan.html").as_uri())

    assert page.evaluate("getComputedStyle(document.querySelector('.safety')).borderTopStyle") == "solid"
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    # No clipboard for pages, as in many browsers where a file was opened: the text is selected, and that is said.
    page.evaluate("() => { Object.defineProperty(navigator, 'clipboard', {value: undefined}); }")
    page.evaluate("() => { document.execCommand = () => false; }")
    page.locator("[data-copy] ~ button").first.click()
    expect(page.locator("[role=status]").first).to_contain_text("Ya está seleccionado")
    assert page.evaluate("getSelection().toString()").startswith("Soy la persona")
    assert wrong == []
    assert len(asked) == 1


def test_it_prints(opened: tuple[Page, Path, list[str]]) -> None:
    page, folder, _ = opened
    page.goto((folder / "urgent" / "index.html").as_uri())

    assert page.pdf(format="A4").startswith(b"%PDF")
