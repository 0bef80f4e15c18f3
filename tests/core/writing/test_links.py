"""Addresses: relative everywhere, the same path in every language."""

from __future__ import annotations

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model.languages import LANGUAGES, written_date
from guide.model.reference import Reference
from guide.writing.links import Here, path_of, relative_path

ES, EN = LANGUAGES["es"], LANGUAGES["en"]


@pytest.mark.parametrize(
    ("here", "target", "address"),
    [
        (Here(ES, ""), "page:urgent", "urgent/"),
        (Here(ES, "facebook/doxxing/"), "page:urgent", "../../urgent/"),
        (Here(ES, "facebook/doxxing/"), "page:home", "../../"),
        (Here(EN, "facebook/"), "page:home", "../"),
        (Here(EN, "facebook/"), "plan:facebook/doxxing#report", "doxxing/#report"),
        (Here(ES, "routes/"), "route:oversight-board", "oversight-board/"),
        (Here(ES, "about/"), "https://a.example/x", "https://a.example/x"),
        (Here(ES, "about/"), "nothing at all", None),
        (Here(ES, "about/"), "plan:doxxing", None),
    ],
)
def test_a_reference_becomes_a_relative_address(here: Here, target: str, address: str | None) -> None:
    assert here.resolve(target) == address


_PARTS = st.lists(st.text("ab-", min_size=1, max_size=2), max_size=4).map("/".join)


@given(_PARTS, _PARTS)
def test_the_way_to_a_path_is_what_the_library_says(target: str, folder: str) -> None:
    assert relative_path(target, folder) == posixpath.relpath(f"/{target}", f"/{folder}")


def test_another_language_is_the_same_path_in_its_folder() -> None:
    assert Here(ES, "facebook/doxxing/").to("facebook/doxxing/", EN) == "../../en/facebook/doxxing/"
    assert Here(EN, "facebook/doxxing/").to("facebook/doxxing/", ES) == "../../../facebook/doxxing/"
    assert Here(EN, "").to("", ES) == "../"
    assert Here(ES, "").to("", ES) == "./"


def test_assets_are_shared_by_all_languages() -> None:
    assert Here(EN, "facebook/").asset("assets/guide.css") == "../../assets/guide.css"


@pytest.mark.parametrize("bad", ["plan", "plan:", "plan:A B", "page:urgent#Ñ", "javascript:x", ""])
def test_what_is_no_reference_is_none(bad: str) -> None:
    assert Reference.parse(bad) is None


def test_a_reference_keeps_its_anchor() -> None:
    assert path_of(Reference("page", "urgent", "taken")) == "urgent/#taken"


@pytest.mark.parametrize(
    ("day", "code", "words"),
    [("2026-08-03", "es", "3 ago 2026"), ("2026-08-03", "en", "3 Aug 2026"), ("2020-02", "es", "feb 2020"),
     ("2019", "es", "2019"), ("undated", "en", "undated")],
)  # fmt: skip
def test_dates_of_copies_are_written_as_people_do(day: str, code: str, words: str) -> None:
    assert written_date(day, code) == words
