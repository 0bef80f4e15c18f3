"""What is due: by absolute days, and on the clock of the build."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pydantic import BaseModel

from guide.checking.check import load_all
from guide.deciding.freshness import contacts_due, due_on, records_due
from guide.model import Choice, Form, MenuPath, Protection, Step
from guide.model.clock import today
from guide.model.languages import LANGUAGES
from guide.model.vocabulary import ReadHow
from guide.model.walk import records
from guide.reading.load import Loaded
from guide.writing import route_view
from guide.writing.links import Here
from guide.writing.render import Writer
from tests import raw

#: A day on which every check of today is old, and one before the first of them.
LATE, EARLY = dt.date(2200, 1, 1), dt.date(2000, 1, 1)


def labels_of(loaded: Loaded) -> dict[str, list[BaseModel]]:
    """Return the menus, forms and protections of the data, by the names of their intervals."""
    found: dict[str, list[BaseModel]] = {"menu": [], "form": [], "protection": []}
    for _, _, record, _ in loaded.records():
        for _, item in records(record):
            if isinstance(item, (MenuPath, Choice)) or (isinstance(item, Step) and item.path):
                found["menu"].append(item)
            elif isinstance(item, Form):
                found["form"].append(item)
            elif isinstance(item, Protection):
                found["protection"].append(item)
    return found


@pytest.mark.parametrize("kind", ["menu", "form", "protection"])
def test_what_an_app_shows_is_due_with_owner_day_and_file(loaded: Loaded, kind: str) -> None:
    catalogue = loaded.catalogue
    days = catalogue.freshness.days(kind)
    all_due = [due for due in records_due(catalogue, LATE) if due.kind == kind]
    last = max(due.day for due in all_due)

    assert len(all_due) == len(labels_of(loaded)[kind]) > 0
    assert {due.owner for due in all_due} == {catalogue.freshness.owner(kind)}
    assert {due.name.split("/")[0] for due in all_due} == {"platforms"}
    assert all(due.what.partition(": ")[2] for due in all_due)
    checked = {source.checked for source in catalogue.sources.values()}
    assert {due.day - dt.timedelta(days=days) for due in all_due} <= checked
    # On its last day a check still counts.
    assert [due for due in records_due(catalogue, min(due.day for due in all_due)) if due.kind == kind] == []
    assert [due for due in records_due(catalogue, last + dt.timedelta(days=1)) if due.kind == kind] == all_due


def test_a_menu_seen_on_a_screen_is_due_later_than_its_copy(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    facebook = catalogue.platforms["facebook"]
    surface = facebook.surfaces[0]
    seen_on = dt.date(2199, 3, 1)
    old = catalogue.sources[surface.report[0].sources[0]]
    seen = old.model_copy(update={"id": "seen", "checked": seen_on, "how": ReadHow.LIVE})
    way = surface.report[0].model_copy(update={"sources": (*surface.report[0].sources, "seen")})
    changed = facebook.model_copy(
        update={"surfaces": (surface.model_copy(update={"report": (way,)}), *facebook.surfaces[1:])}
    )
    newer = catalogue.model_copy(
        update={
            "sources": {**catalogue.sources, "seen": seen},
            "platforms": {**catalogue.platforms, "facebook": changed},
        }
    )

    due = [d for d in records_due(newer, LATE) if d.what.startswith(f"surfaces/{surface.id}/report/0:")]

    assert [d.day for d in due if d.name == "platforms/facebook"] == [
        seen_on + dt.timedelta(days=catalogue.freshness.days("menu"))
    ]


def test_the_clock_is_that_of_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TODAY", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    assert today() == dt.date(2026, 9, 21)
    monkeypatch.setenv("TODAY", "2027-01-08")
    assert today() == dt.date(2027, 1, 8)


def test_every_untested_contact_is_on_the_list_to_call(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    contacts = sum(len(route.contacts) for route in catalogue.routes.values())
    contacts += sum(len(line.contacts) for line in catalogue.lines.values())

    assert len(contacts_due(loaded.catalogue, today())) == contacts > 0


def test_nothing_is_due_before_its_check_and_all_of_it_in_the_end(loaded: Loaded, root: Path) -> None:
    holders = {kind: raw.records(root, kind) for kind in ("routes", "lines")}
    sources = raw.read(root, "sources.yml")
    named = [f"sources/{item['id']}" for item in sources]
    kinds = ("routes", "countries", "lines", "decisions")
    named += [f"{kind}/{name}" for kind in kinds for name in raw.records(root, kind)]
    for kind, held in holders.items():
        named += [f"{kind}/{name}" for name, item in held.items() for _ in item.get("contacts", [])]
    # Bodies that are known by their name only are looked for again too.
    named += [
        f"countries/{name}" for name, item in raw.records(root, "countries").items() for _ in item.get("names", [])
    ]

    assert records_due(loaded.catalogue, EARLY) == []
    late = [due for due in records_due(loaded.catalogue, LATE) if not due.name.startswith("platforms/")]
    assert sorted(due.name for due in late) == sorted(named)


def test_a_source_is_due_from_the_day_after_its_interval(copy: Path) -> None:
    path = copy / "data/sources.yml"
    first = raw.read(copy, "sources.yml")[0]
    old = f'checked: "{first["checked"]}"'
    path.write_text(path.read_text(encoding="utf-8").replace(old, 'checked: "2026-01-10"', 1), encoding="utf-8")
    interval = raw.read(copy, "freshness.yml")["kinds"]["rule"]["days"]
    last = dt.date(2026, 1, 10) + dt.timedelta(days=interval)
    catalogue = load_all(copy / "data").catalogue

    def due(day: dt.date) -> bool:
        return f"sources/{first['id']}" in [item.name for item in records_due(catalogue, day)]

    assert not due(last)
    assert due(last + dt.timedelta(days=1))


def test_what_is_due_comes_by_owner_and_kind(loaded: Loaded) -> None:
    late = records_due(loaded.catalogue, LATE)

    assert [(due.owner, due.kind) for due in late] == sorted((due.owner, due.kind) for due in late)
    assert {due.owner for due in late} == {item.owner for item in loaded.catalogue.freshness.kinds.values()}


def test_authorities_are_checked_sooner_where_everything_changes_fast(loaded: Loaded, root: Path) -> None:
    told = raw.read(root, "freshness.yml")
    sooner, counted = told["sooner"], {True: 0, False: 0}
    for route in raw.records(root, "routes").values():
        fast = route["kind"] in sooner["kinds"] and bool(raw.countries_of(route) & {*sooner["countries"]})
        usual = told["kinds"][route["kind"]]["days"]
        days = loaded.catalogue.freshness.days(route["kind"], raw.countries_of(route))
        assert days == (min(usual, sooner["days"]) if fast else usual), route["id"]
        counted[fast] += 1
    assert all(counted.values())


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


def test_the_pages_hold_when_everything_is_old(loaded: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    from guide.pages.all_pages import pages

    monkeypatch.setenv("TODAY", LATE.isoformat())
    urgent = next(page for page in pages(loaded.catalogue, "es") if page.path == "urgent/")

    assert "<details>" in urgent.body
    assert "sin confirmar desde" in urgent.body
    assert "Ya pasó esa fecha." in urgent.body
