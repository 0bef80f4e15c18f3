"""``/print/``: everything to take along: sheets by platform and paper, packs, archives; with pages and sizes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from babel import Locale
from babel.lists import format_list

from guide.deciding.plan import GENERAL, compose
from guide.deciding.tree import covered
from guide.model import Catalogue, Country, Platform
from guide.model.languages import Language
from guide.model.text import Text
from guide.model.vocabulary import PageId, Paper
from guide.pages.page import Page
from guide.pages.page_from import page_from
from guide.paper import log_sheet, rule_table, two_countries_sheet
from guide.paper.bundle import bundle_path
from guide.paper.country_sheet import country_name
from guide.paper.pack import pack_name
from guide.paper.pocket import pocket_name
from guide.paper.shared_sheets import EVIDENCE_NAME, PROTOCOL_NAME, URGENT_NAME, countries_of
from guide.writing.file_names import SINGLE_FILE, TEXT_FILE, Held, archive_path, pdf_path, person_name, plan_name
from guide.writing.render import Writer

#: Bytes of a KB as shells and browsers show it.
KILO = 1000


@dataclass(frozen=True, slots=True)
class FileView:
    """A link to a file: the phrase that names it, and a label that says what it holds."""

    word: str
    target: str
    label: str
    download: bool


@dataclass(frozen=True, slots=True)
class FilesView:
    """A file on every paper, with pages (0 for none) and KB (0 where it is not known) of the larger."""

    files: tuple[FileView, ...]
    pages: int
    size: int


@dataclass(frozen=True, slots=True)
class SheetView(FilesView):
    """A sheet with its name, and the phrase that says what it holds where there is one."""

    name: Text
    holds: str = ""


@dataclass(frozen=True, slots=True)
class PlanView(SheetView):
    """A plan: its sheet, its code, and the plan as text and as one file."""

    code: str = ""
    text: FileView | None = None
    single: FileView | None = None


@dataclass(frozen=True, slots=True)
class PlatformView:
    """Everything of a platform."""

    id: str
    name: str
    rows: tuple[PlanView, ...]
    persons: tuple[SheetView, ...]
    fold: FilesView
    pack: FilesView


@dataclass(frozen=True, slots=True)
class LanguageView:
    """The same page in a language of the site."""

    name: str
    tag: str
    target: str


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
    # A build that asks for a sheet by name has it; without files nobody has asked.
    asked = [name for name in catalogue.countries if pdf_path(country_name(name), Paper.A4) in held]
    listed = countries_of(catalogue, asked)
    offer, ui = _Offer(catalogue, writer, held), catalogue.interface
    return page_from(
        catalogue,
        PageId.PRINT,
        "print.md",
        writer,
        edit,
        languages=[LanguageView(other.name, other.tag, writer.here.to("print/", other)) for other in languages],
        current=writer.language.tag,
        now=offer.sheet(URGENT_NAME, ui["print-now"]),
        fold=offer.sheet(pocket_name(URGENT_NAME), ui["print-fold"]),
        shared=[
            offer.page(EVIDENCE_NAME, PageId.EVIDENCE, "print-holds-keep"),
            offer.page(rule_table.NAME, PageId.ESCALATE, "print-holds-ways"),
            offer.page(PROTOCOL_NAME, PageId.PROTOCOL, "print-holds-steps"),
            offer.page(two_countries_sheet.NAME, PageId.TWO_COUNTRIES, "print-holds-two"),
            offer.page(log_sheet.NAME, PageId.SHEET, "print-holds-notes"),
        ],
        countries=[offer.country(name) for name in listed],
        without=_named([catalogue.countries[name] for name in catalogue.countries if name not in listed], writer),
        platforms=[offer.platform(platform) for platform in catalogue.platforms.values()],
        bundles=offer.files({paper: bundle_path(paper) for paper in Paper}, writer.plain(ui["print-all"])),
        archive=writer.here.asset(archive),
        digest=writer.here.asset(f"{archive}.sha256"),
    )


def _named(countries: Sequence[Country], writer: Writer) -> str:
    """Return the names of ``countries`` as a list in words; empty for none."""
    names = sorted(writer.plain(country.name) for country in countries)
    return str(format_list(names, locale=Locale.parse(writer.language.tag, sep="-")))


def _parts(files: FilesView) -> tuple[tuple[FileView, ...], int, int]:
    return files.files, files.pages, files.size


class _Offer:
    """What the page offers, with where it stands and what it holds."""

    def __init__(self, catalogue: Catalogue, writer: Writer, held: Mapping[str, Held]) -> None:
        self._catalogue, self._writer, self._held = catalogue, writer, held

    def files(self, paths: Mapping[Paper, str], label: str) -> FilesView:
        """Return a file on every paper, with the pages (0 for none) and KB (0 where it is not known) of the larger.

        ``label`` is the name of what they hold: a list of links is no use when all are called A4.
        """
        facts = [self._held.get(path, Held(0, 0)) for path in paths.values()]
        return FilesView(
            files=tuple(self._file(path, _WORDS[paper], label) for paper, path in paths.items()),
            pages=max(item.pages for item in facts),
            size=max(-(-item.size // KILO) for item in facts),
        )

    def _file(self, path: str, word: str, label: str) -> FileView:
        shown = self._writer.plain(self._catalogue.interface[word])
        kind = path.rpartition(".")[2].upper()
        return FileView(
            word=word,
            target=self._writer.here.to(path),
            label=f"{shown} ({kind}): {label}",
            download=kind in ("ZIP", "HTML"),
        )

    def sheet(self, name: str, title: Text, of: str = "") -> FilesView:
        """Return a sheet on every paper; ``of`` is the name of its platform."""
        label = " · ".join([self._writer.plain(title), *([of] if of else [])])
        return self.files({paper: pdf_path(name, paper) for paper in Paper}, label)

    def page(self, name: str, page: PageId, holds: str) -> SheetView:
        """Return the sheet of a page, and the phrase that says what it holds."""
        title = self._catalogue.page_texts[page].title
        return SheetView(*_parts(self.sheet(name, title)), title, holds)

    def country(self, name: str) -> SheetView:
        """Return the sheet of a country."""
        title = self._catalogue.countries[name].name
        return SheetView(*_parts(self.sheet(country_name(name), title)), title)

    def platform(self, platform: Platform) -> PlatformView:
        """Return everything of a platform."""
        ui = self._catalogue.interface
        plans = tuple(self._plan(platform, threat_id) for threat_id in (GENERAL, *covered(self._catalogue, platform)))
        return PlatformView(
            id=platform.id,
            name=platform.name,
            rows=plans,
            persons=tuple(self._person(platform, code, title) for code, title in self._readers()),
            fold=self.sheet(pocket_name(platform.id), ui["print-fold"], platform.name),
            pack=self.sheet(pack_name(platform), ui["print-workshop"], platform.name),
        )

    def _readers(self) -> Iterator[tuple[str, Text]]:
        """Yield the code of each sheet for one kind of reader, and what such a reader is called."""
        other = self._catalogue.other_way
        yield other.code, other.title
        for block in self._catalogue.whom.values():
            if block.sheet:
                yield block.sheet.code, block.label

    def _person(self, platform: Platform, code: str, title: Text) -> SheetView:
        return SheetView(*_parts(self.sheet(person_name(platform, code), title, platform.name)), title)

    def _plan(self, platform: Platform, threat_id: str) -> PlanView:
        plan = compose(self._catalogue, platform, threat_id)
        name, folder = plan_name(plan), f"{platform.id}/{threat_id}/"
        title = plan.threat.name
        label = f"{self._writer.plain(title)} · {platform.name}"
        return PlanView(
            *_parts(self.sheet(name, title, platform.name)),
            name=title,
            code=plan.threat.code,
            text=self._file(folder + TEXT_FILE, "print-text", label),
            single=self._file(folder + SINGLE_FILE, "print-single", label),
        )
