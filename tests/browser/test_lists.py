"""Lists that narrow without scripts and filter with them; the fingerprint of a file; the urgent page on paper."""

from __future__ import annotations

import hashlib
from pathlib import Path

from playwright.sync_api import Page

from guide.model.reference import Reference
from guide.writing.links import path_of
from tests.browser.conftest import DESKTOP, Open


def shown(page: Page) -> int:
    """Return how many entries stand on the screen."""
    return page.locator(".entry:visible").count()


def test_routes_narrow_by_kind_region_language_and_urgency_without_scripts(visit: Open) -> None:
    page = visit("routes/", scripts=False, size=DESKTOP)
    every = shown(page)
    page.locator(".narrow summary").click()

    for name, value in (("kind", "un"), ("region", "europe"), ("urgency", "hours"), ("speaks", "pt")):
        page.locator(f"#{name}-{value}").check()
        assert 0 < shown(page) < every, value
        assert shown(page) == page.locator(f".entry.{name}-{value}").count()
        # No heading of a sub-list without entries.
        assert page.locator(".sub:visible").count() == page.locator(f".sub.{name}-{value}").count()
        page.locator(f"#{name}-all").check()
    assert shown(page) == every


def test_two_choices_hold_together(visit: Open) -> None:
    page = visit("routes/", scripts=False, size=DESKTOP)
    page.locator(".narrow summary").click()
    page.locator("#kind-helpline").check()
    page.locator("#urgency-hours").check()

    assert shown(page) == page.locator(".entry.kind-helpline.urgency-hours").count() >= 2


def test_decisions_narrow_by_threat_platform_and_side(visit: Open) -> None:
    page = visit("decisions/", scripts=False, size=DESKTOP)
    page.locator(".narrow summary").click()

    for name, value in (("threat", "doxxing"), ("platform", "threads"), ("side", "limits")):
        page.locator(f"#{name}-{value}").check()
        assert 0 < shown(page) == page.locator(f".entry.{name}-{value}").count()
        page.locator(f"#{name}-all").check()


def test_a_list_filters_as_one_types(visit: Open) -> None:
    page = visit("routes/")
    every = shown(page)
    page.locator("#query").fill("periodist")

    assert 0 < shown(page) < every
    assert str(shown(page)) in page.locator(".found").inner_text()
    page.locator("#query").fill("zzzz")
    assert shown(page) == 0
    assert page.locator(".found").inner_text()


def test_the_fingerprint_of_a_file_is_made_here_and_goes_nowhere(visit: Open, tmp_path: Path) -> None:
    file = tmp_path / "captura.png"
    file.write_bytes(b"not a real picture")
    page = visit("evidence/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("#hash-file").set_input_files(file)

    page.wait_for_function("document.querySelector('.digest').textContent.length === 64")
    assert page.locator(".digest").inner_text() == hashlib.sha256(b"not a real picture").hexdigest()
    assert [url for url in asked if not url.endswith("icon.svg")] == []


def test_without_scripts_no_box_promises_a_fingerprint(visit: Open) -> None:
    page = visit("evidence/", scripts=False)

    assert page.locator("#hash-file").is_hidden()
    assert page.locator("#hash-linux").is_visible()


def pages_of(pdf: bytes) -> int:
    """Return the number of pages of a PDF that Chromium has printed."""
    return pdf.count(b"/Type /Page\n") or pdf.count(b"/Type /Page ") or pdf.count(b"/Type/Page/")


def test_the_urgent_page_prints_on_one_sheet(visit: Open) -> None:
    for path in ("urgent/", "en/urgent/"):
        page = visit(path, scripts=False)
        margin = {"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"}
        for paper in ("A4", "Letter"):
            assert 1 <= pages_of(page.pdf(format=paper, margin=margin)) <= 2, f"{path} on {paper}"  # type: ignore[arg-type]


def test_the_paper_form_is_one_sheet_with_its_warning_and_no_header(visit: Open) -> None:
    page = visit("evidence/sheet/", scripts=False)
    assert pages_of(page.pdf(format="A4", margin={"top": "12mm", "bottom": "12mm"})) <= 2
    page.emulate_media(media="print")
    assert page.locator("header").is_hidden()
    assert page.locator("footer").is_hidden()
    assert "No la lleve a marchas" in page.locator("main").inner_text()
    assert page.locator(".form-line:visible").count() >= 20


def test_a_number_read_elsewhere_stays_off_paper(visit: Open) -> None:
    page = visit("urgent/", scripts=False)
    page.emulate_media(media="print")

    assert page.locator(".known-elsewhere").count() > 0
    assert page.locator(".known-elsewhere:visible").count() == 0
    assert page.locator(".route a.out").first.is_visible()

    page = visit("routes/sos-digital-bo/", scripts=False)
    page.emulate_media(media="print")
    assert page.locator(".known-own-page .value").first.is_visible()


def test_a_result_of_the_second_tree_shows_its_first_action_at_once(visit: Open) -> None:
    for name in ("listen", "threat-refused", "money"):
        page = visit(path_of(Reference("result", name, "")) or "", scripts=False)
        first = page.locator(".part-now + .offers li").first
        box = first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 640
