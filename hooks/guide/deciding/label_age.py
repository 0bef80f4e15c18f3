"""When words of a menu count as old: then a page says where to look, and not the exact words (rule S14)."""

from __future__ import annotations

from collections.abc import Iterable

from guide.model import Catalogue

#: Copies of this year or older, and undated ones, describe where to look, not the exact words (rule S14).
LAST_OLD_YEAR = 2024


def newest_copy(catalogue: Catalogue, sources: Iterable[str]) -> str:
    """Return the newest date of copy among ``sources``.

    ``undated`` when none has a date, and also when the dated ones are old: an undated copy may be newer.
    """
    dates = [catalogue.sources[name].copy_read for name in sources]
    newest = max((day for day in dates if day != "undated"), default="undated")
    return "undated" if "undated" in dates and is_old(newest) else newest


def is_old(day: str) -> bool:
    """Return whether words read in a copy of ``day`` may differ on the reader's screen."""
    return day == "undated" or int(day[:4]) <= LAST_OLD_YEAR
