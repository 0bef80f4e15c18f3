"""Everything that paper of one language is made from; what is not translated yet is in another one, sheet by sheet.

Nobody can see on paper which sentence of a mixture is which (rule P21): so each sheet is in one language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from guide.deciding.plan import GENERAL
from guide.model import Catalogue
from guide.model.languages import Language
from guide.model.text import Text
from guide.model.walk import leaves
from guide.paper.shared_sheets import URGENT_NAME, shared_sheets
from guide.writing.imprint import Imprint
from guide.writing.plan_words import Sheet, plan_sheets


@dataclass(frozen=True, slots=True)
class OnPaper:
    """The catalogue and the language of the words, what sheets say of the guide itself, and the sheets.

    ``shared`` belong to no platform, and are those of a build without private numbers or countries asked for by name.
    ``instead`` is the same in the language that readers are likelier to know, where a sheet had to be replaced; the
    sheets here are then replaced already.
    """

    catalogue: Catalogue
    language: Language
    imprint: Imprint
    plans: tuple[Sheet, ...]
    shared: tuple[Sheet, ...]
    instead: OnPaper | None = None

    def whole(self, part: Callable[[Catalogue], Any]) -> OnPaper:
        """Return this where ``part`` of the catalogue is translated, else the same in the language instead."""
        return self.instead.whole(part) if self.instead and _lacks(part(self.catalogue), self.language) else self

    def short(self) -> OnPaper:
        """Return this where all is translated that pocket sheets are the short form of, else the same instead."""
        long = [sheet for sheet in self.plans if sheet.path.endswith(f"/{GENERAL}/")]
        long += [sheet for sheet in self.shared if sheet.name == URGENT_NAME]
        lacking = any(sheet.language.code != self.language.code for sheet in long)
        return self.instead.short() if lacking and self.instead else self


def on_paper(catalogue: Catalogue, language: Language, imprint: Imprint) -> OnPaper:
    """Return what paper is made from, with the catalogue in ``language``, mixtures included."""
    plans = tuple(plan_sheets(catalogue, language, imprint))
    return OnPaper(catalogue, language, imprint, plans, tuple(shared_sheets(catalogue, language, imprint)))


def in_one_language(own: OnPaper, instead: Callable[[], OnPaper]) -> OnPaper:
    """Return ``own`` with every sheet that lacks a translation replaced by that of ``instead``."""
    parts = (own.catalogue.rules, own.catalogue.workshop, own.catalogue.evidence.log)
    lacking = any(_lacks(part, own.language) for part in parts)
    if not lacking and not any(sheet.missing for sheet in (*own.plans, *own.shared)):
        return own
    other = instead()
    return OnPaper(
        own.catalogue,
        own.language,
        own.imprint,
        replaced(own.plans, other.plans),
        replaced(own.shared, other.shared),
        other,
    )


def replaced(own: tuple[Sheet, ...], instead: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Return ``own`` with the sheets that lack a translation replaced; both are in the same order."""
    return tuple(other if sheet.missing else sheet for sheet, other in zip(own, instead, strict=True))


def _lacks(part: Any, language: Language) -> bool:
    """Return whether a text of ``part`` is not in ``language``."""
    return any(isinstance(leaf.value, Text) and leaf.value.lang != language.code for leaf in leaves(part))
