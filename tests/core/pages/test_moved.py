"""Ids that pages once had: anchors at their top, and a link where the content stands elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from guide.book import Book
from guide.checking.check import load
from guide.model import Moved
from guide.model.fault import DataError
from guide.pages.moved import with_moved
from tests import raw
from tests.conftest import PLATFORM, THREAT


def tops(book: Book, *entries: dict[str, Any], language: int = 0) -> dict[str, str]:
    """Return what pages begin with because of ``entries`` of moved.yml, by their paths."""
    pages = book.pages(book.languages[language])
    moved = Moved.model_validate({"anchors": entries})
    catalogue = book.catalogue(book.languages[language]).model_copy(update={"moved": moved})
    pairs = zip(pages, with_moved(pages, catalogue), strict=True)
    assert all(after.body.endswith(before.body) for before, after in pairs)
    pairs = zip(pages, with_moved(pages, catalogue), strict=True)
    return {after.path: after.body.removesuffix(before.body) for before, after in pairs if after.body != before.body}


def test_an_old_id_stands_once_at_the_top_of_its_page_only(book: Book) -> None:
    found = tops(book, {"page": "page:care", "old": ["old-one", "old-two"]})

    assert set(found) == {"care/"}
    assert found["care/"].count('<span id="old-one"></span><span id="old-two"></span>') == 1
    assert "<a " not in found["care/"]


def test_every_language_keeps_the_same_ids(book: Book) -> None:
    for number, _ in enumerate(book.languages):
        assert '<span id="old"></span>' in tops(book, {"page": "page:care", "old": ["old"]}, language=number)["care/"]


def test_what_stands_elsewhere_now_is_linked(book: Book) -> None:
    found = tops(book, {"page": "page:care", "old": ["old"], "to": "page:money#now"})

    assert '<a href="../money/#now">' in found["care/"]


def test_one_line_serves_every_plan_and_leads_to_its_own(book: Book, root: Path) -> None:
    found = tops(book, {"page": "plan:@threat", "old": ["old"], "to": "plan:@threat#report"})

    assert set(found) == {f"{name}/" for name in raw.plans(root)}
    assert all('<a href="#report">' in top for top in found.values())
    other = tops(book, {"page": "plan:@threat", "old": ["old"], "to": "plan:general#report"})
    assert '<a href="../general/#report">' in other[f"{PLATFORM}/{THREAT}/"]


def test_a_threat_and_a_platform_may_be_left_open(book: Book, root: Path) -> None:
    platforms = raw.records(root, "platforms")

    found = tops(book, {"page": f"plan:{THREAT}", "old": ["a"]})
    assert set(found) == {f"{name}/{THREAT}/" for name in platforms}
    found = tops(book, {"page": "platform:@platform", "old": ["b"], "to": "page:threats"})
    assert set(found) == {f"{name}/" for name in platforms}
    assert all('<a href="../threats/">' in top for top in found.values())
    assert set(tops(book, {"page": f"platform:{PLATFORM}", "old": ["b"]})) == {f"{PLATFORM}/"}


@pytest.mark.parametrize(
    "entry", ['{page: "page:nowhere", old: [a]}', '{page: "page:care", old: [a], to: "page:care#no"}']
)
def test_a_page_or_a_place_that_is_none_is_refused(copy: Path, entry: str) -> None:
    (copy / "data" / "moved.yml").write_text(f"anchors: [{entry}]\n", encoding="utf-8")

    with pytest.raises(DataError):
        load(copy / "data")
