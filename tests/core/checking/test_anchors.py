"""Places that references may name: what the check believes of a page, the page has."""

from __future__ import annotations

import re

import pytest

from guide.checking.anchors import Anchors, always_in
from guide.model.reference import EACH, Reference
from guide.model.vocabulary import PageId
from guide.pages.all_pages import pages
from guide.reading.load import Loaded
from guide.writing.links import path_of

#: Kinds of reference that lead to a page of their own.
KINDS = ("page", "plan", "platform", "threat", "country", "route")


@pytest.fixture(scope="module")
def ids(loaded: Loaded) -> dict[str, set[str]]:
    """The ids of every Spanish page made from data, by its path."""
    found = re.compile(r"\{#([a-z0-9-]+)\}|\sid=\"([^\"]+)\"")
    made = pages(loaded.catalogue)
    return {page.path: {a or b for a, b in found.findall(page.body)} for page in made}


def references(loaded: Loaded) -> list[Reference]:
    """Return a reference to every page made from data."""
    data = loaded.catalogue
    named = {
        "page": [page.value for page in PageId if page in data.page_texts or page is PageId.URGENT],
        "plan": [f"{p.id}/{t}" for p in data.platforms.values() for t in ("general", *p.threats)],
        **{kind: list(getattr(data, f"{kind}s")) for kind in ("platform", "threat", "route")},
        "country": list(data.countries),
    }
    return [Reference(kind, name, "") for kind, names in named.items() for name in names]


@pytest.mark.slow
def test_every_place_that_the_check_believes_is_on_the_page(loaded: Loaded, ids: dict[str, set[str]]) -> None:
    anchors = Anchors(loaded.catalogue)
    made = references(loaded)

    assert {reference.kind for reference in made} == set(KINDS)
    for reference in made:
        path = path_of(reference)
        assert path is not None
        believed = anchors.of(reference)
        assert "top" in believed
        assert believed <= ids[path], f"{reference}: {believed - ids[path]}"


def test_a_plan_without_its_platform_has_the_places_that_all_its_pages_have(loaded: Loaded) -> None:
    anchors = Anchors(loaded.catalogue)

    every = anchors.of(Reference("plan", "@threat", ""))
    assert {"report", "next", "refused", "now", "avoid"} <= every
    assert "report-open" not in every, "a stolen account is not reported by a menu"
    assert every <= anchors.of(Reference("plan", "doxxing", ""))
    assert "danger" in anchors.of(Reference("platform", EACH, ""))


def test_what_a_template_writes_only_sometimes_is_no_place(loaded: Loaded) -> None:
    assert "take" in always_in("plan.md")
    assert not {"age-first", "recognise", "forms", "rules"} & always_in("plan.md")
    assert Anchors(loaded.catalogue).of(Reference("decision", "peru-2025", "")) == frozenset()
