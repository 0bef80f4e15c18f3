"""Who is there: names, lines and what stands beside an offer, on the pages as they are (rules P31, P33)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.model import Catalogue
from guide.model.languages import LANGUAGES
from guide.model.line import LineKind, RunBy
from guide.model.state import ENDANGERED_BY_LISTING
from guide.pages.all_pages import pages
from guide.pages.page import Page
from guide.paper.country_sheet import country_sheet
from guide.reading.load import Loaded
from guide.writing.imprint import USUAL
from tests import raw

ES = LANGUAGES["es"]


@pytest.fixture(scope="module")
def catalogue(loaded: Loaded) -> Catalogue:
    """The project's own catalogue."""
    return loaded.catalogue


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> dict[str, Page]:
    """Every page in Spanish by its path."""
    return {page.path: page for page in pages(catalogue)}


def test_each_country_lists_its_names_and_how_to_ask_for_them(root: Path, made: dict[str, Page]) -> None:
    shown = 0
    for name, country in raw.records(root, "countries").items():
        page = made[f"countries/{name}/"]
        for item in country.get("names", ()):
            shown += 1
            assert f'id="name-{item["id"]}"' in page.body
            assert item["name"].split(" (")[0] in page.words
        assert bool(country.get("names")) is ("Pídalo a alguien de confianza" in page.body)
    assert shown > 10


def test_sheets_of_countries_name_who_is_there(catalogue: Catalogue) -> None:
    for name, country in catalogue.countries.items():
        printed = str(country_sheet(catalogue, country, ES, USUAL))
        for item in country.names:
            assert item.name.words in printed, name
        for route in country.local:
            assert catalogue.routes[route].name.words in printed, name


def test_a_warning_stands_before_the_number_of_a_line_and_no_tap_dials_the_state(
    catalogue: Catalogue, made: dict[str, Page]
) -> None:
    for kind, path in ((LineKind.CRISIS, "care/"), (LineKind.MONEY, "money/")):
        body = made[path].body
        for line in catalogue.lines.values():
            if line.kind is not kind:
                continue
            block = body[body.index(f'id="{line.id}"') :].split('class="route line"')[0]
            for contact in line.contacts:
                number = block.index(f">{contact.value}<")
                if line.warning is not None:
                    assert block.index("note warning") < number, line.id
            if line.run_by is RunBy.STATE or line.may_send:
                assert 'href="tel:' not in block, line.id


def test_no_line_and_no_body_inside_a_country_where_that_endangers(root: Path) -> None:
    for line in raw.records(root, "lines").values():
        assert line["country"] not in ENDANGERED_BY_LISTING
    for name, country in raw.records(root, "countries").items():
        for item in country.get("names", ()) if name in ENDANGERED_BY_LISTING else ():
            assert item.get("consent") or (item["based_in"] and name not in item["based_in"]), item["id"]


def test_languages_hours_cost_and_warning_stand_on_the_line_of_an_offer(
    catalogue: Catalogue, made: dict[str, Page]
) -> None:
    for name, country in catalogue.countries.items():
        lists = re.findall(r'<ul class="offers">.*?</ul>', made[f"countries/{name}/"].body, re.DOTALL)
        offers = [offer for one in lists for offer in re.findall(r"<li>.*?</li>", one, re.DOTALL)]
        for route_id in (*country.routes, *country.local, *country.beyond):
            route = catalogue.routes[route_id]
            lines = [offer for offer in offers if f"routes/{route_id}/" in offer]
            assert lines, f"{name}: {route_id}"
            for text in (route.languages, route.hours, route.cost, route.warning):
                if text is not None:
                    assert all(_bare(text.words) in _bare(line) for line in lines), f"{name}: {route_id}"


def _bare(words: str) -> str:
    """Return letters and digits only."""
    return re.sub(r"\W|&\w+;|<[^>]*>", "", re.sub(r"<[^>]*>", "", words))
