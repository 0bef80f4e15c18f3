"""What a phone shows first, and that the colours of the sheet have contrast enough."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.browser.conftest import PHONE, Open

#: Text on ground, in the names of the sheet; AA asks 4.5 for text and 3 for controls.
TEXT = [
    ("ink", "paper"), ("ink", "soft"), ("quiet", "paper"), ("quiet", "soft"), ("link", "paper"), ("link", "soft"),
    ("on-brand", "brand"), ("danger", "danger-soft"), ("danger", "paper"), ("warn", "warn-soft"), ("warn", "paper"),
    ("warn", "soft"), ("counts", "counts-soft"), ("ink", "danger-soft"), ("ink", "warn-soft"), ("link", "danger-soft"),
    ("link", "warn-soft"),
]  # fmt: skip
CONTROLS = [("line", "paper"), ("link", "paper"), ("danger", "paper")]


def palettes(root: Path) -> dict[str, dict[str, str]]:
    """Return the colours of the sheet in light and dark."""
    sheet = (root / "docs/assets/guide.css").read_text(encoding="utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", sheet, re.S)[:2]
    return {
        name: dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block))
        for name, block in (("light", light), ("dark", dark))
    }


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours."""
    a, b = sorted((luminance(one), luminance(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_pair_of_colours_has_contrast(root: Path, scheme: str) -> None:
    colours = palettes(root)[scheme]

    weak = {
        f"{a} on {b}": round(contrast(colours[a], colours[b]), 2)
        for a, b in TEXT
        if contrast(colours[a], colours[b]) < 4.5
    }
    weak |= {
        f"{a} on {b}": round(contrast(colours[a], colours[b]), 2)
        for a, b in CONTROLS
        if contrast(colours[a], colours[b]) < 3
    }
    assert weak == {}


def test_the_doors_of_danger_and_report_stand_above_the_fold(visit: Open) -> None:
    page = visit("", scripts=False)

    for selector in ("#danger h2", "#report .button >> nth=0"):
        box = page.locator(selector).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE[1]


def test_the_urgent_page_shows_its_three_actions_above_the_fold(visit: Open) -> None:
    page = visit("urgent/", scripts=False)

    box = page.locator(".step").nth(2).locator(".tick").bounding_box()
    assert box is not None
    assert box["y"] < PHONE[1]


def test_all_doors_stand_on_two_screens_and_the_urgent_page_on_eight(visit: Open) -> None:
    page = visit("", scripts=False)
    box = page.locator(".door").last.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 2 * PHONE[1]

    box = visit("urgent/", scripts=False).locator("main").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 8 * PHONE[1]


@pytest.mark.parametrize(
    "path", ["facebook/coded-threat/", "instagram/doxxing/", "threads/general/", "facebook/smear/"]
)
def test_the_first_step_of_a_plan_stands_within_two_screens_and_a_half(visit: Open, path: str) -> None:
    page = visit(path, scripts=False)

    box = page.locator(".step").first.bounding_box()
    assert box is not None
    # Before it stand whom the plan is for, the plans near it, three things and what not to do.
    assert box["y"] <= 2.5 * PHONE[1]


def test_nothing_moves_by_itself(root: Path) -> None:
    sheet = (root / "docs/assets/guide.css").read_text(encoding="utf-8")

    assert not re.search(r"@keyframes|animation:|transition: (?!none)", sheet)


def test_dark_is_dark_without_scripts(visit: Open) -> None:
    page = visit("", scripts=False, scheme="dark")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 25, 28)"
