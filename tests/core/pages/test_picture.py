"""The picture of a tree: every box on the page, none on another, mirrored for right-to-left."""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from guide.pages.picture import WIDTH, Branch, draw

WORDS = st.text(alphabet=st.sampled_from(list("ab ñ<&\"'é")), min_size=1, max_size=60)
TREES = st.recursive(
    st.builds(Branch, WORDS, st.just(""), st.just(()), st.just("leaf")),
    lambda inner: st.builds(Branch, WORDS, st.just(""), st.lists(inner, max_size=3).map(tuple), st.just("answer")),
    max_leaves=8,
)
BOX = re.compile(r'<rect x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"')


@given(TREES, st.sampled_from(["ltr", "rtl"]))
def test_boxes_stand_inside_the_picture_and_apart(root: Branch, direction: str) -> None:
    svg = draw(root, direction)
    boxes = [tuple(map(int, found)) for found in BOX.findall(svg)]
    tall = int(re.search(r' height="(\d+)"', svg).group(1))  # type: ignore[union-attr]

    for x, y, width, height in boxes:
        assert x >= 0
        assert x + width <= WIDTH
        assert y >= 0
        assert y + height <= tall
    for (_, y, _, height), (_, below, _, _) in combinations(sorted(boxes, key=lambda box: box[1]), 2):
        assert y + height < below


@given(TREES)
def test_the_words_are_escaped_and_all_there(root: Branch) -> None:
    svg = draw(root)

    assert svg.count("<g ") == count(root)
    assert "<script" not in svg
    assert not re.search(r"<text[^>]*>[^<]*<(?!/text)", svg)


def test_right_to_left_is_the_mirror() -> None:
    root = Branch("a", "", (Branch("b", "", (), "leaf"),), "question")
    left = [tuple(map(int, found)) for found in BOX.findall(draw(root))]
    right = [tuple(map(int, found)) for found in BOX.findall(draw(root, "rtl"))]

    assert [(WIDTH - x - w, y, w, h) for x, y, w, h in left] == right


def count(branch: Branch) -> int:
    return 1 + sum(count(child) for child in branch.children)
