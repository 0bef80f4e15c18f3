"""What is said of tests follows contacts and edition: no page says both that nobody tested and that somebody did."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guide.book import Book, read_book
from guide.checking.check import load_all
from guide.checking.edition import refuse
from guide.deciding.freshness import contact_due, contacts_due, records_due
from guide.deciding.printed import routes_on_paper
from guide.model import Catalogue, Route
from guide.model.clock import today
from guide.model.fault import DataError
from guide.model.languages import LANGUAGES
from guide.model.line import Line
from guide.model.text import Text, plain
from guide.model.vocabulary import Edition, Known
from guide.model.walk import leaves
from guide.pages.page import Page
from guide.pages.prose import conditions, prose_pages
from guide.pages.route import route_page
from guide.pages.routes import routes_page
from guide.pages.urgent import urgent
from guide.paper import pocket
from guide.paper.pack import _notes as pack_notes
from guide.paper.printing import Printing
from guide.paper.shared_sheets import sheets
from guide.publishing.around_page import Settings, chrome
from guide.reading.load import Loaded
from guide.reading.prose_parts import CONDITIONS, kept
from guide.writing import route_view
from guide.writing.imprint import Imprint
from guide.writing.links import Here
from guide.writing.plan_words import Sheet, plan_sheets
from guide.writing.render import Writer
from tests.conftest import ROOT

ES = LANGUAGES["es"]
TEST_DAY = dt.date(2026, 11, 20)
LIVE = {"known": Known.LIVE, "tested": TEST_DAY, "by": ("AB", "CD"), "copy_read": None}
TRIED = {"known": Known.TRIED, "tested": TEST_DAY, "by": ("AB",)}
WORKING, PUBLIC, PRIVATE = Imprint(), Imprint(Edition.PUBLIC), Imprint(private=True)
#: A sentence about several contacts that nobody has tested, as against one about a single contact.
NOBODY = re.compile(r"[Nn]adie ha probado todavía (sus|estos) contactos")
NOT_ALL = re.compile(r"[Nn]o todos (los|estos) contactos")
SOMEBODY = re.compile(r"Probado por (\d+|una sola) persona")


def changed(catalogue: Catalogue, update: dict[str, Any], names: Iterable[str]) -> Catalogue:
    """Return ``catalogue`` with all contacts of the routes and lines ``names`` known otherwise."""
    holders: dict[str, dict[str, Any]] = {"routes": dict(catalogue.routes), "lines": dict(catalogue.lines)}
    for name in names:
        held = next(held for held in holders.values() if name in held)
        contacts = tuple(contact.model_copy(update=update) for contact in held[name].contacts)
        held[name] = held[name].model_copy(update={"contacts": contacts})
    return catalogue.model_copy(update=holders)


@pytest.fixture
def loaded(book: Book) -> Loaded:
    """The data as if nobody had tested a contact yet: the day that two people do, these tests must still hold."""
    real = book.loaded.catalogue
    holders: dict[str, Route | Line] = {**real.routes, **real.lines}
    by_somebody = (Known.LIVE, Known.TRIED)
    tested = [name for name, held in holders.items() if any(item.known in by_somebody for item in held.contacts)]
    untested = {"known": Known.OWN_PAGE, "tested": None, "by": (), "copy_read": "2026-11-24"}
    return replace(book.loaded, catalogue=changed(real, untested, tested))


def on_urgent(catalogue: Catalogue) -> list[str]:
    """Return the routes of the page for the next minutes."""
    return [line.route for line in catalogue.urgent.lines]


def every(catalogue: Catalogue) -> list[str]:
    """Return everything that holds contacts."""
    return [*catalogue.routes, *catalogue.lines]


def page_of(catalogue: Catalogue, path: str, imprint: Imprint) -> tuple[Page, str]:
    """Return a page, and all its words with what stands around it."""
    writer, edit = Writer(Here(ES, path), catalogue.interface), ("", 1)
    match path.rstrip("/").split("/"):
        case ["urgent"]:
            page = urgent(catalogue, writer, edit, imprint=imprint)
        case ["routes"]:
            page = routes_page(catalogue, writer, edit, imprint)
        case ["routes", name]:
            page = route_page(catalogue, catalogue.routes[name], writer, edit)
        case _:
            prose = prose_pages(ROOT / "docs", ES, conditions(catalogue, imprint))
            page = next(page for page in prose if page.path == path)
    around = chrome(catalogue, page, (ES,), Settings(), imprint)
    return page, page.body + " ".join(map(str, around["edition"]))


def words_on_paper(catalogue: Catalogue, imprint: Imprint) -> list[str]:
    """Return the words of every sheet, pocket sheet and of the notes of the packs."""
    plans = plan_sheets(catalogue, ES, imprint)
    short = pocket.all_inputs(catalogue, pocket.pockets(catalogue, ES, plans, imprint), Printing(), imprint)
    return [
        *map(str, sheets(catalogue, ES, imprint)),
        *map(str, short.values()),
        str(pack_notes(catalogue, imprint)),
    ]


@pytest.mark.parametrize("path", ["urgent/", "routes/", "routes/fld-emergency/", "about/"])
@pytest.mark.parametrize("update", [LIVE, TRIED], ids=["live", "tried"])
@pytest.mark.parametrize("imprint", [WORKING, PUBLIC, PRIVATE], ids=["working", "public", "private"])
@pytest.mark.parametrize("which", ["none", "some", "urgent", "all"])
def test_no_page_says_that_nobody_tested_and_that_somebody_did(
    loaded: Loaded, path: str, update: dict[str, Any], imprint: Imprint, which: str
) -> None:
    catalogue = loaded.catalogue
    names = {"none": [], "some": ["fld-emergency"], "urgent": on_urgent(catalogue), "all": every(catalogue)}
    some = changed(catalogue, update, names[which])

    _, text = page_of(some, path, imprint)

    assert bool(NOBODY.search(text)) is (imprint is WORKING and which == "none"), text
    if imprint is PUBLIC or (update is LIVE and which == "all"):
        assert not NOT_ALL.search(text)


def test_the_urgent_page_tells_which_kind_it_shows(loaded: Loaded) -> None:
    catalogue = loaded.catalogue
    first = changed(catalogue, LIVE, ["fld-emergency"])

    _, nothing = page_of(catalogue, "urgent/", WORKING)
    _, some = page_of(first, "urgent/", WORKING)
    _, all_tested = page_of(changed(catalogue, LIVE, on_urgent(catalogue)), "urgent/", PUBLIC)
    _, own = page_of(catalogue, "urgent/", PRIVATE)

    assert "Nadie ha probado todavía estos contactos. Entre primero al sitio oficial" in nothing
    for text in (some, own):
        assert "No todos estos contactos están probados. Cada contacto dice si alguien lo probó. Entre primero" in text
        assert "no todos sus contactos están probados" in text
    assert "Entre primero al sitio oficial" in all_tested
    assert not re.search("[Nn]adie (lo )?ha probado|[Nn]o todos|está en preparación", all_tested)
    assert len(SOMEBODY.findall(all_tested)) == sum(len(catalogue.routes[n].contacts) for n in on_urgent(catalogue))


def test_a_working_edition_whose_contacts_are_all_tested_does_not_say_otherwise(loaded: Loaded) -> None:
    _, text = page_of(changed(loaded.catalogue, LIVE, every(loaded.catalogue)), "urgent/", WORKING)

    assert "Esta versión está en preparación. Antes de usar" in text
    assert not re.search("[Nn]adie (lo )?ha probado|[Nn]o todos", text)


def test_the_date_shown_is_that_of_the_test_and_the_due_date_counts_from_it(
    loaded: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = loaded.catalogue.freshness.days("contact")
    for update, told in (
        (LIVE, "Probado por 2 personas el 20 nov 2026."),
        (TRIED, "Probado por una sola persona el 20"),
    ):
        catalogue = changed(loaded.catalogue, update, ["fld-emergency"])
        contact = catalogue.routes["fld-emergency"].contacts[0]
        due = TEST_DAY + dt.timedelta(days=days)
        writer = Writer(Here(ES, "urgent/"), catalogue.interface)

        assert contact_due(contact, catalogue) == due
        page, _ = page_of(catalogue, "routes/fld-emergency/", WORKING)
        assert told in page.body
        assert "2020" not in page.body.split("{#about}")[0].split("{#reach}")[1]
        for day, late in ((due, False), (due + dt.timedelta(days=1), True)):
            monkeypatch.setenv("TODAY", day.isoformat())
            assert route_view.contact(contact, catalogue, writer).overdue is late
        monkeypatch.delenv("TODAY")


def test_what_one_person_tried_is_folded_and_off_paper(loaded: Loaded) -> None:
    catalogue = changed(loaded.catalogue, TRIED, on_urgent(loaded.catalogue))
    page, _ = page_of(catalogue, "urgent/", WORKING)
    folded = re.findall(r"<details><summary>(.*?)</summary>", page.body)

    assert folded.count("Contacto que probó una sola persona") == sum(
        len(catalogue.routes[name].contacts) for name in on_urgent(catalogue)
    )
    assert "publicaron otras organizaciones" not in page.body
    for text in words_on_paper(catalogue, WORKING):
        assert not SOMEBODY.search(text)
    css = (ROOT / "docs/assets/guide.css").read_text(encoding="utf-8")
    assert re.search(r"\.contact\.known-tried,[^{}]*{ display: none; }", css.partition("@media print")[2])


def test_paper_gives_a_tested_number_with_its_day_and_until_when_it_counts(loaded: Loaded) -> None:
    catalogue = changed(loaded.catalogue, LIVE, ["fld-emergency"])
    sheet = sheets(catalogue, ES, WORKING)[0]
    contact = catalogue.routes["fld-emergency"].contacts[0]
    line = next(line for line in sheet.lines() if contact.value in [address.shown for address in line.addresses])

    assert contact_due(contact, catalogue) == dt.date(2026, 12, 20)
    assert line.do.endswith("Probado por 2 personas el 20 nov 2026. Después del 20 dic 2026, compruébelo otra vez.")
    assert "No todos estos contactos están probados." in str(sheet)


def named_sheet(catalogue: Catalogue, name: str) -> Sheet:
    """Return the sheet of that name in a working edition."""
    return next(sheet for sheet in sheets(catalogue, ES, WORKING) if sheet.name == name)


def test_paper_gives_a_number_of_the_bodys_own_page_with_the_date_of_the_copy(loaded: Loaded) -> None:
    sheet = named_sheet(loaded.catalogue, "help-gt")
    line = next(line for line in sheet.lines() if "+502 2382-3400" in [one.shown for one in line.addresses])

    assert line.do.startswith("ONU Derechos Humanos en Guatemala")
    assert "Estos datos vienen del sitio oficial (copia: ene 2023). Nadie los ha probado todavía." in line.do
    assert re.search(r"Después del \d+ \w+ \d{4}, compruébelo otra vez\.$", line.do)


def test_paper_leaves_a_line_to_fill_where_it_may_not_give_the_number(
    loaded: Loaded, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = loaded.catalogue
    phone = catalogue.routes["fld-emergency"].contacts[0]
    office = catalogue.routes["gt-oacnudh"]
    for name in ("now", "help-gt", "two"):
        sheet = named_sheet(catalogue, name)
        assert phone.value not in str(sheet)
        assert "Línea de emergencia de Front Line Defenders: busque el número en su sitio" in sheet.blanks

    # Past its interval nobody vouches for a copy, and paper cannot fold it.
    monkeypatch.setenv("TODAY", str(contact_due(office.contacts[0], catalogue) + dt.timedelta(days=1)))
    assert office.contacts[0].value not in str(named_sheet(catalogue, "help-gt"))


@pytest.mark.parametrize("which", ["none", "urgent"])
@pytest.mark.parametrize("imprint", [WORKING, PUBLIC, PRIVATE], ids=["working", "public", "private"])
def test_no_sheet_says_what_does_not_hold(loaded: Loaded, which: str, imprint: Imprint) -> None:
    names = on_urgent(loaded.catalogue) if which == "urgent" else []
    catalogue = changed(loaded.catalogue, LIVE, names)

    for text in words_on_paper(catalogue, imprint):
        if imprint is not WORKING:
            assert not NOBODY.search(text)
        if imprint is PUBLIC:
            assert not NOT_ALL.search(text)
        if NOBODY.search(text):
            assert not SOMEBODY.search(text)
    whole = "".join(words_on_paper(catalogue, imprint))
    assert bool(re.search("nadie ha probado todavía sus contactos", whole)) is (imprint is WORKING and not names)


@pytest.mark.parametrize("update", [{}, TRIED, {**LIVE, "tested": dt.date(2020, 1, 1)}], ids=["read", "tried", "late"])
def test_a_public_edition_takes_live_tests_of_late_alone(loaded: Loaded, update: dict[str, Any]) -> None:
    def untested(catalogue: Catalogue) -> int:
        changed_data = Loaded(catalogue, loaded.places, loaded.lines)
        return sum(fault.rule == "untested-contact" for fault in refuse(changed_data, {}, Edition.PUBLIC))

    names = [route.id for route in routes_on_paper(loaded.catalogue)]

    assert set(on_urgent(loaded.catalogue)) < set(names)
    assert untested(changed(loaded.catalogue, update, names)) == sum(
        len(loaded.catalogue.routes[name].contacts) for name in names
    )
    assert untested(changed(loaded.catalogue, {**LIVE, "tested": today()}, names)) == 0


def test_the_list_to_call_says_why_and_leaves_out_what_was_tested_lately(loaded: Loaded) -> None:
    names = ["fld-emergency", "cpj", "smex"]
    catalogue = changed(loaded.catalogue, LIVE, names[:1])
    catalogue = changed(catalogue, TRIED, names[1:2])
    due = contact_due(catalogue.routes["fld-emergency"].contacts[0], catalogue)
    lately = {item.name: item for item in contacts_due(catalogue, due)}
    later = {item.name: item for item in contacts_due(catalogue, due + dt.timedelta(days=1))}

    assert "routes/fld-emergency" not in lately
    assert later["routes/fld-emergency"].day == due
    assert later["routes/fld-emergency"].what.endswith("tested live on 2026-11-20, too long ago")
    assert lately["routes/cpj"].day == TEST_DAY
    assert lately["routes/cpj"].what.endswith("tried by one person on 2026-11-20: a second is missing")
    assert lately["routes/smex"].what.endswith("never tested (own-page, copy: undated)")
    overdue = {item.name for item in records_due(catalogue, due + dt.timedelta(days=1)) if item.kind == "contact"}
    assert "routes/fld-emergency" in overdue


def test_no_text_of_the_data_claims_by_itself_that_nobody_tested_the_contacts(loaded: Loaded) -> None:
    claims = re.compile(r"[Nn]adie[^.]*probado|[Nn]o[^.]*(está|han sido) probad[oa]s?\b|[Ss]in probar")
    found = {
        f"{collection}/{name}"
        for collection, name, record, _ in loaded.records()
        for leaf in leaves(record)
        if isinstance(leaf.value, Text) and collection != "interface" and claims.search(plain(leaf.value.runs))
        # A line of a State that is no contact of the guide, and measures whose effect nobody has shown.
        if not re.search("{emergency}|que funcione", leaf.value.source)
    }

    assert found == set()


@pytest.mark.parametrize(
    ("imprint", "names", "wanted"),
    [
        (WORKING, [], {"Nada se probó en vivo", "La versión en preparación"}),
        (WORKING, ["fld-emergency"], {"Qué se probó en vivo", "La versión en preparación"}),
        (PRIVATE, [], {"Qué se probó en vivo", "La versión en preparación"}),
        (PUBLIC, ["fld-emergency"], {"Qué se probó en vivo"}),
    ],
)
def test_the_page_about_the_guide_follows_too(
    loaded: Loaded, imprint: Imprint, names: list[str], wanted: set[str]
) -> None:
    page, _ = page_of(changed(loaded.catalogue, LIVE, names), "about/", imprint)
    titles = re.findall(r"^## (.*?) \{#", page.body, re.MULTILINE)

    assert {title for title in titles if "prob" in title or "versión" in title} == wanted
    assert len(titles) == len(set(titles))
    assert ".when-" not in page.body
    assert ("Dos personas probaron" in page.body) is (imprint is PUBLIC)


def test_a_section_with_a_condition_ends_at_the_next_of_its_rank() -> None:
    inner = "## B {#b .when-public}\n\ntwo\n\n### C {#c}\n\n```\n## no heading\n```\n\n"
    body = "# A {#a}\n\none\n\n" + inner + "## D {#d}\n"

    assert kept(body, {"public"}) == body.replace(" .when-public", "")
    assert kept(body, {"working"}) == "# A {#a}\n\none\n\n## D {#d}\n"


def test_a_condition_that_nothing_knows_is_told_at_its_place(copy: Path) -> None:
    path = copy / "docs/about.md"
    text = path.read_text(encoding="utf-8").replace("{#edition .when-working}", "{#edition .when-wroking}")
    path.write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        read_book(copy)

    [fault] = caught.value.faults
    line = text.splitlines()[fault.line - 1]
    assert (fault.file, fault.rule) == ("docs/about.md", "unknown-value")
    assert line[fault.column - 1 :].startswith(".when-wroking")
    assert all(f"when-{name}" in fault.mend for name in CONDITIONS)


def test_a_public_edition_is_built_as_its_refusal_advises(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TODAY", "2026-12-01")
    tested = f'    known: live\n    tested: "{TEST_DAY}"\n    by: [AB, CD]\n'
    for route in routes_on_paper(load_all(copy / "data").catalogue):
        path = copy / f"data/routes/{route.id}.yml"
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"    known: [a-z-]+\n    copy_read: .*\n", tested, text), encoding="utf-8")
    loaded = load_all(copy / "data")

    assert refuse(loaded, {}, Edition.PUBLIC) == []
    _, text = page_of(loaded.catalogue, "urgent/", PUBLIC)
    assert "sin fecha" not in text.split("{#lines}")[1].split("{#taken}")[0]
    assert not re.search("[Nn]adie (lo )?ha probado", text)
