"""A tree as a picture: SVG written at build, with real text and links, no client library.

Leaves get rows in order; a parent stands at the mean of its children. Colours come from the style sheet, so the
picture follows light and dark; nothing is inline, because the site's policy forbids it.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape

#: Sizes in pixels of the drawing: it scrolls on a phone at its own size, so that the text stays readable.
BOX_WIDTH, LINE, PAD, GAP_X, GAP_Y = 190, 17, 9, 34, 12
#: Characters that fit a box's line at 13 px.
WRAP = 25


@dataclass(frozen=True, slots=True)
class Branch:
    """A box of the picture: words, an address or none, what follows, and ``question``, ``answer`` or ``leaf``."""

    words: str
    href: str
    children: tuple[Branch, ...]
    kind: str


@dataclass(slots=True)
class _Box:
    branch: Branch
    lines: list[str]
    depth: int
    height: int
    middle: float = 0.0


def draw(root: Branch, direction: str = "ltr") -> str:
    """Return the tree as an SVG element; mirrored for right-to-left scripts."""
    boxes: list[_Box] = []
    links: list[tuple[_Box, _Box]] = []
    bottom = float(PAD)

    def place(branch: Branch, depth: int) -> _Box:
        nonlocal bottom
        lines = textwrap.wrap(branch.words, WRAP) or [""]
        box = _Box(branch, lines, depth, len(lines) * LINE + 2 * PAD)
        boxes.append(box)
        children = [place(child, depth + 1) for child in branch.children]
        links.extend((box, child) for child in children)
        if children:
            box.middle = (children[0].middle + children[-1].middle) / 2
            bottom = max(bottom, box.middle + box.height / 2 + GAP_Y)
        else:
            box.middle = bottom + box.height / 2
            bottom += box.height + GAP_Y
        return box

    place(root, 0)
    columns = max(box.depth for box in boxes) + 1
    width = columns * BOX_WIDTH + (columns - 1) * GAP_X + 2 * PAD
    height = round(bottom + PAD)

    def left(box: _Box) -> int:
        start = PAD + box.depth * (BOX_WIDTH + GAP_X)
        return width - start - BOX_WIDTH if direction == "rtl" else start

    out = [
        f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">'
    ]
    for parent, child in links:
        x1, x2 = left(parent) + BOX_WIDTH, left(child)
        if direction == "rtl":
            x1, x2 = left(parent), left(child) + BOX_WIDTH
        middle = (x1 + x2) // 2
        out.append(f'<path d="M{x1} {parent.middle:.0f}H{middle}V{child.middle:.0f}H{x2}"/>')
    for box in boxes:
        x, y = left(box), round(box.middle - box.height / 2)
        out.append(
            f'<g class="{box.branch.kind}"><rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{box.height}" rx="5"/>'
        )
        for number, line in enumerate(box.lines):
            at = x + PAD if direction != "rtl" else x + BOX_WIDTH - PAD
            out.append(f'<text x="{at}" y="{y + PAD + 13 + number * LINE}">{escape(line)}</text>')
        out.append("</g>")
    out.append("</svg>")
    return "".join(out)
