"""Labels of menus on the built pages, in the text and on the sheet: their words, their places, and what is unsure."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from guide.book import Book
from guide.deciding.plan import compose
from guide.deciding.tree import covered
from guide.model.languages import LANGUAGES
from guide.writing.imprint import Imprint
from guide.writing.plan_words import plan_sheet
from tests import raw
from tests.site.conftest import BuiltPage

TEXT = "plan.txt"


@pytest.fixture(scope="module")
def defined(root: Path) -> dict[str, dict[str, Any]]:
    """The labels of each platform, as its file defines them."""
    return {name: record["labels"] for name, record in raw.records(root, "platforms").items()}


def plans(ordinary: list[BuiltPage], code: str = "es") -> Iterator[tuple[str, BuiltPage]]:
    """Yield the plans in a language, each with its platform."""
    for page in ordinary:
        if page.kind == "plan" and page.language == code:
            yield page.path.split("/")[-3], page


def words_of(label: dict[str, Any], code: str) -> list[str]:
    """Return the wordings of a label in a language."""
    value = label.get(code, []) if code in ("es", "en", "pt", "fr", "ar") else []
    return [value] if isinstance(value, str) else value


def chosen(root: Path, page: BuiltPage) -> list[list[Any]]:
    """Return the paths of the choices of a plan, as its file names them."""
    platform, threat = page.path.split("/")[-3:-1]
    record = raw.records(root, "platforms")[platform]
    entry = record["general"] if threat == "general" else record["threats"][threat]
    return [choice["path"] for choice in entry.get("choose", [])]


def told(root: Path, defined: dict[str, dict[str, Any]], page: BuiltPage) -> Iterator[dict[str, Any]]:
    """Yield the labels of a plan's choices whose place in the list is known there."""
    labels = defined[page.path.split("/")[-3]]
    for path in chosen(root, page):
        for before, name in zip(["", *path], path, strict=False):
            if isinstance(name, str) and labels[name].get("position") and labels[name].get("under", before) == before:
                yield labels[name]


def test_each_label_of_a_plan_is_one_of_its_platform(
    ordinary: list[BuiltPage], defined: dict[str, dict[str, Any]]
) -> None:
    for code in ("es", "en"):
        for platform, page in plans(ordinary, code):
            known = {(lang, word) for one in defined[platform].values() for lang in one for word in words_of(one, lang)}
            for node in page.all("ol.path kbd"):
                assert (node.attributes.get("lang") or code, node.text()) in known, page.path


def test_places_stand_on_the_page_in_the_text_and_on_the_sheet(
    ordinary: list[BuiltPage], defined: dict[str, dict[str, Any]], root: Path, site: Path, book: Book
) -> None:
    seen = set()
    catalogue = book.catalogue(LANGUAGES["es"])
    for name, platform in catalogue.platforms.items():
        for threat in covered(catalogue, platform):
            page = next(page for page in ordinary if page.path == f"{name}/{threat}/")
            text = " ".join((site / page.path / TEXT).read_text("utf-8").split())
            sheet = plan_sheet(catalogue, compose(catalogue, platform, threat), LANGUAGES["es"], Imprint())
            paper = " ".join(way for line in sheet.lines() for way in line.ways(LANGUAGES["es"]))
            for label in told(root, defined, page):
                place = f"suele ser la {label['position']}.ª"
                words = words_of(label, "es") or [label["meaning"]]
                beside = re.compile(re.escape(words[0]) + r"\W*" + re.escape(place))
                assert beside.search(re.sub(r"\s+", " ", page.one("main").text(separator=" "))), page.path
                assert beside.search(paper), page.path
                assert beside.search(text), page.path
                seen.add((name, label["position"]))
    assert len(seen) > 8


def test_no_place_is_told_where_the_order_is_known_too_poorly(
    ordinary: list[BuiltPage], defined: dict[str, dict[str, Any]]
) -> None:
    assert not [name for name, label in defined["facebook"].items() if "position" in label]
    assert not [page.path for page in ordinary if page.path.startswith("facebook/") and "suele ser la" in page.html]


def test_what_one_copy_shows_never_stands_alone(
    ordinary: list[BuiltPage], defined: dict[str, dict[str, Any]], site: Path
) -> None:
    found, told = 0, "las palabras de su teléfono pueden ser otras"
    for platform, page in plans(ordinary):
        low = [one for one in defined[platform].values() if one.get("sure", {}).get("es") == "low"]
        steps = html.unescape(re.sub(r"<[^>]+>", "", " ".join(node.html or "" for node in page.all("ol.path li"))))
        text = " ".join((site / page.path / TEXT).read_text("utf-8").split())
        for label in low:
            (words,), beside = words_of(label, "es"), f"(quizá «{words_of(label, 'es')[0]}»"
            assert words not in [node.text() for node in page.all("ol.path kbd")]
            assert steps.count(words) == steps.count(beside), page.path
            assert text.count(words) == text.count(beside), page.path
            found += steps.count(beside)
            if steps.count(beside):
                assert told in page.html
                assert told in text
    assert found > 5


def test_a_threat_whose_words_nobody_has_seen_says_what_to_look_for(ordinary: list[BuiltPage], site: Path) -> None:
    found = 0
    for _, page in plans(ordinary):
        said = page.html.count("busque la palabra")
        assert said == ("una amenaza contra la seguridad" in page.html), page.path
        assert ("busque la palabra" in (site / page.path / TEXT).read_text("utf-8")) == bool(said), page.path
        found += said
    assert found > 10


def test_all_menus_list_every_label_with_how_it_was_seen(
    ordinary: list[BuiltPage], defined: dict[str, dict[str, Any]]
) -> None:
    for platform, labels in defined.items():
        page = next(page for page in ordinary if page.path == f"{platform}/menus/")
        for name, label in labels.items():
            row = page.one(f"#label-{name}")
            for code in ("es", "en", "pt", "fr", "ar"):
                for words in words_of(label, code):
                    assert words in row.text(), (platform, name)
            assert re.search(r"sin fecha|20\d\d", row.text()), (platform, name)
            assert ("suele ser la" in row.text()) == ("position" in label), (platform, name)
        assert all(node.attributes.get("dir") == "rtl" for node in page.all('ul.labels kbd[lang="ar"]'))
        assert page.all("ul.labels kbd[lang]")


def test_no_path_leads_to_an_entry_that_only_sends_feedback(defined: dict[str, dict[str, Any]]) -> None:
    words = [word for labels in defined.values() for one in labels.values() for word in words_of(one, "en")]
    assert not [word for word in words if "feedback" in word.casefold()]
