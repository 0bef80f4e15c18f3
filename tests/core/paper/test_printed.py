"""Addresses on paper and in messages: set whole, or broken where nothing is added, and links where they are sites."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from guide.book import Book
from guide.deciding.plan import GENERAL, compose
from guide.model.languages import LANGUAGES
from guide.model.vocabulary import ContactKind, Paper
from guide.paper import leaf, pack, pocket, rule_table
from guide.paper.leaf import TEMPLATE, inputs
from guide.paper.message import message
from guide.paper.printing import Printing
from guide.paper.shared_sheets import sheets, urgent_sheet
from guide.paper.typeset import SIZES, Job, Kept, compiled
from guide.publishing.single import single
from guide.reading.local import LocalNumber
from guide.writing import step_view
from guide.writing.address import Address
from guide.writing.imprint import Imprint
from guide.writing.plan_words import Line, Section, Sheet, plan_sheet
from tests.printed import HOST, faults, known, links

ES, PLAIN = LANGUAGES["es"], Imprint()
#: Longer than any line of a sheet, with hyphens everywhere: in the name, and in the folder.
SITE = Printing("https://guia-para-quienes-acompanan.red-de-la-sociedad-civil.org/guias-y-hojas-para-imprimir/")
#: Every sign at which a line could break, and a part that has none.
HARD = (
    "https://digital-resources.una-direccion-bastante-larga.org/digital-resources/mas-y-mas-y-mas-y-mas-y-mas",
    "https://www.muy-larga.org/procedimiento-ordinario-del-programa-de-solicitudes-de-proteccion-y-apoyo/otra-vez",
    "https://www.muy-larga.org/Default.asp?File=/es/una/carpeta/otra_carpeta/solicitud-de-medidas.asp&idioma=es",
    "https://www.muy-larga.org/" + "sinunsolosignoenqueromper" * 4 + "/fin",
    "https://corta.org",
)


@pytest.fixture(scope="module")
def plan(book: Book) -> Sheet:
    """The sheet of one plan."""
    catalogue = book.loaded.catalogue
    return plan_sheet(catalogue, compose(catalogue, catalogue.platforms["facebook"], GENERAL), ES, PLAIN)


def jobs(book: Book, kept: Kept) -> Iterator[Job]:
    """Yield one sheet of each kind on every paper, with the address of its page, and a pack."""
    catalogue = book.loaded.catalogue
    every = sheets(catalogue, ES, PLAIN)
    kinds = {sheet.name.partition("-")[0]: sheet for sheet in every}
    yield from (leaf.job(sheet, paper, SITE, kept) for sheet in kinds.values() for paper in Paper)
    yield from rule_table.jobs(catalogue, ES, SITE, PLAIN)
    shorts = pocket.pockets(catalogue, ES, book.on_paper(ES).plans, PLAIN)
    folded = pocket.all_inputs(catalogue, shorts, SITE, PLAIN)
    yield from pocket.jobs(shorts, folded)
    yield pack.jobs(catalogue, ES, every, folded, SITE, kept, PLAIN)[0]


def page_addresses(job: Job) -> set[str]:
    """Return the addresses of pages that a PDF prints, those of the sheets in a pack too."""
    inside = [*job.data.get("sheets", ()), *([job.data["pocket"]] if "pocket" in job.data else [])]
    return {str(data["address"]) for data in (job.data, *inside)}


@pytest.mark.slow
def test_the_address_of_its_page_is_printed_and_linked_on_every_kind_of_sheet(book: Book, tmp_path: Path) -> None:
    routes = book.loaded.catalogue.routes.values()
    shown = known(book.loaded.catalogue)
    for job in jobs(book, Kept(tmp_path)):
        pdf = pypdfium2.PdfDocument(job.make())
        pages = page_addresses(job)
        assert all(address.startswith(SITE.address) for address in pages)
        linked = {link.uri for page in pdf for link in links(pdf, page)}
        assert linked & pages == pages, job.path
        names = [name for route in routes for name in HOST.findall(route.name.words)]
        assert list(faults(pdf, {**shown, **{address: address for address in pages}}, names)) == [], job.path


@pytest.mark.parametrize("size", SIZES)
def test_an_address_longer_than_a_line_breaks_only_where_nothing_is_added(plan: Sheet, size: float) -> None:
    lines = tuple(Line("Escriba a esta organización.", addresses=(Address.of_site(url),)) for url in HARD)
    hard = dataclasses.replace(
        plan, sections=(Section("Sitios", lines),), help=tuple(("Una red", url) for url in HARD), texts=()
    )
    for paper in Paper:
        pdf = pypdfium2.PdfDocument(compiled(inputs(hard, paper, Printing(), texts=0, size=size), TEMPLATE))
        assert list(faults(pdf, {url: step_view.shown_address(url) for url in HARD})) == []
        found = [link for page in pdf for link in links(pdf, page)]
        assert [link.uri for link in found] == [*HARD, *HARD]
        assert {link.lines == 1 for link in found} == {True, False}
        for link in found:
            left, _, right, _ = link.box
            assert right - left < pdf[0].get_width() / 2, "no address leaves its column"


def test_a_contact_of_ones_own_is_printed_whole_and_only_what_is_no_number_is_a_link(book: Book) -> None:
    given = {
        ContactKind.PHONE: "+52 55-1234-5678",
        ContactKind.EMAIL: "apoyo-y-acompanamiento@red-de-la-sociedad-civil.org",
        ContactKind.FORM: "https://red-de-la-sociedad-civil.org/formulario-de-ayuda/",
    }
    own = [
        LocalNumber(
            id=kind.value,
            name="Mesa de ayuda",
            kind=kind,
            value=value,
            limit="De día.",
            tested=dt.date(2026, 11, 20),
            by=("a", "b"),
        )
        for kind, value in given.items()
    ]
    sheet = urgent_sheet(book.loaded.catalogue, ES, PLAIN, own)
    for size in SIZES:
        data = inputs(sheet, Paper.LETTER, Printing(), texts=0, size=size)
        pdf = pypdfium2.PdfDocument(compiled(data, TEMPLATE))
        found = {link.uri: link.words for page in pdf for link in links(pdf, page)}
        assert found[f"mailto:{given[ContactKind.EMAIL]}"] == given[ContactKind.EMAIL]
        assert found[given[ContactKind.FORM]] == "red-de-la-sociedad-civil.org/formulario-de-ayuda"
        assert not any("5678" in uri for uri in found)
        lines = "".join(page.get_textpage().get_text_range() for page in pdf).splitlines()
        assert [line for line in lines if given[ContactKind.PHONE] in line]


def test_a_message_and_a_single_file_give_whole_addresses(plan: Sheet) -> None:
    assert plan.help
    text, html = message(plan, SITE.address).splitlines(), single(plan, SITE.address).decode()
    for name, site in plan.help:
        assert f"- {name}: {site}" in text
        assert f'<a href="{site}" dir="ltr" rel="noreferrer">{site}</a>' in html
    assert any(line.endswith(f" {SITE.address}{plan.url}") for line in text)
    assert f'href="{SITE.address}{plan.url}"' in html
