"""From when a sheet is, and until when it may be used (rule P18)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from guide.deciding.freshness import due_on
from guide.model import Catalogue
from guide.model.languages import Language, written_date
from guide.model.text import plain


@dataclass(frozen=True, slots=True)
class Validity:
    """``version`` is the day of the newest check that a sheet rests on, ``after`` the last day of its use."""

    version: dt.date
    after: dt.date

    @classmethod
    def of(cls, checked: Iterable[dt.date], days: int) -> Validity:
        """Return the validity of what was checked on these days, each check counting for ``days`` days."""
        known = sorted(checked)
        return cls(known[-1], due_on(known[0], days))

    def with_other(self, other: Validity) -> Validity:
        """Return the validity of a sheet that rests on both."""
        return Validity(max(self.version, other.version), min(self.after, other.after))

    def words(self, catalogue: Catalogue, language: Language) -> str:
        """Return the line at the foot of a sheet."""
        ui = catalogue.interface
        shown = {"sheet-version": self.version, "sheet-after": self.after}
        return " ".join(
            plain(ui[name].runs, {"date": written_date(str(day), language.code)}) for name, day in shown.items()
        )
