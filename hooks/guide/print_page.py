"""``/print/``: everything to take along, by platform: sheets on both papers, texts, the note sheet, the archive."""

from __future__ import annotations

from types import SimpleNamespace as View

from guide.list_pages import page_from
from guide.model import Catalogue, Platform
from guide.note_sheet import NAME as NOTES_NAME
from guide.offline import archive_path
from guide.page import Page
from guide.plan import GENERAL, compose
from guide.render import Writer
from guide.sheet_files import TEXT_FILE, pdf_path, plan_name
from guide.sheets import EVIDENCE_NAME, PROTOCOL_NAME, URGENT_NAME, countries_of, country_name
from guide.vocabulary import PageId, Paper


def print_page(catalogue: Catalogue, writer: Writer, edit: tuple[str, int]) -> Page:
    """Return the page."""
    archive = archive_path(writer.language)
    return page_from(
        catalogue,
        PageId.PRINT,
        "print.md",
        writer,
        edit,
        notes=_sheet(NOTES_NAME, writer),
        now=_sheet(URGENT_NAME, writer),
        others=[
            _other(EVIDENCE_NAME, PageId.EVIDENCE, catalogue, writer),
            _other(PROTOCOL_NAME, PageId.PROTOCOL, catalogue, writer),
        ],
        countries=[_country(catalogue, name, writer) for name in countries_of(catalogue)],
        platforms=[_platform(catalogue, platform, writer) for platform in catalogue.platforms.values()],
        archive=writer.here.asset(archive),
        digest=writer.here.asset(f"{archive}.sha256"),
    )


def _platform(catalogue: Catalogue, platform: Platform, writer: Writer) -> View:
    rows = []
    for threat_id in (GENERAL, *platform.threats):
        plan = compose(catalogue, platform, threat_id)
        row = _sheet(plan_name(catalogue, plan), writer)
        row.name = plan.threat.name
        row.plan = writer.here.to(f"{platform.id}/{threat_id}/")
        row.text = writer.here.to(f"{platform.id}/{threat_id}/{TEXT_FILE}")
        rows.append(row)
    return View(id=platform.id, name=platform.name, rows=rows)


def _other(name: str, page: PageId, catalogue: Catalogue, writer: Writer) -> View:
    row = _sheet(name, writer)
    row.name, row.page = catalogue.page_texts[page].title, writer.here.to(f"{page.value}/")
    return row


def _country(catalogue: Catalogue, name: str, writer: Writer) -> View:
    row = _sheet(country_name(name), writer)
    row.name, row.page = catalogue.countries[name].name, writer.here.to(f"countries/{name}/")
    return row


def _sheet(name: str, writer: Writer) -> View:
    return View(
        a4=writer.here.to(pdf_path(name, Paper.A4)),
        letter=writer.here.to(pdf_path(name, Paper.LETTER)),
    )
