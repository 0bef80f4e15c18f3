"""The theme's sheet, cut."""

from __future__ import annotations

from pathlib import Path

import material

from guide.publishing.stylesheet import cut, theme_sheet


def test_only_running_text_under_our_class_stays() -> None:
    sheet = (
        ":root{--a:1px;--b:2px}.md-typeset p{margin:var(--a)}.md-search p,.md-typeset .x{color:red}h1,.md-nav{top:0}"
    )

    assert cut(sheet) == ":root{--a:1px;}.md-typeset p{margin:var(--a)}h1{top:0}\n"


def test_print_rules_stay_and_what_they_leave_empty_goes() -> None:
    assert cut("@media print{.md-typeset p{top:0}.md-nav{top:1}}@media print{.md-nav{top:1}}") == (
        "@media print{.md-typeset p{top:0}}\n"
    )


def test_the_theme_of_today_gives_a_small_sheet_without_requests() -> None:
    sheet = cut(theme_sheet(Path(material.__file__).parent / "templates"))

    assert ".md-typeset h1" in sheet
    assert 2_000 < len(sheet) < 10_000
    assert "url(" not in sheet
    assert "@import" not in sheet
