"""Our style sheet, as browsers of old phones read it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.publishing.older_browsers import own_sheet, understood


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("p { margin-block: 1px; }", "p{margin-top:1px;margin-bottom:1px}"),
        ("p { margin-block: 0 calc(1px + 2px) !important; }",
         "p{margin-top:0!important;margin-bottom:calc(1px + 2px)!important}"),
        ("p { padding-inline: 1rem; }", "p{padding-left:1rem;padding-right:1rem}"),
        ("p { inset: 0; }", "p{top:0;right:0;bottom:0;left:0}"),
        ("p { inset: 1px 2px; }", "p{top:1px;right:2px;bottom:1px;left:2px}"),
        ("p { max-inline-size: 3ch; min-block-size: 44px; }", "p{max-width:3ch;min-height:44px}"),
        ("p { border-block-end: 1px solid red; }", "p{border-bottom:1px solid red}"),
        ("p { border-block: 1px solid red; }", "p{border-top:1px solid red;border-bottom:1px solid red}"),
        ("p { scroll-padding-block-start: 9px; }", "p{scroll-padding-top:9px}"),
        # Where the side depends on the direction of writing, browsers that know the name decide by themselves.
        ("p { margin-inline-start: 1px; }",
         "p{margin-inline-start:1px}@supports not (inset:0){p{margin-left:1px}}"),
        ("p { padding-inline: 1px 2px; color: red; }",
         "p{padding-inline:1px 2px;color:red}@supports not (inset:0){p{padding-left:1px;padding-right:2px}}"),
        ("p { display: inline-flex; }", "p{display:inline-block;display:inline-flex}"),
        ("@media print { p { margin-block: 1px; } }", "@media print{p{margin-top:1px;margin-bottom:1px}}"),
        ("@page { margin: 14mm; }", "@page { margin: 14mm; }"),
        ("a::after { content: '}; margin-block: 1px'; }", 'a::after{content:"}; margin-block: 1px"}'),
    ],
)  # fmt: skip
def test_a_side_is_written_by_its_name(written: str, made: str) -> None:
    assert understood(written) == made + "\n"


def test_a_colour_stands_before_the_variable_that_says_it() -> None:
    sheet = (
        ":root { --danger: #941b1b; } @media (x) { :root { --danger: #fff; } } a { border: 2px solid var(--danger); }"
    )

    assert understood(sheet).endswith("a{border:2px solid #941b1b;border:2px solid var(--danger)}\n")


def test_a_slip_in_the_sheet_is_told_with_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        understood("p { color: red;\n  color red; }")


def test_our_sheet_needs_no_logical_side_that_has_one_name(root: Path) -> None:
    made = understood(own_sheet(root / "docs"))

    assert not re.search(r"[{;](?:min-|max-)?(?:inline|block)-size:|-block(?:-start|-end)?:|[{;]inset:", made)
    assert made.count("{") == made.count("}")
