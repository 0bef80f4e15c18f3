"""Everything that paper of one language is made from, and whether all of it is in that language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from guide.languages import Language
from guide.model import Catalogue
from guide.paper.imprint import Imprint
from guide.paper.sheet import Sheet, plan_sheets
from guide.paper.sheets import shared_sheets
from guide.text import Text
from guide.walk import leaves


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The catalogue and the language of the words, what sheets say of the guide itself, and the sheets.

    ``shared`` belong to no platform, and are those of a build without private numbers or countries asked for by name.
    ``missing`` counts texts that are not in the language.
    """

    catalogue: Catalogue
    language: Language
    imprint: Imprint
    plans: tuple[Sheet, ...]
    shared: tuple[Sheet, ...]
    missing: int


def on_paper(catalogue: Catalogue, language: Language, imprint: Imprint) -> OnPaper:
    """Return what paper is made from, with the catalogue in ``language``."""
    plans = tuple(plan_sheets(catalogue, language, imprint))
    shared = tuple(shared_sheets(catalogue, language, imprint))
    missing = sum(sheet.missing for sheet in (*plans, *shared))
    missing += sum(text.lang != language.code for text in _texts(catalogue.rules, catalogue.workshop))
    return OnPaper(catalogue, language, imprint, plans, shared, missing)


def _texts(*records: Any) -> Iterator[Text]:
    for record in records:
        yield from (leaf.value for leaf in leaves(record) if isinstance(leaf.value, Text))
