"""What the search page gets from the data: one entry a page, one for the plans of a threat, and its words."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from guide.checking.check import load_all
from guide.model.fault import DataError
from guide.model.reference import Reference
from guide.pages.all_pages import pages
from guide.pages.page import Page
from guide.reading.load import Loaded
from guide.writing.links import path_of
from tests import raw
from tests.conftest import PLATFORM, ROOT, THREAT

ENTRY = re.compile(r"<li[^>]*>(?:<a class=\"name\"|<strong class=\"name\").*?</li>")


def search_page(loaded: Loaded, lang: str = "es") -> Page:
    return next(page for page in pages(loaded.catalogue, lang, docs=ROOT / "docs") if page.path == "search/")


def attribute(page: Page, name: str) -> str:
    found = re.search(rf'data-{name}="([^"]*)"', page.body)
    assert found
    return unescape(found[1])


def test_each_target_of_the_search_words_has_its_entry(loaded: Loaded, root: Path) -> None:
    links = set(re.findall(r'href="\.\./([^"#]*)"', search_page(loaded).body))
    for code in raw.records(root, "search"):
        words = loaded.catalogue.search[code]
        for item in (*words.first, *words.words):
            reference = Reference.parse(item.to)
            assert reference is not None
            assert path_of(reference) in links, f"{code}: {item.to}"


def test_the_plans_for_a_threat_are_one_entry_with_the_words_of_all(loaded: Loaded) -> None:
    entries = [entry for entry in ENTRY.findall(search_page(loaded).body) if f"/{THREAT}/" in entry]

    assert len(entries) == 1
    for path in (*(f"{name}/{THREAT}/" for name in loaded.catalogue.platforms), f"threats/{THREAT}/"):
        assert f'href="../{path}"' in entries[0]
    said = next(item for item in loaded.catalogue.search["es"].words if item.to == f"threat:{THREAT}")
    assert said.sayings[0] in entries[0]
    assert f"../{PLATFORM}/{THREAT}/" in entries[0]


def test_a_door_of_a_state_says_so_and_stands_last_among_equals(loaded: Loaded) -> None:
    for entry in ENTRY.findall(search_page(loaded).body):
        found = re.search(r'href="\.\./routes/([a-z0-9-]+)/"', entry)
        if found and found[1] in loaded.catalogue.routes:
            reaches = loaded.catalogue.routes[found[1]].reaches_state.value
            assert ('data-rank="state"' in entry) is (reaches in ("direct", "passes-on", "unknown")), found[1]
            assert ("¿El Estado se entera?" in entry) is (reaches != "no"), found[1]


@pytest.mark.parametrize("code", ["es", "en"])
def test_words_of_danger_lead_to_the_page_for_the_next_minutes_first(loaded: Loaded, code: str) -> None:
    first = json.loads(attribute(search_page(loaded, code), "first"))

    assert [target for target, _ in first] == ["../urgent/", "../care/"]
    assert all(sayings for _, sayings in first)


def test_a_language_without_search_words_has_the_spanish_ones(loaded: Loaded) -> None:
    search = {code: words for code, words in loaded.catalogue.search.items() if code != "fr"}
    without = replace(loaded, catalogue=loaded.catalogue.model_copy(update={"search": search}))

    assert attribute(search_page(without, "fr"), "small") == search["es"].small


def test_the_spanish_search_words_cannot_be_missing(copy: Path) -> None:
    (copy / "data/search/es.yml").unlink()

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")
    assert [(fault.rule, fault.file) for fault in caught.value.faults] == [("missing-entry", "data/search/es.yml")]


def test_a_target_that_is_not_there_is_a_fault(copy: Path, change: Callable[[str, str, str], Path]) -> None:
    change("search/es.yml", "to: threat:doxxing", "to: threat:doxing")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")
    assert [fault.rule for fault in caught.value.faults] == ["unknown-reference"]


def test_the_library_is_the_one_whose_hash_is_written_down(root: Path) -> None:
    subprocess.run([sys.executable, str(root / "scripts/search_library.py"), "--check"], check=True)
