"""The guide in every language: the catalogue, its translations and the pages, each made once."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from guide.edition import refuse
from guide.fault import DataError
from guide.languages import LANGUAGES, SOURCE, Language, languages_of
from guide.load import Loaded, load_all
from guide.local import LocalNumber, local_file, read_local
from guide.model import Catalogue
from guide.page import Page
from guide.pages import pages as make_pages
from guide.paper.files import Held
from guide.paper.sheet import Sheet, plan_sheets
from guide.translate import Translation, read_translation
from guide.vocabulary import Edition


@dataclass(slots=True)
class Book:
    """Everything that a site is made from. Catalogues and pages are made when first asked for."""

    root: Path
    digest: str
    loaded: Loaded
    translations: dict[str, Translation]
    local: tuple[LocalNumber, ...] = ()
    _catalogues: dict[str, Catalogue] = field(default_factory=dict)
    _plan_sheets: dict[str, list[Sheet]] = field(default_factory=dict)
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
            self._catalogues[code] = source if code == SOURCE else self.translations[code].localise(source)
        return self._catalogues[code]

    def plan_sheets(self, language: Language) -> list[Sheet]:
        """Return the sheets of all plans in ``language``."""
        if language.code not in self._plan_sheets:
            self._plan_sheets[language.code] = plan_sheets(self.catalogue(language), language)
        return self._plan_sheets[language.code]

    def pages(self, language: Language, held: Mapping[str, Held] | None = None) -> list[Page]:
        """Return all pages in ``language``; ``held`` says what the files to take along hold, where they are made."""
        code = language.code
        if code not in self._pages:
            docs = self.root / "docs"
            english = self.catalogue(LANGUAGES["en"]) if "en" in self.translations else None
            self._pages[code] = make_pages(
                self.catalogue(language),
                code,
                loaded=self.loaded,
                docs=docs,
                english=english,
                local=self.local,
                languages=self.languages,
                held=held or {},
                sheets=self.plan_sheets(language),
            )
        return self._pages[code]


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
        edition: what it refuses, see :mod:`guide.edition`.
        known: the guide as read before.
        published: codes of the languages of the site; every language that has a catalogue when not given.

    Raises:
        DataError: with every fault of the data, the catalogues, and what the edition refuses.
    """
    digest = digest_of(root, edition, published)
    if known is not None and known.digest == digest:
        return known
    loaded = load_all(root / "data")
    translations: dict[str, Translation] = {}
    faults = []
    for language in languages_of(root / "data")[1:]:
        if published is not None and language.code not in published:
            continue
        translation, found = read_translation(root / "data" / "locales" / f"{language.code}.po", root)
        translations[language.code] = translation
        faults += found
    faults += refuse(loaded, translations, edition)
    if faults:
        raise DataError(faults)
    return Book(root, digest, loaded, translations, read_local(root))


def digest_of(root: Path, edition: Edition, published: tuple[str, ...] | None = None) -> str:
    """Return a digest of everything that pages are made from, names included."""
    digest = hashlib.sha256(f"{edition} {published}".encode())
    paths = [path for path in sorted((root / "data").rglob("*")) if path.suffix in (".yml", ".yaml", ".po")]
    private = local_file(root)
    for path in [*paths, *sorted((root / "docs").glob("*.md")), *([private] if private else [])]:
        if path.is_file():
            digest.update(os.path.relpath(path, root).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
