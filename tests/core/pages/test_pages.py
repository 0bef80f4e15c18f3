"""Pages: complete front matter, neutral names, nothing unfinished in a template."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.book import Book, read_book
from guide.checking.check import load
from guide.model.languages import LANGUAGES
from guide.pages.all_pages import pages
from guide.publishing.build import write_markdown
from guide.writing.links import PAGE_PATHS
from guide.writing.render import RawText, environment, slug
from tests import raw
from tests.conftest import PLATFORM, THREAT


def test_a_core_user_gets_pages_without_the_renderer(root: Path) -> None:
    catalogue = load(root / "data")

    made = pages(catalogue, "es")

    assert len(made) > 10
    assert all(page.body.strip() and page.title and page.tab for page in made)


def test_the_core_does_not_import_the_renderer(root: Path) -> None:
    for path in (root / "hooks/guide").rglob("*.py"):
        assert not re.search(r"^\s*(?:import|from) mkdocs", path.read_text(encoding="utf-8"), re.M), path.name


@pytest.mark.slow
def test_each_page_stands_at_the_same_path_in_every_language(book: Book) -> None:
    paths = [[page.path for page in book.pages(language)] for language in book.languages]

    assert all(other == paths[0] for other in paths)
    assert len(paths[0]) == len(set(paths[0]))


def test_every_page_that_texts_may_link_to_exists(book: Book) -> None:
    there = {page.path for page in book.pages(book.languages[0])}
    named = {path.split("#")[0] for path in PAGE_PATHS.values()}

    assert named - there == set()


def test_titles_and_descriptions_are_of_each_page_alone(book: Book) -> None:
    for language in book.languages:
        made = book.pages(language)
        for field in ("tab", "title", "description"):
            values = [getattr(page, field) for page in made]
            twice = {value for value in values if values.count(value) > 1}
            assert not twice or field == "description", f"{field}: {twice}"
        assert all(len(page.description) >= 20 for page in made)


def test_front_matter_is_complete_and_valid_yaml(book: Book) -> None:
    for language in book.languages:
        for page in book.pages(language):
            front = yaml.safe_load(page.markdown(book.languages).split("---\n")[1])
            assert front["lang"] == language.tag
            assert front["dir"] == language.direction
            assert set(front["alternates"]) == {other.tag for other in book.languages}
            assert front["title"]
            assert front["description"]


def test_make_markdown_writes_what_the_hook_hands_to_the_renderer(book: Book, tmp_path: Path) -> None:
    count = write_markdown(book, tmp_path / "md")

    written = sorted((tmp_path / "md").rglob("*.md"))
    assert len(written) == count
    for language in book.languages:
        for page in book.pages(language):
            path = tmp_path / "md" / language.code / page.source
            assert path.read_text(encoding="utf-8") == page.markdown(book.languages)


def test_templates_print_finished_pieces_only() -> None:
    with pytest.raises(RawText):
        environment().from_string("{{ words }}").render(words="<b>raw</b>")


@pytest.mark.parametrize("bad", ["", "a b", 'x" onclick="y', "Ñ"])
def test_an_id_in_a_template_is_checked(bad: str) -> None:
    with pytest.raises(ValueError, match="is no id"):
        slug(bad)


@pytest.mark.slow
def test_a_renamed_menu_label_reaches_tree_plan_and_both_languages(copy: Path, renamed: Callable[[str], None]) -> None:
    renamed("Safety label 9999")

    book = read_book(copy)

    for language in book.languages[:2]:
        plan = next(page for page in book.pages(language) if page.path == f"{PLATFORM}/{THREAT}/")
        assert "Safety label 9999" in plan.body


@pytest.mark.slow
def test_a_changed_answer_reaches_tree_and_threat_page_and_flags_english(
    copy: Path, put: Callable[[str, str, str], None]
) -> None:
    put(f"threats/{THREAT}.yml", "name", "Amenaza de nombre nuevo")

    book = read_book(copy)
    spanish = {page.path: page for page in book.pages(LANGUAGES["es"])}
    english = {page.path: page for page in book.pages(LANGUAGES["en"])}

    assert spanish[f"{PLATFORM}/{THREAT}/"].title.startswith("Amenaza de nombre nuevo")
    assert "Amenaza de nombre nuevo" in spanish["threats/"].body
    page = english[f"{PLATFORM}/{THREAT}/"]
    assert page.stale + page.missing


def test_nothing_of_a_menu_path_is_typed_as_an_arrow(book: Book) -> None:
    for platform in book.loaded.catalogue.platforms.values():
        words = json.dumps(platform.model_dump(mode="json", fallback=str), ensure_ascii=False)
        assert "→" not in words


def test_an_offer_that_is_not_for_everybody_says_for_whom_where_the_page_cannot_know(book: Book, root: Path) -> None:
    records = raw.records(root, "routes")
    asks = {name for name, item in records.items() if {"open_to", "closed_to"} & set(item)}
    shown = 0
    for page in book.pages(LANGUAGES["es"]):
        if page.kind not in ("plan", "result"):
            continue
        for line in re.findall(r"<li><a href=\"[./]*routes/[^/]+/\">.*", page.body):
            name = re.search(r"routes/([^/]+)/", line)
            assert name is not None
            # What somebody does, and whether she is in exile, the page may have asked.
            if name.group(1) in asks and not {"role", "exile"} & {*_asked(records[name.group(1)])}:
                assert re.search(r"<strong[^>]*>(Solo|No) ", line), (page.path, line)
                shown += 1
    assert shown > 40


def _asked(record: dict[str, Any]) -> list[str]:
    """Return what a route asks of who reads."""
    return [*record.get("open_to", ()), *record.get("closed_to", ())]


def test_no_page_of_a_country_offers_a_route_that_is_for_others(book: Book, root: Path) -> None:
    records, countries = raw.records(root, "routes"), raw.records(root, "countries")
    for page in book.pages(LANGUAGES["es"]):
        if page.kind == "country":
            country = page.path.split("/")[1]
            here = {country, *countries[country].get("part_of", ())}
            for name in re.findall(r"<li><a href=\"[./]*routes/([^/]+)/\">", page.body):
                asked = records[name].get("open_to", {})
                assert here & {*asked.get("country", here)}, (page.path, name)
                # In a union readers live in one of its States: they are told in which it is.
                if not countries[country].get("union"):
                    assert here & {*asked.get("lives_in", here)}, (page.path, name)
