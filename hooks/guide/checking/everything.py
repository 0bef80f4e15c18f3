"""Everything that ``make check`` says: the data, the catalogues, what the edition refuses, an organisation's numbers.

It needs neither pages nor paper, so that whoever checks waits for none of their libraries.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from guide.checking.check import load_all
from guide.checking.edition import refuse
from guide.checking.translations import check_translation
from guide.model.fault import DataError
from guide.model.languages import languages_of
from guide.model.vocabulary import Edition
from guide.reading.load import Loaded
from guide.reading.local import LocalNumber, read_local
from guide.translating.translation import Translation, read_translation


@dataclass(frozen=True, slots=True)
class Checked:
    """Data and catalogues without a fault."""

    loaded: Loaded
    translations: dict[str, Translation]
    local: tuple[LocalNumber, ...]


def checked(root: Path, edition: Edition, published: tuple[str, ...] | None = None) -> Checked:
    """Return what the guide in ``root`` is made from.

    Args:
        root: folder that holds ``data``.
        edition: what it refuses, see :mod:`guide.checking.edition`.
        published: codes of the languages of the site; every language that has a catalogue when not given.

    Raises:
        DataError: with every fault of the data, the catalogues, and what the edition refuses.
    """
    loaded = load_all(root / "data")
    translations: dict[str, Translation] = {}
    faults = []
    for language in languages_of(root / "data")[1:]:
        if published is not None and language.code not in published:
            continue
        translation, found = read_translation(root / "data" / "locales" / f"{language.code}.po", root)
        faults += found
        if not found:
            translations[language.code] = translation
            faults += check_translation(translation)
    faults += refuse(loaded, translations, edition)
    if faults:
        raise DataError(faults)
    return Checked(loaded, translations, read_local(root))
