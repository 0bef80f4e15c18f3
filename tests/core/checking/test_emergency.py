"""Emergency numbers of countries: a field of their own, behind their warning, and never a link that one tap dials."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.checking.check import load_all
from guide.model.fault import DataError
from guide.pages.all_pages import pages
from guide.reading.load import Loaded

NUMBER = (
    "emergency:\n  - {{id: help, number: '{number}', answered_by: {who}, warning: {warning}, known: {known},"
    " copy_read: undated, checked: '2026-11-24', sources: [mx-079-prensa], facts: [made]}}\n"
)


def with_number(project: Path, country: str, number: str = "911", known: str = "elsewhere", **more: str) -> set[str]:
    """Give a country a number, and return the rules that refuse it."""
    path = project / f"data/countries/{country}.yml"
    text = path.read_text(encoding="utf-8")
    first = re.search(r"^warnings:\n  - id: ([a-z0-9-]+)\n    title: (.*)$", text, re.M)
    assert first
    text = text.replace(first.group(2), '"{emergency}: es del Estado"', 1)
    text += NUMBER.format(**{"number": number, "known": known, "who": "police", "warning": first.group(1), **more})
    path.write_text(text, "utf-8")
    with (project / "data/figures.yml").open("a", encoding="utf-8") as figures:
        figures.write(f'made: {{secondary: ["{number}"]}}\n')
    try:
        load_all(project / "data")
    except DataError as error:
        return {fault.rule for fault in error.faults}
    return set()


def test_a_country_may_have_a_number_behind_its_warning(copy: Path) -> None:
    assert with_number(copy, "pe") == set()


@pytest.mark.parametrize("country", ["ni", "sv", "ve", "bo"])
def test_where_the_police_is_feared_no_number_reaches_it(copy: Path, country: str) -> None:
    assert with_number(copy, country) == {"police-number"}


@pytest.mark.parametrize("country", ["ni", "sv", "ve", "bo"])
def test_an_ambulance_may_be_called_everywhere(copy: Path, country: str) -> None:
    assert with_number(copy, country, who="ambulance") == set()


@pytest.mark.parametrize("who", ["all", "fire", "state-line"])
def test_a_number_that_may_pass_on_to_the_police_counts_as_the_police(copy: Path, who: str) -> None:
    assert with_number(copy, "ni", who=who) == {"police-number"}


def test_nobody_tests_an_emergency_number(copy: Path) -> None:
    assert with_number(copy, "pe", known="live") == {"emergency-number"}


@pytest.mark.parametrize("number", ["12", "555 123", "tel:911", "1234567", "01055"])
def test_a_number_that_is_none_is_refused(copy: Path, number: str) -> None:
    assert with_number(copy, "pe", number=number) == {"emergency-number"}


def test_a_number_needs_a_warning_that_names_it(copy: Path) -> None:
    assert with_number(copy, "pe", warning="nothing") >= {"emergency-number"}


def test_a_warning_names_no_number_that_the_country_has_not(copy: Path) -> None:
    path = copy / "data/countries/mx.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^emergency:\n(?:  .*\n)+", "", text, flags=re.M), "utf-8")

    with pytest.raises(DataError) as caught:
        load_all(copy / "data")

    assert {fault.rule for fault in caught.value.faults} == {"unknown-value-name"}


def test_the_page_says_the_number_in_its_warning_and_links_it_nowhere(loaded: Loaded) -> None:
    made = {page.path: page.body for page in pages(loaded.catalogue)}
    numbers = [(country, item) for country in loaded.catalogue.countries.values() for item in country.emergency]

    assert numbers
    for country, item in numbers:
        body = made[f"countries/{country.id}/"]
        warning = body.split(f'id="warning-{item.warning}"')[1].split("</details>")[0]
        assert item.number in warning
        assert "tel:" not in body
        assert "{emergency}" not in body
