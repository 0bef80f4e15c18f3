"""Everything that ``make check`` says: of data, hand-written pages, catalogues, private numbers and the edition.

It needs neither pages nor paper, so that whoever checks waits for none of their libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.checking.anchors import check_hand_written
from guide.checking.catalogues import check_translation
from guide.checking.check import load_all
from guide.checking.edition import refuse
from guide.checking.prose import check_prose
from guide.checking.texts import official_sites
from guide.checking.verdict import Verdicts
from guide.model.fault import DataError, Fault
from guide.model.languages import SOURCE, languages_of
from guide.model.vocabulary import Edition
from guide.reading.load import Loaded, quoted, read_data
from guide.reading.local import LocalNumber, local_file, read_local
from guide.reading.prose import read_prose
from guide.translating.messages import sources_by_context
from guide.translating.translation import Translation, read_translation


@dataclass(frozen=True, slots=True)
class Checked:
    """Data and catalogues without a fault."""

    loaded: Loaded
    translations: dict[str, Translation]
    local: tuple[LocalNumber, ...]


def sound(root: Path, edition: Edition, published: tuple[str, ...] | None = None) -> Checked:
    """Return what :func:`checked` does, and only read it where it was found sound before, as it lies there now."""
    verdicts = Verdicts(root)
    languages = [language.code for language in languages_of(root / "data")]
    name = verdicts.name(edition, languages if published is None else published, local_file(root))
    if verdicts.stands(name):
        loaded = read_data(root / "data")
        translations, _ = _catalogues(root, published)
        return Checked(loaded, translations, read_local(root, loaded.catalogue.hosts))
    found = checked(root, edition, published)
    verdicts.note(name)
    return found


def checked(root: Path, edition: Edition, published: tuple[str, ...] | None = None) -> Checked:
    """Return what the guide in ``root`` is made from.

    Args:
        root: folder that holds ``data`` and ``docs``.
        edition: what it refuses, see :mod:`guide.checking.edition`.
        published: codes of the languages of the site; every language that has a catalogue when not given.

    Raises:
        DataError: with every fault of the data, the hand-written pages, the catalogues, the private numbers, and what
            the edition refuses.
    """
    prose = read_prose(root / "docs")
    translations, faults = _catalogues(root, published)
    faults += prose.faults
    local: tuple[LocalNumber, ...] = ()
    loaded: Loaded | None = None
    try:
        loaded = load_all(root / "data")
    except DataError as error:
        faults += error.faults
    try:
        local = read_local(root, loaded.catalogue.hosts if loaded else None)
    except DataError as error:
        faults += error.faults
    texts = sources_by_context(loaded) if loaded else {}
    owners = frozenset(platform.owner for platform in loaded.catalogue.platforms.values()) if loaded else frozenset()
    for translation in translations.values():
        faults += check_translation(translation, texts, owners)
    if loaded is None:
        raise DataError(faults)
    found_in_prose = check_prose(prose, loaded.catalogue.hosts, official_sites(loaded.catalogue))
    faults += quoted(found_in_prose, prose.lines)
    written = {name: page.places for (name, code), page in prose.pages.items() if code == SOURCE}
    faults += quoted(check_hand_written(loaded, written), loaded.lines)
    faults += refuse(loaded, translations, edition)
    if faults:
        raise DataError(faults)
    return Checked(loaded, translations, local)


def _catalogues(root: Path, published: tuple[str, ...] | None) -> tuple[dict[str, Translation], list[Fault]]:
    """Return the catalogues that can be read, by language, and the faults of all."""
    translations: dict[str, Translation] = {}
    faults: list[Fault] = []
    for language in languages_of(root / "data")[1:]:
        if published is not None and language.code not in published:
            continue
        translation, found = read_translation(root / "data" / "locales" / f"{language.code}.po", root)
        faults += found
        if not found:
            translations[language.code] = translation
    return translations, faults
