"""A tree as a picture: SVG written at build, with real text, no client library.

Each box stands in a row of its own, set in by its depth, as in an outline: the whole fits the width of a phone and
is read by scrolling down. Colours come from the style sheet, so the picture follows light and dark; nothing is
inline, because the site's policy forbids it. The list below the picture says the same and has the links.
"""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

#: Sizes in pixels: the picture is as wide as the text of a 360 px phone.
WIDTH, INDENT, LINE, PAD, GAP = 326, 16, 18, 8, 8
#: Width of a letter at 14 px, on average; words wrap a little early rather than late.
LETTER = 7.6


@dataclass(frozen=True, slots=True)
class Branch:
    """A box of the picture: words, an address or none, what follows, and ``question``, ``answer`` or ``leaf``.

    ``lang`` is the language of the words where that is not the page's own.
    """

    words: str
    href: str
    children: tuple[Branch, ...]
    kind: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class _Box:
    branch: Branch
    lines: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int
    parent: _Box | None


def draw(root: Branch, direction: str = "ltr") -> str:
    """Return the tree as an SVG element; mirrored for right-to-left scripts."""
    boxes = list(_place(root, 0, [PAD], None))
    height = boxes[-1].y + boxes[-1].height + PAD
    lines = [_line(box, direction) for box in boxes if box.parent is not None]
    return _svg(height, [*lines, *(_drawn(box, direction) for box in boxes)])


def draw_path(stops: Sequence[Branch], direction: str = "ltr") -> str:
    """Return stops that follow one another as an SVG element: boxes from top to bottom, each joined to the next."""
    boxes: list[_Box] = []
    bottom = [PAD]
    for stop in stops:
        boxes += _place(stop, 0, bottom, None)
    height = boxes[-1].y + boxes[-1].height + PAD
    middle = WIDTH - 2 * INDENT if direction == "rtl" else 2 * INDENT
    joints = [f'<path d="M{middle} {upper.y + upper.height}V{lower.y}"/>' for upper, lower in itertools.pairwise(boxes)]
    return _svg(height, [*joints, *(_drawn(box, direction) for box in boxes)])


def _svg(height: int, inner: Iterable[str]) -> str:
    return (
        f'<svg class="picture" xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" '
        f'viewBox="0 0 {WIDTH} {height}" aria-hidden="true" focusable="false">{" ".join(inner)}</svg>'
    )


def _place(branch: Branch, depth: int, bottom: list[int], parent: _Box | None) -> Iterator[_Box]:
    """Yield the boxes of ``branch`` from top to bottom; ``bottom`` holds where the next one may begin."""
    x = PAD + depth * INDENT
    width = WIDTH - PAD - x
    lines = tuple(textwrap.wrap(branch.words, int((width - 2 * PAD) / LETTER))) or ("",)
    box = _Box(branch, lines, x, bottom[0], width, len(lines) * LINE + 2 * PAD, parent)
    bottom[0] += box.height + GAP
    yield box
    for child in branch.children:
        yield from _place(child, depth + 1, bottom, box)


def _line(box: _Box, direction: str) -> str:
    """Return the line from under the parent's edge to the middle of the box's side."""
    assert box.parent is not None
    start, end = box.parent.x + INDENT // 2, box.x
    if direction == "rtl":
        start, end = WIDTH - start, WIDTH - end
    return f'<path d="M{start} {box.parent.y + box.parent.height}V{box.y + box.height // 2}H{end}"/>'


def _drawn(box: _Box, direction: str) -> str:
    rtl = direction == "rtl"
    left = WIDTH - box.x - box.width if rtl else box.x
    at = left + box.width - PAD if rtl else left + PAD
    lang = f' lang="{escape(box.branch.lang)}"' if box.branch.lang else ""
    # The spaces count where a browser shows no pictures: it writes their words one after the other.
    text = " ".join(
        f'<text x="{at}" y="{box.y + PAD + 13 + number * LINE}">{escape(line)}</text>'
        for number, line in enumerate(box.lines)
    )
    rect = f'<rect x="{left}" y="{box.y}" width="{box.width}" height="{box.height}" rx="5"/>'
    return f'<g class="{box.branch.kind}"{lang}>{rect}{text}</g>'
