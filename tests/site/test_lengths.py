"""Budgets of words, and a ratchet: a page that grew has to lose something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.site.conftest import BuiltPage
from tests.site.lengths import FILE, measured, records

#: Most words of a page's own content, by its kind (rule S16).
MOST_WORDS = {
    "plan": 2_100,
    "plan-no": 750,
    "plan-more": 2_000,
    "other-way": 900,
    "urgent": 900,
    "appeal": 900,
    "helping": 900,
    "escalate": 900,
    "result": 900,
    "country": 1_100,
    "route": 700,
    "care": 2_200,
    "money": 1_200,
}

#: Words that a page may need for one more: a platform has a part of its own on some pages, the others a line.
WORDS_FOR_ONE = {"platforms": 300, "threats": 30, "routes": 30, "countries": 30}

#: Lists, which grow with what is listed.
LISTS = frozenset(
    {
        "routes",
        "countries",
        "search",
        "sources",
        "secondary",
        "print",
        "threats",
        "decisions",
        "care",
        "money",
        "rules",
        "changes",
    }
)


@pytest.fixture(scope="module")
def allowed(root: Path) -> int:
    """Words that a page may have more than its budget or its figures: those of lines for what was added since."""
    kept: dict[str, int] = json.loads(FILE.read_text("utf-8"))["records"]
    return sum(WORDS_FOR_ONE[name] * max(0, count - kept[name]) for name, count in records(root).items())


def spanish(ordinary: list[BuiltPage]) -> list[BuiltPage]:
    """Return the pages in the language of the data."""
    return [page for page in ordinary if page.language == "es"]


def test_pages_that_are_read_in_a_hurry_keep_their_budget(ordinary: list[BuiltPage], allowed: int) -> None:
    counted = {page.path: (page.kind, measured(page.html)["words"]) for page in spanish(ordinary)}
    assert {kind for kind, _ in counted.values()} >= set(MOST_WORDS)

    long = {path: words for path, (kind, words) in counted.items() if words > MOST_WORDS.get(kind, words) + allowed}
    assert long == {}


def test_plans_keep_their_budget_in_every_language(ordinary: list[BuiltPage], allowed: int) -> None:
    counted = {
        page.path: (page.kind, measured(page.html)["words"])
        for page in ordinary
        if page.kind.startswith("plan") and page.language in ("es", "en")
    }
    assert {page.language for page in ordinary if page.kind == "plan"} >= {"es", "en"}

    assert {path: words for path, (kind, words) in counted.items() if words > MOST_WORDS[kind] + allowed} == {}


def test_no_page_grows(ordinary: list[BuiltPage], allowed: int) -> None:
    kept = json.loads(FILE.read_text("utf-8"))["pages"]
    now = {page.path: measured(page.html) for page in spanish(ordinary) if page.kind not in LISTS}

    grown = {
        path: (kept[path], found)
        for path, found in now.items()
        if path in kept and any(found[name] > kept[path][name] + allowed for name in found)
    }
    assert grown == {}, "shorten the page, or say in the commit why it may be longer and change lengths.json by hand"
