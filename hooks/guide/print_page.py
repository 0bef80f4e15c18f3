"""``/print/``: everything to take along: sheets by platform and paper, packs, archives; with pages and sizes."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace as View

from guide.languages import Language
from guide.list_pages import page_from
from guide.model import Catalogue, Platform
from guide.offline import archive_path
from guide.page import Page
from guide.paper import notes, rules
from guide.paper.bundle import bundle_path
from guide.paper.files import SINGLE_FILE, TEXT_FILE, Held, pdf_path, plan_name
from guide.paper.pack import pack_name
from guide.paper.pocket import pocket_name
from guide.paper.sheets import EVIDENCE_NAME, PROTOCOL_NAME, URGENT_NAME, countries_of, country_name
from guide.plan import GENERAL, compose
from guide.render import Writer
from guide.tree import covered
from guide.vocabulary import PageId, Paper

#: Bytes of a KB as shells and browsers show it.
KILO = 1000
_WORDS = {Paper.A4: "print-a4", Paper.LETTER: "print-letter"}


def print_page(
    catalogue: Catalogue,
    writer: Writer,
    edit: tuple[str, int],
    languages: tuple[Language, ...],
    held: Mapping[str, Held],
) -> Page:
    """Return the page.

    Args:
        catalogue: in the language of the page.
        writer: for the page.
        edit: file and line that the page comes from.
        languages: of the site.
        held: pages and size of each file, by path in the language's part of the site.
    """
    archive = archive_path(writer.language)
    offer = _Offer(catalogue, writer, held)
    return page_from(
        catalogue,
        PageId.PRINT,
        "print.md",
        writer,
        edit,
        languages=[View(name=other.name, tag=other.tag, target=writer.here.to("print/", other)) for other in languages],
        current=writer.language.tag,
        now=offer.sheet(URGENT_NAME),
        fold=offer.sheet(pocket_name(URGENT_NAME)),
        shared=[
            offer.page(EVIDENCE_NAME, PageId.EVIDENCE, "print-holds-keep"),
            offer.page(rules.NAME, PageId.ESCALATE, "print-holds-ways"),
            offer.page(PROTOCOL_NAME, PageId.PROTOCOL, "print-holds-steps"),
            offer.page(notes.NAME, PageId.SHEET, "print-holds-notes"),
        ],
        countries=[offer.country(name) for name in countries_of(catalogue)],
        platforms=[offer.platform(platform) for platform in catalogue.platforms.values()],
        bundles=offer.files({paper: bundle_path(paper) for paper in Paper}, download=True),
        archive=writer.here.asset(archive),
        digest=writer.here.asset(f"{archive}.sha256"),
    )


class _Offer:
    """What the page offers, with where it stands and what it holds."""

    def __init__(self, catalogue: Catalogue, writer: Writer, held: Mapping[str, Held]) -> None:
        self._catalogue, self._writer, self._held = catalogue, writer, held

    def files(self, paths: Mapping[Paper, str], *, download: bool = False) -> View:
        """Return a file on every paper, with the pages (0 for none) and KB (0 where it is not known) of the larger."""
        facts = [self._held.get(path, Held(0, 0)) for path in paths.values()]
        return View(
            files=[View(word=_WORDS[paper], target=self._writer.here.to(path)) for paper, path in paths.items()],
            pages=max(item.pages for item in facts),
            size=max(-(-item.size // KILO) for item in facts),
            download=download,
        )

    def sheet(self, name: str) -> View:
        """Return a sheet on every paper."""
        return self.files({paper: pdf_path(name, paper) for paper in Paper})

    def page(self, name: str, page: PageId, holds: str) -> View:
        """Return the sheet of a page, and the phrase that says what it holds."""
        return View(**vars(self.sheet(name)), name=self._catalogue.page_texts[page].title, holds=holds)

    def country(self, name: str) -> View:
        """Return the sheet of a country."""
        return View(**vars(self.sheet(country_name(name))), name=self._catalogue.countries[name].name)

    def platform(self, platform: Platform) -> View:
        """Return everything of a platform."""
        plans = [self._plan(platform, threat_id) for threat_id in (GENERAL, *covered(self._catalogue, platform))]
        return View(
            id=platform.id,
            name=platform.name,
            rows=plans,
            fold=self.sheet(pocket_name(platform.id)),
            pack=self.sheet(pack_name(platform)),
        )

    def _plan(self, platform: Platform, threat_id: str) -> View:
        plan = compose(self._catalogue, platform, threat_id)
        name, folder = plan_name(self._catalogue, plan), f"{platform.id}/{threat_id}/"
        return View(
            **vars(self.sheet(name)),
            number=int(name.rpartition("-")[2]),
            name=plan.threat.name,
            text=self._writer.here.to(folder + TEXT_FILE),
            single=self._writer.here.to(folder + SINGLE_FILE),
        )
