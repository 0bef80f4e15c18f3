"""The state of one run of MkDocs: the guide as read, the pages of the language that is being built."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from guide.book import Book, read_book
from guide.model.fault import DataError
from guide.model.fault_report import every_asked, in_colour, report
from guide.model.languages import LANGUAGES, Language
from guide.model.system_error import sentence
from guide.model.variables import FAULTS_TOLD, WrongVariable, edition, given, refuse_mistyped, site_address, web_address
from guide.pages.page import Page
from guide.paper.incident_log import attachments
from guide.paper.printing import Printing, countries_asked, everything_wanted, real_address, with_codes, word_for_front
from guide.paper.typeset import Kept, SheetFailed
from guide.publishing.around_page import DEFAULT_EXIT, LISTS_SHEET, OWN_SHEET, Settings, chrome
from guide.publishing.narrowing import narrowing
from guide.publishing.offline import archives
from guide.publishing.older_browsers import own_sheet, understood
from guide.publishing.progress import TELL, Progress
from guide.publishing.site_files import write_open_data, write_site_files
from guide.publishing.stylesheet import cut, theme_sheet
from guide.publishing.sums import seal
from guide_mkdocs import adapter
from guide_mkdocs.ahead import Ahead
from guide_mkdocs.converted import Converted
from guide_mkdocs.language_part import LanguagePart, language_part, received
from guide_mkdocs.opened import Drawn, write_first
from guide_mkdocs.serving import Shown

log = logging.getLogger("mkdocs.guide")
#: The theme's style sheet, cut to what our templates use; written once a build.
THEME_SHEET = "assets/theme.css"


class Session:
    """One run of MkDocs, a single build or a server with many."""

    def __init__(self) -> None:
        self.serving = False
        self.shown = Shown()
        self.drawn = Drawn()
        self._progress = Progress(sys.stderr if given(TELL) else None)
        self._book: Book | None = None
        self._read: Callable[[], Book] | None = None
        self._settings = Settings()
        self._printing = Printing()
        self._converted: Converted | None = None
        self._kept = Kept(Path())
        self._ahead = Ahead(self._part)
        self._pages: dict[str, Page] = {}
        #: What MkDocs was given to build last.
        self._files = Files([])
        #: Languages of this run, and how many of their builds are not at their end: they are nested in the first one.
        self._built: list[Language] = []
        self._unfinished = 0
        self._archives: dict[str, bytes] = {}
        self._whole = False

    def start(self, *, serving: bool) -> None:
        """Begin a run, of a server or of a single build; raises Abort for a mistyped variable."""
        try:
            refuse_mistyped()
        except WrongVariable as error:
            raise Abort(str(error)) from None
        self.serving = serving

    def refresh(self, config: MkDocsConfig) -> None:
        """Read the data when they have changed.

        Raises:
            Abort: when they have faults, or a setting is none; a server keeps its last good pages then.
        """
        root = Path(config.config_file_path).parent
        if adapter.begins(config):
            # A build of a server that broke half-way has left its count behind, and templates may have changed.
            self._built, self._unfinished = [], 0
            self._kept = Kept(root / ".cache" / "sheets", self._progress.part)
            if self.serving:
                self.shown.put_aside(config)
        try:
            self._settings = settings_of(config, serving=self.serving)
        except WrongVariable as error:
            raise Abort(f"mkdocs.yml: {error}") from None
        config.theme.static_templates = set()  # 404 page and sitemap are ours (guide.publishing.site_files)
        if self._converted is None:
            self._converted = Converted(root / ".cache" / "html", config)
        asked, published = self._settings.edition, adapter.published(config)
        self._read = lambda: read_book(root, edition=asked, known=self._book, published=published)
        try:
            self._book = self._read()
        except DataError as error:
            # Who has asked for this build reads the data too, and tells their faults.
            if not given(FAULTS_TOLD):
                print(report(error.faults, colour=in_colour(sys.stderr), every=every_asked()), file=sys.stderr)
            raise Abort("The data have faults.") from None
        try:
            known = self._current().loaded.catalogue.countries
            self._printing = printing_of(config, self._settings.site_url, known)
        except WrongVariable as error:
            raise Abort(f"mkdocs.yml, extra: {error}") from None

    def files(self, files: Files, config: MkDocsConfig) -> Files:
        """Return the pages of the language that is being built, and the assets in the first language's build."""
        book = self._current()
        language = adapter.language_of(config)
        if language not in book.languages:
            code = language.code
            raise Abort(
                f"mkdocs.yml lists '{code}', which has no data/locales/{code}.po: run make messages LANGS={code}"
            )
        self._built.append(language)
        self._unfinished += 1
        assert self._converted is not None
        self._progress.stage(f"{language.code}: sheets, files to take along and pages")
        if len(self._built) == 1:
            self._ahead.end()
            self._ahead = Ahead(self._part)
            if not self.serving:
                published = adapter.published(config)
                self._ahead.begin(code for code in published if code != language.code)
        if not self.serving:
            adapter.let_go(self._files)
            self._converted.let_go()
            gc.collect()
        try:
            part = self._ahead.take(language.code)
        except SheetFailed as error:
            raise Abort(f"A sheet cannot be made. {error}") from None
        except WrongVariable as error:
            raise Abort(str(error)) from None
        received(part, book, language, self._kept, self._converted)
        self._pages = {page.source: page for page in part.pages}
        self._files = adapter.replace_files(
            files,
            config,
            language,
            part.pages,
            book.languages,
            self._converted,
            {
                THEME_SHEET: self._converted.kept(theme_sheet(adapter.theme_folder(config)), cut),
                OWN_SHEET: self._own_sheet(Path(config.docs_dir)),
                LISTS_SHEET: narrowing(book.loaded.catalogue),
            },
            attachments(book.catalogue(language), language) | part.attached,
        )
        return self._files

    def _own_sheet(self, docs: Path) -> str:
        """Return our style sheet for all browsers; raises Abort for a slip in it."""
        assert self._converted is not None
        try:
            return self._converted.kept(own_sheet(docs), understood)
        except ValueError as error:
            raise Abort(f"docs/{OWN_SHEET}: {error}") from None

    def _part(self, code: str) -> LanguagePart:
        assert self._converted is not None
        if not self.serving:
            self._converted.let_go()
        return language_part(
            self._current(), LANGUAGES[code], self._kept, self._printing, self._converted, serving=self.serving
        )

    def around(self, page: MkDocsPage, context: dict[str, Any]) -> dict[str, Any]:
        """Return what the template of ``page`` is handed: ``context``, and what the base template prints around it."""
        ours = self._pages[page.file.src_uri]
        whole = {**context, "g": self._around(ours)}
        if self.serving:
            self.drawn.keep(ours.url, ours.language, whole)
        return whole

    def _around(self, ours: Page) -> dict[str, Any]:
        book = self._current()
        return chrome(book.catalogue(ours.language), ours, book.languages, self._settings, book.imprint(ours.language))

    def first(self, folder: Path, urls: Iterable[str]) -> bool:
        """Write the pages at ``urls`` as the data say them now into ``folder``, and return whether one has changed.

        Data that have faults change none: the whole build that follows tells them.
        """
        assert self._read is not None
        assert self._converted is not None
        before = self._book
        try:
            self._book = self._read()
        except DataError:
            return False
        if self._book is before:
            return False
        book, converted = self._book, self._converted
        drawn = {url: self.drawn.again(url, book, converted, self._around) for url in urls}
        return write_first(folder, {url: html for url, html in drawn.items() if html is not None})

    def finish(self, config: MkDocsConfig) -> None:
        """Write the files of the whole site, archives and digests last, when the last language of this run is there."""
        self._unfinished -= 1
        if self._unfinished:
            return
        self._whole = everything_wanted() and len(self._built) == len(adapter.all_languages(config))
        book, site = self._current(), Path(config.site_dir)
        write_site_files(site, book, self._settings)
        if self._whole and not self.serving:
            write_open_data(site, book)
        # Under a server the archives of its first build stay: each refresh would take a quarter longer for them.
        if not (self.serving and self._archives) and everything_wanted():
            self._progress.stage("Archives to use without a connection")
            self._archives = archives(site, book, self._built)
        for name, content in self._archives.items():
            path = site / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        if not self.serving:
            seal(site)

    def failed(self, error: Exception) -> None:
        """Raise Abort with a sentence when the system has refused something that a person can mend."""
        if told := sentence(error):
            raise Abort(told) from None

    def close(self) -> None:
        """End the run."""
        self._ahead.end()
        self.shown.drop()
        # A build that broke, or made a part only, has not used what a whole one needs.
        if self._converted is not None and self._whole and not self.serving:
            self._converted.prune()
            self._kept.prune()

    def _current(self) -> Book:
        assert self._book is not None, "on_config comes first"
        return self._book


def settings_of(config: MkDocsConfig, *, serving: bool = False) -> Settings:
    """Return the site's settings from ``mkdocs.yml``; raises WrongVariable for one that cannot be what was meant."""
    extra = config.extra
    return Settings(
        site_url=site_address("site_url", config.site_url or "") if not serving else "",
        edit_base=site_address("extra.edit_base", str(extra.get("edit_base") or "")),
        exit_url=web_address("extra.exit_url", str(extra.get("exit_url") or DEFAULT_EXIT)),
        edition=edition("extra.edition", str(extra.get("edition") or "")),
        contact=str(extra.get("contact") or ""),
        serving=serving,
    )


def printing_of(config: MkDocsConfig, site_url: str, known: Collection[str]) -> Printing:
    """Return the settings of everything that is printed, from ``mkdocs.yml``; raises WrongVariable.

    ``known`` are the ids of the countries.
    """
    extra = config.extra
    return Printing(
        address=real_address(site_url),
        qr=with_codes(extra.get("qr", True)),
        cover=word_for_front(extra.get("cover")),
        countries=countries_asked(extra.get("country_sheets"), known),
    )
