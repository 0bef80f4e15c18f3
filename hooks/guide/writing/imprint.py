"""What every sheet says of the guide itself: edition, state of the translation, independence, licence."""

from __future__ import annotations

from dataclasses import dataclass

from guide.model import Catalogue
from guide.model.text import plain
from guide.model.vocabulary import Edition


@dataclass(frozen=True, slots=True)
class Imprint:
    """``draft``: no named person has reviewed the translation. ``private``: this build holds private numbers."""

    edition: Edition = Edition.WORKING
    draft: bool = False
    private: bool = False

    @property
    def working(self) -> bool:
        """Whether nobody has tested the contacts yet (practice P1)."""
        return self.edition is Edition.WORKING

    def untested(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Return that nobody has tested the contacts, where that is so: the official site comes first."""
        return (plain(catalogue.urgent.lines_intro.runs),) if self.working else ()

    def lines(self, catalogue: Catalogue) -> tuple[str, ...]:
        """Return the lines at the end of a sheet."""
        names = (*(("translation-draft",) if self.draft else ()), "independent", "licence")
        return tuple(plain(catalogue.interface[name].runs) for name in names)
