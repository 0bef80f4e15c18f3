"""What is due: by absolute days, and on the clock of the build."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.deciding.freshness import contacts_due, due_on, records_due
from guide.model.clock import today
from guide.model.languages import LANGUAGES
from guide.reading.load import Loaded
from guide.writing import route_view
from guide.writing.links import Here
from guide.writing.render import Writer


def test_the_clock_is_that_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TODAY", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert today() == dt.date(2026, 9, 21)
    monkeypatch.setenv("TODAY", "2027-01-08")
    assert today() == dt.date(2027, 1, 8)


def test_every_untested_contact_is_on_the_list_to_call(loaded: Loaded) -> None:
    contacts = sum(len(route.contacts) for route in loaded.catalogue.routes.values())

    assert len(contacts_due(loaded.catalogue)) == contacts > 0


def test_nothing_is_due_on_the_day_of_its_check_and_all_of_it_after_a_year(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    newest = max(source.checked for source in catalogue.sources.values())

    assert records_due(catalogue, newest) == []
    late = records_due(catalogue, newest + dt.timedelta(days=365))
    contacts = sum(len(route.contacts) for route in catalogue.routes.values())
    kinds = (catalogue.sources, catalogue.routes, catalogue.countries, catalogue.decisions)
    assert len(late) == sum(map(len, kinds)) + contacts


def test_what_is_due_comes_by_owner_and_kind(loaded: Loaded) -> None:
    late = records_due(loaded.catalogue, dt.date(2028, 1, 1))

    assert [(due.owner, due.kind) for due in late] == sorted((due.owner, due.kind) for due in late)
    assert {due.owner for due in late} == {item.owner for item in loaded.catalogue.freshness.kinds.values()}


def test_authorities_are_checked_sooner_where_everything_changes_fast(loaded: Loaded) -> None:
    fresh, routes = loaded.catalogue.freshness, loaded.catalogue.routes

    for name, days in {"pe-mecanismo": 30, "mx-mecanismo": 60, "ec-defensoria": 30, "un-ghren": 90}.items():
        assert fresh.days(routes[name].kind.value, routes[name].countries) == days


def test_a_contact_folds_past_its_interval_and_is_never_gone(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = loaded.catalogue
    route = next(route for route in catalogue.routes.values() if route.contacts)
    item = route.contacts[0]
    writer = Writer(Here(LANGUAGES["es"], "urgent/"), catalogue.interface)
    last = due_on(item.checked, catalogue.freshness.days("contact"))

    monkeypatch.setenv("TODAY", last.isoformat())
    assert not route_view.contact(item, catalogue, writer).overdue
    monkeypatch.setenv("TODAY", (last + dt.timedelta(days=1)).isoformat())
    shown = route_view.contact(item, catalogue, writer)
    assert shown.overdue
    assert shown.folded
    assert shown.value == item.value


def test_the_pages_hold_45_days_ahead(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    from guide.pages.all_pages import pages

    monkeypatch.setenv("TODAY", (dt.date(2026, 11, 24) + dt.timedelta(days=45)).isoformat())
    urgent = next(page for page in pages(loaded.catalogue, "es") if page.path == "urgent/")

    assert "<details>" in urgent.body
    assert "sin confirmar desde" in urgent.body
    assert "Ya pasó esa fecha." in urgent.body
