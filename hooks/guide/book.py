"""The guide in every language: the catalogue, its translations and the pages, each made once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from guide.checking.everything import sound
from guide.deciding.reading_order import for_readers_of
from guide.model import Catalogue
from guide.model.languages import LANGUAGES, SOURCE, Language
from guide.model.vocabulary import Edition
from guide.pages.all_pages import pages as make_pages
from guide.pages.page import Page
from guide.paper.on_paper import OnPaper, in_one_language, on_paper
from guide.reading.load import Loaded
from guide.reading.local import LocalNumber, local_file
from guide.reading.stamp import Stamp, read_stamp
from guide.reading.yamlform import left_behind
from guide.translating.coverage import Standing, standings
from guide.translating.translation import Translation
from guide.writing.file_names import Held
from guide.writing.imprint import Imprint
from guide.writing.render import template_files


@dataclass(slots=True)
class Book:
    """Everything that a site is made from. Catalogues and pages are made when first asked for."""

    root: Path
    digest: str
    loaded: Loaded
    translations: dict[str, Translation]
    local: tuple[LocalNumber, ...] = ()
    _catalogues: dict[str, Catalogue] = field(default_factory=dict)
    edition: Edition = Edition.WORKING
    _stamp: Stamp | None = None
    _told: tuple[Standing, ...] | None = None
    _on_paper: dict[str, OnPaper] = field(default_factory=dict)
    _pages: dict[str, list[Page]] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, the source first."""
        return (LANGUAGES[SOURCE], *(LANGUAGES[code] for code in self.translations))

    @property
    def drafts(self) -> frozenset[str]:
        """Codes of the languages whose translation no named person has reviewed."""
        return frozenset(code for code, translation in self.translations.items() if translation.draft)

    def catalogue(self, language: Language) -> Catalogue:
        """Return the catalogue in ``language``."""
        code = language.code
        if code not in self._catalogues:
            source = self.loaded.catalogue
            said = source if code == SOURCE else self.translations[code].localise(source, self._instead(language))
            self._catalogues[code] = for_readers_of(said, code)
        return self._catalogues[code]

    def _instead(self, language: Language) -> Translation | None:
        """Return the catalogue that is shown where that of ``language`` has nothing; none where that is the source."""
        return self.translations.get(language.likelier)

    def imprint(self, language: Language) -> Imprint:
        """Return what pages and sheets in ``language`` say of the guide itself."""
        private = bool(self.local)
        return Imprint(self.edition, draft=language.code in self.drafts, private=private, stamp=self.stamp)

    @property
    def stamp(self) -> Stamp:
        """Which state of the guide this is, asked once: version, commit, day."""
        if self._stamp is None:
            self._stamp = read_stamp(self.root, private=bool(self.local))
        return self._stamp

    def on_paper(self, language: Language) -> OnPaper:
        """Return what is printed and sent in ``language``'s part of the site, each sheet in one language."""
        code = language.code
        if code not in self._on_paper:
            self._on_paper[code] = self._paper(language, language.folder)
        return self._on_paper[code]

    def _paper(self, language: Language, folder: str) -> OnPaper:
        """Return paper in ``language`` for the part of the site in ``folder``.

        A sheet that lacks a text is in the language that its readers are likelier to know, and in Spanish where that
        lacks it too.
        """
        there = language if language.folder == folder else replace(language, at=folder)
        own = on_paper(self.catalogue(language), there, self.imprint(language))
        if language.code == SOURCE:
            return own
        other = language.likelier if language.likelier in self.translations else SOURCE
        return in_one_language(own, lambda: self._paper(LANGUAGES[other], folder))

    def pages(self, language: Language, held: Mapping[str, Held] | None = None) -> list[Page]:
        """Return all pages in ``language``.

        Args:
            language: of the pages.
            held: what the files to take along hold, where they are made.
        """
        code = language.code
        if code not in self._pages:
            self._pages[code] = self._made(language, held or {})
        return self._pages[code]

    def page(self, language: Language, path: str) -> Page | None:
        """Return the page at ``path`` alone; none where the other pages decide what it says."""
        return next(iter(self._made(language, {}, only=path)), None)

    def _made(self, language: Language, held: Mapping[str, Held], only: str | None = None) -> list[Page]:
        return make_pages(
            self.catalogue(language),
            language.code,
            loaded=self.loaded,
            docs=self.root / "docs",
            english=self.catalogue(LANGUAGES["en"]) if "en" in self.translations else None,
            local=self.local,
            languages=self.languages,
            held=held,
            imprint=self.imprint(language),
            standings=self._standings(),
            only=only,
        )

    def _standings(self) -> tuple[Standing, ...]:
        if self._told is None:
            self._told = standings(self.loaded, self.translations.values())
        return self._told

    def keep(self, language: Language, pages: list[Page]) -> None:
        """Take ``pages`` for those in ``language``: another process has made them of this very book."""
        self._pages[language.code] = pages


def read_book(
    root: Path,
    *,
    edition: Edition = Edition.WORKING,
    known: Book | None = None,
    published: tuple[str, ...] | None = None,
) -> Book:
    """Return the guide in ``root``; ``known`` itself when nothing has changed since.

    Args:
        root: folder that holds ``data`` and ``docs``.
        edition: what it refuses, see :mod:`guide.checking.edition`.
        known: the guide as read before.
        published: codes of the languages of the site; every language that has a catalogue when not given.

    Raises:
        DataError: with every fault of the data, the catalogues, and what the edition refuses.
    """
    digest = digest_of(root, edition, published)
    if known is not None and known.digest == digest:
        return known
    found = sound(root, edition, published)
    return Book(root, digest, found.loaded, found.translations, found.local, edition=edition)


def digest_of(root: Path, edition: Edition, published: tuple[str, ...] | None = None) -> str:
    """Return a digest of everything that pages are made from, names and templates included."""
    digest = hashlib.sha256(f"{edition} {published}".encode())
    paths = [path for path in sorted((root / "data").rglob("*")) if path.suffix in (".yml", ".yaml", ".po")]
    private = local_file(root)
    paths += [*sorted((root / "docs").glob("*.md")), *([private] if private else []), *template_files()]
    for path in paths:
        if path.is_file() and not left_behind(path):
            digest.update(os.path.relpath(path, root).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
